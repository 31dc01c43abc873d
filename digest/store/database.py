"""Open the cache's SQLite file, which may come from anywhere: only one of the very form that we make is used."""

from __future__ import annotations

import sqlite3
from pathlib import Path

FORMAT = 1
WAIT = 5.0  # seconds that another run may take to write
LARGEST = 1 << 26  # bytes of one result
SCHEMA = (
    "CREATE TABLE results (key BLOB PRIMARY KEY, value BLOB NOT NULL)",
    "CREATE TABLE uses (key BLOB PRIMARY KEY, run INTEGER NOT NULL, size INTEGER NOT NULL)",
)


def open_database(path: Path) -> sqlite3.Connection:
    """Open or make the file; one that is broken or of another form is replaced. Raises OSError or sqlite3.Error."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and not path.is_file():
        raise OSError("not a file")
    try:
        return _open(path)
    except sqlite3.DatabaseError as problem:
        if not broken(problem):
            raise
    for end in ("", "-journal", "-wal", "-shm"):
        Path(f"{path}{end}").unlink(missing_ok=True)
    return _open(path)


def broken(problem: BaseException) -> bool:
    """Whether the file itself is at fault, not its surroundings (no room, no right, somebody else at work)."""
    return not isinstance(problem, OSError | sqlite3.OperationalError | sqlite3.ProgrammingError)


def _open(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=WAIT, isolation_level=None, check_same_thread=False)
    database.text_factory = bytes  # whatever stands there: nothing is decoded
    try:
        database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 2 * LARGEST)
        for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0", "synchronous = NORMAL"):
            database.execute(f"PRAGMA {pragma}")
        database.execute("BEGIN IMMEDIATE" if _is_empty(database) else "BEGIN")
        if _is_empty(database):
            for statement in (*SCHEMA, f"PRAGMA user_version = {FORMAT}"):
                database.execute(statement)
        known = {sql for (sql,) in database.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")}
        (version,) = database.execute("PRAGMA user_version").fetchone()
        database.execute("COMMIT")
        if known != {statement.encode() for statement in SCHEMA} or version != FORMAT:
            raise sqlite3.DatabaseError("it is of another form")
    except BaseException:
        database.close()
        raise
    return database


def _is_empty(database: sqlite3.Connection) -> bool:
    (tables,) = database.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return bool(tables == 0)
