"""What a line looks like: how long it is, how it ends, whether it reads like prose."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")  # scripts without blanks: two characters make a word
# The end of a sentence, and the marks that may follow it: `he said.”`, `(it is.)`, `is true.[2]`, `it is. ''`
SENTENCE_END = re.compile(r"[.!?…。！？:;] ?(?:[\"'”’»)\]]|\[\d{1,3}\]){0,4}$")
FULL_STOP = re.compile(r"(?<![.…])(?<!\.[A-Z])[.。;:,] ?[\"'”’»)\]]{0,4}$")
STRAIGHT = (("‘", "'"), ("’", "'"), ("“", '"'), ("”", '"'))

# For each letter of Latin-1 what it is in a text of nothing but words: all but letters, digits and apostrophes go.
BLANKED = bytes(code if chr(code).isalnum() or chr(code) == "'" else 32 for code in range(256))
OTHER_MARKS = (("–", " "), ("—", " "), ("…", " "))  # those of most texts in which all letters are in Latin-1
SENTENCE_MARKS = frozenset(".!?…。！？:;")

LONGEST_LOOKED_AT = 2_000


def word_count(text: str) -> int:
    """How many words a line has; two characters of a script without blanks count as one.

    No more is counted than the first 2,000 characters: what is longer is long enough.
    """
    text = text[:LONGEST_LOOKED_AT]
    count = len(WORD.findall(text))
    return count if text.isascii() else count + len(WIDE.findall(text)) // 2


def is_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    last = text[-1:]
    return last in SENTENCE_MARKS or (not last.isalnum() and bool(SENTENCE_END.search(text[-20:])))


def has_full_stop(text: str) -> bool:
    """Whether a line ends with a mark that no headline ends with: a single full stop, a colon, a comma."""
    return bool(FULL_STOP.search(text[-20:]))


def plain(text: str) -> str:
    """A line in the form in which phrases are compared: lower case, straight marks, single blanks."""
    return make_plain(text[:LONGEST_LOOKED_AT])


def bare(text: str) -> str:
    """The same without marks at its edges: "» Read more …" → "read more"."""
    return make_bare(make_plain(text[:LONGEST_LOOKED_AT]))


def make_plain(text: str) -> str:
    """What `plain` says, of a text that is short enough."""
    if text.isascii():
        text = text.lower()
    else:
        for mark, straight in STRAIGHT:
            text = text.replace(mark, straight)
        text = text.casefold()
    # A printable text has no other white space than blanks, and most lines have single ones.
    return text.strip() if text.isprintable() and "  " not in text else " ".join(text.split())


def make_tokens(plain: str) -> list[str]:
    """The words of a text that is plain already: what the pattern finds, but in a third of the time."""
    for mark, blank in () if plain.isascii() else OTHER_MARKS:
        plain = plain.replace(mark, blank)
    try:
        words = plain.encode("latin-1").translate(BLANKED).decode("latin-1")
    except UnicodeEncodeError:
        return WORD.findall(plain)
    if "'" not in words:
        return words.split()
    if "''" in words:
        words = words.replace("''", " ")
    return [word for part in words.split() if (word := part.strip("'"))]


def make_bare(plain: str) -> str:
    """What `bare` says, of a text that is plain already."""
    start, end = 0, len(plain)
    while start < end and not plain[start].isalnum():
        start += 1
    while end > start and not plain[end - 1].isalnum():
        end -= 1
    return plain[start:end]
