"""YAML is read with its places, changes no value, and does no harm."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.config.nodes import Items, Pairs, Scalar
from digest.config.publishers import load_publishers
from digest.config.story import STORY, load_stories
from digest.config.yaml import MAX_BYTES, parse_bytes, parse_yaml, read_yaml

YAML_LIKE = st.text(alphabet="ab:-[]{}'\"#&*!|>%@?, \n\t\u00a0\u2028é“”0", max_size=60)
PLAIN = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20)


def codes(document):
    return [problem.code for problem in document.report.finish()]


def test_every_key_and_value_knows_its_place():
    document = parse_yaml("title: Late\ntags:\n  - harbour\n", path="a.yml", first_line=5)
    (title, late), (tags, items) = document.root.pairs
    assert [str(node.location) for node in (title, late, tags, items, items.items[0])] == [
        "a.yml:5:1", "a.yml:5:8", "a.yml:6:1", "a.yml:7:3", "a.yml:7:5",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["no", "2022-04-19", "1_000", "017", "0x1F", "null", "1e3", ".inf", "12:30:00", "="])
def test_values_stay_as_written(text):
    document = parse_yaml(f"title: {text}", path="a.yml")
    assert document.root.pairs[0][1].text == text


@given(YAML_LIKE)
@settings(deadline=None)
def test_no_text_is_too_strange(text):
    document = parse_yaml(text, path="a.yml", first_line=3)
    if document.root is not None:
        STORY.read(document.root, document.report, name="this file")
    for problem in document.report.finish():
        assert str(problem)
        assert problem.location.path == "a.yml"
        assert problem.location.line == 0 or 3 <= problem.location.line <= 3 + len(document.report.lines)


@given(st.binary(max_size=40))
@settings(deadline=None)
def test_no_bytes_are_too_strange(data):
    document = parse_bytes(data, path="a.yml")
    assert document.root is not None or isinstance(document.report.finish(), tuple)


@given(st.dictionaries(PLAIN, PLAIN | st.lists(PLAIN, max_size=3), max_size=4))
@settings(deadline=None)
def test_what_another_program_wrote_is_read_as_it_was(data):
    document = parse_yaml(yaml.safe_dump(data, allow_unicode=True), path="a.yml")
    assert not [p for p in document.report.finish() if p.level == "error"]
    assert _plain(document.root) == data


def _plain(node):
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return [_plain(item) for item in node.items]
    assert isinstance(node, Pairs)
    return {key.text: _plain(value) for key, value in node.pairs}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &a [x]\n" + "b: [" + "*a, " * 9_000 + "]", "alias"),
        ("[" * 100_000, "too-deep"),
        ("- " * 100_000, "too-deep"),
        ("a: [" + "b, " * 20_000 + "]", "too-large"),
        ("a: " + "b" * MAX_BYTES, "too-large"),
        ("é" * (MAX_BYTES // 2 + 1), "too-large"),
        ("a: b\0", "character"),
        ("\ud800: b", "character"),
    ],
)
def test_hostile_yaml_is_refused(text, code):
    document = parse_yaml(text, path="a.yml")
    assert code in codes(document)
    assert len(document.report.finish()) <= 41


def test_what_is_not_utf8_is_shown_where_it_stands():
    (problem,) = parse_bytes("title: ok\nnote: caf\u00e9\n".encode("cp1252"), path="a.yml").report.finish()
    assert (problem.code, str(problem.location)) == ("encoding", "a.yml:2:10")
    (problem,) = parse_bytes("title: ok".encode("utf-16"), path="a.yml").report.finish()
    assert "UTF-16" in problem.message


def test_a_byte_order_mark_is_no_part_of_the_first_key():
    document = parse_bytes(b"\xef\xbb\xbftitle: Late", path="a.yml")
    assert document.root.pairs[0][0].text == "title"
    assert not codes(document)


def test_windows_line_ends_count_once():
    document = parse_yaml("a: b\r\nc: d: e\r\n", path="a.yml")
    assert str(document.report.finish()[0].location) == "a.yml:2:5"


def test_a_missing_file_is_no_problem(tmp_path):
    assert load_publishers(tmp_path / "stories" / "publishers.yml", root=tmp_path) == ((), ())
    assert load_stories(tmp_path / "stories", root=tmp_path) == ((), ())


def test_a_link_that_leaves_the_project_is_refused(tmp_path):
    root = tmp_path / "project"
    root.mkdir()
    (tmp_path / "secret.yml").write_text("title: secret")
    (root / "a.yml").symlink_to(tmp_path / "secret.yml")
    (root / "b.yml").symlink_to(root / "b.yml")
    (root / "c.yml").mkdir()
    assert codes(read_yaml(root / "a.yml", root=root)) == ["outside"]
    assert codes(read_yaml(root / "b.yml", root=root)) == ["unreadable"]
    assert codes(read_yaml(root / "c.yml", root=root)) == ["not-a-file"]
