"""Make up a corpus of news to measure the grouping of very many articles: no text of anybody's is in it.

Words are drawn from the table of word frequencies that ships with the package (Zipf's law), names from syllables. A
story has a topic, a place, people, numbers, days and facts. Each of its articles tells some of the facts in words of
its own: other words in between, some left out, some replaced by others of the topic. Stories of one topic share its
words but no names, as two fires do. The same number of articles gives the same articles.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from random import Random

from digest.clean import plain_article
from digest.language.background import word_probabilities
from digest.language.terms import function_words
from digest.model import Article, Known, Origin

SEED = 20
DAYS = 60  # over which the stories begin
FIRST = dt.date(2031, 3, 1)
LARGEST = 20  # articles of a story
TOPICS = 300
WORDS = 215  # of an article, more or less
UNDATED = 0.1  # of the articles
ONSETS = ("b", "br", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "kl", "l", "m", "n", "p", "s", "st", "t", "v", "w")
VOWELS = ("a", "e", "i", "o", "u", "ae", "ei", "ou", "ia")
CODAS = ("l", "m", "n", "r", "s", "t", "rd", "lm", "nd", "rk", "st", "ld", "v", "sk")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Story:
    """What the articles of a story can draw on."""

    key: str
    day: int
    topic: tuple[str, ...]
    facts: tuple[tuple[str, ...], ...]


class Press:
    """Writes stories and articles. All chance comes from one seed."""

    def __init__(self, seed: int = SEED) -> None:
        self.chance = Random(seed)
        table = list(word_probabilities("en"))
        grammar = function_words("en")
        self.words = [word for word, _ in table]
        self.sums = _running(probability for _, probability in table)
        content = [(w, p) for w, p in table[:25_000] if w not in grammar and w.isalpha() and len(w) > 3 and p < 4e-4]
        self.content = [word for word, _ in content]
        self.topics = [tuple(self.chance.sample(self.content, 60)) for _ in range(TOPICS)]

    def name(self) -> str:
        """A name that is in no table, such as "Krouvald"."""
        pick = self.chance.choice
        parts = [pick(ONSETS) + pick(VOWELS) for _ in range(self.chance.randint(1, 2))]
        return ("".join(parts) + pick(CODAS)).capitalize()

    def story(self, key: str) -> Story:
        """A story: a topic, and a dozen facts of it."""
        chance = self.chance
        topic = chance.choice(self.topics)
        people = [f"{self.name()} {self.name()}" for _ in range(chance.randint(2, 5))]
        places = [self.name() for _ in range(chance.randint(1, 3))]
        own = chance.sample(self.content, 25)
        numbers = [str(chance.choice([chance.randint(2, 99), 10 * chance.randint(10, 400)])) for _ in range(4)]
        facts = []
        for _ in range(12):
            words = [chance.choice(topic if chance.random() < 0.6 else own) for _ in range(chance.randint(4, 7))]
            if chance.random() < 0.7:
                words.append(chance.choice(people if chance.random() < 0.5 else places))
            if chance.random() < 0.4:
                words.append(chance.choice(numbers if chance.random() < 0.7 else WEEKDAYS))
            chance.shuffle(words)
            facts.append(tuple(words))
        return Story(key, chance.randrange(DAYS), topic, tuple(facts))

    def article(self, story: Story, number: int) -> Article:
        """One article of a story."""
        chance = self.chance
        told = chance.sample(story.facts, chance.randint(5, 8))
        head = [word for word in told[0] + told[1] if chance.random() < 0.7]
        sentences, length = list[str](), 0
        while length < chance.gauss(WORDS, WORDS / 8):
            fact = told[len(sentences)] if len(sentences) < len(told) else ()
            sentence = self.sentence(fact, story.topic)
            length += sentence.count(" ") + 1
            sentences.append(sentence)
        paragraphs = [" ".join(sentences[start : start + 3]) for start in range(0, len(sentences), 3)]
        title = " ".join(head)
        article = plain_article(
            "\n".join(paragraphs), article_id=f"{story.key}-{number:02d}", title=title[:1].upper() + title[1:]
        )
        if chance.random() < UNDATED:
            return article
        day = FIRST + dt.timedelta(days=story.day + min(int(chance.expovariate(0.7)), 9))
        return replace(article, published=Known(value=day, origin=Origin.SIDECAR))

    def sentence(self, fact: tuple[str, ...], topic: tuple[str, ...]) -> str:
        """A fact in other words; without one, words as they fall."""
        chance = self.chance
        between = chance.choices(self.words, cum_weights=self.sums, k=chance.randint(8, 16))
        for word in fact:
            used = chance.choice(topic) if chance.random() < 0.3 and word.islower() else word
            if chance.random() < 0.8:
                between.insert(chance.randint(0, len(between)), used)
        text = " ".join(between)
        return f"{text[:1].upper()}{text[1:]}."


def corpus(count: int, *, seed: int = SEED) -> Iterator[tuple[str, Article]]:
    """Make so many articles, each with the key of its story, those of a story one after the other."""
    press = Press(seed)
    sizes = range(1, LARGEST + 1)
    weights = _running(1 / size for size in sizes)
    number = made = 0
    while made < count:
        story = press.story(f"s{number:06d}")
        number += 1
        for place in range(press.chance.choices(sizes, cum_weights=weights)[0]):
            if made < count:
                made += 1
                yield story.key, press.article(story, place)


def _running(values: Iterable[float]) -> list[float]:
    sums, total = [], 0.0
    for value in values:
        total += value
        sums.append(total)
    return sums
