"""Read the passages of `tests/gold/`, labelled by hand, and where in a passage each label stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import yaml

NEWS, PRONOUNS = "news", "pronouns.yml"


class Place(NamedTuple):
    """Where a label stands in its passage, half-open."""

    start: int
    end: int

    def overlap(self, other: Place) -> int:
        """How many characters both have in common."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One thing that a reader finds in a passage; docs/method/findings.md explains the fields.

    `names` are all the ways to name the speaker or the person; none if nobody can be known.
    """

    text: str
    place: Place
    kind: str = ""
    names: tuple[str, ...] = ()
    via: str | None = None
    optional: bool = False
    value: tuple[Decimal, Decimal | None] | None = None
    units: tuple[str, ...] = ()
    qualifier: str | None = None
    measure: str | None = None
    key: str = "yes"
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A passage with its labels. Those with odd numbers are held: never used to change the package."""

    number: int
    text: str
    about: str = ""
    quotes: tuple[Label, ...] = ()
    statements: tuple[Label, ...] = ()
    figures: tuple[Label, ...] = ()
    traps: tuple[Label, ...] = ()
    people: tuple[Label, ...] = ()

    @property
    def held(self) -> bool:
        """Whether it is in the half that is only scored."""
        return self.number % 2 == 1


def read_news(folder: Path) -> list[Passage]:
    """Read the passages of news, in the order of their numbers."""
    records = [(path.stem, record) for path in sorted((folder / NEWS).glob("*.yml")) for record in _load(path)]
    return sorted((_passage(record, about) for about, record in records), key=lambda passage: passage.number)


def read_pronouns(folder: Path) -> list[Passage]:
    """Read the passages with one quotation each, whose speaker is a pronoun or a description."""
    return [
        _passage({**record, "quotes": [{**record, "text": record["quote"]}]}, record["about"])
        for record in _load(folder / PRONOUNS)
    ]


def _load(path: Path) -> list[dict[str, Any]]:
    return list(yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else ())


def _passage(record: dict[str, Any], about: str) -> Passage:
    text = record["text"]
    found = {
        key: tuple(_labels(record.get(key, ()), text)) for key in ("quotes", "statements", "figures", "traps", "people")
    }
    return Passage(number=record["number"], text=text, about=about, **found)


def _labels(rows: Sequence[Any], text: str) -> Iterator[Label]:
    """Place the labels. The longest choose first, so that the "two" beside "two cows" is the other one."""
    records = [row if isinstance(row, dict) else {"text": row} for row in rows]
    taken: list[Place] = []
    for record in sorted(records, key=lambda record: -len(_words(record))):
        place = _find(_words(record), text, taken)
        taken.append(place)
        yield _label(record, place)


def _words(record: dict[str, Any]) -> str:
    return str(record["text"] if "text" in record else record["name"])


def _label(record: dict[str, Any], place: Place) -> Label:
    name = record.get("speaker", record.get("name"))
    more = [*record.get("speakers", ()), *record.get("names", ())]
    value, end = record.get("value"), record.get("value_to")
    key = record.get("key", True)
    return Label(
        text=_words(record),
        place=place,
        kind=record.get("kind", ""),
        names=tuple(n for n in (name, *more) if n),
        via=record.get("via"),
        optional=record.get("optional", False),
        value=None if value is None else (Decimal(str(value)), None if end is None else Decimal(str(end))),
        units=tuple(u for u in (record.get("unit"), *record.get("units", ())) if u is not None),
        qualifier=record.get("qualifier"),
        measure=record.get("measure"),
        key=key if isinstance(key, str) else "yes" if key else "no",
        roles=tuple(record.get("roles", ())),
    )


def _find(words: str, text: str, taken: Sequence[Place]) -> Place:
    places = [Place(*m.span()) for m in re.finditer(rf"(?<!\w)(?<!\d[.,]){re.escape(words)}(?![.,]?\d)(?!\w)", text)]
    if not places:
        raise ValueError(f"{words!r} does not stand in the passage {text[:60]!r}")
    return next((place for place in places if not any(place.overlap(other) for other in taken)), places[0])
