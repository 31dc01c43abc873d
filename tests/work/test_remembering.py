"""The same pages with the cache, without it, with a broken one; what has changed is done anew, and only that."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest
from editions import pages_of, said_by
from running import digest, engine, tree

from digest import pipeline
from digest.config.project import find_project
from digest.pipeline import make_edition
from digest.store.cache import Cache
from digest.work import fingerprint as fingerprints
from digest.work import step as steps
from digest.work.fingerprint import files_digest, fingerprint
from digest.work.memory import Memory, Recent
from digest.work.processes import Processes
from digest.workplace import CACHE, edition_of

STEPS = ("CLEAN", "EXTRACT", "HEADLINE", "TELL")


@pytest.fixture
def counted(monkeypatch):
    """How often each step was taken."""
    counts = dict.fromkeys(STEPS, 0)
    for name in STEPS:
        step = getattr(pipeline, name)

        def run(item, *, name=name, step=step):
            counts[name] += 1
            return step.run(item)

        monkeypatch.setattr(pipeline, name, replace(step, run=run))
    return counts


def remembered(project, counted) -> tuple[str, dict[str, int]]:
    """The pages of a run with the project's cache, and what was done for them."""
    counted.update(dict.fromkeys(STEPS, 0))
    with Cache(project / CACHE, root=project) as cache:
        pages = pages_of(project, memory=Memory(cache=cache))
    return pages, {name: times for name, times in counted.items() if times}


def test_nothing_is_done_twice(town_project, plain, counted):
    pages, done = remembered(town_project, counted)
    assert pages == plain
    assert done == {"CLEAN": 10, "EXTRACT": 10, "HEADLINE": 5, "TELL": 5}
    assert remembered(town_project, counted) == (plain, {})


def test_a_new_article_lets_its_own_story_be_told_anew(town_project, counted):
    remembered(town_project, counted)
    text = (town_project / "seeds/harbour-0.txt").read_text(encoding="utf-8").replace("its roof", "half of its roof")
    (town_project / "seeds/harbour-9.txt").write_text(text, encoding="utf-8")
    (town_project / "seeds/harbour-9.yml").write_text("publisher: The Lock\n", encoding="utf-8")
    pages, done = remembered(town_project, counted)
    assert pages == pages_of(town_project)
    assert done == {"CLEAN": 1, "EXTRACT": 1, "HEADLINE": 1, "TELL": 1}


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        (
            "seeds/harbour-0.yml",
            "publisher: The Quay\npublished: 2024-03-09\n",
            {"CLEAN", "EXTRACT", "HEADLINE", "TELL"},
        ),
        ("seeds/harbour-0.yml", "publisher: The Quay\npublished: 2024-03-01T10:00:00+03:00\n", set(STEPS)),
        ("stories/publishers.yml", "publishers:\n  quay:\n    name: The Quay\n    drop: [You can read*]\n", set(STEPS)),
        ("stories/publishers.yml", "publishers:\n  else:\n    name: Somebody Else\n", None),
        ("stories/SLUG.yml", "summary_sentences: 1\n", {"TELL"}),
        ("stories/SLUG.yml", "title: Another title\n", set()),
    ],
)
def test_what_is_said_of_an_article_a_publisher_or_a_story_changes_what_rests_on_it(
    town_project, counted, path, text, expected
):
    remembered(town_project, counted)
    slug = next(s.slug for s in make_edition(find_project(town_project)).stories if "harbour" in s.slug)
    (town_project / path.replace("SLUG", slug)).write_text(text, encoding="utf-8")
    pages, done = remembered(town_project, counted)
    assert pages == pages_of(town_project)
    if expected is not None:
        assert set(done) == expected


def test_what_a_publisher_repeats_changes_how_its_articles_are_cleaned(town_project, counted):
    remembered(town_project, counted)
    for topic in ("bakery", "theatre", "chapel"):
        news = f"The {topic} opens\n\nThe {topic} of Lulea opened on Monday after {topic} hands had painted it."
        text = f"{news}\n\nAll puffins fly\n"
        (town_project / f"seeds/{topic}.txt").write_text(text, encoding="utf-8")
        (town_project / f"seeds/{topic}.yml").write_text("publisher: The Quay\n", encoding="utf-8")
    pages, done = remembered(town_project, counted)
    assert pages == pages_of(town_project)
    assert done["CLEAN"] > 3


def test_another_state_of_the_package_remembers_nothing(town_project, plain, counted, monkeypatch):
    remembered(town_project, counted)
    monkeypatch.setattr(steps, "fingerprint", lambda: "another")
    pages, done = remembered(town_project, counted)
    assert pages == plain
    assert set(done) == set(STEPS)


def test_the_fingerprint_knows_each_file_and_each_version(tmp_path, monkeypatch):
    shutil.copytree(fingerprints.HERE, tmp_path / "digest", ignore=shutil.ignore_patterns("__pycache__"))
    before = files_digest(tmp_path / "digest")
    assert before == files_digest(fingerprints.HERE)
    for name in ("compare/figures.py", "language/en/compare.yml"):
        path = tmp_path / "digest" / name
        path.write_bytes(path.read_bytes() + b"\n")
        after = files_digest(tmp_path / "digest")
        assert after != before
        before = after
    known = fingerprint()
    monkeypatch.setattr(fingerprints, "_version", lambda package: "another")
    assert fingerprint.__wrapped__() != known


@pytest.mark.parametrize("harm", ["cut", "nonsense", "deleted", "folder deleted", "of another user"])
def test_harm_to_the_cache_changes_no_page(town_project, plain, counted, monkeypatch, harm):
    remembered(town_project, counted)
    path = town_project / CACHE
    if harm == "cut":
        path.write_bytes(path.read_bytes()[:10_000])
    elif harm == "nonsense":
        path.write_bytes(b"nonsense")
    elif harm == "deleted":
        path.unlink()
    elif harm == "folder deleted":
        shutil.rmtree(path.parent)
    else:
        monkeypatch.setenv("XDG_STATE_HOME", str(town_project / "another"))
    pages, done = remembered(town_project, counted)
    assert pages == plain
    assert set(done) == set(STEPS)
    assert remembered(town_project, counted) == (plain, {})


def test_processes_and_cache_together_give_the_same_pages(town_project, plain):
    for jobs in (3, 2, 1):
        with Cache(town_project / CACHE, root=town_project) as cache, Processes(jobs, alone=0) as executor:
            assert pages_of(town_project, executor=executor, memory=Memory(cache=cache)) == plain
        assert not cache.notes


def test_a_preview_remembers_without_a_file(town_project, plain, counted):
    memory = Memory(recent=Recent())
    assert pages_of(town_project, memory=memory) == plain
    counted.update(dict.fromkeys(STEPS, 0))
    assert pages_of(town_project, memory=memory) == plain
    assert not any(counted.values())


def test_only_the_last_results_are_held():
    recent = Recent(most=2)
    recent.keep({b"a": 1, b"b": 2})
    assert recent.find([b"a", b"z"]) == {b"a": 1}
    recent.keep({b"c": 3})
    assert recent.find([b"a", b"b", b"c"]) == {b"a": 1, b"c": 3}
    assert len(recent) == 2


def test_text_that_is_no_unicode_is_told_all_the_same(town_project):
    (town_project / "seeds/odd.json").write_text(
        '{"title": "Odd letters fall on Tartu", "text": "The library of Tartu found odd \\ud800 letters on Monday."}'
    )
    before = said_by(edition_of(find_project(town_project), cached=False, jobs=1))
    for _ in range(2):
        assert said_by(edition_of(find_project(town_project), jobs=1)) == before


def test_the_command_leaves_a_cache_unless_it_is_told_not_to(project):
    assert digest("build", "--pages-only", "--no-cache", "--jobs", "1", cwd=project).returncode == 0
    assert not (project / CACHE).exists()
    before = tree(project / "docs")
    for jobs in ("1", "2"):
        assert digest("build", "--pages-only", "--jobs", jobs, cwd=project).returncode == 0
        assert tree(project / "docs") == before
    assert (project / CACHE).stat().st_size > 1000


def test_the_plug_in_uses_the_cache_unless_it_is_told_not_to(project):
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    off = settings.replace("  - digest\n", "  - digest:\n      cache: false\n      jobs: 1\n")
    (project / "mkdocs.yml").write_text(off, encoding="utf-8")
    assert engine("mkdocs", "build", "--strict", cwd=project).returncode == 0
    assert not (project / CACHE).exists()
    site = tree(project / "site")
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    for _ in range(2):
        assert engine("mkdocs", "build", "--strict", cwd=project).returncode == 0
        assert (project / CACHE).exists()
        assert tree(project / "site") == site


def test_jobs_and_dask_exclude_one_another(project):
    run = digest("build", "--jobs", "2", "--dask", "tcp://127.0.0.1:1", cwd=project)
    assert run.returncode == 2
    assert "exclude" in run.stderr
