"""What only one article has: few sentences, clear by themselves, news first, and nothing that stands above."""

from __future__ import annotations

from dataclasses import replace

import pytest
from render.test_render_figures import told

from digest.model import Excerpt, Sole, Story
from digest.render.only import only_here
from digest.render.printed import printed

FIRST = "Nobody in the hall spoke against the plan during the long debate."
NEWS = (
    "Karl Duhr bought 14 lamps from a lottery in Arden.",
    "Mira Olsen sold nine goats to a circus from Lusa.",
    "Per Lund painted a lighthouse in Melk.",
)
USUAL = "Ida Holm usually paints a harbour at noon."


def story(*texts: str) -> Story:
    """A story in whose articles every sentence but the first is only there, the first weighing most."""
    made = told(*(" ".join((FIRST, text)) for text in texts))
    excerpts = [a.sentence_excerpt(s.index) for a in made.articles for s in a.sentences]
    listed = [e for e in excerpts if e.text != FIRST and not e.text.startswith("Ferry sinks")]
    soles = tuple(Sole(excerpt=e, weight=9.0 - number) for number, e in enumerate(listed))
    return replace(made, comparison=replace(made.comparison, only=soles))


def lines(made: Story, above: tuple[Excerpt, ...] = ()) -> list[str]:
    return [s.excerpt.text for block in only_here(made, set(), printed(made, above)) for s in block.sentences]


def test_an_article_has_two_sentences_at_most() -> None:
    assert lines(story(" ".join(NEWS), "")) == list(NEWS[:2])


def test_all_articles_have_eight_together() -> None:
    assert len(lines(story(*(" ".join(NEWS[:2]) for _ in range(6))))) == 8


@pytest.mark.parametrize(
    "text",
    [
        "Karl Duhr bought 14 lamps and the barracks.",
        "Per Lund and Ida Holm were also in Arden with 14 lamps.",
        "The source added that Karl Duhr bought 14 lamps.",
        "“I was glad, who was not?” said Karl Duhr of Arden.",
        "Karl Duhr was only made head of the Lusa yard on Saturday.",
        "Instead, Karl Duhr bought 14 lamps in Arden.",
        "Karl Duhr bought 14 lamps from her old colleague’s shop in Arden.",
        "Karl Duhr will bring 14 lamps to a fair in Arden. Please join us in Arden.",
        "“I just can’t comment right now,” Karl Duhr of Arden said at a shop for lamps.",
        "According to Ida Holm of Lusa, Karl Duhr and Per Lund were walking home to Arden after the late shift.",
        "Karl Duhr of Arden was too tired to talk when he was called about 14 lamps.",
    ],
)
def test_what_leaves_open_what_it_means_is_left_out(text: str) -> None:
    assert lines(story(f"{text} {NEWS[1]}", "")) == [NEWS[1]]


def test_what_is_usual_only_fills_up_a_short_list() -> None:
    assert lines(story(f"{USUAL} {NEWS[0]}", "")) == [NEWS[0], USUAL]
    assert lines(story(f"{USUAL} {NEWS[0]}", NEWS[1], NEWS[2])) == list(NEWS)


def test_what_goes_on_from_something_only_fills_up_a_short_list() -> None:
    linked = "But Karl Duhr bought 14 lamps from Arden."
    assert lines(story(f"{linked} {NEWS[0]}", "")) == [NEWS[0], linked]
    assert linked not in lines(story(f"{linked} {NEWS[0]}", NEWS[1], NEWS[2]))


def test_what_stands_above_is_not_told_again_unless_nothing_else_is_there() -> None:
    made = story(f"{NEWS[0]} {NEWS[1]}", "")
    above = made.comparison.only[0].excerpt
    assert lines(made, (above,)) == [NEWS[1]]
    alone = story(NEWS[0], "")
    assert lines(alone, (alone.comparison.only[0].excerpt,)) == [NEWS[0]]
