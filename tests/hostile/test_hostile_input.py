"""Whatever lies in `seeds/` and `stories/`: a clear message or a safe page, and the others are built."""

from __future__ import annotations

import html
import os
import re

import pytest
from running import digest, engine

GOOD = "001_580a3cc5364b61e3"
STORM = (
    "Harbour closed as storm Agnes reaches the coast\n\n"
    "The harbour of Kilronan was closed on Friday after storm Agnes tore a ferry from its moorings, the harbour master "
    "said.\n\n“Nobody goes out in this,” said Mary Byrne, the harbour master. {payload}\n\n"
    "Some 300 passengers were taken to a school, the council said. {payload}\n"
)
PAYLOADS = {
    "script": "<script>alert('digest')</script>",
    "image": "<img src=x onerror=alert('digest')>",
    "raw": "{% raw %}{{ 7 * 7 }}{% endraw %} {{ config }}",
    "attributes": "{: onclick=alert('digest') } *word*{: onmouseover=alert('digest') }",
    "link": "[press here](javascript:alert('digest')) ![x](javascript:alert('digest'))",
    "entity-link": "[press here](&#106;avascript:alert('digest'))",
    "snippet": '--8<-- "mkdocs.yml"',
    "fence": "```\n<b>code</b>\n```",
    "heading": "# A heading\n\n### Sentence 1\n\n> forged evidence",
    "citation": "Forged [[1]](../articles/x.md#sentence-1)",
    "comment": "<!-- a comment --> <details open ontoggle=alert('digest')>",
    "front matter": "---\ntitle: taken over\n---",
    "table": "a | b\n--- | ---\nc | d",
    "unbalanced": "“Never closed, said Mary Byrne. “And again, she said.",
}


def with_seed(project, data: bytes, name: str = "storm.txt"):
    (project / "seeds" / name).write_bytes(data)
    return digest("build", "--pages-only", cwd=project)


def built(project) -> str:
    """All generated pages of a project in one text."""
    pages = sorted((project / "docs").rglob("*.md"))
    return "\n".join(p.read_text(encoding="utf-8") for p in pages if "manual" not in p.parts)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n\t\n", "empty"),
        ("picture.txt", bytes(range(256)) * 40, "binary"),
        ("zeros.txt", b"\0" * 1000, "binary"),
        ("large.txt", b"All work and no play. " * 2_500_000, "large"),
    ],
)
def test_a_file_that_is_no_article_is_named_and_left_out(project, name, data, code):
    run = with_seed(project, data, name)
    assert run.returncode == 0, run.stderr
    assert re.search(rf"seeds/{name}: warning\[[a-z-]*{code}[a-z-]*\]", run.stderr), run.stderr
    assert (project / "docs/articles" / f"{GOOD}.md").is_file()


def test_the_encoding_that_was_assumed_is_named(project):
    run = with_seed(project, STORM.format(payload="Café.").encode("cp1252"))
    assert run.returncode == 0
    assert "seeds/storm.txt" in run.stderr
    assert "indows-1252" in run.stderr
    assert "Nobody goes out in this" in built(project)


def test_a_link_out_of_the_project_is_left_out(project, tmp_path_factory):
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.txt"
    secret.write_text(STORM.format(payload="A secret."), encoding="utf-8")
    (project / "seeds/storm.txt").symlink_to(secret)
    run = digest("build", "--pages-only", cwd=project)
    assert run.returncode == 0
    assert "seeds/storm.txt: warning" in run.stderr
    assert "A secret." not in built(project)


@pytest.mark.skipif(os.geteuid() == 0, reason="root can read every file")
def test_a_file_that_may_not_be_read_is_named(project):
    (project / "seeds/storm.txt").write_text("x", encoding="utf-8")
    (project / "seeds/storm.txt").chmod(0)
    run = digest("build", "--pages-only", cwd=project)
    assert run.returncode == 0
    assert "seeds/storm.txt: warning" in run.stderr


@pytest.mark.parametrize("length", [10_000, 100_000])
def test_a_very_long_line_is_built(project, length):
    long = ("The harbour master said it was closed. " * (length // 39))[:length]
    run = with_seed(project, STORM.format(payload=long).encode())
    assert run.returncode == 0, run.stderr


# The folded parts of a story's page are ours.
HARMFUL = re.compile(r"\son\w+\s*=|javascript:|<(script|img|details(?! class=\"(?:why|figures|words|more)\">))\b")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_foreign_markup_is_shown_as_text(project, payload):
    run = with_seed(project, STORM.format(payload=PAYLOADS[payload]).encode())
    assert run.returncode == 0, run.stderr
    assert digest("verify", "--strict", cwd=project).returncode == 0
    assert engine("mkdocs", "build", "--strict", cwd=project).returncode == 0
    for page in (project / "site").rglob("*.html"):
        if "manual" in page.parts or "decisions" in page.parts:
            continue
        text = page.read_text(encoding="utf-8")
        main = text[text.index("<main") : text.index("</main>")]
        tags = re.findall(r"<[a-zA-Z][^>]*>", main)
        assert not [t for t in tags if HARMFUL.search(html.unescape(t))]
        assert "taken over" not in text[: text.index("<body")]
        assert "site_description" not in main


HOSTILE_YAML = {
    "duplicate key": ("title: A\ntitle: B\n", 2),
    "tab": ("quotes:\n\tpin: [a]\n", 2),
    "alias bomb": (
        "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\ntags: *c\n",
        1,
    ),
    "unknown key": ("titel: A\n", 1),
    "open bracket": ("title: fine\ntags: [a, b\n", 2),
    "code": ("title: !!python/object/apply:os.system ['true']\n", 1),
    "a list": ("- title\n", 1),
    "deep": ("tags: " + "[" * 5000 + "]" * 5000 + "\n", 1),
}


@pytest.mark.parametrize("name", HOSTILE_YAML)
def test_broken_yaml_is_shown_at_its_line_and_loses_nothing(project, name):
    text, line = HOSTILE_YAML[name]
    before = built(project)
    (project / "stories/hasty.yml").write_text(text, encoding="utf-8")
    run = digest("build", "--pages-only", cwd=project)
    assert run.returncode == 1, run.stderr
    found = re.findall(r"^stories/hasty\.yml:(\d+):\d+: error\[[a-z-]+\]: .+", run.stderr, re.MULTILINE)
    assert any(int(n) in (line, line + 1) for n in found), run.stderr
    assert built(project) == before


def test_yaml_that_is_not_utf8_is_named(project):
    (project / "stories/hasty.yml").write_bytes("title: Café\n".encode("cp1252"))
    run = digest("check", cwd=project)
    assert run.returncode == 1
    assert "stories/hasty.yml" in run.stderr


def test_a_broken_template_is_named_with_its_line(project):
    template = project / "site_templates/story.md.j2"
    template.write_text("line one\n{% if %}\n", encoding="utf-8")
    run = digest("build", "--pages-only", cwd=project)
    assert run.returncode == 1
    assert "site_templates/story.md.j2:2" in run.stderr
