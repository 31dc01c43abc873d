"""The table of key figures: one row a quantity, no cell that repeats another, and as many rows as one can read."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from digest.clean.lines import plain_article
from digest.compare import compare
from digest.extract import extract
from digest.model import Article, Cluster, EditorText, Known, Origin, Story
from digest.render import render_pages
from digest.render.figures import MOST_ALONE, key_figures
from digest.render.wordings import MARKS
from digest.verify.pages import check_claims

TEMPLATES = Path(__file__).parents[2] / "site_templates"
NOUNS = (
    "boats horses lamps carts doors ropes bells chairs tables ladders hammers kettles wagons drums flags maps shovels"
)
SANK = "A ferry sank off Port Sand on Sunday and {} people were killed, the police said."


def told(*texts: str, days: tuple[int, ...] = ()) -> Story:
    articles: list[Article] = []
    for number, text in enumerate(texts):
        made = plain_article(text, article_id=f"a{number}", title=f"Ferry sinks {'again ' * number}off Port Sand")
        if days:
            made = replace(made, published=Known(value=dt.date(2026, 3, days[number]), origin=Origin.SIDECAR))
        articles.append(made)
    findings = tuple(extract(one) for one in articles)
    return Story(
        id="s",
        slug="s",
        title=EditorText(text="A title"),
        summary=EditorText(text="A summary."),
        articles=tuple(articles),
        findings=findings,
        cluster=Cluster(
            article_ids=tuple(a.id for a in articles), similarity=((1.0,) * len(articles),) * len(articles)
        ),
        comparison=compare(articles, findings),
    )


def page(story: Story) -> str:
    rendered = {p.path: p.text for p in render_pages([story], site_name="The Digest", templates=(TEMPLATES,))}
    text = rendered["stories/s.md"]
    assert not list(check_claims(text, path="s.md", articles={a.id: a for a in story.articles}))
    return text


def section(text: str, heading: str) -> list[str]:
    """The lines of a table below a heading, its head and rule left out."""
    below = text.split(f"{heading}\n", 1)[1].split("\n#", 1)[0]
    return [line for line in below.splitlines() if line.startswith("|")][2:]


def test_one_article_needs_no_column_of_support():
    text = page(told(SANK.format(40)))
    assert "| Figure | In context | Who says so |\n" in text
    assert len(section(text, "## Key figures")) == 1


def test_a_quantity_is_one_row_and_repeats_no_cell():
    (line,) = section(page(told(*(SANK.format(n) for n in (40, "forty", 40, 40, 40)))), "## Key figures")
    cells = [cell.strip() for cell in line.split("|")[1:-1]]
    assert cells[0].count("40 people") == 1
    assert cells[0].count("forty people") == 1
    assert cells[1].count("were killed") == 1
    assert cells[-1] == "5 of 5 articles"


def test_an_update_shows_each_day():
    text = page(told(SANK.format(43), SANK.format(40), days=(3, 2)))
    assert "; updated |" in text
    first, second = section(text, "### Figures that were updated")
    assert "40 people" in first
    assert "| 2 March 2026 |" in first
    assert "43 people" in second
    assert "| 3 March 2026 |" in second


def test_the_front_page_has_the_newest_of_updates():
    story = told(SANK.format(43), SANK.format(40), days=(3, 2))
    front = next(p.text for p in render_pages([story], site_name="D", templates=(TEMPLATES,)) if p.path == "index.md")
    assert "**43 people**" in front
    assert "**40 people**" not in front


def test_a_conflict_shows_who_says_so():
    text = page(told(SANK.format(40), SANK.format(43).replace("police", "hospital"), days=(2, 2)))
    first, second = section(text, "### Figures")
    assert "| the police | 2 March 2026 |" in first
    assert "| the hospital | 2 March 2026 |" in second


@pytest.mark.parametrize("extra", [0, 1, 5])
def test_what_does_not_fit_is_not_passed_over_in_silence(extra):
    lines = "\n\n".join(
        f"The town of Orrin bought {20 + n} {noun}." for n, noun in enumerate(NOUNS.split()[: MOST_ALONE + extra])
    )
    text = page(told(lines))
    assert len(section(text, "## Key figures")) == MOST_ALONE
    assert ("More figures stand on the pages of the articles." in text) == bool(extra)


def test_many_copies_of_one_wording_are_cited_a_few_times():
    (row,) = key_figures(told(*[SANK.format(40)] * 9)).rows
    assert len(row.figure[0].excerpts) == MARKS
    assert row.support == "9 of 9 articles"


def test_a_story_without_figures_has_no_table():
    assert "Key figures" not in page(told("The sea was calm."))


def test_a_rare_number_is_not_told_twice_for_two_words_of_what_is_counted():
    first = "A telescope has found 715 planets around other stars, the observatory of Lund said."
    second = "The observatory of Lund reported that it knows 715 worlds around other stars."
    assert len(key_figures(told(first, second)).rows) == 1


def test_a_bound_is_not_cited_for_what_has_none() -> None:
    story = told(SANK.format("two"), SANK.format("at least two"), SANK.format("two"))
    row = section(page(story), "## Key figures")[0]
    figure = row.split("|")[1]
    assert [part.count("[[") for part in figure.split(";")] == [2, 1]


def test_one_number_in_two_reserves_has_one_row() -> None:
    start = "Olaf Berg was arrested in Melk on Friday.\n\n"
    first = f"{start}At least a dozen parcels were sent to the mayors of the coast.\n\nMore than 10 parcels were sold."
    story = told(first, f"{start}All together, 12 crude bombs were sent from Melk.")
    rows = section(page(story), "## Key figures")
    assert len(rows) == 1
    assert "dozen parcels" in rows[0]


def test_a_hyphen_makes_no_other_wording() -> None:
    texts = ("Three-fifths of the boats of Lund sank on Sunday.", "Three fifths of the boats of Lund sank on Sunday.")
    figures = [[words.excerpts[0].text for words in row.figure] for row in key_figures(told(*texts)).rows]
    assert [len(words) for words in figures] == [1]
