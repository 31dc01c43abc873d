"""The claims of a page are read back as a reader sees them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from digest.clean import plain_article
from digest.verify.claims import read_page
from digest.verify.pages import stands

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "claims.yml").read_text(encoding="utf-8"))
FERRY = plain_article(
    "The ferry stayed in harbour.\n\n“Nobody sails. Nobody swims,” said Mary Byrne. It was late.", article_id="ferry"
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_claims(case):
    read = read_page(case["page"])
    found = [f"{'' if c.verbatim else '~'}{c.text} | {c.article_id} | {c.sentence}" for c in read.claims]
    assert found == case["claims"]


def test_a_block_quotation_without_citation_is_found_by_its_line():
    page = "---\ntitle: x\n---\n\n> “Cited” [[1]](articles/x.md#sentence-1)\n\nText.\n\n> “Not cited”\n"
    assert read_page(page).uncited == (9,)


def test_evidence_is_the_quotation_below_its_heading():
    page = "### Sentence 2\n\n> It *sailed*.\n\nLine 3\n\n### Other\n\n> Not evidence.\n"
    assert [(e.sentence, e.text, e.line) for e in read_page(page).evidence] == [(2, "It sailed.", 3)]


@pytest.mark.parametrize(
    ("text", "index", "holds"),
    [
        ("The ferry stayed in harbour.", 0, True),
        ("ferry stayed", 0, True),
        ("“Nobody sails. Nobody swims,”", 1, True),
        ("The ferry stayed in harbor.", 0, False),
        ("Nobody sails", 0, False),
        ("“”", 0, False),
        ("", 0, False),
    ],
)
def test_a_claim_stands_only_in_its_sentence(text, index, holds):
    assert stands(text, FERRY, index) is holds


@given(st.text(max_size=300))
def test_any_page_can_be_read(page):
    read = read_page(page)
    assert all(claim.sentence >= 0 for claim in read.claims)
    assert all(line >= 1 for line in read.uncited)
    assert all(proof.sentence >= 0 for proof in read.evidence)


@given(st.text(alphabet="abc “”.\n", min_size=1, max_size=80), st.data())
def test_one_changed_letter_never_stands(words, data):
    text = "Zebras and apes " + " ".join(words.split()) + " met in the zoo."
    article = plain_article(text, article_id="zoo")
    sentence = article.sentence_excerpt(0).text
    place = data.draw(st.integers(0, len(sentence) - 1))
    changed = sentence[:place] + "#" + sentence[place + 1 :]
    assert stands(sentence, article, 0)
    assert not stands(changed, article, 0)
