"""Apply the editors' decisions over what was found."""

from digest.edit.apply import apply_edits, unused_files
from digest.edit.facts import article_facts, unknown_articles, with_facts
from digest.edit.links import cannot_link, must_link
from digest.edit.overrules import unmatched_overrules, with_stated

__all__ = [
    "apply_edits",
    "article_facts",
    "cannot_link",
    "must_link",
    "unknown_articles",
    "unmatched_overrules",
    "unused_files",
    "with_facts",
    "with_stated",
]
