"""The cache gives back what was put in, or nothing: whatever was done to its file, and whoever did it."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
import zlib

import pytest

from digest.store.cache import Cache
from digest.store.seal import SIZE, seal, secret_file

KEYS = [bytes([n]) * 32 for n in range(10)]


def cache(folder, **options) -> Cache:
    return Cache(folder / ".digest/cache.sqlite", root=folder, **options)


def filled(folder, results):
    with cache(folder) as opened:
        opened.keep(results)
    assert not opened.notes
    return folder / ".digest/cache.sqlite"


def found(folder) -> tuple[dict[bytes, bytes], list[str]]:
    with cache(folder) as opened:
        results = dict(opened.find(KEYS))
    return results, [note.code for note in opened.notes]


def test_what_was_put_in_comes_out_in_the_next_run(tmp_path):
    results = {KEYS[0]: b"a result", KEYS[1]: b"", KEYS[2]: os.urandom(100_000)}
    filled(tmp_path, results)
    assert found(tmp_path) == (results, [])


def test_a_result_is_there_before_it_is_written(tmp_path):
    with cache(tmp_path) as opened:
        opened.keep({KEYS[0]: b"new"})
        assert dict(opened.find(KEYS)) == {KEYS[0]: b"new"}


@pytest.mark.parametrize(
    "content", [b"", b"no database", b"SQLite format 3\x00" + b"\x00" * 84, b"SQLite format 3\x00" + b"\xff" * 5000]
)
def test_a_file_that_is_no_database_is_made_anew(tmp_path, content):
    path = filled(tmp_path, {KEYS[0]: b"a"})
    path.write_bytes(content)
    assert found(tmp_path) == ({}, [])
    filled(tmp_path, {KEYS[0]: b"b"})
    assert found(tmp_path)[0] == {KEYS[0]: b"b"}


@pytest.mark.parametrize("step", [1, 7, 61])
def test_no_change_of_any_byte_gives_a_wrong_result_or_an_error(tmp_path, step):
    results = {key: bytes(range(256)) * 20 + key for key in KEYS}
    path = filled(tmp_path, results)
    whole = path.read_bytes()
    for place in range(step, len(whole), len(whole) // 40):
        broken = bytearray(whole)
        broken[place : place + step] = bytes(byte ^ 0x55 for byte in broken[place : place + step])
        path.write_bytes(bytes(broken))
        assert found(tmp_path)[0].items() <= results.items()
    path.write_bytes(whole[: len(whole) // 2])
    assert found(tmp_path)[0].items() <= results.items()


@pytest.mark.parametrize(
    "statement",
    [
        "PRAGMA user_version = 2",
        "DROP TABLE uses",
        "CREATE TABLE more (x)",
        "CREATE TRIGGER t AFTER UPDATE ON uses BEGIN DELETE FROM results; END",
        "CREATE VIEW v AS SELECT load_extension('evil')",
    ],
)
def test_a_database_of_another_form_is_made_anew(tmp_path, statement):
    path = filled(tmp_path, {KEYS[0]: b"a"})
    with sqlite3.connect(path) as database:
        database.execute(statement)
    database.close()
    assert found(tmp_path) == ({}, [])
    filled(tmp_path, {KEYS[0]: b"b"})
    assert found(tmp_path)[0] == {KEYS[0]: b"b"}


@pytest.mark.parametrize("size", ["'large'", "x'ff'", "1e308", "9223372036854775807", "-1", "CAST(x'ff' AS TEXT)"])
@pytest.mark.parametrize("run", ["'late'", "9223372036854775807", "CAST(x'ff' AS TEXT)"])
def test_what_it_says_of_its_use_is_not_believed(tmp_path, size, run):
    path = filled(tmp_path, dict.fromkeys(KEYS[:3], b"a"))
    with sqlite3.connect(path) as database:
        database.execute(f"UPDATE uses SET size = {size}, run = {run}")
        database.execute(f"INSERT INTO uses VALUES (NULL, {run}, {size})")
    database.close()
    for _ in range(2):
        with cache(tmp_path, most=10) as opened:
            opened.keep({KEYS[4]: b"b"})
            assert set(dict(opened.find(KEYS)).values()) <= {b"a", b"b"}
    assert found(tmp_path)[0].items() <= {**dict.fromkeys(KEYS[:3], b"a"), KEYS[4]: b"b"}.items()


FORGED = zlib.compress(b"forged")


@pytest.mark.parametrize(
    "value",
    [
        FORGED,
        b"\x00" * SIZE + FORGED,
        seal(b"another user's secret, or a guess", KEYS[0], FORGED) + FORGED,
        "a text",
        7,
        b"",
    ],
    ids=["no seal", "zeros", "another's seal", "text", "number", "empty"],
)
def test_a_forged_result_is_not_used(tmp_path, value):
    path = filled(tmp_path, {KEYS[0]: b"a", KEYS[1]: b"b"})
    with sqlite3.connect(path) as database:
        database.execute("UPDATE results SET value = ? WHERE key = ?", (value, KEYS[0]))
    database.close()
    assert found(tmp_path) == ({KEYS[1]: b"b"}, [])


def test_a_result_under_another_key_is_not_used(tmp_path):
    path = filled(tmp_path, {KEYS[0]: b"a", KEYS[1]: b"b"})
    with sqlite3.connect(path) as database:
        (value,) = database.execute("SELECT value FROM results WHERE key = ?", (KEYS[0],)).fetchone()
        database.execute("UPDATE results SET value = ? WHERE key = ?", (value, KEYS[1]))
    database.close()
    assert found(tmp_path) == ({KEYS[0]: b"a"}, [])


def test_the_cache_of_another_user_is_not_used(tmp_path, monkeypatch):
    filled(tmp_path, {KEYS[0]: b"a"})
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "other"))
    assert found(tmp_path) == ({}, [])


def test_the_secret_is_for_its_owner_only(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    filled(tmp_path, {KEYS[0]: b"a"})
    assert secret_file().is_relative_to(tmp_path / "state")
    assert len(secret_file().read_bytes()) == SIZE
    if os.name == "posix":
        assert secret_file().stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("secret", [b"", b"short"])
def test_without_a_secret_there_is_no_cache(tmp_path, monkeypatch, secret):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    filled(tmp_path, {KEYS[0]: b"a"})
    secret_file().write_bytes(secret)
    assert found(tmp_path) == ({}, ["no-cache"])


def test_where_no_secret_can_be_kept_there_is_no_cache(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    with cache(tmp_path) as opened:
        opened.keep({KEYS[0]: b"a"})
        assert dict(opened.find(KEYS)) == {}
    assert [note.code for note in opened.notes] == ["no-cache"]


@pytest.mark.parametrize("name", ["cache.sqlite", "cache.sqlite-journal", "cache.sqlite-wal"])
def test_links_are_not_followed(tmp_path, name):
    outside = tmp_path / "outside"
    outside.write_text("mine")
    project = tmp_path / "project"
    (project / ".digest").mkdir(parents=True)
    (project / ".digest" / name).symlink_to(outside)
    with cache(project) as opened:
        opened.keep({KEYS[0]: b"a"})
    assert [note.code for note in opened.notes] == ["no-cache"]
    assert outside.read_text() == "mine"


def test_a_folder_that_leads_out_of_the_project_is_left_alone(tmp_path):
    (tmp_path / "outside").mkdir()
    (tmp_path / "project").mkdir()
    (tmp_path / "project/.digest").symlink_to(tmp_path / "outside")
    with cache(tmp_path / "project") as opened:
        opened.keep({KEYS[0]: b"a"})
    assert [note.code for note in opened.notes] == ["no-cache"]
    assert not list((tmp_path / "outside").iterdir())


@pytest.mark.parametrize("name", [".digest", ".digest/cache.sqlite"])
def test_something_else_in_its_place_is_left_alone(tmp_path, name):
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.mkdir() if name.endswith("sqlite") else path.write_text("a file")
    with cache(tmp_path) as opened:
        opened.keep({KEYS[0]: b"a"})
    assert [note.code for note in opened.notes] == ["no-cache"]
    assert path.exists()


def test_a_locked_cache_is_not_waited_for_long(tmp_path, monkeypatch):
    path = filled(tmp_path, {KEYS[0]: b"a"})
    monkeypatch.setattr("digest.store.database.WAIT", 0.01)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert found(tmp_path) == ({}, ["no-cache"])
    other.execute("ROLLBACK")
    other.close()
    assert found(tmp_path) == ({KEYS[0]: b"a"}, [])


def test_what_cannot_be_written_is_read_at_least(tmp_path, monkeypatch):
    path = filled(tmp_path, {KEYS[0]: b"a"})
    monkeypatch.setattr("digest.store.database.WAIT", 0.01)
    other = sqlite3.connect(path, isolation_level=None)
    with cache(tmp_path) as opened:
        other.execute("BEGIN IMMEDIATE")
        assert dict(opened.find(KEYS)) == {KEYS[0]: b"a"}
        opened.keep({KEYS[1]: b"b"})
    other.execute("ROLLBACK")
    other.close()
    assert [note.code for note in opened.notes] == ["no-cache"]
    assert found(tmp_path) == ({KEYS[0]: b"a"}, [])


def test_what_was_not_used_for_the_most_runs_goes_first(tmp_path):
    for number, key in enumerate(KEYS[:4]):
        with cache(tmp_path, most=10**6) as opened:
            opened.keep({key: os.urandom(1000)})
            assert len(dict(opened.find(KEYS[:1]))) == 1, number
    with cache(tmp_path, most=4000) as opened:
        opened.keep({KEYS[4]: os.urandom(1000)})
    assert sorted(found(tmp_path)[0]) == [KEYS[3], KEYS[4]]


def _fill(folder, number):
    with cache(folder) as opened:
        for turn in range(20):
            opened.keep({KEYS[number]: b"%d" % number, os.urandom(32): b"%d" % turn})
            assert set(dict(opened.find(KEYS)).values()) <= {b"%d" % n for n in range(4)}
        opened.close()
    assert not opened.notes


def test_several_runs_at_once_do_not_harm_it(tmp_path, monkeypatch):
    monkeypatch.setattr("digest.store.cache.TOGETHER", 3)
    context = multiprocessing.get_context("spawn")
    runs = [context.Process(target=_fill, args=(tmp_path, number)) for number in range(4)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert [run.exitcode for run in runs] == [0] * 4
    assert found(tmp_path)[0] == {KEYS[n]: b"%d" % n for n in range(4)}
