"""Find what editors corrected since the last build: title, speakers, and what they took off the page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator

from digest.model import Change, ChangeKind
from digest.store.history.essence import hash_of_words
from digest.store.history.past import Past, Said, SaidEdit, SaidFile, SaidQuote, SaidTitle


def edit_changes(past: Past, now: Collection[Said], *, here: Collection[str], today: dt.date) -> Iterator[Change]:
    """Each correction that the editors' files brought or took back; none where the files are the same.

    `here` are the ids of the story's articles: what an editor said of one that is gone is not told.
    """
    files = {entry for entry in now if isinstance(entry, SaidFile)}
    if files == {entry for entry in past.said if isinstance(entry, SaidFile)}:
        return
    edits = sorted(entry for entry in now if isinstance(entry, SaidEdit))
    yield from _title(past, now, edits, today)
    yield from _speakers(past, now, edits, here, today)
    yield from _left_out(past, edits, here, today)


def _title(past: Past, now: Collection[Said], edits: Collection[SaidEdit], today: dt.date) -> Iterator[Change]:
    title = max(entry.words for entry in now if isinstance(entry, SaidTitle))
    by_editor = any(entry.kind == "title" for entry in (*edits, *past.edits))
    if by_editor and title != past.title:
        yield Change(day=today, kind=ChangeKind.TITLE, words=title, before=past.title)


def _speakers(
    past: Past, now: Collection[Said], edits: Collection[SaidEdit], here: Collection[str], today: dt.date
) -> Iterator[Change]:
    """Speakers that are named otherwise. Of a quotation that the page did not show before, nothing is corrected."""
    speakers, before = _speakers_of(now), _speakers_of(past.quotes)
    keys = {
        (edit.article, hash_of_words(edit.about)): edit.about
        for edit in (*past.edits, *edits)
        if edit.kind == "speaker" and edit.article in here
    }
    for key, words in sorted(keys.items()):
        came, went = (
            speakers.get(key, set()) - before.get(key, set()),
            before.get(key, set()) - speakers.get(key, set()),
        )
        if came and key in before:
            yield Change(
                day=today,
                kind=ChangeKind.SPEAKER,
                article=key[0],
                about=words,
                words=min(came),
                before=min(went, default=""),
            )


def _speakers_of(entries: Collection[Said]) -> dict[tuple[str, str], set[str]]:
    """Who says each quotation, by its article and hash; two people may say the same word."""
    found: dict[tuple[str, str], set[str]] = {}
    for entry in entries:
        if isinstance(entry, SaidQuote):
            found.setdefault((entry.article, entry.words), set()).add(entry.speaker)
    return found


def _left_out(past: Past, edits: Collection[SaidEdit], here: Collection[str], today: dt.date) -> Iterator[Change]:
    """What was on the page and is not any more, or is again, because an editor says so."""
    figures = {(entry.article, entry.words) for entry in past.figures}
    quotes = {(entry.article, entry.words) for entry in past.quotes}
    hidden = {edit for edit in edits if edit.kind in ("figure", "quotation")}
    before = {edit for edit in past.edits if edit.kind in ("figure", "quotation")}
    for edit in sorted(hidden - before):
        was_there = (edit.article, edit.words) in figures or (edit.article, hash_of_words(edit.words)) in quotes
        if was_there and edit.article in here:
            yield _change(ChangeKind.HIDDEN, edit, today)
    for edit in sorted(before - hidden):
        if edit.article in here:
            yield _change(ChangeKind.SHOWN, edit, today)


def _change(kind: ChangeKind, edit: SaidEdit, today: dt.date) -> Change:
    return Change(day=today, kind=kind, article=edit.article, about=edit.about, words=edit.words)
