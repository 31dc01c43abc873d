"""Pages that are made to hurt: very long lines, unbalanced marks, nothing but punctuation."""

from __future__ import annotations

import pytest

from digest.clean import clean_article
from digest.ingest import raw_from_text

HOSTILE = {
    "a line of 10,000 characters": "word " * 2_000,
    "a line of 1 MB": "word and " * 110_000,
    "1 MB without a blank": "a" * 1_000_000,
    "1 MB of quotation marks": '"' * 1_000_000,
    "100,000 quotation marks on lines of their own": '"\n' * 100_000,
    "unbalanced brackets": "([{" * 5_000 + "\n" + ")" * 5_000,
    "only punctuation": "...\n---\n!!!\n***\n" * 500,
    "slashes": " / a" * 10_000,
    "photo credits": "Photo: AP " * 10_000,
    "20,000 short lines": "Menu\n" * 20_000,
    "a gap of 300,000 blanks in the title": f"Talks resume in the old town{' ' * 300_000}x | Site\n"
    + "The envoys met in Geneva on Monday to discuss the grain deal.\n" * 3,
    "a capital, a no-break space and a full stop": "The envoys met on Monday to discuss it with J\xa0. So it is.",
    "nothing": "",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_page(text: str) -> None:
    article = clean_article(raw_from_text(text, article_id="hostile"))
    assert len(article.text) <= len(text) * 2
