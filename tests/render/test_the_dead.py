"""Who is dead could say nothing, and is not told to be unquoted."""

from __future__ import annotations

import dataclasses

import pytest
from render.render_stories import alone, storm, unquoted

from digest.clean.lines import plain_article
from digest.model import KnownBy
from digest.render.the_dead import is_told_dead
from digest.render.voice_shares import article_voices

TOLD = {
    "Protests followed the death of the young sailor Jan Roth.": True,
    "Roth’s funeral is on Monday.": True,
    "Jan Roth, 82, died on Monday.": True,
    "The storm killed Roth.": True,
    "Ito’s brother, Jan Roth, has died.": True,
    "Roth passed away peacefully.": True,
    "Roth was shot and killed in Tarn.": True,
    "Jan Roth, 40, the diver Ann Ito and a pilot were among the ten people killed.": True,
    "Divers found the bodies of the sailor Ann Ito, 31, and Jan Roth.": True,
    "Ann Ito and Jan Roth were killed in the storm.": True,
    "Jan Roth, who met Ann Ito, said two sailors were among those killed.": False,
    "Divers found the bodies of two sailors, said Jan Roth.": False,
    "Jan Roth spoke at the harbour, where Ann Ito died.": False,
    "Jan Roth killed the engine. Died down, the fire smoked on.": False,
    "Ann Ito mourned. Roth spoke of the death of Ann Ito.": False,
}


@pytest.mark.parametrize(("text", "dead"), TOLD.items())
def test_an_article_tells_who_is_dead(text: str, dead: bool) -> None:
    story = dataclasses.replace(alone(), articles=(plain_article(text, article_id="a"),))
    assert is_told_dead(("Jan Roth", "Roth"), story) is dead


@pytest.mark.parametrize(("end", "listed"), [("Byrne went home.", ["Mary Byrne"]), ("The storm killed Byrne.", [])])
def test_the_dead_are_not_listed_as_unquoted(end: str, listed: list[str]) -> None:
    story = storm()
    often = dataclasses.replace(story.comparison.people[0], mentions=(("bay", 3), ("post", 1)))
    hidden = dataclasses.replace(story.findings[0], quotes=(), statements=())
    bay = unquoted(dataclasses.replace(story.articles[0], text=f"{story.articles[0].text}{end}\n"))
    changed = dataclasses.replace(
        story,
        articles=(bay, story.articles[1]),
        comparison=dataclasses.replace(story.comparison, people=(often,)),
        findings=(hidden, story.findings[1]),
    )
    assert [one.name for one in article_voices(changed)[0].named] == listed


@pytest.mark.parametrize(("known_by", "listed"), [(KnownBy.NAME, ["Mary Byrne"]), (KnownBy.PERHAPS, [])])
def test_only_words_of_a_sure_source_are_told_as_stated(known_by: KnownBy, listed: list[str]) -> None:
    story = storm()
    often = dataclasses.replace(story.comparison.people[0], mentions=(("bay", 3), ("post", 1)))
    said = story.findings[0].statements[0]
    speaker = dataclasses.replace(said.speaker, name="Mary Byrne", known_by=known_by)
    hidden = dataclasses.replace(story.findings[0], quotes=(), statements=(dataclasses.replace(said, speaker=speaker),))
    changed = dataclasses.replace(
        story,
        articles=(unquoted(story.articles[0]), story.articles[1]),
        comparison=dataclasses.replace(story.comparison, people=(often,)),
        findings=(hidden, story.findings[1]),
    )
    shares = article_voices(changed)[0]
    assert [one.name for one in shares.stated] == listed
    assert shares.named == ()
