"""Find the nouns by which an article names an event: "its raid on Port Sand", "since the raid"."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from digest.language import subject
from digest.language.terms import Word, function_words, plain_words, stem, stems, words
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
    texts = [(sentence.start, article.text[sentence.start : sentence.end]) for sentence in article.sentences]
    joined = _joined([plain_words(text) for _, text in texts], frozenset(data["at"]), article.language)
    if not joined:
        return {}
    known = stems(article.language)
    every = {word for _, text in texts for word in plain_words(text)}
    heads = {word: head for word in every if (head := known[word]) in joined and _is_noun(word, article.language)}
    found: dict[str, Label] = {}
    wider: dict[str, list[Word | None]] = {}
    for start, text in texts:
        if heads.keys().isdisjoint(plain_words(text)):
            continue
        line = words(text)
        for place, word in enumerate(line):
            head = heads.get(word.text, "")
            if not head:
                continue
            label = found.setdefault(head, Label(places=joined[head]))
            label.spans.append((start + word.start, start + word.end))
            before = line[max(0, place - BEFORE) : place]
            label.openers.update(openers.intersection([known[w.text] for w in before]))
            label.owned |= any(w.text.lower() in owners or w.text.endswith(POSSESSIVES) for w in before[-3:])
            wider.setdefault(head, []).append(_neighbour(article, start, line, place))
    for head, label in found.items():
        forms = [article.text[start:end] for start, end in label.spans]
        label.plural = 2 * sum(_is_plural(form) for form in forms) > len(forms)
        _widen(label, wider[head])
    return found


def _joined(lines: Sequence[Sequence[str]], at: AbstractSet[str], language: str) -> dict[str, set[str]]:
    """The stems of the nouns that stand in "NOUN in NAME", each with the names."""
    joined: dict[str, set[str]] = {}
    for line in lines:
        if at.isdisjoint(line):
            continue
        for noun, between, name in zip(line, line[1:], line[2:], strict=False):
            if between not in at or not name[0].isupper() or name.endswith(POSSESSIVES):
                continue
            if _is_noun(noun, language):
                joined.setdefault(stem(noun, language=language), set()).add(name)
    return joined


def _is_noun(text: str, language: str) -> bool:
    """Whether a word may be a common noun: lower case, no function word, no participle or adverb."""
    return text.islower() and len(text) > 3 and text not in function_words(language) and not text.endswith(("ed", "ly"))


def _is_plural(form: str) -> bool:
    return form.endswith("s") and not form.endswith(("ss", "us", "is"))


def _neighbour(article: Article, start: int, line: Sequence[Word], place: int) -> Word | None:
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
