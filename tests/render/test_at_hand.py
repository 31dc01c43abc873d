"""What several pages ask about a story is worked out once for it, and anew for another one."""

from dataclasses import replace

from render.render_stories import alone

from digest.model import Story
from digest.render.at_hand import AtHand


def test_a_story_is_asked_once_and_another_of_the_same_words_anew() -> None:
    asked: list[Story] = []

    def title_of(one: Story) -> str:
        asked.append(one)
        return one.title

    titled = AtHand(title_of)
    first = alone()
    second = replace(first)
    assert [titled(first), titled(first), titled(second), titled(first)] == [first.title] * 4
    assert [one is first for one in asked] == [True, False]
