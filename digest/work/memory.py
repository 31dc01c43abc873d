"""What was done before and need not be done again: in this process, and in the project's cache."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from digest.store.cache import Cache
from digest.work.packing import pack, unpack
from digest.work.step import Step

MOST = 1 << 17  # results that one process holds


class Recent:
    """The last results by key, as they are; a preview keeps them between its builds."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._results: dict[bytes, Any] = {}

    def __len__(self) -> int:
        return len(self._results)

    def find(self, keys: Iterable[bytes]) -> dict[bytes, Any]:
        """Those of the results that are there; they count as the newest from now on."""
        found = {key: self._results.pop(key) for key in keys if key in self._results}
        self._results |= found
        return found

    def keep(self, results: Mapping[bytes, Any]) -> None:
        """Add results, and let go of the oldest if they are too many."""
        self._results |= results
        for key in list(self._results)[: max(0, len(self._results) - self._most)]:
            del self._results[key]


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """Where results are looked up and kept; both places may be missing."""

    recent: Recent | None = None
    cache: Cache | None = None

    def recall(self, step: Step[Any, Any], keys: Iterable[bytes]) -> dict[bytes, Any]:
        """The results that are remembered. What does not read as a result of the step is not remembered."""
        wanted = list(keys)
        found = self.recent.find(wanted) if self.recent is not None else {}
        if self.cache is not None:
            self.cache.touch(found)
            fresh = {}
            for key, data in self.cache.find(key for key in wanted if key not in found):
                try:
                    fresh[key] = unpack(data, step.kind)
                except ValueError:  # sealed, so it can only be the work of an error of ours
                    continue
            found |= fresh
            if self.recent is not None:
                self.recent.keep(fresh)
        return found

    def keep(self, step: Step[Any, Any], key: bytes, result: Any, *, packed: bytes | None = None) -> None:
        """Remember a result, of which the bytes may be known already."""
        if self.recent is not None:
            self.recent.keep({key: result})
        if self.cache is not None:
            data = packed if packed is not None else pack(result, step.kind)
            if data is not None:
                self.cache.keep({key: data})
