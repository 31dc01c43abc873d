"""A date dates what the main clause tells, or else it has no place in a timeline."""

from __future__ import annotations

import pytest

from digest.compare.main_dates import dates_main
from digest.language.nobody import is_of_nobody

FRIDAY = {
    "Ida Holm resigned on Friday.": True,
    "Ida Holm, facing a growing revolt, changed her course on Friday.": True,
    "Speaking in Melk on Friday, Ida Holm resigned.": True,
    "Ida Holm, the mayor of Melk, -- who won by a boat's length -- resigned on Friday.": True,
    "Ida Holm -- seen on Friday with a bag -- resigned.": False,
    "The board said on Friday that the pier is old.": True,
    "The board said that the pier burned on Friday.": True,
    "The pier that burned down was opened again on Friday.": True,
    "The board wrote to the owners of a pier that burned on Friday.": False,
    "The board met owners of two piers, one of which burned on Friday.": False,
    "The board was blamed for a fire, one set by a boy on Friday.": False,
    "Ten men drowned after a boat sank on Friday.": True,
    "Ida Holm was praised after she sold the boat on Friday.": False,
    "Ida Holm worked for the board until she was fired on Friday.": False,
    "As the board met on Friday, Ida Holm resigned.": True,
    "Before the board met on Friday, Ida Holm resigned.": False,
    "The board did not meet on Friday.": False,
    "Ida Holm was in Melk on Friday for a lunch.": False,
    "Ida Holm, who won in 2004, resigned on Friday.": True,
    "As the Courier reported on Friday, many owners are tired of the pier.": False,
    "According to a report that the board made public on Friday, the pier was old.": False,
    "On Friday, when it was hot, the board opened the pier.": True,
    "The board has read of a fire in Melk on Friday.": False,
    "A letter, sent on Friday, was read in the board.": False,
    "Ida Holm, the mayor, sent a letter on Friday.": True,
    "The board of Melk had two rivals: a club in Lund on Friday.": False,
    "Ida Holm did everything the mayor did not on Friday.": False,
    "Ida Holm did another thing Karl Duhr did not on Friday.": False,
    "Ida Holm sold the house the council bought on Friday.": False,
    "Ida Holm told sailors the pier burned on Friday.": True,
}


@pytest.mark.parametrize(("text", "wanted"), FRIDAY.items())
def test_a_day_is_that_of_the_main_clause(text: str, wanted: bool) -> None:
    start = text.index("Friday")
    assert dates_main(text, start, start + len("Friday"), "day") is wanted


YEAR = {
    "Born in 2004, Ida Holm leads the board of Melk.": False,
    "Pirates struck twice, burning a ship in Melk, on the coast, in 2004.": False,
    "Ida Holm filed a form showing that she had earned little in 2004.": False,
    "Ida Holm said the town lost much in the aftermath of the storm in 2004.": False,
    "A court, founded by monks in 2004, met.": False,
    "Ida Holm has money left over from her lost race in 2004.": False,
    "Ida Holm is a pilot and bought a boat in 2004.": True,
    "The wall was built in response to a flood in 2004.": False,
    "2004: Ida Holm asks the town to leave the board.": True,
}


@pytest.mark.parametrize(("text", "wanted"), YEAR.items())
def test_so_is_a_year(text: str, wanted: bool) -> None:
    start = text.index("2004")
    assert dates_main(text, start, start + len("2004"), "year") is wanted


AHEAD = {
    "The pier will open on 2 May.": True,
    "Ida Holm said the pier is due to open on 2 May.": True,
    "Ida Holm spent the week asking the board to open the pier on 2 May.": False,
    "If the board agrees, the pier will open on 2 May.": True,
    "The pier would open on 2 May if the board agreed.": False,
}


@pytest.mark.parametrize(("text", "wanted"), AHEAD.items())
def test_what_is_still_to_come_is_told_as_such(text: str, wanted: bool) -> None:
    start = text.index("2 May")
    assert dates_main(text, start, start + len("2 May"), "day", ahead=True) is wanted


def test_a_pronoun_needs_a_name_before_it() -> None:
    assert is_of_nobody("The last letter from him came in May.", named=False)
    assert is_of_nobody("In 2004, after a wave of Tarn’s Greens, she lost by two votes.", named=False)
    assert is_of_nobody("The last letter to her came from Olaf Berg in May.", named=True)
    assert not is_of_nobody("A man of Tarn sold his boat in May.", named=False)
    assert not is_of_nobody("The last letter from Olaf Berg came in May, and his wife read it.", named=True)
    assert not is_of_nobody("“He is old,” Ida Holm said in May.", named=True)
