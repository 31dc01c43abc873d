"""Read the role that stands beside a person's name, in the article's own words.

vice foreign minister of China Le Yucheng   ->  vice foreign minister of China
the Russian ambassador to Beijing, Denisov  ->  Russian ambassador to Beijing
Le, a top-ranking vice-minister, said       ->  a top-ranking vice-minister
"""

from __future__ import annotations

from dataclasses import dataclass

from digest.extract.name_lexicon import Lexicon
from digest.extract.name_shapes import SHORT_PLACES
from digest.extract.reading import Phrase

REACH = 8  # words before or after the head of a role that may belong to it
MOST_NAMES = 4  # words of names in a role: "Southern Bern Valley Water chief"
SMALL = frozenset({".", "-", "'s", "’s", "&", "and"})  # within a role
LINKS = frozenset({"-", "'s", "’s", "and", "&", "."})
GERUND = "ing"


@dataclass(frozen=True, slots=True)
class Role:
    """A role at `start..end` of the text; `wording` is it in lower case, `head` its noun, `country` whom it serves."""

    start: int
    end: int
    wording: str
    head: str
    country: str | None = None

    def is_one_of(self, roles: frozenset[str]) -> bool:
        """Whether the role is one of some roles, which may have two words: "foreign minister"."""
        return self.head in roles or any(" " in role and f" {role} " in f" {self.wording} " for role in roles)


def role_before(phrase: Phrase, first: int, lex: Lexicon, *, last: int | None = None) -> Role | None:
    """The role that ends right before word `first`, or before the comma there; `last` is the word after the name."""
    words = phrase.words
    end = first
    if end and words[end - 1] == "," and not phrase.opens(end - 1):
        end -= 1
    comma = end < first
    loose = comma and last is not None and not _is_closed(words, last, lex)
    while (
        end
        and not _is_of_two(words, end - 1, lex)
        and (words[end - 1] in lex.honorifics or (words[end - 1] == "." and words[end - 2] in lex.honorifics))
    ):
        end -= 1
    head = _head_before(phrase, end, lex, comma=comma) if end else None
    if head is None or _is_plural(words[head], lex) or not _serves_somebody(words, head, end, lex, comma=comma):
        return None
    start = _start_before(phrase, head, lex, comma=comma)
    opens = start is not None and any(phrase.opens(i) for i in (start, start - 1) if i >= 0)
    if start is None or (loose and not opens):
        return None  # "In a report by the harbour chief, Ito said", but "A harbour chief, Ito said"
    post = _post_before_rank(words, start, head, lex)
    if post is None:
        return made_role(phrase, start, head, end, lex)
    if post > start:
        return made_role(phrase, start, post, post + 1, lex)
    return made_role(phrase, post + 1, head, end, lex)  # "its commander": of what is told nowhere


def _post_before_rank(words: list[str], start: int, head: int, lex: Lexicon) -> int | None:
    """Where a post in lower case ends before a rank: "Bern police *spokesman* Captain Ann Ito"."""
    for i in range(start, head):
        post = words[i].islower() and is_role(words[i], lex) and words[i] not in lex.role_modifiers
        if post and words[i + 1][0].isupper() and is_role(words[i + 1], lex):
            return i
    return None


def _start_before(phrase: Phrase, head: int, lex: Lexicon, *, comma: bool) -> int | None:
    """Where a role before a name begins; None where it is another's."""
    words = phrase.words
    start = _modifiers_from(phrase, head, lex)
    if comma and start < head and words[start] in lex.given:
        return None  # "the landslide that made Ann Ito president, Roth went home"
    if comma and start > 0 and words[start - 1].lower() not in lex.articles:
        start = _after_article(phrase, start, lex) or start
        if start == head and words[start - 1].lower() not in lex.articles:
            return None
    if comma and start > 2 and words[start - 1].lower() in lex.articles and words[start - 3] in lex.kin:
        return None  # "the mother of the suspect, Ann Ito": whose role it is, is open
    if _is_of_others(words, start, lex):
        return None  # "our wonderful father, Ann Ito": not the article's words; "whose owner Ito said": another's
    return behind_owner(words, start, head, lex)


def _is_of_others(words: list[str], start: int, lex: Lexicon) -> bool:
    """Whether a role is told by somebody, or of somebody's: "my wife", "my beloved wife"."""
    before = words[max(0, start - 2) : start]
    if len(before) == 2 and not (before[1].islower() and before[1].isalpha()):
        del before[0]
    return any(word.lower() in lex.others_articles for word in before)


def behind_owner(words: list[str], start: int, head: int, lex: Lexicon) -> int:
    """Leave out a body that only the text around tells: "the group's chief executive", but not "the boy's mother".

    A body that is named stays: "Bern Air's president", "the Aar airline's president".
    """
    owned = [i for i in range(start + 1, head) if words[i] in ("'s", "’s") and words[i - 1] in lex.bound_owners]
    bare = bool(owned) and all(word.lower() in lex.articles or word.islower() for word in words[start : owned[-1]])
    return owned[-1] + 1 if bare else start


def _is_plural(word: str, lex: Lexicon) -> bool:
    """Whether a short form stands for several: "Sens. Ann Ito and Jan Roth"."""
    return word in lex.short_roles and word.removesuffix("s") in lex.short_roles - {word}


def _is_closed(words: list[str], last: int, lex: Lexicon) -> bool:
    """Whether a name stands between marks: "the mayor, Ann Ito, said"; else another clause may end before it."""
    return last >= len(words) or not words[last][0].isalnum() or words[last] in lex.clause_openers


def _serves_somebody(words: list[str], head: int, end: int, lex: Lexicon, *, comma: bool) -> bool:
    """Whether what follows the head is whole: not "friend of the younger", which goes on with the name itself."""
    behind = words[head + 1 : end]
    if "and" in behind and behind[-1] in lex.function_words:
        return False  # "ambassador to the United Nations and once Mr. Ito's choice"
    if comma or not behind or behind[0] not in lex.role_links:
        return True
    return any(word[0].isupper() or word in lex.role_modifiers for word in behind)


def _after_article(phrase: Phrase, start: int, lex: Lexicon) -> int | None:
    """Where a description begins that has plain nouns before its role: "a *ministry* spokesman, Ann Ito"."""
    words = phrase.words
    for i in range(start - 1, max(start - REACH // 2, 0) - 1, -1):
        if words[i].lower() in lex.articles:
            return i + 1
        word = words[i]
        if word in LINKS:
            continue
        if not word.islower() or word in lex.function_words or word in lex.speech_verbs:
            return None
    return None


def _head_before(phrase: Phrase, end: int, lex: Lexicon, *, comma: bool) -> int | None:
    """The head of a role that ends at word `end`: its last word, or the noun before "to the US", "of China"."""
    words = phrase.words
    last = end - 1
    if words[last] == "." and last and is_role(words[last - 1], lex) and words[last - 1].lower() not in lex.roles:
        return last - 1
    of_office = last > 1 and words[last] in lex.fields_of_office and words[last - 1] in lex.role_links
    whole = last - 2 if of_office else last  # "*secretary* of state Ann Ito"
    if is_role(words[whole], lex) or _is_of_two(words, whole, lex):
        return whole
    if not words[last][0].isalnum() or words[last] in lex.prepositions:
        return None
    for j in range(last, max(last - REACH, -1 if lex.adjectives_follow else 0), -1):
        word = words[j]
        if lex.adjectives_follow and is_role(word, lex):
            return j
        if word in lex.role_links:
            names_something = words[j + 1][0].isupper() or words[j + 1] in lex.complement_articles
            if not names_something or is_role(words[j - 1], lex):
                return j - 1 if names_something else None
        elif not (word[0].isupper() or word in LINKS or word in lex.complement_articles) and not (
            comma and word[0].isalpha() and word not in lex.speech_verbs
        ):
            break
    return None


def _modifiers_from(phrase: Phrase, head: int, lex: Lexicon) -> int:
    """Where the words that qualify the head begin: "former *vice* foreign minister", "Russian *ambassador*"."""
    words = phrase.words
    start = head
    while start and head - start < REACH and _qualifies(phrase, start - 1, lex):
        start -= 1
    while start < head and words[start] in LINKS:
        start += 1
    unknown = [i for i in range(start, head) if not _is_known(words[i], lex)]
    if len(unknown) > MOST_NAMES:  # a list of names that stands before a role
        start = unknown[-1] + 1
    return start


def _is_known(word: str, lex: Lexicon) -> bool:
    """Whether a word before a role is no name of its own."""
    low = word.lower()
    known = low in lex.role_modifiers or is_role(word, lex) or word in lex.people or word in lex.known
    return known or word in lex.organization_heads or word in LINKS or word.islower()


def _qualifies(phrase: Phrase, i: int, lex: Lexicon) -> bool:
    """Whether word i can belong to the role whose other words follow it."""
    word = phrase.words[i]
    low = word.lower()
    if word in lex.speech_verbs or word in lex.articles:
        return False
    if _modifies(low, lex) or is_role(word, lex) or word in lex.people or _begins_initials(phrase.words, i):
        return True
    if word in lex.role_nouns:
        after = phrase.words[i + 1]
        return after.islower() and after not in lex.leading_modifiers  # "ministry spokesman"; "at church former mayor"
    if lex.nouns_have_capitals or word in lex.known:
        return not lex.nouns_have_capitals  # in German only adjectives: "besuchte in *Berlin* Bundeskanzlerin Weber"
    if word in SMALL:
        return _joins_role(phrase.words, i, lex)
    behind = phrase.words[i + 1 : i + 4]
    owned = behind[:1] in (["'s"], ["’s"]) or any(near in lex.place_heads for near in behind)
    owned = owned or behind[0] in lex.bound_owners  # "*Ito* campaign press secretary"
    ordinary = low in lex.ordinary or low.endswith(GERUND)  # "*Electing* Aar County Judge Ann Ito took a day"
    opens = phrase.opens(i) and (not owned or ordinary)  # "*Bern's* press secretary", "*Aar* County sheriff"
    opens = opens and not (low.endswith("s") and behind[0] in lex.known)  # "*Farmers* New Bern secretary"
    short = len(word) > 1 and word.isupper() and low not in lex.ordinary and word.title() not in lex.known
    short = short and behind[0][0].isalpha()  # "*UEFA* chief Ito", but not "BERN Mayor Ito", "BERN -- Mayor Ito"
    own_capital = (short or not opens) and low not in lex.function_words
    capital = word[0].isupper() and word not in lex.times  # "in April President Ito"
    return capital and (own_capital or word in lex.organization_heads or word in lex.no_names)


def _joins_role(words: list[str], i: int, lex: Lexicon) -> bool:
    """Whether a mark or "and" between two words is within a role: "Lt. Col.", "mayor and harbour chief"."""
    word, before, after = words[i], words[i - 1] if i else "", words[i + 1]
    if word == ".":
        return before in lex.short_roles | SHORT_PLACES or (_is_initial(before) and _is_initial(after))
    if word == "and":  # not "the mayor and Senator Ito"
        return (is_role(before, lex) and before[0].islower() and after[0].islower()) or _joins_served(words, i, lex)
    return before not in ("", "-")  # "BERN -- Mayor Ito"


def _joins_served(words: list[str], i: int, lex: Lexicon) -> bool:
    """Whether "and" joins two for whom somebody works, behind one "former": "former Bern and Thun goalkeeper"."""
    first = i - 1
    while first > 0 and words[first][0].isupper() and not _modifies(words[first].lower(), lex):
        first -= 1
    served = words[i - 1][0].isupper() and words[i + 1][0].isupper() and not _modifies(words[i + 1].lower(), lex)
    served = served and not any(is_role(word, lex) or word in lex.given for word in words[first + 1 : i + 2])
    return served and 0 <= first < i - 1 and words[first].lower() in lex.leading_modifiers


def _modifies(low: str, lex: Lexicon) -> bool:
    """Whether a word qualifies a role, or is made of such: "vice", "ex-vice"."""
    return low in lex.role_modifiers or ("-" in low and lex.role_modifiers.issuperset(low.split("-")))


def _begins_initials(words: list[str], i: int) -> bool:
    """Whether a letter goes on behind a full stop: "*U*.S Senate candidate"."""
    return _is_initial(words[i]) and words[i + 1] == "." and _is_initial(words[i + 2])


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isupper()


def _is_of_two(words: list[str], last: int, lex: Lexicon) -> bool:
    """Whether a role of two words ends at a word, of which the last is none: "first *lady*"."""
    return last > 0 and f"{words[last - 1]} {words[last]}".lower() in lex.women_words | lex.men_words


def is_role(word: str, lex: Lexicon) -> bool:
    """Whether a word names what somebody does."""
    low = word.lower()
    if low in lex.roles or word in lex.short_roles or low.endswith(lex.role_endings):
        return True
    prefix, _, bare = low.partition("-")  # "co-chairwoman", "then-Gov."
    return prefix in lex.role_modifiers and (bare in lex.roles or word.partition("-")[2] in lex.short_roles)


def made_role(phrase: Phrase, start: int, head: int, end: int, lex: Lexicon) -> Role | None:
    """The role at words `start` to `end`; None where there are none."""
    if start >= end:
        return None
    words = phrase.words
    serving = list(range(start, head))
    if words[head + 1 : head + 2] and words[head + 1] in lex.complements and words[head + 1] not in ("for", "on"):
        serving.append(head + 3 if words[head + 2 : head + 3] == ["the"] else head + 2)
    if lex.adjectives_follow:
        serving += [head + 1, head + 2]
    country = next((found for j in serving if j < min(end, len(words)) and (found := _country(words, j, lex))), None)
    wording = " ".join(words[start:end]).lower().replace(" .", ".")
    return Role(phrase.starts[start], phrase.ends[end - 1], wording, words[head].lower(), country)


def _country(words: list[str], j: int, lex: Lexicon) -> str | None:
    """The country whose name or adjective stands at word j."""
    for known in (*lex.people.get(words[j], ()), *lex.known.get(words[j], ())):
        place = known.place
        if place is None or place.country is None or tuple(words[j : j + len(known.words)]) != known.words:
            continue
        if place.is_demonym or place.place == place.country:
            return place.country
    return None
