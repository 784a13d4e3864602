"""`elshi judgements`: the ledger of decisions as a text file that can be versioned."""

from __future__ import annotations

from pathlib import Path

import click

from elshi.cli.options import chronicle, opened


@click.group()
def judgements() -> None:
    """The ledger of decisions as text: written, read back; what has lost its account."""


@judgements.command()
@chronicle()
def export(*, chronicle: str) -> None:
    """Writes the ledger to stdout: one line of JSON a decision, the earliest first."""
    from elshi.chronicle.stored import ledger_text

    with opened(chronicle) as store:
        click.echo(ledger_text(store), nl=False)


@judgements.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@chronicle()
def import_(file: Path, *, chronicle: str) -> None:
    """Adds the decisions of FILE to the ledger; those that are there already change nothing."""
    from elshi.chronicle.ledger import imported
    from elshi.chronicle.stored import enter

    lines = imported(file.read_text(encoding="utf-8"), file.name)
    with opened(chronicle) as store:
        added = enter(store, *lines)
    click.echo(f"{added} new of {len(lines)} decisions", err=True)


@judgements.command()
@chronicle()
def lost(*, chronicle: str) -> None:
    """Lists decisions whose account is in no reading."""
    from elshi.chronicle.known import known
    from elshi.chronicle.ledger import to_line

    with opened(chronicle) as store, known(store) as kept:
        for judgement in kept.growth.lost():
            click.echo(to_line(judgement))
