"""Names as they stand in a picture: short enough for their room."""

from __future__ import annotations

LONGEST = 24
"""Letters for which there is room before an axis or beside a dot."""


def short(label: str) -> str:
    """A name as long as there is room."""
    return label if len(label) <= LONGEST else f"{label[: LONGEST - 1].rstrip()}…"
