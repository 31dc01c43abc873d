"""What a row of a table states about its article."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from digest.config.values import is_web_address
from digest.ingest.decode import tidy
from digest.ingest.keys import hashed
from digest.ingest.links import host_of
from digest.ingest.pages.address import without_trackers
from digest.language.days import moment_of
from digest.model import Known, Origin, Stated

LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9-]{1,20})?")
LONGEST = {"title": 500, "publisher": 200, "author": 500}  # characters
EMPTY = frozenset({"", "-", "--", "n/a", "na", "nan", "none", "null", "nil", "unknown"})  # what programs write there
ORIGIN = Origin.FRONT_MATTER


def facts_of(cells: Mapping[str, str]) -> tuple[Stated, list[str]]:
    """The facts in a row's cells, and what is wrong with those that are left out."""
    wrong: list[str] = []
    bare = {kind: _short(kind, one_line(cells.get(kind, "")), wrong) for kind in LONGEST}
    url = _address(one_line(cells.get("url", "")), wrong)
    day, moment = _date(one_line(cells.get("published", "")), wrong)
    if is_web_address(bare["publisher"]):
        bare["publisher"] = host_of(bare["publisher"])
    language = LANGUAGE.fullmatch(one_line(cells.get("language", "")))
    known = {kind: Known(value=text, origin=ORIGIN) for kind, text in bare.items() if text}
    stated = Stated(
        title=known.get("title"),
        publisher=known.get("publisher"),
        author=known.get("author"),
        url=Known(value=url, origin=ORIGIN) if url else None,
        published=Known(value=day, origin=ORIGIN) if day else None,
        published_time=Known(value=moment, origin=ORIGIN) if moment else None,
        language=Known(value=language[1].lower(), origin=ORIGIN) if language else None,
    )
    return stated, wrong


def key_of(stated: Stated, cells: Sequence[str]) -> str:
    """What stays the same when rows are added: the address, else the hash of the whole row."""
    return stated.url.value if stated.url else hashed(*cells)


def one_line(cell: str) -> str:
    """A cell as one line; "" where it is empty or says that nothing is known."""
    text = " ".join(tidy(cell).split())
    return "" if text.lower() in EMPTY else text


def _short(kind: str, text: str, wrong: list[str]) -> str:
    if len(text) <= LONGEST[kind]:
        return text
    wrong.append(f"the {kind} has {len(text):,} characters; at most {LONGEST[kind]} are allowed; left out")
    return ""


def _address(text: str, wrong: list[str]) -> str:
    if not text or is_web_address(text):
        return without_trackers(text) if text else ""
    wrong.append(f"'{text[:60]}' is no address that begins with https:// or http://; left out")
    return ""


def _date(text: str, wrong: list[str]) -> tuple[dt.date | None, dt.datetime | None]:
    moment = moment_of(text)
    if text and not moment:
        wrong.append(f"'{text[:60]}' is no certain date (write it as 2026-03-04); left out")
    return moment or (None, None)
