"""`elshi matrix`: on which rungs and in which spheres two sides talk, and where it lags."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import click

from elshi.cli.options import Day, Side, chronicle, opened

if TYPE_CHECKING:
    from elshi.chronicle.matrix import Matrix, Row

COLUMNS = ("level", "contacts", "last", "days since", "hosted", "spheres")


@click.command()
@click.argument("a", type=Side())
@click.argument("b", type=Side())
@click.option("--as-of", type=Day(last=True), help="The day up to which it is drawn: today.")
@click.option("--since", type=Day(), help="Only contacts from this day, month or year on.")
@chronicle()
def matrix(a: str, b: str, *, as_of: date | None, since: date | None, chronicle: str) -> None:
    """Draws the dialogue of two sides: levels by spheres, the last contact, and what lags behind.

    A contact stands on the lower of the highest rungs that the two sides sent.
    """
    from elshi.chronicle.known import known
    from elshi.chronicle.matrix import matrix as draw
    from elshi.cli.output import lines, table, width, wrapped_text

    with opened(chronicle) as store, known(store) as kept:
        contacts = kept.growth.between(a, b)
    made = draw(contacts, (a, b), as_of=as_of or datetime.now(UTC).date(), since=since)
    table(COLUMNS, [_row(row) for row in made.rows if row.all.count], columns=width())
    lines(wrapped_text(_notes(made), width()))


def _row(row: Row) -> tuple[str, ...]:
    hosted = ", ".join(f"{host} {count}" for host, count in row.all.hosted)
    spheres = ", ".join(f"{c.sphere} {c.count} ({c.last})" for c in row.spheres if c.count)
    last = row.all.last.isoformat() if row.all.last else ""
    since = "" if row.all.days_since is None else str(row.all.days_since)
    return row.level, str(row.all.count), last, since, hosted, spheres


def _notes(made: Matrix) -> Iterator[str]:
    """What lags behind the highest rung, and what stands nowhere."""
    from elshi.cli.named import counted

    lagging = [row for row in made.rows if row.lags]
    told = [row for row in lagging if row.all.count]
    silent = [row.level for row in lagging if not row.all.count]
    if lagging:
        top = next(row for row in made.rows if row.all.count)
        yield ""
        yield f"Behind the bar set by the {top.level} ({counted(top.all.count, 'contact')}):"
    yield from (f"  {row.level}: {row.lags}" for row in told)
    if silent:
        yield f"  no contact is told of: {', '.join(silent)}"
    if not any(row.all.count for row in made.rows):
        yield "No contact of the two is told of whose level is known."
    if made.unplaced:
        unplaced = counted(made.unplaced, "contact")
        yield f"On no rung, because no post is told: {unplaced} of the two."
