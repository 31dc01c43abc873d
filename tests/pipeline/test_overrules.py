"""What editors say of single lines reaches the pages, from every file in which they may say it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digest import pipeline
from digest.config.project import find_project
from digest.model import Article, LineReason
from digest.pipeline import Edition, make_edition
from digest.work.memory import Memory, Recent
from digest.work.steps import CLEAN, ToClean

TEXT = """Harbour closed as storm Agnes reaches Kilronan

The harbour of Kilronan was closed on Friday after storm Agnes tore a ferry from its moorings, the harbour master said.

“Nobody goes out in this,” said Mary Byrne, the harbour master. Some 300 passengers were taken to a school.

The school has forty beds, and its cook has bread and soup for everybody until the ferry sails again.
"""


@pytest.fixture
def harbour(project):
    """The project with one more article, of a publisher that is stated beside it."""
    (project / "seeds/storm.txt").write_text(TEXT, encoding="utf-8")
    (project / "seeds/storm.yml").write_text("publisher: The Quay\n", encoding="utf-8")
    return project


def article(edition: Edition, key: str = "storm") -> Article:
    return next(article for article in edition.articles if article.id == key)


def edition(project) -> Edition:
    return make_edition(find_project(project))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("stories/harbour.yml", "articles:\n  storm:\n    drop: ['The school has*']\n"),
        ("seeds/storm.yml", "publisher: The Quay\ndrop: ['The school has*']\n"),
        ("stories/publishers.yml", "publishers:\n  quay:\n    name: The Quay\n    drop: ['The school has*']\n"),
    ],
)
def test_a_line_is_dropped(harbour, path, text):
    (harbour / path).write_text(text, encoding="utf-8")
    made = edition(harbour)
    reason = LineReason.OUTLET if path.endswith("publishers.yml") else LineReason.EDITOR
    assert [line.line for line in article(made).removed if line.reason is reason] == [7]
    page = next(page.text for page in made.pages if page.path == "articles/storm.md")
    assert str(reason) in page
    assert not [d for d in made.diagnostics if d.code == "unmatched-override"]


def test_a_publisher_that_a_storys_file_states_brings_its_own_lines(harbour):
    (harbour / "stories/publishers.yml").write_text(
        "publishers:\n  bay:\n    name: The Bay\n    drop: ['The school has*']\n", encoding="utf-8"
    )
    (harbour / "stories/harbour.yml").write_text("articles:\n  storm:\n    publisher: The Bay\n", encoding="utf-8")
    assert LineReason.OUTLET in {line.reason for line in article(edition(harbour)).removed}


def test_what_fits_no_line_is_a_warning_with_its_place_and_the_nearest(harbour):
    (harbour / "stories/harbour.yml").write_text(
        "articles:\n  storm:\n    drop:\n      - The school had forty beds*\n", encoding="utf-8"
    )
    (harbour / "seeds/storm.yml").write_text("keep: [xyzzy]\n", encoding="utf-8")
    warned = [d for d in edition(harbour).diagnostics if d.code == "unmatched-override"]
    assert [str(d.location) for d in warned] == ["seeds/storm.yml:1:8", "stories/harbour.yml:4:9"]
    assert "“The school has forty beds, and its cook" in warned[1].hint
    assert warned[1].source == "      - The school had forty beds*"


def test_what_repeats_in_a_publishers_articles_goes(harbour):
    topics = ("bakers", "pilots", "teachers")
    for topic in topics:
        text = TEXT.replace("Harbour", topic.title()).replace("harbour", topic).replace("Friday", f"the {topic} fair")
        text = text.replace("everybody", topic).replace("The school", f"The {topic}’ school")
        text = text.replace("\n\n“", "\n\nYou can read more of this in our app.\n\n“")
        (harbour / f"seeds/{topic}.txt").write_text(text, encoding="utf-8")
        (harbour / f"seeds/{topic}.yml").write_text("publisher: The Bay\n", encoding="utf-8")
    made = edition(harbour)
    for topic in topics:
        assert LineReason.HABIT in {line.reason for line in article(made, topic).removed}


def test_an_unchanged_article_is_cleaned_once(harbour, monkeypatch):
    """What was learned is compared by value: a second build finds every article cleaned already."""
    cleaned = []

    def counted(item: ToClean) -> Article:
        cleaned.append(item.raw.id)
        return CLEAN.run(item)

    monkeypatch.setattr(pipeline, "CLEAN", replace(CLEAN, run=counted))
    memory = Memory(recent=Recent())
    for _ in range(2):
        make_edition(find_project(harbour), memory=memory)
    assert len(cleaned) == len(set(cleaned)) == 3
