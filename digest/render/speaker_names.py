"""How a page writes whose words it prints: "The indictment" and "the indictment" are one source under one name."""

from __future__ import annotations

import re

from digest.language.letters import other_letters
from digest.language.terms import function_words
from digest.model import Speaker, SpeakerKind, Story

LONG = 5
"""Of how many letters a name is of which one may be a misprint."""


def printed_name(speaker: Speaker, story: Story) -> str:
    """A speaker's name; what only describes a source loses the capital that its sentence began with.

    "The harbour office" -> "the harbour office", "One witness" -> "one witness"; "Dockers" stays, for nobody knows.
    """
    if speaker.kind is SpeakerKind.PERSON:
        return _story_name(speaker, story)
    if speaker.kind is not SpeakerKind.DESCRIPTION:
        return speaker.name
    if " " not in speaker.name and speaker.name[:1].isupper():
        return _misprinted(speaker, story) or speaker.name
    language = story.articles[story.number(speaker.mention.span.article_id) - 1].language
    first, space, rest = speaker.name.partition(" ")
    return first.lower() + space + rest if rest and first.lower() in function_words(language) else speaker.name


def _story_name(speaker: Speaker, story: Story) -> str:
    """The one name that the page uses for somebody whom articles call differently: "Ito" -> "Ann Ito"."""
    name = speaker.name
    meant = {person.name for person in story.comparison.people if name in (person.name, *person.aliases)}
    if len(meant) == 1 and name not in meant:
        return min(meant)
    return name if " " in name or meant - {name} else _misprinted(speaker, story) or name


def _misprinted(speaker: Speaker, story: Story) -> str:
    """Whom a lone name means that is one letter off: "Duhn", where the article tells of Karl Duhr and of no other Duhn.

    News gives everybody's whole name at first: one who never has a given name, nor "Mr.", is nobody new.
    """
    name, article_id = speaker.name, speaker.mention.span.article_id
    article = story.article(article_id)
    if len(name) < LONG or re.search(rf"\b[^\W\d_a-z][\w.’'-]* {re.escape(name)}\b", article.text):
        return ""
    people = (p.name for p in story.comparison.people if " " in p.name and dict(p.mentions).get(article_id))
    near = [person for person in people if _is_one_letter_off(person.rpartition(" ")[2], name)]
    return near[0] if len(near) == 1 else ""


def _is_one_letter_off(one: str, other: str) -> bool:
    """Whether another letter stands at one place, not at the first: "Lindal", "Lindel"."""
    return one[:1] == other[:1] and other_letters(one, other) is not None
