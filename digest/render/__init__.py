"""Turn stories into Markdown pages."""

from digest.render.citations import COUNTED, GOES_ON, IN_MARKS, MACHINE, MAY_REPORT, REPORTS_TOO
from digest.render.cleaning_page import learned_from, outlet_facts
from digest.render.escape import escape, visible_text
from digest.render.feeds import Site
from digest.render.pages import render_pages

__all__ = [
    "COUNTED",
    "GOES_ON",
    "IN_MARKS",
    "MACHINE",
    "MAY_REPORT",
    "REPORTS_TOO",
    "Site",
    "escape",
    "learned_from",
    "outlet_facts",
    "render_pages",
    "visible_text",
]
