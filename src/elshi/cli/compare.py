"""`elshi compare`: what the accounts of one contact tell differently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from elshi.cli.options import chronicle, opened

if TYPE_CHECKING:
    from elshi.chronicle import Contact
    from elshi.chronicle.compare import Difference
    from elshi.records import Reading


@click.command()
@click.argument("contact")
@chronicle()
def compare(contact: str, *, chronicle: str) -> None:
    """Shows where the accounts of a contact differ, and how many independent voices there are.

    CONTACT is its id, as `elshi contacts` lists it; the start of it will do.
    """
    from elshi.chronicle.known import known
    from elshi.cli import named
    from elshi.cli.output import lines, width, wrapped_text

    with opened(chronicle) as store, known(store) as kept:
        found = named.contact(kept.growth, contact)
        readings = store.some(sorted({entry.article for entry in found.accounts}))
    lines(wrapped_text([*_compared(found), *_statements(found, readings)], width()))


def _numbers(contact: Contact) -> dict[str, str]:
    """Article → the number by which it is called below: [1] is the one published first."""
    articles = dict.fromkeys(entry.article for entry in contact.accounts)
    return {article: f"[{n}]" for n, article in enumerate(articles, 1)}


def _compared(contact: Contact) -> Iterator[str]:
    from elshi.chronicle.compare import differences, voices
    from elshi.cli import named

    heard, number = voices(contact), _numbers(contact)
    yield f"{named.dated(contact) or 'no date'} {contact.kind} ({contact.status}), {contact.id}"
    accounts = named.counted(len(contact.accounts), "account")
    yield f"{accounts}, {named.counted(heard.independent, 'independent voice')}"
    yield from (f"  {number[e.article]} {named.one_line(e)}" for e in contact.accounts)
    for copies in heard.reprints:
        yield f"  one voice, in the same words: {' '.join(_in_order(copies, number))}"
    for each in differences(contact):
        yield from _difference(each, number)


def _in_order(articles: Iterable[str], number: dict[str, str]) -> list[str]:
    return sorted((number[article] for article in articles), key=lambda shown: int(shown[1:-1]))


def _difference(each: Difference, number: dict[str, str]) -> Iterator[str]:
    yield ""
    yield f"{each.what} ({'told differently' if each.disputed else 'not told by all'})"
    for version in each.versions:
        yield f"  {version.value}: {' '.join(_in_order(version.articles, number))}"
    if each.silent:
        yield f"  nothing said: {' '.join(_in_order(each.silent, number))}"


def _statements(contact: Contact, readings: list[Reading]) -> list[str]:
    """What only one voice carries of what was said."""
    from elshi.chronicle.compare import only_one_says

    number = _numbers(contact)
    found = only_one_says(contact, readings)
    told = [f"  {number[each.article]} {each.speaker}: {each.text}" for each in found]
    return ["", "statements that one voice alone carries", *told] if told else []
