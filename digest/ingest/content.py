"""What a format finds in a file: where the article begins or its text, and what is stated about it there."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

from digest.config.facts import Facts
from digest.diagnostics import Diagnostic
from digest.language.codes import is_language_name
from digest.model import BlockKind, Known, LineReason, Origin, Stated

NOTHING = Stated()


class Told(NamedTuple):
    """What is known of a file's bytes from outside of them: the address they came from, and their charset."""

    address: str = ""
    charset: str = ""


UNTOLD = Told()


class Content(NamedTuple):
    """The article begins at `body_start` of the file's text; `stated` is what the file itself states about it.

    A format that reads bytes gives the `text` that it took out of them (None where it found none, and then says why),
    its `encoding`, and what each line of it is.

    Of a file that holds many articles, `part` names this one for people ("entry 3 of the feed"), and `key` for the
    program: it stays the same when the file grows. `is_entry`: it came from a feed, whose page may be here as well.
    Of several with one key the newest counts: `fetched` is when it came from the network, `as_of` else how new it is.
    """

    body_start: int = 0
    stated: Stated = NOTHING
    diagnostics: tuple[Diagnostic, ...] = ()
    text: str | None = None
    encoding: str = ""
    kinds: tuple[BlockKind | LineReason, ...] | None = None
    part: str = ""
    key: str = ""
    is_entry: bool = False
    fetched: dt.datetime | None = None
    as_of: dt.datetime | None = None


def as_stated(facts: Facts | None, origin: Origin, *, language: str | None = None) -> Stated:
    """Facts from one place, each with that place."""

    def known(value: Any) -> Known[Any] | None:
        return None if value is None else Known(value=value, origin=origin)

    if facts is None:
        return Stated(language=known(language))
    return Stated(
        title=known(None if facts.title and is_language_name(facts.title) else facts.title),  # a menu's word
        url=known(facts.url),
        publisher=known(facts.publisher),
        published=known(facts.published),
        published_time=known(facts.published_time),
        author=known(facts.author),
        overrules=facts.overrules,
        language=known(language),
    )
