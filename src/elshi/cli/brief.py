"""`elshi brief`: what the sources tell of two sides, in sentences with footnotes."""

from __future__ import annotations

from datetime import date

import click

from elshi.cli.options import Day, Side, chronicle, opened


@click.command()
@click.argument("a", type=Side())
@click.argument("b", type=Side())
@click.option("--as-of", type=Day(last=True), help="Only what was published by this day.")
@click.option("--lang", type=click.Choice(["ru", "kk", "en"]), help="Default: most sources'.")
@click.option(
    "--most",
    type=click.IntRange(1),
    default=5,
    show_default=True,
    help="Sentences under one heading; the number of the others is given.",
)
@chronicle()
def brief(
    a: str, b: str, *, as_of: date | None, lang: str | None, most: int, chronicle: str
) -> None:
    """Writes a brief on the contacts of two sides (A B, by code or name).

    Each sentence has its source; one whose evidence does not hold is withheld and counted.
    """
    from elshi.brief import Asked, as_text
    from elshi.brief import brief as compose
    from elshi.chronicle.known import known
    from elshi.chronicle.stored import by_then
    from elshi.cli.output import lines, width, wrapped_text
    from elshi.store import Wanted, accounts, statements

    asked = Asked((a, b), as_of, lang, most)
    with opened(chronicle) as store, known(store) as kept:
        told = accounts(store, Wanted(between=(a, b), as_of=as_of))
        said = statements(store, {each.article.id for each in told})
        contacts = by_then(kept, (a, b), as_of).between(a, b)
    lines(wrapped_text(as_text(compose(told, said, asked, contacts)), width()))
