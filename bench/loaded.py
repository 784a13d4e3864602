"""A site over a large chronicle: what to ask it for, and what each answer costs."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

import httpx
from sqlalchemy import event

from elshi.web import users
from elshi.web.app import create_app
from elshi.web.index import ask
from elshi.web.settings import Settings
from elshi.web.site import Site

TODAY = date(2024, 6, 1)
TIMES = 40
"""Addresses of one kind that are asked for."""
STEPS = 1000
"""Steps of SQLite's machine between two counts of work."""
NAME, PASSWORD = "bench", "a password of the bench"


@dataclass(slots=True)
class Tally:
    """What the database was asked for one answer."""

    questions: int = 0
    work: int = 0

    def watch(self, connection: sqlite3.Connection) -> None:
        """Counts the work of a connection from now on."""
        connection.set_progress_handler(self._step, STEPS)

    def _step(self) -> int:
        self.work += 1
        return 0

    def asked(self, said: object, *_: object) -> None:
        """One question more; what the full-text index asks of itself is none."""
        self.questions += "'main'." not in str(said)


@dataclass(frozen=True, slots=True)
class Found:
    """What pages of one kind cost: milliseconds sorted, most questions, most work."""

    ms: list[float]
    cpu: list[float]
    questions: int
    work: int

    @property
    def p95(self) -> float:
        """Below which 95 of 100 answers stay."""
        return part(self.ms, 0.95)

    def __str__(self) -> str:
        times = f"{part(self.ms, 0.5):11.0f}{self.p95:11.0f}{part(self.cpu, 0.95):11.0f}"
        return f"{times}{self.questions:11}{self.work:11}"


def part(found: Sequence[float], share: float) -> float:
    """The value below which this share of them lies."""
    return sorted(found)[min(len(found) - 1, int(len(found) * share))]


class Loaded:
    """The open site and its client."""

    def __init__(self, site: Site, client: httpx.AsyncClient, told: str) -> None:
        self.site, self.client, self.told = site, client, told
        self.loop, self.tally = asyncio.new_event_loop(), Tally()
        self._count()

    def _count(self) -> None:
        """Lets every question to both databases be counted."""
        made, tally = ask.Index.__init__, self.tally

        def counted(index: ask.Index, connection: sqlite3.Connection) -> None:
            made(index, connection)
            connection.set_trace_callback(tally.asked)
            tally.watch(connection)

        ask.Index.__init__ = counted  # type: ignore[method-assign]
        engine = self.site.store.engine
        event.listen(engine, "before_cursor_execute", tally.asked)
        event.listen(engine, "checkout", lambda raw, *_: tally.watch(raw))

    def get(self, path: str) -> httpx.Response:
        """One answer."""
        return self.loop.run_until_complete(self.client.get(path))

    def log_in(self) -> None:
        """As the reviewer does."""
        page = self.get("/en/login").text
        csrf = page.split('name="csrf" value="')[1].split('"')[0]
        form = {"name": NAME, "password": PASSWORD, "csrf": csrf}
        self.loop.run_until_complete(self.client.post("/en/login", data=form))

    def asked(self, paths: Sequence[str]) -> Found:
        """What these pages cost."""
        found = Found([], [], 0, 0)
        questions, work = [], []
        for path in paths:
            self.tally.questions = self.tally.work = 0
            clock, cpu = time.perf_counter(), time.process_time()
            answer = self.get(path)
            found.cpu.append((time.process_time() - cpu) * 1000)
            found.ms.append((time.perf_counter() - clock) * 1000)
            if answer.status_code != 200:
                raise SystemExit(f"{path}: {answer.status_code}")
            questions.append(self.tally.questions)
            work.append(self.tally.work)
        return Found(found.ms, found.cpu, max(questions), max(work))

    def at_once(self, readers: int) -> str:
        """Readers who all ask at the same moment, each for a page of another kind."""
        paths = [path for found in self.pages().values() for path in found[-2:]][:readers]
        paths += paths[: max(0, readers - len(paths))]
        start = time.perf_counter()
        answers = self.loop.run_until_complete(self._all(paths))
        wrong = [a.status_code for a in answers if a.status_code != 200]
        took = time.perf_counter() - start
        return f"{len(paths)} readers at once: {took:.1f} s, {len(wrong)} errors"

    async def _all(self, paths: Sequence[str]) -> list[httpx.Response]:
        return await asyncio.gather(*(self.client.get(path) for path in paths))

    def pages(self) -> dict[str, list[str]]:
        """Addresses of each kind of page; the first of a kind is its largest."""
        with self.site.index() as index:
            return {name: found[:TIMES] for name, found in _pages(index)}


@dataclass(frozen=True, slots=True)
class Asking:
    """What addresses are made of: the most frequent sides and pairs, ids from all over the base."""

    pairs: list[str]
    sides: list[str]
    contacts: list[str]
    articles: list[str]
    persons: list[str]

    @classmethod
    def of(cls, index: ask.Index) -> Asking:
        """What an index has."""
        pairs = ["/".join(key.split()) for key, _ in index.counts("contact", "pair", 400)]
        sides = [key for key, _ in index.counts("contact", "side")]
        spread = (_sample(index, table) for table in ("contacts", "articles", "persons"))
        return cls(pairs[:5] + pairs[5::9], sides, *spread)

    @property
    def largest(self) -> str:
        """The filter of the pair with most contacts."""
        a, b = self.pairs[0].split("/")
        return f"a={a}&b={b}"


def _pages(index: ask.Index) -> Iterator[tuple[str, list[str]]]:
    has = Asking.of(index)
    yield from _of_pairs(has)
    yield from _of_one(has)
    yield from _lists(has)
    yield from _words(has)
    yield from _for_programs(has)


def _of_pairs(has: Asking) -> Iterator[tuple[str, list[str]]]:
    yield "pair", [f"/en/pairs/{pair}" for pair in has.pairs]
    days = (f"since=2020&as_of=2022-0{1 + n % 9}-15" for n in range(len(has.pairs)))
    asked = zip(has.pairs, days, strict=True)
    yield "pair, a period as of a day", [f"/en/pairs/{pair}?{day}" for pair, day in asked]
    yield "brief", [f"/en/pairs/{pair}/brief" for pair in has.pairs]


def _of_one(has: Asking) -> Iterator[tuple[str, list[str]]]:
    yield "home", ["/kk/", "/ru/", "/en/"] * 5
    yield "contact", [f"/en/contacts/{ident}" for ident in has.contacts]
    yield "article", [f"/en/articles/{ident}" for ident in has.articles]
    yield "person", [f"/en/persons/{ident}" for ident in has.persons]
    yield "side", [f"/en/sides/{side}" for side in has.sides[:30]]
    yield "post", [f"/en/posts/{side}/foreign minister?on=2022-03-01" for side in has.sides[:30]]


def _lists(has: Asking) -> Iterator[tuple[str, list[str]]]:
    side = has.sides[0]
    months = [f"{year}-{month:02}" for year in range(2019, 2025) for month in range(1, 13, 2)]
    yield "persons", ["/en/persons", *(f"/en/persons?side={each}" for each in has.sides[:20])]
    yield "contacts", [
        "/en/contacts", f"/en/contacts?a={side}",
        f"/en/contacts?a={side}&kind=visit&sphere=energy",
        "/en/contacts?status=cancelled&sphere=consular", "/en/contacts?since=2021&until=2021-06",
        "/en/contacts?order=oldest&level=minister", "/en/contacts?as_of=2020-06-01",
        *(f"/en/contacts?after={ident}" for ident in has.contacts[:20]),
    ]  # fmt: skip
    yield "calendar", [f"/en/calendar?month={month}" for month in months]
    yield "calendar of a pair", [f"/en/calendar?month={month}&{has.largest}" for month in months]
    countries = (f"/en/map?a={each}" for each in has.sides[:12])
    yield "map", ["/en/map", *countries, "/en/map?since=2021"]
    yield "forums, pairs", ["/en/forums", "/en/pairs"]
    yield "review", ["/en/review", "/ru/review?what=merge", "/kk/review?what=non-merge"] * 3


def _words(has: Asking) -> Iterator[tuple[str, list[str]]]:
    yield "statements", [
        "/en/statements", "/en/statements?q=президент", "/en/statements?q=meeting+Astana",
        "/en/statements?q=келіссөз", f"/en/statements?side={has.sides[0]}&act=pledge",
        "/en/statements?q=president&since=2021&until=2021-03",
    ]  # fmt: skip
    asked = ("президент", "Қазақстан", "Washington", "Калмуров")
    yield "search", [f"/kk/search?q={words}" for words in asked]
    yield "articles", ["/en/articles", "/en/articles?q=президент", "/en/articles?outlet=Outlet 3"]


def _for_programs(has: Asking) -> Iterator[tuple[str, list[str]]]:
    yield "API: contacts, 500", ["/api/v1/contacts?most=500", "/api/v1/contacts.csv?most=500"]
    yield "API: matrix", [f"/api/v1/pairs/{pair}/matrix?since=2020" for pair in has.pairs]
    yield "API: places", [f"/api/v1/places?a={side}" for side in has.sides[:20]]
    yield "feeds", ["/en/calendar.ics", "/en/contacts.atom", f"/en/calendar.ics?{has.largest}"]


def _sample(index: ask.Index, table: str) -> list[str]:
    """Ids spread over a table."""
    (found,) = index.rows(f"SELECT min(n) AS least, max(n) AS most FROM {table}")
    least, most = int(found["least"]), int(found["most"])
    places = [least + (most - least) * n // TIMES for n in range(TIMES)]
    sql = f"SELECT id FROM {table} WHERE n >= ? ORDER BY n LIMIT 1"
    return [index.rows(sql, place)[0]["id"] for place in places]


@contextmanager
def opened(where: str) -> Iterator[Loaded]:
    """The site over a store; its page index is made if it is not there."""
    settings = Settings(where, now=TODAY)
    users.add(settings.users_file, NAME, PASSWORD)
    app = create_app(settings)
    start = time.process_time()
    with Site(settings) as site:
        app.state.site = site
        took = time.process_time() - start
        size = settings.pages_file.stat().st_size >> 20
        client = httpx.AsyncClient(
            transport=httpx.ASGITransport(app), base_url="http://bench", timeout=600
        )
        with site.index() as index:
            counts = {of: index.count(of, "all") for of in ("contact", "article", "statement")}
        told = ", ".join(f"{count} {of}s" for of, count in counts.items())
        loaded = Loaded(site, client, f"{told}; opened in {took:.0f} CPU s, index {size} MB")
        loaded.log_in()
        yield loaded
