"""Drop the caption that a scraped article begins with: the picture above it has an agency's name behind its caption."""

from __future__ import annotations

from collections.abc import Mapping

from digest.clean.glued import RanIn
from digest.clean.page import Mark, Page
from digest.clean.shape import RUNNING
from digest.model import LineReason

LONGEST = 90  # words
FEWEST_BELOW = 3  # paragraphs, and it is no short report that its agency signs


def opening_caption(page: Page) -> Mapping[int, Mark]:
    """Mark the first prose of the page if an agency signs it and the article goes on: "The old mill at dusk. AP"."""
    prose = [i for i in page.unmarked() if page.looks[i].shape in RUNNING]
    if len(prose) <= FEWEST_BELOW or page.looks[prose[0]].words > LONGEST:
        return {}
    signed = [i for i in prose[:-1] if i in page.ran_in and _is_signed(page.ran_in[i])]
    return {prose[0]: LineReason.CAPTION} if signed == prose[:1] else {}  # each of several short reports has its own


def _is_signed(ran_in: RanIn) -> bool:
    return all(piece.reason is LineReason.CREDIT for piece in ran_in.pieces)
