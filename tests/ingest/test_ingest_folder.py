"""A folder of files becomes articles, and no file stops the others."""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import os
import tracemalloc
from pathlib import Path

import pytest

from digest.ingest import read_seeds
from digest.model import Known, Origin, VersionKind

TEXT = "Ferry crews call off strike\n\nThe crews called off their strike on Tuesday.\n"


def write(root: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = root / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def codes(root: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for problem in read_seeds(root).diagnostics:
        assert problem.location is not None
        found[problem.location.path] = f"{problem.level}: {problem.code}"
    return found


def test_text_file(tmp_path: Path) -> None:
    (article,) = read_seeds(write(tmp_path, {"World/Ferry strike.TXT": TEXT})).articles
    assert (article.id, article.path) == ("world-ferry-strike", "seeds/World/Ferry strike.TXT")
    assert article.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert (article.text, article.body_start, article.publisher) == (TEXT, 0, None)


def test_facts_beside_the_file_win_over_facts_in_it(tmp_path: Path) -> None:
    markdown = f"---\nauthor: Ada Lindqvist\npublisher: Harbour Gazette\n---\n{TEXT}"
    root = write(tmp_path, {"ferry.md": markdown, "ferry.yml": "publisher: Island Post\npublished: 2021-05-04\n"})
    found = read_seeds(root)
    (article,) = found.articles
    assert found.diagnostics == ()
    assert article.text[article.body_start :] == TEXT
    assert article.author == Known(value="Ada Lindqvist", origin=Origin.FRONT_MATTER)
    assert article.publisher == Known(value="Island Post", origin=Origin.SIDECAR)
    assert article.published == Known(value=dt.date(2021, 5, 4), origin=Origin.SIDECAR)


def test_a_moment_beside_the_file_has_its_zone(tmp_path: Path) -> None:
    moments = {
        "published: 2026-03-04T23:30:00-05:00": "2026-03-04T23:30:00-05:00",
        "published: 2026-03-04 08:00:00 UTC": "2026-03-04T08:00:00+00:00",
        "published: 2026-03-04 08:00": None,  # where?
        "published: 2026-03-04": None,
    }
    for number, (beside, time) in enumerate(moments.items()):
        (article,) = read_seeds(write(tmp_path / str(number), {"a.txt": TEXT, "a.yml": beside})).articles
        assert article.published == Known(value=dt.date(2026, 3, 4), origin=Origin.SIDECAR)
        assert (article.published_time and article.published_time.value.isoformat()) == time


def test_front_matter_is_reported_at_its_line(tmp_path: Path) -> None:
    found = read_seeds(write(tmp_path, {"ferry.md": f"---\nauthor: A\npublished: someday\n---\n{TEXT}"}))
    assert [d.location and (d.location.path, d.location.line) for d in found.diagnostics] == [("seeds/ferry.md", 3)]
    assert len(found.articles) == 1


def test_front_matter_may_use_the_names_of_other_tools(tmp_path: Path) -> None:
    """Beside the file they are a mistake: the editor is told the right name."""
    clipped = "source: https://post.example/a?utm_source=x\nsite: Island Post\nDate: 2026-03-04\nbyline: [A. Writer]\n"
    found = read_seeds(write(tmp_path, {"a.md": f"---\n{clipped}---\n{TEXT}"}))
    (article,) = found.articles
    assert found.diagnostics == ()
    known = (article.url, article.publisher, article.published, article.author)
    values = ("https://post.example/a", "Island Post", dt.date(2026, 3, 4), "A. Writer")
    assert known == tuple(Known(value=value, origin=Origin.FRONT_MATTER) for value in values)
    assert codes(write(tmp_path, {"b.txt": TEXT, "b.yml": "date: 2026-03-04"})) == {
        "seeds/b.yml": "warning: unknown-key"
    }


def test_the_names_that_are_used_here_come_first(tmp_path: Path) -> None:
    both = "date: 2026-03-05\npublished: 2026-03-04\n"
    (article,) = read_seeds(write(tmp_path, {"a.md": f"---\n{both}---\n{TEXT}"})).articles
    assert article.published and article.published.value == dt.date(2026, 3, 4)


def test_an_address_beside_the_file_loses_its_trackers(tmp_path: Path) -> None:
    root = write(tmp_path, {"a.txt": TEXT, "a.yml": "url: https://post.example/a?id=7&utm_source=x"})
    (article,) = read_seeds(root).articles
    assert article.url == Known(value="https://post.example/a?id=7", origin=Origin.SIDECAR)


@pytest.mark.skipif(os.name == "nt", reason="such names cannot exist there")
def test_names_that_cannot_be_shown_are_named_and_left_out(tmp_path: Path) -> None:
    root = write(tmp_path, {"good.txt": TEXT, "two\nlines.txt": TEXT, "a\x1b[2Jfolder/b.txt": TEXT})
    try:
        (root / "seeds" / os.fsdecode(b"latin-\xe9.txt")).write_text(TEXT, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 only")
    found = read_seeds(root)
    assert [article.id for article in found.articles] == ["good"]
    assert [d.code for d in found.diagnostics] == ["unusable-name"] * 3
    assert all(str(d).encode().isascii() or "\ufffd" in str(d) for d in found.diagnostics)


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_link_that_leads_in_a_circle_is_left_out(tmp_path: Path) -> None:
    root = write(tmp_path, {"good.txt": TEXT})
    (root / "seeds" / "round.txt").symlink_to("round.txt")
    assert codes(root) == {"seeds/round.txt": "warning: unreadable"}
    assert len(read_seeds(root).articles) == 1


def test_open_front_matter_is_text(tmp_path: Path) -> None:
    root = write(tmp_path, {"ferry.md": f"---\n{TEXT}"})
    assert codes(root) == {"seeds/ferry.md": "warning: front-matter-open"}
    assert read_seeds(root).articles[0].body_start == 0


def test_ids_are_unique_and_do_not_depend_on_order(tmp_path: Path) -> None:
    root = write(
        tmp_path,
        dict.fromkeys(("a.txt", "a.md", "b c.txt", "b-c.txt", "Ü.txt", "日.txt", "d/e.txt", "f.txt.gz", "f.md"), TEXT),
    )
    ids = {article.path: article.id for article in read_seeds(root).articles}
    assert len(set(ids.values())) == 9
    assert ids["seeds/a.txt"] == "a-txt"
    assert ids["seeds/a.md"] == "a-md"
    assert ids["seeds/f.txt.gz"] == "f-txt"
    assert ids["seeds/b c.txt"].startswith("b-c-txt-")
    assert ids["seeds/Ü.txt"] == "u"
    assert ids["seeds/d/e.txt"] == "d-e"
    assert [a.id for a in read_seeds(root).articles] == sorted(ids.values())


def test_bad_files_are_named_and_skipped(tmp_path: Path) -> None:
    root = write(
        tmp_path,
        {
            "good.txt": TEXT,
            "empty.txt": " \n\n\u200b",
            "picture.txt": b"\x89PNG\0\0",
            "letter.doc": "x",
            "alone.yml": "author: A",
            ".hidden": "x",
            "README.md": "what this is",
        },
    )
    assert [a.id for a in read_seeds(root).articles] == ["good"]
    assert codes(root) == {
        "seeds/empty.txt": "warning: empty-article",
        "seeds/picture.txt": "warning: binary-file",
        "seeds/letter.doc": "note: unknown-format",
        "seeds/alone.yml": "warning: lone-sidecar",
    }


def test_large_file_is_not_read(tmp_path: Path) -> None:
    root = write(tmp_path, {"good.txt": TEXT})
    with (root / "seeds" / "huge.txt").open("wb") as file:
        file.truncate(50_000_000)
    (problem,) = read_seeds(root).diagnostics
    assert str(problem) == (
        "seeds/huge.txt: warning[too-large]: this file has 50.0 MB; the limit is 5.0 MB; skipped\n"
        "    one file holds one article; split the file, or move it out of the folder"
    )
    assert len(read_seeds(root).articles) == 1


def test_links_out_of_the_project_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text(TEXT)
    root = write(tmp_path / "project", {"good.txt": TEXT})
    (root / "seeds" / "link.txt").symlink_to(outside)
    (root / "seeds" / "inside.txt").symlink_to(root / "seeds" / "good.txt")
    (root / "seeds" / "loop").symlink_to(root / "seeds")
    assert [a.id for a in read_seeds(root).articles] == ["good", "inside"]
    assert codes(root) == {"seeds/link.txt": "warning: outside-project", "seeds/loop": "warning: linked-folder"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipe_does_not_hang(tmp_path: Path) -> None:
    root = write(tmp_path, {"good.txt": TEXT})
    os.mkfifo(root / "seeds" / "pipe.txt")
    assert codes(root) == {"seeds/pipe.txt": "warning: unreadable"}


def test_no_folder(tmp_path: Path) -> None:
    assert codes(tmp_path) == {"seeds": "warning: no-folder"}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root can read every file")
def test_unreadable_file(tmp_path: Path) -> None:
    root = write(tmp_path, {"good.txt": TEXT, "closed.txt": TEXT})
    (root / "seeds" / "closed.txt").chmod(0)
    assert codes(root) == {"seeds/closed.txt": "warning: unreadable"}


def test_unreadable_sidecar(tmp_path: Path) -> None:
    root = write(tmp_path, {"good.txt": TEXT, "good.yml": "#" * 100_001})
    assert codes(root) == {"seeds/good.yml": "warning: too-large"}
    assert [a.id for a in read_seeds(root).articles] == ["good"]


def test_any_format_may_be_packed(tmp_path: Path) -> None:
    packed = gzip.compress(TEXT.encode())
    root = write(tmp_path, {"a.txt.gz": packed, "b.txt": packed, "c.txt.gz": packed[:-12], "d.md.GZ": packed})
    found = read_seeds(root)
    assert {a.id: a.text for a in found.articles if a.id != "c"} == dict.fromkeys(("a", "b", "d"), TEXT)
    assert [str(d.location) + ": " + d.code for d in found.diagnostics] == ["seeds/c.txt.gz: broken-gzip"]
    assert found.articles[0].sha256 == hashlib.sha256(packed).hexdigest()


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    bomb = gzip.compress(bytes(100_000_000), compresslevel=9)
    root = write(tmp_path, {"good.txt": TEXT, "bomb.txt.gz": bomb, "bomb.html.gz": gzip.compress(bomb)})
    tracemalloc.start()
    assert codes(root)["seeds/bomb.txt.gz"] == "warning: too-large"
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 60_000_000


def test_the_newest_revision_counts(tmp_path: Path) -> None:
    later = TEXT.replace("Tuesday", "Wednesday")
    root = write(tmp_path, {"a.txt": TEXT, "a.r2.txt": TEXT + " ", "a.r10.txt": later, "a.yml": "author: A. Writer\n"})
    (article,) = read_seeds(root).articles
    assert (article.id, article.path, article.text) == ("a", "seeds/a.r10.txt", later)
    assert article.author == Known(value="A. Writer", origin=Origin.SIDECAR)
    assert [(v.path, v.kind) for v in article.versions] == [
        ("seeds/a.r2.txt", VersionKind.EARLIER),
        ("seeds/a.txt", VersionKind.EARLIER),
    ]
    assert article.versions[1].sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


def test_the_sidecar_of_a_revision_says_what_changed(tmp_path: Path) -> None:
    first = "author: A. Writer\npublished: 2026-03-04\n"
    root = write(tmp_path, {"a.txt": TEXT, "a.yml": first, "a.r2.txt": TEXT, "a.r2.yml": "published: 2026-03-05\n"})
    found = read_seeds(root)
    (article,) = found.articles
    assert found.diagnostics == ()
    assert article.versions == ()
    assert article.published == Known(value=dt.date(2026, 3, 5), origin=Origin.SIDECAR)
    assert article.author == Known(value="A. Writer", origin=Origin.SIDECAR)
