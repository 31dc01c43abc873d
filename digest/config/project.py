"""Find the project that a command was started in, and where its parts lie."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from digest.diagnostics import DigestError, Location, error

NAMES = ("mkdocs.yml", "mkdocs.yaml")
MAX_BYTES = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """Where things are. All paths are absolute. What `mkdocs.yml` does not say of the site is ""."""

    root: Path
    seeds: Path
    stories: Path
    templates: Path
    docs: Path
    lock: Path
    history: Path
    site_name: str
    site_url: str = ""
    directory_urls: bool = True


def find_project(start: Path) -> Project:
    """Walk up from a folder or file to the folder that holds `mkdocs.yml`.

    Raises DigestError where there is none, or where its `docs_dir` leads out of the project.
    """
    start = start.absolute()
    for folder in (start, *start.parents):
        for name in NAMES:
            if (folder / name).is_file():
                return _project(folder, folder / name)
    raise DigestError(
        [
            error(
                "no-project",
                "no mkdocs.yml here, nor in any folder above",
                location=Location(path=start.as_posix()),
                hint="go to your project's folder, or make a new one: digest init my-digest",
            )
        ]
    )


def _project(root: Path, file: Path) -> Project:
    settings = top_level_texts(file)
    docs = root / settings.get("docs_dir", "docs")
    if not docs.resolve().is_relative_to(root.resolve()):
        raise DigestError(
            [
                error(
                    "outside",
                    f"docs_dir leads out of the project: {settings['docs_dir']}",
                    location=Location(path=file.name),
                    hint="digest writes pages there; name a folder inside the project",
                )
            ]
        )
    return Project(
        root=root,
        seeds=root / "seeds",
        stories=root / "stories",
        templates=root / "site_templates",
        docs=docs,
        lock=root / "stories.lock",
        history=root / "stories.history",
        site_name=settings.get("site_name", ""),
        site_url=settings.get("site_url", ""),
        directory_urls=settings.get("use_directory_urls", "true").lower() not in ("false", "no", "off"),
    )


def top_level_texts(file: Path) -> dict[str, str]:
    """The texts at the top level of a YAML file. Whatever MkDocs alone understands (tags, lists) is passed over.

    What is wrong with the file MkDocs says better: what stands before the mistake is returned.
    """
    found: dict[str, str] = {}
    key: str | None = None
    depth = 0
    try:
        with file.open("rb") as stream:
            text = stream.read(MAX_BYTES).decode("utf-8-sig", "replace")
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                key = None
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            elif depth == 1 and isinstance(event, yaml.ScalarEvent):
                if key is None:
                    key = event.value
                else:
                    found.setdefault(key, event.value)
                    key = None
            elif depth == 1 and isinstance(event, yaml.AliasEvent):
                key = None
    except (OSError, yaml.YAMLError):
        pass
    return found
