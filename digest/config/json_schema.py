"""Write the JSON Schema files that let a text editor complete and check the YAML while one types.

`python -m digest.config.json_schema docs/schema` writes them.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from digest.config.digest_file import DIGEST
from digest.config.facts import FACTS
from digest.config.people import PEOPLE
from digest.config.publishers import PUBLISHERS
from digest.config.schema import Group
from digest.config.story import STORY

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMAS: tuple[tuple[str, Group, str], ...] = (
    ("digest", DIGEST, "The feeds to follow, and how to ask for them: digest.yml. Every key may be left out."),
    ("facts", FACTS, "What is known about an article: a file beside it, or the block between --- lines at its top."),
    ("people", PEOPLE, "What the editors know about people: stories/people.yml. Every key may be left out."),
    ("publishers", PUBLISHERS, "The outlets that articles come from: stories/publishers.yml."),
    ("story", STORY, "What an editor decides about one story: stories/SLUG.yml. Every key may be left out."),
)


def schema_files() -> dict[str, str]:
    """The text of each schema file, by its name."""
    return {
        f"{name}.json": json.dumps(
            {"$schema": DIALECT, "title": name, "description": about, **group.json()}, ensure_ascii=False, indent=2
        )
        + "\n"
        for name, group, about in SCHEMAS
    }


def write_schemas(folder: Path) -> None:
    """Write the schema files into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schema_files().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_schemas(Path(sys.argv[1]))
