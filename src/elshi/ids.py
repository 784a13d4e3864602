"""Content ids: the same named parts give the same id on every machine and in every run."""

from __future__ import annotations

import hashlib


def content_id(kind: str, /, **parts: str) -> str:
    """An id such as `article-3f2a…`: a hash of the named parts, with their lengths.

    Lengths are hashed too, so that ("ab", "c") and ("a", "bc") differ.
    """
    digest = hashlib.sha256()
    for name in sorted(parts):
        for piece in (name, parts[name]):
            data = piece.encode("utf-8", "surrogatepass")
            digest.update(len(data).to_bytes(8, "big"))
            digest.update(data)
    return f"{kind}-{digest.hexdigest()[:16]}"
