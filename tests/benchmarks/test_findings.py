"""`benchmarks/findings.py` counts right what is found in labelled passages, and never shows the held half."""

from __future__ import annotations

import re
from pathlib import Path

import findings
import pytest
from gold_matching import same_name
from gold_sets import read_news, read_pronouns
from gold_tally import Hit, Tally, tally

GOLD = Path(__file__).parents[1] / "gold"
NEWS = """
- number: {number}
  text: |
    The harbour closed at 6 p.m. “Nobody goes out in this,” said Mary Byrne, the pilot.

    Some 300 passengers were stranded.

    {name}, the mayor, said the ferries would sail on Monday. They play “Stormy Weather” on the quay.
  quotes:
    - {{text: "Nobody goes out in this", kind: direct, speaker: Mary Byrne}}
    - {{text: Stormy Weather, kind: none}}
  statements:
    - {{text: the ferries would sail on Monday, speaker: {name}}}
  figures:
    - {{text: Some 300 passengers, value: 300, unit: passengers, qualifier: about, measure: stranded}}
  traps: [6 p.m.]
  people:
    - {{name: Mary Byrne, roles: [pilot]}}
    - {{name: {name}, roles: [mayor]}}
"""
PRONOUN = """
- number: {number}
  about: one person
  quote: Not today
  speaker: {name}
  text: |
    {name} left the hall. “Not today,” she said.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two passages of news and two pronouns, one of each held."""
    (tmp_path / "news").mkdir()
    for number, name in ((1, "Ines Heldring"), (2, "Rosa Openshaw")):
        (tmp_path / "news" / f"{number}.yml").write_text(NEWS.format(number=number, name=name), encoding="utf-8")
    pronouns = PRONOUN.format(number=1, name="Sarah Heldring") + PRONOUN.format(number=2, name="Emma Openshaw")
    (tmp_path / "pronouns.yml").write_text(pronouns, encoding="utf-8")
    return tmp_path


def test_every_kind_of_finding_is_counted_in_both_halves(folder):
    counted = findings.measure(folder)
    for held in (False, True):
        rows = tally(hit for passage, hit in counted if passage.held == held)
        assert rows["quotation with speaker"] == Tally(1, 0, 0)
        assert rows["statements"] == Tally(1, 0, 0)
        assert rows["figures: value and unit"] == Tally(1, 0, 0)
        assert rows["pronouns"] == Tally(1, 0, 0)
        assert rows["people"] == Tally(2, 0, 0)


def test_what_is_labelled_otherwise_counts_as_wrong_and_as_missed(folder):
    path = folder / "news" / "2.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("value: 300", "value: 400"), encoding="utf-8")
    rows = tally(hit for passage, hit in findings.measure(folder) if not passage.held)
    assert rows["figures: value"] == Tally(0, 1, 1)


def test_failures_are_those_of_the_open_half(folder):
    for path in folder.glob("**/*.yml"):
        text = re.sub(r"speaker: [\w ]+", "speaker: Peter Nobody", path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8")
    told = "\n".join(findings.failures(findings.measure(folder)))
    assert "Rosa Openshaw" in told
    assert "Emma Openshaw" in told
    assert "Heldring" not in told


def test_the_table_has_a_line_for_each_row(folder):
    lines = findings.table(findings.measure(folder))
    assert any(line.startswith("pronouns ") for line in lines)
    assert "rule:" in lines[-1]


def test_shares():
    row = tally([Hit("a", "right"), Hit("a", "right"), Hit("a", "wrong"), Hit("a", "missed"), Hit("a", "missed")])["a"]
    assert (row.precision, row.recall, row.share) == (2 / 3, 0.5, 0.4)


@pytest.mark.parametrize(
    ("label", "found", "same"),
    [
        ("Mary Byrne", "Byrne", True),
        ("Mary Byrne", "Dr Mary Byrne", True),
        ("Mary Byrne", "Peter Byrne", False),
        ("the minister", "A minister", True),
        ("the minister", "the", False),
    ],
)
def test_names_are_compared_word_by_word(label, found, same):
    assert same_name([label], found) == same


@pytest.mark.parametrize(("passages", "number"), [(read_news(GOLD), 60), (read_pronouns(GOLD), 200)])
def test_the_gold_passages_are_numbered_through(passages, number):
    assert [passage.number for passage in passages] == list(range(1, number + 1))


@pytest.mark.parametrize("passage", read_news(GOLD), ids=lambda passage: f"{passage.about}-{passage.number}")
def test_each_number_in_digits_is_labelled_as_a_figure_or_as_a_trap(passage):
    labels = [*passage.figures, *passage.traps]
    for digits in re.finditer(r"\d+", passage.text):
        assert any(label.place.start <= digits.start() < label.place.end for label in labels), digits[0]


@pytest.mark.parametrize("passage", read_news(GOLD), ids=lambda passage: f"{passage.about}-{passage.number}")
def test_everything_in_quotation_marks_is_labelled(passage):
    labels = [label.place for label in passage.quotes]
    for words in re.finditer(r"[“«„]([^”»“„]*)[”»“]|(?<!\w)\"([^\"]*)\"", passage.text):
        assert any(place.start < words.end() and words.start() < place.end for place in labels), words[0]
