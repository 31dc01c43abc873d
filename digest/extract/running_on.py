"""Give a quotation that runs on over paragraphs the speaker who is only named at its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from digest.extract.marks import Pair
from digest.extract.speakers import RUNNING
from digest.model import Quote


def give_back(quotes: list[Quote], pairs: Sequence[Pair], last: Quote, end: Pair) -> None:
    """Change those of `quotes` that run on to `last`, which stands between the marks `end`: “… | “…,” Ms Ito said.

    Where another speaker was found for one of them, it is left as it is.
    """
    if not end.resumed or last.speaker is None or not last.show:
        return
    sure = min(last.confidence, RUNNING[1])
    for at in range(len(quotes) - 1, -1, -1):
        one = quotes[at]
        same = one.speaker is None or one.speaker.name == last.speaker.name
        if not (pairs[at].running and one.show and same):
            return
        if one.confidence < sure:
            quotes[at] = replace(one, speaker=one.speaker or last.speaker, rule=RUNNING[0], confidence=sure)
        if not pairs[at].resumed:
            return
