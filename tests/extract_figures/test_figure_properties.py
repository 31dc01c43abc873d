"""What holds for any text: no crash, words verbatim, finite values, dates in order."""

from hypothesis import given, settings
from hypothesis import strategies as st

from digest.clean.lines import plain_article
from digest.extract.dates import find_dates
from digest.extract.figures import find_figures

WORDS = """
5 12 1,200 3-5 $ US$ £ €1.2bn % per cent million bn crore dozen half a third of one in ten two the people years old
rose fell by to from between and almost more than at least March 2014 Monday 3, last week month ago quarter Q1 first
٣٤ ½ −5 °C km/h . , - – ( ) “ ” 's 1.2.3 99999999999999999999999 trillion A.D. U.S. dollars 4th 24/02/2022
"""
PIECES = st.sampled_from(WORDS.split())
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map(" ".join))


def _check(text):
    article = plain_article(text, article_id="any")
    dates = find_dates(article)
    for date in dates:
        assert date.earliest is None or date.earliest <= date.latest
    figures = find_figures(article, dates=dates)
    for figure in figures:
        assert figure.value.is_finite()
        assert figure.value_to is None or figure.value_to.is_finite()
        assert not figure.key or figure.measure
    for found in (*dates, *figures):
        for part in (found.excerpt, getattr(found, "measure", None), getattr(found, "period", None)):
            if part is not None:
                assert part.text
                assert article.text[part.span.start : part.span.end] == part.text
    return figures


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_any_text_is_read_without_harm(text):
    """Whatever the text, every excerpt stands where it says, and every value is a number."""
    _check(text)


def test_hostile_lines_are_read_in_pieces():
    """A line of a hundred thousand digits, signs or figures is no trouble."""
    for piece in ("7", "1,2,3,4,", "1-", "12 34 ", "$5 to ", "5% of ", "trillion ", "two hundred and ", '"', "a "):
        _check(piece * (60_000 // len(piece)))


def test_the_same_text_gives_the_same_figures():
    """Reading twice finds the same."""
    text = "Sales rose by 5% to $3 million in March 2021, and 40 shops opened."
    assert _check(text) == _check(text)
