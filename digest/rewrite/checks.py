"""Hold a machine's sentence against the sentences that it cites: it may shorten and join, and say nothing else.

    cited:    Almost 40 people were hurt in Arden on Monday, the police said.
    stands:   The police said almost 40 people were hurt in Arden.
    dropped:  Almost 400 people were hurt in Arden, the police said.        (a number)
    dropped:  40 people were hurt in Arden, the police said.                ("almost" is lost)
    dropped:  Almost 40 people were hurt in Arden.                          (nobody says so any more)

Every content word must stand in a cited sentence, in whatever inflection: a synonym may be right, but no rule can
tell it from an opposite.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from itertools import pairwise

from digest.language import has_pack, subject
from digest.language.denying import denials_in
from digest.language.numerals import number_words
from digest.language.terms import content_stems, function_words, nouns_have_capitals, plain_words, stem, words

MOST_CHARACTERS = 500  # of one sentence
ADDRESS = re.compile(r"://|www\.|@|\b[\w-]+\.(?:com|org|net|info|io|example)\b", re.IGNORECASE)
MARKUP = re.compile(r"[<>\[\]{}|`*_#\\]|[\x00-\x1f\x7f]")
MARKS = re.compile(r"[“”„«»\"]|(?<!\w)['‘]|['’](?!\w)")  # of a quotation; an apostrophe within a word is none
QUOTED = re.compile(r"[“„«\"‘]([^“”„«»\"]*)[”“»\"’]")  # “no limits”

Check = Callable[[str, Sequence[str], str], str]


def objection(text: str, cited: Sequence[str], *, language: str) -> str:
    """Why a sentence may not stand, in words for the editor; "" where it may.

    `cited` holds the whole sentences that it names as its sources, and `language` is theirs.
    """
    if not has_pack(language):
        return "is in a language that cannot be checked"
    if not cited:
        return "cites nothing"
    return next((found for check in CHECKS if (found := check(text, cited, language))), "")


def speaks_to_machines(text: str, *, language: str) -> bool:
    """Whether a sentence tries to tell a machine what to do."""
    plain = " ".join(word.text.lower() for word in words(text))
    return any(f" {phrase} " in f" {plain} " for phrase in subject(language, "rewrite")["to_machines"])


def _form(text: str, cited: Sequence[str], language: str) -> str:
    if not text.strip() or len(text) > MOST_CHARACTERS:
        return f"is empty or longer than {MOST_CHARACTERS} characters"
    if ADDRESS.search(text) or MARKUP.search(text):
        return "holds an address or markup"
    if any(speaks_to_machines(one, language=language) for one in (text, *cited)):
        return "speaks to a machine"
    return ""


def _numbers(text: str, cited: Sequence[str], language: str) -> str:
    """A number must stand there, before the same word: "38 billion" is no "38 million"."""
    known = {pair for one in cited for pair in _number_pairs(one, language)}
    alone = {number for number, _ in known}
    for number, after in _number_pairs(text, language):
        if (number, after) not in known and (after or number not in alone):
            before = f" before “{after}”" if number in alone else ""
            return f"holds the number {number}{before}, which the cited sentences do not"
    return ""


def _quotations(text: str, cited: Sequence[str], language: str) -> str:
    if len(MARKS.findall(text)) % 2:
        return "holds a quotation mark without its other half"
    plain = [_spaced(one) for one in cited]
    for quoted in QUOTED.findall(text):
        inner = _spaced(quoted).strip(" ,.")
        if inner and not any(inner in _spaced(found) for one in plain for found in QUOTED.findall(one)):
            return f"quotes “{inner}”, which is no quotation of the cited sentences"
    return ""


def _names(text: str, cited: Sequence[str], language: str) -> str:
    """Names side by side must stand so there, and those of one sentence keep their order: who did it to whom."""
    if nouns_have_capitals(language):
        return ""  # every noun looks like a name; their words are held against the sentences like all others
    beside = {pair for one in cited for pair in _beside(one)}
    for pair in _beside(text):
        if pair not in beside:
            return f"names {pair[0]} {pair[1]}, whom the cited sentences do not"
    mine = list(dict.fromkeys(_capitals(text, language)))
    for first, second in pairwise(mine):
        orders = [_order(_capitals(one, language), first, second) for one in cited]
        if orders and not any(order >= 0 for order in orders):
            return f"turns {first} and {second} round"
    return ""


def _words(text: str, cited: Sequence[str], language: str) -> str:
    known = {term for one in cited for term in content_stems(one, language=language)}
    free = (
        _plain_saying(language) if any(_held(one, group="saying", language=language) for one in cited) else frozenset()
    )
    for word in words(text):
        terms = content_stems(word.text, language=language)
        if any(term not in known and term not in free for term in terms):
            return f"says “{word.text}”, which the cited sentences do not"
    return ""


def _use(text: str, cited: Sequence[str], language: str) -> str:
    mine = set(content_stems(text, language=language))
    if not mine:
        return "says nothing"
    if any(mine.isdisjoint(content_stems(one, language=language)) for one in cited):
        return "cites a sentence of which it says nothing"
    return ""


def _certainty(text: str, cited: Sequence[str], language: str) -> str:
    """What is denied, uncertain or somebody's claim must stay so; and nothing may become so."""
    kept: tuple[tuple[str, Callable[[str], frozenset[str]]], ...] = (
        ("a denial", partial(denials_in, language=language)),
        ("a doubt or limit", partial(_held, group="hedges", language=language)),
    )
    for name, find in kept:
        mine, theirs = find(text), [find(one) for one in cited]
        if extra := mine.difference(*theirs):
            return f"adds {name}: “{min(extra)}”"
        if any(found and not found & mine for found in theirs):
            return f"leaves out {name}"
    if all(_held(one, group="saying", language=language) for one in cited) and not _held(
        text, group="saying", language=language
    ):
        return "does not say whose words these are"
    return ""


CHECKS: tuple[Check, ...] = (_form, _numbers, _quotations, _names, _words, _use, _certainty)
"""In this order; the first that objects is told."""


def _number_pairs(text: str, language: str) -> Iterable[tuple[str, str]]:
    """Each number of a text with its sign of money, and the next word's stem; "" where that is a word of grammar."""
    found = list(words(text))
    skip = function_words(language)
    for word, then in zip(found, [*found[1:], None], strict=False):
        low = word.text.lower()
        if not low[0].isdigit() and (low in skip or low not in number_words(language)):
            continue
        sign = text[max(0, word.start - 1) : word.start].strip(" (“\"'‘„«-–—/")
        after = "%" if text[word.end : word.end + 2].strip().startswith("%") else ""
        if not after and then and text[word.end : then.start] in (" ", "-", "\u00a0") and then.text.lower() not in skip:
            after = stem(then.text, language=language)
        yield ("" if sign.isalnum() else sign) + low.replace(",", ""), after


def _capitals(text: str, language: str) -> list[str]:
    """The words with a capital, in their order; a word of grammar has it only because it opens the sentence."""
    skip = function_words(language)
    return [_bare(word.text) for word in words(text) if word.text[0].isupper() and word.text.lower() not in skip]


def _beside(text: str) -> Iterable[tuple[str, str]]:
    """Each two words with a capital that stand side by side: "Anna Roth"."""
    for one, other in pairwise(words(text)):
        if one.start and one.text[0].isupper() and other.text[0].isupper() and text[one.end : other.start] == " ":
            yield one.text, _bare(other.text)


def _bare(name: str) -> str:
    return name.removesuffix("’s").removesuffix("'s")


def _order(names: Sequence[str], first: str, second: str) -> int:
    """1 where one name stands before the other, -1 where only after it, 0 where not both are there."""
    ones = [i for i, name in enumerate(names) if name == first]
    others = [i for i, name in enumerate(names) if name == second]
    if not ones or not others:
        return 0
    return 1 if min(ones) < max(others) else -1


def _held(text: str, *, group: str, language: str) -> frozenset[str]:
    """Which words of a group of the language's `rewrite.yml` stand in a text."""
    return _group(group, language) & {word.lower().replace("’", "'") for word in plain_words(text)}


def _spaced(text: str) -> str:
    return " ".join(text.replace("’", "'").replace("‘", "'").split())


@cache
def _group(name: str, language: str) -> frozenset[str]:
    return frozenset(str(word) for word in subject(language, "rewrite")[name])


@cache
def _plain_saying(language: str) -> frozenset[str]:
    """The stems of plain words of saying, which a sentence may use instead of others: "said" for "told reporters"."""
    return frozenset(stem(word, language=language) for word in _group("plain_saying", language))
