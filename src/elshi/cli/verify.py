"""`elshi verify`: whether the chronicle still says what the texts say."""

from __future__ import annotations

import sys

import click

from elshi.cli.options import chronicle, opened


@click.command()
@click.option("--quick", is_flag=True, help="Compare quotes and hashes, but read nothing again.")
@chronicle()
def verify(quick: bool, chronicle: str) -> None:
    """Checks every stored value against its words in the text.

    Articles that this version of the rules read are read again and compared. Prints every
    difference; the exit code is 1 if there is one.
    """
    from elshi.store import Rules, differences

    rules = None
    if not quick:
        from elshi import pipeline

        rules = Rules(pipeline.VERSION, pipeline.read)
    with opened(chronicle) as store:
        count = _print(differences(store, rules=rules))
        articles = len(store.ids())
    outcome = f"{count} differences" if count else "everything holds"
    click.echo(f"{articles} articles: {outcome}", err=True)
    sys.exit(1 if count else 0)


def _print(found: object) -> int:
    from elshi.draw import visible

    count = 0
    for difference in found:  # type: ignore[attr-defined]
        click.echo(visible(str(difference)))
        count += 1
    return count
