"""The footnotes of a brief: each source once."""

from __future__ import annotations

from dataclasses import dataclass, field

from elshi.brief.record import Source


@dataclass(slots=True)
class Notes:
    """The footnotes, numbered as they come; equal ones once."""

    sources: list[Source] = field(default_factory=list)

    def number(self, source: Source) -> int:
        """The number of a source."""
        if source not in self.sources:
            self.sources.append(source)
        return self.sources.index(source) + 1
