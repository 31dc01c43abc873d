"""Whether a sentence says of whom a share is."""

import pytest

from digest.language.sampled import is_of_fewer, is_of_nobody_asked


def place(text: str, share: str) -> tuple[str, int, int]:
    start = text.index(share)
    return text, start, start + len(share)


@pytest.mark.parametrize(
    ("text", "share", "open_"),
    [
        ("Before the vote, 23 percent favored Ida Holm.", "23 percent", True),
        ("Before the vote, 23 percent favored Ida Holm and 22 percent liked Per Lund.", "22 percent", True),
        ("In the polls, 50 percent were undecided.", "50 percent", True),
        ("Six in 10 call themselves sailors.", "Six in 10 call themselves sailors", True),
        ("Of the sailors, 23 percent favored Ida Holm.", "23 percent", False),
        ("Before the vote, 23 percent of sailors favored Ida Holm.", "23 percent", False),
        ("Among Democrats, 80 percent favored Ida Holm.", "80 percent", False),
        ("Six in 10 sailors call the pier old.", "Six in 10 sailors", False),
        ("The tax on herring rose by 23 percent was the news.", "23 percent", False),
        ("A rise of 5 percent was expected.", "5 percent", False),
    ],
)
def test_a_share_that_does_something_is_of_somebody(text: str, share: str, open_: bool) -> None:
    assert is_of_nobody_asked(*place(text, share)) is open_


@pytest.mark.parametrize(
    ("whole", "fewer"),
    [
        ("A poll of 500 retired sailors was made in May.", True),
        ("The retired sailors polled like the pier.", True),
        ("A poll of 500 likely sailors was made in May.", False),
        ("A poll of 500 sailors was made in May.", False),
        ("Retired sailors like the pier.", False),
    ],
)
def test_a_share_is_of_those_who_were_asked(whole: str, fewer: bool) -> None:
    text, _, end = place("On Friday, 46 percent of sailors liked the pier.", "46 percent")
    assert is_of_fewer(text, end, whole) is fewer
    named, _, behind = place("On Friday, 46 percent of retired sailors liked the pier.", "46 percent")
    assert not is_of_fewer(named, behind, whole)
