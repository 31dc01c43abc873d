"""Find which chosen sentences hang in the air: they lean on something that the summary does not say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from digest.language import subject
from digest.language.introduced import not_introduced
from digest.language.terms import content_stems, plain_words
from digest.summarize.candidates import Candidate

QUOTES = ("“", '"', "„", "«", "‘", "'")
FAR = 8  # sentences after which "the meeting" no longer points at the meeting of the opening


def carries(leaning: Candidate, candidates: Sequence[Candidate]) -> list[bool]:
    """By candidate: whether one may lean on it: it stands right before, or introduces what is pointed at."""
    lean = leaning.lean
    if lean is None:
        return [False] * len(candidates)
    return [
        other.article == leaning.article
        and leaning.place - FAR <= other.place < leaning.place
        and (
            (other.place == leaning.place - 1 and other.lean is None)  # one that leans itself carries nothing
            or any(term.startswith(lean.triggers) for term in other.content)
        )
        for other in candidates
    ]


def introduces(noun: str, place: int, candidates: Sequence[Candidate]) -> list[bool]:
    """By candidate: whether it stands before a `place` and has a noun of which another tells as of a known thing."""
    return [other.place < place and noun in other.content for other in candidates]


def names_before(name: str, place: int, candidates: Sequence[Candidate]) -> list[bool]:
    """By candidate: whether it names somebody in full and does not stand later in its article than `place`."""
    return [name in other.full and other.place <= place for other in candidates]


def support(i: int, chosen: Iterable[int], pool: Sequence[Candidate]) -> int | None:
    """The chosen sentence that a leaning one leans on: the one before it, or one that introduces what it points at."""
    picked = [*chosen]
    carriers = [j for j, carried in zip(picked, carries(pool[i], [pool[j] for j in picked]), strict=True) if carried]
    return max(carriers, key=lambda j: pool[j].place, default=None)


def reading_order(
    chosen: Sequence[int], pool: Sequence[Candidate], worths: Mapping[int, float], title: str = ""
) -> list[int]:
    """Order sentences as a text: the news first, then article by article; what leans on another stands behind it.

    For "the base" and "the members" are those of the sentence before.
    The news is the sentence that is worth most by itself, of those that lean on nothing: best no one voice's words, and
    none that begins with a thing which only an opening could name so ("The user").
    """
    carried = {
        i: j for i in chosen if (j := support(i, chosen, pool)) is not None and pool[j].place == pool[i].place - 1
    }
    heads = sorted((i for i in chosen if i not in carried), key=lambda i: (pool[i].place, pool[i].lean is not None, i))
    plain = [i for i in heads if pool[i].lean is None]
    first = max(plain, key=lambda i: (_opens(pool[i]), worths[i]), default=None)
    if first is not None:
        heads = _in_turn(first, [i for i in heads if i != first], pool, title)
    return [i for head in heads for i in _with_followers(head, carried)]


def _in_turn(first: int, rest: Sequence[int], pool: Sequence[Candidate], title: str) -> list[int]:
    """The first sentence and the others, article by article; what introduces "the base" stands before it."""
    turn, left = [first], list(rest)
    known = {*content_stems(title, language=pool[first].language), *pool[first].content}
    while left:
        last = pool[turn[-1]].article
        left.sort(key=lambda i: pool[i].article != last)  # stable: then by place
        leads = [i for n, i in enumerate(left) if all(pool[i].article != pool[j].article for j in left[:n])]
        clear = (i for i in leads if not not_introduced(pool[i].excerpt.text, known, language=pool[i].language))
        turn.append(next(clear, leads[0]))
        left.remove(turn[-1])
        known.update(pool[turn[-1]].content)
    return turn


def _opens(candidate: Candidate) -> bool:
    """Whether a sentence can stand first."""
    text = candidate.excerpt.text
    opening = plain_words(text)[:2]
    articles = subject(candidate.language, "summarize")["articles"]
    definite = len(opening) > 1 and opening[0].lower() in articles and opening[1][0].islower()
    return not text.startswith(QUOTES) and (candidate.place == 0 or not definite)


def _with_followers(head: int, carried: dict[int, int]) -> list[int]:
    """A sentence, and after it those that lean on it, and on these."""
    found = [head]
    for i in sorted(i for i, j in carried.items() if j == head):
        found.extend(_with_followers(i, carried))
    return found
