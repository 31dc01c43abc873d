"""Group the articles that tell the same story, and say why."""

from digest.cluster.articles import cluster_articles
from digest.cluster.links import contradictions
from digest.cluster.near_misses import near_misses
from digest.cluster.origins import find_origins
from digest.cluster.pair import compare_pair
from digest.cluster.stories import StoryIndex

__all__ = [
    "StoryIndex",
    "cluster_articles",
    "compare_pair",
    "contradictions",
    "find_origins",
    "near_misses",
]
