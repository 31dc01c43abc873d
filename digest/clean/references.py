"""Drop the lines that are no sentences: references to the literature, and what was decoded as text and is none."""

from __future__ import annotations

import re
from collections.abc import Mapping

from digest.clean.page import Mark, Page
from digest.model import LineReason

DOI = re.compile(r"\bdoi(?:\.org/|: ?)(?:https?://\S{0,20}/)?10\.\d{4,9}/\S{1,80}$", re.IGNORECASE)
# What a reference has beside it: "et al", "12(3)", "(2012)", "Doe J,", "et al. 2014."
VOLUME = re.compile(r"\bet al\b|\b\d{1,4} ?\(\d{1,4}\)|\((?:19|20)\d\d\)|\b[A-Z][\w'’-]+ [A-Z]{1,3}[.,]")
# Two authors of a reference at the beginning of a line: "Citation: Doe J, Roe AB, …", "Doe J., Roe A. B., …"
AUTHORS = re.compile(r"(?:[A-Z][\w ]{2,20}: )?(?:[^\W\d_a-z][\w'’-]{1,30} (?:[A-Z]{1,3}|[A-Z]\.(?: ?[A-Z]\.)?), ){2}")
CITED = re.compile(r"\bet al\b|\bdoi(?:\.org/|: ?)", re.IGNORECASE)
NEAR = 1_000  # characters of a line that may be a reference
LOST = "\ufffd"  # stands for bytes that are no text
FEWEST_LOST, LOST_SHARE = 5, 0.05  # of a line's characters


def references(page: Page) -> Mapping[int, Mark]:
    """Mark the references of the body, and lines of lost characters; not all of it.

    "Doe J, Roe A, et al. (2012) Moths of the coast. 10(11): e1001. doi:10.1234/abc.1001" → footer
    """
    body = page.unmarked()
    found = {i: reason for i in body if (reason := _no_sentence(page.lines[i].text)) is not None}
    return found if len(found) < len(body) else {}


def _no_sentence(text: str) -> LineReason | None:
    if LOST in text and text.count(LOST) >= max(FEWEST_LOST, LOST_SHARE * len(text)):
        return LineReason.SITE_NOTICE
    if "10." in text[-120:] and DOI.search(text[-120:].rstrip(" .)")) and VOLUME.search(text):
        return LineReason.FOOTER
    return LineReason.FOOTER if AUTHORS.match(text) and CITED.search(text[:NEAR]) else None
