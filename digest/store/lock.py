"""The stories' names, kept in `stories.lock`: read the file, name the clusters by it, write it again."""

from digest.store.identity import Named, assign, story_id
from digest.store.lockfile import Lock, read_lock, render_lock

__all__ = ["Lock", "Named", "assign", "read_lock", "render_lock", "story_id"]
