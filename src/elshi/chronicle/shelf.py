"""Where growing contacts lie: here, in memory; `elshi.chronicle.kept` keeps them in a file.

read     article → its accounts as they were read
placed   article → its accounts as judged, each with the cell that it lies in
cells    key → accounts that are alike         edges    key → cells that agree with it, and how much
island   cell → its island                     islands  island → its cells
made     island → its contacts
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, MutableMapping

from elshi.chronicle.block import Key
from elshi.chronicle.cluster import Cell
from elshi.chronicle.records import Contact, Entry
from elshi.chronicle.spelling import bones
from elshi.store.rows import fold

EXACT = frozenset({"side", "bones"})
"""Keys that are asked for whole; of a name a part will do, and of an id its start."""
Placed = list[tuple[str, Entry]]


class Shelf:
    """Growing contacts in memory."""

    def __init__(self) -> None:
        self.read: MutableMapping[str, list[Entry]] = {}
        self.placed: MutableMapping[str, Placed] = {}
        self.cells: MutableMapping[str, Cell] = {}
        self.edges: MutableMapping[str, dict[str, float]] = {}
        self.island: MutableMapping[str, str] = {}
        self.islands: MutableMapping[str, list[str]] = {}
        self.made: MutableMapping[str, list[Contact]] = {}
        self.blocks: dict[Key, dict[str, None]] = defaultdict(dict)

    def near(self, keys: Iterable[Key]) -> set[str]:
        """The cells that are found under any of these keys."""
        return {cell for key in keys for cell in self.blocks.get(key, ())}

    def shelve(self, cell: str, keys: Iterable[Key]) -> None:
        """Lets a cell be found under these keys."""
        for key in keys:
            self.blocks[key][cell] = None

    def unshelve(self, cell: str, keys: Iterable[Key]) -> None:
        """Lets a cell be found no more."""
        for key in keys:
            self.blocks[key].pop(cell, None)
            if not self.blocks[key]:
                del self.blocks[key]

    def everything(self) -> Iterable[list[Contact]]:
        """The contacts of every island."""
        return self.made.values()

    def homes(self, what: str, value: str) -> set[str]:
        """The islands of which a contact has `side`, `id` (or its start), a `name` with a word in
        it, or a man whose name has these `bones`."""
        return {home for home, found in self.made.items() if _has(found, what, value)}


def _has(contacts: Iterable[Contact], what: str, value: str) -> bool:
    return any(fits(what, key, value) for kind, key in found_by(contacts) if kind == what)


def fits(what: str, key: str, value: str) -> bool:
    """Whether a key is what is asked for."""
    if what in EXACT:
        return key == value
    return key.startswith(value) if what == "id" else value in key


def found_by(contacts: Iterable[Contact]) -> Iterator[tuple[str, str]]:
    """By what the contacts of an island are found: everything that any account of them says."""
    for contact in contacts:
        yield "id", contact.id
        for entry in contact.accounts:
            yield from (("side", side) for side in (*entry.sides, *entry.guessed))
            yield from (("name", fold(who.name)) for who in entry.who)
            yield from (
                ("bones", word) for who in entry.who if who.person for word in bones(who.key)
            )
