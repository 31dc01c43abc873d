"""Group the articles that tell the same story, and say why."""

from digest.cluster.articles import cluster_articles
from digest.cluster.links import contradictions
from digest.cluster.stories import StoryIndex

__all__ = ["StoryIndex", "cluster_articles", "contradictions"]
