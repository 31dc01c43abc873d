"""Every mistake in YAML is shown where it is, with the way out: see `cases/`."""

import tempfile
from pathlib import Path

import pytest

from digest.config.digest_file import load_digest_file
from digest.config.facts import FACTS
from digest.config.people import load_people
from digest.config.publishers import load_publishers
from digest.config.story import load_stories
from digest.config.yaml import parse_yaml

CASES = Path(__file__).parent / "cases"


def problems(kind, text):
    """All that is said about a text as a file of its kind. An arrow stands for a tab."""
    text = text.replace("→", "\t") + "\n"
    if kind == "facts":
        document = parse_yaml(text, path="seeds/a.yml")
        FACTS.read(document.root, document.report, name="this file")
        found = document.report.finish()
    else:
        found = _load(kind, text)
    return "\n".join(str(problem) for problem in found) or "(nothing)"


def _load(kind, text):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "stories").mkdir()
        if kind in ("publishers", "people"):
            path = root / "stories" / f"{kind}.yml"
            path.write_text(text, encoding="utf-8", newline="\n")
            return (load_people if kind == "people" else load_publishers)(path, root=root)[1]
        if kind == "digest":
            (root / "digest.yml").write_text(text, encoding="utf-8", newline="\n")
            return load_digest_file(root)[1]
        (root / "stories" / "x.yml").write_text(text, encoding="utf-8", newline="\n")
        return load_stories(root / "stories", root=root)[1]


def cases():
    """Title, input and expected output of every case, parted by lines that hold a dot."""
    found = []
    for file in sorted(CASES.glob("*.txt")):
        for case in file.read_text(encoding="utf-8").rstrip("\n.").split("\n.\n\n"):
            title, text, expected = case.split("\n.\n")
            found.append(pytest.param(file.stem, text, expected, id=f"{file.stem}: {title.strip()}"))
    return found


@pytest.mark.parametrize(("kind", "text", "expected"), cases())
def test_case(kind, text, expected):
    assert problems(kind, text) == expected
