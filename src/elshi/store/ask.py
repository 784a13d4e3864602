"""Questions to the store: which accounts, statements and tenures fit, with the article of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, Table, and_, exists, func, or_, select

from elshi.record_json import read_tree, sound
from elshi.records import Account, Article, Reading, Statement, Tenure
from elshi.store import schema
from elshi.store.rows import fold
from elshi.store.store import Store, whole_tree

_BESIDE = ("mentions", "tenures", "voices", "unread")
"""Parts of a reading beside accounts and statements."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for; everything that is left empty fits all."""

    between: tuple[str, str] | None = None
    """Two sides, both of which take part (of a visit, the country counts as one)."""
    person: str | None = None
    """Part of a name, in any capitals."""
    since: date | None = None
    until: date | None = None
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    as_of: date | None = None
    """Only what was published by the end of that day."""


@dataclass(frozen=True, slots=True)
class Told:
    """An account with the article that tells it. `sound`: every stored quote is in the text."""

    article: Article
    account: Account
    sound: bool = True


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with the article that carries it."""

    article: Article
    statement: Statement
    sound: bool = True


@dataclass(frozen=True, slots=True)
class Served:
    """Evidence of a tenure with the article that gives it."""

    article: Article
    tenure: Tenure
    sound: bool = True


def accounts(store: Store, wanted: Wanted) -> list[Told]:
    """The accounts that fit, by the first day that their date may mean; undated ones last."""
    table = schema.accounts
    order = (func.coalesce(table.c.earliest, table.c.latest, "9999"), table.c.article)
    query = _latest(table, table.c.account).where(*_fits(wanted)).order_by(*order, table.c.account)
    found = _places(store, query)
    opened = _opened(store, {article for article, _ in found})
    return [
        Told(reading.article, reading.accounts[n], _sound(tree["accounts"][n], reading))
        for article, n in found
        for reading, tree in [opened[article]]
    ]


def undated(store: Store, wanted: Wanted) -> int:
    """How many accounts fit but for having no date at all: a period leaves them out."""
    table = schema.accounts
    if not (wanted.since or wanted.until):
        return 0
    timeless = Wanted(wanted.between, wanted.person, kinds=wanted.kinds, statuses=wanted.statuses)
    fits = [*_fits(timeless), table.c.earliest.is_(None), table.c.latest.is_(None)]
    return len(_places(store, _latest(table, table.c.account).where(*fits)))


def statements(store: Store, articles: Iterable[str]) -> list[Said]:
    """All statements of these articles."""
    opened = _opened(store, set(articles)).values()
    return [each for reading, tree in opened for each in _said(reading, tree)]


def _said(reading: Reading, tree: dict[str, Any]) -> Iterator[Said]:
    for n, statement in enumerate(reading.statements):
        yield Said(reading.article, statement, _sound(tree["statements"][n], reading))


def told(store: Store, refs: Sequence[str]) -> tuple[list[Told], list[Said]]:
    """Accounts by their refs («article/account»), in this order, and what is said at them.

    The rest of the readings stays closed: of hundreds it would take a second.
    """
    wanted = set(refs)
    found, said = dict[str, Told](), list[Said]()
    for row in store.stored(sorted({ref.partition("/")[0] for ref in refs})):
        reading, tree = _opened_at(row, wanted)
        for part, account in zip(tree["accounts"], reading.accounts, strict=True):
            whole = _sound(part, reading)
            found[f"{row.article}/{account.id}"] = Told(reading.article, account, whole)
        said += _said(reading, tree)
    return [found[ref] for ref in refs if ref in found], said


def _opened_at(row: Row[Any], wanted: Set[str]) -> tuple[Reading, dict[str, Any]]:
    """A reading with no more than the wanted accounts and what is said at them, or at none."""
    tree = whole_tree(row)
    kept = [a for a in tree.get("accounts", ()) if f"{row.article}/{a['id']}" in wanted]
    at = {None, *(account["id"] for account in kept)}
    said = [s for s in tree.get("statements", ()) if s.get("account") in at]
    tree |= dict.fromkeys(_BESIDE, ()) | {"accounts": kept, "statements": said}
    return read_tree(tree), tree


def tenures(store: Store, wanted: Wanted) -> list[Served]:
    """The evidence of who held which post, by person."""
    table = schema.tenures
    query = _latest(table, table.c.tenure).where(*_named(table, wanted.person))
    order = (table.c.folded, table.c.article, table.c.tenure)
    found = _places(store, query.order_by(*order))
    opened = _opened(store, {article for article, _ in found})
    return [
        Served(reading.article, reading.tenures[n], _sound(tree["tenures"][n], reading))
        for article, n in found
        for reading, tree in [opened[article]]
    ]


def _latest(table: Table, place: ColumnElement[int]) -> Select[Any]:
    """Rows of an index table that belong to the latest reading of their article."""
    mine, others = schema.readings, schema.readings.alias()
    last = select(func.max(others.c.rank)).where(others.c.article == table.c.article)
    same = and_(mine.c.article == table.c.article, mine.c.version == table.c.version)
    return (
        select(table.c.article, place.label("place"))
        .join(mine, same)
        .where(mine.c.rank == last.scalar_subquery())
    )


def _fits(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    table = schema.accounts
    for side in wanted.between or ():
        sides = schema.account_sides
        yield exists().where(_same_account(sides), sides.c.side == side)
    if wanted.person:
        people = schema.participants
        yield exists().where(_same_account(people), *_named(people, wanted.person))
    if wanted.kinds:
        yield table.c.kind.in_(wanted.kinds)
    if wanted.statuses:
        yield table.c.status.in_(wanted.statuses)
    if wanted.as_of:
        published = schema.articles.c.published
        known = func.substr(published, 1, 10) <= wanted.as_of.isoformat()
        yield exists().where(schema.articles.c.id == table.c.article, known)
    yield from _in_period(wanted)


def _in_period(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    """A date that may lie in the period fits; what has no date at all does not."""
    first, last = schema.accounts.c.earliest, schema.accounts.c.latest
    if wanted.since or wanted.until:
        yield first.is_not(None) | last.is_not(None)
    if wanted.since:
        yield or_(last.is_(None), last >= wanted.since.isoformat())
    if wanted.until:
        yield or_(first.is_(None), first <= wanted.until.isoformat())


def _same_account(table: Table) -> ColumnElement[bool]:
    told = schema.accounts
    return and_(
        table.c.article == told.c.article,
        table.c.version == told.c.version,
        table.c.account == told.c.account,
    )


def _named(table: Table, person: str | None) -> list[ColumnElement[bool]]:
    """Every word of the name asked for stands somewhere in the name."""
    return [table.c.folded.contains(word, autoescape=True) for word in fold(person or "").split()]


def _places(store: Store, query: Select[Any]) -> list[tuple[str, int]]:
    with store.asking() as connection:
        return [(row.article, row.place) for row in connection.execute(query)]


def _opened(store: Store, ids: set[str]) -> dict[str, tuple[Reading, dict[str, Any]]]:
    """The readings of these articles, each with the tree that holds its stored quotes."""
    return {row.article: _open(row) for row in store.stored(sorted(ids))}


def _open(row: Row[Any]) -> tuple[Reading, dict[str, Any]]:
    tree = whole_tree(row)
    return read_tree(tree), tree


def _sound(tree: Any, reading: Reading) -> bool:
    return sound(tree, reading.article.text)
