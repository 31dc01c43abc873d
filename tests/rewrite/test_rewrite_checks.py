"""A machine's sentence may shorten and join what it cites, and say nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.rewrite import NoAnswerError, objection, parse_answer

CASES = Path(__file__).parent / "cases.txt"
LOST = "leaves out a doubt or limit"
WORDS = [
    "Roth",
    "Ito",
    "said",
    "not",
    "may",
    "40",
    "$12",
    "million",
    "people",
    "“a gift”",
    "the",
    "bridge",
    "hurt",
    "in",
    "Arden",
]


def cases():
    for case in CASES.read_text(encoding="utf-8").rstrip("\n.").split("\n.\n\n"):
        title, cited, text, expected = case.split("\n.\n")
        yield pytest.param(cited.strip().split("\n"), text, expected, id=title.strip())


@pytest.mark.parametrize(("cited", "text", "expected"), list(cases()))
def test_case(cited, text, expected):
    assert (objection(text, cited, language="en") or "(stands)") == expected


@pytest.mark.parametrize(
    ("language", "cited", "text", "expected"),
    [
        ("de", "Fast 40 Menschen starben, teilte die Polizei mit.", "40 Menschen starben, sagte die Polizei.", LOST),
        ("de", "Fast 40 Menschen starben, teilte die Polizei mit.", "Fast 40 Menschen starben, sagte die Polizei.", ""),
        ("de", "Die Firma schließt das Werk nicht.", "Die Firma schließt das Werk.", "leaves out a denial"),
        ("es", "El alcalde podría cerrar el puente.", "El alcalde cierra el puente.", LOST),
        ("es", "Casi 40 personas murieron, según la policía.", "Casi 40 personas murieron, dijo la policía.", ""),
        ("fr", "Le maire a ouvert le pont.", "Le maire a ouvert le pont.", "is in a language that cannot be checked"),
    ],
)
def test_other_languages(language, cited, text, expected):
    assert objection(text, [cited], language=language) == expected


def test_without_a_source_nothing_stands():
    assert objection("The mayor opened the bridge.", [], language="en") == "cites nothing"


@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=8), st.lists(st.sampled_from(WORDS), min_size=3, max_size=12)
)
def test_what_stands_adds_no_word_and_no_number(said, cited):
    text, source = " ".join(said), " ".join(cited)
    if not objection(text, [source], language="en"):
        assert {w for w in said if w not in ("the", "in", "said")} <= set(cited)


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_gets_a_verdict(said, cited):
    assert isinstance(objection(said, [cited], language="en"), str)


@given(st.text(max_size=300))
def test_any_answer_is_read_or_refused(text):
    try:
        assert isinstance(parse_answer(text), dict)
    except NoAnswerError as problem:
        assert str(problem)
