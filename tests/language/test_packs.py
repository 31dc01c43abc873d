"""A language with a pack is read by it; one without is cleaned and cited, and nothing is read into it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import digest.language
from digest.clean import clean_article, plain_article
from digest.extract import extract
from digest.extract.amounts.figures import has_amounts
from digest.extract.amounts.lexicon import lexicon as amounts
from digest.extract.countries import gazetteer
from digest.extract.dating.grammar import grammar
from digest.extract.frames.words import frames, is_framed
from digest.extract.name_lexicon import lexicon as names
from digest.ingest import raw_from_text
from digest.language import LOADER, has_pack, joined, packs, subject
from digest.language.background import has_table, rarity
from digest.language.recognizing import likely_pack
from digest.language.terms import content_stems, own_capitals, stem

SUBJECTS = (
    "clean", "cluster", "compare", "countries", "dates", "figures", "function_words", "names", "organizations",
    "quotes", "rewrite", "senses", "summarize", "titles",
)  # fmt: skip
LANGUAGE = Path(digest.language.__file__).parent
OTHERS = [language for language in packs() if language != "en"]

DUTCH = """De brug van Delft blijft dicht

De brug van Delft blijft tot de herfst dicht.

“Wij kunnen niemand meer over de brug laten rijden,” said de burgemeester Anna de Vries.

Volgens Ford Motor kost de brug 1.500 euro en 30 procent. Boris Johnson says it is “very late” in March 2026.
"""


def test_there_are_packs_for_three_languages():
    assert packs() == ("de", "en", "es")
    assert not has_pack("nl")
    assert not has_pack("mul")


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", SUBJECTS)
def test_a_pack_has_every_subject_of_its_own(language, name):
    assert subject(language, name) is not subject("en", name)


@pytest.mark.parametrize("language", OTHERS)
def test_a_pack_can_be_read_as_a_whole(language):
    assert is_framed(language)
    assert has_amounts(language)
    assert frames(language).said
    assert amounts(language).numbers
    assert grammar(language).shapes
    assert names(language).given
    assert gazetteer(language).people
    assert has_table(language)


@pytest.mark.parametrize("language", OTHERS)
def test_what_a_cleaning_pack_takes_over_and_adds(language):
    own, english = subject(language, "clean"), subject("en", "clean")
    assert own.keys() >= english.keys()
    assert set(english["exact"]["SHARE"]) < set(own["exact"]["SHARE"])


def test_groups_are_joined_whatever_they_are():
    assert joined("a b", "c") == "a b\nc"
    assert joined(["a"], ["b"]) == ["a", "b"]
    assert joined({"x": ["a"], "y": 1}, {"x": ["b"], "z": 2}) == {"x": ["a", "b"], "y": 1, "z": 2}
    assert joined(3, None) == 3
    assert joined(3, 4) == 4


def test_in_a_language_without_a_pack_words_in_marks_are_found_and_nothing_else():
    article = plain_article(DUTCH, article_id="a", language="nl")
    found = extract(article)
    assert [q.excerpt.text for q in found.quotes] == [
        "Wij kunnen niemand meer over de brug laten rijden,",
        "very late",
    ]
    assert all(q.speaker is None and q.confidence == 0 for q in found.quotes)
    assert not (found.statements or found.figures or found.people or found.organizations or found.places or found.dates)


def test_the_same_text_taken_for_english_would_have_findings():
    """The test above would prove nothing otherwise."""
    found = extract(plain_article(DUTCH, article_id="a", language="en"))
    assert any(q.speaker for q in found.quotes)
    assert found.figures
    assert found.people


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Die Brücke in Bonn bleibt bis zum Herbst gesperrt, weil ein Gutachten Risse gefunden hat. " * 2,
            "de",
        ),
        (
            "El puente de Vigo seguirá cerrado hasta el otoño, porque un informe encontró grietas en tres pilares. "
            * 2,
            "es",
        ),
        (
            "The bridge of Bonn will stay closed until the autumn because a report has found cracks in its pillars. "
            * 2,
            "en",
        ),
        (
            "De brug van Delft blijft tot de herfst dicht omdat er volgens een rapport scheuren in de pijlers zitten. "
            * 2,
            "en",
        ),
        ("Ja, nein.", "en"),
        ("", "en"),
    ],
)
def test_a_page_is_cleaned_by_the_pack_that_its_words_call_for(text, language):
    assert likely_pack(text) == language


def test_a_german_article_that_states_no_language_is_known_as_german():
    text = (
        "Brücke gesperrt\n\n"
        + "Die Brücke in Bonn bleibt bis zum Herbst gesperrt, weil ein Gutachten Risse gefunden hat, so Anna Weber.\n\n"
        * 3
    )
    article = clean_article(raw_from_text(text, article_id="a"))
    assert article.language == "de"


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "de",
            ["Im 19. Jahrhundert kamen z. B. Kühe.", "Dr. med. Eva Lang zahlte 5 Mio. Euro.", "Am 3. März war es so."],
        ),
        (
            "en",
            [
                "He hoped that Ms. Roe would come at 5 p.m. Monday.",
                "Rep. Ida Holm, D-N.Y., came at 6 a.m. local time.",
                "The doors closed at 5 p.m.",
                "The crowd left the U.S.",
                "He stayed.",
                "1. Close the bridge.",
                "In the post-Sept. 11 world he said it was a ‘big deal.’”",
                "The crowd left.",
                "Yahoo! said so.",
                "Help!",
                "iPhone sales fell.",
            ],
        ),
        ("en", ["(4) One came.", "Two came."]),
        (
            "en",
            [
                "“Is it old? Who built it?” Ms. Roe asked, her voice trembling.",
                "“Go!” Rep. Ida B. Holm said.",
                "“Why?”",
                "Ms. Roe said nothing.",
                "“Who else?”",
                "Ms. Roe asked, “And when?”",
            ],
        ),
        ("es", ["El Sr. Soto vino de EE. UU. en mayo.", "D. José Soto vive en la Av. Colón núm. 5.", "Calló."]),
    ],
)
def test_sentences_end_where_they_end(language, sentences):
    article = plain_article(" ".join(sentences), article_id="a", language=language)
    assert [article.text[s.start : s.end] for s in article.sentences] == sentences


def test_words_are_weighed_and_cut_in_their_language():
    assert rarity("der", language="de") < 1 < rarity(stem("Pfeiler", language="de"), language="de")
    assert content_stems("Die Brücken sind gesperrt", language="de") == content_stems(
        "Die Brücke ist gesperrt", language="de"
    )
    assert content_stems("Los puentes cerrados", language="es") == content_stems("El puente cerrado", language="es")


def test_every_noun_has_a_capital_in_german():
    assert own_capitals("Gestern kam Anna Weber über die Brücke", language="de") == ["Anna", "Weber"]
    assert own_capitals("Yesterday Anna crossed the Bridge", language="en") == ["Anna", "Bridge"]


@pytest.mark.parametrize("file", sorted(LANGUAGE.rglob("*.yml")), ids=lambda file: f"{file.parent.name}/{file.name}")
def test_the_quick_loader_reads_what_the_plain_one_reads(file):
    """Where YAML is built without its loader in C, the plain one is used: no page may differ by it."""
    text = file.read_text(encoding="utf-8")
    assert yaml.load(text, Loader=LOADER) == yaml.safe_load(text)
