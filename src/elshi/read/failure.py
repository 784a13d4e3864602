"""An input that could not be read, and why."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from elshi.errors import InputError


@dataclass(frozen=True, slots=True)
class Failure:
    """One input that could not be read: what it is called, what is wrong, the hash of its bytes.

    `sha256` is empty where there were no bytes to hash (no such file, too large to be read).
    """

    name: str
    error: InputError
    sha256: str = ""


def failed(name: str, error: InputError, data: bytes = b"") -> Failure:
    """The failure of an input, with the hash of what was read of it."""
    return Failure(name, error, hashlib.sha256(data).hexdigest() if data else "")
