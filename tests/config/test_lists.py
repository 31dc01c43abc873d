"""Items go into lists of YAML files, and out of them, and nothing else changes."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.config.lists import with_item, without_item
from digest.config.nodes import Items, Pairs
from digest.config.yaml import parse_yaml

CASES = Path(__file__).parent / "lists"


def cases():
    """What is done, the file before, the file after, parted by lines that hold a dot."""
    text = (CASES / "cases.txt").read_text(encoding="utf-8").rstrip("\n.")
    return [pytest.param(*case.split("\n.\n"), id=case.split("\n", 1)[0]) for case in text.split("\n.\n\n")]


def change(text, wish):
    verb, key, *items = wish.split()
    if verb == "add":
        return with_item(text, key, items[0] if len(items) == 1 else tuple(items))
    return without_item(text, key, items[0])


@pytest.mark.parametrize(("title", "before", "after"), cases())
def test_case(title, before, after):
    wish = title.rpartition(": ")[2]
    changed = change("" if before == "(nothing)" else f"{before}\n", wish)
    assert (changed if changed is not None else "by hand\n") == f"{after}\n"


NAMES = st.sampled_from(["a", "b-1", "c_2", "007", "no"])
VALUES = {
    "title": ['"War: the second month"', "Dock workers  # not final", "'it''s late'"],
    "note": ["|\n  One.\n\n  # not a remark\n  Two.", ">-\n  folded\n  text", '"x # y"'],
    "tags": ["[a, 2026]", "\n- a  # why\n# between\n- b", "\n    - deep"],
}
LISTS = ("include", "exclude", "merge", "together")
REMARK = re.compile(r"# r\d+")


@st.composite
def files(draw):
    """A file with remarks wherever one may stand, keys in any order, lists in any style."""
    number = iter(range(100))

    def remark():
        return f"  # r{next(number)}" if draw(st.booleans()) else ""

    parts = []
    for key in draw(st.permutations([*VALUES, *draw(st.sets(st.sampled_from(LISTS)))])):
        if key in VALUES:
            parts.append(f"{key}: {draw(st.sampled_from(VALUES[key]))}")
            continue
        items = [
            f'"{name}"' if draw(st.booleans()) else name for name in draw(st.lists(NAMES, min_size=2, unique=True))
        ]
        style = draw(st.sampled_from(["[]", "-", "  -", "[\n]"]))
        if style == "[]":
            parts.append(f"{key}: [{', '.join(items)}]{remark()}")
        elif style == "[\n]":
            parts.append(f"{key}: [\n  " + ",\n  ".join(items) + f"\n]{remark()}")
        else:
            parts.append(f"{key}:{remark()}\n" + "\n".join(f"{style} {item}{remark()}" for item in items))
        if draw(st.booleans()):
            parts.append(f"# r{next(number)}")
    end = draw(st.sampled_from(["", "\n", "\n\n# r99\n"]))
    return draw(st.sampled_from(["\n", "\r\n"])).join(("\n".join(parts) + end).split("\n"))


def values(text):
    document = parse_yaml(text, path="x.yml")
    assert not [problem for problem in document.report.problems if problem.level == "error"], text
    return {key.text: plain(value) for key, value in document.root.pairs}


def plain(node):
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return [(key.text, plain(value)) for key, value in node.pairs] if isinstance(node, Pairs) else node.text


@settings(deadline=None)
@given(files(), st.sampled_from(LISTS), NAMES, st.booleans())
def test_remarks_and_all_other_keys_survive(text, key, name, group):
    item = (name, "z") if group and key == "together" else name
    changed = with_item(text, key, item)
    if changed is None:
        return
    before, after = values(text), values(changed)
    assert {k: v for k, v in after.items() if k != key} == {k: v for k, v in before.items() if k != key}
    assert list(after)[: len(before)] == list(before)
    assert REMARK.findall(changed) == REMARK.findall(text)
    added = after[key][-1]
    assert added == (list(item) if isinstance(item, tuple) else item)
    less = without_item(changed, key, name)
    if less is not None:
        rest = values(less)
        assert {k: v for k, v in rest.items() if k != key} == {k: v for k, v in before.items() if k != key}
        assert name not in rest.get(key, [])
        assert REMARK.findall(less) == REMARK.findall(text)


@settings(deadline=None)
@given(files(), st.sampled_from(LISTS), st.sampled_from(["y-1", "y_2"]))
def test_in_and_out_again_leaves_what_was_there(text, key, name):
    changed = with_item(text, key, name)
    if changed is not None and (less := without_item(changed, key, name)) is not None:
        ending = "\r\n" if "\r\n" in text else "\n"
        assert less in (text, text + ending)
