"""What one article says: quotations, statements, figures, people, organizations, places and dates."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from digest.model.evidence import Excerpt


class Form(StrEnum):
    """The form in which somebody or something is mentioned."""

    NAME = "name"  # "Le Yucheng"
    PART = "part"  # "Le"
    ACRONYM = "acronym"  # "UNSC"
    DEMONYM = "demonym"  # "Chinese"
    METONYM = "metonym"  # "Beijing says"
    DESCRIPTION = "description"  # "the Chinese diplomat"
    PRONOUN = "pronoun"  # "he"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where somebody or something is named. `sentence` is an index into the article's sentences."""

    excerpt: Excerpt
    sentence: int
    form: Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person as one article names them; `roles` are the article's own words, such as "Russian ambassador"."""

    name: str
    mentions: tuple[Mention, ...]
    roles: tuple[Excerpt, ...] = ()
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """An organization as one article names it. `name` is the longest form, `acronym` the short one if given."""

    name: str
    mentions: tuple[Mention, ...]
    acronym: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place as one article names it. `country` is its English name where the tables know it."""

    name: str
    mentions: tuple[Mention, ...]
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date or period as written. `earliest` and `latest` (inclusive) are None while it cannot be resolved.

    `precision` is one of day, week, month, quarter, year, vague. A relative date is resolved only against a stated
    publication date. `ahead` means that it was still to come when the article was published, or, where that is not
    known, that the sentence says so.
    """

    excerpt: Excerpt
    sentence: int
    precision: str
    relative: bool
    earliest: dt.date | None = None
    latest: dt.date | None = None
    ahead: bool = False


class SpeakerKind(StrEnum):
    """What kind of source speaks."""

    PERSON = "person"
    ORGANIZATION = "organization"
    COUNTRY = "country"
    DESCRIPTION = "description"


class KnownBy(StrEnum):
    """What leads from the article's words to the speaker's name, from the surest to the least sure."""

    NAME = "name"  # "Ms Ito said"
    ITSELF = "itself"  # "a spokesman said": nobody more is known
    ROLE = "role"  # "the mayor said"
    NEAR = "only one near"  # "the climber said": one person is named nearby
    ONE = "pronoun, one person"  # "she said": one person nearby can be she
    NEAREST = "pronoun, nearest of several"  # the others that can be she stand farther back
    FIRST = "pronoun, first of several"  # two in one sentence
    AGAIN = "speaker before"  # "he added" after "…,” a fisherman said"
    PERHAPS = "perhaps somebody named"  # "the doctor said", and people are named nearby
    SUBJECT = "described before"  # "A nurse came. … “…,” she said"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who said it: the resolved `name` for the page, and the `mention` by which the article attributes it.

    `known_by` says how the words of the mention lead to the name.
    `edited` means that an editor corrected the speaker, which a page must say; `mention` is then the nearest place
    that names them, or the quotation's whole sentence.
    """

    name: str
    kind: SpeakerKind
    mention: Excerpt
    edited: bool = False
    known_by: KnownBy = KnownBy.NAME


class QuoteKind(StrEnum):
    """How much was quoted: a clause or more, a phrase of three words or more, or a term of one or two words."""

    FULL = "full"
    PARTIAL = "partial"
    TERM = "term"


CERTAIN = 0.84
"""From this measured precision of its rule on, a speaker is taken as fact; below it, as not certain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words in quotation marks. `excerpt` is what stands between the marks.

    `via` is the channel ("according to the Chinese readout"), never the speaker. `rule` names the rule that found the
    speaker and `confidence` (0 to 1) its measured precision. `show` is False for words that a page must not print as
    somebody's statement: scare quotes, titles of works, words that the person named rejects.
    """

    excerpt: Excerpt
    sentence: int
    kind: QuoteKind
    speaker: Speaker | None = None
    cue: Excerpt | None = None
    via: Excerpt | None = None
    addressee: Excerpt | None = None
    addressee_name: str | None = None
    rule: str = "none"
    confidence: float = 0.0
    show: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Indirect speech with an explicit source. `excerpt` is the content without the source and the cue."""

    excerpt: Excerpt
    sentence: int
    speaker: Speaker
    cue: Excerpt
    via: Excerpt | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A quantity. `excerpt` holds number, qualifier and unit as written ("almost 30 per cent").

    `value_to` is the upper end of a range. `unit` is normalised: "%", an ISO 4217 code such as "USD", or the noun that
    is counted, without its number ("civilian deaths"); "" for a bare number. `qualifier` is normalised to
    one of almost, about, over, under, at least, up to, or None for an exact one. `change` is "up" or "down" where the
    text says that something rose or fell by it. `measure`, `period` and `source` are the article's words.
    `key` is True for a figure that belongs on a story's page.
    """

    excerpt: Excerpt
    sentence: int
    value: Decimal
    unit: str
    value_to: Decimal | None = None
    qualifier: str | None = None
    change: str | None = None
    measure: Excerpt | None = None
    period: Excerpt | None = None
    source: Speaker | None = None
    key: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All that was found in one article, each tuple in the order of the text."""

    article_id: str
    quotes: tuple[Quote, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    people: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    places: tuple[Place, ...] = ()
    dates: tuple[DateMention, ...] = ()
