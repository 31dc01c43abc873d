"""Let Python look for circular garbage less often while articles are read: what is found in them holds no circles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (50_000, 20, 50)  # new objects between two looks, and looks at the young ones for one at older ones


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Look for circular garbage seldom, and as often as before afterwards.

    A long article has hundreds of thousands of words at a time; to look through them again and again takes a tenth of
    all time, and more the longer the text is.
    """
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)
