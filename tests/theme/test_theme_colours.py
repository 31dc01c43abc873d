"""Everything that is read on the site has the contrast that WCAG 2 asks for (level AA), in light and in dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CSS = (Path(__file__).parents[2] / "site_templates/theme/css/digest.css").read_text(encoding="utf-8")
TEXT = 4.5
SHAPES = 3.0  # borders of fields, focus outlines

# Ink on paper, as the style sheet puts them together.
PAIRS = [
    ("ink", "paper", TEXT),
    ("ink", "tint", TEXT),
    ("ink", "mark", TEXT),
    ("quiet", "paper", TEXT),
    ("quiet", "tint", TEXT),
    ("accent", "paper", TEXT),
    ("accent", "tint", TEXT),
    ("accent", "mark", TEXT),
    ("paper", "ink", TEXT),
    ("quiet", "paper", SHAPES),
]


def colours(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", css))


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "paper", "least"), PAIRS)
def test_contrast(scheme: str, ink: str, paper: str, least: float) -> None:
    light, dark = CSS.split("@media (prefers-color-scheme: dark)", 1)
    found = colours(light) if scheme == "light" else colours(dark)
    assert contrast(found[ink], found[paper]) >= least


def test_both_schemes_name_the_same_colours() -> None:
    light, dark = CSS.split("@media (prefers-color-scheme: dark)", 1)
    assert set(colours(light)) == set(colours(dark))


def test_nothing_is_fetched_from_elsewhere() -> None:
    theme = Path(__file__).parents[2] / "site_templates/theme"
    for file in sorted(theme.rglob("*")):
        if file.suffix in (".css", ".js"):
            assert not re.search(r"https?:|@import|url\(|@font-face", file.read_text(encoding="utf-8")), file
