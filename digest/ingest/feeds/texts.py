"""Titles, names and bodies as feeds write them: some are HTML, some are plain text, and few say which."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from digest.ingest.decode import tidy
from digest.ingest.feeds.markup import characters
from digest.ingest.pages.fragment import has_markup
from digest.language import subject

# What may stand in a title as markup: "<b>", "</em>", '<a href="x">'. "a <b and c> d" is no title that was ever seen.
INLINE = re.compile(
    r"</?(?:a|abbr|b|cite|code|del|em|font|i|img|ins|mark|q|s|small|span|strong|sub|sup|u|wbr)(?:\s[^<>]{0,500})?/?>",
    re.IGNORECASE,
)
BREAK = re.compile(r"</?(?:br|div|h[1-6]|hr|p)(?:\s[^<>]{0,500})?/?>", re.IGNORECASE)
ESCAPED = re.compile(r"</[a-z]|<(?:br|hr|img|p)\b", re.IGNORECASE)  # in what claims to be plain text: it is HTML
BLANK_LINES = re.compile(r"\n[^\S\n]*\n")
NO_LETTER = re.compile(r"[\W_]+")
TAG = re.compile(r"<[^<>]{0,2000}>")
MAIL = re.compile(r"\s*<?\(?\b[\w.+-]{1,64}@[\w.-]{1,255}\b\)?>?\s*")  # "a@b.example"
IN_BRACKETS = re.compile(r"\(([^()]{1,200})\)")  # "a@b.example (Ada Lindqvist)"
LONGEST_TITLE, LONGEST_NAME, LONGEST_AUTHOR = 500, 120, 300  # characters
LOOKED_AT = 20_000  # characters: of two bodies that are longer, neither is the shorter one
MOST_AUTHORS = 12
PLAIN = frozenset({"text", "text/plain"})
MARKED = frozenset({"html", "xhtml", "text/html", "application/xhtml+xml", ""})


def title_of(text: str, *, kind: str) -> str:
    """A title as one line of plain text; "" where it is too long to be one. `kind` is what its markup is said to be.

    "&lt;b&gt;Rain&lt;/b&gt; &amp;amp; wind", once decoded, is "<b>Rain</b> &amp; wind", and means "Rain & wind".
    """
    text = text[: 8 * LONGEST_TITLE]
    if kind not in PLAIN:
        text = characters(INLINE.sub("", BREAK.sub(" ", text)))
    text = " ".join(tidy(text).split())
    return text if len(text) <= LONGEST_TITLE else ""


def body_of(text: str, *, kind: str, is_atom: bool) -> str:
    """A body as HTML; "" where it is neither text nor HTML. Atom means plain text where it does not say more."""
    kind = kind.strip().lower().partition(";")[0]
    if kind not in PLAIN and kind not in MARKED:
        return ""
    if kind in PLAIN or (is_atom and not kind and not ESCAPED.search(text)):
        return paragraphs(text)
    return text if has_markup(text) else paragraphs(characters(text), folded=True)


def paragraphs(text: str, *, folded: bool = False) -> str:
    """Plain text as HTML. Paragraphs stand apart by a blank line, or, where there is none, are lines.

    In `folded` text, as in HTML, a single line end means nothing.
    """
    apart = folded or BLANK_LINES.search(text.strip())
    found = (BLANK_LINES.split(text) if apart else text.split("\n")) if text else []
    return "".join(f"<p>{html.escape(line, quote=False)}</p>" for line in found if line.strip())


def letters_in(markup: str) -> str:
    """The letters and digits in the first part of a piece of HTML, to see how much it says."""
    return NO_LETTER.sub("", characters(TAG.sub(" ", markup[:LOOKED_AT]))).lower()


def authors_of(names: Iterable[str]) -> str:
    """Names of authors, joined, without addresses, logins and doubles; "" where none is left.

    ["ada@x.example (Ada Lindqvist)", "By Tom Marsh", "admin"] → "Ada Lindqvist, Tom Marsh"
    """
    known: dict[str, str] = {}
    for name in names:
        bare = _without_by(title_of(_without_mail(name[: 4 * LONGEST_AUTHOR]), kind="html"))
        if (
            bare
            and bare.lower() not in subject("mul", "feeds")["nobody"]
            and len(bare) <= LONGEST_NAME
            and "//" not in bare
            and "@" not in bare
        ):
            known.setdefault(bare.lower(), bare)
    joined = ", ".join(list(known.values())[:MOST_AUTHORS])
    return joined if len(joined) <= LONGEST_AUTHOR else ""


def _without_by(name: str) -> str:
    """ "By Tom Marsh" → "Tom Marsh"."""
    starts = (f"{phrase} " for phrase in subject("mul", "feeds")["bylines"])
    return next((name[len(start) :].strip() for start in starts if name.lower().startswith(start)), name)


def _without_mail(name: str) -> str:
    """ "ada@x.example (Ada Lindqvist)" → "Ada Lindqvist"; "Ada Lindqvist <ada@x.example>" → "Ada Lindqvist"."""
    if "@" not in name:
        return name
    inside = IN_BRACKETS.search(name)
    return inside[1] if inside and "@" not in inside[1] else MAIL.sub(" ", name)
