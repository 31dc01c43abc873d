"""Put texts into groups of copies without comparing every two of them.

The longest text comes first. Each further one is compared with the few groups that have most of its runs; it joins one
of which it is a copy, or opens a group of its own. A run that stands in many groups is no sign of a copy ("said in a
statement on Monday"), so it leads nowhere, and the time grows with the number of texts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from digest.cluster.origins.overlap import Shingled, Text, is_copy, shingled
from digest.cluster.origins.shingles import sampled

SAME = 12  # words from which two texts that are the same are copies
COMMON = 20  # groups that a run leads to; further ones are not noted
TRIED = 3  # groups that a text is compared with
WITNESSES = 4  # texts of a group, each somewhat different, that others are compared with
HINT = 0.15  # the part of a text's runs that a group must have to be compared


def groups(texts: Iterable[Text]) -> list[list[Text]]:
    """Group the texts that are copies of one; the longest stands first, groups and texts in an order of their own.

    The order in which the texts are given makes no difference.
    """
    found = _Groups()
    for _, fingerprint, _, text in sorted((-len(t.words), t.fingerprint, t.key, t) for t in texts):
        found.add(text, fingerprint)
    return found.members


class _Groups:
    """The groups while they grow."""

    def __init__(self) -> None:
        self.members: list[list[Text]] = []
        self._witnesses: list[list[Shingled]] = []
        self._by_run: dict[int, list[int]] = {}
        self._by_words: dict[bytes, int] = {}

    def add(self, text: Text, fingerprint: bytes) -> None:
        """Put a text into its group. No text that was added before may be shorter."""
        home = self._by_words.get(fingerprint) if len(text.words) >= SAME else None
        if home is None:
            home = self._compare(shingled(text))
            self._by_words[fingerprint] = home
        self.members[home].append(text)

    def _compare(self, text: Shingled) -> int:
        """The group of which a text is a copy, or a new one."""
        looked_up = sampled(text.runs)
        home = next((group for group in self._near(looked_up) if self._has(group, text)), None)
        if home is None:
            home = len(self.members)
            self.members.append([])
            self._witnesses.append([])
        if len(self._witnesses[home]) < WITNESSES:
            self._witnesses[home].append(text)
            for run in looked_up:
                leads_to = self._by_run.setdefault(run, [])
                if len(leads_to) < COMMON and home not in leads_to:
                    leads_to.append(home)
        return home

    def _has(self, group: int, text: Shingled) -> bool:
        return any(is_copy(text, witness) for witness in self._witnesses[group])

    def _near(self, looked_up: Sequence[int]) -> list[int]:
        """The few groups that have most of a text's runs."""
        shared: Counter[int] = Counter()
        telling = 0
        for run in looked_up:
            leads_to = self._by_run.get(run, ())
            if len(leads_to) < COMMON:
                telling += 1
                shared.update(leads_to)
        near = sorted((-times, group) for group, times in shared.items() if times >= HINT * telling)
        return [group for _, group in near[:TRIED]]
