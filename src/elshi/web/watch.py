"""Noticing, while the site runs, that more was read: the pages then say so, and nobody waits.

every few seconds   how large is the store?  ── as the pages ──▶ nothing
                                             ── still growing ─▶ wait, but not for ever
                                             ── grown ─────────▶ a new page index, made by a process
                                                                 of its own; it takes the place
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import signal
from multiprocessing import get_context
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import func, select

from elshi.errors import ElshiError
from elshi.store import Store
from elshi.store.changes import Tally, tally
from elshi.store.given import register
from elshi.store.schema import failures
from elshi.web.index.build import write

if TYPE_CHECKING:
    from elshi.web.site import Site

PATIENCE = 30
"""Looks for which a store may go on growing before the pages are made anew nevertheless."""
_LOG = logging.getLogger("elshi.web")


class Size(NamedTuple):
    """How much a store holds: asked for again and again, so no more than a few numbers."""

    told: Tally
    registers: str
    """A digest of them: a register is loaded anew in the place of the old one, line for line."""
    failures: int


def size_of(store: Store) -> Size:
    """How much a store holds now."""
    lines = "".join(map(repr, register(store)))
    with store.asking() as connection:
        failed = connection.scalar(select(func.count()).select_from(failures)) or 0
    return Size(tally(store), hashlib.sha256(lines.encode()).hexdigest(), failed)


async def watched(site: Site) -> None:
    """Looks again and again, until the site closes. What goes wrong is logged, and tried anew."""
    before: Size | None = None
    waited = 0
    while True:
        await asyncio.sleep(site.settings.watch)
        try:
            size = await asyncio.to_thread(size_of, site.store)
            settled = size == before or waited >= PATIENCE
            before, waited = size, 0 if settled else waited + 1
            if settled:
                await asyncio.to_thread(site.look)
        except (ElshiError, OSError) as error:
            _LOG.error("the pages could not be made anew: %s", error)


def writer(chronicle: str, path: Path) -> SpawnProcess:
    """A process that writes the page index of a chronicle: one core more, and no page is slower."""
    made = get_context("spawn").Process(target=_write, args=(chronicle, path), daemon=True)
    made.start()
    return made


def _write(chronicle: str, path: Path) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C ends the site, and the site ends this
    with Store(chronicle) as store:
        write(store, path)
