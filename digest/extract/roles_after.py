"""Read the role that stands behind a person's name, between commas.

Le, a top-ranking vice-minister, said           ->  a top-ranking vice-minister
Ann Ito, its director of research, told         ->  director of research
Ann Ito, with the Bern Harbour Office, said     ->  with the Bern Harbour Office
Ann Ito, a whistler and head of the choir that  ->  head of the choir, where the whole is too long
"""

from __future__ import annotations

from digest.extract.name_lexicon import Lexicon
from digest.extract.name_shapes import SHORT_PLACES
from digest.extract.reading import Phrase
from digest.extract.roles import LINKS, REACH, Role, behind_owner, is_role, made_role

FIELDS = 6  # words behind a comma that may go on with what somebody serves
LONGEST = 14  # words of a role; a longer stretch between commas is a clause and no role
STOPS = frozenset(',.;:?!"“”()—–«»…')
OPENING = frozenset('"“‘(')
BODY = frozenset({"the", "of", "for", "and", "'s", "’s", "&"})  # small words of a body's name


def role_after(phrase: Phrase, last: int, lex: Lexicon) -> Role | None:
    """The role that stands between the comma after word `last` and the next mark: ", the vice minister of China,"."""
    words, count = phrase.words, len(phrase.words)
    if words[last + 1 : last + 2] and words[last + 1].isdigit() and words[last + 2 : last + 3] == [","]:
        last += 2  # ", 43, a teacher"
    start = last + 1
    if start >= count or words[last] != "," or words[start] in lex.no_role_starts:
        return None
    stop = _stop_after(phrase, start, lex)
    cut = _before_another(words, start, lex) if stop - start > LONGEST else None
    if cut is None:
        return _role_between(phrase, start, stop, lex)
    other = _stop_after(phrase, cut + 1, lex)
    first = _role_between(phrase, start, cut, lex)
    return first if first or other - cut - 1 > LONGEST else _role_between(phrase, cut + 1, other, lex)


def _role_between(phrase: Phrase, start: int, stop: int, lex: Lexicon) -> Role | None:
    words, count = phrase.words, len(phrase.words)
    if stop < count and (
        _is_anothers_clause(words[start], words[stop], lex) or _is_only_one(words[start:stop], words[stop], lex)
    ):
        return None
    head = _head_after(phrase, start, stop, lex) if stop - start <= LONGEST else None
    if head is None or (words[start] not in lex.articles and not _is_bare_role(phrase, start, head, lex)):
        return None
    if stop == head + 2 and words[head + 1].islower() and words[head + 1].endswith("ed"):
        return None  # "the voice was Ito's, a ministry aide confirmed.": somebody else
    if stop < count and words[stop] in OPENING and stop > head + 1:
        stop = head + 1  # "a hacker known as “X”"
    if _is_listed(words[head + 1 : stop], lex):
        return None
    if _goes_wrong(phrase, head, stop, lex) or words[start].lower() in lex.others_articles:
        return None
    stop = _whole(words, head, stop, lex)
    while stop > head + 1 and (words[stop - 1] in lex.prepositions or _dangles(words, stop - 1, lex)):
        stop -= 1
    if words[start].lower() in lex.bound_articles:
        start += 1  # "its president"
    return made_role(phrase, behind_owner(words, start, head, lex), head, stop, lex)


def _is_listed(behind: list[str], lex: Lexicon) -> bool:
    """Whether a role is one of several that are named: "trouble for Ito, the mayor *and the town itself*,"."""
    joined = len(behind) > 1 and behind[0] in lex.joining and behind[1] in lex.bound_articles
    return joined and not any(is_role(word, lex) for word in behind)


def _stop_after(phrase: Phrase, start: int, lex: Lexicon) -> int:
    """The word at which a role that may start at word `start` has ended."""
    words, count = phrase.words, len(phrase.words)
    stop = start
    while stop < count and stop - start <= LONGEST and words[stop] not in lex.clause_words:
        if words[stop] in STOPS and not _is_short_form(words, stop, lex) and not _is_within(phrase, stop):
            whole = _list_of_fields(words, start, stop, lex)
            return stop if whole is None else whole
        if words[stop] in lex.joining and _begins_another(words[stop + 1 : stop + 3], lex):
            break
        stop += 1
    return stop


def _before_another(words: list[str], start: int, lex: Lexicon) -> int | None:
    """Where the first of two roles ends in a long stretch: "scholar at the Aar Institute *and a* former adviser to"."""
    for i in range(start + 1, min(start + LONGEST, len(words) - 1)):
        if words[i] in lex.joining and (words[i + 1] in lex.articles or is_role(words[i + 1], lex)):
            return i
    return None


def _is_anothers_clause(start: str, verb: str, lex: Lexicon) -> bool:
    """Whether a verb shows that somebody else acts: "the voice was Ito's, an official *said*".

    Or that a comma was lost: "Ann Ito, a clerk in Bern Four boats *were* lost".
    """
    return verb in lex.unclosed or (verb in lex.speech_verbs and start in lex.articles)


def _is_only_one(role: list[str], mark: str, lex: Lexicon) -> bool:
    """Whether only a clause behind a role tells of what somebody is the only one: "the only mayor *who* came"."""
    return mark in lex.relatives_of_people and any(word in lex.only_ones for word in role[:3])


def body_after(phrase: Phrase, last: int, lex: Lexicon) -> Role | None:
    """The body for which somebody works, between commas: "Ann Ito, *with the Bern Harbour Office*, said"."""
    words = phrase.words
    stop = last + 2
    if words[last : last + 2] != [",", "with"]:
        return None
    while stop < len(words) and stop - last < REACH + 2 and (words[stop][0].isupper() or words[stop] in BODY):
        stop += 1
    closed = stop < len(words) and words[stop] in STOPS
    if not closed or words[stop - 1] not in lex.organization_heads:
        return None
    return made_role(phrase, last + 1, last + 1, stop, lex)


def _is_short_form(words: list[str], i: int, lex: Lexicon) -> bool:
    """Whether the full stop at word i belongs to a short form before a name: "former adviser to Mr. Ito"."""
    short = words[i - 1] in lex.honorifics | lex.short_roles | SHORT_PLACES or len(words[i - 1]) == 1
    known = words[i] == "." and short
    return known and words[i + 1 : i + 2] != [] and words[i + 1][0].isupper()


def _is_within(phrase: Phrase, i: int) -> bool:
    """Whether a mark stands inside a number or an address: "for a crowd of 2,500", "a writer for bernboats.example"."""
    words, starts, ends = phrase.words, phrase.starts, phrase.ends
    if words[i] not in (".", ",") or i + 1 >= len(words) or starts[i] != ends[i - 1] or starts[i + 1] != ends[i]:
        return False
    before, after = words[i - 1], words[i + 1]
    return (before[-1].isdigit() and after[0].isdigit()) or (words[i] == "." and after.islower())


def _list_of_fields(words: list[str], start: int, comma: int, lex: Lexicon) -> int | None:
    """Where a list of what somebody serves ends that a comma cuts: "minister for sports, *towns and young people*,"."""
    link = next((i for i in range(start + 1, comma) if words[i] in lex.role_links), None)
    if (
        link is None
        or words[comma] != ","
        or not is_role(words[link - 1], lex)
        or not _are_fields(words[link + 1 : comma], lex)
    ):
        return None
    stop = comma + 1
    while stop < len(words) and stop - comma <= FIELDS and words[stop] not in STOPS:
        stop += 1
    listed = words[comma + 1 : stop]
    joint = listed.index("and") if "and" in listed else 0
    closed = stop < len(words) and words[stop] in STOPS
    whole = 0 < joint < len(listed) - 1 and _are_fields(listed[:joint], lex) and _are_fields(listed[joint + 1 :], lex)
    return stop if closed and whole else None


def _are_fields(words: list[str], lex: Lexicon) -> bool:
    """Whether words are plain nouns, as far as their looks tell."""
    no_nouns = lex.function_words | lex.speech_verbs | lex.articles
    return bool(words) and all(
        word.isalpha()
        and word.islower()
        and not word.endswith(("ed", "ing"))
        and word not in no_nouns
        and not is_role(word, lex)
        for word in words
    )


def _whole(words: list[str], head: int, stop: int, lex: Lexicon) -> int:
    """Leave out whom a role serves where a comma cuts their name: "president of the Bern, Mo., branch of the club"."""
    behind = words[head + 1 : stop]
    if words[stop : stop + 1] != [","] or len(behind) < 2 or behind[0] not in lex.role_links:
        return stop
    if behind[1] not in ("the", "The") or not behind[-1][0].isupper():
        return stop
    after = words[stop + 1 : stop + 5]
    listed = len(after) > 1 and after[0][0].isupper() and after[1] in (",", "and", "&") and after[0] not in lex.given
    rest = after[3:4] if after[1:3] == [".", ","] else after[2:3] if listed and after[0] in lex.known else None
    if rest is not None:  # a state behind a town: what goes on with a noun is named by both
        listed = bool(rest) and rest[0].islower() and rest[0] not in lex.function_words | lex.speech_verbs
    return head + 1 if listed else stop


def _begins_another(behind: list[str], lex: Lexicon) -> bool:
    """Whether words behind "and" begin something else: "ambassador to the United Nations and *once Mr. Ito's* aide"."""
    if len(behind) < 2 or not behind[1][0].isupper():
        return False
    return behind[0] in lex.function_words and behind[0] not in lex.articles | lex.prepositions


def _dangles(words: list[str], last: int, lex: Lexicon) -> bool:
    """Whether a role would end in the beginning of something else: "ambassador to the United Nations *and once*"."""
    return words[last] == "and" or (words[last - 1] == "and" and words[last] in lex.function_words)


def _goes_wrong(phrase: Phrase, head: int, stop: int, lex: Lexicon) -> bool:
    """Whether a role is cut at "an adviser to Mr.", or names somebody else: "secretary of state Ann Ito"."""
    words = phrase.words
    if words[stop : stop + 1] == ["."] and words[stop - 1] in lex.honorifics | lex.short_roles:
        return True
    served = head + 2  # "a spokesman for *Speaker* Ann Ito"
    if words[head + 1 : head + 2] and words[head + 1] in lex.role_links:
        while served < stop and words[served][0].isupper() and is_role(words[served], lex):
            served += 1
        served += served < stop and words[served] in lex.given
    return any(
        words[i] in lex.given and words[i + 1][0].isupper() and words[i - 2] not in SHORT_PLACES  # "St. Louis County"
        for i in range(served, stop - 1)
    )


def _head_after(phrase: Phrase, start: int, stop: int, lex: Lexicon) -> int | None:
    """The head of a role that starts at word `start`: the last noun of a role before "of", "for", "in"."""
    words = phrase.words
    head = None
    for j in range(start, min(stop, start + REACH)):
        if (words[j] in lex.prepositions and j > start) or words[j] in lex.speech_verbs:
            break
        if is_role(words[j], lex) and words[j + 1 : j + 2] not in (["'s"], ["’s"]):
            head = j
    if head is None or head + 1 >= stop:
        return head
    behind = words[head + 1]
    if behind[0].isupper():
        return None  # ", former ambassador John Bolton": somebody else's
    acts = behind.islower() and behind.endswith("s") and behind not in lex.prepositions | lex.function_words
    if acts and words[start] in ("the", "The"):
        return None  # "In a photograph by Ito, the singer stares into the camera"
    return head


def _is_bare_role(phrase: Phrase, start: int, head: int, lex: Lexicon) -> bool:
    """Whether a role without an article is only made of words of roles: ", professor of law at Yale".

    Or whether it says whose it is, and is closed: ", Bern's harbour trends manager,".
    """
    words = phrase.words
    named = words[start][0].isupper() and words[head + 1 : head + 2] == [","] and head > start + 1
    if named and _are_fields([word for word in words[start:head] if word[0].islower()], lex):
        return True
    for word in phrase.words[start : head + 1]:
        known = word.lower() in lex.role_modifiers or is_role(word, lex) or word in lex.people or word in lex.known
        if not known and word not in LINKS and not word[0].isupper():
            return False
    return True
