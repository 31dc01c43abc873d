"""Published stories are settled: days of arriving articles and changing wishes, played by hypothesis."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from digest.model import Cluster, Joined, Links, story_node
from digest.pipeline import TRIES
from digest.store.lock import Lock, assign, read_lock, render_lock
from digest.store.settled import settle_articles
from digest.store.steady import is_steady

ARTICLES = "abcdefgh"
STORIES = 4  # of which links may speak: the first that were published


def group(articles, natures, links, settled):
    """A small stand-in for the clustering: settled and linked articles first, others join what has their nature."""
    nodes = {article: node for article, node in settled.nodes.items() if article in articles}
    joined = Joined((*links.together, *nodes.items()))
    stories = {joined.group(node) for node in nodes.values()}

    def apart(one, other):
        return any({joined.group(a), joined.group(b)} == {one, other} for a, b in links.apart)

    for one, other in combinations(sorted(articles), 2):
        first, second = joined.group(one), joined.group(other)
        if first == second or natures[one] != natures[other] or apart(first, second):
            continue
        if not (first in stories and second in stories):
            joined.join(first, second)
            stories |= {joined.group(first)} if {first, second} & stories else set()
    members = {}
    for article in sorted(articles):
        members.setdefault(joined.group(article), []).append(article)
    everything = Joined((*links.together, *settled.nodes.items()))
    for a, b in links.apart:
        assert everything.group(a) != everything.group(b), "what is to be apart was settled in one story"
        assert joined.group(a) != joined.group(b), "what is to be apart came together"
    return [cluster(found, natures) for found in members.values()]


def cluster(articles, natures):
    rows = tuple(tuple(1.0 if natures[a] == natures[b] else 0.2 for b in articles) for a in articles)
    return Cluster(article_ids=tuple(articles), similarity=rows)


def links_of(wishes, lock):
    """Links without contradictions among themselves, as `digest.edit.link` gives them."""
    stories = sorted({lock.now(story) for story in sorted(lock.stories)[:STORIES]})
    joined, held = Joined(), {}
    together, apart, takes = [], [], []
    for kind, one, other in wishes:
        ends = [ARTICLES[one]]
        if kind in ("include", "exclude", "merge"):
            if not stories:
                continue
            ends.append(story_node(stories[other % len(stories)]))
            if kind == "merge":
                ends[0] = story_node(stories[one % len(stories)])
        else:
            ends.append(ARTICLES[other])
        first, second = ends
        if first == second or joined.same(first, second):
            continue
        if kind in ("include", "together"):
            mine = [e if e.startswith("story") else held.get(joined.group(e)) for e in ends]
            if mine[0] and mine[1] and not joined.same(*mine):
                continue
        if kind in ("include", "together", "merge"):
            if any({joined.group(a), joined.group(b)} == {joined.group(first), joined.group(second)} for a, b in apart):
                continue
            mine = [e if e.startswith("story") else held.get(joined.group(e)) for e in ends]
            joined.join(first, second)
            held[joined.group(first)] = mine[0] or mine[1]
            together.append((first, second))
            if kind == "merge":
                takes.append(tuple(end.removeprefix(story_node("")) for end in ends))
        else:
            apart.append((first, second))
    return Links(together=tuple(together), apart=tuple(apart), takes=tuple(takes))


def build(lock, articles, natures, links, *, regroup=False):
    """As the pipeline does it: again, where the first result would not last."""
    for _ in range(TRIES):
        settled = settle_articles(lock, links, regroup=regroup)
        clusters = group(articles, natures, links, settled)
        titles = {c.article_ids: f"About {c.article_ids[0]}" for c in clusters}
        lock, named = assign(lock, clusters, titles, settled=settled)
        if is_steady(lock, named, links):
            break
        regroup = False
    return lock, named


WISHES = st.lists(
    st.tuples(
        st.sampled_from(["include", "exclude", "merge", "together", "apart"]), st.integers(0, 7), st.integers(0, 7)
    ),
    max_size=4,
)
NATURES = st.fixed_dictionaries({article: st.integers(0, 2) for article in ARTICLES})
DAY = st.tuples(st.frozensets(st.sampled_from(ARTICLES)), WISHES, st.booleans())
DAYS = st.lists(DAY, min_size=1, max_size=5)


def play(days, natures, *, leaving=True):
    lock, named, links = Lock(), (), Links()
    here = frozenset()
    for arrived, wishes, regroup in days:
        here = articles = arrived if leaving else here | arrived
        links = links_of(wishes, lock)
        before = lock
        lock, named = build(lock, articles, natures, links, regroup=regroup)
        yield before, lock, named, links, articles


@settings(deadline=None, derandomize=True)
@given(DAYS, NATURES)
def test_building_twice_changes_nothing(days, natures):
    for _, lock, named, links, articles in play(days, natures, leaving=False):
        assert build(lock, articles, natures, links) == (lock, named)


@settings(deadline=None, derandomize=True)
@given(DAYS, NATURES)
def test_no_address_is_lost_or_renamed(days, natures):
    for before, lock, named, _, _ in play(days, natures):
        assert before.stories.items() <= lock.stories.items()
        assert len({n.id for n in named}) == len(named)
        leads = {slug for n in named for slug in (n.slug, *n.former)}
        here = {article for n in named for article in n.cluster.article_ids}
        for story, slug in lock.stories.items():
            ours = {a for a, s in lock.articles.items() if s == lock.merged.get(story, story)}
            assert slug in leads or not ours & here
        assert not set(lock.merged) & (set(lock.merged.values()) | {n.id for n in named})
        assert all(lock.homes[a] != lock.articles[a] for a in lock.homes)


@settings(deadline=None, derandomize=True)
@given(DAYS, NATURES)
def test_it_can_be_written_and_read_back(tmp_path_factory, days, natures):
    *_, (_, lock, _, _, _) = play(days, natures)
    folder = tmp_path_factory.mktemp("lock")
    (folder / "stories.lock").write_text(render_lock(lock), encoding="utf-8")
    assert read_lock(folder / "stories.lock", root=folder) == (lock, ())


@settings(deadline=None, derandomize=True)
@given(NATURES, st.frozensets(st.sampled_from(ARTICLES), min_size=2), WISHES, WISHES)
def test_taking_the_wishes_back_takes_their_effect_back(natures, articles, first, second):
    """Articles and addresses are where they were, whatever an editor wrote meanwhile, in two steps."""
    old, named = build(Lock(), articles, natures, Links())
    lock, _ = build(old, articles, natures, links_of(first, old))
    lock, _ = build(lock, articles, natures, links_of([*first, *second], lock))
    lock, again = build(lock, articles, natures, Links())
    assert [(n.slug, n.cluster.article_ids) for n in again] == [(n.slug, n.cluster.article_ids) for n in named]
    assert lock.articles == old.articles
    assert (lock.homes, lock.parted) == ({}, {})


@settings(deadline=None, derandomize=True)
@given(NATURES, st.frozensets(st.sampled_from(ARTICLES)), st.frozensets(st.sampled_from(ARTICLES)))
def test_without_wishes_nothing_published_moves(natures, first, second):
    old, _ = build(Lock(), first, natures, Links())
    changed = {article: 2 - nature for article, nature in natures.items()}  # every text was rewritten
    lock, _ = build(old, first | second, changed, Links())
    assert old.articles.items() <= lock.articles.items()
    assert not lock.merged
    build(lock, first | second, changed, Links(), regroup=True)
