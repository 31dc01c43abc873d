"""The stories' names, kept in `stories.lock`: read the file, name the clusters by it, write it again."""

from digest.store.continuing import story_id
from digest.store.identity import Named, assign
from digest.store.lockfile import read_lock, render_lock
from digest.store.names import Lock

__all__ = ["Lock", "Named", "assign", "read_lock", "render_lock", "story_id"]
