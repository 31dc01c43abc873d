"""Warn where YAML reads something else than a writer means, and says nothing.

| written                      | read as                        |
|------------------------------|--------------------------------|
| `title: Strike #2 begins`    | "Strike"; the rest is a remark |
| `[over 2,000 deaths]`        | "over 2" and "000 deaths"      |
| `[“yes, we will”]`           | "“yes" and "we will”"          |
"""

from __future__ import annotations

import re

from digest.config.nodes import Report
from digest.diagnostics import Level, Location

HASHTAG = re.compile(r"[ \t]+#[^\s#]")  # " #2"
THOUSAND = re.compile(r",[0-9]{3}(?![0-9])")  # ",000"
OPENING = {"“": "”", "„": "“”", "«": "»", "‘": "’", "‚": "‘’"}
HINT = 'put the whole text in straight quotation marks: "…"'


def warn_of_surprises(
    text: str, *, location: Location, end: tuple[int, int], in_brackets: bool, report: Report
) -> None:
    """Look at a text without quotation marks and at what follows its `end` (line and column, counted from 0)."""
    line = report.lines[end[0]] if end[0] < len(report.lines) else ""
    after = line[end[1] : end[1] + 10]
    message = ""
    if HASHTAG.match(after):
        message = "what stands behind # is a remark, and no part of the text"
    elif in_brackets and after.startswith(",") and THOUSAND.match(after) and text[-1:].isdigit():
        message = "in [ ] a comma parts two items, even inside a number"
    elif in_brackets and after.startswith(",") and text[:1] in OPENING and not set(OPENING[text[0]]) & set(text[1:]):
        message = "in [ ] a comma parts two items, even between quotation marks such as “ ”"
    if message:
        report.add("surprise", message, location, hint=HINT, level=Level.WARNING)
