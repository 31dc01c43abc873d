"""Turn values of the model into bytes and back, in a format that can hold data only, never code."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Any

import msgspec

# JSON rather than MessagePack, which keeps the instant of a moment but not its zone.
ENCODER = msgspec.json.Encoder(order="deterministic")
# Letters that are no Unicode, numbers of more than 64 bits, types that the format does not know.
UNPACKABLE = (UnicodeEncodeError, OverflowError, TypeError, ValueError, RecursionError)


def pack(value: Any, kind: Any) -> bytes | None:
    """The bytes of a value of the type `kind`, or None where reading them would not give an equal value."""
    try:
        data = ENCODER.encode(value)
        return data if unpack(data, kind) == value else None
    except UNPACKABLE:
        return None


def unpack(data: bytes, kind: Any) -> Any:
    """Read a value of the type `kind`; raises msgspec.DecodeError (a ValueError) where the bytes hold anything else."""
    return _decoder(kind).decode(data)


def digest_of(*values: object) -> bytes | None:
    """The SHA-256 of some values: that of equal ones is equal. None where one of them has no bytes."""
    try:
        return hashlib.sha256(ENCODER.encode(values)).digest()
    except UNPACKABLE:
        return None


@cache
def _decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)
