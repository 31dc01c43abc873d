"""Ask a language model for stories' summaries in other words: the only room that knows one, and nothing needs it."""

from digest.llm.client import Client, MissingLibraryError, NoReplyError
from digest.llm.rewriting import Outcome, Result, rewrite

__all__ = ["Client", "MissingLibraryError", "NoReplyError", "Outcome", "Result", "rewrite"]
