"""`benchmarks/scale.py` measures a made-up corpus that is the same each time."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path
from statistics import mean

from corpus import LARGEST, corpus
from scale import Made, b_cubed

from digest.model import Cluster

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "scale.py"


def test_the_corpus_is_the_same_each_time_and_looks_like_news():
    made = list(corpus(300))
    assert made[:40] == list(corpus(40))
    assert made[0] != next(corpus(1, seed=1))
    articles = [article for _, article in made]
    assert len({article.id for article in articles}) == len({article.text for article in articles}) == 300
    assert 200 < mean(len(article.text.split()) for article in articles) < 240
    assert 0 < sum(article.published is None for article in articles) < 60
    sizes = Counter(story for story, _ in made).values()
    assert min(sizes) == 1
    assert 5 < max(sizes) <= LARGEST


def test_no_sentence_is_in_two_articles():
    sentences = Counter(
        article.text[sentence.start : sentence.end] for _, article in corpus(80) for sentence in article.sentences
    )
    assert max(sentences.values()) == 1


def test_articles_are_made_when_they_are_asked_for():
    made = Made(corpus(30))
    first, second = next(iter(made)), next(iter(made))
    assert list(made.stories) == [first.id, second.id]
    assert made.wall > 0


def test_b_cubed_is_the_share_of_right_neighbours():
    stories = {"a": "s", "b": "s", "c": "t", "d": "t"}
    whole = Cluster(article_ids=("a", "b", "c", "d"), similarity=())
    right = [Cluster(article_ids=ids, similarity=()) for ids in (("a", "b"), ("c", "d"))]
    alone = [Cluster(article_ids=(key,), similarity=()) for key in stories]
    assert b_cubed(right, stories) == (1, 1, 1)
    assert b_cubed([whole], stories)[1:] == (0.5, 1)
    assert b_cubed(alone, stories)[1:] == (1, 0.5)


def test_every_figure_is_told():
    done = subprocess.run([sys.executable, SCRIPT, "60"], capture_output=True, text=True, timeout=120, check=True)
    told = dict(line.split("  ", 1) for line in done.stdout.splitlines())
    assert list(told) == [
        "articles",
        "making them",
        "grouping",
        "with the articles",
        "memory",
        "B-cubed",
        "stories found",
        "index in memory",
        "one more article",
    ]
    assert told["articles"].strip().startswith("60 in ")


def test_what_is_no_number_is_answered_with_the_manual():
    done = subprocess.run([sys.executable, SCRIPT, "many"], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert "benchmarks/scale.py [ARTICLES [JOBS]]" in done.stderr
