"""Make of a story's last section, which is plain Markdown, a folded part of the page with a picture."""

from digest.picture.folding import Folding

__all__ = ["Folding"]
