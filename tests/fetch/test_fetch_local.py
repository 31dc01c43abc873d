"""Files from the disk: copied byte for byte, never over another one; lists are read for what they list."""

from __future__ import annotations

import os

import pytest

from digest.fetch.local import copy_file
from digest.fetch.sources import sort_sources


@pytest.fixture
def root(tmp_path):
    (tmp_path / "project").mkdir()
    return tmp_path / "project"


def test_a_file_is_copied_byte_for_byte(tmp_path, root):
    source = tmp_path / "Ferry strike (1).txt"
    source.write_bytes(b"\xff\0any bytes\r\n")
    result = copy_file(source, root=root)
    assert (result.outcome, result.path) == ("copied", "seeds/Ferry strike (1).txt")
    assert (root / result.path).read_bytes() == source.read_bytes()
    assert copy_file(source, root=root).outcome == "unchanged"
    assert copy_file(root / result.path, root=root).outcome == "unchanged"
    assert len(list((root / "seeds").iterdir())) == 1


def test_no_file_is_overwritten(tmp_path, root):
    (root / "seeds").mkdir()
    (root / "seeds" / "a.txt").write_text("Mine.")
    (tmp_path / "a.txt").write_text("Other.")
    result = copy_file(tmp_path / "a.txt", root=root)
    (problem,) = result.problems
    assert (result.outcome, problem.code) == ("failed", "exists")
    assert "a.r2.txt" in problem.hint
    assert (root / "seeds" / "a.txt").read_text() == "Mine."


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("none.txt", "no-file"),
        ("folder", "not-a-file"),
        ("pipe", "not-a-file"),
        (".hidden", "hidden"),
        ("loop", "no-file"),
    ],
)
def test_what_cannot_be_copied(tmp_path, root, name, code):
    (tmp_path / "folder").mkdir()
    (tmp_path / ".hidden").write_text("x")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    result = copy_file(tmp_path / name, root=root)
    assert [problem.code for problem in result.problems] == [code]
    assert result.problems[0].location.path.endswith(name)


def test_nothing_is_copied_through_a_link(tmp_path, root):
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "elsewhere").mkdir()
    (root / "seeds").symlink_to(tmp_path / "elsewhere")
    assert copy_file(tmp_path / "a.txt", root=root).problems[0].code == "linked-folder"
    assert not list((tmp_path / "elsewhere").iterdir())


def test_sources_are_sorted(tmp_path):
    (tmp_path / "list.opml").write_text('<opml><body><outline xmlUrl="https://example.org/feed"/></body></opml>')
    (tmp_path / "table.csv").write_text("title,url\nA,https://example.org/a\n")
    (tmp_path / "a.txt").write_text("An article.")
    found = sort_sources(
        [
            "https://example.org/page",
            str(tmp_path / "list.opml"),
            str(tmp_path / "table.csv"),
            str(tmp_path / "a.txt"),
            "-",
        ],
        stdin=lambda: b"# mine\nhttps://example.org/b\n\n  not an address\nhttps://example.org/c",
    )
    assert found.addresses == tuple(f"https://example.org/{end}" for end in ("page", "feed", "a", "b", "c"))
    assert found.files == (tmp_path / "a.txt",)
    (problem,) = found.problems
    assert (problem.code, str(problem.location)) == ("bad-address", "standard input:4")


@pytest.mark.parametrize(("name", "text"), [("a.csv", "a,b\n1,2\n"), ("a.opml", "<opml><body/></opml>"), ("a.csv", "")])
def test_a_list_of_nothing(tmp_path, name, text):
    (tmp_path / name).write_text(text)
    found = sort_sources([str(tmp_path / name)], stdin=lambda: b"")
    assert [problem.code for problem in found.problems] == ["empty-list"]


def test_a_list_without_end(tmp_path):
    lines = "".join(f"https://example.org/{n}\n" for n in range(5_000))
    found = sort_sources(["-"], stdin=lines.encode)
    assert len(found.addresses) == 1_000
    assert [problem.code for problem in found.problems] == ["too-many"]
