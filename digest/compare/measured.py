"""Tell whether two figures of different articles are of one quantity; in doubt not, for a false conflict costs most.

"14 people were killed in Melk" and "the death toll in Melk rose to 17"    one quantity
"14 people were killed" and "31 people were wounded", "a 1998 flood"       two
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from digest.compare.amounts import one_head, same_number, same_unit, unit_stems
from digest.compare.counted import LONG, Counted
from digest.compare.cues import cues
from digest.compare.distinct import is_distinct, is_equally_rough
from digest.language import packs, subject
from digest.language.terms import stem

YEAR = re.compile(r"(?:19|20)\d\d")
SAME_SENTENCE = 0.6  # share of two sentences' content from which they count the same thing
NEAR_MEASURE = 0.75  # share of two measures' words from which they are one
NEAR_EVENT = 0.2  # share of the words that two sentences about one event have in common
FEW, FEW_ALIKE = 100, 0.35  # a count below FEW is the same only in sentences that have this share in common
RELATIVE = frozenset({"times", "rank"})  # "four times the size of Earth" tells something else of every planet
FARTHEST = 5  # times: two counts that lie farther apart are hardly of one thing


def one_number(one: Counted, other: Counted) -> bool:
    """Whether two figures give one number for one thing. What costs least to ask is asked first."""
    if not (one.is_near(other) and same_number(one.figure, other.figure)):
        return False
    if {one.figure.change, other.figure.change} == {"up", "down"} or one.separate != other.separate:
        return False
    toll = bool(one.outcome) and one.outcome == other.outcome and one.noun == other.noun
    if not (toll or _one_fate(one, other) or _one_thing(one, other)) or is_other_outcome(one, other):
        return False
    same = _same_toll(one, other) or _points_back(one, other) if toll else _related(one, other)
    return (same or _distinct(one, other)) and not is_other_date(one, other)


def _one_fate(one: Counted, other: Counted) -> bool:
    """Whether the same became of a distinct number of people: "13 students were killed", "13 children died"."""
    return bool(one.outcome and one.noun and other.noun) and one.outcome == other.outcome and _distinct(one, other)


def _one_thing(one: Counted, other: Counted) -> bool:
    """Whether two figures count the same, by their units or, in sentences that have much in common, by their nouns."""
    units = one.figure.unit, other.figure.unit
    return same_unit(one.figure, other.figure) or (one_head(*units) and overlap(one, other) >= FEW_ALIKE)


def _points_back(one: Counted, other: Counted) -> bool:
    """Whether one of two equal tolls of an article only takes up the other: "the eight deaths", "eight were killed"."""
    alike = one.figure.value == other.figure.value and one.figure.qualifier == other.figure.qualifier
    if not alike or one.order != other.order or one.figure.sentence == other.figure.sentence:
        return False
    back = any(not seen.figure.unit or seen.beside in cues(seen.language).pointing for seen in (one, other))
    return back and not (one.partial or other.partial or is_other_place(one, other))


def _distinct(one: Counted, other: Counted) -> bool:
    """Whether two figures have one number that hardly stands for two things, and no sentence turns elsewhere."""
    if one.figure.value != other.figure.value or one.partial or other.partial or is_other_place(one, other):
        return False
    if is_distinct(one.figure) and is_distinct(other.figure):
        return True
    return bool(one.noun and other.noun) and is_equally_rough(one.figure, other.figure)


def one_quantity(one: Counted, other: Counted) -> bool:
    """Whether two figures of different values measure the same thing."""
    if one.figure.change != other.figure.change or one.figure.unit in RELATIVE or _far(one, other):
        return False
    toll = bool(one.outcome) and (_same_toll(one, other) or _both_lead(one, other))
    alike = toll or (same_unit(one.figure, other.figure) and _same_measure(one, other))
    return alike and not apart(one, other)


def apart(one: Counted, other: Counted) -> bool:
    """Whether something says that two figures of different values are of two things. The cheapest is asked first."""
    return (
        _far(one, other)
        or _is_other_scene(one, other)
        or is_other_outcome(one, other, strictly=True)
        or one.partial
        or other.partial
        or has_too(one, other)  # an article that has both values speaks of two things
        or has_too(other, one)
        or is_other_date(one, other)
        or (not _both_lead(one, other) and (is_background(one, other) or is_background(other, one)))
    )


def _far(one: Counted, other: Counted) -> bool:
    """Whether two figures lie too far apart to be of one thing."""
    first, second = one.most, other.most
    return first > FARTHEST * second or second > FARTHEST * first


def _both_lead(one: Counted, other: Counted) -> bool:
    """Whether two tolls are of the story's one event: they are totals, or open their articles."""
    alike = bool(one.outcome) and one.outcome == other.outcome and one.noun == other.noun
    return alike and (one.leads or one.is_total) and (other.leads or other.is_total)


def _is_other_scene(one: Counted, other: Counted) -> bool:
    """Whether other places or names stand around two figures; of tolls, none that both articles have."""
    if not _both_lead(one, other):
        return is_other_place(one, other) or bool(one.names and other.names and not one.names & other.names)
    common = one.told.scene & other.told.scene
    pairs = ((one.places, other.places), (one.names, other.names))
    return one.elsewhere != other.elsewhere or any(a - common and b - common and not a & b for a, b in pairs)


def _related(one: Counted, other: Counted) -> bool:
    """Whether two figures of one value speak of one thing: their measures or sentences share a content word."""
    numbers = {w for w in one.context if w[:1].isdigit()}
    if one.figure.unit[:1].islower() and one.figure.value < FEW and overlap(one, other) < FEW_ALIKE:
        return False  # eight people were killed at the market, and eight on the bridge
    unit = unit_stems(one.figure.unit) | unit_stems(other.figure.unit)
    told = [seen.measure - unit for seen in (one, other)]
    if all(told) and not told[0] & told[1] and overlap(one, other) < FEW_ALIKE:
        return False  # 70% of web services in one country, 70% of a network in another
    return bool((one.measure & other.measure) or len((one.context & other.context) - numbers) >= 2)


def _same_toll(one: Counted, other: Counted) -> bool:
    """Whether the same happened to the same people in one event: "nine people were killed", "the death toll was 9"."""
    if one.outcome != other.outcome or one.noun != other.noun or is_other_place(one, other):
        return False
    shared = one.event & other.event
    return bool(shared) and len(shared) >= NEAR_EVENT * min(len(one.event), len(other.event))


def _same_measure(one: Counted, other: Counted) -> bool:
    """Whether the measures of two figures are the same in nearly the same words."""
    if one.figure.unit[:1].islower() and overlap(one, other) >= SAME_SENTENCE:
        alike = bool(one.around & other.around)  # a counted noun ("villagers") in nearly the same sentence
    else:
        shared = len(one.measure & other.measure)
        near = shared >= 2 and shared >= NEAR_MEASURE * min(len(one.measure), len(other.measure))
        alike = near and overlap(one, other) >= 0.3
    return alike and not is_other_measure(one, other)


def is_other_measure(one: Counted, other: Counted) -> bool:
    """Whether the words for what is measured tell two things in spite of what else is alike."""
    unit = unit_stems(one.figure.unit) | unit_stems(other.figure.unit)
    told = [seen.measure - unit for seen in (one, other)]
    if all(told) and not told[0] & told[1]:
        return True  # "people were hurt" and "people were killed"
    beside = {one.beside, other.beside} - {""}
    return len(beside) == 2 and not beside & _verbs()  # "will cost adults €6", "will cost children €3"


def overlap(one: Counted, other: Counted) -> float:
    """The share of the shorter sentence's content that the other one has too."""
    return len(one.context & other.context) / max(1, min(len(one.context), len(other.context)))


def is_other_outcome(one: Counted, other: Counted, *, strictly: bool = False) -> bool:
    """Whether different things happened to those who are counted; `strictly` also where one sentence tells nothing."""
    return one.outcome != other.outcome and (strictly or bool(one.outcome and other.outcome))


def is_other_place(one: Counted, other: Counted) -> bool:
    """Whether the sentences speak of different places, or one turns to something else."""
    return one.elsewhere != other.elsewhere or bool(one.places and other.places and not one.places & other.places)


def has_too(seen: Counted, other: Counted) -> bool:
    """Whether an article has the other figure's value too, but for one that it says held before."""
    wanted = other.figure
    return any(
        (same_unit(f, wanted) or not f.unit or not wanted.unit) and f not in seen.former
        for f in seen.told.figures.get(wanted.value, ())
    )


def is_other_date(one: Counted, other: Counted) -> bool:
    """Whether the sentences around two figures tell of different days, months or years."""
    months = _months()
    first, second = one.context & months, other.context & months
    if first and second and not first & second:
        return True
    if not one.when or not other.when:
        return False
    known = [[(d.earliest, d.latest) for d in seen.when if d.earliest and d.latest] for seen in (one, other)]
    if all(known):
        return not any(a[0] <= b[1] and b[0] <= a[1] for a in known[0] for b in known[1])
    for precision in ("day", *LONG):
        told = [seen.named_days.get(precision) for seen in (one, other)]
        if told[0] and told[1] and not told[0] & told[1]:
            return True
    return False


def is_background(one: Counted, other: Counted) -> bool:
    """Whether a sentence looks back on another year, or another long time, than that of the other article."""
    years = {w for w in one.context if YEAR.fullmatch(w)} - {w for w in other.context if YEAR.fullmatch(w)}
    if years and not (other.day and str(other.day.year) in years):
        return True
    past = [d for d in one.when if d.precision in LONG and d.earliest and d.latest]
    return bool(
        past and other.day and not any(d.earliest <= other.day <= d.latest for d in past if d.earliest and d.latest)
    )


@lru_cache(maxsize=1)
def _months() -> frozenset[str]:
    """The stems of the months in every language with a pack, but for those that are common words."""
    return frozenset(
        stem(str(name), language=language)
        for language in packs()
        for name in subject(language, "clean")["months"]
        if len(str(name)) > 3 and name not in ("march", "sept")
    )


@cache
def _verbs() -> frozenset[str]:
    """The stems of verbs of change, of level and of doing, in English: other languages put nothing beside a sum."""
    data = subject("en", "figures")
    names = ("rise_verbs", "fall_verbs", "level_verbs", "verbs", "say_verbs", "auxiliaries")
    return frozenset(stem(str(word)) for name in names for word in data[name])
