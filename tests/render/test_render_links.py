"""Links lead only where they may, and say it in a way that every engine reads alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown_it import MarkdownIt

from digest.render.links import link, safe_url, text_fragment


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://example.com/a/b?c=d&e=f#g", "https://example.com/a/b?c=d&e=f#g"),
        ("HTTP://Example.COM/Path", "http://example.com/Path"),
        ("https://example.com:8443/", "https://example.com:8443/"),
        ("https://example.com/a (b) [c] *d* `e` $f$ |g".replace(" ", "%20"), None),
        ("https://example.com/caf\u00e9", "https://example.com/caf%C3%A9"),
        ("https://b\u00fccher.example/", "https://xn--bcher-kva.example/"),
        ("https://example.com/100%", "https://example.com/100%25"),
        ("https://example.com/a%20b", "https://example.com/a%20b"),
    ],
)
def test_good_addresses_are_kept(address: str, safe: str | None) -> None:
    found = safe_url(address)
    assert found == safe if safe else found and not set(found) & set("()[]*`$|")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://example.com/",
        "mailto:a@example.com",
        "//example.com/",
        "/relative",
        "relative.html",
        "#fragment",
        "https://",
        "https:///path",
        "https://bank.example@evil.example/",
        "https://user:secret@example.com/",
        "https://example.com\\@evil.example/",
        "https://exa mple.com/",
        "https://example.com/a b",
        "https://example.com/\nx",
        "https://[::1/",
        "https://example.com:99999/",
        "https://example.com:x/",
        "https://-/",
        "https://exam\u202eple.com/",
    ],
)
def test_other_addresses_are_no_links(address: str) -> None:
    assert safe_url(address) is None


@given(st.text() | st.text().map("https://example.com/".__add__))
def test_a_safe_address_is_plain_and_stays_what_it_is(address: str) -> None:
    found = safe_url(address)
    if found:
        assert found.isascii()
        assert not set(found) & set(" \"'<>()[]{}*`$|\\^")
        assert safe_url(found) == found


@given(st.text(min_size=1), st.text().map("https://example.com/?".__add__))
def test_both_engines_read_the_same_link(text: str, address: str) -> None:
    found = safe_url(address)
    if not found or not text.strip():
        return
    markdown = f"before {link(text, found)} after"
    one, other = Markdown().convert(markdown), MarkdownIt("commonmark").render(markdown)
    shown = found.replace("&", "&amp;")
    assert f'<a href="{shown}">' in one
    assert f'<a href="{shown}">' in other


def test_a_text_fragment_names_the_first_and_last_words() -> None:
    found = text_fragment("https://example.com/x", "It was, he said, a well-known fact in all of the town.")
    assert found == "https://example.com/x#:~:text=It%20was%2C%20he%20said%2C,all%20of%20the%20town."
    assert text_fragment("https://example.com/x#y", "A well-known fact.").endswith("#y:~:text=A%20well%2Dknown%20fact.")
