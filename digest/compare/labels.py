"""Find the nouns by which an article names an event: "its raid on Port Sand", "since the raid"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from digest.language import subject
from digest.language.terms import Word, function_words, stem, words
from digest.model import Article

BEFORE = 4  # words before a label in which its opener may stand
POSSESSIVES = ("’s", "'s", "s’", "s'")


@dataclass(slots=True)
class Label:
    """A noun in one article: where it stands, the names it is joined to, what opens it, whether somebody owns it.

    `plural` is True where it mostly stands in the plural.
    """

    spans: list[tuple[int, int]] = field(default_factory=list)
    places: set[str] = field(default_factory=set)
    openers: set[str] = field(default_factory=set)
    owned: bool = False
    plural: bool = False


def find_labels(article: Article) -> dict[str, Label]:
    """The nouns of an article that stand in "NOUN in NAME" somewhere, with all their uses, by stem."""
    data = subject(article.language, "compare")["wording"]
    openers = frozenset(stem(word, language=article.language) for word in data["openers"])
    owners = frozenset(data["owners"])
    lines = [(s.start, list(words(article.text[s.start : s.end]))) for s in article.sentences]
    joined = _joined(lines, data, article.language)
    if not joined:
        return {}
    heads = {
        text: head
        for text in {word.text for _, line in lines for word in line}
        if _is_noun(text, article.language) and (head := stem(text, language=article.language)) in joined
    }
    found: dict[str, Label] = {}
    wider: dict[str, list[Word | None]] = {}
    for start, line in lines:
        for place, word in enumerate(line):
            head = heads.get(word.text, "")
            if not head:
                continue
            label = found.setdefault(head, Label(places=joined[head]))
            label.spans.append((start + word.start, start + word.end))
            before = line[max(0, place - BEFORE) : place]
            label.openers.update(openers & {stem(w.text, language=article.language) for w in before})
            label.owned |= any(w.text.lower() in owners or w.text.endswith(POSSESSIVES) for w in before[-3:])
            wider.setdefault(head, []).append(_neighbour(article, start, line, place))
    for head, label in found.items():
        forms = [article.text[start:end] for start, end in label.spans]
        label.plural = 2 * sum(_is_plural(form) for form in forms) > len(forms)
        _widen(label, wider[head])
    return found


def _joined(lines: list[tuple[int, list[Word]]], data: Mapping[str, list[str]], language: str) -> dict[str, set[str]]:
    joined: dict[str, set[str]] = {}
    for _, line in lines:
        for noun, at, name in zip(line, line[1:], line[2:], strict=False):
            if at.text not in data["at"] or not name.text[0].isupper() or name.text.endswith(POSSESSIVES):
                continue
            if _is_noun(noun.text, language):
                joined.setdefault(stem(noun.text, language=language), set()).add(name.text)
    return joined


def _is_noun(text: str, language: str) -> bool:
    """Whether a word may be a common noun: lower case, no function word, no participle or adverb."""
    return text.islower() and len(text) > 3 and text not in function_words(language) and not text.endswith(("ed", "ly"))


def _is_plural(form: str) -> bool:
    return form.endswith("s") and not form.endswith(("ss", "us", "is"))


def _neighbour(article: Article, start: int, line: list[Word], place: int) -> Word | None:
    """The lower-case word right before a label, with only a space between, at its place in the article."""
    if place == 0:
        return None
    word, label = line[place - 1], line[place]
    gap = article.text[start + word.end : start + label.start]
    if not gap.isspace() or not word.text.islower() or word.text in function_words(article.language):
        return None
    return Word(word.text, start + word.start, start + word.end)


def _widen(label: Label, before: list[Word | None]) -> None:
    """Take the word before a label in ("military operation") if it stands there every time."""
    if len({word.text if word else "" for word in before}) == 1 and before[0] is not None:
        label.spans = [
            (word.start, end) if word else (start, end) for word, (start, end) in zip(before, label.spans, strict=True)
        ]
