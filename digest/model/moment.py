"""When something was published, as exactly as it is stated: the day, and the moment where its zone is known."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple


class Moment(NamedTuple):
    """`day` is the day as it is written, in whatever zone; `time` the moment, None where no zone is stated."""

    day: dt.date
    time: dt.datetime | None = None
