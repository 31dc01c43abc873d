"""Summarize a story in sentences taken word for word from its articles, and choose its headline."""

from digest.summarize.headline import choose_headline
from digest.summarize.summary import summarize

__all__ = ["choose_headline", "summarize"]
