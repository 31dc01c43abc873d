"""An e-mail becomes an article: its text without what concerns its sending, and what its header states."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ingest_records.cases_of import CASES, as_told, cases, in_order, plain, read

from digest.ingest.mails.address import public_address
from digest.ingest.mails.plain import paragraphs


@pytest.mark.parametrize("case", cases("mails.yml"), ids=lambda case: case["name"])
def test_mail(case: dict[str, Any], tmp_path: Path) -> None:
    found = read(tmp_path, case["name"], (CASES / "mails" / case["name"]).read_bytes())
    assert found.diagnostics == ()
    (raw,) = found.articles
    assert as_told(raw, case["article"]) == plain(case["article"])


def test_a_mailbox_holds_an_article_for_each_message(tmp_path: Path) -> None:
    names = [case["name"] for case in cases("mails.yml")]
    mails = [(CASES / "mails" / name).read_bytes().replace(b"\nFrom ", b"\n>From ") for name in names]
    box = b"".join(b"From box@post.example Wed Mar  4 08:00:00 2026\n%s\n\n" % mail for mail in (*mails, mails[0]))
    found = read(tmp_path, "box.mbox", box + b"From box@post.example Wed Mar  4 08:00:00 2026\nno header\n")
    titles = [as_told(raw, {"title": 0, "part": 0}) for raw in in_order(found)]
    wanted = [
        {"title": case["article"]["title"], "part": f"message {number}"}
        for number, case in enumerate(cases("mails.yml"), start=1)
    ]
    assert titles == wanted
    assert [d.code for d in found.diagnostics] == ["not-a-mail"]


@pytest.mark.parametrize(
    ("url", "public"),
    [
        ("https://gazette.example/mail/17?e=4711&utm_source=mail", "https://gazette.example/mail/17"),
        ("<https://gazette.example/p/the-islands-lose-their-shops-and-nobody-says-why>", "="),
        ("https://gazette.example/?u=17&id=3", "https://gazette.example/?u=17&id=3"),
        ("https://click.gazette.example/17", None),
        ("https://gazette.example/ls/click?upn=x", None),
        ("https://gazette.example/v/aHR0cHM6Ly9nYXpldHRlLmV4YW1wbGUvbWFpbC8xNz9yZWFkZXI9NDcxMQ", None),
        ("https://gazette.example/", None),
        ("javascript:alert(1)", None),
        ("mailto:news@gazette.example", None),
    ],
)
def test_only_an_address_that_is_the_mails_own_and_names_no_reader(url: str, public: str | None) -> None:
    assert public_address([url]) == (url.strip("<>") if public == "=" else public)


def test_lines_that_are_not_broken_at_a_width_are_paragraphs_each() -> None:
    long = (
        "The council voted for a night bus on Tuesday evening, by 15 votes to 6, and it will go every hour from May on."
    )
    assert paragraphs(f"{long}\n{long}\n\n=====\nShort.\nShorter.") == [long, long, "Short.", "Shorter."]


def test_what_is_quoted_as_a_whole_is_read() -> None:
    assert paragraphs("> The council voted for a night bus on Tuesday\n> by 15 votes to 6.\n>\n> It rained.\n") == [
        "The council voted for a night bus on Tuesday by 15 votes to 6.",
        "It rained.",
    ]
