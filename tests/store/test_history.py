"""`stories.history`: any record survives, a broken line is an error with its place, and git joins two branches."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import subprocess
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.model import Change, ChangeKind
from digest.store.history import History, read_history, render_history
from digest.store.history.past import (
    Past,
    SaidArticle,
    SaidEdit,
    SaidFigure,
    SaidFile,
    SaidQuote,
    SaidTitle,
    Told,
)
from digest.store.lock import story_id

STORIES = [story_id(name) for name in "abc"]
DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1))
TEXT = st.text(max_size=12)
SAID = st.one_of(
    st.builds(SaidArticle, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT),
    st.builds(SaidFigure, TEXT, TEXT, TEXT, TEXT, TEXT),
    st.builds(SaidQuote, TEXT, TEXT, TEXT),
    st.builds(SaidEdit, TEXT, TEXT, TEXT, TEXT),
    st.builds(SaidFile, TEXT),
    st.builds(SaidTitle, TEXT),
)
CHANGES = st.builds(
    Change,
    day=DAYS,
    kind=st.sampled_from(list(ChangeKind)),
    article=TEXT,
    about=TEXT,
    words=TEXT,
    before=TEXT,
    other=TEXT,
)
PASTS = st.builds(
    lambda published, said, changes: Past(
        published=published,
        feed_id="tag:n.example,2026-03-01:s1",
        said=said,
        changes=tuple(Told(number, change) for number, change in enumerate(sorted(changes, key=lambda c: c.day))),
    ),
    DAYS,
    st.frozensets(SAID, max_size=4),
    st.lists(CHANGES, max_size=4),
)
HISTORIES = st.builds(
    lambda stories: History(stories=dict(sorted(stories.items())), feed_id="urn:uuid:1"),
    st.dictionaries(st.sampled_from(STORIES), PASTS, max_size=3),
)


def read(folder, text):
    (folder / "stories.history").write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_history(folder / "stories.history", root=folder)


def test_missing_file_is_an_empty_history(tmp_path):
    assert read_history(tmp_path / "stories.history", root=tmp_path) == (History(), ())


@given(HISTORIES)
def test_any_history_survives(tmp_path_factory, history):
    text = render_history(history)
    assert text.isascii()
    again, problems = read(tmp_path_factory.mktemp("history"), text)
    assert (again, problems) == (history, ())
    assert render_history(again) == text


@given(HISTORIES, st.randoms(use_true_random=False))
def test_the_order_of_the_lines_does_not_matter(tmp_path_factory, history, random):
    lines = render_history(history).splitlines(keepends=True)
    random.shuffle(lines)
    assert read(tmp_path_factory.mktemp("history"), "".join([*lines, *lines])) == (history, ())


@given(st.text())
def test_any_text_gives_a_history_or_errors(tmp_path_factory, text):
    history, problems = read(tmp_path_factory.mktemp("history"), text.encode("utf-8", "surrogatepass"))
    assert history == History() or not problems


PUBLISHED = f'["{STORIES[0]}","published","2026-03-01","urn:uuid:1"]'


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("<<<<<<< ours", "conflict-marker"),
        ("version: 2", "newer-history"),
        ("hello", "broken-history"),
        ("[1, 2, 3]", "broken-history"),
        ("[" * 5000, "broken-history"),
        ('["sabc","published","2026-03-01","urn:uuid:1"]', "broken-history"),
        (f'["{STORIES[0]}","published","2026-02-31","urn:uuid:1"]', "broken-history"),
        (f'["{STORIES[0]}","published","2026-03-01","https://n.example/"]', "broken-history"),
        (f'["{STORIES[0]}","title"]', "broken-history"),
        (f'["{STORIES[0]}","weather","fine"]', "broken-history"),
        (f'["{STORIES[0]}","change","2026-03-01","0","exploded","","","","",""]', "broken-history"),
        (f'["{STORIES[0]}","change","2026-03-01","-1","added","","","","",""]', "broken-history"),
        (f'["{STORIES[1]}","title","Of a story without a day"]', "broken-history"),
    ],
)
def test_a_line_that_cannot_be_read_is_an_error_with_its_place_and_a_way_out(tmp_path, line, code):
    history, problems = read(tmp_path, f"version: 1\n{PUBLISHED}\n{line}\n")
    assert history == History()
    assert [(p.code, p.level, p.location.path, p.location.line) for p in problems] == [
        (code, "error", "stories.history", 3)
    ]
    assert all(p.hint for p in problems)


def test_what_is_not_utf8_is_an_error(tmp_path):
    assert [p.code for p in read(tmp_path, b"\xff\xfe\x00")[1]] == ["broken-history"]


def base():
    said = frozenset({SaidTitle("Fire"), *(SaidArticle(f"a{n}", "f", "t", "e", "9", "L") for n in range(4))})
    past = Past(published=dt.date(2026, 3, 1), feed_id="urn:uuid:1", said=said)
    return History(stories={story: replace(past, feed_id=f"urn:uuid:{story}") for story in STORIES})


def edited(history, steps, branch):
    """What a branch did: articles came or went, each with a change that tells it."""
    stories = dict(history.stories)
    for place, (kind, article, number) in enumerate(steps):
        story, past = STORIES[number], stories[STORIES[number]]
        key = f"{branch}{article}" if kind == "added" else f"a{article}"
        said = {e for e in past.said if getattr(e, "article", "") != key}
        if kind != "gone":
            said.add(SaidArticle(key, f"{branch}{place}", branch, "e", "9", "L"))
        change = Change(day=dt.date(2026, 3, 2), kind=ChangeKind(kind), article=key)
        stories[story] = replace(past, said=frozenset(said), changes=(*past.changes, Told(len(past.changes), change)))
    return replace(history, stories=stories)


STEPS = st.lists(
    st.tuples(st.sampled_from(["added", "gone", "revised"]), st.integers(0, 3), st.integers(0, 2)), max_size=4
)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
@settings(deadline=None, max_examples=40)
@given(STEPS, STEPS)
def test_whatever_two_branches_told_nothing_is_lost(tmp_path_factory, ours, theirs):
    folder = tmp_path_factory.mktemp("history")
    branches = {"base": base(), "ours": edited(base(), ours, "o"), "theirs": edited(base(), theirs, "t")}
    for name, history in branches.items():
        (folder / name).write_text(render_history(history), encoding="utf-8")
    command = ["git", "merge-file", "--union", "-p", "ours", "base", "theirs"]
    joined = subprocess.run(command, cwd=folder, capture_output=True, check=False).stdout
    history, problems = read(folder, joined)
    assert problems == (), joined.decode()
    for branch in ("ours", "theirs"):
        for story, past in branches[branch].stories.items():
            assert set(past.changes) <= set(history.stories[story].changes)
            assert history.stories[story].feed_id == past.feed_id
            came = {c.article for _, c in past.changes if c.kind == "added"}
            assert came <= history.stories[story].articles.keys()
    assert read(folder, render_history(history)) == (history, ())


def test_of_two_that_published_one_story_the_earlier_stays(tmp_path):
    lines = [
        json.dumps([STORIES[0], "published", "2026-03-02", "urn:uuid:1"]),
        json.dumps([STORIES[0], "published", "2026-03-01", "urn:uuid:2"]),
        json.dumps(["site", "feed", "urn:uuid:9"]),
        json.dumps(["site", "feed", "urn:uuid:8"]),
    ]
    history, _ = read(tmp_path, "\n".join(lines))
    assert (history.stories[STORIES[0]].feed_id, history.feed_id) == ("urn:uuid:2", "urn:uuid:8")
