"""Mend text that somebody decoded wrongly before it was saved: "donâ€™t" → "don’t". All else stays as it is."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ftfy import TextFixerConfig

# What the bytes 80–9F are in windows-1252, and what they are in Latin-1: the second and later bytes of a letter.
CURLY = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
REST = rf"[\x80-\xbf{CURLY}]"
# Signs that no text has on purpose. "Ã”" alone may be a letter in quotation marks.
MARKER = re.compile(
    rf"[ÂÃ](?:[\x80-\xbf]|[{CURLY}](?=[a-z]))"  # "cafÃ©", "Ã–sterreich", "Â£5"
    rf"|â[\x80-\xbf€‚„†‡ˆ‰Š‹ŒŽ–—˜™š›œžŸ]{REST}|â€"  # "donâ€™t", "5 â‚¬"
    rf"|(?:[ÐÑ]{REST}){{2}}"  # "ÐŸÑ€Ð¸Ð²ÐµÑ‚"
    rf"|ð[\x9fŸ]{REST}{{2}}"  # "ðŸ˜€"
    rf"|[à-ï][\x80-\x9f]{REST}"  # "ã\x81\x82"
)
SIGNS = "ÃÂâðÐÑ\x80\x81"  # of which a text with a marker has one, but for a few characters of Chinese
BREAKS = re.compile("[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
BEYOND = re.compile("[^\x00-\x7f]+")
MENDED = "a wrong encoding (such as â€™ for ’); mended"  # what the reader is told
LONGEST = 100_000  # characters of one line
MOST = 500_000  # characters of all lines that are looked at


class Mended(NamedTuple):
    """A text, how many signs of a wrong decoding it had and has no more, and the line of the first."""

    text: str
    repairs: int = 0
    line: int = 0


def mended(text: str) -> Mended:
    """Undo wrong decodings line by line, where that leaves fewer signs of them and touches no plain letter.

    A text without such signs is given back as it is, and no line begins or ends elsewhere than before.
    """
    if text.isascii() or not any(sign in text for sign in SIGNS):  # much faster than the pattern
        return Mended(text)
    lines = text.split("\n")
    count = first = looked_at = 0
    for number, line in enumerate(lines):
        if line.isascii() or len(line) > LONGEST or looked_at > MOST or not MARKER.search(line):
            continue
        looked_at += len(line)
        better, signs = _better(line)
        if signs:
            lines[number] = better
            count += signs
            first = first or number + 1
    return Mended("\n".join(lines), count, first) if count else Mended(text)


def mend_strings(document: object) -> int:
    """Mend every text of a parsed JSON document in its place, and say how many signs of a wrong decoding went.

    There they may be written as "\\u00e2\\u0080\\u0099", which no file's text shows.
    """
    count = 0
    open_parts = [document]
    while open_parts:  # no recursion: a stranger's document may be nested deep
        part = open_parts.pop()
        places = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
        for place, value in list(places):
            if isinstance(value, str):
                better = mended(value)
                count += better.repairs
                part[place] = better.text  # type: ignore[index]  # only dicts and lists have places
            elif isinstance(value, (dict, list)):
                open_parts.append(value)
    return count


def _better(line: str) -> tuple[str, int]:
    """The line as it was meant, and how many signs went; or the line itself, and none."""
    from ftfy import fix_encoding  # noqa: PLC0415 (few texts need it)

    found = fix_encoding(line, _config())
    signs = len(MARKER.findall(line)) - len(MARKER.findall(found))
    sound = (
        signs > 0
        and len(found) < len(line)
        and BEYOND.sub("", found) == BEYOND.sub("", line)
        and len(BREAKS.findall(found)) <= len(BREAKS.findall(line))
        and found.count("\ufffd") <= line.count("\ufffd")
    )
    return (found, signs) if sound else (line, 0)


@cache
def _config() -> TextFixerConfig:
    from ftfy import TextFixerConfig  # noqa: PLC0415

    return TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        restore_byte_a0=False,
        replace_lossy_sequences=False,
        fix_c1_controls=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
    )
