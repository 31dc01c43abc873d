"""Word a merge, a split or a move in the editors' files, and take out the lines that say the contrary.

Each function changes the desk's files and returns what will happen, in sentences.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from digest.arrange.desk import Desk
from digest.arrange.names import UnknownNameError, article_named, story_named
from digest.store.names import FREE


def merge(desk: Desk, into: str, others: Sequence[str]) -> list[str]:
    """Let a story take others in. Raises UnknownNameError for a name that fits none."""
    taker = story_named(desk, into)
    said = []
    for name in others:
        story = story_named(desk, name)
        if story == taker or desk.lock.merged.get(story) == taker:
            raise UnknownNameError(f"{name!r} is a part of {_slug(desk, taker)!r} already")
        if desk.lock.merged.get(taker) == story:
            raise UnknownNameError(f"{into!r} is a part of {_slug(desk, story)!r}; name that one first")
        back = _bring_back(desk, taker, story)
        whole = desk.lock.parted.get(story) == taker and back and not _kept_out(desk, taker, story, but=back)
        if not whole:
            desk.add(desk.path_of(taker), "merge", _slug(desk, story))
        said.append(f"{_page(desk, story)} will lead to {_page(desk, taker)}, which keeps its address.")
    return said


def split(desk: Desk, of: str, names: Sequence[str]) -> list[str]:
    """Let articles leave a story and form one of their own. Raises UnknownNameError for a name that fits none."""
    story = story_named(desk, of)
    articles = list(dict.fromkeys(article_named(desk, name) for name in names))
    members = _members(desk, story)
    for article in articles:
        if article not in members:
            where = desk.lock.articles.get(article)
            place = f"it is in {_slug(desk, where)!r}" if where else "it is in no story yet; run `digest build` first"
            raise UnknownNameError(f"{article!r} is not in {_slug(desk, story)!r}: {place}")
    if members <= set(articles):
        raise UnknownNameError(f"these are all the articles of {_slug(desk, story)!r}; name those that are to leave it")
    if taken := _taken_in(desk, story, articles):
        path, slug = taken
        desk.remove(path, "merge", slug)
        return [f"/stories/{slug}/ will be a story of its own again.", f"{_page(desk, story)} keeps its address."]
    for article in articles:
        _forget(desk, article, story, among=articles)
        homes = {story, desk.lock.homes.get(article, story)} - {FREE}
        for home in sorted(homes):
            desk.add(desk.path_of(home), "exclude", article)
    if len(articles) > 1:
        desk.add(desk.path_of(story), "together", tuple(articles))
    what = "they form a new story with an address of its own" if len(articles) > 1 else "it forms a new story"
    return [f"{', '.join(articles)} will leave {_page(desk, story)}, which keeps its address; {what}."]


def move(desk: Desk, name: str, to: str) -> list[str]:
    """Let an article go into another story. Raises UnknownNameError for a name that fits none."""
    article, story = article_named(desk, name), story_named(desk, to)
    now = desk.lock.articles.get(article)
    if now == story:
        raise UnknownNameError(f"{article!r} is in {_slug(desk, story)!r} already")
    before = dict(desk.texts)
    _forget(desk, article, story, among=[article, *_members(desk, story)])
    home = desk.lock.homes.get(article, now)
    goes_home = story in (home, desk.lock.parted.get(home or ""))
    if not (goes_home and desk.texts != before):
        desk.add(desk.path_of(story), "include", article)
    if now is None:
        return [f"{article} will be in {_page(desk, story)}."]
    said = [f"{article} will leave {_page(desk, now)} for {_page(desk, story)}; both keep their addresses."]
    if _members(desk, now) <= {article}:
        said = [f"{article} will leave {_page(desk, now)} for {_page(desk, story)}."]
        said.append(f"{_page(desk, now)} has no other article, so it will lead to {_page(desk, story)}.")
    return said


def _forget(desk: Desk, article: str, story: str, *, among: Collection[str]) -> None:
    """Take out what would hold an article where it is: `story` is where it goes to, or what it leaves."""
    leaves = desk.lock.articles.get(article) == story
    for file in desk.files:
        of_story = desk.lock.by_name().get(file.slug)
        if article in _values(file.include) and (of_story != story or leaves):
            desk.remove(file.path, "include", article)
        if article in _values(file.exclude) and of_story == story and not leaves:
            desk.remove(file.path, "exclude", article)
        for key, groups in (("together", file.together), ("apart", () if leaves else file.apart)):
            for group in groups:
                others = set(_values(group)) - {article}
                holds = others & set(among) if key == "apart" else others - set(among)
                if article in _values(group) and holds:
                    desk.remove(file.path, key, article)
                    if len(groups) == 1 and len(others) == 1:  # one article alone says nothing
                        desk.remove(file.path, key, *others)


def _bring_back(desk: Desk, taker: str, story: str) -> set[str]:
    """Take out the lines that keep the articles of two stories out of each other; return whom they were about."""
    found = set()
    for one, other in ((taker, story), (story, taker)):
        members = _members(desk, other)
        for file in desk.files_of(one):
            kept_out = [article for article in _values(file.exclude) if article in members]
            for article in kept_out:
                desk.remove(file.path, "exclude", article)
            found |= set(kept_out)
            for group in file.together:
                if set(_values(group)) <= found:
                    for article in _values(group):
                        desk.remove(file.path, "together", article)
            if other == taker and _slug(desk, other) in _values(file.merge):
                desk.remove(file.path, "merge", _slug(desk, other))
    return found


def _kept_out(desk: Desk, story: str, other: str, *, but: Collection[str]) -> bool:
    members = _members(desk, other)
    return any(a in members and a not in but for file in desk.files_of(story) for a in _values(file.exclude))


def _taken_in(desk: Desk, story: str, articles: Collection[str]) -> tuple[str, str] | None:
    """The file and line that took in a story of exactly these articles."""
    names = desk.lock.by_name()
    for file in desk.files_of(story):
        for slug in _values(file.merge):
            home = names.get(slug)
            if home and {a for a in _members(desk, story) if desk.lock.homes.get(a) == home} == set(articles):
                return file.path, slug
    return None


def _members(desk: Desk, story: str) -> set[str]:
    here = {raw.id for raw in desk.raws}
    return {article for article, now in desk.lock.articles.items() if now == story and article in here}


def _values(settings: Sequence[object]) -> list[str]:
    return [getattr(setting, "value", "") for setting in settings]


def _slug(desk: Desk, story: str) -> str:
    return desk.lock.stories[story]


def _page(desk: Desk, story: str) -> str:
    return f"/stories/{_slug(desk, story)}/"
