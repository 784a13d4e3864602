"""`elshi gaps`: contacts that one's own sources did not report when they took place."""

from __future__ import annotations

import click

from elshi.cli.options import Side, chronicle, opened, output, tongue


@click.command()
@click.option("--between", nargs=2, type=Side(), metavar="A B", help="Two sides, by code or name.")
@tongue()
@output("table")
@chronicle()
def gaps(*, between: tuple[str, str] | None, lang: str | None, shape: str, chronicle: str) -> None:
    """Lists the contacts that are known only from recollection: the gaps of your sources."""
    from elshi.chronicle.gaps import gaps as find
    from elshi.chronicle.known import known
    from elshi.cli.listed import print_contacts

    with opened(chronicle) as store, known(store) as kept:
        growth = kept.growth
        contacts = growth.between(*between) if between else growth.contacts()
    found = find(c for c in contacts if not between or set(between) <= set(c.sides))
    print_contacts(found.contacts, shape, lang=lang)
    if found.undated or found.unsure:
        click.echo(
            f"not listed: {found.undated} recalled without a date, {found.unsure} so vaguely that "
            "several known contacts fit",
            err=True,
        )
