"""Turn stories into Markdown pages."""

from digest.render.citations import SAYS_THE_SAME
from digest.render.escape import escape, visible_text
from digest.render.pages import render_pages

__all__ = ["SAYS_THE_SAME", "escape", "render_pages", "visible_text"]
