"""`elshi commitments`: who promised what to whom, and what answered it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from elshi.cli.options import Side, chronicle, opened

if TYPE_CHECKING:
    from elshi.chronicle import Contact
    from elshi.chronicle.records import Commitment

COLUMNS = ("said on", "who", "act", "what", "by when", "answered by", "source")


@click.command()
@click.argument("a", type=Side())
@click.argument("b", type=Side())
@chronicle()
def commitments(a: str, b: str, *, chronicle: str) -> None:
    """Lists pledges, invitations and agreements between two sides, and what answered them.

    Answered by: the first later contact of the kind that the words promise; empty where the
    sources tell of none, or the words name no contact.
    """
    from elshi.chronicle.known import known
    from elshi.chronicle.stored import commitments_of
    from elshi.cli.output import table, width

    with opened(chronicle) as store, known(store) as kept:
        contacts = {contact.id: contact for contact in kept.growth.between(a, b)}
        rows = [_row(each, contacts) for each in commitments_of(kept, a, b)]
    table(COLUMNS, rows, columns=width())


def _row(each: Commitment, contacts: dict[str, Contact]) -> tuple[str, ...]:
    from elshi.cli.named import day, short

    answer = contacts.get(each.answered_by)
    done = f"{answer.edtf} {answer.kind} {short(answer.id)}" if answer else ""
    who = f"{' '.join(each.by)} {each.speaker}".strip()
    text = " ".join(each.text.split())
    source = " ".join(short(article) for article in each.articles)
    return day(each.said_on), who, each.act, text, each.due, done, source
