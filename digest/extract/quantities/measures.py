"""Find the words that say what a quantity measures: "a 30% **rise in trade**", "**Trade** rose by 30%"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from digest.extract.quantities.cues import Cues
from digest.extract.quantities.lexicon import Lexicon
from digest.extract.quantities.quantity import Quantity
from digest.extract.quantities.words import Word, glued, low


class Measure(NamedTuple):
    """The words `first` to `after` (exclusive); `rule` names how they were found."""

    first: int
    after: int
    rule: str


def find_measure(found: Sequence[Word], quantity: Quantity, lex: Lexicon, cues: Cues) -> Measure | None:
    """Find what a quantity measures, or None where the sentence does not say it in so many words."""
    if quantity.unit.kind == "count":
        return _counted(found, quantity, lex, cues)
    if quantity.unit.kind in ("money", "share", "measure", "none"):
        return (
            _behind(found, quantity, lex, cues)
            or _before_of(found, quantity, lex, cues)
            or _subject(found, quantity, lex, cues)
        )
    return None


def _counted(found: Sequence[Word], quantity: Quantity, lex: Lexicon, cues: Cues) -> Measure | None:
    """The counted noun phrase; with its verb where the noun alone says too little ("people were killed")."""
    first, after = quantity.unit.noun, quantity.unit.after
    modifiers = [w.low for w in found[first : after - 1]]
    bare = found[after - 1].low in cues.bare_nouns and all(m in cues.other for m in modifiers)
    passive = _passive(found, after, cues)
    if passive:
        return Measure(first, passive, "passive")
    end = _linked(found, after, lex, cues, links=("of", "in", "for", "with", "from"))
    if not bare or (end > after and found[after].low in ("of", "with", "from")):
        return Measure(first, end, "noun")
    return _subject(found, quantity, lex, cues) or (
        Measure(first, end, "noun") if end > after else Measure(first, after, "bare")
    )


def _passive(found: Sequence[Word], at: int, cues: Cues) -> int | None:
    """The end of "were killed", "have been displaced", "died" behind a noun, or None."""
    index = at
    while (
        index < len(found)
        and index < at + 3
        and found[index].low in ("were", "was", "have", "had", "been", "are", "being", "has")
    ):
        index += 1
    if index < len(found) and (
        found[index].low in cues.toll or (index > at and found[index].low.endswith("ed") and len(found[index].low) > 4)
    ):
        return index + 2 if low(found, index + 1) in cues.toll else index + 1
    return None


def _phrase_end(found: Sequence[Word], at: int, lex: Lexicon, cues: Cues, *, longest: int = 6) -> int:
    """The end of the noun phrase that starts at a word; `at` itself where none does."""
    index = at
    if index < len(found) and found[index].low in cues.determiners:
        index += 1
    start = index
    while index < len(found) and index < start + longest:
        word = found[index]
        if word.text in "-‑'’&" and index > start and glued(found, index - 1) and glued(found, index):
            index += 1
            continue
        if (
            word.low in lex.stops
            or not word.text[0].isalpha()
            or (word.low in cues.verbs and index > start)
            or word.low in cues.pronouns
        ):
            break
        if index > start and word.low.endswith("ed") and len(word.low) > 4 and is_verbal(found, index, lex):
            break
        if (
            word.low.endswith("ly")
            and word.text.islower()
            and len(word.low) > 4
            and word.low not in ("family", "supply", "assembly")
        ):
            break
        index += 1
    while index > start and found[index - 1].text in "-‑'’&":
        index -= 1
    return index if index > start else at


def is_verbal(found: Sequence[Word], at: int, lex: Lexicon) -> bool:
    """Whether a word in -ed acts as a verb: a function word, a sign or the end follows."""
    return at + 1 >= len(found) or not found[at + 1].text[0].isalpha() or found[at + 1].low in lex.stops


def _linked(found: Sequence[Word], at: int, lex: Lexicon, cues: Cues, *, links: Sequence[str]) -> int:
    """Go on over "of the population", "in trade", "on imports": two links at the most."""
    end = at
    for _ in range(2):
        if (
            end >= len(found)
            or found[end].low not in links
            or (end + 1 < len(found) and found[end + 1].low in cues.times)
        ):
            break
        step = _phrase_end(found, end + 1, lex, cues)
        if step == end + 1 or found[step - 1].low in cues.times:
            break
        end = step
        links = ("of", "in", "on", "for")
    return end


def _behind(found: Sequence[Word], quantity: Quantity, lex: Lexicon, cues: Cues) -> Measure | None:
    """The noun right behind a share or sum: "a 30% rise in trade", "30% of voters", "a $2bn loan"."""
    at = quantity.after
    if at >= len(found):
        return None
    if found[at].low == "of" and quantity.unit.kind in ("share", "none", "measure"):
        end = _linked(found, at, lex, cues, links=("of",))
        return Measure(at + 1, end, "of") if end > at + 1 else None
    if found[at].text in "-‑" or found[at].low in cues.verbs or found[at].low in cues.times:
        return None
    end = _phrase_end(found, at, lex, cues)
    if end == at or found[end - 1].low in cues.times:
        return None
    if end == at + 1 and low(found, end) in ("as", "that", "it", "they", "he", "she", "their", "him", "them"):
        return None  # "22 per cent identify as liberals"
    if found[at].low.endswith("ed") and quantity.unit.kind == "share":  # "86 per cent backed the plan"
        end = _phrase_end(found, at + 1, lex, cues)
        return Measure(at, end, "verb") if end > at + 1 else None
    return Measure(at, _linked(found, end, lex, cues, links=tuple(sorted(cues.links))), "behind")


def _before_of(found: Sequence[Word], quantity: Quantity, lex: Lexicon, cues: Cues) -> Measure | None:
    """The noun in front of "of": "sales of $5m", "a deficit of 3%"."""
    at = quantity.first - 1
    if at < 1 or found[at].low not in ("of", "at", "by", "worth") or found[at].low in ("at", "by"):
        return None
    first = at
    while first > 0 and first > at - 6:
        word = found[first - 1]
        if word.text in "-‑'’" and glued(found, first - 2) and glued(found, first - 1):
            first -= 1
            continue
        if (
            not word.text[0].isalpha()
            or word.low in lex.stops
            or word.low in cues.verbs
            or word.low in lex.number_words
        ):
            break
        if word.low.endswith("ed") and len(word.low) > 4 and first < at and found[first - 2].low in cues.pronouns:
            break
        first -= 1
    while first < at and not found[first].text[0].isalpha():
        first += 1
    return Measure(first, at, "before") if first < at and found[at - 1].low not in cues.weak_heads else None


def _subject(found: Sequence[Word], quantity: Quantity, lex: Lexicon, cues: Cues) -> Measure | None:
    """The subject of the clause where its verb gives a level or a change; subject and verb together elsewhere."""
    start = quantity.first
    while start > 0 and start > quantity.first - 40 and not _breaks(found, start - 1, quantity, cues):
        start -= 1
    hit = _clause(found, start, quantity, lex, cues)
    if hit is None and start > 0 and quantity.first and found[quantity.first - 1].low == "and":
        hit = _clause(found, 0, quantity, lex, cues)
    return hit


def _breaks(found: Sequence[Word], at: int, quantity: Quantity, cues: Cues) -> bool:
    """Whether a clause ends with this word: a sign, or "that", "while", "but"."""
    word = found[at]
    if word.text in ',;:—–()[]"“”' or (word.text == "-" and not glued(found, at)):
        return True
    return word.low in (
        "that",
        "while",
        "but",
        "as",
        "because",
        "when",
        "where",
        "after",
        "before",
        "if",
        "which",
        "who",
        "although",
        "whether",
        "with",
    )


def _clause(found: Sequence[Word], start: int, quantity: Quantity, lex: Lexicon, cues: Cues) -> Measure | None:
    while start < quantity.first and found[start].low in ("and", "then", "so", "yet", "or", "also"):
        start += 1
    for verb in range(start + 1, quantity.first):
        low = found[verb].low
        level = low in lex.rise_verbs or low in lex.fall_verbs or low in cues.level_verbs
        if not (level or low in cues.verbs or (low.endswith("ed") and len(low) > 4 and found[verb].text.islower())):
            continue
        subject = found[start:verb]
        nouns = [w for w in subject if w.text[0].isalpha() and w.low not in cues.determiners]
        if not nouns:
            continue
        if (
            len(subject) > 9
            or nouns[0].low in cues.pronouns
            or subject[0].low in cues.openers
            or (low in cues.say_verbs and not level)
        ):
            return None
        if any(not (w.text[0].isalnum() or w.text in "-‑'’&%") for w in subject) or subject[-1].low in lex.stops:
            return None
        return _by_verb(found, start, verb, quantity, lex, cues)
    return None


def _by_verb(
    found: Sequence[Word], start: int, verb: int, quantity: Quantity, lex: Lexicon, cues: Cues
) -> Measure | None:
    """The subject of a verb of level or change, or its object ("cut **its rate** by 1%"); else subject and verb."""
    main = verb
    while main < quantity.first and (found[main].low in cues.auxiliaries or found[main].low.endswith("ly")):
        main += 1
    name = low(found, main) if main < quantity.first else ""
    level = not name or name in lex.rise_verbs or name in lex.fall_verbs or name in cues.level_verbs
    end = _phrase_end(found, main + 1, lex, cues) if name and quantity.unit.kind != "count" else 0
    if main + 1 < end < quantity.first <= end + 2 and found[end].low in ("by", "to", "from", "at"):
        return Measure(main + 1, end, "object") if not low(found, main + 1).endswith("ed") else None
    if level and quantity.unit.kind != "count":
        following = low(found, main + 1)
        direct = quantity.first - main <= 3 or following in lex.stops or not following[:1].isalpha()
        return Measure(start, verb, "subject") if direct else None
    if name in cues.say_verbs or not (level or name.endswith("ed") or name in cues.verbs):
        return None
    return Measure(start, min(main + 1, quantity.first), "clause")
