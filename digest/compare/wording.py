"""Find the different words by which the articles name the same thing: "raid" in one, "operation" in another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from digest.compare.acts import act_wordings
from digest.compare.aligned import aligned_wordings
from digest.compare.capitals import capital_wordings
from digest.compare.labels import Label, find_labels
from digest.compare.naming import role_wordings, spelling_wordings
from digest.compare.sentences import Line
from digest.language.terms import stems_held, stems_of
from digest.model import Agreement, Article, QuoteGroup, StoryPerson, Wording, WordingVariant

EXAMPLES = 3
MOST = 8


class Aligned(NamedTuple):
    """What is known to be told in common: the sentences of all articles, the facts, and the utterances."""

    lines: Sequence[Line] = ()
    agreements: Sequence[Agreement] = ()
    quotes: Sequence[QuoteGroup] = ()


NOTHING = Aligned()


def compare_wording(
    articles: Sequence[Article],
    people: Sequence[StoryPerson],
    aligned: Aligned = NOTHING,
    *,
    originals: Sequence[int] | None = None,
) -> tuple[Wording, ...]:
    """List what the articles name differently: events, people, places, what happened, and how somebody spoke.

    `originals` are the articles that stand for a text of their own; of several languages the most frequent counts.
    """
    chosen = range(len(articles)) if originals is None else originals
    own = [articles[number] for number in chosen]
    ids = {article.id for article in own}
    language = Counter(article.language for article in own).most_common(1)[0][0] if own else "en"
    own = [article for article in own if article.language == language]
    found = [
        *event_wordings(own),
        *role_wordings(people, language=language),
        *spelling_wordings(own),
        *capital_wordings(own),
        *aligned_wordings(_among(aligned.agreements, ids), articles, aligned.lines, aligned.quotes),
        *act_wordings(aligned.quotes, own),
    ]
    return tuple(_apart(found, language)[:MOST])


def _among(agreements: Sequence[Agreement], ids: AbstractSet[str]) -> list[Agreement]:
    """The agreements with the sentences of some articles only."""
    kept = (tuple(e for e in a.sentences if e.span.article_id in ids) for a in agreements)
    return [
        replace(a, sentences=sentences, also=()) for a, sentences in zip(agreements, kept, strict=True) if sentences
    ]


def _apart(wordings: Sequence[Wording], language: str) -> list[Wording]:
    """Without those whose words stand in an earlier one: "operation" beside "military operation"."""
    kept: list[Wording] = []
    for wording in wordings:
        phrases = [stems_of(v.phrase.split(), language=language) for v in wording.variants]
        told = [[stems_of(v.phrase.split(), language=language) for v in other.variants] for other in kept]
        if not any(all(any(p & q for q in other) for p in phrases) for other in told):
            kept.append(wording)
    return kept


def event_wordings(articles: Sequence[Article]) -> list[Wording]:
    """List pairs of labels in the same frames around a shared name, each used by articles that avoid the other.

    Both must be joined to the name ("raid on NAME"), have an owner ("its raid"), and share an opener ("over its raid").
    """
    labels = [find_labels(article) for article in articles]
    users: dict[str, list[int]] = {}
    for number, found in enumerate(labels):
        for head in found:
            users.setdefault(head, []).append(number)
    wordings = []
    for one, other in combinations(sorted(users), 2):
        first = [n for n in users[one] if other not in _held(articles[n])]
        second = [n for n in users[other] if one not in _held(articles[n])]
        about = _frame([labels[n][one] for n in first], [labels[n][other] for n in second])
        if about:
            variants = sorted([*((n, one) for n in first), *((n, other) for n in second)])
            wordings.append(
                Wording(about=about, variants=tuple(_variant(articles[n], labels[n][head]) for n, head in variants))
            )
    wordings.sort(key=lambda w: (-sum(v.count for v in w.variants), w.about, w.variants[0].phrase))
    return _once(wordings)


def _held(article: Article) -> frozenset[str]:
    return stems_held(article.text, language=article.language)


def _frame(mine: Sequence[Label], theirs: Sequence[Label]) -> str | None:
    """The name that both labels are joined to, if they are alike in number, owner and opener."""
    if not mine or not theirs or mine[0].plural != theirs[0].plural:
        return None
    names = {name for label in mine for name in label.places} & {name for label in theirs for name in label.places}
    openers = {word for label in mine for word in label.openers} & {word for label in theirs for word in label.openers}
    owned = any(label.owned for label in mine) and any(label.owned for label in theirs)
    return min(names) if names and openers and owned else None


def _variant(article: Article, label: Label) -> WordingVariant:
    phrases = Counter(" ".join(article.text[start:end].split()) for start, end in label.spans)
    phrase = min(phrases, key=lambda p: (-phrases[p], p))
    sentences = dict.fromkeys(article.sentence_excerpt(article.sentence_at(start)) for start, _ in label.spans)
    return WordingVariant(
        article_id=article.id, phrase=phrase, count=len(label.spans), examples=tuple(sentences)[:EXAMPLES]
    )


def _once(wordings: Sequence[Wording]) -> list[Wording]:
    """Keep a label's best pairing only."""
    used: set[tuple[str, str]] = set()
    kept = []
    for wording in wordings:
        keys = {(v.article_id, v.phrase) for v in wording.variants}
        if not keys & used:
            used |= keys
            kept.append(wording)
    return kept
