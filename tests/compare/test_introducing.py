"""What a headline alone names is known, but a sentence that needs it stands back."""

from __future__ import annotations

from digest.clean.lines import plain_article
from digest.compare import compare
from digest.extract import extract

CALM = "Soldiers of Norland came to Lund at night.\n\nThey broke a crane there."


def test_a_point_is_told_without_what_only_a_headline_names() -> None:
    hurt = (
        "Four Norland soldiers were hurt in the raid, said Ida Holm.",
        "Four Norland soldiers were hurt at a mill, said Ida Holm.",
    )
    articles = [
        plain_article(f"{CALM}\n\n{told}", article_id=f"a{n}", title="Lund Is Calm After Raid")
        for n, told in enumerate(hurt)
    ]
    points = compare(articles, [extract(article) for article in articles]).points
    assert [p.tellers[0].text for p in points if "Four" in p.tellers[0].text] == [hurt[1]]
