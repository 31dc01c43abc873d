"""Run page templates, and show a mistake in one with its file and line."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from digest.diagnostics import Diagnostic, DigestError, Location, error
from digest.render.environment import PageEnvironment

SUFFIX = ".md.j2"


def check_templates(env: PageEnvironment) -> None:
    """Read every template once. Raises DigestError with all that cannot be read."""
    problems = tuple(_unreadable(env))
    if problems:
        raise DigestError(problems)


def render_template(env: PageEnvironment, name: str, values: Mapping[str, Any]) -> str:
    """Run a template. Raises DigestError with the template's path and line where it is wrong."""
    try:
        text = env.get_template(name).render(values)
    except TemplateNotFound as problem:
        raise DigestError([_missing(env, problem)]) from problem
    except TemplateSyntaxError as problem:
        raise DigestError([_syntax(problem, name)]) from problem
    except DigestError:
        raise
    except Exception as problem:  # a template may fail in any way: the user is told where
        file, line = _where(problem, env)
        place = Location(path=_path(file or name), line=line)
        ours = isinstance(problem, (UndefinedError, SecurityError))  # these say enough
        message = str(problem) if ours else f"{type(problem).__name__}: {problem}"
        raise DigestError([_wrong(message, place, file)]) from problem
    return tidy(text)


def tidy(text: str) -> str:
    """Drop what the templates' own layout leaves: spaces at line ends, and more than one blank line in a row."""
    lines: list[str] = []
    for line in text.split("\n"):
        stripped = line.rstrip()
        if stripped or (lines and lines[-1]):
            lines.append(stripped)
    return "\n".join(lines).rstrip("\n") + "\n"


def _unreadable(env: PageEnvironment) -> Iterator[Diagnostic]:
    for name in sorted(env.list_templates(filter_func=lambda name: name.endswith(SUFFIX))):
        try:
            env.get_template(name)
        except TemplateSyntaxError as problem:
            yield _syntax(problem, name)
        except UnicodeDecodeError:
            yield error("template", "this template is not UTF-8", location=Location(path=_path(name)))


def _syntax(problem: TemplateSyntaxError, name: str) -> Diagnostic:
    place = Location(path=_path(problem.filename or name), line=problem.lineno)
    return _wrong(problem.message or "the template cannot be read", place, problem.filename)


def _missing(env: PageEnvironment, problem: TemplateNotFound) -> Diagnostic:
    file, line = _where(problem, env)
    shown = ", ".join(Path(folder).name for folder in _folders(env)) or "no folder"
    return _wrong(
        f"there is no template {problem.name!r} in {shown}",
        Location(path=_path(file), line=line) if file else None,
        file,
        hint="`digest init` in an empty folder shows all the templates that there are",
    )


def _wrong(
    message: str,
    place: Location | None,
    file: str | None,
    *,
    hint: str = "site_templates/README.md says what it may use; delete it if you never changed it: ours is used then",
) -> Diagnostic:
    source = ""
    if file and place and place.line:
        try:
            source = Path(file).read_text(encoding="utf-8").split("\n")[place.line - 1].rstrip()
        except (OSError, UnicodeError, IndexError):
            source = ""
    return error("template", message, location=place, source=source, hint=hint)


def _where(problem: BaseException, env: PageEnvironment) -> tuple[str | None, int]:
    """The innermost template and line that an error passed through; Jinja puts them into the traceback."""
    for frame in reversed(traceback.extract_tb(problem.__traceback__)):
        if any(Path(frame.filename).is_relative_to(folder) for folder in _folders(env)):
            return frame.filename, frame.lineno or 0
    return None, 0


def _folders(env: PageEnvironment) -> list[str]:
    return list(env.loader.searchpath) if isinstance(env.loader, FileSystemLoader) else []


def _path(file: str) -> str:
    """A template's path as its owner knows it: from its folder on, such as `site_templates/story.md.j2`."""
    parts = Path(file).parts
    start = next((i for i, part in enumerate(parts) if part in ("site_templates", "_site_templates")), None)
    return "/".join(parts[start:]) if start is not None else Path(file).name
