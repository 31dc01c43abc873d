"""What is written: pages, the list of them, the lock of stories."""

from digest.store.files import write_atomically
from digest.store.manifest import ArticleRecord, Manifest, read_manifest, sha256, text_sha256
from digest.store.publish import Published, publish

__all__ = [
    "ArticleRecord",
    "Manifest",
    "Published",
    "publish",
    "read_manifest",
    "sha256",
    "text_sha256",
    "write_atomically",
]
