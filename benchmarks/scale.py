"""Measure the grouping of very many articles: time, memory, quality, and what one more article takes.

    python benchmarks/scale.py [ARTICLES [JOBS]]

Without a number, 1,000 articles. The corpus is made up and the same each time (see `corpus.py` beside this): about 215
words an article, stories of 1 to 20 articles over 60 days. With JOBS, so many processes count the words.

Articles are made while the grouping asks for them, and not kept, as a reader of a large archive would. The time to make
them (to draw the words, and to find the sentences) is no part of grouping and is told apart: "grouping" is all the rest
of the call, in seconds of the wall clock. With JOBS the processes go on counting while articles are made, so "with the
articles" is the honest upper limit. CPU is that of all processes; the memory is the most that this one held, the corpus
and the result included, plus as much as the largest of the JOBS held for each of them. Loading the package and its
tables comes before.

One more article is measured on a `StoryIndex`, which stays in memory, of the same articles in the stories that were
found: 20 more articles are asked for their story, each on its own; wall clock, mean and maximum. Making the index is no
part of that, and is told.
"""

from __future__ import annotations

import resource
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from itertools import islice
from multiprocessing import get_context

from corpus import corpus

from digest.cluster import StoryIndex, cluster_articles
from digest.model import Article, Cluster

MORE = 20  # articles that are added one by one


class Made:
    """Articles as they are asked for, with the story of each, and the seconds that it took to make them."""

    def __init__(self, made: Iterable[tuple[str, Article]]) -> None:
        self.made = iter(made)
        self.stories: dict[str, str] = {}
        self.wall = self.cpu = 0.0

    def __iter__(self) -> Iterator[Article]:
        """Make the articles, each only when it is asked for."""
        while True:
            wall, cpu = time.perf_counter(), time.process_time()
            story, article = next(self.made, (None, None))
            self.wall += time.perf_counter() - wall
            self.cpu += time.process_time() - cpu
            if story is None or article is None:
                return
            self.stories[article.id] = story
            yield article


def b_cubed(clusters: Iterable[Cluster], stories: Mapping[str, str]) -> tuple[float, float, float]:
    """F1, precision and recall, each from 0 to 1 (Bagga and Baldwin, 1998)."""
    found = {key: number for number, cluster in enumerate(clusters) for key in cluster.article_ids}
    both = Counter((found[key], story) for key, story in stories.items())
    groups, gold = Counter(found.values()), Counter(stories.values())
    precision = sum(n * n / groups[group] for (group, _), n in both.items()) / len(stories)
    recall = sum(n * n / gold[story] for (_, story), n in both.items()) / len(stories)
    return 2 * precision * recall / (precision + recall), precision, recall


def megabytes(jobs: int) -> float:
    """The most memory that this process held, and for each job the most that any of its like held."""
    unit = 1e6 if sys.platform == "darwin" else 1e3
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * jobs
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss + children) / unit


def processor() -> float:
    """Seconds of the processor: of this process and of those that it started and that have ended."""
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


def one_more(clusters: Iterable[Cluster], count: int) -> tuple[float, list[float]]:
    """The seconds to make an index of the articles in their stories, and to find the story of each of some more."""
    start = time.perf_counter()
    articles = (article for _, article in corpus(count + MORE))
    settled = {key: cluster.article_ids[0] for cluster in clusters for key in cluster.article_ids}
    made = Made(zip(("",) * count, islice(articles, count), strict=True))
    index = StoryIndex(made, settled)
    building = time.perf_counter() - start - made.wall
    seconds = []
    for article in articles:
        start = time.perf_counter()
        index.assign(article)
        seconds.append(time.perf_counter() - start)
    return building, seconds


def main() -> None:
    """Group the articles and print the figures."""
    if len(sys.argv) > 3 or not all(argument.isdigit() for argument in sys.argv[1:]):
        sys.exit(__doc__)
    count, jobs = (int(argument) for argument in [*sys.argv[1:], *("1000", "0")[len(sys.argv) - 1 :]])
    cluster_articles([article for _, article in corpus(40)])  # loads the tables
    made = Made(islice(corpus(count + MORE), count))
    wall, cpu = time.perf_counter(), processor()
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) if jobs else nullcontext() as executor:
        clusters = cluster_articles(made, executor=executor)
        wall = time.perf_counter() - wall
    cpu = processor() - cpu
    print(f"articles              {len(made.stories)} in {len(set(made.stories.values()))} stories, {jobs} jobs")
    print(f"making them           {made.wall:.1f} s")
    print(f"grouping              {wall - made.wall:.1f} s, {cpu - made.cpu:.1f} s of CPU")
    print(f"with the articles     {wall:.1f} s")
    print(f"memory                {megabytes(jobs):.0f} MB")
    f1, precision, recall = b_cubed(clusters, made.stories)
    print(f"B-cubed               F1 {f1:.3f}, precision {precision:.3f}, recall {recall:.3f}")
    print(f"stories found         {len(clusters)}")
    building, seconds = one_more(clusters, count)
    print(f"index in memory       {building:.1f} s")
    print(f"one more article      {sum(seconds) / len(seconds):.3f} s, at most {max(seconds):.3f} s")


if __name__ == "__main__":
    main()
