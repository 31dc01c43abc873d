"""Read archives of the web (WARC, and the older ARC): the pages in them, one at a time."""

from digest.ingest.archives.pages import pages_of

__all__ = ["pages_of"]
