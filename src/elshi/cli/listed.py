"""Contacts as rows: a table for the eye, CSV, or JSON Lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from elshi.chronicle import Contact
    from elshi.chronicle.offices import Inferred
    from elshi.chronicle.records import Who

COLUMNS = ("when", "kind", "who", "where", "told by")
FIELDS = (
    "id", "kind", "status", "when", "earliest", "latest", "sides", "participants", "city",
    "country", "forum", "spheres", "recalled", "accounts", "voices", "articles", "maybe",
)  # fmt: skip
Holders = Mapping[str, Sequence["Inferred"]]
"""Contact id → the men inferred for its offices."""


def print_contacts(
    contacts: Sequence[Contact], shape: str, holders: Holders | None = None, lang: str | None = None
) -> None:
    """Prints contacts in the shape asked for.

    Names stand in a language; of a table, where none is asked for, in the one of most accounts.
    """
    import click

    from elshi.chronicle.naming import in_one_language
    from elshi.cli import output
    from elshi.export import csv_text
    from elshi.record_json import dumps

    known = holders or {}
    if lang or shape == "table":
        contacts = in_one_language(contacts, lang or "")
    if shape == "table":
        output.table(COLUMNS, [_row(c, known) for c in contacts], columns=output.width())
    elif shape == "jsonl":
        output.lines(dumps(tree(c)) for c in contacts)
    else:
        click.echo(csv_text([FIELDS, *(_cells(c) for c in contacts)]), nl=False)


def tree(contact: Contact) -> dict[str, object]:
    """A contact as plain values."""
    from elshi.cli.named import day

    return {
        "id": contact.id,
        "kind": contact.kind,
        "status": contact.status,
        "when": contact.edtf or None,
        "earliest": day(contact.first) or None,
        "latest": day(contact.last) or None,
        "sides": list(contact.sides),
        "participants": [_who_tree(who) for who in contact.who],
        "city": contact.city or None,
        "country": contact.country or None,
        "forum": contact.forum or None,
        "spheres": list(contact.spheres),
        "recalled": contact.recalled,
        "accounts": [entry.account for entry in contact.accounts],
        "voices": contact.voices,
        "articles": sorted({entry.article for entry in contact.accounts}),
        "maybe": list(contact.maybe),
    }


def _who_tree(who: Who) -> dict[str, object]:
    kind = "person" if who.person else "institution"
    said = {"side": who.side, "level": who.level, "post": who.post}
    return {"name": who.name, "kind": kind, **{key: value or None for key, value in said.items()}}


def _cells(contact: Contact) -> list[str]:
    plain = tree(contact) | {"participants": [who_line(who) for who in contact.who]}
    return [_cell(plain[field]) for field in FIELDS]


def _cell(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(str(item) for item in value)
    if isinstance(value, bool):
        return "yes" if value else ""
    return "" if value is None else str(value)


def _row(contact: Contact, holders: Holders) -> Sequence[str]:
    from elshi.cli.named import counted, dated, short

    notes = [contact.status] if contact.status != "held" else []
    notes += ["recalled"] if contact.recalled else []
    kind = f"{contact.kind} ({', '.join(notes)})" if notes else contact.kind
    people = [who_line(who) for who in contact.who]
    people += [f"{each.office.side} {each.name}*" for each in holders.get(contact.id, ())]
    where = ", ".join(filter(None, (contact.city, contact.country)))
    place = "; ".join(filter(None, (where, contact.forum)))
    articles = len({entry.article for entry in contact.accounts})
    voices = f", {contact.voices} voices" if contact.voices < articles else ""
    told = f"{counted(articles, 'article')}{voices} {short(contact.id)}"
    return dated(contact), kind, "; ".join(people), place, told


def who_line(who: Who) -> str:
    """A participant: side, name, post."""
    return f"{who.side} {who.name}".strip() + (f", {who.post}" if who.post else "")
