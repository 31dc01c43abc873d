"""Read a saved web page: unpack, decode and parse it, take the article out, and see what the page states about it."""

from digest.ingest.pages.page import read_page

__all__ = ["read_page"]
