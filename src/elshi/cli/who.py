"""`elshi who`: who held a post on a day, with the evidence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from elshi.cli.options import Day, chronicle, opened

if TYPE_CHECKING:
    from elshi.chronicle.records import Term
    from elshi.chronicle.tenures import Answer

SHOWN = 5
"""Pieces of evidence that are listed; the number of the others is given."""


@click.command()
@click.argument("post")
@click.option("--on", type=Day(), required=True, help="The day: 2024-03-26.")
@chronicle()
def who(post: str, *, on: date, chronicle: str) -> None:
    """Says who held POST on a day, on what evidence; or what is known and what is not.

    POST is written as reports write it, in any language: "Speaker of the Senate of Kazakhstan".
    """
    from elshi.chronicle.asked import post as meant
    from elshi.chronicle.known import known
    from elshi.chronicle.tenures import who as answer
    from elshi.cli.output import lines, width, wrapped_text

    office = meant(post)
    with opened(chronicle) as store, known(store) as kept:
        terms = kept.terms(office.side, office.level)
    lines(wrapped_text(_told(answer(terms, office, on.toordinal())), width()))


def _told(answer: Answer) -> Iterator[str]:
    from elshi.cli.named import day

    on = day(answer.day)
    if answer.certainty == "held" and answer.holder:
        yield f"{_name(answer.holder)} held it on {on}"
        yield from _term(answer.holder)
    elif answer.certainty == "last known" and answer.holder:
        yield f"not known for {on}; last known before: {_name(answer.holder)}"
        yield from _term(answer.holder)
    else:
        several = ": several are said to have held it" if len(answer.others) > 1 else ""
        yield f"not known for {on}{several}"
    for term in answer.others:
        yield f"{'also' if len(answer.others) > 1 else 'the nearest that is known'}: {_name(term)}"
        yield from _term(term)


def _name(term: Term) -> str:
    """His name as the reports write it that give the title: in one language with it."""
    beside = sorted(e.name for e in term.evidence if e.title == term.title and " " in e.name)
    return max(beside, key=beside.count, default=term.name)


def _term(term: Term) -> Iterator[str]:
    from elshi.cli.named import day, short

    known = {
        "from": term.start,
        "to": term.end,
        "first seen": term.first,
        "last seen": term.last,
        "called former": term.gone,
    }
    said = ", ".join(f"{name} {day(value)}" for name, value in known.items() if value)
    yield f"  {term.title}{f' ({term.register})' if term.register else ''}: {said or 'no dates'}"
    for each in term.evidence[:SHOWN]:
        said = f"{each.event}: {each.name}, {each.title} ({short(each.article)})"
        yield f"    {day(each.day) or 'no day'} {said}"
    if len(term.evidence) > SHOWN:
        yield f"    and {len(term.evidence) - SHOWN} more reports"
