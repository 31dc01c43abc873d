"""What `stories/people.yml` says changes a story as `known_people/` says; a story's own file wins."""

import difflib
import importlib.util
from pathlib import Path

import pytest

from digest.config.people import load_people
from digest.config.story import load_stories
from digest.edit import apply_edits, apply_known_people

CASES = Path(__file__).parent / "known_people"
OF_STORY = "-- stories/harbour-strike.yml --\n"
_spec = importlib.util.spec_from_file_location("edit_cases", Path(__file__).with_name("test_edit_cases.py"))
_cases = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_cases)


def difference(text, folder):
    """What is different after the editors' files, and what is said about them."""
    of_people, _, of_story = (text + "\n").partition(OF_STORY)
    (folder / "stories").mkdir(exist_ok=True)
    (folder / "stories/people.yml").write_text(of_people, encoding="utf-8")
    (folder / "stories/harbour-strike.yml").write_text(of_story, encoding="utf-8")
    people, problems = load_people(folder / "stories/people.yml", root=folder)
    (file,), more = load_stories(folder / "stories", root=folder)
    assert not problems + more, str((problems + more)[0])
    before = _cases.story()
    (known,), warnings = apply_known_people((before,), people, files={file.slug: file})
    after, others = apply_edits(known, file)
    changes = [line for line in difflib.ndiff(_cases.told(before), _cases.told(after)) if line[0] in "+-"]
    return "\n".join([*changes, *map(str, (*warnings, *others))]) or "(nothing)"


def cases():
    for file in sorted(CASES.glob("*.txt")):
        for case in file.read_text(encoding="utf-8").rstrip("\n.").split("\n.\n\n"):
            title, text, expected = case.split("\n.\n")
            yield pytest.param(text, expected, id=f"{file.stem}: {title.strip()}")


@pytest.mark.parametrize(("text", "expected"), list(cases()))
def test_case(text, expected, tmp_path):
    assert difference(text, tmp_path) == expected
