"""Say in plain words which articles carry one text, and which outlets belong to one family."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from digest.language.codes import language_name
from digest.model import AgencyCredit, AgencySign, Article, Carrier, Excerpt, OriginalText, SameBy, Story
from digest.render.escape import visible_text
from digest.render.wording import count, facts, label

FEW = 5
"""How many articles of a language are named by their numbers."""
LONGEST_WORDS = 120
"""How many characters of an agency's line the sources show."""
AT_LEAST = "at least "
"""What stands before the number of those that have something, where others may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """An article in the list of sources, with what is to be said of its text.

    `facts` are what the editor declares of its outlet, at the first article of each.
    """

    article: Article
    notes: tuple[str, ...]
    facts: str = ""


def origin_count(story: Story) -> str:
    """How many outlets and origins a story has: "5 outlets, 2 origins"; nothing if each article has its own text."""
    origins = set(story.sources.origins)
    if len(origins) == len(story.articles):
        return ""
    outlets = {article.publisher.value.id if article.publisher else article.id for article in story.articles}
    return f"{count(len(outlets), 'outlet')}, {count(len(origins), 'origin')}"


def support(excerpts: Iterable[Excerpt], story: Story) -> str:
    """How many articles have something: "2 of 2 articles"; and of how many origins, where that is fewer."""
    numbers = {story.number(excerpt.span.article_id) - 1 for excerpt in excerpts}
    text = f"{len(numbers)} of {count(len(story.articles), 'article')}"
    whole = len(set(story.sources.origins))
    if whole == len(story.articles):
        return text
    return f"{text}, {story.sources.count_origins(numbers)} of {count(whole, 'origin')}"


def printed_by(excerpts: Iterable[Excerpt], story: Story) -> str:
    """Who prints some words: "Press TV, article 2"; "The Courier, The Post (1 origin)" where they carry one text."""
    numbers = list(dict.fromkeys(story.number(excerpt.span.article_id) - 1 for excerpt in excerpts))
    names = list(dict.fromkeys(label(story.articles[number], story) for number in numbers))
    origins, independent = story.sources.count_origins(numbers), story.sources.count_independent(numbers)
    if origins < len(numbers):
        return f"{', '.join(names)} ({count(origins, 'origin')})"
    if independent == 1 < len(names):
        return f"{', '.join(names)} (one publisher family)"
    return ", ".join(names)


def origin_notes(story: Story) -> tuple[str, ...]:
    """What a reader must know before anything is counted: texts that several carry, outlets of one family."""
    notes = [_carried(origin, story) for origin in story.origins if len(origin.carriers) > 1]
    families = (_family_note(articles, story) for articles in _families(story).values())
    return (*notes, *(note for note in families if note), *_language_note(story))


def _language_note(story: Story) -> Iterable[str]:
    """What articles in several languages have to do with what is compared."""
    by_language: dict[str, list[int]] = {}
    for number, article in enumerate(story.articles, start=1):
        by_language.setdefault(article.language, []).append(number)
    if len(by_language) > 1:
        named = [f"{language_name(code)} ({_few(numbers)})" for code, numbers in by_language.items()]
        yield (
            f"The articles are in {len(by_language)} languages: {_list(named)}. Their figures and names are compared; "
            "sentences only with those in the same language."
        )


def _few(numbers: Sequence[int]) -> str:
    """The numbers of some articles, or how many they are: "1 and 3", "17 articles"."""
    return _list([str(number) for number in numbers]) if len(numbers) <= FEW else f"{len(numbers)} articles"


def source_lines(story: Story) -> tuple[SourceLine, ...]:
    """The articles in the order of their numbers; copies follow the article that stands for their text."""
    of_article = {key: origin for origin in story.origins for key in origin.article_ids}
    lines = []
    introduced: set[str] = set()
    for article in story.articles:
        told = ""
        if article.publisher and article.publisher.value.id not in introduced:
            introduced.add(article.publisher.value.id)
            told = facts(article.publisher.value)
        notes = tuple(_notes(article, of_article.get(article.id), story))
        lines.append(SourceLine(article=article, notes=notes, facts=told))
    return tuple(lines)


def credits_of(article: Article, story: Story) -> tuple[AgencyCredit, ...]:
    """The agencies that an article names as sources of its text; not the agency that publishes it itself."""
    return tuple(
        credit
        for origin in story.origins
        for credit in origin.credits
        if credit.article_id == article.id and credit.sign is not AgencySign.PUBLISHER
    )


def credit_words(credit: AgencyCredit) -> str:
    """An article's own words on its agency, shortened."""
    words = visible_text(credit.words)
    return f"“{words if len(words) <= LONGEST_WORDS else words[:LONGEST_WORDS].rstrip() + ' …'}”"


def text_of(origin: OriginalText, story: Story) -> str:
    """How an origin that several articles carry is called: "the text from Reuters that articles 1 to 3 carry"."""
    owner = f"the text from {origin.agency}" if origin.agency else "the text"
    return f"{owner} that articles {numbers_of(origin.article_ids, story)} carry"


def _carried(origin: OriginalText, story: Story) -> str:
    many, all_of = len(origin.carriers), len(story.articles)
    which = f"All {many} articles carry" if many == all_of else f"{many} of the {all_of} articles carry"
    owner = f"one text, from {origin.agency}" if origin.agency else "one text"
    where = "" if many == all_of else f" (articles {numbers_of(origin.article_ids, story)})"
    return f"{which} {owner}{where}. They count as one origin."


def numbers_of(article_ids: Iterable[str], story: Story) -> str:
    """The numbers of some articles: "1 and 2", "1 to 5", "1, 3 and 4"."""
    numbers = sorted(map(story.number, article_ids))
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"{numbers[0]} to {numbers[-1]}"
    return _list([str(number) for number in numbers])


def _notes(article: Article, origin: OriginalText | None, story: Story) -> Iterable[str]:
    if origin is not None and len(origin.carriers) > 1:
        if origin.original == article.id:
            others = [f"{label(story.article(key), story)} ({story.number(key)})" for key in origin.article_ids[1:]]
            yield f"Also carried by {_list(others)}. It stands first as {origin.original_by}."
        else:
            carrier = next(carrier for carrier in origin.carriers if carrier.article_id == article.id)
            yield _copy_note(carrier, origin, story)
    for credit in credits_of(article, story):
        part = "" if credit.whole else "for a part, "
        yield f"Credits {credit.agency} {part}{credit.sign}: {credit_words(credit)}"
    family = article.publisher.value.family if article.publisher else None
    if family and article.publisher and article.publisher.value.house in _families(story):
        yield f"Publisher family: {family}"


def _copy_note(carrier: Carrier, origin: OriginalText, story: Story) -> str:
    number, fullest = story.number(origin.original), story.number(origin.fullest)
    if carrier.by is SameBy.WORDS:
        return f"Carries the text of article {number}, word for word."
    if carrier.article_id == origin.fullest:
        return f"Carries the text of article {number}, and has the most of it."
    if carrier.share == 1:
        return f"Carries a part of the text of article {fullest}, word for word."
    return (
        f"Carries the text of article {number}: {round(100 * carrier.share)} % of its own stands in article {fullest}."
    )


def _families(story: Story) -> dict[str, list[Article]]:
    """The articles of each family that has several outlets in a story."""
    found: dict[str, list[Article]] = {}
    for article in story.articles:
        if article.publisher and article.publisher.value.family:
            found.setdefault(article.publisher.value.house, []).append(article)
    return {house: articles for house, articles in found.items() if len(_outlets(articles)) > 1}


def _outlets(articles: Iterable[Article]) -> list[str]:
    return list(dict.fromkeys(article.publisher.value.name for article in articles if article.publisher))


def _family_note(articles: Sequence[Article], story: Story) -> str | None:
    """What is to be said of a family whose outlets do not all carry one text anyway."""
    publisher = articles[0].publisher
    if publisher is None or story.sources.count_origins({story.number(a.id) - 1 for a in articles}) == 1:
        return None
    outlets = _outlets(articles)
    return (
        f"{len(outlets)} of the outlets are of one publisher family, {publisher.value.family}: {_list(outlets)}. "
        "Where they agree with each other only, that counts as one source."
    )


def _list(parts: Sequence[str]) -> str:
    """Join parts: "1", "1 and 2", "1, 2 and 3"."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
