"""What is known of a report beside its text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """What is known beside the text: by the input's fields, and by the page's own head."""

    given: dict[str, str]
    head: dict[str, str]

    def get(self, field: str) -> str:
        """What the input says of a field, or else the page's head."""
        return self.given.get(field) or self.head.get(field, "")
