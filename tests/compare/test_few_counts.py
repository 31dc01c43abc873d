"""Small counts are one quantity only where the sentences around them speak of one thing."""

import pytest

from digest.clean.lines import plain_article
from digest.compare.figures import compare_figures
from digest.extract import extract
from digest.model import Verdict, sources_of

CASES = [
    (
        "A bomber killed eight people in the parliament of Melk on Thursday.",
        "Earlier, a lorry that left the road near the harbour bridge killed eight people and sank two boats.",
        False,
    ),
    (
        "A bomber killed eight people in the parliament of Melk on Thursday.",
        "A bomber in the parliament of Melk killed eight people on Thursday, police said.",
        True,
    ),
    (
        "In December, 29 people died when a bus fell from a bridge.",
        "At least 20 people died in October when a bus fell from a bridge.",
        False,
    ),
]


@pytest.mark.parametrize(("one", "other", "joined"), CASES)
def test_small_counts(one, other, joined):
    articles = [plain_article(text, article_id=key) for key, text in (("a", one), ("b", other))]
    rows = compare_figures(articles, [extract(article) for article in articles], sources_of(articles))
    assert rows
    assert any(row.verdict is not Verdict.ONLY for row in rows) is joined
