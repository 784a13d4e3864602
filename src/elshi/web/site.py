"""An open site: its settings, the store, and the page index, made anew when it is out of date."""

from __future__ import annotations

import gc
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from multiprocessing.context import SpawnProcess
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Self, TypeVar, cast

from elshi.chronicle.judged import Line
from elshi.chronicle.stored import enter, ledger_of
from elshi.errors import StoreError
from elshi.records import Reading
from elshi.store import Store
from elshi.web.index.ask import Index, opened
from elshi.web.index.build import beside, build, stamp, stamp_of
from elshi.web.index.follow import follow
from elshi.web.index.lemmas import match
from elshi.web.settings import Settings
from elshi.web.watch import Size, size_of, writer

T = TypeVar("T")
KEPT = 64
"""Pictures and matrices that are kept: a few MB."""


class Site:
    """What all pages share. Use it in a `with`."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.store = Store(settings.chronicle)
        self._making, self._keeping = Lock(), Lock()
        self._size: Size | None = None
        self._writer: SpawnProcess | None = None
        self._kept: OrderedDict[Hashable, object] = OrderedDict()

    def __enter__(self) -> Self:
        """Itself, with a page index that is up to date, and dictionaries that are open."""
        self.renew()
        match("сөз")  # the first search would wait for them: 0.3 s
        gc.collect()
        gc.freeze()  # what is there now stays: to look through it again cost a page 0.1 s
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """Closes the store, and ends what is just being made."""
        if self._writer is not None and self._writer.is_alive():
            self._writer.terminate()
        self.store.__exit__(kind, error, at)

    def renew(self) -> bool:
        """Makes the page index anew where it does not say what the store says. Whether it did."""
        with self._making:
            path = self.settings.pages_file
            self._size, wanted, found = size_of(self.store), stamp(self.store), stamp_of(path)
            if found == wanted:
                return False
            if found is None or found.given != wanted.given or not follow(self.store, path):
                build(self.store, path)
            return True

    def look(self) -> bool:
        """Whether the store has grown since; then the pages say so when this returns.

        The new index is made aside, by another process: until it is there, pages show the old one.
        What was judged in the meantime is worked in last.
        """
        size, path = size_of(self.store), self.settings.pages_file
        if size == self._size and path.exists():
            return False
        self._size = size
        found = stamp_of(path)
        if found is not None and found.given == stamp(self.store).given:
            return self.renew()
        with beside(path) as made:
            self._write(made)
            with self._making:
                made.replace(path)
        self.renew()
        return True

    def _write(self, path: Path) -> None:
        self._writer = writer(self.settings.chronicle, path)
        self._writer.join()
        if self._writer.exitcode:
            raise StoreError(
                "the page index could not be written: see above, or start the site anew"
            )

    def judge(self, line: Line) -> None:
        """Keeps a judgement, and works it into the pages: only what it touches is made anew."""
        enter(self.store, line)
        with self._making:
            if not follow(self.store, self.settings.pages_file):
                build(self.store, self.settings.pages_file)

    def ledger(self) -> list[Line]:
        """All judgements."""
        return ledger_of(self.store)

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """What was worked out before from the same page index; for what takes thousands of rows."""
        state = self.settings.pages_file.stat()
        whole = (state.st_ino, state.st_mtime_ns, key)
        with self._keeping:
            if whole in self._kept:
                self._kept.move_to_end(whole)
                return cast("T", self._kept[whole])
        made = make()
        with self._keeping:
            self._kept[whole] = made
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return made

    @contextmanager
    def index(self) -> Iterator[Index]:
        """The page index, for one question from outside."""
        with opened(self.settings.pages_file) as index:
            yield index

    def readings(self, idents: list[str]) -> dict[str, Reading]:
        """The readings of these articles."""
        return {reading.article.id: reading for reading in self.store.some(idents)}
