"""Whatever the text: no crash, every mention verbatim, in order, and the same again."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from digest.clean.lines import plain_article
from digest.extract.entities import find_entities
from digest.extract.names import names_in
from digest.extract.reading import read

WORDS = st.sampled_from(
    [
        "the",
        "president",
        "leader",
        "diplomat",
        "ambassador",
        "President",
        "Xi",
        "Jinping",
        "Qin",
        "Gang",
        "said",
        "he",
        "she",
        "the",
        "The",
        "Chinese",
        "foreign",
        "ministry",
        "UN",
        "NATO",
        "al-Assad",
        "de",
        "van",
        "J.",
        "K.",
        "Mr.",
        "St.",
        "of",
        "for",
        "and",
        "&",
        ",",
        ".",
        "-",
        "'",
        "’s",
        "“",
        "”",
        '"',
        "(",
        ")",
        "University",
        "Bank",
        "County",
        "US",
        "U.S.",
        "us",
        "Le",
        ",",
        "43",
        ",",
        "who",
        "minister",
        "to",
        "Beijing",
        "IS",
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join))


@given(TEXTS)
@settings(deadline=None, max_examples=150)
def test_every_mention_is_verbatim_and_in_order(text: str) -> None:
    article = plain_article(text, article_id="any")
    entities = find_entities(article)
    for entity in (*entities.people, *entities.organizations, *entities.places):
        spans = [mention.excerpt.span for mention in entity.mentions]
        assert spans == sorted(spans)
        assert entity.name
        for mention in entity.mentions:
            span = mention.excerpt.span
            assert article.text[span.start : span.end] == mention.excerpt.text
            sentence = article.sentences[mention.sentence]
            assert sentence.start <= span.start < span.end <= sentence.end
    for person in entities.people:
        for role in person.roles:
            assert article.text[role.span.start : role.span.end] == role.text
    assert find_entities(article) == entities


@given(TEXTS)
@settings(deadline=None, max_examples=100)
def test_names_never_overlap(text: str) -> None:
    names = names_in(read(plain_article(text, article_id="any")))
    assert all(one.end <= other.start for one, other in pairwise(names))
