"""Find the noun phrase that speaks: behind a cue ("sagte *die Bürgermeisterin von Bonn*") or before it."""

from __future__ import annotations

from collections.abc import Sequence

from digest.extract.frames.words import Frames
from digest.extract.mentions import Mentions
from digest.extract.speech.shapes import Phrase
from digest.extract.speech.tokens import Token
from digest.model import Form, SpeakerKind

LONGEST = 14  # words of a source
SKIPPED = 7  # words between a cue and its source: "sagte am Montag in Bonn der Bürgermeister"
ATTRIBUTE = 4  # words
APPOSITION = 20  # words between the commas behind a name: ", der den Kreis seit zwölf Jahren führt,"
APPOSED = 8  # words from the comma to the name: "die Sprecherin der Polizei, Kommissarin Eva Lang,"
CLAUSE = frozenset(",;:—–(-")


def behind(tokens: Sequence[Token], first: int, high: int, names: Mentions, words: Frames) -> Phrase | None:
    """The phrase that begins at a word, or after time and adverbs there."""
    at = _skip(tokens, first, min(high, first + SKIPPED), words)
    if at >= high or not tokens[at].word or tokens[at].text.lower() in words.said:
        return None
    if tokens[at].text.lower() in words.pronouns:
        return Phrase(at, at, Form.PRONOUN)
    last = at - 1
    for index in range(at, min(high, at + LONGEST)):
        if not _belongs(tokens, index, at, high, words):
            break
        if tokens[index].word:
            last = index
        if _person_ends(names, tokens[index], tokens[at].start):
            return Phrase(at, index, Form.NAME)
    while last >= at and _is_loose(tokens[last], words):
        last -= 1
    if last < at:
        return None
    return _apposed(tokens, at, last, high, names, words) or Phrase(at, last, Form.DESCRIPTION)


def before(tokens: Sequence[Token], cue: int, low: int, names: Mentions, words: Frames) -> Phrase | None:
    """The phrase that ends before a cue, if its clause begins with it: "*Die Bürgermeisterin* sagte"."""
    last = cue - 1
    while last >= low and _passes(tokens[last], words):
        last -= 1
    apposed = last > low and tokens[last].text == ","  # "Karl Ruppert, Bürgermeister von Bonn, sagte"
    if apposed:
        last = next((i for i in range(last - 1, max(low, last - APPOSITION), -1) if tokens[i].text == ","), low) - 1
    start = _clause_start(tokens, last, low, words)
    opening = tokens[start].text.lower() if low <= start <= last else ""
    if opening in words.pronouns and start == last:
        return Phrase(start, start, Form.PRONOUN)
    if not opening or opening in words.skipped or (opening in words.ends and opening not in words.determiners):
        return None
    phrase = behind(tokens, start, last + 1, names, words)
    if phrase is None or phrase.first != start or not _reaches(tokens, phrase.last, last, words):
        return None
    named = _apposed(tokens, start, phrase.last, cue, names, words) if apposed else None
    return named if named is not None and phrase.form is Form.DESCRIPTION else phrase


def _clause_start(tokens: Sequence[Token], last: int, low: int, words: Frames) -> int:
    """Where the clause begins that ends with a word: behind a comma, a quotation or "und"."""
    start = last
    while start > low and tokens[start - 1].text not in CLAUSE and tokens[start - 1].quote < 0:
        start -= 1
    while start < last and tokens[start].text.lower() in words.conjunctions:
        start += 1
    return start


def _reaches(tokens: Sequence[Token], end: int, last: int, words: Frames) -> bool:
    """Whether a phrase goes up to its cue, but for its place ("in Moskau") or another verb ("lachte und | sagte")."""
    if end == last or _is_attribute(tokens[end + 1 : last + 1], words):
        return True
    return end < last - 1 and tokens[last].text.lower() in words.conjunctions and tokens[end + 1].word


def _is_attribute(rest: Sequence[Token], words: Frames) -> bool:
    """Whether what stands between a source and its cue only says where it is: "die Regierung *in Moskau* kündigte"."""
    if len(rest) > ATTRIBUTE or rest[0].text.lower() not in words.attributes:
        return False
    return all(token.capital or token.text.lower() in words.determiners for token in rest[1:])


def _skip(tokens: Sequence[Token], at: int, high: int, words: Frames) -> int:
    """Step over "am Montag", "este lunes", "auch" and the place: "in Bonn"."""
    while at < high:
        low = tokens[at].text.lower()
        if tokens[at].word and low in words.skipped:
            at += 1
            continue
        lead = low in words.attributes or low in words.determiners
        times = [i for i in range(at + 1, min(high, at + 3)) if tokens[i].text.lower() in words.skipped]
        if lead and times:  # "am Montag", "el pasado lunes"
            at = times[-1] + 1
            continue
        place = low in words.attributes and at + 2 < high and tokens[at + 1].capital
        if place and tokens[at + 2].text.lower() in words.determiners:  # "in Bonn der Landrat"
            at += 2
            continue
        break
    return at


def _belongs(tokens: Sequence[Token], index: int, first: int, high: int, words: Frames) -> bool:
    """Whether the word at an index goes on with the phrase that began at `first`."""
    token = tokens[index]
    low = token.text.lower()
    if token.text == ".":
        return index > first and tokens[index - 1].text.lower() in words.dotted and index + 1 < high
    if not token.word:
        return False
    if index == first:
        return low not in words.ends or low in words.determiners
    if low in words.joins:
        return _leads_on(tokens, index, high, words)
    return not _is_over(tokens[index - 1], token, words)


def _is_over(last: Token, token: Token, words: Frames) -> bool:
    """Whether a phrase that had come to `last` is over: "nach Angaben der Feuerwehr | brannte"."""
    low = token.text.lower()
    if low in words.ends or low in words.said or low in words.conjunctions or low in words.skipped:
        return True
    if low in words.determiners:
        return last.text.lower() not in words.joins
    return words.nouns_have_capitals and last.capital and not token.capital


def _leads_on(tokens: Sequence[Token], index: int, high: int, words: Frames) -> bool:
    """Whether "der", "von" or "de" leads to what the noun belongs to, and not to those who are told: "der Zeitung"."""
    following = [token.text.lower() for token in tokens[index + 1 : min(high, index + 4)] if token.word]
    return bool(following) and not any(word.endswith(words.told) for word in following)


def _is_loose(token: Token, words: Frames) -> bool:
    """Whether no phrase ends in a word: "der", "von", and in German whatever has no capital."""
    low = token.text.lower()
    if low in words.joins or low in words.determiners:
        return True
    return words.nouns_have_capitals and not token.capital


def _passes(token: Token, words: Frames) -> bool:
    """Whether a word may stand between the subject and its cue: "*también* dijo", "*le ha* dicho"."""
    low = token.text.lower()
    return low in words.helpers or (low in words.skipped and not token.capital)


def _person_ends(names: Mentions, token: Token, start: int) -> bool:
    found = names.at(token.start, token.end)
    return any(m.end == token.end and m.start >= start and m.kind is SpeakerKind.PERSON for m in found)


def _apposed(  # noqa: PLR0913, PLR0917 - a phrase and what stands behind it
    tokens: Sequence[Token], first: int, last: int, high: int, names: Mentions, words: Frames
) -> Phrase | None:
    """The person who is named right behind a description: "die Bürgermeisterin von Bonn, Ana Ruiz, …"."""
    if last + 2 >= high or tokens[last + 1].text != ",":
        return None
    for index in range(last + 2, min(high, last + 2 + APPOSED)):
        token = tokens[index]
        if not token.word or token.text.lower() in words.said:
            return None
        if _person_ends(names, token, tokens[last + 2].start):
            closed = index + 1 >= high or not tokens[index + 1].word
            return Phrase(first, index, Form.NAME) if closed else None
    return None
