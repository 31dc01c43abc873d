"""Compare what digest finds in a labelled passage with its labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gold_matching import name_words, paired, place_of, same_name, same_unit, same_value, same_words, words
from gold_sets import Label, Passage
from gold_tally import Hit

from digest.clean import plain_article
from digest.extract import extract
from digest.model import CERTAIN, Article, Excerpt, Figure, Findings, Person, Quote, SpeakerKind, Statement


def read(text: str) -> tuple[Article, Findings]:
    """What digest finds in a passage."""
    article = plain_article(text, article_id="a")
    return article, extract(article)


def news_hits(passage: Passage) -> Iterator[Hit]:
    """Everything that is counted in one passage of news."""
    article, found = read(passage.text)
    yield from _quotes(passage, article, found.quotes)
    yield from _statements(passage, article, found.statements)
    yield from _figures(passage, article, found.figures)
    yield from _people(passage, found.people)


def pronoun_hits(passage: Passage) -> Iterator[Hit]:
    """Who said the one quotation of a passage."""
    article, found = read(passage.text)
    label = passage.quotes[0]
    speakers = [q.speaker for q in found.quotes if q.show and place_of(article, q.excerpt).overlap(label.place)]
    speaker = speakers[0] if speakers else None
    told = f"{passage.about}: {label.text!r} is by {label.names or None}, found {speaker and speaker.name!r}"
    if label.names:
        right = speaker is not None and same_name(label.names, speaker.name)
        yield Hit("pronouns", "right" if right else "wrong" if speaker else "missed", told)
    else:
        named = speaker is not None and speaker.kind is not SpeakerKind.DESCRIPTION
        yield Hit("pronouns: nobody knowable", "wrong" if named else "right", told)


def _quotes(passage: Passage, article: Article, quotes: Sequence[Quote]) -> Iterator[Hit]:
    said = [label for label in passage.quotes if label.kind != "none"]
    shown = [quote for quote in quotes if quote.show]
    pairs = paired(said, shown, lambda quote: place_of(article, quote.excerpt), passage.text)
    by_quote = {id(quote): label for label, quote in pairs}
    for quote in shown:
        label = by_quote.get(id(quote))
        yield Hit("quotations", "right" if label else "wrong", f"no quotation: {quote.excerpt.text!r}")
        if label:
            kind = {"direct": "full"}.get(label.kind, label.kind)
            yield Hit("kind of quotation", "right" if kind == quote.kind else "wrong", f"{kind}: {label.text!r}")
        if quote.speaker:
            right = label is not None and same_name(label.names, quote.speaker.name)
            told = f"{quote.speaker.name!r} ({quote.rule}) for {quote.excerpt.text!r}, is {label and label.names}"
            on_page = ("speaker on the page",) if quote.confidence >= CERTAIN else ()
            for row in ("quotation with speaker", *on_page, f"rule: {quote.rule}"):
                yield Hit(row, "right" if right else "wrong", told)
            if label and label.via:
                via = quote.via is not None and same_words(quote.via.text, label.via)
                yield Hit("channel of quotation", "right" if via else "wrong", f"{label.via!r} for {label.text!r}")
    found = {id(label): quote for label, quote in pairs}
    for label in said:
        pair = found.get(id(label))
        if pair is None:
            yield Hit("quotations", "missed", f"not found: {label.text!r}")
        if not label.names:
            continue
        if pair is None or pair.speaker is None or not same_name(label.names, pair.speaker.name):
            yield Hit("quotation with speaker", "missed", f"{label.names[0]!r} said {label.text!r}")
        sure = pair is not None and pair.speaker is not None and pair.confidence >= CERTAIN
        yield Hit("has a speaker on the page", "right" if sure else "missed", f"nobody sure for {label.text!r}")


def _statements(passage: Passage, article: Article, statements: Sequence[Statement]) -> Iterator[Hit]:
    """Count the statements. One around somebody's quoted words, and labels inside it, count only if they are right."""
    pairs = paired(passage.statements, statements, lambda s: place_of(article, s.excerpt), passage.text)
    by_label = {id(label): s for label, s in pairs}
    by_found = {id(s): label for label, s in pairs}
    mixed: list[Label] = []
    for statement in statements:
        label, place = by_found.get(id(statement)), place_of(article, statement.excerpt)
        quoted = [q for q in passage.quotes if q.place.overlap(place) and same_name(q.names, statement.speaker.name)]
        if label is None and quoted:
            mixed += [other for other in passage.statements if other.place.overlap(place)]
        elif label is None or not label.optional:
            right = label is not None and same_name(label.names, statement.speaker.name)
            told = f"{statement.speaker.name!r} ({statement.rule}): {statement.excerpt.text!r}"
            for row in ("statements", f"statement rule: {statement.rule}"):
                yield Hit(row, "right" if right else "wrong", told)
    for label in passage.statements:
        pair = by_label.get(id(label))
        if label.optional or label in mixed:
            continue
        if pair is None or not same_name(label.names, pair.speaker.name):
            yield Hit("statements", "missed", f"{label.names[0]!r}: {label.text!r}")


def _figures(passage: Passage, article: Article, figures: Sequence[Figure]) -> Iterator[Hit]:
    free = list(passage.figures)
    for figure in figures:
        place = place_of(article, figure.excerpt)
        near = [label for label in passage.figures if label.place.overlap(place)]
        label = next((label for label in free if label in near and same_value(label, figure)), None)
        if label:
            free.remove(label)
        if label.optional if label else any(n.optional for n in near):
            continue
        told = (
            f"{figure.excerpt.text!r} as {figure.value}..{figure.value_to} {figure.unit!r} of {_text(figure.measure)!r}"
        )
        yield Hit("figures: value", "right" if label else "wrong", told)
        unit = label is not None and same_unit(label, figure.unit)
        yield Hit("figures: value and unit", "right" if unit else "wrong", told)
        if label and not unit:
            yield Hit("figures: value and unit", "missed")
        if label:
            yield Hit("qualifier", "right" if label.qualifier == figure.qualifier else "wrong", told)
        if figure.key:
            yield Hit("key figures", "right" if label and label.key != "no" else "wrong", told)
            if label and label.measure:
                right = words(label.measure) <= words(f"{_text(figure.measure)} {figure.excerpt.text}")
                yield Hit("measure", "right" if right else "wrong", f"{label.measure!r} for {told}")
        elif label and label.key == "yes":
            yield Hit("key figures", "missed", told)
    for label in free:
        if not label.optional:
            told = f"not found: {label.text!r}"
            yield Hit("figures: value", "missed", told)
            yield Hit("figures: value and unit", "missed", told)
            if label.key == "yes":
                yield Hit("key figures", "missed", told)


def _people(passage: Passage, people: Sequence[Person]) -> Iterator[Hit]:
    free = list(passage.people)
    for person in people:
        same = (p for p in free if any(name_words(n) == name_words(person.name) for n in p.names))
        label = next(same, None)
        yield Hit("people", "right" if label else "wrong", f"{person.name!r}")
        if label:
            free.remove(label)
            for role in label.roles:
                right = any(same_words(role, given.text) for given in person.roles)
                told = f"{role!r} of {person.name!r}, found {[given.text for given in person.roles]}"
                yield Hit("roles", "right" if right else "missed", told)
    for label in free:
        if not label.optional:
            yield Hit("people", "missed", f"not found: {label.text!r}")


def _text(excerpt: Excerpt | None) -> str:
    return excerpt.text if excerpt else ""
