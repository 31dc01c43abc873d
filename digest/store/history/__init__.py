"""What each story last said, and what has changed since, kept in `stories.history`."""

from digest.store.history.figures import Occasion
from digest.store.history.file import read_history, render_history
from digest.store.history.ids import feed_id
from digest.store.history.past import History
from digest.store.history.record import ToRecord, announced, record_day, record_of

__all__ = [
    "History",
    "Occasion",
    "ToRecord",
    "announced",
    "feed_id",
    "read_history",
    "record_day",
    "record_of",
    "render_history",
]
