"""Find the templates and the starter data, in an installed package as in a checkout."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent
CHECKOUT = HERE.parent


def templates_folder() -> Path:
    """The folder of the page templates and the theme that come with digest."""
    packed = HERE / "_site_templates"
    return packed if packed.is_dir() else CHECKOUT / "site_templates"


def publishers_file() -> Path:
    """The list of well-known outlets that a new project starts with."""
    packed = HERE / "_publishers.yml"
    return packed if packed.is_file() else CHECKOUT / "stories" / "publishers.yml"
