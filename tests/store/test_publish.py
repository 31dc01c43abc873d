"""Pages are written whole, and nobody's own page is ever touched."""

from __future__ import annotations

import signal
import subprocess
import sys
import time

import pytest
from running import digest, tree

from digest.diagnostics import DigestError
from digest.model import Page
from digest.store import publish, read_manifest, sha256


def put(root, *pages: tuple[str, str]):
    docs = root / "docs"
    docs.mkdir(exist_ok=True)
    return publish([Page(path=path, text=text) for path, text in pages], [], docs=docs, root=root)


def test_a_page_is_written_once(tmp_path):
    assert put(tmp_path, ("stories/a.md", "one\n")).written == ("stories/a.md",)
    stamp = (tmp_path / "docs/stories/a.md").stat().st_mtime_ns
    again = put(tmp_path, ("stories/a.md", "one\n"))
    assert (again.written, again.unchanged) == ((), ("stories/a.md",))
    assert (tmp_path / "docs/stories/a.md").stat().st_mtime_ns == stamp


def test_a_page_that_is_no_more_is_deleted_with_its_folder(tmp_path):
    put(tmp_path, ("stories/a.md", "one\n"), ("index.md", "home\n"))
    assert put(tmp_path, ("index.md", "home\n")).deleted == ("stories/a.md",)
    assert not (tmp_path / "docs/stories").exists()


def test_a_hand_written_page_stops_the_run_before_anything_is_written(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("Mine.\n", encoding="utf-8")
    with pytest.raises(DigestError) as caught:
        put(tmp_path, ("index.md", "home\n"), ("people.md", "people\n"))
    assert [d.code for d in caught.value.diagnostics] == ["hand-written"]
    assert tree(tmp_path / "docs") == {"index.md": b"Mine.\n"}


def test_other_pages_are_left_alone(tmp_path):
    put(tmp_path, ("stories/a.md", "one\n"))
    (tmp_path / "docs/stories/mine.md").write_text("Mine.\n", encoding="utf-8")
    put(tmp_path, ("index.md", "home\n"))
    assert (tmp_path / "docs/stories/mine.md").read_text(encoding="utf-8") == "Mine.\n"


def test_an_edited_page_is_kept_aside(tmp_path):
    put(tmp_path, ("stories/a.md", "one\n"))
    (tmp_path / "docs/stories/a.md").write_text("My own words.\n", encoding="utf-8")
    done = put(tmp_path, ("stories/a.md", "two\n"))
    assert [d.code for d in done.diagnostics] == ["edited-page"]
    assert list(tree(tmp_path / ".digest/edited").values()) == [b"My own words.\n"]
    assert (tmp_path / "docs/stories/a.md").read_text(encoding="utf-8") == "two\n"


def test_no_page_leads_out_of_docs(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/stories").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(DigestError) as caught:
        put(tmp_path, ("stories/a.md", "one\n"))
    assert [d.code for d in caught.value.diagnostics] == ["outside"]
    assert tree(tmp_path / "elsewhere") == {}


@pytest.mark.parametrize("text", ["{", "[]", '{"pages": 3, "articles": {}}', "<<<<<<< ours\n"])
def test_a_broken_manifest_is_named_and_nothing_is_lost(tmp_path, text):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/.digest-manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(DigestError) as caught:
        put(tmp_path, ("index.md", "home\n"))
    assert [d.code for d in caught.value.diagnostics] == ["broken-manifest"]
    assert not (tmp_path / "docs/index.md").exists()


def test_a_build_that_is_killed_leaves_whole_pages_and_can_be_repeated(project):
    """Killed at one moment after the other, a build leaves each page as it was or as it shall be."""
    old = tree(project / "docs")
    slug = next((project / "docs/stories").glob("*.md")).stem
    (project / "stories" / f"{slug}.yml").write_text("note: A new note, for a new page.\n", encoding="utf-8")
    command = [sys.executable, "-c", "from digest.cli import main; main()", "build", "--pages-only"]
    for tenths in range(1, 26, 4):
        process = subprocess.Popen(command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(tenths / 10)
        process.send_signal(signal.SIGKILL)
        process.wait()
        manifest, problems = read_manifest(project / "docs", root=project)
        assert not problems
        for path in manifest.pages:
            data = (project / "docs" / path).read_bytes()
            assert data == old.get(path) or manifest.wrote(path, sha256(data))
    assert digest("build", "--pages-only", cwd=project).returncode == 0
    assert digest("verify", "--strict", cwd=project).returncode == 0
    assert not [name for name in tree(project / "docs") if name.endswith("-tmp")]
