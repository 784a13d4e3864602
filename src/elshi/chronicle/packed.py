"""Accounts and contacts as plain lists, as they are kept: values by place, without names.

A list has the values of a record in the order of its fields; what is nested is a list as well.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any

from elshi.chronicle.records import Contact, Entry, Who

Row = list[Any]


def _places(record: type, *names: str) -> tuple[int, ...]:
    """Where fields stand among the values of a record."""
    known = [field.name for field in fields(record)]
    return tuple(known.index(name) for name in names)


def _values(record: type) -> Callable[[Any], tuple[Any, ...]]:
    return attrgetter(*(field.name for field in fields(record)))


_OF_WHO, _OF_ENTRY, _OF_CONTACT = _values(Who), _values(Entry), _values(Contact)
(_WHO_IN_ENTRY,) = _places(Entry, "who")
_LISTS_IN_ENTRY = _places(Entry, "sides", "guessed", "spheres", "agenda", "corrected", "sketch")
_WHO_IN_CONTACT, _ACCOUNTS = _places(Contact, "who", "accounts")
_LISTS_IN_CONTACT = _places(Contact, "sides", "spheres", "maybe")


def entry_row(entry: Entry) -> Row:
    """An account as a list."""
    row = list(_OF_ENTRY(entry))
    row[_WHO_IN_ENTRY] = [_OF_WHO(who) for who in entry.who]
    return row


def entry_of(row: Row) -> Entry:
    """The account that `entry_row` made a list of."""
    row[_WHO_IN_ENTRY] = tuple(Who(*values) for values in row[_WHO_IN_ENTRY])
    return Entry(*_tupled(row, _LISTS_IN_ENTRY))


def contact_row(contact: Contact) -> Row:
    """A contact as a list, its accounts by their refs."""
    row = list(_OF_CONTACT(contact))
    row[_WHO_IN_CONTACT] = [_OF_WHO(who) for who in contact.who]
    row[_ACCOUNTS] = [entry.ref for entry in contact.accounts]
    return row


def contact_of(row: Row, entry: Callable[[str], Entry]) -> Contact:
    """The contact that `contact_row` made a list of; `entry` finds an account by its ref."""
    row[_WHO_IN_CONTACT] = tuple(Who(*values) for values in row[_WHO_IN_CONTACT])
    row[_ACCOUNTS] = tuple(map(entry, row[_ACCOUNTS]))
    return Contact(*_tupled(row, _LISTS_IN_CONTACT))


def _tupled(row: Row, places: Sequence[int]) -> Row:
    for place in places:
        row[place] = tuple(row[place])
    return row
