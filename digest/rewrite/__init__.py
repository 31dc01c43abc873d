"""A story's summary in other words: what a model is sent, what is made of its answer, and what of it may stand."""

from digest.rewrite.answer import Answer, NoAnswerError, parse_answer, read_answer
from digest.rewrite.apply import rewrite_stories
from digest.rewrite.checks import objection
from digest.rewrite.request import Request, messages, request_for

__all__ = [
    "Answer",
    "NoAnswerError",
    "Request",
    "messages",
    "objection",
    "parse_answer",
    "read_answer",
    "request_for",
    "rewrite_stories",
]
