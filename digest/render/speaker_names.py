"""How a page writes whose words it prints: "The indictment" and "the indictment" are one source under one name."""

from __future__ import annotations

from digest.language.terms import function_words
from digest.model import Speaker, SpeakerKind, Story


def printed_name(speaker: Speaker, story: Story) -> str:
    """A speaker's name; what only describes a source loses the capital that its sentence began with.

    "The harbour office" -> "the harbour office", "One witness" -> "one witness"; "Dockers" stays, for nobody knows.
    """
    if speaker.kind is SpeakerKind.PERSON:
        return _story_name(speaker.name, story)
    if speaker.kind is not SpeakerKind.DESCRIPTION:
        return speaker.name
    language = story.articles[story.number(speaker.mention.span.article_id) - 1].language
    first, space, rest = speaker.name.partition(" ")
    return first.lower() + space + rest if rest and first.lower() in function_words(language) else speaker.name


def _story_name(name: str, story: Story) -> str:
    """The one name that the page uses for somebody whom articles call differently: "Ito" -> "Ann Ito"."""
    meant = {person.name for person in story.comparison.people if name in (person.name, *person.aliases)}
    return min(meant) if len(meant) == 1 and name not in meant else name
