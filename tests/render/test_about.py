"""Whether a line is about what its story is about."""

from __future__ import annotations

import pytest
from render.test_render_figures import told

from digest.render.about import About, about, subject_of

SUBJECT = subject_of(
    told(
        "Ida Holm closed the harbour of Port Sand on Monday. The mud is three metres deep.",
        "The harbour in Port Sand is shut since Monday, Ida Holm said. Herring boats go to Melk.",
    )
)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("“The harbour belongs to the herring.”", "Jan Roth", About.IN_WORDS),
        ("“I have never been so tired.”", "Ida Holm", About.BY_NAME),
        ("“I have never been so tired.”", "Jan Roth", About.NOTHING),
        ("“The mud is a scandal.”", None, About.NOTHING),
    ],
)
def test_a_line_is_about_the_subject(text: str, name: str | None, expected: About) -> None:
    assert about(text, name, SUBJECT, "en") is expected


def test_in_a_language_without_articles_nothing_is() -> None:
    assert about("Der Hafen ist zu.", None, SUBJECT, "de") is About.NOTHING
