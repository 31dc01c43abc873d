"""Group the articles that tell the same story, and say why."""

from digest.cluster.articles import cluster_articles

__all__ = ["cluster_articles"]
