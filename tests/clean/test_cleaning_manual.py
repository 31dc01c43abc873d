"""The page of the manual about the cleaning names every cleaner and every reason, and its examples are sound."""

from __future__ import annotations

from pathlib import Path

from digest.clean import CLEANERS, PAGE_CLEANERS
from digest.config.facts import parse_facts
from digest.config.publishers import load_publishers
from digest.config.story import load_stories
from digest.model import LineReason

MANUAL = (Path(__file__).parents[2] / "docs" / "manual" / "cleaning.md").read_text(encoding="utf-8")


def test_cleaners_stand_in_their_order() -> None:
    rows = [line.split("`")[1] for line in MANUAL.split("\n") if line.startswith("| `")]
    assert rows == [cleaner.__name__ for cleaner in CLEANERS]


def test_cleaners_of_web_pages_are_named() -> None:
    named = MANUAL.split("Of a web page the article")[1].split("\n\n")[0]
    names = [cleaner.__name__ for cleaner in PAGE_CLEANERS if cleaner.__name__ != "stated_kinds"]
    assert named.split("`")[1::2] == names


def test_every_reason_is_named() -> None:
    listed = " ".join(MANUAL.split("## The reasons")[1].split("\n\n")[1].split())
    assert listed.split(" · ") == [str(reason) for reason in LineReason]


def test_examples_are_sound(tmp_path: Path) -> None:
    story, sidecar, publishers = (text.split("```")[0] for text in MANUAL.split("```yaml\n")[1:])
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "harbour-strike.yml").write_text(story, encoding="utf-8")
    (tmp_path / "stories" / "publishers.yml").write_text(publishers, encoding="utf-8")
    (file,), problems = load_stories(tmp_path / "stories", root=tmp_path)
    outlets, more = load_publishers(tmp_path / "stories" / "publishers.yml", root=tmp_path)
    facts, others = parse_facts(sidecar, path="seeds/courier-0304.yml")
    assert (*problems, *more, *others) == ()
    overrules = (*file.articles[0].facts.overrules, *facts.overrules, *outlets[0].overrules)
    assert [(rule.text[:8], rule.keep) for rule in overrules] == [
        ("Comments", True),
        ("Our corr", False),
        ("Tides an", False),
        ("The Exam", False),
    ]
