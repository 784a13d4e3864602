"""An account as a row of the table that a terminal shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from elshi.records import Account, Article, Participant

COLUMNS = ("when", "kind", "who", "where", "source")
MARK = "*"
"""Behind a value that the text does not state."""


def table_rows(told: Iterable[tuple[Article, Account]]) -> Iterator[Sequence[str]]:
    """One row an account."""
    for article, account in told:
        yield (
            account.when.edtf if account.when else "",
            kind(account),
            people(account),
            where(account),
            source(article),
        )


def kind(account: Account) -> str:
    """Its kind, with what is not the rule: planned, cancelled, recalled."""
    notes = [account.status.value] if account.status.value != "held" else []
    notes += [account.role.value] if account.role.value != "main" else []
    return f"{account.kind.value} ({', '.join(notes)})" if notes else account.kind.value


def people(account: Account) -> str:
    """Who took part, each with side and post."""
    return "; ".join(one(who) for who in account.participants)


def one(who: Participant) -> str:
    """A participant: side, name, post."""
    mark = MARK if who.side and who.side.basis == "inferred" else ""
    side = f"{who.side.value}{mark} " if who.side else ""
    return f"{side}{who.name.value}{f', {who.post.value}' if who.post else ''}"


def where(account: Account) -> str:
    """City and country, then the forum, and on whose margins it met."""
    place = account.place
    parts = [value.value for value in (place.city, place.country) if value] if place else []
    occasions = [value.value for value in (account.forum, account.margins) if value]
    return "; ".join(filter(None, (", ".join(parts), *occasions)))


def source(article: Article) -> str:
    """Outlet, day, and the short id by which `elshi show` finds the article."""
    outlet = article.outlet.value if article.outlet else PurePath(article.name).name
    day = article.published.value[:10] if article.published else ""
    return " ".join(filter(None, (outlet, day, article.id.removeprefix("article-")[:8])))
