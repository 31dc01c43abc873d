"""Get one address and keep what came, if it is new. What is held is asked for only in case it has changed."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from digest.diagnostics import Diagnostic, DigestError, Level
from digest.fetch.entries import entries_of, ttl_of
from digest.fetch.memory import AFTER_FAILURE, Memory, Visit, until
from digest.fetch.naming import Place, place_of
from digest.fetch.problems import FetchError, note
from digest.fetch.results import Outcome, Result, Wish
from digest.fetch.shelf import VALIDATORS, Held, Revision, names_held, newest, put, put_sidecar
from digest.fetch.sidecar import Coming, clean_header, moment, sidecar
from digest.fetch.sniff import Kind, binary_name, ending_of, kind_of
from digest.fetch.target import identity, plain_address
from digest.fetch.visitor import Arrival, Visitor
from digest.fetch.waiting import fresh_for, retry_after
from digest.fetch.world import World

NOT_MODIFIED = 304
BUSY = "busy"
REFUSALS = {
    401: ("forbidden", "the server wants a login"),
    402: ("forbidden", "the server wants to be paid"),
    403: ("forbidden", "the server refuses programs, or this address"),
    404: ("not-found", "there is no such page"),
    410: ("not-found", "the page was taken away for good"),
    429: (BUSY, "the server wants fewer requests"),
    451: ("forbidden", "the page is withheld for legal reasons"),
}
SAVE_IT = "save the page with your browser, and add the file: digest add FILE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What became of an address, the bytes that are held of it now, and of a feed that changed those before."""

    result: Result
    data: bytes = b""
    before: bytes = b""
    final: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """An address with what is held of it. `of` is the feed or list that named it."""

    wish: Wish
    of: str
    place: Place
    held: Held | None


class Keeper:
    """Gets addresses for one project, one run long."""

    def __init__(self, root: Path, visitor: Visitor, memory: Memory, *, world: World, again: bool = False) -> None:
        self._root = root
        self._visitor = visitor
        self._memory = memory
        self._world = world
        self._again = again
        self._held: dict[str, set[str]] = {}

    async def keep(self, wish: Wish, *, of: str = "", level: Level = Level.ERROR) -> Kept:
        """Get an address. What goes wrong stands in the result, at that level; nothing is raised for it."""
        problems: tuple[Diagnostic, ...]
        try:
            address = plain_address(wish.address)
            return await self._keep(wish, address, of)
        except FetchError as problem:
            self._remember_failure(wish.address, problem)
            problems = (problem.diagnostic(wish.address, level=level),)
        except DigestError as problem:
            problems = problem.diagnostics
        except OSError as problem:
            words = f"the file cannot be written ({problem.strerror or type(problem).__name__})"
            problems = (FetchError("unwritable", words).diagnostic(wish.address),)
        return Kept(result=Result(address=wish.address, outcome=Outcome.FAILED, of=of, problems=problems))

    def has(self, place: Place) -> bool:
        """Whether a revision is held of the address that has this place."""
        if place.host not in self._held:
            self._held[place.host] = names_held(self._root, place.host)
        return place.name in self._held[place.host]

    def failed_lately(self, address: str) -> bool:
        """Whether it is too early to ask again for what was not there."""
        last = None if self._again else self._memory.last(identity(address))
        return last is not None and bool(last.failed) and last.is_fresh(self._world.now())

    async def _keep(self, wish: Wish, address: str, of: str) -> Kept:
        place, key = place_of(address), identity(address)
        asked = _Asked(wish=wish, of=of, place=place, held=newest(self._root, place))
        last = self._memory.last(key)
        if last and not self._again and last.is_fresh(self._world.now()):
            if last.failed == BUSY:
                words = f"the server wants to be left alone until {last.until}"
                raise FetchError(BUSY, words, hint="--again asks all the same", passing=True)
            if asked.held and not last.failed:
                return self._as_held(asked, asked.held, Outcome.FRESH)
        arrival, told = await self._visit(address, asked.held, last)
        problems = (*told, *_remarks(arrival, wish.address))
        if arrival.answer.status == NOT_MODIFIED and asked.held:
            kept = self._as_held(asked, asked.held, Outcome.UNCHANGED)
            known = _known_validators(asked.held, last)  # which a 304 need not repeat
            self._remember(key, arrival, kept, sha256=asked.held.noted, known=known)
        else:
            kept = await asyncio.to_thread(self._compare, asked, arrival)
            self._remember(key, arrival, kept, sha256=hashlib.sha256(kept.data).hexdigest(), known={})
        return replace(kept, final=arrival.final, result=replace(kept.result, problems=problems))

    async def _visit(
        self, address: str, held: Held | None, last: Visit | None
    ) -> tuple[Arrival, tuple[Diagnostic, ...]]:
        """Ask with the validators of what is held. A 304 to somebody who holds nothing is asked once more without."""
        headers = _validators(held, last)
        arrival = await self._visitor.visit(address, headers)
        told: tuple[Diagnostic, ...] = ()
        if arrival.answer.status == NOT_MODIFIED and not (held and headers):
            told = (
                note("no-copy", "the server says that our copy is still good, but there is none; asked again", address),
            )
            arrival = await self._visitor.visit(address, {"Cache-Control": "no-cache"})
            if arrival.answer.status == NOT_MODIFIED and not held:
                raise FetchError(
                    "no-copy", "the server insists that our copy is still good, but there is none", hint=SAVE_IT
                )
        if arrival.answer.status not in (200, NOT_MODIFIED):
            raise _refusal(arrival, self._world)
        return arrival, told

    def _compare(self, asked: _Asked, arrival: Arrival) -> Kept:
        """Put what came beside what is held, unless it says the same."""
        data, headers, held = arrival.answer.body, arrival.answer.headers, asked.held
        if not data.strip():
            raise FetchError("empty", "the answer is empty", passing=True)
        ending = ending_of(data, content_type=headers.get("content-type", ""), address=arrival.final)
        if not ending:
            what = binary_name(data) or "a file of a kind that digest cannot read"
            raise FetchError("not-readable", f"this is {what}; it is not kept")
        kind = kind_of(data, ending)
        before = held.read() if held else b""
        coming = Coming(
            address=asked.wish.address.strip(), final=arrival.final, at=self._world.now(), headers=headers,
            status=arrival.answer.status, publisher=asked.wish.publisher,
        )  # fmt: skip
        if held and (before == data or (kind is Kind.FEED and _same_entries(before, data))):
            if not held.has_sidecar and before == data:
                put_sidecar(self._root, Revision(asked.place, held.number), sidecar(coming, data))
            return self._as_held(asked, held, Outcome.UNCHANGED)
        revision = Revision(asked.place, held.number + 1 if held else 1)
        path = put(self._root, revision, data, ending=ending, sidecar=sidecar(coming, data))
        self._held.get(asked.place.host, set()).add(asked.place.name)
        outcome = Outcome.CHANGED if held else Outcome.NEW
        return Kept(result=self._result(asked, path, kind, outcome), data=data, before=before)

    def _as_held(self, asked: _Asked, held: Held, outcome: Outcome) -> Kept:
        data = held.read()
        kind = kind_of(data, held.path.suffix)
        return Kept(result=self._result(asked, held.path, kind, outcome), data=data, final=asked.wish.address)

    def _result(self, asked: _Asked, path: Path, kind: Kind, outcome: Outcome) -> Result:
        shown = path.relative_to(self._root).as_posix()
        return Result(address=asked.wish.address, outcome=outcome, kind=kind, path=shown, of=asked.of)

    def _remember(self, key: str, arrival: Arrival, kept: Kept, *, sha256: str, known: Mapping[str, str]) -> None:
        now, headers = self._world.now(), arrival.answer.headers
        ttl = ttl_of(kept.data) if kept.result.kind is Kind.FEED else 0
        told = {name: value for name in VALIDATORS if (value := clean_header(headers.get(name, "")))}
        fresh = until(now, fresh_for(headers, ttl=ttl))
        validators = tuple({**known, **told}.items())
        self._memory.note(key, Visit(at=moment(now), until=fresh, sha256=sha256, headers=validators))

    def _remember_failure(self, address: str, problem: FetchError) -> None:
        """A page that is not there, or that robots.txt forbids, is not asked for again with every run.

        Neither is a server that says how long it wants to be left alone.
        """
        if problem.passing and problem.wait is None:
            return
        now = self._world.now()
        seconds = min(problem.wait or AFTER_FAILURE, AFTER_FAILURE)
        try:
            key = identity(address)
        except FetchError:
            return
        if problem.wait is not None or not self.has(place_of(address)):
            failed = problem.code if problem.wait is None else BUSY
            last = self._memory.last(key) or Visit(at="")
            self._memory.note(key, replace(last, at=moment(now), until=until(now, seconds), failed=failed))


def _validators(held: Held | None, last: Visit | None) -> Mapping[str, str]:
    """The headers that ask for the answer only if it differs from what is held."""
    known = _known_validators(held, last) if held else {}
    return {VALIDATORS[name]: value for name, value in known.items() if value.isascii()}


def _known_validators(held: Held, last: Visit | None) -> Mapping[str, str]:
    """The latest validators of what is held: those remembered, if they are of the same bytes, else the sidecar's."""
    same = last is not None and last.sha256 and last.sha256 == held.noted
    known = dict(last.headers) if last and same else held.headers
    return {name: value for name, value in known.items() if name in VALIDATORS}


def _same_entries(before: bytes, now: bytes) -> bool:
    """Whether two editions of a feed have the same entries with the same content, whatever else differs."""
    old, new = ({entry.key: entry.content for entry in entries_of(data)} for data in (before, now))
    return bool(new) and old == new


def _remarks(arrival: Arrival, address: str) -> tuple[Diagnostic, ...]:
    found = []
    if arrival.unsafe:
        words = f"a redirect left https for http: what came from {arrival.final} may have been changed on its way"
        found.append(note("not-secure", words, address, level=Level.WARNING))
    if arrival.moved:
        words = f"this address has moved for good, to {arrival.final}"
        found.append(note("moved", words, address, hint="write the new one in digest.yml, if it stands there"))
    return tuple(found)


def _refusal(arrival: Arrival, world: World) -> FetchError:
    status = arrival.answer.status
    code, words = REFUSALS.get(status, ("refused", "the server refuses"))
    if status >= 500:
        code, words = "server-error", "the server has an error of its own"
    where = f" at {arrival.final}" if arrival.hops else ""
    hint = SAVE_IT if code == "forbidden" else "is the address right?" if code == "not-found" else "try again later"
    passing = status >= 500 or status in (408, 425, 429)
    wait = retry_after(arrival.answer.headers.get("retry-after"), now=world.now()) if passing else None
    return FetchError(code, f"{words}{where} (status {status})", hint=hint, passing=passing, wait=wait)
