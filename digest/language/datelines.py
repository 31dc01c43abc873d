"""Find where a sentence begins behind its dateline, which says where a report comes from and is no part of it.

"BERN, Jan. 9 (Agency) -- The bridge is open." -> "The bridge is open."
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from digest.language import subject
from digest.language.headings import glued_heading_end
from digest.language.terms import function_words, words
from digest.model import Article, BlockKind, Excerpt, Sentence

NAME = r"[^\W\d_a-z][\w.'’/-]{0,30}"  # "Bern", "ST.", "LONDON/BERN"
PLACE = rf"{NAME}(?: {NAME}){{0,3}}(?:, {NAME}(?: {NAME}){{0,2}}){{0,2}}"  # "Port Sand, N.Y."
DATE = r"(?:, ?| )?[^\W\d_a-z][^\W\d_]{2,8}\.? \d{1,2}|(?:, ?| )?\d{1,2}\.? [^\W\d_a-z][^\W\d_]{2,8}\.?"  # ", Jan. 9"
AGENCY = r" ?\([^\W\d_a-z][\w.,'’/& -]{1,40}\)"  # " (Agency)", " (May 2, 2014)"
DATELINE = re.compile(
    rf"(?P<place>{PLACE})?(?:{DATE})?(?P<agency>{AGENCY})?(?: ?(?:--|[—–―\x96\x97]-?) ?| - )(?=[\"“„«‘']?[^\W_a-z])"
)
COLON = re.compile(rf"(?P<place>{PLACE}): (?=[\"“„«‘']?[^\W_a-z])")  # "BERN: The bridge is open."
DASHES = ("--", "—", "–", "―", "\x96", "\x97", " - ")  # most sentences have none
SIGNS = (*DASHES, ": ")
SHOUTED = r"[^\W\d_a-z](?:[^\W\d_a-z]|[.'’/-]){2,30}"  # "BERN", "BERN/PARIS"
MONTH_DAY = r"(?:, [^\W\d_a-z][^\W\d_]{2,8}\.? \d{1,2})?"  # ", July 6"
BARE = re.compile(
    rf"(?P<place>{SHOUTED}(?: {SHOUTED}){{0,2}})(?:, {NAME}(?: {NAME})??)?{MONTH_DAY}(?P<colon>:)? {{1,3}}"
    r"(?=[\"“„«‘']?[^\W\d_a-z](?:[^\W\d_A-Z]|\.|\b))"
)
OPENS = r"(?=[\"“„«‘']?[^\W\d_a-z])"
REST = re.compile(rf"(?:(?:--|[—–―\x96\x97]) |\([^\W\d_a-z]{{2,10}}\) ?){OPENS}")  # "— The bridge", "(XYZ)The bridge"
SENTENCE_END = (".", "!", "?", "”", '"')
EARLY = 6  # sentences of a body, captions among them, in which a place may stand without a dash
LONG = 7  # letters that a place has and no abbreviation: "BAGHDAD", not "UNESCO"
LEAST = 5  # words that a sentence has behind its dateline
NAMES = 2  # words of a place in small letters
SHORTEST = 3  # letters of a place in capitals: not "A - The first"


def dateline_end(text: str, *, language: str = "en", first: bool = False) -> int:
    """Where a text begins behind its dateline: a place in capitals, or an agency in brackets, and a dash; 0 without.

    The `first` paragraph of an article may have a place in small letters, too, "Port Sand – The bridge is open.", or a
    colon, "PORT SAND: The bridge is open."
    """
    found = DATELINE.match(text) if any(dash in text for dash in DASHES) else None
    agency = found["agency"] if found else None
    if first and found is None:
        found = COLON.match(text)
    if found is None or not (found["place"] or agency):
        return 0
    place = (found["place"] or "").partition(",")[0]
    shouted = place.isupper() and sum(map(str.isalpha, place)) >= SHORTEST
    meant = shouted or agency or (first and _opens(text, found, language))
    if not meant or place.rpartition(" ")[2].lower() in _no_places(language):
        return 0
    return found.end() if sum(1 for _ in words(text[found.end() :])) >= LEAST else 0


def bare_dateline_end(text: str, body: str, *, language: str = "en", first: bool = False) -> int:
    """Where a text begins behind a place in capitals with no dash behind it, as agencies' texts were kept; 0 without.

    "PORT SAND The bridge is open": the place is a long word, or `body` has it in small letters, too: "Port Sand". In
    the `first` sentence a colon may stand behind it.
    """
    found = BARE.match(text)
    if found is None or (found["colon"] and not first):
        return 0
    place = found["place"]
    name = place.title()
    known = sum(map(str.isalpha, place)) >= LONG or re.search(rf"\b{re.escape(name)}\b", body) is not None
    following = next((word.text for word in words(text[found.end() :])), "")
    if not known or f"{name} {following}" in body or place.rpartition(" ")[2].lower() in _no_places(language):
        return 0
    return found.end() if sum(1 for _ in words(text[found.end() :])) >= LEAST else 0


def stamp_end(text: str, *, language: str = "en", early: bool = False) -> int:
    """Where a text begins behind a stamp, or what is left of a dateline; 0 without.

    "Updated at 4 p.m.: The bridge is open."; `early` in an article "— The bridge is open.", "(XYZ)The bridge is open."
    """
    stamps = _stamps(language)
    if stamps is None or not text.endswith(SENTENCE_END):
        return 0
    found = stamps.match(text) or (REST.match(text) if early else None)
    return found.end() if found and sum(1 for _ in words(text[found.end() :])) >= LEAST else 0


def _opens(text: str, found: re.Match[str], language: str) -> bool:
    """Whether a short name, a dash between spaces, and a sentence's opening follow one another."""
    spaced = found.group().endswith((" — ", " – ", " ― ", " -- ", " - "))
    opening = next(iter(words(text[found.end() :])), None)
    known = opening is not None and opening.text.lower() in function_words(language)
    return spaced and known and found["place"].count(" ") < NAMES


def told_excerpt(article: Article, sentence: Sentence) -> Excerpt:
    """A sentence's words without the dateline or the cross-heading before them."""
    start = sentence.start
    text = article.text[start : sentence.end]
    opens = start == article.blocks[sentence.block].start
    if opens and (_has_sign(text) or text[0] == "(" or BARE.match(text)):
        body = [s.start for s in islice((s for s in article.sentences if s.kind is BlockKind.BODY), EARLY)]
        cut = dateline_end(text, language=article.language, first=body[:1] == [start])
        cut = cut or stamp_end(text, language=article.language, early=start in body)
        if not cut and start in body:
            cut = bare_dateline_end(text, article.text, language=article.language, first=body[:1] == [start])
        start += cut
    start += glued_heading_end(article.text[start : sentence.end], language=article.language)
    return article.excerpt(start, sentence.end)


def has_dateline(article: Article, sentence: Sentence) -> bool:
    """Whether something other than a stamp stands before a sentence: a place, a cross-heading."""
    text = article.text[sentence.start : sentence.end]
    cut = told_excerpt(article, sentence).span.start > sentence.start
    return cut and not stamp_end(text, language=article.language, early=True)


def _has_sign(text: str) -> bool:
    """Whether a text has what stands behind a dateline."""
    for sign in SIGNS:  # noqa: SIM110  # a generator takes twice the time
        if sign in text:
            return True
    return False


@cache
def _no_places(language: str) -> frozenset[str]:
    return frozenset(map(str, subject(language, "summarize").get("no_places", ())))


@cache
def _stamps(language: str) -> re.Pattern[str] | None:
    """What stands before a piece of news that was put in later: "Updated at 4 p.m.: "."""
    listed = map(str, subject(language, "summarize").get("stamps", ()))
    found = "|".join(map(re.escape, listed))
    return re.compile(rf"(?i:{found})\b(?:[^:“”\"]|:(?=\d)){{0,40}}: {OPENS}") if found else None
