"""Articles that introduce the same words by different verbs, each by one of its own."""

from __future__ import annotations

import pytest

from digest.clean.lines import plain_article
from digest.compare import compare
from digest.extract import extract

SAID = "Ida Holm, the mayor, {} that “the old pier of Port Sand will stand for another forty winters”."
AGAIN = "“The old pier of Port Sand will stand for another forty winters,” Holm told the council."


def cues(*texts: str) -> list[str]:
    articles = [plain_article(text, article_id=f"a{at}", title=f"Title {at}") for at, text in enumerate(texts)]
    found = compare(articles, [extract(article) for article in articles]).wording
    return [variant.phrase for wording in found for variant in wording.variants if wording.about.startswith("words of")]


@pytest.mark.parametrize(("more", "told"), [("", ["claimed", "said"]), (f"\n\n{AGAIN}", [])])
def test_an_article_with_both_verbs_prefers_neither(more: str, told: list[str]) -> None:
    assert cues(SAID.format("claimed") + more, SAID.format("said")) == told
