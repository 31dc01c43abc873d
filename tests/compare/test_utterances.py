"""Cuts and translations of one utterance are told from two utterances of one speaker."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from digest.compare.alignment import Said, said
from digest.compare.sameness import sameness
from digest.model import Excerpt, Span

FOLDER = Path(__file__).parent / "cases" / "utterances"
PRECISION, RECALL = 0.94, 0.75


def spoken(text: str, *, article: str, language: str = "en") -> Said:
    return said((Excerpt(span=Span(article_id=article, start=0, end=len(text)), text=text),), language)


def same(pair: dict[str, Any]) -> bool:
    language = pair.get("language", "en")
    one, other = (spoken(pair[key], article=key, language=language) for key in ("one", "other"))
    known = pair.get("speakers") != "unknown"
    forth, back = (sameness(a, b, known=known, apart=True, language=language) for a, b in ((one, other), (other, one)))
    assert bool(forth) == bool(back)
    return forth > 0


def pairs(half: str) -> list[dict[str, Any]]:
    return yaml.safe_load((FOLDER / f"{half}.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("half", ["open", "held"])
def test_pairs_are_told_apart(half: str) -> None:
    """Of the pairs that are joined almost all are one utterance, and most of those that are one are joined."""
    told = [(pair["same"], same(pair)) for pair in pairs(half)]
    right = sum(wanted and found for wanted, found in told)
    assert right / sum(found for _, found in told) >= PRECISION
    assert right / sum(wanted for wanted, _ in told) >= RECALL


def test_an_office_in_common_proves_nothing() -> None:
    office = "the attorney general of the Northern Isles"
    one = spoken(f"I am {office}, but I mend nets.", article="one")
    other = spoken(f"Change is near. A boy from our street is now {office}, as I told you.", article="other")
    assert not sameness(one, other, known=True, apart=True)
