"""A sentence before quoted words tells something, of somebody; nothing else is printed with them."""

from __future__ import annotations

import pytest

from digest.language.lead_in import is_lead_in


@pytest.mark.parametrize(
    ("text", "name", "beside", "leads"),
    [
        ("Ann Ito told sailors of the long storm in a speech at Lusa.", "Ann Ito", "“It was cold,” she said.", True),
        ("Mr. Duhr was cautious.", "Karl Duhr", "“I would not say so,” he said.", False),
        (
            "Ann Ito was referring to a letter that three old sailors of Lusa wrote.",
            "Ann Ito",
            "“It is,” she said",
            False,
        ),
        ("The death of Mr. Duhr’s father left her in a house in Lusa.", "Karl Duhr", "“I was young,” he said.", False),
        ("The death of Mr. Duhr’s father left him in a house in Lusa.", "Karl Duhr", "“I was young,” he said.", True),
        ("Mr. Duhr’s mother said that her boat sank in the storm.", "Karl Duhr", "“I was young,” he said.", True),
        (
            "A spokesman for her said boats had sunk in a storm.",
            "Jan Roth",
            "“It is,” said the spokesman, Jan Roth.",
            False,
        ),
        ("Storms and the distance between the two made Ito change boats.", "Ann Ito", "“It was far,” she said.", False),
        (
            "Ann Ito blamed sailors in Lusa for not raising the topic for debate.",
            "Ann Ito",
            "“It is,” she said.",
            False,
        ),
        ("The pilots of Lusa asked that the board widen a channel.", "Ann Ito", "“It is,” she said.", False),
        ("Ann Ito asked that the board widen a channel for pilots.", "Ann Ito", "“It is,” she said.", True),
    ],
)
def test_what_leads_to_quoted_words(text: str, name: str, beside: str, leads: bool) -> None:
    assert is_lead_in(text, name, beside=beside) is leads


def test_what_the_page_has_told_of_is_clear() -> None:
    text = "The pilots of Lusa asked that the board widen a channel."
    assert is_lead_in(text, "Ann Ito", known={"board"})
