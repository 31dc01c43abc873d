"""Read articles that are objects in JSON: plain ones, linked data (schema.org), and IPTC ninjs."""

from digest.ingest.objects.document import contents_of, problem_at_end
from digest.ingest.objects.lines import line_by_line

__all__ = ["contents_of", "line_by_line", "problem_at_end"]
