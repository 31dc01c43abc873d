"""Tell whether a name of several words is a person's, by its own words and by what stands around it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile

from digest.extract.called import is_body_called
from digest.extract.candidate import Candidate
from digest.extract.many import is_many
from digest.extract.person_signs import ends_list, is_among_people, signs
from digest.extract.roles import role_before

AGAIN = 1  # mentions of a word alone, of which more show that it is a family name by itself
BUILT = 4  # words behind a name in which something built may stand
BORNE = 3  # words of a name that a known family name ends
LONG = 6  # letters of a name whose ending tells that it is a family's
BODY = 9  # words behind a name within which a body's name ends


def is_person(candidate: Candidate) -> bool:
    """Ask one rule after another; the first that knows decides."""
    for rule in RULES:
        answer = rule(candidate)
        if answer is not None:
            return answer
    return signs(candidate) + bool(candidate.alone.get(candidate.parts[-1])) >= 1


# Rules: True or False where they know, None where the next one shall decide.


def _known(c: Candidate) -> bool | None:
    """What something better than the rules says."""
    return c.name.person


def _strange(c: Candidate) -> bool | None:
    """Words that no person's name has: digits, "&", a religion, capitals behind others."""
    first, last = c.parts[0], c.parts[-1]
    may = len(c.parts) == 2 and first in c.lex.given and last.lower() in c.lex.function_words  # "Theresa May"
    parts = c.parts[1:] if first in c.lex.given_times else c.parts  # "Jan Holm"
    strange = (
        len(c.parts) > 5
        or "&" in c.parts
        or any(char.isdigit() for char in c.name.text)
        or any(part in c.lex.no_names for part in parts if len(part) > 1 and not may)
        or (first not in c.lex.given and not first.isupper() and any(_is_acronym(part) for part in parts[1:]))
        or (last.isupper() and len(last) > 1 and not first.isupper())
        or len(last) == 1
        or (last.lower() in c.lex.function_words and last not in c.lex.family_first and not may)
    )
    return False if strange else None


def _is_acronym(part: str) -> bool:
    """Whether a word is written in capitals, without points: "GC", but not "H.W."."""
    return len(part) > 1 and part.isupper() and part.isalpha()


def _thing(c: Candidate) -> bool | None:
    """Words that places, bodies and sentences begin or end with: "St", "Banco", "Foundation", "Celebrating"."""
    first, last = c.parts[0], c.parts[-1]
    if first in c.lex.given:
        begins = False
    else:
        begins = "St" in c.parts[:-1] or first == "Saint" or first in c.lex.organization_first
        begins = begins or (c.name.opens and first.endswith("ing"))
        begins = begins or _article_before(c)
    plain = c.common_last or last in c.lex.organization_heads
    begins = begins or (plain and len(c.parts) > 2 and _article_before(c))  # "the Ann Ito Show"
    if first not in c.lex.given and not c.is_titled and is_many(last, c.lex, c.reading.article.language):
        return False  # "Western Republicans"
    head = last in c.lex.organization_heads
    ends = head and (last not in c.lex.weak_heads or not (c.name.titled or c.alone.get(last)))
    return False if begins or ends else None


def _article_before(c: Candidate) -> bool:
    """Whether "the" stands right before the name, so that no person's name begins there."""
    return c.name.first > 0 and c.phrase.words[c.name.first - 1] in ("the", "The") and not c.is_titled


def _called(c: Candidate) -> bool | None:
    """What the noun before names: "the law firm of Holm Roth", "the band Jan Ito."; but not "the film Ann Ito made"."""
    words, lex = c.phrase.words, c.lex
    before, behind = words[max(c.name.first - 4, 0) : c.name.first], words[c.name.last : c.name.last + 1]
    if before[-1:] == ["of"] and before[-2:-1] and before[-2] in lex.firms:
        return False
    if is_body_called(before, lex.called, lex.organization_heads):
        return False
    goes_on = behind and behind[0].islower() and behind[0] not in lex.function_words
    return False if before[-1:] and before[-1] in lex.named_things and not goes_on else None


def _titled(c: Candidate) -> bool | None:
    """ "President Vladimir Putin", but not "a film called Holding President Ito Accountable" """
    first, last = c.parts[0], c.parts[-1]
    given = first in c.lex.given or first in c.lex.weak_given or first in c.lex.family_first
    if c.is_titled and not given and c.alone.get(first, 0) > AGAIN and not c.alone.get(last):
        return False
    return not (c.common_last and c.reading.is_common(c.parts[0])) if c.is_titled else None


def _built(c: Candidate) -> bool | None:
    """What was named after somebody: "Ann Ito airport", "at Jan Roth's", "Albert Park" where nobody is called Park."""
    if c.is_titled or signs(c):
        return None
    before, behind = c.phrase.words[max(c.name.first - 1, 0)], c.phrase.words[c.name.last : c.name.last + 2]
    owns_nothing = behind[:1] in (["'s"], ["’s"]) and (behind[1:] == ["and"] or not "".join(behind[1:]).isalpha())
    if owns_nothing and before in c.lex.place_words:
        return False
    for after in c.phrase.words[c.name.last : c.name.last + BUILT]:
        if after.capitalize() in c.lex.place_heads:
            return False  # "Ann Ito airport", "the Ann Ito U.S. Courthouse"
        if not after[0].isupper():
            break
    first, last = c.parts[0], c.parts[-1]
    if first in c.lex.known and last.endswith("s") and c.reading.is_common(last[:-1]):
        return False  # "Geneva Conventions"
    return False if last in c.lex.place_heads and not c.alone.get(last) else None


def _listed(c: Candidate) -> bool | None:
    """One of a list of bodies: "Bern Holdings, Crystal Lake Two and the Ada Foundation"."""
    words, heads, last = c.phrase.words, c.lex.organization_heads, c.name.last
    before = words[max(c.name.first - 2, 0) : c.name.first]
    if c.is_titled or before[1:] != [","] or before[0] not in heads or words[last : last + 1] not in (["and"], ["&"]):
        return None
    behind = [word for word in words[last + 1 : last + BODY] if word not in ("and", "&")]
    name = list(takewhile(lambda word: word[0].isupper(), behind[behind[:1] == ["the"] :]))
    return False if name and name[-1] in heads else None


def _given_name(c: Candidate) -> bool | None:
    """ "Andrey Denisov", but not "Rose Bowl" """
    first, last = c.parts[0], c.parts[-1]
    if first not in c.lex.given and first.partition("-")[0] not in c.lex.given:
        return None
    if not c.common_last or last.lower() in c.lex.ordinary_surnames or c.alone.get(last):
        return True
    return bool(signs(c)) or _is_named_again(c) or ends_list(c)


def _is_named_again(c: Candidate) -> bool:
    """Whether a name that no place and no ordinary word opens stands twice: "Jim Talent", but not "Rose Bowl"."""
    first = c.parts[0]
    plain = not c.reading.is_common(first) and first not in c.lex.known and first not in c.lex.weak_given
    return plain and c.reading.article.text.count(c.name.text) > 1


def _family_first(c: Candidate) -> bool | None:
    """ "Le Yucheng", "Qin Gang", "Kim Jong-un" """
    first = c.parts[0]
    if first not in c.lex.family_first or len(c.parts) > 3 or c.reading.is_common(first):
        return None
    if c.parts[1] in c.lex.organization_heads:
        return False
    return not c.common_last or bool(c.alone.get(first)) or role_before(c.phrase, c.name.first, c.lex) is not None


def _family_name(c: Candidate) -> bool | None:
    """ "Irsan Afridi", "Olt Petrenko", but not "Bern Afridi", "Reagan Biden" """
    first, last = c.parts[0], c.parts[-1]
    if last not in c.lex.surnames_known and not (len(last) > LONG and last.endswith(c.lex.surname_endings)):
        return None
    plain = len(c.parts) <= BORNE and all(part.isalpha() and part[1:].islower() for part in c.parts[:-1])
    another = first in c.lex.known or first in c.lex.surnames_known or c.reading.is_common(first)
    return True if plain and not another and not c.common_last else None


def _only_noun(c: Candidate) -> bool | None:
    """Where every noun has a capital, words with no given name and no title before them name nobody."""
    return False if c.lex.nouns_have_capitals else None


def _weak_given_name(c: Candidate) -> bool | None:
    """ "Grace Kelly", but not "Cleveland Cavaliers", where nothing else speaks for a person"""
    first, last = c.parts[0], c.parts[-1]
    if first in c.lex.known and not (signs(c) or c.alone.get(last)):
        return False
    if c.common_last and not c.reading.is_common(first) and (is_among_people(c) or _speaks_alone(c)):
        return True
    if first in c.lex.weak_given and (not c.common_last or last.lower() in c.lex.ordinary_surnames):
        return not (c.common_last and first.lower() in c.lex.ordinary) and not (
            first in c.lex.known and last in c.lex.known
        )
    return False if c.common_last else None


def _speaks_alone(c: Candidate) -> bool:
    """Whether the last word speaks by itself: "Minor said", after "Demetrios Minor"."""
    last, speech = c.parts[-1], c.lex.speech_verbs
    if f"{last} " not in c.reading.article.text:
        return False
    return any(
        word == last and behind in speech and not before[:1].isupper()
        for phrase in c.reading.phrases
        if not phrase.titled and last in phrase.words
        for before, word, behind in zip(["", *phrase.words], phrase.words, phrase.words[1:], strict=False)
    )


def _initial(c: Candidate) -> bool | None:
    """ "J. K. Rowling" """
    if any(len(part) == 1 and part.isupper() for part in c.parts[:-1]):
        return c.parts[0].lower() not in c.lex.ordinary
    return None


def _ordinary(c: Candidate) -> bool | None:
    """An ordinary word, or a place at the start, in a name that nothing else calls a person's."""
    capitals = [part for part in c.parts if part not in c.lex.particles]
    ordinary = c.parts[0] in c.lex.known or len(capitals) > 4 or any(c.reading.is_common(part) for part in capitals)
    return False if ordinary else None


RULES: tuple[Callable[[Candidate], bool | None], ...] = (
    _known,
    _strange,
    _thing,
    _called,
    _built,
    _titled,
    _listed,
    _given_name,
    _family_name,
    _only_noun,
    _family_first,
    _weak_given_name,
    _initial,
    _ordinary,
)
