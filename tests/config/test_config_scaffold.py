"""A new project is ready for MkDocs, and nothing of anybody's is overwritten."""

from pathlib import Path

import pytest
import yaml

from digest.config.digest_file import DigestFile, FetchSettings, load_digest_file, parse_digest_file
from digest.config.project import find_project
from digest.config.publishers import load_publishers
from digest.config.scaffold import scaffold, site_name
from digest.config.story import load_stories
from digest.diagnostics import DigestError

TEMPLATES = Path(__file__).parents[2] / "site_templates"


def contents(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_new_project_has_all_its_parts(tmp_path):
    publishers = tmp_path / "outlets.yml"
    publishers.write_text("publishers:\n  courier: {name: Courier}\n")
    folder = tmp_path / "my-news"
    written = scaffold(folder, templates=TEMPLATES, publishers=publishers)
    assert list(written) == sorted(contents(folder))
    assert load_digest_file(folder) == (DigestFile(), ())
    assert {
        "mkdocs.yml",
        "digest.yml",
        ".gitattributes",
        ".gitignore",
        "seeds/README.md",
        "docs/about.md",
        "stories/publishers.yml",
    } <= set(written)
    assert any(path.startswith("site_templates/theme/") for path in written)
    assert ".github/workflows/publish.yml" in written
    assert find_project(folder).site_name == "My news"
    assert [p.id for p in load_publishers(folder / "stories" / "publishers.yml", root=folder)[0]] == ["courier"]
    assert load_stories(folder / "stories", root=folder) == ((), ())
    settings = yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))
    assert settings["theme"] == yaml.safe_load((TEMPLATES.parent / "mkdocs.yml").read_text(encoding="utf-8"))["theme"]
    assert settings["plugins"] == ["search", "digest"]


def test_the_remarks_of_a_new_digest_yml_are_sound_settings(tmp_path):
    scaffold(tmp_path, templates=TEMPLATES)
    text = (tmp_path / "digest.yml").read_text(encoding="utf-8")
    written_out = "\n".join(line.replace("#", " ", 1) if line.startswith("#  ") else line for line in text.split("\n"))
    file, problems = parse_digest_file(written_out)
    assert not problems
    assert len(file.feeds) == 2
    assert file.fetch == FetchSettings(contact="desk@example.org", allow=("intranet.example.org",))


@pytest.mark.parametrize("name", ["War: “now” #1", 'a "b" \\ {c}', "Übersicht 中文 😀", "no", "x\u2028y\x07z"])
def test_any_name_makes_sound_yaml(tmp_path, name):
    scaffold(tmp_path, templates=TEMPLATES, name=name)
    text = (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")
    expected = "x y z" if "\x07" in name else name
    assert yaml.safe_load(text)["site_name"] == find_project(tmp_path).site_name == expected


def test_twice_is_as_good_as_once(tmp_path):
    assert scaffold(tmp_path, templates=TEMPLATES)
    before = contents(tmp_path)
    assert scaffold(tmp_path, templates=TEMPLATES) == ()
    assert contents(tmp_path) == before


def test_all_files_in_the_way_are_named_and_nothing_is_written(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("site_name: Mine\n")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "about.md").write_text("Mine\n")
    (tmp_path / "seeds").write_text("")
    before = contents(tmp_path)
    with pytest.raises(DigestError) as caught:
        scaffold(tmp_path, templates=TEMPLATES)
    named = [Path(d.location.path).relative_to(tmp_path).as_posix() for d in caught.value.diagnostics]
    assert named == ["docs/about.md", "mkdocs.yml", "seeds"]
    assert contents(tmp_path) == before


def test_a_name_is_made_from_the_folder(tmp_path):
    assert site_name(tmp_path / "my-news_digest") == "My news digest"
