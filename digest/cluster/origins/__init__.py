"""Find which articles carry one and the same text, so that copies are not counted as sources."""

from digest.cluster.origins.find import find_origins

__all__ = ["find_origins"]
