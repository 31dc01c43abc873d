"""Load and run the page templates: every value is escaped, and a mistake is shown with its file and line."""

from __future__ import annotations

import datetime as dt
import traceback
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context, Undefined
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from digest.diagnostics import Diagnostic, DigestError, Location, error
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


def render_template(env: PageEnvironment, name: str, values: Mapping[str, Any]) -> str:
    """Run a template. Raises DigestError with the template's path and line where it is wrong."""
    try:
        text = env.get_template(name).render(values)
    except TemplateNotFound as problem:
        raise DigestError([_missing(env, problem)]) from problem
    except TemplateSyntaxError as problem:
        place = Location(path=_path(problem.filename or name), line=problem.lineno)
        message = problem.message or "the template cannot be read"
        raise DigestError([_wrong(message, place, problem.filename)]) from problem
    except DigestError:
        raise
    except Exception as problem:  # a template may fail in any way: the user is told where
        file, line = _where(problem, env)
        place = Location(path=_path(file or name), line=line)
        raise DigestError([_wrong(f"{type(problem).__name__}: {problem}", place, file)]) from problem
    return tidy(text)


def tidy(text: str) -> str:
    """Drop what the templates' own layout leaves: spaces at line ends, and more than one blank line in a row."""
    lines: list[str] = []
    for line in text.split("\n"):
        stripped = line.rstrip()
        if stripped or (lines and lines[-1]):
            lines.append(stripped)
    return "\n".join(lines).rstrip("\n") + "\n"


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


def _missing(env: PageEnvironment, problem: TemplateNotFound) -> Diagnostic:
    loader = env.loader
    folders = loader.searchpath if isinstance(loader, FileSystemLoader) else []
    shown = ", ".join(Path(folder).name for folder in folders) or "no folder"
    return error(
        "missing-template",
        f"there is no template {problem.name!r} (looked in {shown})",
        hint="`digest init` in an empty folder shows the templates that come with digest",
    )


def _wrong(message: str, place: Location, file: str | None) -> Diagnostic:
    source = ""
    if file and place.line:
        try:
            source = Path(file).read_text(encoding="utf-8").split("\n")[place.line - 1].rstrip()
        except (OSError, UnicodeError, IndexError):
            source = ""
    return error("template", message, location=place, source=source, hint="templates are described in the manual")


def _where(problem: BaseException, env: PageEnvironment) -> tuple[str | None, int]:
    """The innermost template and line that an error passed through; Jinja puts them into the traceback."""
    loader = env.loader
    folders = loader.searchpath if isinstance(loader, FileSystemLoader) else []
    for frame in reversed(traceback.extract_tb(problem.__traceback__)):
        if any(Path(frame.filename).is_relative_to(folder) for folder in folders) and frame.filename.endswith(".j2"):
            return frame.filename, frame.lineno or 0
    return None, 0


def _path(file: str) -> str:
    """A template's path as its owner knows it: from its folder on, such as `site_templates/story.md.j2`."""
    parts = Path(file).parts
    start = next((i for i, part in enumerate(parts) if part in ("site_templates", "_site_templates")), None)
    return "/".join(parts[start:]) if start is not None else Path(file).name
