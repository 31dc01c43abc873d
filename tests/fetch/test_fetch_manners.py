"""Good manners: robots.txt, one request at a time with a pause, patience with servers that are out of breath."""

from __future__ import annotations

from dataclasses import replace

import pytest
from webserver import Reply

from digest.config.digest_file import FetchSettings
from digest.fetch.robots import rules_of

PAGE = b"<!doctype html><p>The ferry runs again.</p>"


def test_robots_txt_is_obeyed(web, guest):
    web.answers["/robots.txt"] = Reply(b"User-agent: storydigest\nDisallow: /private\n\nUser-agent: *\nDisallow: /\n")
    web.answers["/private/a"] = web.answers["/open"] = Reply(PAGE)
    forbidden, fine = guest.get(web.url("/private/a"), web.url("/open"))
    assert forbidden.problems[0].code == "robots"
    assert "browser" in forbidden.problems[0].hint
    assert fine.outcome == "new"
    assert web.paths == ["/open"]
    assert len(web.asked) == 2


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (Reply(status=404), ""),
        (Reply(status=403), ""),
        (Reply(status=500), "robots-unreachable"),
        (Reply(status=503), "robots-unreachable"),
        (Reply(status=429), "robots-unreachable"),
        (Reply(raw=[b"", b""], pause=30), "robots-unreachable"),
        (Reply(b"Disallow", length=99), "robots-unreachable"),
        (Reply(b"\xff\xfe\0\0 not at all \n\n:::"), ""),
        (Reply(status=302, headers={"Location": "/robots.txt"}), ""),
        (Reply(status=302, headers={"Location": "/elsewhere"}), "robots"),
    ],
)
def test_what_a_robots_txt_that_is_not_there_means(web, guest, reply, code):
    guest.settings = replace(guest.settings, timeout=0.3)
    web.answers["/robots.txt"] = reply
    web.answers["/elsewhere"] = Reply(b"User-agent: *\nDisallow: /a")
    web.answers["/a"] = Reply(PAGE)
    result = guest.one(web.url("/a"))
    assert [problem.code for problem in result.problems] == ([code] if code else [])
    assert ("/a" in web.paths) is not bool(code)


def test_a_huge_robots_txt_is_read_as_far_as_the_standard_says(web, guest):
    web.answers["/robots.txt"] = Reply(b"User-agent: *\nDisallow: /a\n" + b"# filler\n" * 200_000)
    web.answers["/a"] = web.answers["/b"] = Reply(PAGE)
    forbidden, fine = guest.get(web.url("/a"), web.url("/b"))
    assert (forbidden.problems[0].code, fine.outcome) == ("robots", "new")


def test_a_hostile_robots_txt_costs_little():
    stars = "*a" * 40
    text = "User-agent: *\n" + "".join(f"Disallow: /{n}{stars}*b$\n" for n in range(3_000))
    rules = rules_of(200, text.encode()[:500_000], agent="storydigest")
    rules.require("https://courier.example/1" + "a" * 1500)  # a pattern that backtracks would never come to an end


def test_one_request_at_a_time_with_a_pause(web, guest):
    guest.settings = replace(guest.settings, delay=3)
    for n in range(4):
        web.answers[f"/{n}"] = Reply(PAGE, pause=0.01)
    guest.get(*(web.url(f"/{n}") for n in range(4)))
    assert web.most_at_once == 1
    assert guest.times.waits == [3] * 4


def test_strangers_get_at_least_a_second(web, guest):
    """Only hosts that are the user's own may be asked without a pause."""
    guest.settings = replace(guest.settings, delay=0, allow=("127.0.0.0/8",))
    guest.names.known["courier.example"] = [("127.0.0.1",)]
    web.answers["/a"] = Reply(PAGE)
    guest.one(web.url("/a", host="courier.example"))
    assert guest.times.waits == [1]


@pytest.mark.parametrize(
    ("asked", "given"), [("7", 7), ("4000", 30), ("-5", 0), ("soon", 0), ("0.5", 0.5), ("nan", 0), ("1e400", 0)]
)
def test_a_crawl_delay_is_granted_up_to_a_limit(web, guest, asked, given):
    web.answers["/robots.txt"] = Reply(f"User-agent: *\nCrawl-delay: {asked}\n".encode())
    web.answers["/a"] = Reply(PAGE)
    guest.one(web.url("/a"))
    assert sum(guest.times.waits) == given


def test_several_hosts_are_asked_side_by_side_but_not_too_many(web, guest):
    guest.settings = replace(guest.settings, hosts=3)
    hosts = [f"h{n}.example" for n in range(8)]
    guest.settings = replace(guest.settings, allow=("127.0.0.0/8", *hosts))
    guest.names.known |= {host: [("127.0.0.1",)] for host in hosts}
    web.answers["/a"] = Reply(PAGE, pause=0.05)
    results = guest.get(*(web.url("/a", host=host) for host in hosts))
    assert {result.outcome for result in results} == {"new"}
    assert 1 < web.most_at_once <= 3


def test_a_busy_server_is_asked_again_when_it_says(web, guest):
    guest.settings = replace(guest.settings, retries=2)
    web.answers["/a"] = [Reply(status=429, headers={"Retry-After": "9"}), Reply(status=503), Reply(PAGE)]
    assert guest.one(web.url("/a")).outcome == "new"
    assert guest.times.waits == [9, 4]


def test_retry_after_may_be_a_date(web, guest):
    guest.settings = replace(guest.settings, retries=1)
    date = "Wed, 04 Mar 2026 08:00:20 GMT"
    web.answers["/a"] = [Reply(status=503, headers={"Retry-After": date}), Reply(PAGE)]
    assert guest.one(web.url("/a")).outcome == "new"
    assert guest.times.waits == [20]


def test_a_server_that_wants_hours_is_left_alone(web, guest):
    guest.settings = replace(guest.settings, retries=3)
    web.answers["/a"] = Reply(status=429, headers={"Retry-After": "7200"})
    assert guest.code(web.url("/a")) == "busy"
    assert guest.times.waits == []
    assert web.paths == ["/a"]


@pytest.mark.parametrize("held", [True, False])
def test_a_server_that_wants_hours_gets_them_also_from_the_next_run(web, guest, held):
    if held:
        web.answers["/a"] = Reply(PAGE, headers={"ETag": '"v1"'})
        guest.one(web.url("/a"))
    web.answers["/a"] = Reply(status=503, headers={"Retry-After": "7200"})
    guest.one(web.url("/a"))
    web.asked.clear()
    (problem,) = guest.one(web.url("/a")).problems
    assert (problem.code, web.asked) == ("busy", [])
    assert "2026-03-04T10:00:00Z" in problem.message
    guest.times.passed += 7201
    web.answers["/a"] = Reply(status=304, length=False) if held else Reply(PAGE)
    assert guest.one(web.url("/a")).outcome == ("unchanged" if held else "new")


def test_500_and_then_fine(web, guest):
    guest.settings = replace(guest.settings, retries=2)
    web.answers["/a"] = [Reply(status=500), Reply(PAGE)]
    assert guest.one(web.url("/a")).outcome == "new"
    assert guest.times.waits == [2]


def test_500_for_ever(web, guest):
    guest.settings = replace(guest.settings, retries=2)
    web.answers["/a"] = Reply(status=500)
    assert guest.code(web.url("/a")) == "server-error"
    assert guest.times.waits == [2, 4]
    assert web.paths == ["/a"] * 3


def test_a_broken_answer_is_asked_for_again(web, guest):
    guest.settings = replace(guest.settings, retries=1)
    web.answers["/a"] = [Reply(PAGE[:9], length=len(PAGE)), Reply(PAGE)]
    result = guest.one(web.url("/a"))
    assert (guest.root / result.path).read_bytes() == PAGE


def test_404_is_final(web, guest):
    guest.settings = replace(guest.settings, retries=3)
    assert guest.code(web.url("/a")) == "not-found"
    assert web.paths == ["/a"]


def test_one_bad_address_does_not_stop_the_others(web, guest):
    web.answers["/a"] = web.answers["/c"] = Reply(PAGE)
    results = guest.get(web.url("/a"), web.url("/b"), "gopher://example.org/", web.url("/c"))
    assert [result.outcome for result in results] == ["new", "failed", "failed", "new"]


def test_the_same_address_is_asked_once(web, guest):
    web.answers["/a"] = Reply(PAGE)
    results = guest.get(web.url("/a"), web.url("/a?utm_source=b"), web.url("/a#c"))
    assert [result.outcome for result in results] == ["new"]
    assert web.paths == ["/a"]


def test_the_defaults_are_polite():
    settings = FetchSettings()
    assert settings.delay >= 1
    assert settings.redirects <= 10
    assert not settings.allow
