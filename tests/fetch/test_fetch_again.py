"""What is held is not fetched again without need, and what has changed stands beside it."""

from __future__ import annotations

import json

import pytest
from webserver import Reply

from digest.config.facts import parse_facts

OLD = b"<!doctype html><p>The ferry runs again.</p>"
NEW = b"<!doctype html><p>The ferry runs twice a day.</p>"


def tree(guest):
    return {path: (guest.root / path).read_bytes() for path in guest.seeds()}


def validating(body, **headers):
    """A server that knows what a validator is for."""

    def answer(asked):
        tag, day = asked.headers.get("if-none-match"), asked.headers.get("if-modified-since")
        same = tag == headers.get("ETag") if tag else day is not None and day == headers.get("Last_Modified")
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        return Reply(b"", 304, told, length=False) if same else Reply(body, headers=told)

    return answer


@pytest.mark.parametrize(
    "headers",
    [
        {"ETag": '"v1"'},
        {"ETag": 'W/"v1"'},
        {"Last_Modified": "Tue, 03 Mar 2026 10:00:00 GMT"},
        {"ETag": '"v1"', "Last_Modified": "Tue, 03 Mar 2026 10:00:00 GMT"},
    ],
)
@pytest.mark.parametrize("remembering", [True, False])
def test_an_unchanged_page_is_asked_for_with_its_validators(web, guest, headers, remembering):
    web.answers["/a"] = validating(OLD, **headers)
    guest.one(web.url("/a"))
    before = tree(guest)
    if not remembering:
        guest.forget()
    result = guest.one(web.url("/a"))
    assert (result.outcome, result.path, tree(guest)) == ("unchanged", guest.seeds()[0], before)
    asked = web.asked[-1].headers
    assert asked.get("if-none-match") == headers.get("ETag")
    assert asked.get("if-modified-since") == headers.get("Last_Modified")


def test_a_304_need_not_repeat_the_validators(web, guest):
    web.answers["/a"] = [Reply(OLD, headers={"ETag": '"v1"'}), Reply(status=304, length=False)]
    outcomes = [guest.one(web.url("/a")).outcome for _ in range(4)]
    assert outcomes == ["new", "unchanged", "unchanged", "unchanged"]
    assert [asked.headers.get("if-none-match") for asked in web.asked if asked.path == "/a"] == [None] + 3 * ['"v1"']


def test_the_same_bytes_are_not_stored_twice(web, guest):
    web.answers["/a"] = Reply(OLD)
    guest.one(web.url("/a"))
    before = tree(guest)
    assert guest.one(web.url("/a")).outcome == "unchanged"
    assert tree(guest) == before


def test_a_page_that_changed_is_a_new_revision_beside_the_old_one(web, guest):
    address = web.url("/a")
    for number, body in enumerate((OLD, NEW, OLD), start=1):
        web.answers["/a"] = validating(body, ETag=f'"v{number}"')
        result = guest.one(address)
        assert result.outcome == ("new" if number == 1 else "changed")
    first, *_ = guest.seeds()
    stem = first.removesuffix(".html")
    assert tree(guest).keys() == {f"{stem}{r}{end}" for r in ("", ".r2", ".r3") for end in (".html", ".yml")}
    assert [(guest.root / f"{stem}{r}.html").read_bytes() for r in ("", ".r2", ".r3")] == [OLD, NEW, OLD]
    assert "v2" in (guest.root / f"{stem}.r2.yml").read_text()
    assert guest.one(address).outcome == "unchanged"
    assert web.asked[-1].headers["if-none-match"] == '"v3"'


def test_revisions_of_the_users_own_are_counted_too(web, guest):
    web.answers["/a"] = Reply(OLD)
    path = guest.root / guest.one(web.url("/a")).path
    path.with_name(f"{path.stem}.r7.txt").write_text("By hand.")
    web.answers["/a"] = Reply(NEW)
    assert guest.one(web.url("/a")).path.endswith(".r8.html")


def test_what_an_editor_wrote_into_a_sidecar_stays(web, guest):
    web.answers["/a"] = validating(OLD, ETag='"v1"')
    path = guest.root / guest.one(web.url("/a")).path
    sidecar = path.with_suffix(".yml")
    sidecar.write_text(f"author: A. Writer\n{sidecar.read_text()}")
    before = tree(guest)
    assert guest.one(web.url("/a")).outcome == "unchanged"
    assert tree(guest) == before


def test_a_sidecar_that_is_missing_is_written_again(web, guest):
    web.answers["/a"] = validating(OLD, ETag='"v1"')
    path = guest.root / guest.one(web.url("/a")).path
    path.with_suffix(".yml").unlink()
    guest.forget()
    assert guest.one(web.url("/a")).outcome == "unchanged"
    facts, problems = parse_facts(path.with_suffix(".yml").read_text(), path="x.yml")
    assert (facts.fetched.address, problems) == (web.url("/a"), ())


def test_a_304_without_a_copy_is_asked_again_without_conditions(web, guest):
    web.answers["/a"] = [Reply(status=304, length=False), Reply(OLD)]
    result = guest.one(web.url("/a"))
    assert result.outcome == "new"
    assert [problem.code for problem in result.problems] == ["no-copy"]
    assert web.paths == ["/a", "/a"]


def test_a_304_without_a_copy_for_ever(web, guest):
    web.answers["/a"] = Reply(status=304, length=False)
    assert guest.code(web.url("/a")) == "no-copy"
    assert web.paths == ["/a", "/a"]


def test_what_is_fresh_is_not_asked_for(web, guest):
    web.answers["/a"] = Reply(OLD, headers={"Cache-Control": "public, max-age=600"})
    guest.one(web.url("/a"))
    guest.times.passed += 599
    assert guest.one(web.url("/a")).outcome == "fresh"
    assert web.paths == ["/a"]
    assert guest.get(web.url("/a"), again=True)[0].outcome == "unchanged"
    guest.times.passed += 601
    assert guest.one(web.url("/a")).outcome == "unchanged"
    assert web.paths == ["/a"] * 3


@pytest.mark.parametrize("control", ["no-store, max-age=600", "no-cache", "max-age=x", "", "s-maxage=600"])
def test_what_is_not_fresh_is_asked_for(web, guest, control):
    web.answers["/a"] = Reply(OLD, headers={"Cache-Control": control})
    guest.one(web.url("/a"))
    assert guest.one(web.url("/a")).outcome == "unchanged"


def test_nothing_is_fresh_for_more_than_a_day(web, guest):
    web.answers["/a"] = Reply(OLD, headers={"Cache-Control": "max-age=999999999"})
    guest.one(web.url("/a"))
    guest.times.passed += 86_401
    assert guest.one(web.url("/a")).outcome == "unchanged"


def test_a_clock_that_was_wrong_stops_nothing(web, guest):
    web.answers["/a"] = Reply(OLD, headers={"Cache-Control": "max-age=600"})
    guest.times.passed += 10**8
    guest.one(web.url("/a"))
    guest.times.passed = 0
    assert guest.one(web.url("/a")).outcome == "unchanged"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"x": 1}', '{"x": {"headers": 7}}', "[" * 100_000, "\xff"])
def test_a_broken_memory_is_no_memory(web, guest, text):
    web.answers["/a"] = validating(OLD, ETag='"v1"')
    guest.one(web.url("/a"))
    (guest.root / ".digest" / "fetch.json").write_bytes(text.encode("latin-1"))
    assert guest.one(web.url("/a")).outcome == "unchanged"
    assert json.loads((guest.root / ".digest" / "fetch.json").read_bytes())


def test_a_memory_that_is_a_link_is_left_alone(web, guest, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "precious"
    elsewhere.write_text("precious")
    (guest.root / ".digest").mkdir()
    (guest.root / ".digest" / "fetch.json").symlink_to(elsewhere)
    web.answers["/a"] = Reply(OLD)
    assert guest.one(web.url("/a")).outcome == "new"
    assert elsewhere.read_text() == "precious"


@pytest.mark.parametrize("depth", ["seeds", "host"])
def test_links_are_not_followed_out_of_the_project(web, guest, tmp_path_factory, depth):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    if depth == "seeds":
        (guest.root / "seeds").symlink_to(elsewhere)
    else:
        (guest.root / "seeds").mkdir()
        (guest.root / "seeds" / f"127.0.0.1-{web.port}").symlink_to(elsewhere)
    web.answers["/a"] = Reply(OLD)
    result = guest.one(web.url("/a"))
    assert [problem.code for problem in result.problems] == ["linked-folder"]
    assert not list(elsewhere.iterdir())


def test_a_link_in_place_of_a_file_is_neither_read_nor_written(web, guest, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "precious"
    elsewhere.write_text("precious")
    web.answers["/a"] = Reply(OLD)
    path = guest.root / guest.one(web.url("/a")).path
    path.unlink()
    path.symlink_to(elsewhere)
    guest.forget()
    result = guest.one(web.url("/a"))
    assert [problem.code for problem in result.problems] == ["unwritable"]
    assert elsewhere.read_text() == "precious"


def test_a_folder_that_cannot_be_made(web, guest):
    (guest.root / "seeds").write_text("no folder")
    web.answers["/a"] = Reply(OLD)
    assert guest.one(web.url("/a")).problems[0].code == "unwritable"


def test_nothing_unfinished_is_left(web, guest):
    web.answers["/a"] = Reply(OLD)
    guest.one(web.url("/a"))
    assert not [path for path in guest.root.rglob("*") if path.name.endswith(".digest-tmp")]
