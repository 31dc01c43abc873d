"""Words of one root meet, and the table that ships with the package knows which words are rare."""

from pathlib import Path

import numpy as np
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from digest.clean.lines import plain_article
from digest.cluster import cluster_articles
from digest.cluster.background import background
from digest.cluster.building import build_index
from digest.cluster.settings import STANDARD
from digest.cluster.stem import stem


def terms_of(text, **facts):
    """The terms of a text, each with how the text writes it."""
    index = build_index([plain_article(text, article_id="a", **facts)], STANDARD)
    columns = index.weights.indices
    written = index.spellings(np.zeros_like(columns), np.arange(len(columns)))
    return dict(zip([index.terms[column] for column in columns], written, strict=True))


STEMS = yaml.safe_load((Path(__file__).parent / "cases" / "stems.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("words", STEMS, ids=lambda words: words[0])
def test_words_of_one_root_have_one_stem(words):
    assert len({stem(word) for word in words}) == 1


@given(st.text())
def test_any_word_has_a_stem_that_never_grows(word):
    assert len(stem(word)) <= len(word.lower())


def test_rare_words_are_rarer():
    known = background("en")
    rarities = [known.rarity(stem(word)) for word in ("the", "government", "harbour", "gyroscope")]
    assert rarities == sorted(rarities)
    assert known.rarity("xqzzk") >= rarities[-1]


def test_without_a_table_words_are_as_rare_as_they_are_long():
    known = background("xx")
    assert known.rarity("und") == 0 < known.rarity("halle") < known.rarity("feuerwehr") <= known.rarest


def test_names_are_found_by_their_shape_inside_sentences_only():
    text = "Ferries stopped. Captain Ilse Varga said the Nordlys was late."
    found = terms_of(text, title="Every Word Here Has Capitals")
    assert {spelling.form for spelling in found.values() if spelling.is_name} == {"Ilse", "Varga", "Nordlys"}


def test_a_term_is_written_as_it_is_most_often_and_of_equal_ones_as_the_last_in_order():
    assert terms_of("It was sold, then sold again. He sold Sold.")["sold"].form == "sold"
    assert terms_of("Harbours and harbour")["harbour"].form == "harbour"


def test_numbers_keep_their_digits_and_lose_the_comma_of_thousands():
    assert {"5000", "7.5"} <= set(terms_of("It cost 5,000 crowns, or 7.5 each."))


def test_a_very_long_line_is_read_in_time():
    assert terms_of("A’" * 50_000 + " 1,2" * 50_000)


GERMAN = {
    "brand": "Ein Feuer hat in der Nacht zum Dienstag die Markthalle von Lindenbrück zerstört. Die Feuerwehr war mit "
    "achtzig Leuten im Einsatz, verletzt wurde niemand. Bürgermeisterin Hanna Voss sagte, die Halle werde wieder "
    "aufgebaut, sobald die Ursache des Feuers geklärt sei.",
    "halle": "Nach dem Feuer in der Markthalle von Lindenbrück sucht die Polizei nach der Ursache. Achtzig Leute der "
    "Feuerwehr hatten in der Nacht zum Dienstag gelöscht. Man werde die Halle wieder aufbauen, sagte Bürgermeisterin "
    "Hanna Voss am Morgen.",
    "kuchen": "Für den Teig werden die Eier mit dem Zucker schaumig gerührt, dann kommt nach und nach das Mehl dazu. "
    "Wer es nicht so süß mag, der nimmt etwas weniger. Nach einer Stunde im Ofen ist der Kuchen fertig, und man lässt "
    "ihn in der Form auskühlen.",
    "tennis": "In der ersten Runde des Turniers hat Lara Kunz ihre Gegnerin in zwei Sätzen besiegt. Nach einer Stunde "
    "war das Spiel zu Ende, und das war etwas schneller, als sie es sich gedacht hatte. Am Freitag geht es für sie mit "
    "dem Doppel weiter.",
}


def test_a_language_without_a_table_is_grouped_by_its_long_words() -> None:
    articles = [plain_article(text, article_id=key, language="de") for key, text in GERMAN.items()]
    assert [cluster.article_ids for cluster in cluster_articles(articles)] == [
        ("brand", "halle"),
        ("kuchen",),
        ("tennis",),
    ]
