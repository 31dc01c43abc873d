"""Who said what: one heading a source, no word twice, and nothing that tells a reader nothing."""

from __future__ import annotations

from render.test_render_figures import page, told

from digest.render.speech import voices


def said(text: str) -> dict[str | None, tuple[list[str], list[str]]]:
    """Each speaker's quotations, the full ones and the short ones."""
    return {
        voice.name: (
            [u.excerpts[0].text.rstrip(",") for u in voice.full],
            [u.excerpts[0].text.rstrip(",") for u in voice.short],
        )
        for voice in voices(told(text))
    }


def test_a_source_that_is_only_described_has_one_heading() -> None:
    found = said(
        "“The bridge has stood for a hundred years,” the indictment said.\n"
        "The indictment said: “Nobody looked at the cables in all that time.”"
    )
    assert list(found) == ["the indictment"]


def test_a_word_that_stands_in_a_longer_quotation_is_not_told_again() -> None:
    found = said(
        "“The bridge is a splendid ruin and must go,” said Ann Ito, the mayor of Bern.\n"
        "Ann Ito called it a “splendid ruin” and the road a “mere joke”."
    )
    assert found["Ann Ito"] == (["The bridge is a splendid ruin and must go"], ["mere joke"])


def test_a_phrase_of_nobody_in_particular_is_left_out() -> None:
    found = said("The road was closed “again and again”.\n“We could not even see the bridge any more that night.”")
    assert found == {None: (["We could not even see the bridge any more that night."], [])}


def test_a_report_of_which_one_word_is_quoted_has_no_heading() -> None:
    found = said("The report said the bridge was “splendid”.\nAnn Ito, the mayor of Bern, called it “hideous”.")
    assert found == {"Ann Ito": ([], ["hideous"])}


def test_many_people_are_told_of_by_role_and_the_others_only_named() -> None:
    roles = "\n".join(f"The Bern mayor {given} Ito{end} spoke." for given, end in NAMES)
    text = page(told(f"{roles}\nThe hall was built by Greta Holm in May. “No,” Joan said."))
    told_of, named = text.split("## People\n", 1)[1].split("\n## ", 1)[0].split("Also named:\n")
    assert told_of.count("- **") == 12
    assert "Greta Holm [[1]]" in named and "Joan" not in named
    assert named.count(": Bern mayor [[1]]") == len(NAMES) - 12
    assert named.count("[[1]]") == 2 * (len(NAMES) - 12) + 1


NAMES = tuple(
    zip(
        [
            "Anna",
            "Paul",
            "Maria",
            "Peter",
            "Laura",
            "David",
            "Sarah",
            "Thomas",
            "Emma",
            "Daniel",
            "Julia",
            "Martin",
            "Helen",
            "Robert",
        ],
        ["berg", "man", "sen", "ler", "dorf", "feld", "stein", "bach", "horn", "wald", "hoff", "mann", "burg", "kamp"],
        strict=True,
    )
)
