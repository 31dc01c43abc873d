"""The commands as a user types them."""

from __future__ import annotations

import json
import re

import pytest
from running import digest, tree

from digest import __version__
from digest.cli import COMMANDS

STORY = "stories"


def test_version(tmp_path):
    run = digest("--version", cwd=tmp_path)
    assert (run.returncode, run.stdout.strip()) == (0, f"digest, version {__version__}")


def test_an_unknown_command_is_a_usage_error(tmp_path):
    run = digest("bild", cwd=tmp_path)
    assert run.returncode == 2
    assert "bild" in run.stderr


def test_outside_a_project_the_way_in_is_named(tmp_path):
    run = digest("check", cwd=tmp_path)
    assert run.returncode == 1
    assert "digest init" in run.stderr


def test_build_writes_the_pages_that_are_committed(project):
    before = tree(project / "docs")
    run = digest("build", "--pages-only", "--strict", cwd=project)
    assert run.returncode == 0, run.stderr
    assert tree(project / "docs") == before


def test_two_builds_give_the_same_bytes(project):
    assert digest("build", cwd=project).returncode == 0
    pages, site = tree(project / "docs"), tree(project / "site")
    for name in pages:
        if name.startswith(("stories/", "articles/")):
            (project / "docs" / name).unlink()
    assert digest("build", cwd=project).returncode == 0
    assert tree(project / "docs") == pages
    assert tree(project / "site") == site


def test_build_can_report_to_a_program(project):
    run = digest("build", "--pages-only", "--format", "json", cwd=project)
    data = json.loads(run.stdout)
    assert data["articles"] == 2
    assert [len(story["articles"]) for story in data["stories"]] == [2]
    assert data["claims"] > 20


def test_a_quiet_build_says_nothing(project):
    run = digest("build", "--pages-only", "--quiet", cwd=project)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_check_shows_all_problems_at_once_with_their_places(project):
    slug = next((project / "docs" / STORY).glob("*.md")).stem
    (project / "stories" / f"{slug}.yml").write_text("titel: A\nnote: fine\npinned: perhaps\n", encoding="utf-8")
    run = digest("check", cwd=project)
    assert run.returncode == 1
    assert f"stories/{slug}.yml:1:1: error[unknown-key]: unknown key 'titel'" in run.stderr
    assert "'title'" in run.stderr
    assert f"stories/{slug}.yml:3:" in run.stderr


def test_check_can_report_to_a_program(project):
    (project / "stories" / "none.yml").write_text("titel: A\n", encoding="utf-8")
    problems = json.loads(digest("check", "--format", "json", cwd=project).stdout)["problems"]
    assert ("error", "stories/none.yml", 1, 1) in {(p["level"], p["path"], p["line"], p["column"]) for p in problems}


def test_explain_an_article_shows_each_removed_line_with_its_reason(project):
    run = digest("explain", "001_580a3cc5364b61e3.txt", cwd=project)
    assert run.returncode == 0
    assert re.search(r"line +25 +video length +01:45", run.stdout)
    assert re.search(r"line +47 +related headline", run.stdout)
    assert re.search(r"title +China hails .* \(recognized from the text, not stated\)", run.stdout)
    assert re.search(r"language +English \(recognized from the text, not stated\)", run.stdout)
    assert re.search(r"date +not given", run.stdout)


def test_explain_a_file_of_many_articles_lists_them(project):
    rows = "url,title,text\n" + "".join(
        f"https://post.example/{n},Ferry {n} sails,The ferry number {n} sailed on Monday.\n" for n in (1, 2)
    )
    (project / "seeds" / "ferries.csv").write_text(rows, encoding="utf-8")
    run = digest("explain", "ferries.csv", cwd=project)
    assert run.returncode == 0
    ids = re.findall(r"^  (ferries-[0-9a-f]{12})  row [23] of the table: Ferry", run.stdout, re.MULTILINE)
    assert len(ids) == 2
    assert "row" in digest("explain", ids[0], cwd=project).stdout.splitlines()[0]


def test_explain_a_story_says_why(project):
    slug = next((project / "docs" / STORY).glob("*.md")).stem
    run = digest("explain", slug, cwd=project)
    assert run.returncode == 0
    for word in ("Denisov", "Similarity", "Names that they share", "Words that they share"):
        assert word in run.stdout


def test_report_on_the_cleaning_shows_what_was_dropped_and_how_to_overrule_it(project):
    (project / "stories" / "any.yml").write_text(
        "articles:\n  001_580a3cc5364b61e3:\n    keep: [Learn more]\n", encoding="utf-8"
    )
    run = digest("report", "cleaning", cwd=project)
    assert run.returncode == 0, run.stderr
    assert "South China Morning Post  (south-china-morning-post)" in run.stdout
    assert re.search(r"4 +42 +1 +video title", run.stdout)
    assert re.search(r"1 +keep “Learn more” for 001_580a3cc5364b61e3 \(stories/any.yml:3:12\)", run.stdout)
    explained = digest("explain", "001_580a3cc5364b61e3", cwd=project).stdout
    assert re.search(r"line +6 +kept by the editor +Learn more", explained)


def test_report_on_the_cleaning_of_one_publisher_for_a_program(project):
    run = digest("report", "cleaning", "--publisher", "press-tv", "--format", "json", cwd=project)
    (outlet,) = json.loads(run.stdout)["publishers"]
    assert (outlet["publisher"], outlet["lines"], outlet["dropped_lines"]) == ("press-tv", 18, 6)
    assert outlet["overrules"][0]["place"].startswith("stories/publishers.yml:")
    assert digest("report", "cleaning", "--publisher", "nobody", cwd=project).returncode == 2


def test_explain_something_unknown_names_the_nearest(project):
    run = digest("explain", "001_580a3cc5364b61e4", cwd=project)
    assert run.returncode == 2
    assert "001_580a3cc5364b61e3" in run.stderr


def test_init_makes_a_project_that_builds(project, tmp_path_factory):
    folder = tmp_path_factory.mktemp("new") / "harbour"
    run = digest("init", str(folder), cwd=folder.parent)
    assert run.returncode == 0, run.stderr
    for seed in (project / "seeds").glob("*.txt"):
        (folder / "seeds" / seed.name).write_bytes(seed.read_bytes())
    run = digest("build", cwd=folder)
    assert run.returncode == 0, run.stderr
    assert (folder / "site" / "index.html").is_file()
    assert len(list((folder / "docs" / "stories").glob("*.md"))) == 1


def test_init_never_overwrites(project):
    before = tree(project)
    run = digest("init", str(project), cwd=project)
    assert run.returncode == 1
    assert "mkdocs.yml" in run.stderr
    assert tree(project) == before


def test_a_project_without_articles_still_makes_a_site(project):
    for seed in (project / "seeds").glob("*.txt"):
        seed.unlink()
    (project / "stories.lock").unlink()
    run = digest("build", cwd=project)
    assert run.returncode == 0, run.stderr
    assert not list((project / "docs").glob("stories/*.md"))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command, tmp_path):
    run = digest(command, "--help", cwd=tmp_path)
    assert run.returncode == 0
    assert len(run.stdout.splitlines()) > 4
