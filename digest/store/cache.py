"""Remember results from one run to the next, in a file that may be deleted, broken or forged without any harm."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from digest.diagnostics import Diagnostic, Location, note
from digest.store.database import LARGEST, broken, open_database
from digest.store.files import inside
from digest.store.seal import SIZE, is_sealed, read_secret, seal

MOST = 1 << 30  # bytes of results that are kept
TOGETHER = 100  # results that are written at a time
BESIDE = ("", "-journal", "-wal", "-shm")  # files that SQLite makes


class Cache:
    """Results by key, both bytes. Only what this user's digest put in comes out; any trouble gives nothing at all.

    Results are counted by the runs that used them last. Where they are more than `most` bytes, those that were not used
    for the most runs go.
    """

    def __init__(self, path: Path, *, root: Path, most: int = MOST) -> None:
        self._path, self._root, self._most = path, root, most
        self._database: sqlite3.Connection | None = None
        self._new: dict[bytes, bytes] = {}
        self._used: set[bytes] = set()
        self.notes: list[Diagnostic] = []
        with self._forgiving():
            self._secret = read_secret()
            if not inside(path, root) or any(Path(f"{path}{end}").is_symlink() for end in BESIDE):
                raise OSError("a link leads elsewhere")
            self._database = open_database(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def find(self, keys: Iterable[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """Those of the keys of which a result is remembered, with it."""
        for key in keys:
            found = self._new.get(key)
            if found is None and self._database is not None:
                with self._forgiving():
                    found = self._read(self._database, key)
            if found is not None:
                self._used.add(key)
                yield key, found

    def touch(self, keys: Iterable[bytes]) -> None:
        """Count results as used that were not asked for, because this process still had them."""
        self._used.update(keys)

    def keep(self, results: Mapping[bytes, bytes]) -> None:
        """Remember results. They are written now and then, and at the latest when the cache is closed."""
        if self._database is not None:
            self._new.update(results)
            self._used.update(results)
            if len(self._new) >= TOGETHER:
                self._write()

    def close(self) -> None:
        """Write what is new, and let go of the oldest results if there are too many."""
        self._write(last=True)
        if self._database is not None:
            with suppress(sqlite3.Error):
                self._database.close()
            self._database = None

    def _read(self, database: sqlite3.Connection, key: bytes) -> bytes | None:
        row = database.execute("SELECT value FROM results WHERE key = ?", (key,)).fetchone()
        if row is None or not isinstance(row[0], bytes):
            return None
        sealed, packed = row[0][:SIZE], row[0][SIZE:]
        return zlib.decompress(packed) if is_sealed(self._secret, sealed, key, packed) else None

    def _write(self, *, last: bool = False) -> None:
        if self._database is None or not (self._new or (last and self._used)):
            return
        rows = []
        for key, value in self._new.items():
            packed = zlib.compress(value, 1)
            if len(packed) < LARGEST:
                rows.append((key, seal(self._secret, key, packed) + packed))
        self._new = {}
        with self._forgiving(), self._database as database:
            database.execute("BEGIN IMMEDIATE")
            database.executemany("INSERT OR REPLACE INTO results VALUES (?, ?)", rows)
            database.executemany(
                "INSERT OR REPLACE INTO uses VALUES (?, 0, ?)", [(key, len(value)) for key, value in rows]
            )
            if last:
                self._count_run(database)

    def _count_run(self, database: sqlite3.Connection) -> None:
        """Note what this run used, and drop what has not been used for long, if all is too much."""
        (run,) = database.execute("SELECT 1 + coalesce(max(run), 0) FROM uses").fetchone()
        database.executemany("UPDATE uses SET run = ? WHERE key = ?", [(run, key) for key in sorted(self._used)])
        (size,) = database.execute("SELECT coalesce(sum(size), 0) FROM uses").fetchone()
        if size > self._most:
            oldest = database.execute("SELECT key, size FROM uses ORDER BY run, key").fetchall()
            gone = []
            for key, length in oldest:
                if size <= self._most * 3 // 4:
                    break
                gone.append((key,))
                size -= length
            database.executemany("DELETE FROM results WHERE key = ?", gone)
            database.executemany("DELETE FROM uses WHERE key = ?", gone)
        self._used = set()

    @contextmanager
    def _forgiving(self) -> Iterator[None]:
        """Go on without the cache where it makes trouble, and say so; one that is broken is made anew next time."""
        try:
            yield
        except (OSError, RuntimeError, sqlite3.Error, zlib.error, ValueError, TypeError, OverflowError) as problem:
            if self._database is not None:
                with suppress(sqlite3.Error):
                    self._database.close()
                self._database = None
                if broken(problem):
                    for end in BESIDE:
                        with suppress(OSError):
                            Path(f"{self._path}{end}").unlink()
            self.notes.append(
                note(
                    "no-cache",
                    f"what earlier runs found is not used ({problem})",
                    location=Location(path=self._path.relative_to(self._root).as_posix()),
                    hint="the result is the same, only slower; the file may be deleted at any time",
                )
            )
