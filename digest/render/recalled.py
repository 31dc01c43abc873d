"""Say whether a definite noun of a sentence far down means what the page tells of, or another thing of its article.

"The harbour was cleared" on a page, and "Boats left Lund. Norland, which helped in the clearance, …" far below: another
"""

from __future__ import annotations

from digest.language.introduced import is_deed, is_of_family, not_introduced
from digest.language.terms import content_stems, stem
from digest.model import Article, BlockKind

NEAR = 6
"""How many sentences of a body before one may tell of the thing that it speaks of."""
FIRST = 10
"""Up to which sentence of a body everything may be of the article's own event."""


def is_another(article: Article, sentence: int) -> bool:
    """Whether no sentence near before one tells of the deed that it speaks of as known, and it stands far down."""
    language = article.language
    noun = not_introduced(article.sentence_excerpt(sentence).text, frozenset(), language=language).rpartition(" ")[2]
    if not is_deed(noun, language=language):
        return False
    body = [s.index for s in article.sentences[:sentence] if s.kind is BlockKind.BODY]
    if len(body) < FIRST:
        return False
    before = (content_stems(article.sentence_excerpt(at).text, language=language) for at in body[-NEAR:])
    return not any(is_of_family(stem(noun, language=language), frozenset(told)) for told in before)
