"""Group the articles that tell the same story, and say why."""

from digest.cluster.articles import cluster_articles
from digest.cluster.links import contradictions
from digest.cluster.origins import find_origins

__all__ = ["cluster_articles", "contradictions", "find_origins"]
