"""The site, made by the real MkDocs and by ProperDocs."""

from __future__ import annotations

import re

import pytest
from running import engine, tree

ENGINES = ("mkdocs", "properdocs")


def main_part(html: str) -> str:
    return re.sub(r"\s+", " ", html[html.index("<main") : html.index("</main>")])


@pytest.mark.parametrize("name", ENGINES)
def test_a_strict_build_passes(project, name):
    run = engine(name, "build", "--strict", "-f", "mkdocs.yml", cwd=project)
    assert run.returncode == 0, run.stderr
    for page in ("index.html", "people/index.html", "sources/index.html", "404.html", "search/search_index.json"):
        assert (project / "site" / page).is_file(), page


def test_both_engines_make_the_same_pages(project):
    made = {}
    for name in ENGINES:
        assert engine(name, "build", "-f", "mkdocs.yml", "-d", f"site-{name}", cwd=project).returncode == 0
        folder = project / f"site-{name}"
        made[name] = {
            p.relative_to(folder).as_posix(): main_part(p.read_text(encoding="utf-8"))
            for p in sorted(folder.rglob("*.html"))
        }
    assert made["mkdocs"] == made["properdocs"]


def test_a_site_build_writes_nothing_into_docs(project):
    before = tree(project / "docs")
    slug = next((project / "docs/stories").glob("*.md")).stem
    (project / f"stories/{slug}.yml").write_text("note: Laid over, not written.\n", encoding="utf-8")
    assert engine("mkdocs", "build", cwd=project).returncode == 0
    assert tree(project / "docs") == before
    assert "Laid over, not written." in (project / f"site/stories/{slug}/index.html").read_text(encoding="utf-8")


def test_a_mistake_in_the_editors_file_stops_the_build_with_its_place(project):
    (project / "stories/wrong.yml").write_text("titel: A\n", encoding="utf-8")
    run = engine("mkdocs", "build", cwd=project)
    assert run.returncode != 0
    assert "stories/wrong.yml:1:1" in re.sub(r"\s+", " ", run.stderr)


def test_the_site_asks_nothing_of_the_network(project):
    assert engine("mkdocs", "build", cwd=project).returncode == 0
    for name, data in tree(project / "site").items():
        if name.endswith((".html", ".css", ".js")):
            loaded = re.findall(rb'(?:src=|href=|url\(|@import )["\']?(https?://[^"\')]+)', data)
            links = re.findall(rb'<a [^>]*href="(https?://[^"]+)', data)
            assert set(loaded) <= set(links), name


def test_two_site_builds_give_the_same_bytes(project):
    for folder in ("site-1", "site-2"):
        assert engine("mkdocs", "build", "-d", folder, cwd=project).returncode == 0
    assert tree(project / "site-1") == tree(project / "site-2")
