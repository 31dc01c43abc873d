"""Find the nouns by which an article names an event: "its raid on Port Sand", "since the raid"."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from digest.language import subject
from digest.language.terms import Word, function_words, plain_words, stem, stems, words
from digest.model import Article

BEFORE = 4  # words before a label in which its opener may stand
USES = 2  # times that an article must use a label before the label is called its own
POSSESSIVES = ("’s", "'s", "s’", "s'")
_Place = tuple[int, int]  # the number of a sentence, and that of a word in it


@dataclass(slots=True)
class Label:
    """A noun in one article: where it stands, the names it is joined to, what opens it, whether somebody owns it.

    `plural` is True where it mostly stands in the plural.
    """

    spans: list[tuple[int, int]] = field(default_factory=list)
    places: set[str] = field(default_factory=set)
    openers: frozenset[str] = frozenset()
    owned: bool = False
    plural: bool = False


def find_labels(article: Article) -> dict[str, Label]:
    """The nouns of an article that stand in "NOUN in NAME" somewhere, with all their uses, by stem.

    Only those that are used several times, and that a word such as "over" or "after" opens once.
    """
    data = subject(article.language, "compare")["wording"]
    texts = [article.text[sentence.start : sentence.end] for sentence in article.sentences]
    joined = _joined([plain_words(text) for text in texts], frozenset(data["at"]), article.language)
    known = stems(article.language)
    every = set[str]().union(*map(plain_words, texts)) if joined else ()
    heads = {word: head for word in every if (head := known[word]) in joined and _is_noun(word, article.language)}
    places: dict[str, list[_Place]] = {}
    for number, text in enumerate(texts):
        line = plain_words(text)
        if not heads.keys().isdisjoint(line):
            for place, word in enumerate(line):
                if word in heads:
                    places.setdefault(heads[word], []).append((number, place))
    openers = frozenset(known[word] for word in data["openers"])
    owners = frozenset(data["owners"])
    found: dict[str, Label] = {}
    for head, uses in places.items():
        before = [plain_words(texts[number])[max(0, place - BEFORE) : place] for number, place in uses]
        opened = openers.intersection(known[word] for near in before for word in near)
        if len(uses) >= USES and opened:
            owned = any(word.lower() in owners or word.endswith(POSSESSIVES) for near in before for word in near[-3:])
            found[head] = _label(article, uses, Label(places=joined[head], openers=opened, owned=owned))
    return found


def _label(article: Article, uses: Sequence[_Place], label: Label) -> Label:
    """A label with where it stands, and whether mostly in the plural."""
    before: list[Word | None] = []
    for number, place in uses:
        sentence = article.sentences[number]
        line = words(article.text[sentence.start : sentence.end])
        label.spans.append((sentence.start + line[place].start, sentence.start + line[place].end))
        before.append(_neighbour(article, sentence.start, line, place))
    forms = [article.text[start:end] for start, end in label.spans]
    label.plural = 2 * sum(_is_plural(form) for form in forms) > len(forms)
    _widen(label, before)
    return label


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
