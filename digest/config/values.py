"""The single values that may stand in a YAML file: texts, numbers, answers, days, addresses.

Every type reads a node into a value, reports what is wrong with it (and then gives None), and describes itself as JSON
Schema. Texts are taken as written: `no` is the text "no", `2022-04-19` those ten characters.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar
from urllib.parse import urlsplit

from digest.config.nodes import Broken, Items, Node, Pairs, Report, Scalar, describe
from digest.diagnostics import Location
from digest.language.clocks import time_of
from digest.model import Moment

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

YES = frozenset({"true", "yes", "on"})
NO = frozenset({"false", "no", "off"})
WHOLE = re.compile(r"[-+]?[0-9]{1,9}")
DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[Tt ].*)?")  # "2022-04-19", "2022-04-19T08:00:00+08:00"
LONGEST_DATE = 100  # characters
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting(Generic[T]):
    """A value together with the place where it was set."""

    value: T
    location: Location


class Type(Protocol[T_co]):
    """A kind of value. `what` completes the sentence "expected …"."""

    @property
    def what(self) -> str:
        """Such as "a list of texts"."""

    def read(self, node: Node, report: Report, *, name: str) -> T_co | None:
        """Check a node and give its value; None if it was refused, and then the report says why."""

    def json(self) -> dict[str, Any]:
        """Describe the type as JSON Schema."""


def refuse(node: Node, report: Report, *, name: str, what: str, hint: str = "") -> None:
    """Report that something of another type stands here; what was refused already is passed over."""
    if not isinstance(node, Broken):
        report.add("wrong-type", f"{name}: expected {what}, got {describe(node)}", node.location, hint=hint)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text, as written. White space is folded unless `lines` keeps its paragraphs. `limit` counts characters."""

    limit: int = 500
    lines: bool = False
    one_of: tuple[str, ...] = ()
    what: str = "a text"

    def read(self, node: Node, report: Report, *, name: str) -> Setting[str] | None:
        """Give the text, or report why it will not do."""
        if not isinstance(node, Scalar) or node.is_empty:
            hint = "a text that begins with [ or { needs quotation marks" if isinstance(node, (Items, Pairs)) else ""
            refuse(node, report, name=name, what=self.what, hint=hint)
            return None
        text = node.text.strip() if self.lines else " ".join(node.text.split())
        trouble, hint = "", ""
        if not text:
            trouble, hint = "the text is empty", "write one, or take the key out"
        elif len(text) > self.limit:
            trouble = f"the text has {len(text):,} characters; at most {self.limit:,} are allowed"
        elif CONTROL.search(text):
            trouble = "the text holds an invisible control character"
        elif self.one_of and text not in self.one_of:
            trouble = f"expected one of {', '.join(self.one_of)}, got '{text[:60]}'"
            hint = did_you_mean(text, self.one_of)
        if trouble:
            report.add("bad-value", f"{name}: {trouble}", node.location, hint=hint)
            return None
        return Setting(value=text, location=node.location)

    def json(self) -> dict[str, Any]:
        """Describe it as JSON Schema."""
        if self.one_of:
            return {"enum": list(self.one_of)}
        return {"type": "string", "minLength": 1, "maxLength": self.limit}


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A whole number."""

    least: int
    most: int

    @property
    def what(self) -> str:
        """A number with its bounds."""
        return f"a whole number from {self.least:,} to {self.most:,}"

    def read(self, node: Node, report: Report, *, name: str) -> Setting[int] | None:
        """Give the number, or report why it will not do."""
        if not isinstance(node, Scalar) or node.is_empty:
            refuse(node, report, name=name, what=self.what)
            return None
        if not (node.plain and WHOLE.fullmatch(node.text) and self.least <= int(node.text) <= self.most):
            report.add("bad-value", f"{name}: expected {self.what}, got '{node.text[:60]}'", node.location)
            return None
        return Setting(value=int(node.text), location=node.location)

    def json(self) -> dict[str, Any]:
        """Describe it as JSON Schema."""
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """Yes or no."""

    what: str = "yes or no"

    def read(self, node: Node, report: Report, *, name: str) -> Setting[bool] | None:
        """Give the answer, or report that it is none."""
        word = node.text.lower() if isinstance(node, Scalar) else ""
        if word not in YES | NO:
            refuse(node, report, name=name, what=self.what)
            return None
        return Setting(value=word in YES, location=node.location)

    def json(self) -> dict[str, Any]:
        """Describe it as JSON Schema."""
        return {"enum": [True, False, "yes", "no"]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A calendar day, as it is written. A time after it makes it a moment, if it has a zone; else it counts not."""

    what: str = "a date such as 2022-04-19"

    def read(self, node: Node, report: Report, *, name: str) -> Setting[Moment] | None:
        """Give the day and its moment, or report why it is none."""
        if not isinstance(node, Scalar) or node.is_empty:
            refuse(node, report, name=name, what=self.what)
            return None
        match = DAY.fullmatch(node.text.strip())
        try:
            if match:
                day = dt.date.fromisoformat(match[1])
                time = time_of(match[0], day, day_at=match.span(1)) if len(match[0]) <= LONGEST_DATE else None
                return Setting(value=Moment(day, time), location=node.location)
            hint = "write year-month-day, all in digits"
        except ValueError:
            hint = "there is no such day"
        report.add("bad-value", f"{name}: expected {self.what}, got '{node.text[:60]}'", node.location, hint=hint)
        return None

    def json(self) -> dict[str, Any]:
        """Describe it as JSON Schema."""
        return {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt ].*)?$"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """The address of a web page: http or https, and nothing else."""

    what: str = "an address that begins with https:// or http://"

    def read(self, node: Node, report: Report, *, name: str) -> Setting[str] | None:
        """Give the text, or report why it will not do."""
        if not isinstance(node, Scalar) or node.is_empty:
            refuse(node, report, name=name, what=self.what)
            return None
        url = node.text.strip()
        if not is_web_address(url):
            report.add("bad-value", f"{name}: expected {self.what}, got '{url[:60]}'", node.location)
            return None
        return Setting(value=url, location=node.location)

    def json(self) -> dict[str, Any]:
        """Describe it as JSON Schema."""
        return {"type": "string", "format": "uri", "pattern": "^https?://", "maxLength": 2000}


def is_web_address(url: str) -> bool:
    """Whether this is an http(s) address with a host, in printable characters without blanks."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return False
    printable = url.isprintable() and not any(ch.isspace() or ch in "<>\"'`\\^{|}" for ch in url)
    return printable and len(url) <= 2000 and parts.scheme in ("http", "https") and bool(host)


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """A hint with the known word that looks most like this one, or "" where none does."""
    near = difflib.get_close_matches(word.lower(), known, n=1, cutoff=0.6)
    return f"did you mean '{near[0]}'?" if near else ""
