"""Find the article on the page: headline, standfirst, body; what lies outside is the website's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from digest.clean.ending import end_of, likeness
from digest.clean.headline import Headline, find_headline, headline_at, next_prose, signed, title_lines
from digest.clean.page import Mark, Page
from digest.clean.shape import LABEL, PROSE, REMARK, RUNNING, is_cut, is_item
from digest.clean.stretch import END_SIGNS, Stretch, alone, best_stretch, worths
from digest.model import BlockKind, LineReason

FARTHEST = 40  # lines between the page's title and the first prose
MOST_TITLES = 12
TITLED = 4.0  # how much more a stretch is worth below the page's title
FINAL = (
    LineReason.FOOTER,
    LineReason.LEGAL,
    LineReason.CONSENT,
    LineReason.BYLINE,
)  # never in the middle of an article
LONGEST_BOX = 4  # lines
SMALL_BOX = 2  # lines, and nothing but what stands between the posts of a live blog
BETWEEN_POSTS = (LineReason.SHARE, LineReason.DATELINE, LineReason.VIDEO_LENGTH, LineReason.COUNTER, LineReason.ADVERT)
FEWEST_BELOW = 2  # paragraphs below a box
SAME_TOPIC = 0.4  # the share of a paragraph's words that the article has, too
LONGEST_LIST = 60  # lines
LONGEST_END = 10  # lines
LIST_SHARE = 0.8
SHORTEST_LIST = 6
MOST_BEFORE = 40  # words of prose that titles between them and the body may cut off
HEAD_LINES = 20  # a byline or date farther below the headline is not the headline's
HEAD_PROSE = 3  # lines of prose that may stand between headline and byline …
HEAD_WORDS = 100  # … and how many words they may have


def region(page: Page) -> Mapping[int, Mark]:
    """Mark headline and standfirst, and everything outside the article; what is left unmarked is the body."""
    if not page.lines:
        return {}
    headline, best = _article(page)
    # A text with no website around it: what little stands below its prose is its own.
    if best.worth > 0 and END_SIGNS.isdisjoint(page.marks) and len(page.lines) - best.end <= LONGEST_END:
        best = best._replace(end=len(page.lines))
    start = best.start
    found: dict[int, Mark] = {}
    if headline:
        found[headline.at] = BlockKind.HEADLINE
        head_end = _head_end(page, headline, best)
        start = _first_line(page, head_end, best.end)
        if start < best.start and _all_lone(page, start, best.start):
            start = _first_line(page, best.start, best.end)
        found |= _between(page, headline.at + 1, head_end, start)
    elif best.worth <= 0:  # nothing reads like prose, so nothing can be told apart
        return {}
    above, below = LineReason.NAVIGATION, LineReason.FOOTER
    for i in page.unmarked():
        if i not in found and not start <= i < best.end:
            found[i] = below if i >= start else above
    return found


def _article(page: Page) -> tuple[Headline | None, Stretch]:
    """The headline and the stretch of lines that follows it: below the page's own title if that stands there."""
    by_themselves = alone(page)
    values = worths(page, by_themselves)
    anywhere = best_stretch(values)
    near = next_prose(values)
    titles = [i for i in title_lines(page)[:MOST_TITLES] if near[i + 1] - i < FARTHEST]
    if titles:
        below = {first: _below(page, by_themselves, first) for first in dict.fromkeys(near[i + 1] for i in titles)}
        index = max(titles, key=lambda i: (below[near[i + 1]].worth, signed(page, i), i))
        best = below[near[index + 1]]
        if best.worth * TITLED >= anywhere.worth:
            return headline_at(page, index), best
    headline = find_headline(page, values, anywhere) if anywhere.worth > 0 else None
    if headline and near[headline.at + 1] < len(page.lines):
        return headline, _below(page, by_themselves, near[headline.at + 1])
    return headline, anywhere


def _below(page: Page, by_themselves: Sequence[float], first: int) -> Stretch:
    best = best_stretch(worths(page, by_themselves, article_from=first), first=first)
    best = best._replace(end=_below_boxes(page, best))
    over = end_of(page, first, best.end)
    if over < best.end:
        best = best._replace(end=over)
    return best._replace(end=_end_of_list(page, best))


def _below_boxes(page: Page, best: Stretch) -> int:
    """Keep the paragraphs below boxes: links, a prompt to subscribe, share buttons, the time of a post."""
    end = best.end
    while (after := _below_box(page, best.start, end)) > end:
        end = after
    return end


def _below_box(page: Page, start: int, end: int) -> int:
    """The end of the paragraphs below a box: two or more, or one that goes on about what the article is about."""
    for i in range(end, min(end + LONGEST_BOX + 1, len(page.lines))):
        if page.marks[i] in FINAL:
            break
        if _reads_on(page, i):
            after = next((j for j in range(i, len(page.lines)) if not _goes_on(page, j)), len(page.lines))
            small = i - end <= SMALL_BOX and all(page.marks[j] in BETWEEN_POSTS for j in range(end, i))
            goes_on = small or after - i >= FEWEST_BELOW or likeness(page, range(start, end), [i]) >= SAME_TOPIC
            return after if goes_on else end
    return end


def _goes_on(page: Page, index: int) -> bool:
    return _reads_on(page, index) or (page.marks[index] is None and page.looks[index].shape is REMARK)


def _reads_on(page: Page, index: int) -> bool:
    """Whether a line is a paragraph, and not a teaser."""
    look = page.looks[index]
    return page.marks[index] is None and look.shape is PROSE and not is_cut(page.lines[index].text, words=look.words)


def _end_of_list(page: Page, best: Stretch) -> int:
    """Follow the list of dates, scores or prices that an article ends with: "June 9 – Rome", "June 10 – Milan"."""
    end, items = best.end, 0
    for i in range(best.end, min(best.end + LONGEST_LIST, len(page.lines))):
        if page.marks[i] in END_SIGNS:
            break
        if page.looks[i].words >= 3 and any(ch.isdigit() for ch in page.lines[i].text):
            items += 1
            if items >= LIST_SHARE * (i + 1 - best.end):
                end = i + 1
    return end if items >= SHORTEST_LIST else best.end


def _head_end(page: Page, headline: Headline, best: Stretch) -> int:
    """The line after the last byline or date that belongs to the headline, or the line after the headline."""
    first = headline.at + 1
    end = first
    prose = words = 0
    for i in range(first, min(first + HEAD_LINES, best.end)):
        mark = page.marks[i]
        if mark in (LineReason.BYLINE, LineReason.DATELINE):
            end = i + 1
        elif mark is None and page.looks[i].shape in RUNNING:
            prose += 1
            words += page.looks[i].words
            if prose > HEAD_PROSE or words > HEAD_WORDS:
                break
    return end


def _all_lone(page: Page, first: int, end: int) -> bool:
    """Whether no two lines of prose stand together between two lines: prompts and teasers stand so, no article does."""
    prose = [i for i in range(first, end) if page.marks[i] is None and page.looks[i].shape in RUNNING]
    few = sum(page.looks[i].words for i in prose) <= MOST_BEFORE
    return few and all(after - before > 1 for before, after in pairwise(prose))


def _first_line(page: Page, head_end: int, end: int) -> int:
    """The first line of prose below the headline's lines."""
    for i in range(head_end, end):
        prose = page.looks[i].shape in RUNNING
        if prose and page.marks[i] is None and not is_item(page.lines[i].text):
            return i
    return head_end


def _between(page: Page, first: int, head_end: int, start: int) -> Mapping[int, Mark]:
    """Tell the lines between headline and body apart: standfirst, names, and topics, which stand above it, too."""
    found: dict[int, Mark] = {}
    above = {look.bare for look in page.looks[: first - 1]}
    for i in range(first, start):
        if page.marks[i]:
            continue
        text = page.lines[i].text
        look = page.looks[i]
        if is_item(text) or (look.words >= 6 and i < max(head_end, first + 2)):
            found[i] = BlockKind.STANDFIRST
        elif look.shape is not LABEL:
            found[i] = LineReason.RELATED
        elif look.bare in above:
            found[i] = LineReason.TAG
        else:
            found[i] = LineReason.BYLINE if _is_name(text) else LineReason.NAVIGATION
    tags = {page.looks[i].bare for i, mark in found.items() if mark is LineReason.TAG}
    for i in range(first):
        if page.marks[i] is None and page.looks[i].bare in tags:
            found[i] = LineReason.TAG
    return found


def _is_name(text: str) -> bool:
    """Whether a label reads like a name: "Jane Doe", "The Associated Press"."""
    words = text.split()
    return 2 <= len(words) <= 4 and all(word[0].isupper() for word in words)
