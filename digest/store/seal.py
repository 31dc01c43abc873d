"""Know again what this user's digest wrote: a seal that nobody else can put on data."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import tempfile
from pathlib import Path

from digest.store.files import UNFINISHED, give_name

SIZE = 32  # bytes of the secret, and of a seal


def seal(secret: bytes, *parts: bytes) -> bytes:
    """The seal of some data. Each part counts with its length, so that no two ways to part the same bytes agree."""
    found = hashlib.blake2b(key=secret, digest_size=SIZE)
    for part in parts:
        found.update(len(part).to_bytes(8, "big"))
        found.update(part)
    return found.digest()


def is_sealed(secret: bytes, found: bytes, *parts: bytes) -> bool:
    """Whether this is the seal of the data."""
    return hmac.compare_digest(found, seal(secret, *parts))


def read_secret() -> bytes:
    """The user's secret, made when it is first needed. Raises OSError where it can neither be read nor be kept."""
    path = secret_file()
    if not path.exists():
        _make(path)
    found = path.read_bytes()
    if len(found) != SIZE:
        raise OSError(f"{path} is no secret of digest; delete it")
    return found


def secret_file() -> Path:
    """Where the secret is kept: outside every project, so that none can bring its own along."""
    folder = os.environ.get("XDG_STATE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        return (Path(folder) if folder else Path.home() / ".local" / "state") / "storydigest" / "cache.secret"
    except RuntimeError as problem:  # nobody's home
        raise OSError(str(problem)) from None


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=UNFINISHED)  # for its owner's eyes only
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(SIZE))
        give_name(temporary, path)
    except FileExistsError:
        pass  # another run was quicker
    finally:
        temporary.unlink(missing_ok=True)
