"""Contacts known only from recollection: what one's own sources did not report at its time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from elshi.chronicle.records import Contact


@dataclass(frozen=True, slots=True)
class Gaps:
    """The gaps of the sources: dated contacts to look for; how many have no date to look under."""

    contacts: tuple[Contact, ...]
    undated: int
    """Recalled without a date: each may be a contact that is known."""
    unsure: int
    """Recalled so vaguely that several known contacts fit."""


def gaps(contacts: Iterable[Contact]) -> Gaps:
    """The contacts that no article reported when they took place."""
    recalled = [c for c in contacts if c.recalled and c.status == "held"]
    vague = [c for c in recalled if c.maybe]
    missing = tuple(c for c in recalled if not c.maybe and c.rung < 4)
    return Gaps(missing, len(recalled) - len(vague) - len(missing), len(vague))
