"""The names that articles share, each as a whole: of "Tea" and "Party", which are counted apart, "Tea Party"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from digest.model import Form, Mention, SharedTerm, Story

POSSESSIVE = re.compile(r"['’]s$")  # "Lund’s"
SHORTEST = 3
"""Letters of a name, unless it is all capitals: "al" and "th" are shreds of names."""


def whole_names(story: Story) -> tuple[SharedTerm, ...]:
    """The shared names of a story, the weightiest first; the weight of a name of several words is that of its words.

    A word that is no name by itself stands for the most frequent name that holds it. One that is stands for a person
    all of whose names are shared: "Lund" for "Ana Lund", but "Calder" not for "Calder Council".
    """
    terms = {term.term: term.weight for term in story.cluster.terms if term.is_name and _is_word(term.term)}
    people = Counter(_written(person.mentions for findings in story.findings for person in findings.people))
    bodies = Counter(_written(body.mentions for findings in story.findings for body in findings.organizations))
    places = Counter(_written(place.mentions for findings in story.findings for place in findings.places))
    written = people + bodies + places
    found: list[SharedTerm] = []
    told: set[str] = set()
    for term in terms:
        if term in told:
            continue
        shown, words = POSSESSIVE.sub("", term), {term}
        for name in sorted(written, key=lambda name: (-written[name], name)):
            shared = terms.keys() & set(name.split())
            whole = name in people and len(shared) == len(name.split()) > 1
            own = shared if whole else shared - written.keys()
            if term in own:
                shown, words = name, own - told
                break
        found.append(SharedTerm(term=shown, is_name=True, weight=sum(terms[word] for word in words)))
        told |= words
    return tuple(sorted(found, key=lambda shown: -shown.weight))


def _is_word(term: str) -> bool:
    return len(term) >= SHORTEST or (len(term) > 1 and term.isupper())


def _written(mentions: Iterable[Iterable[Mention]]) -> Iterable[str]:
    return (mention.excerpt.text for some in mentions for mention in some if mention.form is not Form.PRONOUN)
