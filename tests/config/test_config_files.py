"""The editors' files become the values that the other rooms work with."""

import datetime as dt
import json
from pathlib import Path

import pytest

from digest.config.digest_file import Feed, FetchSettings, load_digest_file
from digest.config.facts import Facts, Fetched, parse_facts
from digest.config.json_schema import schema_files
from digest.config.project import find_project
from digest.config.publishers import load_publishers
from digest.config.story import load_stories
from digest.diagnostics import DigestError, Level
from digest.model import Publisher

ROOT = Path(__file__).parents[2]


def stories(tmp_path, **files):
    folder = tmp_path / "stories"
    folder.mkdir()
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return load_stories(folder, root=tmp_path)


def test_facts_are_read_with_the_lines_of_the_whole_file():
    text = "url: https://example.org/a\npublished: 2026-03-04\nauthor: No\ntitel: x\n"
    facts, (problem,) = parse_facts(text, path="seeds/a.md", first_line=2)
    assert facts == Facts(url="https://example.org/a", published=dt.date(2026, 3, 4), author="No")
    assert str(problem.location) == "seeds/a.md:5:1"
    assert parse_facts("", path="a.yml") == (Facts(), ())
    assert parse_facts("author: [A. Writer, B. Writer]", path="a.yml") == (Facts(author="A. Writer, B. Writer"), ())


def test_how_a_file_was_fetched_is_read_from_its_sidecar():
    text = (
        "fetched:\n  address: https://example.org/a\n  final: https://example.org/b\n  at: 2026-03-04T09:00:00+01:00\n"
        "  status: 200\n  headers: {etag: x}\n  sha256: abc\n  bytes: 5\n"
    )
    facts, problems = parse_facts(text, path="seeds/a.yml")
    at = dt.datetime(2026, 3, 4, 8, tzinfo=dt.UTC)
    assert not problems
    assert facts.fetched == Fetched(
        address="https://example.org/a", final="https://example.org/b", at=at, status=200, sha256="abc"
    )
    assert parse_facts("fetched: {at: yesterday}", path="seeds/a.yml")[0] == Facts()


def test_digest_yml_has_defaults_and_bounds(tmp_path):
    assert load_digest_file(tmp_path)[0].fetch == FetchSettings()
    text = "feeds:\n- https://example.org/f\n- {address: https://example.org/g, pages: no}\n"
    text += "fetch: {largest: 3, allow: [A.b]}\n"
    (tmp_path / "digest.yml").write_text(text)
    file, problems = load_digest_file(tmp_path)
    assert not problems
    assert [(feed.address, feed.publisher, feed.pages) for feed in file.feeds] == [
        ("https://example.org/f", None, None),
        ("https://example.org/g", None, False),
    ]
    assert isinstance(file.feeds[0], Feed)
    assert (file.feeds[1].location.line, file.feeds[1].location.column) == (3, 13)
    assert file.fetch == FetchSettings(largest=3_000_000, allow=("a.b",))


def test_what_stands_above_an_article_need_not_be_an_error():
    _, (problem,) = parse_facts("a: b: c", path="seeds/a.md", foreign=True)
    assert (problem.level, problem.code) == (Level.WARNING, "yaml")


def test_publishers_are_sorted_and_whole(tmp_path):
    (tmp_path / "p.yml").write_text(
        "publishers:\n  herald: {name: Herald}\n"
        "  courier: {name: The Courier, home: 'https://example.org', fingerprints: [Courier app, 7]}\n"
    )
    found, problems = load_publishers(tmp_path / "p.yml", root=tmp_path)
    assert not problems
    assert found == (
        Publisher(id="courier", name="The Courier", home="https://example.org", fingerprints=("Courier app", "7")),
        Publisher(id="herald", name="Herald"),
    )


def test_a_story_file_keeps_the_place_of_each_setting(tmp_path):
    text = "title:  Late\nsummary: [One., Two.]\nquotes:\n  speakers:\n    not a cent: Mara Quill\n"
    (file,), problems = stories(tmp_path, harbour_yml=text)
    assert not problems
    assert (file.slug, file.path, file.title.value) == ("harbour", "stories/harbour.yml", "Late")
    assert str(file.title.location) == "stories/harbour.yml:1:9"
    assert [s.value for s in file.picked] == ["One.", "Two."]
    assert [(s.of, s.to, s.location.line) for s in file.speakers] == [("not a cent", "Mara Quill", 5)]


def test_only_story_files_are_stories(tmp_path):
    files = {"b_yml": "", "a_yml": "", "publishers_yml": "", "people_yml": "", "c_yaml": "", "README_md": "x"}
    found, (problem,) = stories(tmp_path, **files)
    assert [file.slug for file in found] == ["a", "b"]
    assert (problem.code, problem.location.path, problem.hint) == ("not-read", "stories/c.yaml", "name it c.yml")


def test_a_broken_file_does_not_hide_the_problems_of_the_next(tmp_path):
    found, problems = stories(tmp_path, a_yml="title: 'x", b_yml="titel: x", c_yml="title: Fine")
    assert [p.location.path for p in problems] == ["stories/a.yml", "stories/b.yml"]
    assert found[2].title.value == "Fine"


@pytest.mark.parametrize("name", sorted(schema_files()))
def test_committed_schemas_are_those_that_the_declaration_writes(name):
    assert (ROOT / "docs" / "schema" / name).read_text(encoding="utf-8") == schema_files()[name]


@pytest.mark.parametrize(
    ("kind", "pages"),
    [("story", ["editing.md"]), ("digest", ["fetching.md", "rewriting.md"]), ("people", ["people.md"])],
)
def test_every_key_is_described_and_stands_in_the_manual(kind, pages):
    manual = "".join((ROOT / "docs" / "manual" / page).read_text(encoding="utf-8") for page in pages)
    schema = json.loads(schema_files()[f"{kind}.json"])

    def keys(part):
        for key, value in part.get("properties", {}).items():
            assert value["description"].endswith("."), key
            yield key
            yield from keys(value)
            for choice in value.get("items", {}).get("anyOf", ()):
                yield from keys(choice)

    missing = [key for key in keys(schema) if f"`{key}`" not in manual]
    assert not missing


def test_every_example_of_the_manual_is_sound(tmp_path):
    manual = (ROOT / "docs" / "manual" / "editing.md").read_text(encoding="utf-8")
    examples = manual.split("```yaml\n")[1:]
    assert len(examples) > 4
    files = {f"example{n}_yml": text.split("```")[0] for n, text in enumerate(examples)}
    _, problems = stories(tmp_path, **files)
    assert not problems, str(problems[0])


def test_a_project_is_found_from_any_folder_inside(tmp_path):
    (tmp_path / "stories" / "deep").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text(
        "theme: {name: null}\nextra: !ENV [A, B]\nsite_name: 'My news'\nx: !!python/name:a.b.c\n"
    )
    project = find_project(tmp_path / "stories" / "deep")
    assert (project.root, project.seeds, project.site_name) == (tmp_path, tmp_path / "seeds", "My news")


def test_a_site_name_that_cannot_be_read_is_empty(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("nav: [a\nsite_name: b")
    assert find_project(tmp_path).site_name == ""


def test_no_project_says_how_to_make_one(tmp_path):
    with pytest.raises(DigestError) as caught:
        find_project(tmp_path)
    assert "digest init" in str(caught.value)
