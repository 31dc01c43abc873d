"""What the editors know about people, in `stories/people.yml`: other names, roles, and who is who."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from digest.config.nodes import Node, Report, Scalar
from digest.config.schema import Group, Key, ListOf, MapOf, TextOrTexts
from digest.config.values import Setting, Text
from digest.config.yaml import read_yaml
from digest.diagnostics import Diagnostic, Location
from digest.language.slugs import name_key

NAME = Text(limit=200)
NAMES = TextOrTexts(text=NAME, texts=ListOf(item=NAME, named="names"))
LABELLED = re.compile(r"(?P<bare>[^()]*[^()\s])\s*\((?P<label>[^()]*[^()\s][^()]*)\)")  # "Ann Ito (senator)"
PARENTHESIS = re.compile(r"[()]")

DETAILS = Group(
    what="the keys also, role and where",
    keys={
        "also": Key(
            type=NAMES,
            about="Other names under which the articles have them: one, or a list.",
            also=("alias", "aliases", "names", "aka", "same"),
        ),
        "role": Key(
            type=NAME,
            about="What to call them, in place of what the articles call them.",
            also=("roles", "title", "titles", "job"),
        ),
        "where": Key(
            type=TextOrTexts(text=NAME, texts=ListOf(item=NAME, named="stories, articles, countries or roles")),
            about="Where the name means them: stories, ids of articles, a country, or words of a role; one, or a list.",
            also=("in", "only", "stories", "story", "articles", "article", "country"),
        ),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrNothing:
    """A group of keys of which none is needed: a name alone, with a colon after it, says something, too."""

    group: Group

    @property
    def what(self) -> str:
        """The group."""
        return self.group.what

    def read(self, node: Node, report: Report, *, name: str) -> dict[str, Any] | None:
        """Give the values by their keys; none where nothing stands."""
        if isinstance(node, Scalar) and node.is_empty:
            return {}
        return self.group.read(node, report, name=name)

    def json(self) -> dict[str, Any]:
        """Describe it as JSON Schema."""
        return {"anyOf": [self.group.json(), {"type": "null"}]}


PEOPLE = Group(
    what="the keys people and hide",
    keys={
        "people": Key(
            type=MapOf(value=OrNothing(group=DETAILS), named="people, each by the name to print"),
            about="People by the name that the pages print; two of one name with a word in parentheses after it.",
            also=("persons", "person", "aliases", "names"),
        ),
        "hide": Key(
            type=ListOf(item=NAME, named="names"),
            about="Names that are no person, left out of all stories.",
            also=("remove", "drop", "nobody", "not"),
        ),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPerson:
    """A person as the editors know them. `name` is printed; `label` tells them from others of the same `bare` name.

    "Ann Ito (senator)" has the bare name "Ann Ito" and the label "senator".
    """

    name: str
    bare: str
    label: str
    location: Location
    also: tuple[Setting[str], ...] = ()
    where: tuple[Setting[str], ...] = ()
    role: Setting[str] | None = None

    @property
    def signs(self) -> tuple[str, ...]:
        """What tells where the name means them: what the editor wrote, else the label itself. None: everywhere."""
        return tuple(sign.value for sign in self.where) or ((self.label,) if self.label else ())

    @property
    def keys(self) -> tuple[str, ...]:
        """The names by which the articles have them, as names are compared."""
        return tuple(dict.fromkeys(map(name_key, (self.bare, self.name, *(name.value for name in self.also)))))


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleFile:
    """What `stories/people.yml` says. `lines` are the file's lines, for warnings."""

    people: tuple[KnownPerson, ...] = ()
    hide: tuple[Setting[str], ...] = ()
    lines: tuple[str, ...] = field(default=(), repr=False)


def load_people(path: Path, *, root: Path) -> tuple[PeopleFile, tuple[Diagnostic, ...]]:
    """Read the people, in the order of the file. A missing or empty file knows nobody, and is no problem."""
    document = read_yaml(path, root=root)
    report = document.report
    values = PEOPLE.read(document.root, report, name="this file") if document.root is not None else None
    people: list[KnownPerson] = []
    seen: dict[str, str] = {}
    for key, setting in (values or {}).get("people", {}).items():
        person = _person(key, setting.value, setting.location, report)
        if person is None:
            continue
        if name_key(person.name) in seen:
            text = f"'{person.name}' is the same name as '{seen[name_key(person.name)]}'"
            hint = "keep one of the two; two people of one name: write a word in parentheses after each"
            report.add("duplicate-name", text, setting.location, hint=hint)
            continue
        seen[name_key(person.name)] = person.name
        people.append(person)
    _warn_of_shared_names(people, report)
    hide = values["hide"].value if values and "hide" in values else ()
    return PeopleFile(people=tuple(people), hide=hide, lines=tuple(report.lines)), report.finish()


def _person(key: str, details: Mapping[str, Any], place: Location, report: Report) -> KnownPerson | None:
    name = " ".join(key.split())
    labelled = LABELLED.fullmatch(name)
    if not name_key(name) or (PARENTHESIS.search(name) and labelled is None):
        hint = "one word or two in parentheses may stand behind a name: Ann Ito (senator)"
        report.add("bad-value", f"'{name[:60]}' is no name of a person", place, hint=hint)
        return None
    bare, label = (labelled["bare"], " ".join(labelled["label"].split())) if labelled else (name, "")
    return KnownPerson(
        name=f"{bare} ({label})" if label else name,
        bare=bare,
        label=label,
        location=place,
        also=_texts(details, "also"),
        where=_texts(details, "where"),
        role=details.get("role"),
    )


def _texts(values: Mapping[str, Any], key: str) -> tuple[Setting[str], ...]:
    """One text, or a list of them, as a list."""
    setting = values.get(key)
    if setting is None:
        return ()
    return (setting,) if isinstance(setting.value, str) else tuple(setting.value)


def _warn_of_shared_names(people: list[KnownPerson], report: Report) -> None:
    """Two people who have the same name everywhere cannot be told apart."""
    owners: dict[str, KnownPerson] = {}
    for person in people:
        for key in () if person.signs else person.keys:
            owner = owners.setdefault(key, person)
            if owner is not person:
                report.add(
                    "duplicate-name",
                    f"'{person.name}' and '{owner.name}' have a name in common, and nothing tells them apart",
                    person.location,
                    hint="say under `where` in which stories, articles, countries or roles it means whom",
                )
