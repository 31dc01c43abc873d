"""A feed is written into digest.yml, and nothing else in it changes."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from digest.config.digest_file import load_digest_file
from digest.diagnostics import DigestError
from digest.fetch.follow import follow_feeds, with_feeds

NEW = "https://new.example/feed?a=b&c=d"
CASES = {
    "no file": ("", f"feeds:\n  - {NEW}\n"),
    "other keys only": ("fetch:\n  delay: 5\n", f"fetch:\n  delay: 5\n\nfeeds:\n  - {NEW}\n"),
    "no line end": ("fetch: {delay: 5}", f"fetch: {{delay: 5}}\n\nfeeds:\n  - {NEW}\n"),
    "no feeds yet": ("feeds: # mine\nfetch:\n", f"feeds: # mine\n  - {NEW}\nfetch:\n"),
    "an empty list": ("feeds: []  # mine\n", f"feeds:   # mine\n  - {NEW}\n"),
    "a list": (
        "# first\nfeeds:\n- https://a.example/  # one\n# old: https://b.example/\n\nfetch:\n  delay: 5 # a\n",
        f"# first\nfeeds:\n- https://a.example/  # one\n- {NEW}\n# old: https://b.example/\n\nfetch:\n  delay: 5 # a\n",
    ),
    "a list with details": (
        "feeds:\n    - address: https://a.example/\n      pages: no  # why\n    # the end\nfetch:\n",
        f"feeds:\n    - address: https://a.example/\n      pages: no  # why\n    - {NEW}\n    # the end\nfetch:\n",
    ),
    "details without line end": (
        "feeds:\n  - address: https://a.example/\n    publisher: A",
        f"feeds:\n  - address: https://a.example/\n    publisher: A\n  - {NEW}\n",
    ),
    "in brackets": ("feeds: [https://a.example/]\n", f'feeds: [https://a.example/, "{NEW}"]\n'),
    "brackets over lines": (
        "feeds: [\n  https://a.example/,  # one\n]\n",
        f'feeds: [\n  https://a.example/, "{NEW}",  # one\n]\n',
    ),
    "line ends of Windows": (
        "feeds:\r\n  - https://a.example/\r\n",
        f"feeds:\r\n  - https://a.example/\r\n  - {NEW}\r\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_a_feed_is_added(tmp_path, before, after):
    path = tmp_path / "digest.yml"
    if before:
        path.write_bytes(before.encode())
    feeds = [feed.address for feed in load_digest_file(tmp_path)[0].feeds]
    assert follow_feeds(tmp_path, [NEW]) == (NEW,)
    assert path.read_bytes().decode() == after
    assert [feed.address for feed in load_digest_file(tmp_path)[0].feeds] == [*feeds, NEW]


def test_a_feed_that_is_there_is_not_added_again(tmp_path):
    text = "feeds:\n  - http://new.example/feed?a=b&c=d&utm_source=x\n"
    (tmp_path / "digest.yml").write_text(text)
    assert follow_feeds(tmp_path, [NEW, NEW]) == ()
    assert (tmp_path / "digest.yml").read_text() == text


def test_several_at_once_and_none_twice(tmp_path):
    assert follow_feeds(tmp_path, [NEW, "https://b.example/a:b", NEW]) == (NEW, "https://b.example/a:b")
    assert [feed.address for feed in load_digest_file(tmp_path)[0].feeds] == [NEW, "https://b.example/a:b"]


@pytest.mark.parametrize("text", ["feeds: [\n", "feeds: https://a.example/\n", "fetch: {delay: x}\n", "a: &b c\n"])
def test_a_file_with_mistakes_is_left_alone(tmp_path, text):
    (tmp_path / "digest.yml").write_text(text)
    with pytest.raises(DigestError) as caught:
        follow_feeds(tmp_path, [NEW])
    assert caught.value.diagnostics[0].location.path == "digest.yml"
    assert (tmp_path / "digest.yml").read_text() == text


def test_what_cannot_be_added_to_is_left_alone_and_said(tmp_path):
    text = "{fetch: {delay: 5}}\n"
    (tmp_path / "digest.yml").write_text(text)
    with pytest.raises(DigestError) as caught:
        follow_feeds(tmp_path, [NEW])
    assert caught.value.diagnostics[0].code == "not-understood"
    assert NEW in caught.value.diagnostics[0].hint
    assert (tmp_path / "digest.yml").read_text() == text


@given(
    st.lists(
        st.sampled_from(["https://a.example/1", "https://b.example/x?y=1,2", "https://[2606:4700::1]/"]),
        min_size=1,
        unique=True,
    )
)
def test_a_file_of_another_program_stays_sound(addresses):
    before = yaml.safe_dump({"feeds": ["https://old.example/"], "fetch": {"delay": 5}})
    after = yaml.safe_load(with_feeds(before, addresses))
    assert after == {"feeds": ["https://old.example/", *addresses], "fetch": {"delay": 5}}
