"""Nothing inside the user's own network is asked, however it is spelled and whoever leads there."""

from __future__ import annotations

import ipaddress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from webserver import Reply

from digest.config.digest_file import FetchSettings
from digest.fetch.guard import Allowed, check, not_public
from digest.fetch.problems import FetchError

PAGE = b"<!doctype html><p>The ferry runs again.</p>"
INSIDE = [
    "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.255.254", "169.254.169.254", "172.16.0.1",
    "172.31.9.9", "192.0.0.8", "192.168.1.1", "198.18.0.1", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::808:808", "2002:7f00:1::", "2002:101:101::1", "2002:c0a8:101::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2", "100::1", "fc00::1", "fd12:3456::1", "fe80::1", "fec0::1", "ff02::1",
    "2001:db8::1", "3fff::1", "5f00::1",
]  # fmt: skip
OUTSIDE = [
    "1.1.1.1", "100.63.255.255", "100.128.0.1", "172.32.0.1", "192.169.0.1", "223.255.255.1",
    "2606:4700::1111", "2a00:1450:4001::1", "::ffff:1.1.1.1", "64:ff9b::101:101",
]  # fmt: skip


@pytest.mark.parametrize("address", INSIDE)
def test_addresses_inside_are_refused(address):
    assert not_public(ipaddress.ip_address(address))
    with pytest.raises(FetchError) as caught:
        check("courier.example", [address], Allowed())
    assert caught.value.code == "private-address"
    assert address in caught.value.message


@pytest.mark.parametrize("address", OUTSIDE)
def test_addresses_outside_are_asked(address):
    assert check("courier.example", [address], Allowed()) == (address,)


@given(st.ip_addresses())
def test_what_python_calls_private_is_never_asked(address):
    if address.is_private or address.is_loopback or address.is_link_local or address.is_multicast:
        mapped = getattr(address, "ipv4_mapped", None)
        assert not_public(address) or (mapped and not mapped.is_private)


@given(st.ip_addresses(v=4))
def test_a_wrapped_address_is_what_it_wraps(address):
    inner = bool(not_public(address))
    number = int(address)
    for wrapped in (0xFFFF << 32 | number, (0x64FF9B << 96) | number):
        assert bool(not_public(ipaddress.IPv6Address(wrapped))) is inner


def test_one_address_inside_spoils_the_others():
    with pytest.raises(FetchError):
        check("courier.example", ["1.1.1.1", "10.0.0.1"], Allowed())


@pytest.mark.parametrize("entry", ["courier.example", "10.0.0.0/8", "10.0.0.1"])
def test_what_is_allowed_may_be_asked(entry):
    assert check("courier.example", ["10.0.0.1"], Allowed.of([entry])) == ("10.0.0.1",)
    with pytest.raises(FetchError):
        check("other.example", ["192.168.0.1"], Allowed.of([entry]))


SPELLINGS = [
    "http://127.0.0.1:{port}/secret",
    "http://2130706433:{port}/secret",
    "http://0x7f000001:{port}/secret",
    "http://0x7f.1:{port}/secret",
    "http://0177.0.0.1:{port}/secret",
    "http://127.1:{port}/secret",
    "http://0:{port}/secret",
    "http://\uff11\uff12\uff17.0.0.1:{port}/secret",
    "http://127.0.0.1.:{port}/secret",
    "http://localhost:{port}/secret",
    "http://[::1]:{port}/secret",
    "http://[::ffff:127.0.0.1]:{port}/secret",
    "http://[::ffff:7f00:1]:{port}/secret",
    "http://169.254.169.254/latest/meta-data/",
    "http://10.0.0.1/",
    "http://[fd00::1]/",
]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_no_spelling_leads_inside(web, guest, spelling):
    guest.settings = FetchSettings(retries=0, timeout=5)
    web.answers["/secret"] = Reply(PAGE)
    assert guest.code(spelling.format(port=web.port)) == "private-address"
    assert not web.asked


@pytest.mark.parametrize("spelling", [s for s in SPELLINGS if "127.0.0.1:" not in s and "127.0.0.1.:" not in s])
def test_no_redirect_leads_inside(web, guest, spelling):
    """The first server may be asked, under a name; where it leads to is looked at again."""
    guest.settings = replace(guest.settings, allow=("courier.example",))
    guest.names.known["courier.example"] = [("127.0.0.1",)]
    target = spelling.format(port=web.port)
    web.answers["/a"] = Reply(status=302, headers={"Location": target.encode().decode("latin-1")})
    web.answers["/secret"] = Reply(PAGE)
    assert guest.code(web.url("/a", host="courier.example")) in ("private-address", "bad-address")
    assert web.paths == ["/a"]


def test_a_name_that_leads_inside_is_refused(web, guest):
    guest.settings = FetchSettings(retries=0)
    guest.names.known["courier.example"] = [("127.0.0.1",)]
    result = guest.one(web.url("/a", host="courier.example"))
    (problem,) = result.problems
    assert problem.code == "private-address"
    assert "courier.example leads to 127.0.0.1" in problem.message
    assert "--allow courier.example" in problem.hint
    assert not web.asked


def test_a_name_that_changes_its_mind_does_not_get_inside(web, guest):
    """The robots.txt comes from a public address, and then the name leads inside: it is looked at each time."""
    guest.settings = FetchSettings(retries=0, timeout=1, allow=("127.0.0.1",))
    guest.names.known["courier.example"] = [("127.0.0.1",), ("127.0.0.2",)]
    web.answers["/a"] = Reply(PAGE)
    assert guest.code(web.url("/a", host="courier.example")) == "private-address"
    assert [asked.path for asked in web.asked] == ["/robots.txt"]


def test_the_checked_address_is_the_one_that_is_asked(web, guest):
    """One look-up a request: whatever the name would give a second time, the connection goes where the check looked."""
    guest.names.known["courier.example"] = [("127.0.0.1",), ("127.0.0.1",), ("192.0.2.1",)]
    web.answers["/a"] = Reply(PAGE)
    assert guest.one(web.url("/a", host="courier.example")).outcome == "new"
    assert web.asked[-1].headers["host"] == f"courier.example:{web.port}"


def test_an_entry_of_a_feed_leads_nowhere_inside(web, guest):
    guest.settings = replace(guest.settings, allow=("courier.example",))
    guest.names.known["courier.example"] = [("127.0.0.1",)]
    links = (f"http://127.0.0.1:{web.port}/secret", "http://169.254.169.254/latest/", "file:///etc/passwd", "http://[")
    items = "".join(f"<item><guid>{n}</guid><link>{link}</link></item>" for n, link in enumerate(links))
    web.answers["/feed"] = Reply(f"<rss><channel>{items}</channel></rss>".encode())
    feed, *pages = guest.get(web.url("/feed", host="courier.example"))
    assert feed.outcome == "new"
    assert [page.problems[0].code for page in pages if page.problems] == ["private-address"] * len(pages)
    assert len(pages) == 2
    assert web.paths == ["/feed"]


def test_a_proxy_of_the_environment_is_not_used(web, guest, monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    web.answers["/a"] = Reply(PAGE)
    assert guest.one(web.url("/a")).outcome == "new"
