"""Cut out the clause in which a figure stands, so that a reader sees who did what, and whether it is hoped or denied.

"But a gunman killed 13 people at an immigration office, which had …, and then …"
    ->  a gunman killed 13 people at an immigration office
"He earned £800,000 a year."    ->  nothing: who he is stands elsewhere

A clause ends only where another one begins, and a condition is never cut off. A short sentence is shown whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from digest.language import subject
from digest.language.datelines import told_excerpt
from digest.language.hanging import hangs
from digest.language.listed import is_elsewhere
from digest.language.numerals import number_words
from digest.language.terms import Word, low_words, nouns_have_capitals, words
from digest.model import Article, BlockKind, Excerpt, Figure

SHORT = 18  # words of a sentence that is shown whole
LEAST = 7  # words of a clause that is cut out of a longer one
LONGEST, LONGEST_LEAD = 40, 60  # words of a clause that cannot be cut, and of one with which an article opens
LEAD = 3  # sentences of a body that tell what an article is about
FEWEST = 4  # words that can tell something
NOUN = 3  # words behind an article in which its noun stands
OPENING = 3  # words with which a clause opens: "At least 10"
OPENS = 6  # sentences of a body that tell of its own event
FIRST = 6  # words in which a clause says whom it is about
DASH = re.compile(r"\s[–—-]{1,2}\s|—")
LONG_DASH = re.compile(r"\s(?:[–—]|--)\s|—")  # a short one may also stand inside a word: "co - workers"
ENDS = " ,;:–—-"
CLOSING = (".", "!", "”", '"', "»", "“")
MARKS = (("“", "”"), ("(", ")"), ("[", "]"), ("«", "»"))


def clause_of(figure: Figure, article: Article, *, shared: bool = False) -> Excerpt | None:
    """The clause that holds a figure, or None where it cannot be understood by itself or is too long for a table.

    Of a number that is `shared` by several articles it may open with what the story is about: "The receivers saved 90
    jobs"; and of "That would leave Melk with 900 jobs" what stands behind "That" is told.
    """
    if figure.sentence >= len(article.sentences):
        return None
    whole = told_excerpt(article, article.sentences[figure.sentence])
    text, at = whole.text, figure.excerpt.span.start - whole.span.start
    start = _past_connective(text, article.language)
    end = len(text.rstrip())
    if not start <= at or text[:end].endswith("?"):
        return None
    found = [word for word in words(text) if word.start >= start]
    if len(found) > SHORT:
        starts = [start, *(i for i in _starts(text, found, article.language) if start < i <= at)]
        stops = [i for i in _stops(text, found, figure, article.language) if i >= at + len(figure.excerpt.text)]
        longest = LONGEST_LEAD if _is_early(figure, article, LEAD) else LONGEST
        cut = _best(text, starts, [*stops, end], article.language, longest)
        if cut is None:
            return None
        start, end = cut
    clause = text[start:end].rstrip(ENDS)
    if len(clause.split()) < FEWEST or not (_balanced(clause) and _is_sentence(clause, article.language)):
        return None
    skipped = _skipped(clause, article.language, shared=shared)
    if skipped is None or _points_back(text[start:at], figure, article.language):
        return None
    start, clause = start + skipped, clause[skipped:]
    placed = _is_early(figure, article) or not (
        _is_unplaced(clause, figure, article.language) or (not shared and _is_taken_up(clause, figure, article))
    )
    return article.excerpt(whole.span.start + start, whole.span.start + start + len(clause)) if placed else None


def _best(text: str, starts: Sequence[int], ends: Sequence[int], language: str, longest: int) -> tuple[int, int] | None:
    """The shortest stretch that still tells something, from the sentence's beginning if one there is not too long."""
    for start in starts:
        for end in sorted(ends):
            size = len(text[start:end].split())
            if size > longest:
                break
            if size >= LEAST and _stands(text[start:end], language):
                return start, end
    return None


def _stops(text: str, found: Sequence[Word], figure: Figure, language: str) -> Iterator[int]:
    """Where a clause ends: at a semicolon or a dash, or at a comma behind which another clause begins.

    It is never cut before what corrects it: "The poll asked 1,000 people, but only 200 answered".
    """
    if found and found[0].text.lower() in _group(language, "subordinate"):
        return  # "After 14 people were killed, …" needs the rest
    behind = _group(language, "clause_starts") | (_group(language, "attributing") if figure.source else frozenset())
    corrected = [word.start for word in found if word.text.lower() in _group(language, "correcting")]
    for word, following in pairwise(found):
        gap = text[word.end : following.start]
        if corrected and word.end <= corrected[-1]:
            continue
        inserted = len(DASH.findall(text[: word.end])) % 2  # "The rector - who won 25% in May - was praised"
        border = ";" in gap or LONG_DASH.search(gap) or ("," in gap and following.text.lower() in behind)
        if border and not inserted:
            yield word.end


def _starts(text: str, found: Sequence[Word], language: str) -> Iterator[int]:
    """Where a clause of its own begins: behind a semicolon, or behind a comma and "but"."""
    linking = _group(language, "clause_links")
    for before, word, following in zip(found, found[1:], found[2:], strict=False):
        gap = text[before.end : word.start]
        if ";" in gap:
            yield word.start
        elif "," in gap and word.text.lower() in linking:
            yield following.start


def _stands(clause: str, language: str) -> bool:
    """Whether a stretch of a sentence has a verb behind what opens it, and no half of a pair of marks."""
    found = words(clause)
    opens = found[0].text.lower() in _group(language, "openers") if found else False  # "For those who spent $2m, …"
    main = clause.find(",") if opens else 0
    verbs = (word for word in found[1:] if word.start > main)
    return main >= 0 and _balanced(clause) and any(_is_verb(word, language) for word in verbs)


def _is_sentence(clause: str, language: str) -> bool:
    """Whether a clause ends like a sentence, whose verb may be one that no list has, or has a verb."""
    return clause.endswith(CLOSING) or any(_is_verb(word, language) for word in words(clause))


def _is_verb(word: Word, language: str) -> bool:
    low = word.text.lower()
    if low in _finite(language):
        return True
    return language == "en" and low == word.text and low.endswith("ed") and len(low) > 4


def _leans(clause: str, language: str) -> bool:
    """Whether nobody can say whom a clause is about, or whose something is: "Fifteen of his speeches were abroad"."""
    if hangs(clause, language=language):
        return True
    for word in words(clause)[:FIRST]:
        if word.text.lower() in _group(language, "owners"):
            return True
        if word.start and word.text[0].isupper():
            return False
    return False


def _skipped(clause: str, language: str, *, shared: bool) -> int | None:
    """How many letters in front of a clause are not told, None where it leans on what stands before it."""
    if shared and _is_pointer(clause, language):
        return len(clause.split(" ", maxsplit=1)[0]) + 1
    return None if _leans(clause, language) and not (shared and _tells_of_story(clause, language)) else 0


def _is_pointer(clause: str, language: str) -> bool:
    """Whether a clause tells what comes of what stands before it: "That would leave 900 jobs"."""
    first, second = (*low_words(clause)[:2], "", "")[:2]
    return first in _group(language, "pointers") and second in _group(language, "auxiliaries")


def _tells_of_story(clause: str, language: str) -> bool:
    """Whether a clause opens with a thing of the story that does something: "The receivers saved", not "He saved"."""
    found = words(clause)[: NOUN + 1]
    opens = len(found) > NOUN and found[0].text.lower() in _articles(language) and found[1].text.islower()
    return opens and any(_is_verb(word, language) for word in found[2:])


def _points_back(before: str, figure: Figure, language: str) -> bool:
    """Whether a figure takes up what stood before it, "these 15 schools", or its time does: "By the end of that"."""
    low = low_words(before)
    back = _group(language, "pointing_back")
    if not back.isdisjoint((*low[-1:], *low_words(figure.excerpt.text))):
        return True
    if any(" ".join(pair) in _group(language, "pointing_times") for pair in pairwise(low)):
        return True
    return len(low) > 1 and low[0] in _group(language, "openers") and low[1] == "that"


def _is_early(figure: Figure, article: Article, sentences: int = OPENS) -> bool:
    """Whether a figure stands where everything is about the article's own event."""
    body = [s.index for s in article.sentences[: figure.sentence] if s.kind is BlockKind.BODY]
    return len(body) < sentences


def _is_unplaced(clause: str, figure: Figure, language: str) -> bool:
    """Whether nothing says of what event a clause tells: "The illness killed 800", "Some 105 people died, AP said".

    It names nothing but its source, and opens with a number or with something that was told before.
    """
    found = words(clause)
    source = frozenset(low_words(figure.source.mention.text)) if figure.source else frozenset()
    names = [word for word in found[1:] if word.text[0].isupper() and word.text.lower() not in source]
    if is_elsewhere(clause, language=language):
        return True
    if nouns_have_capitals(language) or any(word.text.lower() not in _days(language) for word in names):
        return False
    opening = [word.text.lower() for word in found[:OPENING]]
    numbers = number_words(language)
    counts = any(word in numbers or word[0].isdigit() for word in opening)
    return counts or (opening != [] and opening[0] in _articles(language))


def _is_taken_up(clause: str, figure: Figure, article: Article) -> bool:
    """Whether a clause opens with a noun that the sentence before it does not have: "The deadly illness has killed"."""
    found = words(clause)[: NOUN + 2]
    picking = _group(article.language, "picking") | _group(article.language, "superlatives")
    if not found or found[0].text.lower() not in _articles(article.language) or figure.sentence == 0:
        return False
    for noun, following in pairwise(found[1:]):
        if not noun.text.islower() or noun.text in picking:
            return False
        if clause[noun.end : following.start] == ", " or _is_verb(following, article.language):
            return noun.text not in low_words(article.sentence_excerpt(figure.sentence - 1).text)
    return False


@cache
def _days(language: str) -> frozenset[str]:
    """The months and weekdays, which name no place."""
    table = subject(language, "clean")
    return frozenset(str(name).lower() for key in ("months", "weekdays") for name in table.get(key, ()))


@cache
def _articles(language: str) -> frozenset[str]:
    return frozenset(map(str, subject(language, "summarize").get("articles", ())))


def _balanced(text: str) -> bool:
    return text.count('"') % 2 == 0 and all(text.count(left) == text.count(right) for left, right in MARKS)


def _past_connective(text: str, language: str) -> int:
    """Where a sentence begins behind the word that links it to the one before: "But ", "Meanwhile, "."""
    low = text[:40].lower()
    for phrase in _connectives(language):
        if low.startswith(phrase):
            behind = re.match(r",?\s+" if phrase in _group(language, "left_out_bare") else r",\s+", text[len(phrase) :])
            if behind:  # not "In addition to the dead"
                return len(phrase) + behind.end()
    return 0


@cache
def _connectives(language: str) -> tuple[str, ...]:
    """The links that may be left out, the longest first."""
    links = map(str, subject(language, "figures").get("left_out", ()))
    return tuple(sorted(links, key=lambda link: (-len(link), link)))


@cache
def _finite(language: str) -> frozenset[str]:
    names = ("verbs", "level_verbs", "auxiliaries", "acts", "say_verbs")
    return frozenset().union(*(_group(language, name) for name in names)) - {"to", "not", "about", "set"}


@cache
def _group(language: str, name: str) -> frozenset[str]:
    return frozenset(map(str, subject(language, "figures").get(name, ())))
