"""Different words in the same place of two sentences that report the same."""

import pytest

from digest.clean import plain_article
from digest.compare.aligned import aligned_wordings
from digest.compare.sentences import body_lines
from digest.model import Agreement


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (
            "Once its fat and muscle is removed, the skeleton will hang in Melk, Ida Holm said.",
            "Once all fat and blubber is removed, the skeleton will hang in Melk, Ida Holm wrote.",
            [["muscle", "blubber"]],
        ),
        (
            "“Once its fat and muscle is removed, the skeleton will hang in Melk,” Ida Holm said.",
            "“Once all fat and blubber is removed, the skeleton will hang in Melk,” Ida Holm wrote.",
            [],
        ),
        (
            "The ship brought “fifty” villagers to Melk and 14 sailors to a camp in Port Sand.",
            "The ship brought villagers to Melk and 14 divers to a camp in Port Sand “for now”.",
            [["sailors", "divers"]],
        ),
        (
            "Once its fat and muscle is removed, the skeleton will hang in Melk, Ida Holm said. Blubber is heavy.",
            "Once all fat and blubber is removed, the skeleton will hang in Melk, Ida Holm wrote.",
            [],
        ),
    ],
)
def test_a_word_that_is_somebody_s_is_no_outlet_s(one: str, other: str, found: list[list[str]]) -> None:
    articles = [plain_article(text, article_id=f"a{number}") for number, text in enumerate((one, other))]
    lines = body_lines(articles, [], [])
    agreement = Agreement(sentences=tuple(line.excerpt for line in lines), shared=("skeleton",))
    wordings = aligned_wordings([agreement], articles, lines)
    assert [[variant.phrase for variant in wording.variants] for wording in wordings] == found


def test_what_stands_around_a_word_is_shown_without_words_of_grammar_at_its_ends() -> None:
    texts = ("Ida Holm wants the troops to remain.", "Ida Holm wants the troops to stay.")
    articles = [plain_article(text, article_id=f"a{number}") for number, text in enumerate(texts)]
    lines = body_lines(articles, [], [])
    agreement = Agreement(sentences=tuple(line.excerpt for line in lines), shared=("troops",))
    assert [wording.about for wording in aligned_wordings([agreement], articles, lines)] == ["troops to …"]
