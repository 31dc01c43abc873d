"""From a folder of stories over some weeks to a page that says what they are about, and when."""

from __future__ import annotations

import re

import pytest
from running import digest

STORIES = {
    "harbour-1": (
        "2026-03-02",
        "Mayor Joanna Ito promises Northport a new pier",
        "Northport will have a new pier by autumn, mayor Joanna Ito said. The old pier lost its planks in the storm, "
        "and the herring fleet waits. Divers will look at the piles of the pier before the herring season.",
    ),
    "harbour-2": (
        "2026-03-17",
        "Herring fleet leaves Northport for want of a pier",
        "The herring fleet left Northport on Tuesday. Divers found the piles of the pier hollow, and Joanna Ito closed "
        "it. Without a pier nobody lands herring here, said skipper Bram Olde.",
    ),
    "school": (
        "2026-03-10",
        "Pupils learn under a tent",
        "Pupils went back to lessons under a tent. Joanna Ito said that the roof would be ready by Easter. Headmaster "
        "Carl Dunn thanked the carpenters for their work.",
    ),
    "cup": (
        None,
        "Goalkeeper saves three penalties",
        "Striker Bela Moor missed twice as goalkeeper Carl Dunn saved three penalties for Eastham in the final.",
    ),
}
TAGS = 'tags: ["Harbour | <b>pier</b> [x](javascript:y)", no]\napart: [[harbour-1, harbour-2]]\n'


@pytest.fixture
def town(project):
    for seed in (project / "seeds").iterdir():
        seed.unlink()
    (project / "stories.lock").unlink()
    for name, (day, title, text) in STORIES.items():
        (project / f"seeds/{name}.txt").write_text(f"{title}\n\n{text}\n", encoding="utf-8")
        if day:
            (project / f"seeds/{name}.yml").write_text(f"published: {day}\n", encoding="utf-8")
    (project / "stories/pupils-learn-under-a-tent.yml").write_text(TAGS, encoding="utf-8")
    return project


def build(project) -> str:
    run = digest("build", "--pages-only", cwd=project)
    assert run.returncode == 0, run.stderr
    verified = digest("verify", "--strict", cwd=project)
    assert verified.returncode == 0, verified.stderr
    return (project / "docs/topics.md").read_text(encoding="utf-8")


def test_the_page_tells_topics_and_people_with_their_stories(town):
    text = build(town)
    assert "4 stories · 4 articles" in text
    assert "3 of 4 articles have a day, from 2 March 2026 to 17 March 2026; only these count" in text
    topics = text[text.index("## Topics\n") : text.index("## People\n")]
    (row,) = re.findall(r"^\| ([^|]+) \| 1( 0){14} 1 \| \[2\]", topics, re.MULTILINE)
    assert {"pier", "divers"} <= set(row[0].split(", "))
    people = text[text.index("## People\n") : text.index("## The stories behind")]
    assert re.search(r"\| \[Joanna Ito\]\(people/joanna-ito\.md\) \| [01 ]+ \| \[3\]\(#list-\d+\) \| 3 \|", people)
    assert "Bram Olde" not in people


def test_the_editors_topics_stand_first_and_as_they_are_written(town):
    text = build(town)
    tags = text[text.index("## The editor’s topics\n") : text.index("## Topics\n")]
    assert "&lt;b&gt;pier&lt;/b&gt;" in tags
    assert "<b>" not in tags
    assert re.search(r"^\| no \|", tags, re.MULTILINE)


def test_every_figure_leads_to_a_list_and_the_home_page_leads_here(town):
    text = build(town)
    wanted = set(re.findall(r"\]\(#(list-\d+)\)", text))
    assert wanted == {f"list-{number}" for number in re.findall(r"^### List (\d+)$", text, re.MULTILINE)}
    for page in re.findall(r"\]\(((?:stories|people)/[^)#]+\.md)\)", text):
        assert (town / "docs" / page).is_file()
    assert "[people and topics over time](topics.md)" in (town / "docs/index.md").read_text(encoding="utf-8")


def test_a_persons_page_shows_when_articles_name_them(town):
    build(town)
    ito = (town / "docs/people/joanna-ito.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+ March 2026) \| 1 \|", ito[ito.index("## Articles by day\n") :], re.MULTILINE)
    assert rows == ["2 March 2026", "10 March 2026", "17 March 2026"]
    dunn = (town / "docs/people/carl-dunn.md").read_text(encoding="utf-8")
    assert "## Articles by day" not in dunn


def test_the_same_articles_give_the_same_bytes(town):
    first = build(town)
    (town / "docs/topics.md").unlink()
    assert build(town) == first
