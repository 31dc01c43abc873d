"""Drop the titles of embedded videos, which stand below the video's length, often twice."""

from __future__ import annotations

from collections.abc import Mapping

from digest.clean.page import Mark, Page
from digest.clean.shape import Shape
from digest.model import LineReason


def video_titles(page: Page) -> Mapping[int, Mark]:
    """Mark the title below a video's length, and the same title again.

    "01:45" / "Envoys meet in Geneva" / "Envoys meet in Geneva" → the last two are video titles
    """
    found: dict[int, Mark] = {}
    if LineReason.VIDEO_LENGTH not in page.marks:
        return found
    for i, mark in enumerate(page.marks):
        if mark is not LineReason.VIDEO_LENGTH:
            continue
        title = ""
        for j in range(i + 1, min(i + 3, len(page.lines))):
            look = page.looks[j]
            if page.marks[j] or look.shape not in (Shape.TITLE, Shape.LABEL) or (title and look.bare != title):
                break
            title = look.bare
            found[j] = LineReason.VIDEO_TITLE
    return found
