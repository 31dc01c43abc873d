"""A template prints escaped values only, and a mistake in one is shown where it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.diagnostics import DigestError
from digest.render.environment import make_environment
from digest.render.escape import Markdown
from digest.render.templates import check_templates, render_template, tidy

HOSTILE = "<b>*x*</b>"
SAFE = "&lt;b&gt;&#42;x&#42;&lt;/b&gt;"


def run(tmp_path: Path, source: str, **values: object) -> str:
    (tmp_path / "page.md.j2").write_text(source, encoding="utf-8")
    return render_template(make_environment([tmp_path]), "page.md.j2", values)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{ x }}", SAFE),
        ("{{ 'so ' + x }}", f"so {SAFE}"),
        ("{{ m + x }}", f"**m**{SAFE}"),
        ("{{ x + m }}", f"{SAFE}**m**"),
        ("{{ '%s!' % x }}", f"{SAFE}!"),
        ("{% macro f(y) %}{{ y }}{% endmacro %}{{ f(x) + x }}", SAFE + SAFE),
        ("{% set y %}*{{ x }}*{% endset %}{{ y }}", f"*{SAFE}*"),
        ("{{ [x, m]|join(' · ') }}", f"{SAFE} · **m**"),
        ("{{ [x]|join(x) }}{{ ['a', 'b']|join('|') }}", f"{SAFE}a&#124;b"),
        ("{{ x|upper }}", SAFE.replace("x", "X").replace("b", "B").replace("&lt;B", "&lt;B").replace("lt;/b", "lt;/B")),
        ("{{ 3 }} {{ 2.5 }}", "3 2.5"),
        ("---\ntitle: {{ x|front_matter }}", '---\ntitle: "‹b›*x*‹/b›"'),
    ],
)
def test_values_are_escaped_however_they_are_joined(tmp_path: Path, source: str, expected: str) -> None:
    assert run(tmp_path, source, x=HOSTILE, m=Markdown("**m**")) == expected + "\n"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("one\n{{ x ~ x }}", "'~' is not available"),
        ("one\n{{ x|safe }}", "No filter named 'safe'"),
        ("one\n{{ missing }}", "'missing' is undefined"),
        ("one\n{{ x.missing }}", "has no attribute 'missing'"),
        ("one\n{{ y }}", "not known (None)"),
        ("one\n{{ [x] }}", "a list cannot be printed"),
        ("one\n{{ 1 / 0 }}", "division by zero"),
        ("one\n{{ x.__class__ }}", "unsafe"),
        ("one\n{% if %}", "Expected an expression"),
        ("one\n{% for y in x %}", "Unexpected end of template"),
        ("one\n{% include 'nowhere.md.j2' %}", "no template 'nowhere.md.j2'"),
    ],
)
def test_a_mistake_is_shown_with_file_and_line(tmp_path: Path, source: str, message: str) -> None:
    with pytest.raises(DigestError) as caught:
        run(tmp_path, source, x=HOSTILE, y=None)
    (problem,) = caught.value.diagnostics
    assert message in problem.message
    assert str(problem.location) == "page.md.j2:2"
    assert problem.source == source.split("\n")[1]


def test_all_unreadable_templates_are_told_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "site_templates"
    (folder / "story").mkdir(parents=True)
    (folder / "index.md.j2").write_text("{% if %}", encoding="utf-8")
    (folder / "story" / "summary.md.j2").write_text("\n{{ a ~ b }}", encoding="utf-8")
    (folder / "people.md.j2").write_bytes(b"\xff")
    with pytest.raises(DigestError) as caught:
        check_templates(make_environment([folder]))
    assert [str(problem.location) for problem in caught.value.diagnostics] == [
        "site_templates/index.md.j2:1",
        "people.md.j2",
        "site_templates/story/summary.md.j2:2",
    ]


def test_the_first_folder_wins(tmp_path: Path) -> None:
    for name in ("mine", "theirs"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.md.j2").write_text(name, encoding="utf-8")
    env = make_environment([tmp_path / "mine", tmp_path / "theirs"])
    assert render_template(env, "page.md.j2", {}) == "mine\n"


def test_layout_of_templates_leaves_no_trace() -> None:
    assert tidy("\n\na  \n\n\n\nb\n\n\n") == "a\n\nb\n"
