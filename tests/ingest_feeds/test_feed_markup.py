"""The reader of markup sees what an XML parser sees, and goes on where that one would stop."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from digest.ingest.broken import BrokenFileError
from digest.ingest.feeds.markup import End, Event, Start, Words, events

NAMES = st.text(alphabet="abX_-.0", min_size=1, max_size=6).filter(lambda name: name[0] in "abX_")
TEXTS = st.text(
    alphabet=st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufffe\uffff")
    | st.sampled_from("&<>]"),
    max_size=30,
)


@st.composite
def trees(draw: st.DrawFn, depth: int = 3) -> etree._Element:
    """A small document with attributes, texts and CDATA."""
    element = etree.Element(draw(NAMES), draw(st.dictionaries(NAMES, TEXTS, max_size=2)))
    text = draw(TEXTS)
    element.text = etree.CDATA(text) if draw(st.booleans()) and text.isascii() and "]]>" not in text else text
    for _ in range(draw(st.integers(0, 3)) if depth else 0):
        child = draw(trees(depth=depth - 1))
        child.tail = draw(TEXTS)
        element.append(child)
    return element


@settings(max_examples=150, deadline=None)
@given(trees(), st.integers(1, 50), st.booleans())
def test_it_reads_well_formed_xml_as_an_xml_parser_does(tree: etree._Element, size: int, ascii_only: bool) -> None:
    text = etree.tostring(tree, encoding="us-ascii" if ascii_only else "utf-8", xml_declaration=True).decode()
    pieces = [text[i : i + size] for i in range(0, len(text), size)]
    assert list(joined(events(pieces))) == [("\n",), *of_tree(tree)]


@settings(deadline=None)
@given(st.text(alphabet="<>/!?[]&;#\"'= abCDATA-x0\n", max_size=120), st.integers(1, 9))
def test_it_reads_anything_and_the_same_in_any_pieces(text: str, size: int) -> None:
    pieces = [text[i : i + size] for i in range(0, len(text), size)]
    assert list(joined(events(pieces))) == list(joined(events([text])))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("AT&T &nbsp;&eacute; &#146; &#0; &nosuch; &copy=1", [("AT&T \xa0é ’ \ufffd &nosuch; &copy=1",)]),
        ("5 < 6 <3 </ >", [("5 < 6 <3 </ >",)]),
        ("<a b=c d e = 'f' b='g'>", [("a", {"b": "c", "e": "f"})]),
        ('<a href="?x=1&y=2&amp;z">', [("a", {"href": "?x=1&y=2&z"})]),
        ("<!DOCTYPE x [<!ENTITY y 'z'>]\n>&y;", [("&y;",)]),
        ("<!DOCTYPE x SYSTEM 'y'><é/>", [("é", {}), ("/é",)]),
        ("<![CDATA[a <b> &amp; ]] ]]>c", [("a <b> &amp; ]] c",)]),
        ("a<!-- <b> -- --><? <c> ?>d", [("a ?>d",)]),
        ("x\x00\x08\x1f", [("x",)]),
    ],
)
def test_what_is_not_well_formed(text: str, seen: list[tuple[object, ...]]) -> None:
    assert list(joined(events([text]))) == seen


@pytest.mark.parametrize(
    "unit",
    [
        "<",
        "<a",
        "<a ",
        '<a b="',
        "&",
        "&amp",
        "<!--",
        "<![CDATA[",
        "<!",
        "<!DOCTYPE [",
        "<?",
        "]]>",
        "a=",
        "<a b='c' ",
        "x",
    ],
)
def test_no_text_takes_more_than_linear_time(unit: str) -> None:
    assert seconds(unit * 80_000) < 8 * seconds(unit * 20_000) + 0.2


def test_a_document_of_too_many_tags_is_not_read_to_its_end() -> None:
    with pytest.raises(BrokenFileError, match="more than 3,000 tags"):
        list(events(["<a>x</a>" * 2_000], most=3_000))


def seconds(text: str) -> float:
    start = time.process_time()
    for _ in events(text[i : i + 65_536] for i in range(0, len(text), 65_536)):
        pass
    return time.process_time() - start


def joined(found: Iterator[Event]) -> Iterator[tuple[object, ...]]:
    """Events as plain tuples; the pieces of a text are one, and an element that is closed at once has an end."""
    text = ""
    for event in found:
        if isinstance(event, Words):
            text += event.text
            continue
        if text:
            yield (text,)
        text = ""
        if isinstance(event, Start):
            yield (event.name, dict(event.attributes))
            if event.closed:
                yield ("/" + event.name,)
        else:
            assert isinstance(event, End)
            yield ("/" + event.name,)
    if text:
        yield (text,)


def of_tree(tree: etree._Element) -> Iterator[tuple[object, ...]]:
    yield (tree.tag, {key: value.replace("\n", " ").replace("\t", " ") for key, value in tree.attrib.items()})
    text = tree.text or ""
    for child in tree:
        if text:
            yield (text,)
        yield from of_tree(child)
        text = child.tail or ""
    if text:
        yield (text,)
    yield ("/" + tree.tag,)
