"""Should foreign text ever reach Python-Markdown unescaped, it gets no HTML, no attributes and no scripts."""

from __future__ import annotations

import html
import re

import markdown
import pytest

from digest.hardening import Hardening

EXTENSIONS = ["tables", "toc", "attr_list", "md_in_html", "footnotes", "abbr", "admonition", "def_list"]
PAYLOADS = [
    "<script>alert(1)</script>",
    "a <img src=x onerror=alert(1)> b",
    "<div onclick=alert(1) markdown=1>x</div>",
    "word {: onclick=alert(1) style='position:fixed' }",
    "*word*{: onmouseover=alert(1) }",
    "# heading {: onclick=alert(1) }",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](java&#x09;script:alert(1))",
    "[x]( \u0001javascript:alert(1))",
    "![x](javascript:alert(1))",
    "[x](data:text/html;base64,AAAA)",
    "[x](vbscript:msgbox(1))",
    "<javascript:alert(1)>",
    "[x]: javascript:alert(1)\n\n[x]",
]


def render(text: str, *, active: bool) -> str:
    return markdown.markdown(text, extensions=[*EXTENSIONS, Hardening(lambda: active)])


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_harmful_is_left(payload):
    out = render(payload, active=True)
    for tag in re.findall(r"<[a-zA-Z][^>]*>", out):
        seen = re.sub(r"[\x00-\x20]", "", html.unescape(tag)).lower()
        assert not re.search(r"\son\w+\s*=", tag.lower()), out
        assert not re.search(r"(href|src)=\W?(javascript|data|vbscript):", seen), out
        assert not seen.startswith(("<script", "<div", "<img" if "<img" in payload else "<script")), out


@pytest.mark.parametrize(
    "text",
    [
        "[2](../articles/x.md#sentence-3)",
        "[out](https://example.org/a?b=1&c=2#:~:text=one,two)",
        "| a | b |\n|:--|--:|\n| 1 | 2 |",
        "# Heading\n\n> quoted *text*",
    ],
)
def test_our_own_markdown_is_left_alone(text):
    assert render(text, active=True) == render(text, active=False)


def test_hand_written_pages_keep_their_html():
    assert "<b>bold</b>" in render("<b>bold</b>", active=False)
