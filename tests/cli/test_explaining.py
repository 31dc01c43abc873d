"""`digest explain` and `digest stories`: why articles are together, and what an editor might merge or split."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from running import digest

CASES = Path(__file__).parents[1] / "cluster" / "cases" / "surroundings.yml"


def write(project: Path, title: str) -> None:
    """Put the articles of a case into a project's seeds, and publish them as the case says."""
    case = next(c for c in yaml.safe_load(CASES.read_text(encoding="utf-8")) if c["title"].startswith(title))
    for seed in (project / "seeds").glob("*.txt"):
        seed.unlink()
    days = case.get("days", {})
    for key, text in case["articles"].items():
        front = f"---\npublished: {days[key]}\n---\n" if key in days else ""
        (project / "seeds" / f"{key}.md").write_text(f"{front}# {text}", encoding="utf-8")


@pytest.fixture
def strike(project):
    write(project, "A story follows another")
    return project


def test_a_story_shows_a_picture_its_thread_and_its_neighbours(strike):
    slugs = [s["story"] for s in json.loads(digest("stories", "--format", "json", cwd=strike).stdout)["stories"]]
    assert len(slugs) == 2
    texts = [digest("explain", slug, cwd=strike).stdout for slug in slugs]
    for text in texts:
        assert re.search(r"^     1 2$\n^   1   [░▒▓█]$\n^   2 [░▒▓█]  $", text, re.MULTILINE)
        assert "░ from 0.10" in text
    assert sorted(word for text in texts for word in re.findall(r"^  (earlier|later) ", text, re.MULTILINE)) == [
        "earlier",
        "later",
    ]


def test_two_articles_of_one_story_are_explained(strike):
    run = digest("explain", "a", "b.md", cwd=strike)
    assert run.returncode == 0, run.stderr
    assert "They are in one story." in run.stdout
    assert re.search(r"×1\.\d+  weekdays: both name Tuesday", run.stdout)
    assert re.search(r"×1\.000  dates: published on 6 May 2031 and 6 May 2031, 0 days apart", run.stdout)
    assert re.search(r"\d\.\d%  Kelmo \(name\)", run.stdout)


def test_two_articles_of_two_stories_are_explained(strike):
    run = digest("explain", "a", "d", cwd=strike)
    assert "They are in two stories." in run.stdout
    assert re.search(r"a went with b \([01]\.\d+\)", run.stdout)
    assert re.search(r"(are asked for 0\.\d+|far from what is asked)", run.stdout)
    data = json.loads(digest("explain", "a", "d", "--format", "json", cwd=strike).stdout)
    assert data["articles"] == ["a", "d"]
    assert data["together"] is False
    assert set(data["factors"]) == {"months", "weekdays", "years", "dates", "lengths"}
    assert data["path"]


@pytest.mark.parametrize(
    ("names", "hint"),
    [
        (["000_0a863f18b38ad08", "001_580a3cc5364b61e3"], "did you mean '000_0a863f18b38ad087'"),
        (["000_0a863f18b38ad087", "000_0a863f18b38ad087"], "the same article"),
        (["000_0a863f18b38ad087", "china-vows-to-strengthen-strategic-coordination-with-russia"], "several articles"),
        (["a", "b", "c"], "two articles"),
        ([], "Missing argument"),
    ],
)
def test_what_cannot_be_explained_is_a_usage_error_with_a_way_out(project, names, hint):
    run = digest("explain", *names, cwd=project)
    assert run.returncode == 2
    assert hint in run.stderr


def test_stories_are_listed_in_the_order_of_the_home_page(project):
    run = digest("stories", cwd=project)
    assert run.stdout.splitlines() == [
        "china-vows-to-strengthen-strategic-coordination-with-russia",
        "    China vows to strengthen strategic coordination with Russia amid Ukraine war",
        "    2 articles · Press TV, South China Morning Post · no date given",
    ]


def test_without_near_misses_that_is_said(project):
    assert digest("stories", "--near-misses", cwd=project).stdout.startswith("No near misses")
    assert "near miss" not in digest("build", "--pages-only", cwd=project).stdout


NEARLY = {
    "one": "# Lighthouse of Skarn to be sold\n\nThe lighthouse of Skarn is for sale, the harbour board said on Monday. "
    "Nobody has lived there since the last keeper, Tove Lind, left. Birds nest in the lamp room.\n",
    "other": "# Skarn: who wants a tower?\n\nNinety steps, a view of three sides: an owner is looked for. A smith oiled"
    " the door for thirty years and now grows roses far inland. His heirs hope for painters, music, lanterns and a "
    "warm hollow full of herbs and quinces; their surveyor counted forty cracks, nine broken panes, one owl.\n",
}


def test_near_misses_come_with_the_command_and_the_build_says_how_many(project):
    for seed in (project / "seeds").glob("*.txt"):
        seed.unlink()
    for key, text in NEARLY.items():
        (project / "seeds" / f"{key}.md").write_text(text, encoding="utf-8")
    data = json.loads(digest("stories", "--near-misses", "--format", "json", cwd=project).stdout)
    (miss,) = data["near_misses"]
    assert (miss["step"], miss["cause"]) == ("merge", "almost")
    assert miss["measure"] - 0.05 <= miss["similarity"] <= miss["measure"]
    assert miss["command"] == f"digest merge {' '.join(miss['stories'])}"
    shown = digest("stories", "--near-misses", cwd=project).stdout
    assert shown.startswith(f"1. {miss['command']}\n")
    built = digest("build", "--pages-only", cwd=project).stdout
    assert built.splitlines()[-1] == "1 near miss for an editor (1 to merge): digest stories --near-misses"
