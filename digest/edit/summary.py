"""Apply an editor's summary: their own text, or sentences that they picked from the articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from digest.config.values import Setting
from digest.edit.matching import Candidate, Warnings, fold, pick
from digest.model import BlockKind, EditorText, Excerpt, Story, SummarySentence


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A sentence and its equals in other articles."""

    excerpts: tuple[Excerpt, ...]


def edit_summary(story: Story, warnings: Warnings) -> Story:
    """Set the summary. Where none of the picked sentences is found, the one that was made stays."""
    if warnings.file.summary is not None:
        return replace(story, summary=EditorText(text=warnings.file.summary.value))
    sentences = tuple(_picked(story, warnings.file.picked, warnings))
    return replace(story, summary=sentences) if sentences else story


def _picked(story: Story, settings: Sequence[Setting[str]], warnings: Warnings) -> Iterable[SummarySentence]:
    known = {} if isinstance(story.summary, EditorText) else {s.excerpt.span: s for s in story.summary}
    candidates = _candidates(story) if settings else []
    seen = set()
    for setting in settings:
        for place in _run(setting.value, story) or _one(setting, candidates, warnings):
            best = place.excerpts[0]
            if best.span not in seen:
                seen.add(best.span)
                yield known.get(best.span, SummarySentence(excerpt=best, also=place.excerpts[1:]))


def _one(setting: Setting[str], candidates: Sequence[Candidate[_Place]], warnings: Warnings) -> tuple[_Place, ...]:
    found = pick(setting.value, candidates, kind="sentence", location=setting.location, warnings=warnings)
    return (found.item,) if found else ()


def _run(words: str, story: Story) -> tuple[_Place, ...]:
    """Several whole sentences, one after another, that were picked together."""
    wanted = fold(words)
    for article in story.articles:
        texts = [fold(article.text[s.start : s.end]) for s in article.sentences]
        for first, text in enumerate(texts):
            if not text or not wanted.startswith(text + " "):
                continue
            joined, last = text, first
            while len(joined) < len(wanted) and last + 1 < len(texts):
                last += 1
                joined = f"{joined} {texts[last]}"
            if joined == wanted:
                return tuple(_Place(excerpts=(article.sentence_excerpt(i),)) for i in range(first, last + 1))
    return ()


def _candidates(story: Story) -> list[Candidate[_Place]]:
    """All sentences but headlines; the same sentence in several articles is one, with the first article's in front."""
    same: dict[str, list[Excerpt]] = {}
    for article in story.articles:
        for sentence in article.sentences:
            if sentence.kind is not BlockKind.HEADLINE:
                excerpt = article.sentence_excerpt(sentence.index)
                same.setdefault(fold(excerpt.text), []).append(excerpt)
    return [
        Candidate(item=_Place(excerpts=_one_each(excerpts)), texts=(excerpts[0].text,)) for excerpts in same.values()
    ]


def _one_each(excerpts: Iterable[Excerpt]) -> tuple[Excerpt, ...]:
    first: dict[str, Excerpt] = {}
    for excerpt in excerpts:
        first.setdefault(excerpt.span.article_id, excerpt)
    return tuple(first.values())
