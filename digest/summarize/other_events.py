"""Find the articles of a story that tell of another event of the same kind, with other people."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from digest.language.terms import low_words
from digest.model import Article
from digest.summarize.candidates import Candidate


def other_events(articles: Sequence[Article], pool: Sequence[Candidate], title: str) -> AbstractSet[int]:
    """The articles whose headlines name other people than the title does, and that nowhere name those of the title.

    Nor does an article with the title's people name theirs: then the event has all of them.
    """
    known = {fact.split()[-1].lower() for one in pool for fact in one.facts if fact.startswith("person ")}
    wanted = known.intersection(low_words(title))
    if not wanted:
        return frozenset()
    told = [frozenset(low_words(article.text)) for article in articles]
    own = frozenset().union(*(words for words in told if words & wanted))
    heads = [known.intersection(low_words(a.headline.text if a.headline else "")) for a in articles]
    return frozenset(n for n, head in enumerate(heads) if head and not told[n] & wanted and not head & own)
