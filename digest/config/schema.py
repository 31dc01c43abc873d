"""What may stand in a YAML file, declared once: the same declaration checks files and writes their JSON Schema.

Here are the types that hold others; those that hold nothing else are in `values`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from digest.config.nodes import Items, Node, Pairs, Report, Scalar
from digest.config.values import CONTROL, Setting, Text, Type, did_you_mean, refuse
from digest.diagnostics import Level

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOf(Generic[T]):
    """A list of values of one type. `named` is their plural, as in "a list of texts"."""

    item: Type[T]
    named: str = "texts"
    limit: int = 500

    @property
    def what(self) -> str:
        """A list of such things."""
        return f"a list of {self.named}"

    def read(self, node: Node, report: Report, *, name: str) -> Setting[tuple[T, ...]] | None:
        """Give the items that are sound, and report the others."""
        if not isinstance(node, Items):
            hint = "begin each item in its own line with `- `" if isinstance(node, (Scalar, Pairs)) else ""
            refuse(node, report, name=name, what=self.what, hint=hint)
            return None
        if len(node.items) > self.limit:
            report.add("bad-value", f"{name}: more than {self.limit} items", node.location)
            return None
        values = [self.item.read(item, report, name=name) for item in node.items]
        return Setting(value=tuple(v for v in values if v is not None), location=node.location)

    def json(self) -> dict[str, Any]:
        """Describe it as JSON Schema."""
        return {"type": "array", "items": self.item.json(), "maxItems": self.limit}


@dataclass(frozen=True, slots=True, kw_only=True)
class TextOrTexts:
    """One text of the editor's own, or a list of texts."""

    text: Text
    texts: ListOf[Setting[str]]

    @property
    def what(self) -> str:
        """Both choices."""
        return f"{self.text.what} or {self.texts.what}"

    def read(self, node: Node, report: Report, *, name: str) -> Setting[str] | Setting[tuple[Setting[str], ...]] | None:
        """Give the one or the other, as the node is a list or not."""
        if isinstance(node, Items):
            return self.texts.read(node, report, name=name)
        if isinstance(node, Pairs):
            refuse(node, report, name=name, what=self.what)
            return None
        return self.text.read(node, report, name=name)

    def json(self) -> dict[str, Any]:
        """Describe it as JSON Schema."""
        return {"anyOf": [self.text.json(), self.texts.json()]}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListsOf(Generic[T]):
    """Several lists of one kind. A single list may stand there by itself."""

    each: ListOf[T]
    what: str = "a list of lists"

    def read(self, node: Node, report: Report, *, name: str) -> Setting[tuple[Setting[tuple[T, ...]], ...]] | None:
        """Give the lists, and report what is wrong in them."""
        if isinstance(node, Items) and any(isinstance(item, Items) for item in node.items):
            return ListOf(item=self.each).read(node, report, name=name)
        alone = self.each.read(node, report, name=name)
        return None if alone is None else Setting(value=(alone,) if alone.value else (), location=node.location)

    def json(self) -> dict[str, Any]:
        """Describe it as JSON Schema."""
        return {"anyOf": [self.each.json(), {"type": "array", "items": self.each.json()}]}


@dataclass(frozen=True, slots=True, kw_only=True)
class MapOf(Generic[T]):
    """Names that the editor chooses, each with a value of one type."""

    value: Type[T]
    named: str
    key_limit: int = 200

    @property
    def what(self) -> str:
        """Such as "a group of publishers"."""
        return f"a group of {self.named}"

    def read(self, node: Node, report: Report, *, name: str) -> dict[str, Setting[T]] | None:
        """Give the sound values by their names, and report the others."""
        if not isinstance(node, Pairs):
            refuse(node, report, name=name, what=self.what, hint="write `name:` with the details indented below it")
            return None
        found: dict[str, Setting[T]] = {}
        for key, node_of_value in node.pairs:
            if not key.text.strip() or len(key.text) > self.key_limit or CONTROL.search(key.text):
                report.add("bad-value", f"{name}: this is no usable name", key.location)
                continue
            value = self.value.read(node_of_value, report, name=f"{name}.{key.text}")
            if value is not None:
                found[key.text] = Setting(value=value, location=key.location)
        return found

    def json(self) -> dict[str, Any]:
        """Describe it as JSON Schema."""
        return {"type": "object", "additionalProperties": self.value.json()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A key that may stand in a group: what it holds, and what for. `also` are words that people try in its place."""

    type: Type[Any]
    about: str
    required: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group of known keys. Unknown ones are reported as `unknown` says.

    Where that is less than an error, keys that look like no known one are only noted: they are another program's.
    A key with nothing after it counts as left out.
    """

    keys: Mapping[str, Key]
    unknown: Level = Level.ERROR
    what: str = "a group of keys"

    def read(self, node: Node, report: Report, *, name: str) -> dict[str, Any] | None:
        """Give the sound values by their keys; None where a required one is missing."""
        if not isinstance(node, Pairs):
            refuse(node, report, name=name, what=self.what, hint=f"its keys are: {', '.join(self.keys)}")
            return None
        found: dict[str, Any] = {}
        given = set()
        for key, value in node.pairs:
            known = self.keys.get(key.text)
            if known is None:
                self._report_unknown(key, report)
                continue
            if isinstance(value, Scalar) and value.is_empty:
                continue
            given.add(key.text)
            read = known.type.read(value, report, name=key.text)
            if read is not None:
                found[key.text] = read
        missing = [key for key, known in self.keys.items() if known.required and key not in given]
        for absent in missing:
            report.add("missing-key", f"{name}: the key '{absent}' is missing", node.location)
        return None if any(known.required and word not in found for word, known in self.keys.items()) else found

    def _report_unknown(self, key: Scalar, report: Report) -> None:
        word = key.text[:60]
        meant = next((name for name, known in self.keys.items() if word.lower() in (name, *known.also)), None)
        hint = f"did you mean '{meant}'?" if meant else did_you_mean(word, list(self.keys))
        visible = "".join(ch for ch in word if ch.isprintable()).strip()
        if visible != word:
            word, hint = visible, "there is an invisible character or a no-break space beside it: type the line again"
        report.add(
            "unknown-key",
            f"unknown key '{word}'",
            key.location,
            hint=hint or f"known keys: {', '.join(self.keys)}",
            level=self.unknown if hint or self.unknown is Level.ERROR else Level.NOTE,
        )

    def json(self) -> dict[str, Any]:
        """Describe it as JSON Schema."""
        required = [key for key, known in self.keys.items() if known.required]
        return {
            "type": "object",
            "additionalProperties": self.unknown is not Level.ERROR,
            "properties": {key: {"description": known.about, **known.type.json()} for key, known in self.keys.items()},
            **({"required": required} if required else {}),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class AloneOrGroup:
    """A group of keys; or, where nothing else is to be said, the value of one of them alone.

    `- https://example.org/feed` for `- address: https://example.org/feed`.
    """

    key: str
    group: Group

    @property
    def what(self) -> str:
        """Both choices."""
        return f"{self.group.keys[self.key].type.what}, or {self.group.what}"

    def read(self, node: Node, report: Report, *, name: str) -> dict[str, Any] | None:
        """Give the values by their keys, in both cases."""
        if isinstance(node, Items) or (isinstance(node, Scalar) and node.is_empty):
            refuse(node, report, name=name, what=self.what)
            return None
        if isinstance(node, Scalar):
            alone = self.group.keys[self.key].type.read(node, report, name=self.key)
            return None if alone is None else {self.key: alone}
        return self.group.read(node, report, name=name)

    def json(self) -> dict[str, Any]:
        """Describe it as JSON Schema."""
        return {"anyOf": [self.group.keys[self.key].type.json(), self.group.json()]}
