"""Saved web pages: the article is taken out of the page, and the facts out of its data."""

from __future__ import annotations

from digest.ingest.pages import read_page

EXTENSIONS = (".html", ".htm", ".xhtml", ".mhtml", ".mht")
LARGEST = 20_000_000  # bytes: a saved page may hold its pictures
IF_LARGER = "save the page as HTML only, without its pictures"

read_bytes = read_page
