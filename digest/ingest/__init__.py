"""Read what was collected: a file below `seeds/` becomes a RawArticle."""

from digest.ingest.decode import raw_from_text
from digest.ingest.folder import Ingested, read_seeds

__all__ = ["Ingested", "raw_from_text", "read_seeds"]
