"""`elshi contacts`: which contacts are told of, and by whom."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from elshi.cli.options import KINDS, STATUSES, Day, Side, chronicle, opened, output, tongue

if TYPE_CHECKING:
    from elshi.store import Store, Told, Wanted


@click.command()
@click.option("--between", nargs=2, type=Side(), metavar="A B", help="Two sides, by code or name.")
@click.option("--person", metavar="NAME", help="Part of a participant's name.")
@click.option("--since", type=Day(), help="Not before this day, month or year.")
@click.option("--until", type=Day(last=True), help="Not after this day, month or year.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="May be repeated.")
@click.option("--status", "statuses", multiple=True, type=click.Choice(STATUSES), help="May too.")
@tongue()
@click.option("--accounts", is_flag=True, help="One row an account, not merged into contacts.")
@output("table")
@chronicle()
def contacts(
    *,
    between: tuple[str, str] | None,
    person: str | None,
    since: date | None,
    until: date | None,
    kinds: tuple[str, ...],
    statuses: tuple[str, ...],
    lang: str | None,
    accounts: bool,
    shape: str,
    chronicle: str,
) -> None:
    """Lists contacts by date, each with all articles that tell of it.

    A date that is not known exactly fits a period if it may lie in it. A star marks what is
    inferred: the holder of an office that is named without a man.
    """
    from elshi.store import Wanted

    wanted = Wanted(between, person, since=since, until=until, kinds=kinds, statuses=statuses)
    with opened(chronicle) as store:
        if accounts:
            timeless = _accounts(store, wanted, shape)
        else:
            timeless = _contacts(store, wanted, shape, lang)
    if timeless:
        click.echo(f"{timeless} more have no date, and are left out of a period", err=True)


def _contacts(store: Store, wanted: Wanted, shape: str, lang: str | None) -> int:
    """Prints the contacts that fit; how many are left out because they have no date."""
    from elshi.chronicle.known import known
    from elshi.chronicle.offices import holders
    from elshi.chronicle.wanted import select, undated, worth
    from elshi.cli.listed import print_contacts

    with known(store) as kept:
        near = worth(kept.growth, wanted)
        found = select(near, wanted)
        men = holders(found, kept.terms)
    print_contacts(found, shape, men, lang)
    return undated(near, wanted)


def _accounts(store: Store, wanted: Wanted, shape: str) -> int:
    from elshi.store import accounts, undated

    _print(accounts(store, wanted), shape)
    return undated(store, wanted)


def _print(found: list[Told], shape: str) -> None:
    from elshi.cli import output as out
    from elshi.cli.rows import COLUMNS, table_rows
    from elshi.export import account_lines, account_table, csv_text

    told = [(each.article, each.account) for each in found]
    if shape == "jsonl":
        out.lines(account_lines(told))
    elif shape == "csv":
        click.echo(csv_text(account_table(told)), nl=False)
    else:
        out.table(COLUMNS, table_rows(told), columns=out.width())
