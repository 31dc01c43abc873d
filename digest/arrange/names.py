"""Find the story or the article that somebody names on the command line."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import PurePath

from digest.arrange.desk import Desk


class UnknownNameError(Exception):
    """There is no such story or article, or it cannot be meant; the message says what is near."""


def story_named(desk: Desk, name: str) -> str:
    """The id of a story by its address, a former one, its id, its file or its page."""
    names = desk.lock.by_name()
    plain = name.strip().rstrip("/").removesuffix("/index.html").rpartition("/")[2]
    for wanted in (plain, plain.removesuffix(".yml"), plain.removesuffix(".md"), plain.lower()):
        if wanted in names:
            return names[wanted]
    if not names:
        raise UnknownNameError(f"no story is called {name!r}: there are none yet; run `digest build` first")
    near = get_close_matches(plain, sorted(names), n=1, cutoff=0.3)
    raise UnknownNameError(f"no story is called {name!r}" + (f"; did you mean {near[0]!r}?" if near else ""))


def article_named(desk: Desk, name: str) -> str:
    """The id of an article by its id, the name of its file or its path."""
    known = {raw.id for raw in desk.raws} | set(desk.lock.articles)
    if name in known:
        return name
    path = name.removeprefix("./")
    found = sorted({raw.id for raw in desk.raws if path in (raw.path, PurePath(raw.path).name)})
    if len(found) == 1:
        return found[0]
    if found:
        shown = ", ".join(found[:5]) + (" …" if len(found) > 5 else "")
        raise UnknownNameError(f"{name!r} holds {len(found):,} articles; name one of them by its id: {shown}")
    choices = sorted(known | {PurePath(raw.path).name for raw in desk.raws})
    near = get_close_matches(name, choices, n=1, cutoff=0.3)
    raise UnknownNameError(f"no article is called {name!r}" + (f"; did you mean {near[0]!r}?" if near else ""))
