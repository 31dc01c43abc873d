"""Pages as they lie on a disk: packed, in any encoding, damaged, or meant to do harm."""

from __future__ import annotations

import gzip
import subprocess
import sys
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from digest.clean import clean_article
from digest.diagnostics import Location
from digest.ingest import read_seeds
from digest.ingest.content import Content
from digest.ingest.pages import read_page
from digest.model import BlockKind, LineReason, Overrule, RawArticle

CASES = Path(__file__).parent / "cases"
FERRY = (CASES / "ferry.html").read_bytes()
SENTENCE = "The crews of the island ferries called off their strike on Wednesday after eleven hours of talks. "
BODY = "".join(f"<p>Day {n}: {SENTENCE}</p>" for n in range(4))
PAGE = f"<html><head><title>Strike</title></head><body><article>{BODY}</article></body></html>"


def body_of(content: Content) -> str:
    lines = zip((content.text or "").split("\n"), content.kinds or (), strict=True)
    return "\n".join(line for line, kind in lines if kind is BlockKind.BODY)


def codes(content: Content) -> list[str]:
    return [d.code for d in content.diagnostics]


def test_page_is_cut_to_its_article() -> None:
    content = read_page(FERRY, path="ferry.html")
    assert content.text is not None
    lines = content.text.split("\n")
    assert lines[0] == "Ferry crews call off strike after night of talks"
    assert lines[-1] == "The first ship is due to leave at six o’clock on Thursday morning, weather permitting."
    assert content.kinds is not None
    assert len(content.kinds) == len(lines)
    raw = RawArticle(id="a", path="a", sha256="", text=content.text, encoding="utf-8", kinds=content.kinds)
    article = clean_article(raw)
    assert article.is_page
    assert article.headline is not None
    assert article.headline.text == lines[0]
    assert article.blocks[1].kind is BlockKind.STANDFIRST
    assert "Sailings to the islands resume" not in article.body
    assert "Read more" not in article.text
    assert "Storm closes" not in article.text
    assert [line.text for line in article.removed] == ["Read more: Island Lines orders two electric ferries"]


def test_first_paragraph_stays_where_it_is_the_description() -> None:
    page = PAGE.replace("<head>", f'<head><meta name="description" content="Day 0: {SENTENCE}">')
    assert read_page(page.encode(), path="a.html").kinds == (BlockKind.HEADLINE, *[BlockKind.BODY] * 4)


def test_article_is_followed_through_its_parts() -> None:
    content = read_page((CASES / "split.html").read_bytes(), path="split.html")
    lines = (content.text or "").split("\n")
    assert len(lines) == 12
    assert [line.split()[1] for line in lines if line.startswith("Part")] == ["one", "two", "three"]
    assert "Buy" not in (content.text or "")
    assert "Harbour dredged" not in (content.text or "")


def test_the_next_article_is_not_a_part_of_this_one() -> None:
    other = "".join(
        f"<p>Number {n} of the other article, which is about the harbour and goes on.</p>" for n in range(20)
    )
    page = (CASES / "split.html").read_text(encoding="utf-8")
    both = page.replace("</main>", f'<h1>Harbour</h1><div class="grid article__body">{other}</div></main>')
    content = read_page(both.encode(), path="split.html")
    text = body_of(content)
    assert not ("Part one" in text and "Number 7" in text)


def test_paragraphs_elsewhere_on_the_page_are_listed_and_can_be_kept() -> None:
    teaser = "The harbour was dredged again in the night, and the mud was taken to the old quarry behind the hill."
    page = PAGE.replace("</article>", f"</article><aside class='more'><p>{teaser}</p></aside>")
    content = read_page(page.encode(), path="a.html")
    assert teaser not in body_of(content)
    raw = RawArticle(id="a", path="a", sha256="", text=content.text or "", encoding="utf-8", kinds=content.kinds)
    assert [(line.text, line.reason) for line in clean_article(raw).removed] == [(teaser, LineReason.ELSEWHERE)]
    kept = replace(raw, overrules=(Overrule(text=teaser, keep=True, location=Location(path="a.yml")),))
    assert clean_article(kept).body.endswith(teaser)


def test_packed_and_archived_pages_say_the_same() -> None:
    plain = read_page(FERRY, path="ferry.html")
    assert read_page(gzip.compress(FERRY), path="ferry.html.gz") == plain
    assert read_page(gzip.compress(FERRY[:800]) + gzip.compress(FERRY[800:]), path="ferry.html.gz") == plain
    assert read_page((CASES / "ferry.mhtml").read_bytes(), path="ferry.mhtml").text == plain.text


def test_archive_with_the_line_ends_of_browsers() -> None:
    """Browsers end the header's lines with CRLF, and the page begins right behind it."""
    for name in ("ferry.mhtml", "harbour.mhtml"):
        data = (CASES / name).read_bytes().replace(b"\r\n", b"\n")
        found = read_page(data.replace(b"\n", b"\r\n"), path=name)
        assert (found.text, found.stated) == (read_page(data, path=name).text, read_page(data, path=name).stated)


def test_archive_knows_its_address() -> None:
    stated = read_page((CASES / "harbour.mhtml").read_bytes(), path="harbour.mhtml").stated
    assert stated.url is not None
    assert stated.publisher is not None
    assert (stated.url.value, stated.publisher.value) == ("https://pilot.example/2026/harbour", "pilot.example")


def test_browsers_note_the_address() -> None:
    noted = b"<!-- saved from url=(0034)https://pilot.example/2026/harbour -->\n" + PAGE.encode()
    url = read_page(noted, path="a.html").stated.url
    assert url is not None
    assert url.value == "https://pilot.example/2026/harbour"


@pytest.mark.parametrize(
    ("declared", "encoding", "read_as"),
    [
        ("windows-1251", "cp1251", "cp1251"),
        ("ISO-8859-1", "cp1252", "cp1252"),
        ("shift_jis", "cp932", "cp932"),
        ("gb2312", "gb18030", "gb18030"),
        ("iso-2022-jp", "iso2022_jp", "iso2022_jp"),
        ("windows-1252", "utf-8", "utf-8"),  # the page is wrong about itself
        ("no-such-charset", "utf-8", "utf-8"),
        ("zlib", "utf-8", "utf-8"),
    ],
)
def test_charset(declared: str, encoding: str, read_as: str) -> None:
    word = {"cp1251": "Паром", "cp1252": "“Fähre”", "utf-8": "“Fähre”"}.get(encoding, "渡船")
    page = PAGE.replace("<head>", f'<head><meta charset="{declared}">').replace("eleven", word)
    content = read_page(page.encode(encoding), path="a.html")
    assert word in (content.text or "")
    assert (content.encoding, codes(content)) == (read_as, [])


def test_utf_16_without_a_mark() -> None:
    assert SENTENCE.strip() in (read_page(PAGE.encode("utf-16-le"), path="a.html").text or "")


def test_assumed_encoding_is_said() -> None:
    page = read_page(PAGE.replace("eleven", "“elf”").encode("cp1252"), path="a.html")
    assert "“elf”" in (page.text or "")
    assert codes(page) == ["encoding-assumed"]


def bomb(size: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    block = b" " * 1_000_000
    return b"".join(packer.compress(block) for _ in range(size // 1_000_000)) + packer.flush()


HOSTILE = {
    "gzip bomb": (bomb(300_000_000), ["too-large"]),
    "gzip without content": (gzip.compress(FERRY)[:12], ["broken-gzip"]),
    "not gzip at all": (b"\x1f\x8b" + b"x" * 50, ["broken-gzip"]),
    "truncated gzip": (gzip.compress(FERRY)[:-100], ["broken-gzip"]),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, ["not-a-page"]),
    "empty": (b"", ["not-a-page"]),
    "plain text": (SENTENCE.encode(), ["not-a-page"]),
    "no body": (b"<html><head><title>Strike</title></head></html>", ["no-article"]),
    "only a script": (f"<html><body><script>write('{SENTENCE}')</script></body>".encode(), ["no-article"]),
    "nested 10,000 deep": (b"<div>" * 10_000 + SENTENCE.encode() + b"</div>" * 10_000, ["no-article", "too-deep"]),
    "200,000 elements": (PAGE.encode() + b"<i>x</i>" * 200_000, ["too-large"]),
    "NULs": (PAGE.encode().replace(b"t", b"t\0"), []),
    "entities": (b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + PAGE.encode() + b"&x;&x;", []),
    "archive without a page": (
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b--\n",
        ["broken-archive"],
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_page_ends_in_a_warning(name: str, tmp_path: Path) -> None:
    data, expected = HOSTILE[name]
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "bad.html.gz").write_bytes(data)
    (tmp_path / "seeds" / "good.html").write_bytes(FERRY)
    found = read_seeds(tmp_path)
    assert [(d.code, d.level, d.location and d.location.path) for d in found.diagnostics] == [
        (code, "warning", "seeds/bad.html.gz") for code in expected
    ]
    assert "good" in [article.id for article in found.articles]
    assert "root:" not in "".join(article.text for article in found.articles)


def test_large_page_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    with (tmp_path / "seeds" / "huge.html").open("wb") as file:
        file.truncate(20_000_001)
    (problem,) = read_seeds(tmp_path).diagnostics
    assert "this file has 20.0 MB; the limit is 20.0 MB" in problem.message


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=400) | st.text(alphabet="<>/&;=\"' apdivh1ulscript!-\n\x00é", max_size=400).map(str.encode))
@example(b"<!-- saved from url=")
@example(b"<html><script type='application/ld+json'>[[[")
def test_no_bytes_break_the_reader(data: bytes) -> None:
    for page in (data, b"<html><body>" + data + PAGE.encode(), PAGE.encode().replace(b"<p>", b"<p>" + data)):
        content = read_page(page, path="a.html")
        assert content == read_page(page, path="a.html")
        if content.text is None:
            assert content.diagnostics
            continue
        assert content.kinds is not None
        raw = RawArticle(id="a", path="a", sha256="", text=content.text, encoding="utf-8", kinds=content.kinds)
        article = clean_article(raw)
        for block in article.blocks:
            assert raw.text.split("\n")[block.line - 1].find(article.text[block.start : block.end]) >= 0
        assert sum(block.kind is BlockKind.HEADLINE for block in article.blocks) <= 1


def test_the_command_line_starts_without_the_page_readers() -> None:
    command = (
        "import sys, digest.cli, digest.pipeline; sys.exit(any(m in sys.modules for m in ('lxml', 'trafilatura')))"
    )
    assert subprocess.run([sys.executable, "-c", command], check=False).returncode == 0


@pytest.mark.parametrize("tag", ["div", "b", "blockquote"])
def test_a_page_nested_a_thousand_deep_is_read_whole(tag: str) -> None:
    deep = f"<{tag}>" * 1_000 + "<p>Day 8: the talks went on in the cellar of the town hall.</p>" + f"</{tag}>" * 1_000
    content = read_page(PAGE.replace("</article>", f"{deep}<p>Day 9: {SENTENCE}</p></article>").encode(), path="a.html")
    assert codes(content) == []
    assert content.text is not None
    assert "Day 8" in content.text
    assert "Day 9" in content.text


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "section"])
def test_a_page_nested_ten_thousand_deep_is_read_as_far_as_it_goes(tag: str) -> None:
    deep = f"<{tag}>" * 10_000 + f"<p>Day 8: {SENTENCE}</p>"
    content = read_page(PAGE.replace("</article>", f"{deep}</article>").encode(), path="a.html")
    assert codes(content) == ["too-deep"]
    assert content.text is not None
    assert "Day 3" in content.text
    assert "Day 8" not in content.text


@pytest.mark.parametrize("deep", ["<ul><li>" * 900, "<table><tr><td>" * 300])
def test_lists_and_tables_nested_deep_end_in_a_text_or_a_message(deep: str) -> None:
    content = read_page(PAGE.replace("</article>", f"{deep}Day 8</article>").encode(), path="a.html")
    assert content.text is not None or codes(content) == ["no-article"]
