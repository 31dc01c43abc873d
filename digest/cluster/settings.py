"""What counts how much when articles are compared: one setting for every kind of news."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The numbers behind the verdicts, chosen so that a wrong merge is rarer than a miss.

    Terms: a headline's words count `headline` times, those of the first `lead` words of the body `lead_weight` times;
    a term's rarity is cut at `rarest` nats and flattened by the exponent `flatten`; numbers get `numbers` times that
    weight, because they are often ages and hours, and names `names` times.

    Groups: two groups join while the mean similarity of their articles reaches `threshold`. Two groups of two
    articles or more must also be nearly as similar to each other as the articles inside the looser of them: at least
    `cohesion` times as much, where no more is asked than of a group whose inner similarity is `tight`, and by the
    share `witness` more each time that the smaller group doubles. A single article and a group of three or more must
    be at least `belonging` times as similar as the group is inside.

    Dates: articles published up to `same_news` days apart lose nothing; beyond, the similarity halves every
    `half_life` days, down to `oldest` times itself. An unknown date changes nothing.
    """

    headline: int = 5
    lead: int = 50
    lead_weight: int = 2
    rarest: float = 9.0
    flatten: float = 0.55
    numbers: float = 0.5
    names: float = 1.0
    threshold: float = 0.18
    cohesion: float = 0.83
    belonging: float = 0.55
    tight: float = 0.4
    witness: float = 0.1
    same_news: int = 4
    half_life: float = 60.0
    oldest: float = 0.25


STANDARD = Settings()
