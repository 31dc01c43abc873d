"""Read what a model answered, which may be anything."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from digest.model import MachineSentence, Rewriting
from digest.rewrite.checks import objection
from digest.rewrite.request import Request

Answer = Mapping[str, Any]
MOST_CHARACTERS = 20_000  # of an answer that is read
MOST_SENTENCES = 8


class NoAnswerError(Exception):
    """There are no sentences; the message says what there is instead."""


def parse_answer(text: str) -> Answer:
    """The JSON in what a server sent, also where the model talks around it. Raises NoAnswerError if there is none."""
    text = text[:MOST_CHARACTERS]
    start = text.find("{")
    if start < 0:
        raise NoAnswerError("the answer is no JSON")
    try:
        found: Answer = json.JSONDecoder().raw_decode(text, start)[0]
    except (ValueError, RecursionError):
        raise NoAnswerError("the answer's JSON is broken") from None
    return found


def read_answer(answer: Answer, request: Request, *, model: str) -> tuple[Rewriting, tuple[str, ...]]:
    """Take the sentences that stand; return them, and of each other one why it was dropped.

    Raises NoAnswerError where the answer has no sentences.
    """
    kept: list[MachineSentence] = []
    why: list[str] = []
    for said, numbers in _sentences(answer):
        cites = tuple(request.sentences[n - 1] for n in dict.fromkeys(numbers) if 1 <= n <= len(request.sentences))
        wrong = objection(said, tuple(one.text for one in cites), language=request.language)
        if len(cites) < len(set(numbers)):
            wrong = "cites a sentence that was not sent"
        if wrong or any(said == one.text for one in kept):
            why.append(f"“{said[:200]}” {wrong or 'stands there twice'}")
        else:
            kept.append(MachineSentence(text=said, cites=cites))
    return Rewriting(model=model, sentences=tuple(kept), dropped=len(why)), tuple(why)


def _sentences(answer: Answer) -> Iterator[tuple[str, list[int]]]:
    listed = answer.get("sentences")
    if not isinstance(listed, list) or not listed:
        raise NoAnswerError("the answer has no list of sentences")
    for item in listed[:MOST_SENTENCES]:
        said = item.get("text") if isinstance(item, dict) else None
        numbers = item.get("cites") if isinstance(item, dict) else None
        listed_numbers = numbers if isinstance(numbers, list) else [numbers]
        whole = [n for n in listed_numbers if isinstance(n, int) and not isinstance(n, bool)]
        yield " ".join(str(said or "").split()), whole if len(whole) == len(listed_numbers) else []
