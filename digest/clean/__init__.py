"""Take the article out of the page's furniture, and freeze its text."""

from digest.clean.article import CLEANERS, PAGE_CLEANERS, clean_article
from digest.clean.learn import learn_habits
from digest.clean.lines import plain_article
from digest.clean.publisher import find_publisher
from digest.clean.report import report_cleaning

__all__ = [
    "CLEANERS",
    "PAGE_CLEANERS",
    "clean_article",
    "find_publisher",
    "learn_habits",
    "plain_article",
    "report_cleaning",
]
