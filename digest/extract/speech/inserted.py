"""Who is named in the middle or at the end of what is said: "it was, said Ms Ito, “…”"; “…” — Ann Ito; “…,” Ann Ito."""

from __future__ import annotations

from digest.extract.speech.governing import Found
from digest.extract.speech.phrases_after import phrase_starting
from digest.extract.speech.place import SIGNING, Place
from digest.model import Form

REACH = 14  # words between the cue and the quotation: "said one of the drivers, Ann Ito,"


def said_inserted(place: Place) -> Found | None:
    """It was, said Ms Ito, “…”: a verb of speech between commas, with its subject behind it."""
    tokens, words = place.tokens, place.words
    if place.at - 1 <= place.low or tokens[place.at - 1].text != ",":
        return None
    for cue in range(place.at - 3, max(place.low, place.at - REACH) - 1, -1):
        if tokens[cue].quote >= 0:
            return None
        verb = tokens[cue].text
        if verb not in words.speech or verb in words.told or verb in words.telling or verb in words.participles:
            continue
        if cue == place.low or tokens[cue - 1].text not in ",-—–":
            return None
        phrase = phrase_starting(tokens, cue + 1, place.at, words)
        closed = phrase is not None and tokens[phrase.last + 1].text == ","
        return Found(phrase, cue) if phrase and closed else None
    return None


def signed(place: Place) -> Found | None:
    """“…” — Ann Ito: the name, and nothing else, behind a dash and a quotation that is the whole paragraph's."""
    dash = place.at + 1
    if dash >= place.high or place.tokens[dash].text not in SIGNING:
        return None
    return _named_alone(place, dash)


def named_behind(place: Place) -> Found | None:
    """“…,” Mayor Ann Ito. The verb was forgotten between a comma and a full name."""
    found = _named_alone(place, place.at) if place.ending == "," else None
    return found if found and found.phrase.last > place.at + 1 else None


def _named_alone(place: Place, before: int) -> Found | None:
    """The name behind a token and a quotation that opens the sentence, with nothing but a role behind it."""
    tokens, words = place.tokens, place.words
    if place.at != place.low or before + 1 >= place.high:
        return None
    phrase = phrase_starting(tokens, before + 1, place.high, words)
    if phrase is None or phrase.form is not Form.NAME or (phrase.first != before + 1 and before > place.at):
        return None
    rest = tokens[phrase.last + 1 : place.high]
    ends = not any(token.word or token.quote >= 0 for token in rest)
    titled = bool(rest) and rest[0].text == "," and not any(t.text in words.finite or t.quote >= 0 for t in rest)
    return Found(phrase, before) if ends or titled else None
