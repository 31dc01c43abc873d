"""Recognize the language of a text: English by its function words, others by a statistical model."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from digest.language import packs
from digest.language.codes import language_code
from digest.language.terms import function_words

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

LOOKED_AT = 1_000  # characters
ASKED_ABOUT = 400  # characters: for the model as good as a thousand, in less than half the time
SHORTEST = 150  # letters of a text from which its language can be told
WIDE = "\u2e80"  # from here on, a character says as much as two letters
FEWEST = 30  # words
# The share of function words: English news had .26 and more (but for tables of results), other languages .18 and less.
ENGLISH = 0.25
PAGE = 6_000  # characters of a page with all its buttons
SHARE, CLEAR_LEAD = 0.3, 1.5  # of a page's words (German and Spanish news had .4 and more), and over English
CLEARLY = 0.9  # the model's probability
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


def recognized_language(text: str) -> str | None:
    """The code of the language in which a text begins; None where it is too short, or not clearly of one language."""
    if is_english(text):
        return "en"
    text = text[:LOOKED_AT]
    if sum((1 + (letter > WIDE)) for letter in text if letter.isalpha()) < SHORTEST:
        return None
    code, probability = _model().classify(text[:ASKED_ABOUT])
    return language_code(code) if probability >= CLEARLY else None


def likely_pack(text: str) -> str:
    """The language with a pack in which a page seems to be written, by its function words; English where none does.

    That is enough to clean it by that language's phrases; which language the article is in, its clean text tells.
    """
    words = WORD.findall(text[:PAGE].lower().replace("’", "'"))
    if len(words) < FEWEST or is_english(text):
        return "en"
    counts = {language: sum(map(function_words(language).__contains__, words)) for language in packs()}
    best = max(counts, key=lambda language: (counts[language], language == "en"))
    return best if counts[best] >= CLEAR_LEAD * counts["en"] and counts[best] >= SHARE * len(words) else "en"


def is_english(text: str) -> bool:
    """Whether a text begins in English, by the share of its words that are English function words."""
    words = WORD.findall(text[:LOOKED_AT].lower().replace("’", "'"))
    return len(words) >= FEWEST and sum(map(function_words("en").__contains__, words)) >= ENGLISH * len(words)


@cache
def _model() -> LanguageIdentifier:
    """The model, which takes most of a second and 100 MB to load: only where a text is not English."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
