"""From a folder with five copies of an agency's text and one report of an outlet's own to a page that says so."""

from __future__ import annotations

import re

import pytest
from running import digest

AGENCY = [
    "The harbour of Kilmore was closed on Friday after two ferries struck the quay, the port office said.",
    "No one was hurt, but some 300 passengers spent the night in a school near the pier, said Maeve Lynch.",
    "“We will not open the quay before the engineers have seen every pile,” Lynch told a news conference on Friday.",
    "The first ferry, the Saint Brigid, hit the northern corner at dusk while the wind blew at 90 kilometres per hour.",
    "Her captain told inspectors that the bow thruster had failed twice that week and had not been mended.",
    "A crack four metres long runs through the concrete, and the lamp at its end has fallen into the sea.",
    "Repairs will cost about 12 million euros, according to the county council.",
    "Kilmore lives from the ferries, which bring 2,000 visitors a day in summer and all its fuel in winter.",
    "Brid Walsh, a teacher from Galway, sang with a fiddler whom nobody had invited.",
]
OWN = [
    "Three hundred people slept on the floor of Kilmore's school on Friday because two ferries had run into the quay.",
    "The port office closed the harbour of Kilmore on Friday, since two ferries had struck its quay.",
    "The school's caretaker, Padraig Foley, opened the doors at nine and boiled 240 eggs for everybody who asked.",
    "Two sisters from Porto played cards with a lorry driver until the lights went out.",
    "Ines Prata, who had come from Lisbon to see her son, said that the eggs were better than the ferry.",
    "By morning the queue for the telephone of the baker, Owen Fahy, was 70 metres long.",
    "Most of the travellers left on Saturday in 31 small boats, whose owners took no money.",
    "Rosa Silva, a nurse from Faro, bandaged a goat that a lorry had frightened.",
]
LEAD = "It was a night that the children of the island will talk about for a long while."
ARTICLES = {
    "coast": ("Associated Press", "Two ferries hit quay at Kilmore", AGENCY, ""),
    "courier": ("Courier", "Hundreds stranded at Kilmore", AGENCY[:6], ""),
    "echo": ("Echo", "Ferries crash into island quay", [f"KILMORE (AP) — {AGENCY[0]}", *AGENCY[1:4]], ""),
    "mail": ("Mail", "Harbour closed", [AGENCY[n] for n in (0, 1, 3, 4, 6)], ""),
    "post": ("Post", "A night at school", [LEAD, *AGENCY[:7]], "The Associated Press <b>&"),
    "herald": ("Herald", "The night that Kilmore slept at school", OWN, "Nuala Brady"),
}
FAMILY = (
    "publishers:\n  courier: {name: Courier, family: Example Group}\n  herald: {name: Herald, family: Example Group}\n"
)


@pytest.fixture
def kilmore(project):
    for path in (project / "seeds").iterdir():
        path.unlink()
    for key, (publisher, title, sentences, author) in ARTICLES.items():
        (project / f"seeds/{key}.txt").write_text(title + "\n\n" + "\n\n".join(sentences), encoding="utf-8")
        facts = f"publisher: {publisher}\n" + (f'author: "{author}"\n' if author else "")
        (project / f"seeds/{key}.yml").write_text(facts, encoding="utf-8")
    return project


def page(project) -> str:
    run = digest("build", "--pages-only", cwd=project)
    assert run.returncode == 0, run.stderr
    verified = digest("verify", "--strict", cwd=project)
    assert verified.returncode == 0, verified.stderr
    pages = [path.read_text(encoding="utf-8") for path in (project / "docs/stories").glob("*.md")]
    (found,) = [text for text in pages if "\n## Sources\n" in text]
    return re.sub(r"\]\(\.\./articles[^)]*\)", "]", found)


def test_the_page_counts_origins(kilmore):
    text = page(kilmore)
    assert "# Two ferries hit quay at Kilmore" in text
    assert "6 articles · " in text and "· 6 outlets, 2 origins ·" in text
    assert (
        "5 of the 6 articles carry one text, from Associated Press (articles 1 to 5). They count as one origin." in text
    )
    assert "6 of 6 articles, 2 of 2 origins · in common: " in text
    assert "| All origins | 2 of 2 |" in text
    assert "## Only in one of the 2 origins here" in text
    assert "### Only in article 1, Associated Press\n\n- Brid Walsh, " in text  # no copy has this sentence
    assert "### Only in article 6, Herald" in text
    assert "Also carried by Courier (2), Echo (3), Mail (4) and Post (5). It stands first as the agency’s own." in text
    assert "Carries a part of the text of article 1, word for word." in text
    assert "Credits Associated Press in the dateline: “KILMORE (AP) —”" in text
    assert "Credits Associated Press in the byline: “The Associated Press &lt;b&gt;&amp;”" in text
    assert "6 outlets, 2 origins" in (kilmore / "docs/index.md").read_text(encoding="utf-8")
    assert "| Agency | Associated Press | in the dateline" in (kilmore / "docs/articles/echo.md").read_text(
        encoding="utf-8"
    )


def test_nothing_is_said_where_every_article_is_its_own_origin(kilmore):
    for key in ("echo", "mail", "post", "courier"):
        (kilmore / f"seeds/{key}.txt").unlink()
        (kilmore / f"seeds/{key}.yml").unlink()
    text = page(kilmore)
    assert "2 articles · " in text
    assert "origin" not in text.replace("original", "")


def test_one_text_alone_has_nothing_to_be_compared_with(kilmore):
    (kilmore / "seeds/herald.txt").unlink()
    (kilmore / "seeds/herald.yml").unlink()
    text = page(kilmore)
    assert "All 5 articles carry one text, from Associated Press. They count as one origin." in text
    assert "All articles here carry one text, so there is nothing to compare it with." in text
    assert "What the articles agree on" not in text


def test_a_family_of_publishers_is_named(kilmore):
    (kilmore / "stories/publishers.yml").write_text(FAMILY, encoding="utf-8")
    text = page(kilmore)
    assert "2 of the outlets are of one publisher family, Example Group: Courier and Herald." in text
    assert text.count("Publisher family: Example Group") == 2
