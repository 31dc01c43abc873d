"""Take the article out of the page's furniture, and freeze its text."""

from digest.clean.article import CLEANERS, clean_article
from digest.clean.lines import plain_article

__all__ = ["CLEANERS", "clean_article", "plain_article"]
