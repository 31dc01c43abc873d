"""Pair the quotation marks of an article: which mark opens, which one closes it, and where neither has a partner."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from digest.extract.straight_marks import curled
from digest.language import has_pack, subject
from digest.model import Article, Block, BlockKind

MARK = re.compile(r"“|”|„|«|»|‘|’|\"|``|''|‚")  # “curly”, "straight", «guillemets», „low“, ‘single’, ``typed''
WORDS = re.compile(r"\w")
DASHES = ("—", "–")
DASH = re.compile(r"(?<!\w)[—–](?=[\w¿¡«“])|(?<=\w)[—–](?=[.,;:]? |$)")  # "—No nos iremos —dijo ella—. Nunca."
ENDS = frozenset(".?!…")
OPENERS = ("“", '"', "„", "«")
CURLY = frozenset("“„«")  # marks that can only open
LAST_END = re.compile(r"[.?!…]\s$")  # a sentence is over
OPENS_AFTER = frozenset(" \t\u00a0\u2009\u202f([{—–-―/:,;…“‘„«")
CLOSERS = {
    "“": '”“"',  # the latter two for marks that were typed the wrong way round: “like this“
    "”": '”"',
    "„": "“”",
    "«": "»",
    "»": "«",  # »as German books set them«
    "‘": "’",
    "‚": "‘’",
    '"': "\"”''",  # the last one typed as two
    "``": "''",
    "''": "''\"",  # the latter for what was typed as two at its beginning alone
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """What stands between two marks: `start..end` without the marks, which begin at `left` and end at `right`.

    `block` is the index of the paragraph. `running` is True where the paragraph ends inside the quotation and the next
    one repeats the opening mark; `resumed` is True for that next one.
    """

    start: int
    end: int
    left: int
    right: int
    block: int
    running: bool = False
    resumed: bool = False


@dataclass(slots=True)
class _Open:
    mark: str
    left: int
    start: int


def pair_marks(article: Article) -> tuple[Pair, ...]:
    """Return the outermost pairs of the body, in order; a mark without a partner gives none.

    Where a paragraph ends inside a quotation, the next one repeats the opening mark, or has nothing but a closing one.
    Where neither follows, the closing mark was forgotten: only words that clearly go on to the end of their paragraph
    are a quotation then.

    A quotation inside a quotation belongs to the outer one and is not returned.
    """
    article = curled(article)
    found: list[Pair] = []
    chain: list[Pair] = []  # paragraphs of a running quotation whose end has not been seen yet
    awaited = ""
    for number, block in enumerate(article.blocks):
        if block.kind is not BlockKind.BODY:
            continue
        if article.text.startswith(DASHES, block.start) and has_dialogue_dashes(article.language):
            found.extend(_dashed(article.text, block, number))
            chain, awaited = [], ""
            continue
        closing = _closed_only(article.text, block, awaited)
        if closing is not None and chain:
            found.extend(chain)
            found.append(
                Pair(start=block.start, end=closing, left=block.start, right=block.end, block=number, resumed=True)
            )
            chain, awaited = [], ""
            continue
        pairs, unclosed, around = _pair_block(article.text, block, number)
        if unclosed is None and around is not None and _opens_marked(article, number + 1):
            unclosed = around  # “His “so-called” plan. | “It is late,” she said
        pairs = _outermost(pairs)
        resumed = bool(awaited) and article.text.startswith(awaited, block.start)
        if not resumed:
            found.extend(_forgotten(article, chain))
            chain = []
        if unclosed is not None and (unclosed.left > block.start or resumed or not chain):
            tail = Pair(
                start=unclosed.start, end=block.end, left=unclosed.left, right=block.end, block=number, running=True
            )
            pairs = [p for p in pairs if p.right <= tail.left]
        else:
            tail = None
        if resumed and pairs and pairs[0].left == block.start:
            found.extend(chain)
            chain = []
            pairs[0] = replace(pairs[0], resumed=True)
        found.extend(pairs)
        if tail is None:
            chain, awaited = [], ""
            continue
        if resumed and tail.left == block.start:
            chain.append(replace(tail, resumed=True))
        else:
            chain = [tail]
        awaited = unclosed.mark if unclosed else ""
    found.extend(_forgotten(article, chain))
    return tuple(found)


def _forgotten(article: Article, chain: Sequence[Pair]) -> Iterator[Pair]:
    """The words whose closing mark was forgotten at the end of their paragraph: “So,” she said. “It rains.

    They open with a colon before them, or as a sentence of its own behind another quotation; or the next paragraph has
    repeated their mark, and it is its end where the mark is missing; or the next paragraph opens with another mark.
    """
    text = article.text
    if not chain or text[chain[-1].end - 1 : chain[-1].end] not in ENDS:
        return
    if any(match.group() not in "‘’" for pair in chain for match in MARK.finditer(text, pair.start, pair.end)):
        return
    start = article.blocks[chain[0].block].start
    before = text[start : chain[0].left]
    alone = before.rstrip()[-1:] == ":" or (LAST_END.search(before) and MARK.search(before))
    if alone or len(chain) > 1 or (before == "" and _opens_marked(article, chain[0].block + 1)):
        yield from chain[:-1]
        yield replace(chain[-1], running=False)


def _opens_marked(article: Article, number: int) -> bool:
    """Whether a paragraph begins with a mark that opens."""
    block = article.blocks[number] if number < len(article.blocks) else None
    return block is not None and block.kind is BlockKind.BODY and article.text.startswith(OPENERS, block.start)


def _closed_only(text: str, block: Block, opened: str) -> int | None:
    """Where the mark stands that closes what a paragraph before opened, if this one ends in it and has no other."""
    marks = [m for m in MARK.finditer(text, block.start, block.end) if m.group() not in "‘’"]
    if not opened or len(marks) != 1 or marks[0].group() not in CLOSERS[opened]:
        return None
    at = marks[0].start()
    return at if marks[0].end() == block.end and at > block.start and not text[at - 1].isspace() else None


@cache
def has_dialogue_dashes(language: str) -> bool:
    """Whether a language's news opens what somebody says with a dash, as Spanish does."""
    return has_pack(language) and bool(subject(language, "quotes").get("dialogue_dashes"))


def _dashed(text: str, block: Block, number: int) -> Iterator[Pair]:
    """What is said in a paragraph that a dash opens: "—No nos iremos —dijo la alcaldesa—. Nunca."

    The dashes in it turn from what is said to who says it, and back. A paragraph without a second one is as likely an
    item of a list, and quotes nothing.
    """
    dashes = list(DASH.finditer(text, block.start, block.end))
    if len(dashes) < 2 or not text[dashes[1].end() : dashes[1].end() + 1].islower():
        return
    edges = [d.start() for d in dashes]
    for left, right in zip(edges[::2], [*edges[1::2], block.end], strict=False):
        start, end = left + 1, right
        while start < end and not text[start].isalnum() and text[start] not in "¿¡":
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            yield Pair(start=start, end=end, left=left, right=end, block=number)


def _pair_block(text: str, block: Block, number: int) -> tuple[list[Pair], _Open | None, _Open | None]:
    """Pair the marks of one paragraph; also return the outermost double mark that stays open, by itself or around one.

    A mark stays open around another where one of its kind opens and closes behind it: “His “so-called” plan.
    """
    if not WORDS.search(text, block.start, block.end):
        return [], None, None  # nothing but marks: nobody says anything
    marks = list(MARK.finditer(text, block.start, block.end))
    clear = _clear_close_ahead(text, marks, block.end)
    pairs: list[Pair] = []
    stack: list[_Open] = []
    outer: dict[str, _Open] = {}  # those that opened once more before they were closed
    for index, match in enumerate(marks):
        mark, left, right = match.group(), match.start(), match.end()
        opening = _may_open(text, left, right, block)
        closing = _may_close(text, left, right, block)
        partner = _partner(stack, mark)
        if partner is not None and mark in "’‘" and not _closes_single(text, left, right, block, clear[index]):
            continue
        if partner is not None and (closing or not opening):
            opened = stack[partner]
            del stack[partner:]
            if right - left and left > opened.start:
                pairs.append(Pair(start=opened.start, end=left, left=opened.left, right=right, block=number))
            continue
        if mark in CLOSERS and opening and not (mark in "”" and stack):
            never = next((o for o in stack if o.mark == mark), None)  # the earlier one was never closed
            if never is not None:
                if LAST_END.search(text, never.start, left):  # “It rains. “It pours,” she said
                    pairs.append(Pair(start=never.start, end=left - 1, left=never.left, right=left - 1, block=number))
                else:
                    outer[mark] = never
                stack = [o for o in stack if o.mark != mark]
            stack.append(_Open(mark, left, right))
        elif partner is None and closing and (whole := _ends_outer(outer, mark)):  # “His “so-called” plan,” she said
            pairs.append(Pair(start=whole.start, end=left, left=whole.left, right=right, block=number))
    double = [o for o in stack if o.mark not in "‘‚"]
    around = next((o for o in outer.values() if o.mark in CURLY), None)
    return pairs, (double[0] if double else None), around


def _ends_outer(outer: dict[str, _Open], mark: str) -> _Open | None:
    """Take out the mark that a mark of the same kind followed, and that this one can close."""
    opened = next((o for o in outer if mark in CLOSERS[o]), None)
    return outer.pop(opened) if opened else None


def _partner(stack: Sequence[_Open], mark: str) -> int | None:
    """The innermost open mark that this one can close. The stack holds each kind once, so it stays short."""
    for index in range(len(stack) - 1, -1, -1):
        if mark in CLOSERS[stack[index].mark]:
            return index
    return None


def _may_open(text: str, left: int, right: int, block: Block) -> bool:
    before = text[left - 1] if left > block.start else " "
    after = text[right] if right < block.end else " "
    if text[left] == "»" and before not in OPENS_AFTER:
        return False
    return (before in OPENS_AFTER or before in "\"'" or text[left] in "“«„‘‚`") and not after.isspace()


def _may_close(text: str, left: int, right: int, block: Block) -> bool:
    before = text[left - 1] if left > block.start else " "
    after = text[right] if right < block.end else " "
    if text[left] in "”»":
        return True
    return not before.isspace() and not (after.isalnum() and before in OPENS_AFTER)


def _closes_single(text: str, left: int, right: int, block: Block, clear_ahead: bool) -> bool:
    """Tell a closing ’ from an apostrophe: "the ministers’ talks" closes nothing while a clearer mark follows."""
    before = text[left - 1] if left > block.start else " "
    after = text[right] if right < block.end else " "
    if after.isalnum() or before.isspace():
        return False
    return not (before in "sS" and clear_ahead)


def _clear_close_ahead(text: str, marks: Sequence[re.Match[str]], end: int) -> list[bool]:
    """For each mark, whether a ’ that can only be a closing one follows before the next opening mark."""
    ahead, seen = [False] * len(marks), False
    for index in range(len(marks) - 1, -1, -1):
        ahead[index] = seen
        match = marks[index]
        if match.group() != "’":
            seen = False
            continue
        before = text[match.start() - 1] if match.start() else " "
        after = text[match.end()] if match.end() < end else " "
        if not after.isalnum() and not before.isspace() and before not in "sS":
            seen = True
    return ahead


def _outermost(pairs: Sequence[Pair]) -> list[Pair]:
    """Drop the pairs that lie inside another one."""
    kept: list[Pair] = []
    for pair in sorted(pairs, key=lambda p: (p.left, -p.right)):
        if not kept or pair.left >= kept[-1].right:
            kept.append(pair)
    return kept
