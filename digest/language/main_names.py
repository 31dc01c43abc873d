"""Say which names and numbers of what a sentence mainly tells another text lacks.

Who told it to whom is left out: "Ida Holm told Radio Sand that two ferries left Melk" tells of two ferries and of Melk.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from digest.language import subject
from digest.language.background import rarities
from digest.language.deeds import before_nouns, persons, saying
from digest.language.main_clause import main_clause, what_is_done
from digest.language.name_pieces import bare_titles, name_pieces
from digest.language.numerals import number_words
from digest.language.quoting import QUOTED
from digest.language.senses import sense, senses_of
from digest.language.tenses import may_be_verb
from digest.language.terms import Word, content_stems, is_content, low_words, plain_words, stem, words

FEWEST = 3  # words with content of what is told; a cut that leaves fewer was none
QUOTING = 0.5  # of a sentence's words, from which what it tells is somebody's words
AGE = re.compile(r", \d{1,3},")  # "Ida Holm, 61, resigned"
CLOCK = re.compile(r"\b\d{1,2}(?::\d{2}|(?:\.\d{2})? ?[ap]\.?m\b)", re.ASCII | re.IGNORECASE)  # "13:55", "1.55pm"
NUMBER = re.compile(r"\d{1,3}(?:,\d{3}){1,4}|\d{1,12}(?:\.\d{1,6})?", re.ASCII)
CLOSING = ("”", '"')
SPEAKER = 4  # words behind a quotation among which is the verb of saying
BEFORE = 12  # words between a verb of saying and what is said: "told the council on Friday that"
CLOSE = 0.05  # part of a number by which another is off at most that is told for it: "nearly 44", "43"
OPENS = 4  # words at most before the name in "In the town of Melk, the council"
TENS = 2  # digits of "thirty"
RAREST = 6.0  # nats; a word that the language hardly knows tells no more than a rare one
JOINTS = re.compile(r"[ \u00a0-]|\.? (?:[A-Z]\.? )?")  # "Ida B. Holm"

Name = frozenset[str]


class MainThing(NamedTuple):
    """What a sentence mainly tells: its names and numbers, each as the senses of its words, and its other words.

    `quoted` says whether that is somebody's words, and `short` whether it is so little that who told it belongs to it.
    """

    names: tuple[Name, ...]
    words: frozenset[str]
    quoted: bool = False
    short: bool = False


def told_clause(text: str, *, language: str = "en") -> str:
    """What a sentence mainly tells, without who told it to whom; somebody's words, where they are most of it."""
    return _most_quoted(text) or _opening(language).sub("", _main(text, language))


def without_teller(text: str, *, language: str = "en") -> str:
    """A sentence without who told it to whom: "Ida Holm told Radio Sand that two ferries left" tells of two ferries."""
    return _opening(language).sub("", _without_speaker(text, language))


def _most_quoted(text: str) -> str:
    quoted = " ".join(QUOTED.findall(text))
    return quoted if len(plain_words(quoted)) >= QUOTING * len(plain_words(text)) else ""


def _main(text: str, language: str) -> str:
    told = _without_speaker(text, language)

    def shortened(found: re.Match[str]) -> str:
        opens = _opens(told[: found.start()], language)
        return f"{found[1]} {found[2]}" if may_be_verb(found[2], language) and not opens else found[0]

    text = _apposition(language).sub(shortened, told)
    return AGE.sub(",", CLOCK.sub("", main_clause(text, language=language)))


def _without_speaker(text: str, language: str) -> str:
    """A sentence without who said it behind the words: "“We sail,” explained Ida Holm, the mayor of Melk"."""
    end = max(text.rfind(mark) for mark in CLOSING) + 1
    return text[:end] if not saying(language).isdisjoint(low_words(text[end:])[:SPEAKER]) and end else text


def main_thing(
    text: str, names: AbstractSet[str], *, plain: AbstractSet[str] = frozenset(), language: str = "en"
) -> MainThing:
    """The main thing of a sentence; `names` are the stems of the words that are names in its story.

    What is one of its `plain` stems, too, is a name with others only: "Police", but "House" in "White House".
    """
    clause = told_clause(text, language=language)
    runs: list[list[Word]] = []
    found_words = words(clause)
    for number, word in enumerate(found_words):
        around = {w.text.lower() for w in found_words[max(0, number - 1) : number + 2]}
        if word.text[0].isdigit() and not around.isdisjoint(_times(language)):
            continue  # "7 April"
        if not _is_name(word, names, language):
            continue
        between = clause[runs[-1][-1].end : word.start] if runs else ""
        if JOINTS.fullmatch(between) and word.text[0].isdigit() == runs[-1][-1].text[0].isdigit():
            runs[-1].append(word)
        else:
            runs.append([word])
    able = (run for run in runs if len(run) > 1 or stem(run[0].text, language=language) not in plain)
    found = tuple(_senses((word.text for word in run), language) for run in able)
    short = len(content_stems(clause, language=language)) < FEWEST  # "he stays": of the mayor, who told it to the radio
    rest = _senses(plain_words(_main(text, language) if short else clause), language) - frozenset().union(*found)
    return MainThing(tuple(name for name in found if name), rest, bool(_most_quoted(text)), short)


def halves(text: str, *, language: str = "en") -> tuple[Name, ...]:
    """The senses of the two things that one tells somebody does: "The town urged calm and is handing out pills"."""
    first, *others = _second_verb(language).split(told_clause(text, language=language))
    parts = (what_is_done(first, language), *others)
    found = tuple(_senses(plain_words(part), language) for part in parts)
    return found if len(found) > 1 and all(len(part) >= FEWEST for part in found) else ()


def side_told(text: str, *, language: str = "en") -> Name:
    """The senses of what a sentence tells beside its main thing: "Ten were hurt, including a nurse from Melk"."""
    _, *sides = _siding(language).split(told_clause(text, language=language), maxsplit=1)
    return _senses(plain_words(" ".join(sides)), language)


def lacking(thing: MainThing, held: AbstractSet[str]) -> tuple[Name, ...]:
    """The names and numbers of a main thing that a text lacks, by the senses it has: of a name, half is enough."""
    return tuple(name for name in thing.names if not _has(held, name))


def part_told(thing: MainThing, held: AbstractSet[str], *, language: str = "en") -> float:
    """The part, from 0 to 1, of the other words of a main thing that a text has."""
    rare = rarities(language)
    whole = sum([min(RAREST, rare[term]) for term in sorted(thing.words)])
    return sum([min(RAREST, rare[term]) for term in sorted(thing.words & held)]) / whole if whole else 1.0


def _has(held: AbstractSet[str], name: Name) -> bool:
    if 2 * len(name & held) >= len(name):
        return True
    return len(name) == 1 and any(_near(number, term) for number in name for term in held | _tens(held))


def _tens(held: AbstractSet[str]) -> frozenset[str]:
    """The numbers of two words that a text may have: "thirty-eight" is 30 and 8 of it."""
    tens = [term for term in held if len(term) == TENS and term.isdigit() and term.endswith("0")]
    return frozenset(str(int(ten) + int(one)) for ten in tens for one in held if one.isdigit() and len(one) == 1)


def _near(one: str, other: str) -> bool:
    mine, theirs = (NUMBER.fullmatch(number) for number in (one, other))
    if not mine or not theirs:
        return False
    first, second = (float(number.replace(",", "")) for number in (one, other))
    return abs(first - second) <= CLOSE * first


def _is_name(word: Word, names: AbstractSet[str], language: str) -> bool:
    low = word.text.lower()
    if low in _times(language) or low in bare_titles(language) or word.text in name_pieces(language):
        return False
    if word.text[0].isdigit() or low in number_words(language):
        return sense(stem(low, language=language), language=language)[0].isdigit() and not _is_year(low)
    return word.text[0].isupper() and stem(word.text, language=language) in names


def _is_year(low: str) -> bool:
    return len(low) == 4 and low[:2] in ("19", "20")


def _senses(found: Iterable[str], language: str) -> Name:
    able = [stem(word, language=language) for word in found if is_content(word, language=language)]
    return frozenset(senses_of(able, language=language))


@cache
def _times(language: str) -> frozenset[str]:
    """The names of days and months, which another article may leave out or word in another way."""
    dates = subject(language, "dates")
    return frozenset(str(word).lower() for key in ("weekdays", "months") for word in dates.get(key, ()))


@cache
def _second_verb(language: str) -> re.Pattern[str]:
    """What links a second verb to a sentence's subject: "and is handing out pills"."""
    data = subject(language, "compare").get("main", {})
    return re.compile(
        rf" (?:{_any(map(str, data.get('linking', ())))}) (?=(?:{_any(map(str, data.get('verbs', ())))})\b)"
    )


@cache
def _siding(language: str) -> re.Pattern[str]:
    """What begins something else that a sentence tells: ", but with tight security"."""
    return re.compile(rf", (?:{_any(map(str, subject(language, 'compare').get('main', {}).get('siding', ())))}) ")


@cache
def _apposition(language: str) -> re.Pattern[str]:
    """What a name is, behind it: "Ida Holm, the mayor of Melk, resigned"."""
    return re.compile(rf"\b([A-Z][\w.’'-]*), (?:{_any(before_nouns(language))}) [^,;“”\"]{{1,80}}, ([a-z]+)\b")


def _opens(text: str, language: str) -> bool:
    """Whether words and a name behind them only say when or where: "On Friday, the council passed a bill, built on"."""
    low = low_words(text)
    openers = subject(language, "compare").get("said_that", {}).get("openers", ())
    return 0 < len(low) <= OPENS and low[0] in openers


@cache
def _opening(language: str) -> re.Pattern[str]:
    """Who said it, in front: "The mayor told Radio Sand on Friday that", "She said", "According to the mayor,"."""
    data = subject(language, "compare")
    links = data.get("said_that", {})
    verbs = _any(verb for verb in saying(language) if not verb.endswith("ing"))
    that, bare, told = (_any(map(str, links.get(key, ()))) for key in ("that", "bare", "addressed"))
    begins = _any((*persons(language), *before_nouns(language)))
    days = _any(str(word).title() for word in subject(language, "dates").get("weekdays", ()))
    return re.compile(
        rf"^[^“”\"]{{0,160}}?\b(?:(?:{verbs})(?: [^\s,;:“”\"]+){{0,{BEFORE}}}? (?:{that})\b"
        rf"|(?:{told})(?: [^\s,;:“”\"]+){{1,{BEFORE}}}? (?=(?:{begins})\b)"
        rf"|(?:{bare})(?: (?:{days}))? (?=(?:{begins})\b))"
        rf"|^(?i:{_any(map(str, data.get('main', {}).get('owed', ())))})\b[^,]*,"
    )


def _any(found: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, found), key=lambda word: (-len(word), word))) or "(?!)"
