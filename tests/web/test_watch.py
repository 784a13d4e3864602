"""What comes while the site is open appears without a new start, and pages never wait for it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from elshi.chronicle.entries import entries
from elshi.chronicle.judged import pointer
from elshi.chronicle.records import Judgement
from elshi.chronicle.stored import enter
from elshi.errors import StoreError
from elshi.store import Store
from elshi.store.given import Holder, load_register
from elshi.web.settings import Settings
from elshi.web.site import Site
from elshi.web.watch import PATIENCE, watched
from samples import all_readings
from sites import Open, stored

NEVER = 3600.0
Grown = tuple[Site, Store]


@pytest.fixture
def grown(tmp_path: Path) -> Iterator[Grown]:
    """An open site over all readings but the last, and the store as another command opens it."""
    where = stored(tmp_path / "s.sqlite", all_readings()[:-1])
    with Site(Settings(where, watch=NEVER)) as site, Store(where) as store:
        yield site, store


def articles(site: Site) -> int:
    with site.index() as index:
        return index.count("article", "all")


def test_an_article_read_meanwhile_appears(grown: Grown) -> None:
    site, store = grown
    assert not site.look()
    before = articles(site)
    store.add(all_readings()[-1])
    assert site.look()
    assert articles(site) == before + 1
    assert not site.look()


def test_a_judgement_of_another_command_appears(grown: Grown) -> None:
    site, store = grown
    first = next(entry for reading in all_readings() for entry in entries(reading))
    enter(store, Judgement("drop", pointer(first), by="Ayan", at="2024-01-01T00:00:00+00:00"))
    assert site.look()
    with site.index() as index:
        assert not any(s.contact.id == first.ref for s in index.of_article(first.article))


def test_a_register_and_a_failure_appear(grown: Grown) -> None:
    site, store = grown
    holder = Holder("list", "министр иностранных дел", "Мурат Нуртлеу", "2023-04-03")
    load_register(store, "list", [holder])
    assert site.look()
    store.fail(name="broken.html", reason="no text")
    assert site.look()
    with site.index() as index:
        assert index.meta()["failures"] == "1"


def test_an_index_that_somebody_deleted_is_made_again(grown: Grown) -> None:
    site, _ = grown
    before = articles(site)
    site.settings.pages_file.unlink()
    assert site.look()
    assert articles(site) == before


def test_what_cannot_be_written_is_said_and_the_old_pages_stay(
    grown: Grown, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, store = grown
    before = articles(site)
    store.add(all_readings()[-1])
    monkeypatch.setattr("elshi.web.site.writer", lambda *_: _Failed())
    with pytest.raises(StoreError, match="could not be written"):
        site.look()
    assert articles(site) == before


class _Failed:
    exitcode = 1

    def join(self) -> None:
        """Ends at once."""

    def is_alive(self) -> bool:
        return False


def test_the_open_site_looks_by_itself(site: Open, tmp_path: Path) -> None:
    client = site(all_readings()[:-1], watch=0.05)
    with Store(str(tmp_path / "0.sqlite")) as store:
        store.add(all_readings()[-1])
    for _ in range(600):
        if client.get("/api/v1/about").json()["articles"] == len(all_readings()):
            break
        time.sleep(0.1)
    assert client.get("/api/v1/about").json()["articles"] == len(all_readings())


class _Grows:
    """A site whose store is larger at each of some looks."""

    def __init__(self, *sizes: int) -> None:
        self.settings, self.sizes, self.looked = Settings("", watch=0.0), list(sizes), list[int]()

    @property
    def store(self) -> int:
        if not self.sizes:
            raise asyncio.CancelledError
        return self.sizes.pop(0)

    def look(self) -> None:
        self.looked.append(len(self.sizes))


@pytest.mark.parametrize(
    ("sizes", "looked"),
    [((1, 1), [0]), ((1, 2, 3, 3), [0]), (range(PATIENCE + 1), [0]), ((1, 2, 3), [])],
)
def test_pages_wait_until_nothing_more_comes_but_not_for_ever(
    sizes: Sequence[int], looked: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("elshi.web.watch.size_of", lambda size: size)
    growing = _Grows(*sizes)
    with pytest.raises(asyncio.CancelledError):
        asyncio.run(watched(growing))  # type: ignore[arg-type]
    assert growing.looked == looked
