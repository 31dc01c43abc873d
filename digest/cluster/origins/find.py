"""Find which articles carry one text, and which of them stands for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from digest.cluster.origins.agencies import agency_credits
from digest.cluster.origins.copies import groups
from digest.cluster.origins.overlap import Shingled, Text, overlap, shingled
from digest.cluster.origins.shingles import numbered
from digest.model import (
    AgencyCredit,
    AgencySign,
    Article,
    Carrier,
    OriginalBy,
    OriginalText,
    SameBy,
)

MOSTLY_SAME = 0.7  # the part of a text in common from which the words alone say that it is the same


@dataclass(frozen=True, slots=True)
class _Read:
    """An article with the agencies that it names, and its text as it is compared."""

    article: Article
    credits: tuple[AgencyCredit, ...]
    text: Text


def find_origins(articles: Sequence[Article]) -> tuple[OriginalText, ...]:
    """Put every article into exactly one origin: the text that it carries, alone or with others.

    What an outlet writes around a text, its headline and standfirst, is not compared. The order of the articles makes
    no difference but to the order of what is returned, which is theirs.
    """
    read = {article.id: _read(article, alone=len(articles) == 1) for article in articles}
    place = {article.id: number for number, article in enumerate(articles)}
    found = [_origin([read[text.key] for text in group], place) for group in groups(r.text for r in read.values())]
    return tuple(sorted(found, key=lambda origin: min(place[key] for key in origin.article_ids)))


def _read(article: Article, *, alone: bool) -> _Read:
    named = agency_credits(article)
    words = numbered("" if alone else article.body)
    agencies = frozenset(credit.agency for credit in named if credit.whole)
    return _Read(article, named, Text(article.id, words, agencies, _address(article)))


def _address(article: Article) -> str:
    """The address that an article states, without what makes no difference."""
    url = article.url.value if article.url else ""
    return url.partition("://")[2].partition("#")[0].removeprefix("www.").rstrip("/")


def _origin(members: Sequence[_Read], place: dict[str, int]) -> OriginalText:
    """Make an origin of articles that carry one text, of which the first is the longest."""
    first, why = _original(members)
    others = sorted((m for m in members if m is not first), key=lambda m: place[m.article.id])
    fullest = members[0] if len(first.text.words) < len(members[0].text.words) else first
    known = shingled(fullest.text)
    named = tuple(credit for member in (first, *others) for credit in member.credits)
    agencies = {credit.agency for credit in named if credit.whole}
    return OriginalText(
        carriers=(
            Carrier(article_id=first.article.id, share=_share(first, known)),
            *(_carrier(member, known, first) for member in others),
        ),
        fullest=fullest.article.id,
        original_by=why if others else None,
        credits=named,
        agency=min(agencies) if len(agencies) == 1 else None,
    )


def _original(members: Sequence[_Read]) -> tuple[_Read, OriginalBy]:
    """The version that stands for the text: the agency's own, else the earliest if all are dated, else the fullest."""
    for member in members:
        if any(credit.sign is AgencySign.PUBLISHER for credit in member.credits):
            return member, OriginalBy.AGENCY
    times = [m.article.published_time.value for m in members if m.article.published_time]
    if len(times) == len(members):
        earliest = [m for m, time in zip(members, times, strict=True) if time == min(times)]
    else:
        days = [m.article.published.value for m in members if m.article.published]
        known = len(days) == len(members)
        earliest = [m for m, day in zip(members, days, strict=True) if day == min(days)] if known else []
    if len(earliest) == 1 and len(members) > 1:
        return earliest[0], OriginalBy.EARLIEST
    return members[0], OriginalBy.FULLEST


def _share(member: _Read, fullest: Shingled) -> float:
    if member.text.fingerprint == fullest.text.fingerprint:
        return 1.0
    return round(overlap(shingled(member.text), fullest).shorter, 2)


def _carrier(member: _Read, fullest: Shingled, original: _Read) -> Carrier:
    """One more article that carries the text, with how that is known."""
    share = _share(member, fullest)
    same_address = member.text.address and member.text.address in (fullest.text.address, original.text.address)
    if member.text.fingerprint in (fullest.text.fingerprint, original.text.fingerprint):
        by = SameBy.WORDS
    elif share >= MOSTLY_SAME:
        by = SameBy.COPY
    elif same_address:
        by = SameBy.ADDRESS
    else:
        by = SameBy.AGENCY if member.text.agencies else SameBy.COPY
    return Carrier(article_id=member.article.id, by=by, share=share)
