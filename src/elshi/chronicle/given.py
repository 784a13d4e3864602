"""What people gave a store, as the chronicle sees it: judgements and registers."""

from __future__ import annotations

from datetime import date

from elshi.chronicle.judged import Line
from elshi.chronicle.ledger import exported, of_line, to_line
from elshi.chronicle.records import Post, Registered
from elshi.store import Store
from elshi.store.given import Holder, judge, judgements, register


def ledger_of(store: Store) -> list[Line]:
    """The judgements of a store."""
    return [of_line(line) for line in judgements(store)]


def ledger_text(store: Store) -> str:
    """The ledger of a store as the text that `imported` reads."""
    return "".join(f"{line}\n" for line in exported(ledger_of(store)))


def enter(store: Store, *lines: Line) -> int:
    """Appends judgements to the ledger of a store; how many were not there yet."""
    return judge(store, [(line.id, to_line(line)) for line in lines])


def register_of(store: Store) -> list[Registered]:
    """The lines of a store's registers."""
    return [_registered(holder) for holder in register(store)]


def _registered(holder: Holder) -> Registered:
    return Registered(
        name=holder.person,
        post=Post(holder.side, holder.level, holder.house),
        title=holder.post,
        start=_day(holder.start),
        end=_day(holder.finish),
        person_id=holder.person_id,
        source=holder.source,
    )


def _day(iso: str) -> int:
    return date.fromisoformat(iso).toordinal() if iso else 0
