"""Join two quantities that make a range: "3-5 million", "between 10 and 20", "from $2 to $4"; drop scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from digest.extract.quantities.quantity import Quantity
from digest.extract.quantities.words import HYPHENS, Word, glued, low


def joined(found: Sequence[Word], atoms: Sequence[Quantity]) -> list[Quantity]:
    """The quantities with their ranges joined, in order. "3-1" is a score, and none at all."""
    result: list[Quantity] = []
    index = 0
    while index < len(atoms):
        left = atoms[index]
        right = atoms[index + 1] if index + 1 < len(atoms) else None
        if right is None or not _linked(found, left, right):
            result.append(left)
            index += 1
            continue
        both = _range(left, right)
        if not _is_score(found, both, left, right):
            result += [both] if _is_range(found, both, left, right) else [left, right]
        index += 2
    return result


def _link(found: Sequence[Word], left: Quantity, right: Quantity) -> str:
    """What stands between two quantities; a qualifier such as "up to" counts as the link."""
    end = right.first if right.first >= left.after and right.qualifier not in ("up to",) else right.core
    return " ".join(w.low for w in found[left.after : end])


def _opening(found: Sequence[Word], left: Quantity) -> str:
    return low(found, left.first - 1)


def _linked(found: Sequence[Word], left: Quantity, right: Quantity) -> bool:
    if left.value_to is not None or right.value_to is not None:
        return False
    if not (left.unit.name == right.unit.name or "none" in (left.unit.kind, right.unit.kind) or _rate_of(left, right)):
        return False
    if left.unit.kind == "money" and right.unit.kind == "none" and right.value < left.value:
        return False
    link = _link(found, left, right)
    if link in HYPHENS and not (glued(found, left.after - 1) and glued(found, left.after)):
        return False
    return link in ("to", "up to", "or", *HYPHENS) or (link == "and" and _opening(found, left) == "between")


def _rate_of(left: Quantity, right: Quantity) -> bool:
    """Whether only the second one names the rate: "$40 and $45 per share"."""
    return right.unit.name.startswith(f"{left.unit.name} per ")


def _range(left: Quantity, right: Quantity) -> Quantity:
    scale, value, upper = right.number.scale, left.value, right.value
    if left.number.scale == 1 < scale and abs(value) < abs(upper) / scale:
        value *= scale
    if left.unit.kind == "money" and right.unit.kind == "none" and left.number.scale > 1 == scale:
        upper *= left.number.scale
    unit = right.unit if right.unit.kind != "none" else left.unit._replace(after=right.unit.after)
    return replace(
        right,
        first=left.first,
        core=left.core,
        value=value,
        value_to=upper,
        unit=unit,
        number=right.number._replace(first=left.number.first),
        qualifier=left.qualifier,
        change=left.change or right.change,
    )


def _is_score(found: Sequence[Word], both: Quantity, left: Quantity, right: Quantity) -> bool:
    """Whether two numbers with a dash are a score or a record: "3-1", "12-4"."""
    if _link(found, left, right) not in HYPHENS or both.unit.kind not in ("none", "count") or right.number.scale > 1:
        return False
    if both.unit.kind == "none":
        return max(left.value, right.value) < 300
    return left.value >= right.value


def _is_range(found: Sequence[Word], both: Quantity, left: Quantity, right: Quantity) -> bool:
    link, opening = _link(found, left, right), _opening(found, left)
    rises = both.value_to is not None and both.value < both.value_to
    if opening in ("between", "from") and both.unit.kind != "none":
        return True
    if opening in ("between", "from"):
        return link in ("to", "and")
    if link == "or":
        return rises and both.unit.kind in ("time", "count", "share")
    if link == "to":  # "rose 64 points to 4,577" gives the change and the new level
        return (
            rises
            and both.unit.kind != "none"
            and not left.change
            and not (left.unit.kind != "none" and right.unit.kind == "none")
        )
    return rises or link in HYPHENS
