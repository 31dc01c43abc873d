"""The world in which page templates run: every value that they print is escaped, and little else is at hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateSyntaxError, UndefinedError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context, Undefined
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from digest.render.escape import Markdown, escape, escape_inside, front_matter_value

# Filters that cannot turn foreign text into Markdown. Others of Jinja's, such as `safe`, do not exist here.
_HARMLESS = (
    "abs", "batch", "capitalize", "count", "default", "dictsort", "first", "groupby", "int", "items", "last", "length",
    "list", "lower", "map", "max", "min", "reject", "rejectattr", "reverse", "round", "select", "selectattr", "slice",
    "sort", "sum", "title", "trim", "truncate", "unique", "upper", "wordcount",
)  # fmt: skip


class NoConcatenation(Extension):
    """Refuse `a ~ b`, which would join text and Markdown without escaping the text."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Raise TemplateSyntaxError at the first tilde."""
        for token in stream:
            if token.type == "tilde":
                raise TemplateSyntaxError(
                    "'~' is not available: print the parts one after another",
                    token.lineno,
                    stream.name,
                    stream.filename,
                )
            yield token


class PageEnvironment(SandboxedEnvironment):
    """A sandbox in which adding text to Markdown escapes the text."""

    intercepted_binops = frozenset({"+", "%"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Add or format; where Markdown takes part, everything else is escaped."""
        if isinstance(left, Markup):
            left = Markdown(left)
        elif isinstance(right, Markup) and isinstance(left, str):
            left = escape_inside(left)
        return super().call_binop(context, operator, left, right)


def make_environment(templates: Sequence[Path]) -> PageEnvironment:
    """Make the environment in which the templates of some folders run; the first folder that has a template wins."""
    env = PageEnvironment(
        loader=FileSystemLoader([str(folder) for folder in templates]),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=[NoConcatenation],
    )
    env.filters = {name: env.filters[name] for name in _HARMLESS}
    env.filters |= {"join": _join, "front_matter": front_matter_value}
    return env


def _finalize(value: object) -> Markup:
    """Make any printed value Markdown; what has no sensible text is a mistake of the template."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, Undefined):
        str(value)  # raises UndefinedError with the missing name
    if value is None:
        raise UndefinedError("this value is not known (None); test it with {% if … %} first")
    if isinstance(value, (str, int, float, Decimal, dt.date)):
        return escape(str(value))
    raise UndefinedError(f"a {type(value).__name__} cannot be printed; print one of its fields")


def _join(values: Iterable[object], separator: str = "") -> Markdown:
    return escape_inside(separator).join(_finalize(value) for value in values)
