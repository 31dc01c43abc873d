"""Find the noun phrase that ends before a cue: "the former mayor of Bern, Ann Ito, said"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from digest.extract.cues import Cues
from digest.extract.speech.shapes import Phrase, shape
from digest.extract.speech.tokens import Token
from digest.model import Form

LONGEST = 14  # words of a speaking noun phrase: "a former spokesman for the mayor of the city of Bern"
RELATIVE = 9  # words of a relative clause up to its object
PARTY = re.compile(r"[A-Z]{1,3}-[A-Z][\w.]*")  # "Ann Ito, R-Utah, who …, said"
NAMED = 4  # words of a name between two commas
APPOSITION = 30  # words between two commas: ", who has led the department since 2012,"


def phrase_before(tokens: Sequence[Token], at: int, low: int, words: Cues) -> Phrase | None:
    """The subject of the verb at `at`, which ends before it; None where the subject is elsewhere."""
    last = _skip_adverbs(tokens, at - 1, low, words)
    for _ in range(4):
        if last < low:
            return None
        token = tokens[last]
        if token.text in words.relatives and last - 1 >= low:
            last -= 1
            if tokens[last].text == ",":
                last -= 1
            continue
        if token.text == ")":
            last = _back_to(tokens, last, low, "(") - 1
            continue
        if token.text == "," and last - 1 >= low and tokens[last - 1].text == ")":  # "Ito (Green), said"
            last -= 1
            continue
        if token.text in ",—–-":
            return _before_apposition(tokens, last, low, words)
        break
    phrase = phrase_ending(tokens, last, low, words)
    if phrase is None:
        return None
    if phrase.form is Form.DESCRIPTION and any(token.text in words.whose_verb for token in tokens[last + 1 : last + 3]):
        return _name_at_end(tokens, phrase, words) or phrase
    return _before_relative(tokens, phrase, low, words) or _before_role(tokens, phrase, low, words) or phrase


def _name_at_end(tokens: Sequence[Token], phrase: Phrase, words: Cues) -> Phrase | None:
    """Who is meant by "who" behind a thing and a name: "It drew a cold answer from Ann Ito, who said"."""
    first = phrase.last
    while first > phrase.first and tokens[first - 1].capital:
        first -= 1
    inside = [token.text for token in tokens[phrase.first : first]]
    head = next((i - 1 for i, text in enumerate(inside) if i and text in words.prepositions), None)
    if not tokens[first].capital or head is None or inside[-1] not in words.prepositions:
        return None
    noun = inside[head].lower()
    somebody = noun in words.heads or noun in words.speaking or noun in words.strangers
    return None if somebody else shape(tokens, first, phrase.last, words)


def _before_role(tokens: Sequence[Token], phrase: Phrase, low: int, words: Cues) -> Phrase | None:
    """The name before a role that no comma closes: "Ann Ito, Deputy Head of Bern House told Radio Thun"."""
    first, noun = phrase.first, tokens[phrase.last].text
    role = noun in words.titles or noun.lower() in words.heads or noun.lower() in words.stands_for
    role = role or noun.lower() in words.speaking
    if phrase.form is not Form.NAME or not role or tokens[phrase.last + 1].text not in words.belongs:
        return None
    while first - 1 > low and tokens[first - 1].capital:
        first -= 1
    name = phrase_ending(tokens, first - 2, low, words) if first - 2 >= low and tokens[first - 1].text == "," else None
    return name if name and name.form is Form.NAME and name.last > name.first else None


def _before_relative(tokens: Sequence[Token], phrase: Phrase, low: int, words: Cues) -> Phrase | None:
    """The noun that a relative clause describes, if the phrase is only its object: "A clerk who lost his job said"."""
    acts = False
    for index in range(phrase.first - 1, max(low, phrase.first - RELATIVE) - 1, -1):
        token = tokens[index]
        if not token.word:
            return None
        if token.text in words.whose_verb:
            return phrase_ending(tokens, index - 1, low, words) if acts and index > low else None
        verb = token.text.endswith(("ed", "es")) or token.text in words.irregular or token.text in words.finite
        if verb and token.text in words.clausal:
            return None  # "a clerk who thinks that Ms Ito said"
        acts = acts or (verb and token.text.islower())
    return None


def _skip_adverbs(tokens: Sequence[Token], last: int, low: int, words: Cues) -> int:
    while last >= low and (
        tokens[last].text in words.auxiliaries
        or tokens[last].text in words.adverbs
        or (tokens[last].text.endswith("ly") and tokens[last].text.islower())
        or _is_time(tokens, last, low, words)
    ):
        last -= 1 + _is_time(tokens, last, low, words)
        if tokens[last + 1].text in words.not_names and last >= low and tokens[last].text == "on":
            last -= 1  # "the ministry on Tuesday said"
    return last


def _is_time(tokens: Sequence[Token], last: int, low: int, words: Cues) -> bool:
    """Whether two words tell when, behind the one who speaks: "Ms Ito last year said"."""
    told = last - 1 > low and tokens[last].text in words.spans and tokens[last - 1].text in words.times
    return told and not tokens[last - 2].text.endswith("ed")  # "the report published last year"


def _back_to(tokens: Sequence[Token], at: int, low: int, mark: str) -> int:
    for index in range(at - 1, max(low, at - APPOSITION) - 1, -1):
        if tokens[index].text == mark:
            return index
    return at


def _before_apposition(tokens: Sequence[Token], comma: int, low: int, words: Cues) -> Phrase | None:
    """Go back over ", mayor of Dayton, Ohio," to the phrase that it explains."""
    mark = tokens[comma].text
    for index in range(comma - 1, max(low, comma - APPOSITION) - 1, -1):
        token = tokens[index]
        if token.quote >= 0:
            return None
        if token.text != mark:
            continue
        last = index - 1
        if last >= low and tokens[last].text == ")":
            last = _back_to(tokens, last, low, "(") - 1
        if last < low:
            return None
        phrase = phrase_ending(tokens, last, low, words)
        if named := _named_inside(tokens, index + 1, comma - 1, phrase, words):
            return named
        other = tokens[phrase.first - 1].text in words.other_name if phrase and phrase.first - 2 > low else False
        if (
            phrase is None
            or PARTY.fullmatch(tokens[last].text)
            or other
            or _before_party(tokens, last, low, words) < last
        ):
            continue  # "the Friends of Bern, or FOB, a club"
        if phrase.form is Form.DESCRIPTION and _is_place(tokens, phrase, low, words):
            return phrase_ending(tokens, comma - 1, index + 1, words)
        if tokens[phrase.last].word and not tokens[phrase.last].text[0].isdigit() and _can_speak(tokens, phrase, words):
            return _before_which(tokens, phrase, low, words) or _named_in_front(tokens, phrase, low, words) or phrase
    return None


def _named_inside(tokens: Sequence[Token], first: int, last: int, before: Phrase | None, words: Cues) -> Phrase | None:
    """The person named between two commas behind an office or its place: "Head of Police, Bern, Jan Ito, told Bern TV".

    None where what stands before speaks for itself: "His wife, Ann Ito, said", "Tom Roth, Ann Arbor Police, said".
    """
    inside = tokens[first : last + 1]
    if not 1 < len(inside) <= NAMED or inside[0].text not in words.given:
        return None
    if not all(token.word and token.text[0].isupper() and not token.possessive for token in inside):
        return None
    if before is not None and before.form is Form.DESCRIPTION and _can_speak(tokens, before, words):
        return None
    if before is not None and before.form is Form.NAME and tokens[before.first].text in words.given:
        return None
    return Phrase(first, last, Form.NAME)


def _is_place(tokens: Sequence[Token], phrase: Phrase, low: int, words: Cues) -> bool:
    """Whether a phrase only tells where the sentence begins: "At a rally to mark the day, its head Ann Ito, said"."""
    before = phrase.first - 1
    return before == low and tokens[before].text in words.prepositions and tokens[before].text not in words.openers


def _named_in_front(tokens: Sequence[Token], phrase: Phrase, low: int, words: Cues) -> Phrase | None:
    """Who opens the sentence, if the phrase only describes who that is: "Ann Ito, head of a club, which …, said"."""
    if phrase.first - 3 < low or tokens[phrase.first - 1].text != "," or phrase.form is not Form.DESCRIPTION:
        return None
    last = _before_party(tokens, phrase.first - 2, low, words)
    name = phrase_ending(tokens, last, low, words)
    opens = name is not None and name.form is Form.NAME and name.first == low and name.last > name.first
    return name if opens else None


def _before_party(tokens: Sequence[Token], last: int, low: int, words: Cues) -> int:
    """The last word before ", Democrat of Ohio", if such words end at `last`."""
    first = next((i for i in range(last, max(low, last - 4), -1) if tokens[i].text == ","), None)
    party = first is not None and tokens[first + 1].capital and tokens[first + 2].text in words.owns
    return first - 1 if first is not None and party else last


def _before_which(tokens: Sequence[Token], phrase: Phrase, low: int, words: Cues) -> Phrase | None:
    """What opens the sentence, if the phrase is but named beside it: "The suit, which was filed by Ito and Roth,"."""
    which = next((i for i in range(low + 2, phrase.first) if tokens[i].text in words.whose_verb), None)
    if which is None or tokens[which - 1].text != ",":
        return None
    opener = phrase_ending(tokens, which - 2, low, words)
    if opener is None or opener.first != low:
        return None
    return opener if any(tokens[i].text in words.by for i in range(which, phrase.first)) else None


def _can_speak(tokens: Sequence[Token], phrase: Phrase, words: Cues) -> bool:
    if phrase.form is Form.DESCRIPTION:
        inside = tokens[phrase.first : phrase.last]
        own = takewhile(lambda token: token.text not in words.prepositions, inside)
        owned = any(token.possessive for token in own)  # "Ms Ito's lawyer", but not "head of the Children's Fund"
        return owned or tokens[phrase.first].text in words.determiners
    if not phrase.first:
        return True
    before = tokens[phrase.first - 1]
    clause = before.capital and before.text in words.openers and before.text.lower() not in words.joins
    return clause or before.text not in words.prepositions  # "As Ms Ito, the mayor, put it"


def phrase_ending(tokens: Sequence[Token], last: int, low: int, words: Cues) -> Phrase | None:
    """The noun phrase whose last word is `last`."""
    token = tokens[last]
    if not token.word or (token.text[0].isdigit() and not token.text.endswith(words.aged)):
        return None
    if token.text in words.pronouns:
        return Phrase(last, last, Form.PRONOUN)
    if token.text in words.never_sources or token.text in words.bare_determiners:
        return None
    first = last
    while first - 1 >= low and last - first < LONGEST and _continues(tokens, first - 1, words):
        first -= 1
    first = _trim(tokens, first, last, words)
    return shape(tokens, first, last, words)


def _continues(tokens: Sequence[Token], at: int, words: Cues) -> bool:
    """Whether the phrase may begin still earlier, with the word at `at`."""
    token = tokens[at]
    if token.text == ".":
        return at > 0 and (tokens[at - 1].text in words.dotted or len(tokens[at - 1].text) == 1)
    if token.text in "'’":
        return at > 0 and tokens[at - 1].text.endswith("s")  # "the employers’ federation"
    if token.text in ("and", "&"):
        return at > 0 and tokens[at - 1].capital and tokens[at + 1].capital
    if not token.word or token.text in words.joins:
        return token.word or token.text == "@"  # "the @ito feed"
    return token.text not in words.never_inside and (
        token.capital or token.text not in words.finite or _is_noun(tokens, at, words)
    )


def _is_noun(tokens: Sequence[Token], at: int, words: Cues) -> bool:
    """Whether a cue verb that is also a noun is one here: "the report from", "a ministry report released", "of it"."""
    after = tokens[at + 1]
    if at and tokens[at - 1].possessive and tokens[at].text in words.bases - words.pasts:
        return True  # "Oslo's state auditor"
    if tokens[at].text not in words.also_nouns or not (after.text in words.joins or after.text.endswith("ed")):
        return False
    return any(tokens[i].text in words.determiners or tokens[i].possessive for i in range(max(0, at - 3), at))


def _is_verb(tokens: Sequence[Token], at: int, words: Cues) -> bool:
    text, after = tokens[at].text, tokens[at + 1].text
    verb = text.islower() and (text.endswith("ed") or text in words.irregular)
    return verb and (after in words.by or after in words.determiners)


def _trim(tokens: Sequence[Token], first: int, last: int, words: Cues) -> int:
    """Take "On Monday" off "On Monday the spokesman", "to CNN" off what stands before a name."""
    while first < last and (
        tokens[first].text in words.leading or tokens[first].text in words.not_names or not tokens[first].word
    ):
        first += 1
    if first < last and _is_verb(tokens, first, words):
        return (
            first + 1 + (tokens[first + 1].text in words.by)
        )  # "posted by an aide", "posted a letter from his doctor"
    if tokens[first].text in words.prepositions:
        starts = [
            i
            for i in range(first + 2, last + 1)
            if tokens[i].text in words.determiners and tokens[i - 1].text not in words.prepositions
        ]
        if starts:
            return starts[-1] if tokens[starts[0]].text.islower() and len(starts) == 1 else starts[0]
        index = last
        while index > first and (tokens[index - 1].capital or tokens[index - 1].text == "."):
            index -= 1
        return index
    return first
