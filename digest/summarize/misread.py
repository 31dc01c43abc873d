"""Find the chosen sentences whose "The committee" a reader would take for another one, which the summary names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest.language import subject
from digest.summarize.candidates import Candidate

LONGEST = 2  # words of the opening: "The committee"


def misread(chosen: Sequence[Candidate], pool: Sequence[Candidate]) -> Iterator[int]:
    """The places of the chosen sentences that open with a body whose name its article tells in a sentence left out.

    "The Harbour Board met." (chosen) "The School Board met, too." (left out) "The board voted for the budget."
    """
    for place, one in enumerate(chosen):
        words = one.excerpt.text.split(maxsplit=LONGEST)
        articles = subject(one.language, "summarize")["articles"]
        if len(words) <= LONGEST or words[0].lower() not in articles or not (words[1].isalpha() and words[1].islower()):
            continue
        name = re.compile(rf"\b{words[1].capitalize()}\b")
        others = [other for other in chosen[:place] if name.search(other.excerpt.text)]
        named = (b for b in pool if b.article == one.article and b.place < one.place and name.search(b.excerpt.text))
        last = max(named, key=lambda b: b.place, default=None)
        if others and last is not None and all(last.excerpt != other.excerpt for other in others):
            yield place
