"""Say whether a figure's clause tells of a thing that only its article knows, or asks the reader to come or to sign up.

"A crowd of 800 people filled the chapel"       nothing: which chapel stands elsewhere in its article
"Holm made the remarks to 50 sailors"           nothing, unless the page tells of remarks
"The Courier will bring together 300 experts."  nothing, where the article goes on with "Please join us"
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import islice

from digest.language import subject
from digest.language.introduced import not_introduced
from digest.language.terms import content_stems, low_words, stem, words
from digest.model import Article, BlockKind, Excerpt, Figure, Sentence, Story
from digest.render.clauses import LEAD
from digest.render.summarized import summary_texts

OPENS = 6  # sentences of it that tell of its own event
NEAR = 3  # sentences of a paragraph, from a figure's on, in which readers are invited
SUBJECT = 4  # words with which a clause says who spoke


def is_placed_nowhere(clause: Excerpt, figure: Figure, story: Story) -> bool:
    """Whether a clause speaks of a thing as known that neither the page nor the clause's own names tell."""
    article = story.article(clause.span.article_id)
    return _takes_up_words(clause, article, story) or _names_nothing_known(clause, figure, article, story)


def _takes_up_words(clause: Excerpt, article: Article, story: Story) -> bool:
    """Whether a clause says where some words were said of which the page tells nothing: "Holm made the remarks"."""
    low, language = low_words(clause.text), article.language
    for at in range(1, min(SUBJECT, len(low) - 3) + 1):
        verb, article_word, noun = low[at : at + 3]
        taken_up = article_word in _listed(language, "articles") and noun in _listed(language, "said")
        if taken_up and verb in _listed(language, "making"):
            return stem(noun, language=language) not in _above(story, language)
    return False


def _names_nothing_known(clause: Excerpt, figure: Figure, article: Article, story: Story) -> bool:
    """Whether a clause without a name, behind an article's opening, speaks of "the chapel" that nothing introduces."""
    if any(s.index == figure.sentence for s in _opening(article, OPENS)):
        return False
    if any(word.text[0].isupper() for word in words(clause.text)[1:]):
        return False
    language = article.language
    if not not_introduced(clause.text, frozenset(), language=language):
        return False  # of most clauses
    told = [s for s in article.sentences if s.kind is not BlockKind.BODY] + _opening(article, LEAD)
    known = _above(story, language) | _stems(tuple(article.text[s.start : s.end] for s in told), language)
    noun = low_words(not_introduced(clause.text, known, language=language))
    definite = bool(noun) and noun[0] in _listed(language, "articles")
    return definite and noun[-1] not in _listed(language, "general")


def _above(story: Story, language: str) -> frozenset[str]:
    """The stems of a page's title and summary."""
    return _stems((story.title.text, *summary_texts(story)), language)


@lru_cache(maxsize=1 << 7)  # the story's own and its articles', which each of their figures asks for
def _stems(texts: tuple[str, ...], language: str) -> frozenset[str]:
    return frozenset(term for text in texts for term in content_stems(text, language=language))


def _opening(article: Article, number: int) -> list[Sentence]:
    """The first sentences of an article's body, without a look at the rest of it."""
    return list(islice((s for s in article.sentences if s.kind is BlockKind.BODY), number))


def is_advert(article: Article, sentence: int) -> bool:
    """Whether a paragraph goes on, from a sentence, to ask the reader to come, to read or to sign up.

    The next paragraph may ask to come to what this one tells of; to sign up for a letter it may ask behind any.
    """
    coming = tuple(_listed(article.language, "inviting_to_come"))
    openings = (*_listed(article.language, "inviting"), *coming)
    if not openings or sentence >= len(article.sentences):
        return False
    block = article.sentences[sentence].block
    near = article.sentences[sentence : sentence + NEAR]
    asks = [article.text[s.start : s.end].lower().startswith(openings) for s in near if s.block == block]
    behind = next((article.text[s.start : s.end].lower() for s in near if s.block != block), "")
    return any(asks) or (bool(coming) and behind.startswith(coming))


@cache
def _listed(language: str, name: str) -> frozenset[str]:
    listed = subject(language, "figures").get("placing", {})
    return frozenset(map(str, listed.get(name, ())))
