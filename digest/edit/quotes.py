"""Apply what an editor says about quotations: corrected speakers, what is left out, what stands first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from digest.config.story import Renaming
from digest.config.values import Setting
from digest.edit.matching import Candidate, Warnings, fold, matches, pick, sentence_of
from digest.model import (
    Article,
    Excerpt,
    Findings,
    Organization,
    Person,
    Place,
    Quote,
    QuoteGroup,
    Span,
    Speaker,
    SpeakerKind,
    Story,
)

NOBODY = "nobody"
RULE = "editor"


def edit_quotes(story: Story, warnings: Warnings) -> Story:
    """Correct speakers, then take out what is hidden, and put first what is pinned."""
    for renaming in warnings.file.speakers:
        story = _correct(story, renaming, warnings)
    hidden = _picked(story, warnings.file.hide_quotes, warnings)
    pinned = _picked(story, warnings.file.pin_quotes, warnings)
    for setting, group in pinned:
        if any(_spans(group) & _spans(other) for _, other in hidden):
            warnings.add(
                "conflicting-override",
                f"“{setting.value[:60]}” is both pinned and hidden; it is hidden",
                setting.location,
                hint="take it out of one of the two lists",
            )
    return _pin(_hide(story, [group for _, group in hidden]), [group for _, group in pinned])


def _candidates(story: Story) -> list[Candidate[QuoteGroup]]:
    """What pages show; then, each on its own, what was found but is not shown."""
    groups = list(story.comparison.quotes)
    grouped = {quote.excerpt.span for group in groups for quote in group.quotes}
    alone = [
        QuoteGroup(quotes=(quote,), speaker=quote.speaker)
        for findings in story.findings
        for quote in findings.quotes
        if quote.excerpt.span not in grouped
    ]
    return [
        Candidate(
            item=group,
            texts=tuple(quote.excerpt.text for quote in group.quotes),
            around=tuple(sentence_of(story, quote.excerpt) for quote in group.quotes),
        )
        for group in (*groups, *alone)
    ]


def _find(story: Story, words: Setting[str] | Renaming, warnings: Warnings) -> QuoteGroup | None:
    text = words.value if isinstance(words, Setting) else words.of
    candidates = _candidates(story)
    shown = candidates[: len(story.comparison.quotes)]
    among = shown if matches(text, shown) else candidates
    found = pick(text, among, kind="quotation", location=words.location, warnings=warnings)
    return found.item if found else None


def _picked(
    story: Story, settings: Iterable[Setting[str]], warnings: Warnings
) -> list[tuple[Setting[str], QuoteGroup]]:
    found = [(setting, _find(story, setting, warnings)) for setting in settings]
    return [(setting, group) for setting, group in found if group is not None]


def _spans(group: QuoteGroup) -> set[Span]:
    return {quote.excerpt.span for quote in group.quotes}


def _hide(story: Story, hidden: Sequence[QuoteGroup]) -> Story:
    gone = {span for group in hidden for span in _spans(group)}
    groups = tuple(group for group in story.comparison.quotes if not _spans(group) & gone)
    findings = tuple(
        replace(found, quotes=tuple(q for q in found.quotes if q.excerpt.span not in gone)) for found in story.findings
    )
    return replace(story, comparison=replace(story.comparison, quotes=groups), findings=findings) if gone else story


def _pin(story: Story, pinned: Sequence[QuoteGroup]) -> Story:
    """Put groups first in the editor's order. A pinned quotation that pages would not show is shown."""
    kept = {quote.excerpt.span for found in story.findings for quote in found.quotes}
    first: list[QuoteGroup] = []
    for group in pinned:
        if group not in first and _spans(group) <= kept:
            first.append(group)
    if not first:
        return story
    spans = {span for group in first for span in _spans(group)}
    shown = tuple(
        replace(group, quotes=tuple(replace(q, show=True) for q in group.quotes), pinned=True) for group in first
    )
    rest = tuple(group for group in story.comparison.quotes if not _spans(group) & spans)
    findings = tuple(
        replace(found, quotes=tuple(replace(q, show=True) if q.excerpt.span in spans else q for q in found.quotes))
        for found in story.findings
    )
    return replace(story, comparison=replace(story.comparison, quotes=(*shown, *rest)), findings=findings)


def _correct(story: Story, renaming: Renaming, warnings: Warnings) -> Story:
    """Give every cut of one utterance another speaker, or none."""
    group = _find(story, renaming, warnings)
    if group is None:
        return story
    articles = {article.id: (article, found) for article, found in zip(story.articles, story.findings, strict=True)}

    def corrected(quote: Quote) -> Quote:
        if fold(renaming.to) == NOBODY:
            return replace(quote, speaker=None, rule=RULE, confidence=0.0, addressee=None, addressee_name=None)
        article, found = articles[quote.excerpt.span.article_id]
        speaker = _speaker(renaming.to, quote, article, found, story)
        # Who was addressed was read along with who spoke: with another speaker it is no longer certain.
        return replace(quote, speaker=speaker, rule=RULE, confidence=1.0, addressee=None, addressee_name=None)

    changed = {quote.excerpt.span: corrected(quote) for quote in group.quotes}

    def in_group(other: QuoteGroup) -> QuoteGroup:
        if not _spans(other) & changed.keys():
            return other
        quotes = tuple(changed.get(quote.excerpt.span, quote) for quote in other.quotes)
        return replace(other, quotes=quotes, speaker=quotes[0].speaker)

    findings = tuple(
        replace(found, quotes=tuple(changed.get(q.excerpt.span, q) for q in found.quotes)) for found in story.findings
    )
    groups = tuple(in_group(other) for other in story.comparison.quotes)
    return replace(story, comparison=replace(story.comparison, quotes=groups), findings=findings)


def _speaker(name: str, quote: Quote, article: Article, found: Findings, story: Story) -> Speaker:
    """A speaker by the name that the editor gives; one whom the story knows gets the name that the story uses."""
    people = [p for p in story.comparison.people if fold(name) in map(fold, (p.name, *p.aliases))]
    people = [p for p in people if fold(name) == fold(p.name)] or people
    names = {fold(text) for p in people for text in (p.name, *p.aliases)} if len(people) == 1 else {fold(name)}
    organizations = {fold(text) for o in found.organizations for text in (o.name, o.acronym or o.name)}
    countries = {fold(place.country) for place in found.places if place.country}
    kind = SpeakerKind.PERSON
    if len(people) != 1:
        if fold(name) in organizations:
            kind = SpeakerKind.ORGANIZATION
        elif fold(name) in countries:
            kind = SpeakerKind.COUNTRY
    return Speaker(
        name=people[0].name if len(people) == 1 else name,
        kind=kind,
        mention=_mention(names, quote, article, found),
        edited=True,
    )


def _mention(names: set[str], quote: Quote, article: Article, found: Findings) -> Excerpt:
    """The place nearest to a quotation that names one of these; else the quotation's own sentence."""
    at = quote.excerpt.span.start
    entities: tuple[Person | Organization | Place, ...] = (*found.people, *found.organizations, *found.places)
    places = [mention.excerpt for entity in entities if fold(entity.name) in names for mention in entity.mentions]
    return min(places, key=lambda e: (abs(e.span.start - at), e.span), default=article.sentence_excerpt(quote.sentence))
