"""The lock is plain YAML; a broken one is reported with its place, and what a merge left behind is mended."""

import yaml
from hypothesis import given
from hypothesis import strategies as st

from digest.store.lock import Lock, read_lock, render_lock

TWO = Lock(
    articles={"007_bond": "sabc", "no": "sabc", "trade": "sdef"},
    stories={"sabc": "spy-retires", "sdef": "trade-talks", "sfff": "old-name"},
    merged={"sfff": "sdef"},
    homes={"no": "sfff", "trade": "nowhere"},
    parted={"sabc": "sdef"},
)
EMPTY = {"articles": {}, "merged": {}, "stories": {}}


def read(folder, text):
    (folder / "stories.lock").write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_lock(folder / "stories.lock", root=folder)


def test_missing_file_is_an_empty_lock(tmp_path):
    assert read_lock(tmp_path / "stories.lock", root=tmp_path) == (Lock(), ())


def test_any_yaml_reader_reads_it():
    data = yaml.safe_load(render_lock(TWO))
    assert data == {
        "version": 2,
        "articles": {"007_bond": "sabc", "no": "sabc from sfff", "trade": "sdef from nowhere"},
        "merged": {"sfff": "sdef"},
        "stories": {"sabc": "spy-retires from sdef", "sdef": "trade-talks", "sfff": "old-name"},
    }
    assert yaml.safe_load(render_lock(Lock())) == {"version": 2, **EMPTY}


def test_says_who_writes_it_and_has_one_entry_a_line():
    text = render_lock(TWO)
    assert text.startswith("# Written by digest")
    assert text.splitlines().count('  "007_bond": sabc') == 1


@given(st.dictionaries(st.text(), st.sampled_from(["sabc", "sdef"]), max_size=8))
def test_any_article_id_survives(tmp_path_factory, articles):
    lock = Lock(articles=articles, stories=TWO.stories)
    assert read(tmp_path_factory.mktemp("lock"), render_lock(lock)) == (lock, ())


@given(st.text())
def test_any_text_gives_a_lock_or_errors(tmp_path_factory, text):
    lock, problems = read(tmp_path_factory.mktemp("lock"), text.encode("utf-8", "surrogatepass"))
    assert lock == Lock() or not [p for p in problems if p.level == "error"]


def test_every_broken_line_is_an_error_with_its_place(tmp_path):
    lines = render_lock(TWO).replace("  trade: sdef", "  trade = sdef").replace("  sabc: spy-retires", "\tsabc: [x")
    lock, problems = read(tmp_path, lines)
    found = {(p.code, p.location.path, p.location.line) for p in problems}
    assert lock == Lock()
    assert found >= {("broken-lock", "stories.lock", 9), ("broken-lock", "stories.lock", 13)}
    assert all(p.hint for p in problems)


def test_conflict_markers_are_named_as_such(tmp_path):
    line = "  trade: sdef from nowhere\n"
    text = render_lock(TWO).replace(line, f"<<<<<<< ours\n{line}=======\n>>>>>>> theirs\n")
    _, problems = read(tmp_path, text)
    assert [p.code for p in problems] == ["conflict-marker"] * 3


def test_a_story_without_a_line_is_an_error_where_it_is_named(tmp_path):
    _, problems = read(tmp_path, render_lock(TWO).replace("  sdef: trade-talks\n", ""))
    assert [(p.code, p.location.line) for p in problems] == [
        ("unknown-story", 9),
        ("unknown-story", 11),
        ("unknown-story", 13),
    ]


def test_a_file_of_a_newer_version_is_not_misread(tmp_path):
    _, problems = read(tmp_path, render_lock(TWO).replace("version: 2", "version: 3"))
    assert [p.code for p in problems] == ["newer-lock"]


def test_a_lock_of_the_first_version_is_read(tmp_path):
    text = "version: 1\narticles:\n  a: sone\nmerged: {}\nstories:\n  sone: one\n"
    assert read(tmp_path, text) == (Lock(articles={"a": "sone"}, stories={"sone": "one"}), ())


def test_bytes_that_are_no_text_are_an_error(tmp_path):
    lock, problems = read(tmp_path, b"\xff\xfe\x00articles:")
    assert lock == Lock()
    assert [p.code for p in problems] == ["broken-lock"]


def test_the_lines_of_two_branches_in_any_order_make_one_lock(tmp_path):
    text = """\
version: 1
articles:
  b: stwo
  a: sone
  a: sone
  c: sthree
stories:
  stwo: flood
  sone: flood
  sthree: fire
merged:
  sthree: sone
"""
    lock, problems = read(tmp_path, text)
    assert lock.articles == {"a": "sone", "b": "stwo", "c": "sone"}
    assert lock.stories == {"sone": "flood", "stwo": "flood-2", "sthree": "fire"}
    assert [(p.level, p.code) for p in problems] == [("warning", "merged-lock")]


def test_stories_that_two_branches_merged_into_each_other_end_in_one(tmp_path):
    text = "articles:\n  a: sone\n  b: stwo\nstories:\n  sone: one\n  stwo: two\nmerged:\n  sone: stwo\n  stwo: sone\n"
    lock, problems = read(tmp_path, text)
    assert (lock.articles, lock.merged) == ({"a": "sone", "b": "sone"}, {"stwo": "sone"})
    assert problems == ()


def test_lines_that_git_left_below_a_later_heading_find_their_section(tmp_path):
    one, two, three = (f"s{number * 12}" for number in "123")
    text = f"""\
version: 2
articles:
  a: {one}
merged:
  {two}: {one}
  b: {one} from {two}
  {three}: third
merged:
stories:
  {one}: first
  {two}: second
  c: {three}
"""
    lock, problems = read(tmp_path, text)
    assert problems == ()
    assert lock == Lock(
        articles={"a": one, "b": one, "c": three},
        stories={one: "first", two: "second", three: "third"},
        merged={two: one},
        homes={"b": two},
    )


def test_an_article_that_one_branch_moved_is_where_it_was_moved(tmp_path):
    text = "version: 2\narticles:\n  a: sone\n  a: stwo from sone\nstories:\n  sone: one\n  stwo: two\n"
    lock, problems = read(tmp_path, text)
    assert (lock.articles, lock.homes, problems) == ({"a": "stwo"}, {"a": "sone"}, ())
