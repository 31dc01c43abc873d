"""Where it was is left out, what was done is not."""

from __future__ import annotations

import pytest

from digest.language.settings import without_setting

LEFT = {
    "A bus crashed in the rugged hills of Tarn Aar on Friday.": "A bus crashed on Friday.",
    "Near Melk, a ferry sank.": ", a ferry sank.",
    "Ida Holm believes in ferries.": "Ida Holm believes in ferries.",
}


@pytest.mark.parametrize(("text", "left"), LEFT.items())
def test_where_it_was_is_left_out(text: str, left: str) -> None:
    assert " ".join(without_setting(text).split()) == left
