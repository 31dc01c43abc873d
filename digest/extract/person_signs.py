"""Count what stands around a name of several words and shows that a person is meant, or that it is part of a title."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from digest.extract.candidate import Candidate
from digest.extract.name import Name
from digest.extract.name_lexicon import Lexicon
from digest.extract.reading import Phrase
from digest.extract.roles import Role, role_before
from digest.extract.roles_after import role_after

TITLE = 9  # words of a title in quotation marks
SMALL = 2  # words in lower case in one
OPENING, CLOSING = frozenset('“"‘'), frozenset('”"’')
AGED = re.compile(r"\d{1,3}-year-old")  # "said 51-year-old Volna Roth"
LISTED = 4  # words of a name in a list
BESIDE = 3  # words of the shortest name with "and" before another
TAKEN_UP = 2  # sentences behind a name in which "she" may mean it


def in_a_title(name: Name, phrase: Phrase, lex: Lexicon) -> bool:
    """Whether a name is part of a title in quotation marks: “A Night with Ann Ito”."""
    words = phrase.words
    first = max((i for i in range(max(0, name.first - TITLE), name.first) if words[i] in OPENING), default=None)
    last = next((i for i in range(name.last, min(len(words), name.last + TITLE)) if words[i] in CLOSING), None)
    if first is None or last is None or last - first - 1 == name.last - name.first:
        return False
    inside = words[first + 1 : last]
    others = [word for i, word in enumerate(inside, start=first + 1) if not name.first <= i < name.last]
    if not inside[0][0].isupper() or not all(word[0].isalnum() for word in others):
        return False
    small = [word for word in others if word[0].islower()]
    return len(small) <= SMALL and len(small) < len(others) and all(word in lex.function_words for word in small)


def signs(candidate: Candidate) -> int:
    """Count the signs around a name that a person is meant: an age, "who", a role between commas, a verb of speech."""
    name, phrase, lex = candidate.name, candidate.phrase, candidate.lex
    after: Sequence[str] = phrase.words[name.last : name.last + 2]
    before = phrase.words[name.first - 1] if name.first else ""
    found = 0
    if after and (after[0] in lex.speech_verbs or after[0] == "who"):
        found += 1
    if len(after) == 2 and after[0] == ",":
        if (after[1].isdigit() and len(after[1]) <= 2) or after[1] in ("who", "whose"):
            found += 2
        elif (role := role_after(phrase, name.last, lex)) is not None:
            found += not _may_be_a_firms(phrase, role, lex)
    if role_before(phrase, name.first, lex) is not None:
        found += 1
    if len(after) == 2 and after[0] == "of" and any(k.is_country for k in lex.known.get(after[1], ())):
        found += 1  # "Ann Ito of Japan"
    speaks = before in lex.speech_verbs and before not in lex.addressing  # "told Bern Radio" tells of no person
    works = tuple(after) in lex.works_as
    aged = AGED.fullmatch(before) is not None
    return found + speaks + works + aged + (is_among_people(candidate) or _taken_up(candidate))


def _may_be_a_firms(phrase: Phrase, role: Role, lex: Lexicon) -> bool:
    """Whether a role tells of no person yet: "Bern Lease, the project manager.", but not "…, the owner, said"."""
    end = bisect_left(phrase.starts, role.end)
    said = not lex.speech_verbs.isdisjoint(phrase.words[end : end + 2])
    return role.head in lex.roles_of_bodies and not said


def is_among_people(candidate: Candidate) -> bool:
    """Whether a name stands in a list between two with given names: "Ann Ito, *Volna Roth* and Jan Holm"."""
    first, last, words, given = candidate.name.first, candidate.name.last, candidate.phrase.words, candidate.lex.given
    if first < 3 or last + 2 >= len(words) or words[first - 1] != "," or words[last] not in (",", "and"):
        return False
    after = last + 1 + (words[last] == "," and words[last + 1] == "and")
    start = first - 2
    while start > 0 and first - start <= LISTED and words[start - 1][0].isupper():
        start -= 1
    return (
        start < first - 2
        and words[start].partition("-")[0] in given
        and words[after] in given
        and words[after + 1 : after + 2] != []
        and words[after + 1][0].isupper()
    )


def ends_list(candidate: Candidate) -> bool:
    """Whether a name is joined to one with a given name: "Ann Ito and *Jim Talent*"."""
    first, words = candidate.name.first, candidate.phrase.words
    if first < BESIDE or words[first - 1] != "and":
        return False
    start = first - 1
    while start and first - 1 - start < LISTED and words[start - 1][0].isupper():
        start -= 1
    return first - 1 - start > 1 and words[start] in candidate.lex.given


def _taken_up(candidate: Candidate) -> bool:
    """Whether a sentence begins with the name, and "she" or "her" follows before anybody else is named."""
    name, phrases, lex = candidate.name, candidate.reading.phrases, candidate.lex
    if name.first > 0:
        return False
    behind = list(candidate.phrase.words[name.last :])
    for phrase in phrases[name.sentence + 1 : name.sentence + 1 + TAKEN_UP]:
        behind += [
            "." if word in '“”"' else word.lower() if phrase.opens(i) else word for i, word in enumerate(phrase.words)
        ]
    for word in behind:
        if word in lex.words_of_people:
            return True
        if word[0].isupper() and not candidate.reading.is_common(word):
            return False
    return False
