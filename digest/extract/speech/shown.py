"""Tell words that somebody said from words that only stand in quotation marks: titles, terms, rejected words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.extract.speech.place import Place
from digest.extract.speech.tokens import Token

WORD = re.compile(r"[^\W_]+(?:[-’'.&][^\W_]+)*")
LONGEST_TITLE = 12  # words
DENIAL_REACH = 20  # words between "denied" and the quotation
REFERRER = 8  # words before "referred to as" in which it may say by whom: "what many in the town referred to as"
REJECTION_REACH = 10  # words between the verb and the quotation: "rejected the claim about a “new axis”"

REJECTED, TITLE, TERM, SCARE = "rejected words", "title of a work", "name or term", "scare quotes"


def why_hidden(place: Place, text: str) -> str | None:
    """The rule by which a page must not print the words as somebody's statement, or None."""
    if _rejected(place):
        return REJECTED
    if _named(place) or _told(place) or _numbered(text) or _given(place, text):
        return TERM
    if _title(place, text):
        return TITLE
    return None


def is_scare(place: Place, text: str) -> bool:
    """Whether a short phrase is woven into the outlet's own sentence: it has neither a capital nor an end mark."""
    return len(WORD.findall(text)) <= 4 and not text[:1].isupper() and place.ending not in ".?!"


def is_of_thing(place: Place, cue: int) -> bool:
    """Whether words tell of a thing, instead of what was said: "announced a plan that will end “red tape”"."""
    words, texts = place.words, [token.text for token in place.tokens[cue : place.at]]
    thing = len(texts) > 1 and texts[0] in words.takes_object and texts[1] in words.determiners - words.that
    return thing and not words.relatives.isdisjoint(texts[2:]) and words.attributing.isdisjoint(texts[1:])


def _rejected(place: Place) -> bool:
    """Ms Ito rejected the claim about a “new axis”; Ms Ito dismissed the “new axis” theory."""
    tokens, words = place.tokens, place.words
    if _denied(place) or _refused(place):
        return True
    low = max(place.low, place.at - REJECTION_REACH)
    noun = place.at + 1 < place.high and tokens[place.at + 1].text in words.rejected
    for index in range(place.at - 1, low - 1, -1):
        token = tokens[index]
        if token.quote >= 0 or token.text in words.rejection_ends:
            return False
        if token.text in words.rejecting or (token.text in words.rejecting_back and tokens[index + 1].text == "at"):
            return noun
        if token.text in words.rejected and tokens[index - 1].text not in words.rejecting - words.rejected:
            noun = noun or index > place.low
            continue
        noun = noun or token.text in words.rejected
    return False


def _denied(place: Place) -> bool:
    """Ms Ito denied that the plan was “a new axis”; Ms Ito denies having called it “a new axis”.

    What stands right behind the verb, 'denied “any part in it”', is the denier's own wording.
    """
    tokens, words = place.tokens, place.words
    for index in range(place.at - 1, max(place.low, place.at - DENIAL_REACH) - 1, -1):
        if not tokens[index].word or tokens[index].text in words.denial_ends:
            return False
        if tokens[index].text in words.denying:
            between = tokens[index + 1 : place.at]
            clause = between and (between[0].text in words.that or between[0].text.endswith("ing"))
            if not clause and any(token.text in words.finite for token in between):
                return False  # 'the clerk who denies theft told the court that it was “a loan”'
            return any(token.text not in words.determiners for token in between)
    return False


def _refused(place: Place) -> bool:
    """Ms Ito refused to call the lock a “new axis”; but not: refused to leave what she called a “new axis”."""
    tokens, words = place.tokens, place.words
    for index in range(place.at - 3, max(place.low, place.at - DENIAL_REACH) - 1, -1):
        if tokens[index].text in words.refusing and tokens[index + 1].text in words.to:
            verb, *between = tokens[index + 2 : place.at]
            return verb.text in words.bases and all(t.word and t.text not in words.verbs for t in between)
    return False


def _named(place: Place) -> bool:
    """The group known as “Green Roots”; the so-called “roots”; the term “roots”; Robert “Bob” Roth; (“the Company”)."""
    tokens, words = place.tokens, place.words
    before = tokens[place.at - 1] if place.at > place.low else None
    after = tokens[place.at + 1] if place.at + 1 < place.high else None
    if before is None:
        return False
    if before.text == "(" and after is not None and after.text == ")":
        return True
    index = place.at - 1
    if before.text in words.calling and index > place.low and tokens[index - 1].text in words.works:
        return True  # "a video called “Behind the lock”"
    while index > place.low and tokens[index].text in words.determiners:
        index -= 1
    if tokens[index].text in words.naming_nouns:
        return True
    return tokens[index].text == "as" and index > place.low and _is_known(place, index - 1)


def _is_known(place: Place, at: int) -> bool:
    """Whether everybody calls it so: "known as", "referred to as", but not "what Ms Ito referred to as"."""
    tokens, words = place.tokens, place.words
    if tokens[at].text in words.known:
        return True
    verb = at - 1
    if verb <= place.low or tokens[at].text not in words.to or tokens[verb].text not in words.referred:
        return False
    before = tokens[max(place.low, verb - REFERRER) : verb]
    return before[-1].text in words.being or not any(
        token.text in words.naming_words or token.text in words.relatives for token in before
    )


def _told(place: Place) -> bool:
    """To whom somebody spoke: "Ms Ito told “senior clerks” of it"."""
    tokens, words = place.tokens, place.words
    told = place.at > place.low and tokens[place.at - 1].text in words.told and place.ending not in ",.?!"
    return told and place.at + 1 < place.high and tokens[place.at + 1].word


def _given(place: Place, text: str) -> bool:
    """A name that a thing is given: it became a “Green Lock Day”; the café sold a “Lock-for-All” cake."""
    tokens, words = place.tokens, place.words
    parts = WORD.findall(text)
    index = place.at - 1
    if index <= place.low or not _has_capitals(place, parts):
        return False
    after = tokens[place.at + 1] if place.at + 1 < place.high else None
    noun = after is not None and after.word and after.text.islower() and after.text not in words.phrase_ends
    if len(parts) <= 2 and noun and tokens[index].text in words.new:
        return True
    while index > place.low and tokens[index].word and tokens[index].text.islower() and place.at - index <= 4:
        if tokens[index].text in words.becoming:
            return True
        index -= 1
    return False


def _numbered(text: str) -> bool:
    """A name that a number tells from others of its kind: “Witness 2”, “Project Dawn 3.0”."""
    first, *others = WORD.findall(text)[:3] or [""]
    numbered = bool(others) and others[-1].replace(".", "").isdecimal()
    return numbered and all(part[:1].isupper() for part in (first, *others[:-1])) and len(WORD.findall(text)) <= 3


def is_titled(place: Place, text: str) -> bool:
    """Whether words of two or more look like a title: all but the small ones have a capital, and they are no cry."""
    parts = WORD.findall(text)
    return len(parts) > 1 and _has_capitals(place, parts)


def _has_capitals(place: Place, parts: Sequence[str]) -> bool:
    if not 1 <= len(parts) <= LONGEST_TITLE or place.ending in "!?:":
        return False
    words = place.words
    capitals = [p for p in parts if p[0].isupper() or p[0].isdigit()]
    large = [p for p in parts if len(p) > 4]
    small = [p for p in parts if p in words.prepositions or p in words.determiners or p in words.conjunctions]
    most = len(capitals) * 2 >= len(parts) + 1
    every = len(capitals) > 1 and len(capitals) + len(small) == len(parts)  # “Man of the Hour”
    return parts[0][0].isupper() and all(p[0].isupper() for p in large) and (most or every)


def _title(place: Place, text: str) -> bool:
    """On Friday's “Morning with Ito”; her book “The Green Years”; her first book, “The Green Years”."""
    parts = WORD.findall(text)
    if not _has_capitals(place, parts):
        return False
    words = place.words
    before = place.tokens[place.at - 1] if place.at > place.low else None
    after = place.tokens[place.at + 1] if place.at + 1 < place.high else None
    if before is None:
        return False
    if before.text == "," and place.at - 2 >= place.low and place.tokens[place.at - 2].text in words.works:
        return True
    if before.text in words.works or (after is not None and after.text in words.works):
        return True
    if before.possessive or before.text in "’'":  # "on Bern News’ “Hanna”"
        return len(parts) > 1 or place.ending == ","
    return len(parts) > 1 and (before.text in words.airs or _leads(before, place) or _is_performed(place))


def _is_performed(place: Place) -> bool:
    """Whether somebody sings or plays it: "she sang his “Green Lock of Bern”"."""
    index = place.at - 1
    while index > place.low and place.tokens[index].text in place.words.determiners:
        index -= 1
    return place.tokens[index].text in place.words.performs


def _leads(before: Token, place: Place) -> bool:
    """Whether a preposition or an article leads to the words, and no cue verb leads to that."""
    words = place.words
    index = place.at - 1
    while index >= place.low and (
        place.tokens[index].text in words.determiners or place.tokens[index].text in words.prepositions
    ):
        index -= 1
    if index == place.at - 1 or place.tokens[index + 1].text.lower() not in words.title_leads:
        return False
    verb = place.tokens[index].text if index >= place.low else ""
    return verb not in words.finite and verb not in words.participles
