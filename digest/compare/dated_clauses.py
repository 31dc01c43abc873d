"""Say whether a sentence tells what happened on a date, or only mentions the date beside another thing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from digest.language import subject
from digest.language.asides import without_asides
from digest.language.deeds import BOUND, saying
from digest.language.tenses import is_past, is_regular_past, may_be_verb
from digest.language.terms import low_words

BRACKETS = re.compile(r"\([^()]*\)")
CLOSING = '”"'
FEW = 1  # words of what is no clause by itself: ", on Monday"
SPAN = 20  # letters of the first date of a span
RANGE = 6  # words before a date in which "between" makes it the end of a range


def is_mentioned(text: str, start: int, end: int, *, language: str = "en", how: str = "") -> bool:
    """Whether the date at `text[start:end]` belongs to something that the sentence tells beside its event.

    "Before a storm in May, the pier was closed", "laws passed in 2010 are old", "when they meet on Friday". `how` is
    "guessed" for one such as "Friday", taken for the last one although only a verb in the past can show that, and
    "ahead" for one that is still to come.
    """
    data = subject(language, "compare").get("dates", {})
    if start < 0 or not data.get("links"):  # the date of a dateline
        return False
    text = BRACKETS.sub(lambda found: " " * len(found.group()), text)
    ends = [0, *(found.end() for found in BOUND.finditer(text, 0, start))]
    begin = next(
        (end for end in reversed(ends) if len(low_words(text[end:start])) > FEW), 0
    )  # "in Bern, Ohio, next week"
    before = low_words(text[begin:start])
    link = max((n for n, word in enumerate(before) if word in data["links"]), default=-1)
    own = before[link + 1 :]
    asked = set(data.get("asked", ()))
    after = BOUND.search(text, end)
    rest = text[end : after.start() if after else len(text)]
    quoted = begin > 0 and text[begin - 1] in CLOSING
    if (
        not asked.isdisjoint(before[1:])
        or _follows_other(own, data)
        or _follows_told(own, data, quoted, language)
        or not set(data["ranges"]).isdisjoint(before[-RANGE:])
        or _is_in_list(text, begin, start, end, language)
        or _is_of_span(text[:start], text[end:], language)
    ):
        return True
    if re.match(rf"(?: \w+){{0,3}} (?:{'|'.join(data['habits'])})\b", text[end:]):
        return True  # "on Sunday morning talk shows"
    listed = after is not None and low_words(text[after.end() :])[:1] in (("and",), ("or",))  # "won in 1970, and lost"
    earlier = _main(text[:begin], language) if link < 0 and not listed and text[:begin].endswith(",") else ()
    if _is_of_participle(own, earlier, language) or _is_of_source(own, earlier, language):
        return True
    if how == "ahead" and link >= 0 and before[link] in data["meanwhile"]:
        return True  # "as he prepares to speak on Friday"
    joined = link >= 0 and before[link] not in ("and", "or", "but")
    following = low_words(text[after.end() :])[:1] if after else ()
    return how == "guessed" and _is_unsure(
        own, low_words(rest), following, joined or not _has_past(text, language), language
    )


def _is_of_span(before: str, behind: str, language: str) -> bool:
    """Whether a date begins or ends a span: "read letters from May 2009 to March 2011" does not tell when."""
    opening, closing = (_words(name, language) for name in ("from", "to"))
    begins = re.search(rf"\b(?:{opening})\s*$", before, re.IGNORECASE)
    if begins and re.match(rf"\s*(?:{closing})\s+[A-Z\d]", behind):
        return True
    return re.search(rf"\b(?:{opening})\s[^,;]{{0,{SPAN}}}?\d\s+(?:{closing})\s*$", before, re.IGNORECASE) is not None


@cache
def _words(name: str, language: str) -> str:
    listed = subject(language, "compare")["dates"].get("span", {}).get(name, ())
    return "|".join(map(re.escape, map(str, listed))) or "(?!)"


def _is_unsure(own: Sequence[str], rest: tuple[str, ...], following: Sequence[str], bare: bool, language: str) -> bool:
    """Whether no verb of a date's clause is in the past, and it is `bare` of what else may say when that was."""
    clause = [*own, *rest]
    if any(is_past(word, language) for word in clause):
        return False
    modal = set(subject(language, "compare")["dates"]["modal"])
    return bare or rest[:1] == ("to",) or not modal.isdisjoint([*clause, *following])


def _has_past(text: str, language: str) -> bool:
    return any(is_past(word, language) for word in low_words(text))


def _main(text: str, language: str) -> Sequence[str]:
    """The words of a sentence's beginning that are its main clause: up to "who", "that" or "which"."""
    low = low_words(without_asides(text, language=language))
    bare = subject(language, "compare")["asides"]["bare"]
    return low[: next((n for n, word in enumerate(low) if word in bare), len(low))]


def _follows_other(own: Sequence[str], data: Mapping[str, Sequence[str]]) -> bool:
    """Whether the words before a date put it before another thing: "before a vote on", but not "before 8 on"."""
    at = next((n for n, word in enumerate(own) if word in data["others"]), None)
    if at is None:
        return False
    following = own[at + 1] if at + 1 < len(own) else ""
    in_front = at > 0 and own[at - 1] in data["appearing"]  # "appear before his committee on Friday"
    return not (following[:1].isdigit() or following in data["clock"] or in_front)


def _follows_told(own: Sequence[str], data: Mapping[str, Sequence[str]], quoted: bool, language: str) -> bool:
    """Whether the date is that of a deed after which somebody spoke: "said after the pier was closed on Friday".

    `quoted` says that the words follow a quotation: “The pier is old” after it was closed on Friday.
    """
    at = next((n for n, word in enumerate(own) if word in data.get("later", ())), None)
    if at is None or not any(is_past(word, language) for word in own[at + 1 :]):
        return False
    return quoted if at == 0 else own[at - 1] in saying(language)


def _is_of_participle(own: Sequence[str], earlier: Sequence[str], language: str) -> bool:
    """Whether a participle that is no main verb has the date: "a law passed in", ", sent to lawmakers last"."""
    data = subject(language, "compare")["dates"]
    told = [word for word in own if word not in data["steps"] and not word.endswith("ly")]
    helping = {str(word) for word in data["helping"]}
    if told and not set(data.get("within", ())).isdisjoint(told[:-1]):
        return False  # "were among ten people killed on Friday"
    if len(told) > 1 and _is_participle(told[-1], data) and told[-2] not in helping:
        first = [word for word in told[:-1] if is_past(word, language) or word in helping]
        return bool(first) and not any(word in saying(language) for word in first)
    finite = [word for word in earlier if is_past(word, language) or word in helping]
    opens = bool(told) and bool(finite) and _is_participle(told[0], data)
    return opens and not any(word in saying(language) for word in (told[0], *finite[-1:]))


def _is_of_source(own: Sequence[str], earlier: Sequence[str], language: str) -> bool:
    """Whether a date is that of the source behind a main clause: "spent much, according to a report of last month"."""
    owed = tuple(map(str, subject(language, "compare")["main"]["owed"]))
    return " ".join(own).startswith(owed) and any(is_past(word, language) for word in earlier)


def _is_in_list(text: str, begin: int, start: int, end: int, language: str) -> bool:
    """Whether a date ends a clause that commas of a list cut up: "Ito, who met Al, a chef, in Bern last year, left".

    `begin` is where the words between commas begin that hold the date: they have no verb, but those behind "who" have.
    """
    opened = max((found.end() for found in _relative(language).finditer(text, 0, begin)), default=-1)
    if opened < 0:
        return False
    told, *pieces = BOUND.split(text[opened:start])
    after = BOUND.search(text, end)
    pieces.append(text[end : after.start() if after else len(text)])
    return _has_past(told, language) and not any(_has_verb(piece, language) for piece in pieces)


def _has_verb(text: str, language: str) -> bool:
    return any(may_be_verb(word, language) for word in low_words(text))


@cache
def _relative(language: str) -> re.Pattern[str]:
    words = subject(language, "compare")["asides"]["relative"]
    return re.compile(rf", (?:{'|'.join(map(re.escape, words))})\b")


def _is_participle(word: str, data: Mapping[str, Sequence[str]]) -> bool:
    return word in data["participles"] or is_regular_past(word)
