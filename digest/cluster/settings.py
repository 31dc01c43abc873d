"""What counts how much when articles are compared: one setting for every kind of news."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The numbers behind the verdicts. `docs/method/clustering.md` says how they were chosen and what each is worth.

    Terms: a headline's words count `headline` times, those of the first `lead` words of the body `lead_weight` times.
    A term's rarity is cut at `rarest` nats; numbers get `numbers` times that, because they are often ages and hours.
    It is raised to the power `flatten`, and in long articles to `flatten_long`: there the common words of any event
    of the kind stand anyway, and say less. The first `opening` words are compared once more on their own, with the
    weight `opening_weight` beside the 1 of the whole article.

    Pairs: `calendar` is how much the months, weekdays and years that two articles name change their similarity, and
    `calendar_even` the likeness of two calendars that changes nothing; weekdays count in the headline and the first
    `weekdays` words only, because those further down are often those of earlier news. Short articles share the words of
    their kind more easily than long ones, so a pair is multiplied by the `length`-th power of the shorter one's words
    over `usual_length`. Articles published up to `same_news` days apart lose nothing; beyond, the similarity halves
    every `half_life` days, down to `oldest` times itself. What an article does not say changes nothing.

    Groups: two groups are as similar as their articles are on average, with a share of `nearest` for the most similar
    pair. They join from `threshold` on, and must be `doubling` more similar each time that the smaller one doubles
    (up to `most_doublings`), plus `cohesion` times what the looser of them is more similar inside than `usual`. A
    single article that joins a group is asked `belonging` times that instead. It may also fall short of what is asked,
    by up to `leeway` the larger the group is (by nothing where that is a single article, too), if neither side has
    anything else that comes within `clearance`. First those join that are so much as `sure` more similar than asked;
    then it shows how crowded it is around each group, up to `most_crowd` and without its nearest `companions`, and two
    groups must be `crowding` times the mean of both more similar.

    Limits: pairs below `floor` count as not similar at all. So do those whose marks have a product below `kinship`: the
    marks of an article are its `marks` weightiest terms of at least `marking` nats, without numbers. Of each article's
    pairs those with the `neighbours` largest products count, and further ones, up to `most_neighbours`, whose product
    is `kin` or more.
    """

    headline: int = 8
    lead: int = 50
    lead_weight: int = 2
    rarest: float = 9.0
    numbers: float = 0.5
    flatten: float = 0.55
    flatten_long: float = 0.9
    opening: int = 200
    opening_weight: float = 0.3
    calendar: float = 0.4
    calendar_even: float = 0.3
    weekdays: int = 100
    length: float = 0.2
    usual_length: int = 150
    same_news: int = 4
    half_life: float = 60.0
    oldest: float = 0.25
    threshold: float = 0.175
    nearest: float = 0.2
    doubling: float = 0.055
    most_doublings: float = 4.0
    usual: float = 0.3
    cohesion: float = 0.45
    belonging: float = 0.25
    leeway: float = 0.12
    clearance: float = 0.03
    sure: float = 0.12
    companions: int = 3
    crowding: float = 0.05
    most_crowd: float = 1.0
    floor: float = 0.08
    marking: float = 2.5
    marks: int = 30
    kinship: float = 0.03
    kin: float = 0.1
    neighbours: int = 50
    most_neighbours: int = 500


STANDARD = Settings()
SHORT, LONG = 100, 600  # words between which `flatten` becomes `flatten_long`
SHORTEST, LONGEST = 20, 650  # words below and above which an article counts as no shorter and no longer
