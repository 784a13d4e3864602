"""`elshi export`: the chronicle for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from elshi.cli.options import chronicle, opened

if TYPE_CHECKING:
    from elshi.store import Store


@click.command()
@click.option("--format", "shape", type=click.Choice(["csv", "jsonl"]), required=True)
@click.option(
    "--out", metavar="PATH", help="csv: a folder or a .zip of five tables; jsonl: a file."
)
@chronicle()
def export(shape: str, out: str | None, chronicle: str) -> None:
    """Writes the whole chronicle as CSV tables or as JSON Lines (one reading a line).

    Without --out it goes to stdout; of CSV, only the table of accounts.
    """
    with opened(chronicle) as store:
        if out is None:
            _print(store, shape)
        else:
            _write(store, shape, Path(out))


def _print(store: Store, shape: str) -> None:
    from elshi.cli.output import lines
    from elshi.export import account_rows, csv_text, jsonl

    if shape == "jsonl":
        lines(jsonl(store.readings()))
    else:
        click.echo(csv_text(account_rows(store.readings())), nl=False)


def _write(store: Store, shape: str, out: Path) -> None:
    from elshi.errors import UsageError
    from elshi.export import folder, jsonl, written

    try:
        if shape == "csv":
            folder(store.readings(), out)
        else:
            written(out, "".join(f"{line}\n" for line in jsonl(store.readings())).encode())
    except OSError as error:
        raise UsageError(f"{out} cannot be written ({error.strerror}): check the path") from error
