"""Git joins the locks of two branches line by line; whatever comes out is a lock in which nothing is lost."""

import shutil
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.store.lock import Lock, read_lock, render_lock, story_id

ARTICLES = [f"a{number}" for number in range(8)]
OTHERS = [f"{letter}{number}" for letter in "ab" for number in range(10, 14)]  # which arrive on a branch
STORIES = [story_id(article) for article in ARTICLES]
EDITS = st.lists(
    st.tuples(st.sampled_from(["merge", "move", "split", "add"]), st.integers(0, 7), st.integers(0, 7)), max_size=4
)


def base():
    articles = {article: STORIES[number // 3] for number, article in enumerate(ARTICLES)}
    return Lock(articles=articles, stories={story: f"about-{story[:6]}" for story in articles.values()})


def edited(lock, edits):
    """The lock after what an editor or a new article did on one branch, roughly as builds would leave it."""
    articles, stories, merged, homes, parted = map(
        dict, (lock.articles, lock.stories, lock.merged, lock.homes, lock.parted)
    )
    for kind, one, other in edits:
        article, story = ARTICLES[one], sorted(set(articles.values()))[other % len(set(articles.values()))]
        now = articles[article]
        if kind == "merge" and now != story:
            merged = {taken: now if end == story else end for taken, end in merged.items()} | {story: now}
            for moved in [a for a, s in articles.items() if s == story]:
                homes.setdefault(moved, story)
                articles[moved] = now
        elif kind == "move":
            homes.setdefault(article, now)
            articles[article] = story
        elif kind == "split" and STORIES[one] not in stories:
            stories[STORIES[one]] = f"part-{one}"
            parted[STORIES[one]] = now
            homes.setdefault(article, now)
            articles[article] = STORIES[one]
        elif kind == "add":
            articles[OTHERS[one]] = story
    homes = {article: home for article, home in homes.items() if articles[article] != home}
    return Lock(articles=articles, stories=stories, merged=merged, homes=homes, parted=parted)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
@settings(deadline=None, max_examples=60)
@given(EDITS, EDITS)
def test_whatever_two_branches_did_nothing_is_lost(tmp_path_factory, ours, theirs):
    folder = tmp_path_factory.mktemp("lock")
    locks = {"base": base(), "ours": edited(base(), ours), "theirs": edited(base(), theirs)}
    for name, lock in locks.items():
        (folder / name).write_text(render_lock(lock), encoding="utf-8")
    command = ["git", "merge-file", "--union", "-p", "ours", "base", "theirs"]
    joined = subprocess.run(command, cwd=folder, capture_output=True, check=False).stdout
    (folder / "stories.lock").write_bytes(joined)
    lock, problems = read_lock(folder / "stories.lock", root=folder)
    assert not [problem for problem in problems if problem.level == "error"], joined.decode()
    for branch in (locks["ours"], locks["theirs"]):
        assert branch.articles.keys() <= lock.articles.keys()
        assert branch.stories.keys() <= lock.stories.keys()
    assert not set(lock.merged) & (set(lock.merged.values()) | set(lock.articles.values()))
    (folder / "stories.lock").write_text(render_lock(lock), encoding="utf-8")
    assert read_lock(folder / "stories.lock", root=folder) == (lock, ())
