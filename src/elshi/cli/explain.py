"""`elshi explain`: why two accounts are one contact, or two."""

from __future__ import annotations

import click

from elshi.cli.options import chronicle, opened


@click.command()
@click.argument("a")
@click.argument("b")
@chronicle()
def explain(a: str, b: str, *, chronicle: str) -> None:
    """Says in words why two accounts are told as one contact, or as two.

    A and B are articles (id, input id, url or file; `ARTICLE#2` is its second account) or contacts
    (id). The start of an id will do. Where several accounts may be meant, the two most alike are
    compared.
    """
    from elshi.chronicle import explain as why
    from elshi.chronicle.explain import lines
    from elshi.chronicle.known import known
    from elshi.cli import named
    from elshi.cli.output import lines as shown
    from elshi.cli.output import width, wrapped_text

    with opened(chronicle) as store, known(store) as kept:
        one, two = named.pair(store, kept.growth, a, b)
        told = list(lines(why(kept.growth, one, two)))
    head = [f"A  {named.one_line(one)}", f"B  {named.one_line(two)}", ""]
    shown(wrapped_text([*head, *told], width()))
