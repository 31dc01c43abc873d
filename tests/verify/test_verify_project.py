"""`digest verify` passes on the pages as written, and fails on each single thing that is changed."""

from __future__ import annotations

import hashlib
import json

import pytest
from running import digest


def story_page(project):
    return next((project / "docs" / "stories").glob("*.md"))


def verify(project):
    return digest("verify", cwd=project)


def change(path, old: str, new: str) -> int:
    """Change one place of a file; return its line."""
    text = path.read_bytes().decode("utf-8")
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode("utf-8"))
    return text[: text.index(old)].count("\n") + 1


def test_the_committed_pages_hold(project):
    run = verify(project)
    assert run.returncode == 0, run.stderr
    assert "every one stands in its source" in run.stdout


def test_one_wrong_letter_in_a_quotation_fails_with_its_line(project):
    page = story_page(project)
    line = change(page, "multipolar, just, democratic", "multipolar, jusd, democratic")
    run = verify(project)
    assert run.returncode == 1
    assert f"{page.relative_to(project).as_posix()}:{line}: error[unsupported-claim]" in run.stderr


@pytest.mark.parametrize("kind", ["letter", "figure", "citation"])
def test_a_wrong_claim_fails_even_where_the_manifest_agrees(project, kind):
    """The comparison is with the article, not with a list of hashes that could be forged along with the page."""
    page = story_page(project)
    old, new = {
        "letter": ("multipolar, just, democratic", "multipolar, jusd, democratic"),
        "figure": ("38 billion", "39 billion"),
        "citation": ("#sentence-", "#sentence-99"),
    }[kind]
    change(page, old, new)
    manifest = project / "docs" / ".digest-manifest.json"
    data = json.loads(manifest.read_text(encoding="utf-8"))
    data["pages"][page.relative_to(project / "docs").as_posix()] = hashlib.sha256(page.read_bytes()).hexdigest()
    manifest.write_text(json.dumps(data), encoding="utf-8")
    run = verify(project)
    assert run.returncode == 1
    assert "error[unsupported-claim]" in run.stderr
    assert "error[changed-page]" not in run.stderr


def test_an_invented_quotation_fails(project):
    page = story_page(project)
    page.write_bytes(page.read_bytes() + "\n> “We never said that.”\n".encode())
    run = verify(project)
    assert run.returncode == 1
    assert "error[uncited-quotation]" in run.stderr


def test_a_changed_sentence_on_an_articles_page_fails(project):
    page = sorted((project / "docs" / "articles").glob("*.md"))[0]
    change(page, "Le Yucheng had given", "Le Yucheng has given")
    run = verify(project)
    assert run.returncode == 1
    assert "error[wrong-evidence]" in run.stderr


def test_a_changed_source_fails(project):
    change(project / "seeds" / "001_580a3cc5364b61e3.txt", "US$38 billion", "US$83 billion")
    run = verify(project)
    assert run.returncode == 1
    assert "seeds/001_580a3cc5364b61e3.txt: error[changed-source]" in run.stderr


@pytest.mark.parametrize(("folder", "code"), [("seeds", "lost-source"), ("docs/stories", "lost-page")])
def test_a_lost_file_fails(project, folder, code):
    next(p for p in sorted((project / folder).iterdir()) if p.suffix in (".txt", ".md")).unlink()
    run = verify(project)
    assert run.returncode == 1
    assert f"error[{code}]" in run.stderr


def test_pages_out_of_date_are_a_warning(project):
    page = story_page(project)
    (project / "stories" / f"{page.stem}.yml").write_text("note: Checked by hand.\n", encoding="utf-8")
    run = verify(project)
    assert run.returncode == 0
    assert "warning[stale-page]" in run.stderr
    assert digest("verify", "--strict", cwd=project).returncode == 1


def test_verify_can_report_to_a_program(project):
    change(story_page(project), "38 billion", "39 billion")
    data = json.loads(digest("verify", "--format", "json", cwd=project).stdout)
    assert data["ok"] is False
    assert {"unsupported-claim", "changed-page"} <= {miss["code"] for miss in data["misses"]}
