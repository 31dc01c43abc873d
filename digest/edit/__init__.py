"""Apply the editors' decisions over what was found."""

from digest.edit.apply import apply_edits, unused_files
from digest.edit.contradicted import contradicted_days
from digest.edit.facts import article_facts, unknown_articles, with_facts
from digest.edit.known_people import apply_known_people
from digest.edit.links import Linked, link
from digest.edit.overrules import unmatched_overrules, with_stated
from digest.edit.taken_in import corrections

__all__ = [
    "Linked",
    "apply_edits",
    "apply_known_people",
    "article_facts",
    "contradicted_days",
    "corrections",
    "link",
    "unknown_articles",
    "unmatched_overrules",
    "unused_files",
    "with_facts",
    "with_stated",
]
