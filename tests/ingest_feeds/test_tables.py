"""Tables: each row with a text is an article; what is wrong is told with its line."""

from __future__ import annotations

import csv
import io
import time
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from ingest_feeds.feeding import VALUES, articles, codes, contents

from digest.ingest.broken import BrokenFileError
from digest.ingest.content import Content
from digest.ingest.tables import addresses_of_csv
from digest.model import Origin

TABLES = yaml.safe_load((VALUES / "tables.yml").read_text(encoding="utf-8"))
NAMES = ("title", "url", "publisher", "published", "author", "language")
ROW = "https://courier.example/{0},Title {0},The words of row {0} are here.\n"


@pytest.mark.parametrize("case", TABLES, ids=lambda case: case["name"])
def test_what_is_taken_from_a_table(case: dict[str, Any]) -> None:
    found = contents(case["table"].encode(), name="table.csv")
    expected = case.get("articles", [])
    assert [shown(content, want) for content, want in zip(articles(found), expected, strict=True)] == expected
    told = [(d.location.line if d.location else 0, d) for content in found for d in content.diagnostics]
    assert [f"{line} {d.code}: {d.message}" for line, d in told] == case.get("told", [])


def shown(content: Content, want: dict[str, Any]) -> dict[str, Any]:
    facts = {name: fact for name in NAMES if (fact := getattr(content.stated, name))}
    assert {fact.origin for fact in facts.values()} <= {Origin.FRONT_MATTER}
    assert content.key
    assert not content.is_entry
    key = {"key": content.key} if "key" in want else {}
    return {**{name: fact.value for name, fact in facts.items()}, **key, "part": content.part, "text": content.text}


def test_a_moment_keeps_its_zone() -> None:
    (content,) = contents(b"date,text\n2026-03-04T23:30:00-05:00,Rain fell on the quay.\n", name="t.csv")
    assert content.stated.published_time is not None
    assert content.stated.published_time.value.isoformat() == "2026-03-04T23:30:00-05:00"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings(encoding: str) -> None:
    table = "title;text\n" + "Über;Der Föhn fiel über die Höhen.\n" * 3
    found = contents(table.encode(encoding), name="t.csv")
    assert articles(found)[0].text == "Über\n\nDer Föhn fiel über die Höhen."
    assert codes(found) == (["encoding-assumed"] if encoding == "cp1252" else [])


def test_bytes_that_are_wrong_late_in_the_file_are_told() -> None:
    table = "title,text\n" + "Fog,Fog came in.\n" * 20_000 + "Über,Föhn über Höhen.\n"
    assert codes(contents(table.encode() + b"x,\xff\xfe bad.\n", name="t.csv")) == ["unreadable-characters"]
    late = contents(table.encode("cp1252"), name="t.csv")
    assert (articles(late)[-1].text, codes(late)) == ("Über\n\nFöhn über Höhen.", ["encoding-assumed"])


@pytest.mark.parametrize(
    ("data", "code", "hint"),
    [
        (b"", "empty-table", ""),
        (b"\n\n,,\n", "empty-table", ""),
        (b"a,b\n1,2\n", "no-columns", "begin the file with a line such as"),
        (b"https://courier.example/1\n", "no-columns", "`digest add` takes a list of addresses as it is"),
        (b"PK\x03\x04" + bytes(range(256)), "binary-file", "save the table as CSV"),
    ],
)
def test_what_is_no_table_of_articles(data: bytes, code: str, hint: str) -> None:
    with pytest.raises(BrokenFileError) as problem:
        contents(data, name="t.csv")
    assert problem.value.code == code
    assert hint in problem.value.hint


def test_a_quotation_mark_left_open_costs_what_it_swallows_and_no_more() -> None:
    before, after = ROW.format(1), "".join(ROW.format(n) for n in range(2, 50_000))
    found = contents(f'url,title,text\n{before}https://courier.example/x,"Open,Words.\n{after}'.encode(), name="t.csv")
    parts = [content.part for content in articles(found)]
    assert parts[0] == "row 2 of the table"
    assert len(parts) > 10_000
    assert "is a quotation mark left open?" in str(found[-1].diagnostics[0])


def test_a_long_line_and_nuls() -> None:
    long = "word " * 200_000
    found = contents(f"title,text\nLong,{long}\nNul\0s,Some w\0ords here.\n".encode(), name="t.csv")
    assert [len(content.text or "") for content in articles(found)] == [len(f"Long\n\n{long}"), 22]
    assert codes(contents(f"title,text\nLonger,{'word ' * 500_000}\nNext,It is read.\n".encode(), name="t.csv")) == [
        "bad-row"
    ]


def test_many_rows_take_little_time() -> None:
    data = b"url\n" + b"".join(b"https://courier.example/%d\n" % n for n in range(200_000))
    start = time.process_time()
    (note,) = contents(data, name="t.csv")
    assert time.process_time() - start < 6
    assert "200,000 rows have an address" in note.diagnostics[0].message


def test_addresses_of_a_table() -> None:
    assert addresses_of_csv(b"title;link\nA;https://a.example/1\nB;nothing\nC;https://a.example/1\n") == [
        "https://a.example/1"
    ]
    assert addresses_of_csv(b"https://a.example/1,x\nhttps://a.example/2,y\njavascript:z,z\n") == [
        "https://a.example/1",
        "https://a.example/2",
    ]
    assert addresses_of_csv(b"") == addresses_of_csv(b"a,b\n1,2\n") == []


CELLS = st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]) | st.sampled_from('",;\n|\t'), max_size=20)


@settings(deadline=None, max_examples=60)
@given(st.lists(CELLS.filter(str.strip), max_size=6), st.sampled_from(",;\t|"))
def test_texts_come_out_as_they_went_in(texts: list[str], delimiter: str) -> None:
    file = io.StringIO()
    writer = csv.writer(file, delimiter=delimiter)
    writer.writerows([["title", "text", "author"], *([f"Row {n}", f"<p>x</p>{n}", "A"] for n in range(3))])
    writer.writerows([["T", f"words {text}", "A"] for text in texts])
    found = articles(contents(file.getvalue().encode(), name="t.csv"))
    assert len(found) == 3 + len(texts)


@settings(deadline=None, max_examples=80)
@given(st.text(alphabet='",;|\t\n\r \0aurltexé', max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    for data in (text.encode(), f"url,text\n{text}".encode(), f"url;text\n{text}".encode("utf-16")):
        try:
            assert contents(data, name="t.csv") == contents(data, name="t.csv")
        except BrokenFileError as problem:
            assert problem.code in ("empty-table", "no-columns", "binary-file")
        addresses_of_csv(data)
