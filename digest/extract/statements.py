"""Find indirect speech that names its source."""

from __future__ import annotations

from digest.extract.entities import Entities
from digest.model import Article, Statement


def find_statements(article: Article, entities: Entities) -> tuple[Statement, ...]:
    """Return every statement of the body in the order of the text."""
    return ()
