"""Which accounts are worth comparing: those that share two sides, a family of kinds, and a time.

precise  (talks, KZ, US, day)    asks one day around itself     ┐ near-linear: a day of a pair
any      (talks, KZ, US, month)  asks when either is vague      ┘ of sides holds few accounts
named    (talks, ~tkv, day)      asks where a man's state is not told («Путин», «Токаев»)

A vague account asks all of its month, another only the vague ones: they have keys of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from elshi.chronicle.features import TALKS
from elshi.chronicle.records import Entry
from elshi.chronicle.spelling import bones

Key = tuple[str, str, str, int]
_REPORTS = 9_000_000
"""Above all days: weeks of reports have numbers of their own."""
PAIRED = 5
"""Sides up to which every pair of them is a key; a crowd is found by each side alone."""


def family(kind: str) -> str:
    """Kinds that one contact may be told as."""
    return "talks" if kind in TALKS else kind


def day_keys(entry: Entry, around: int = 0) -> Iterator[Key]:
    """Keys of an account that is dated to the day, with some days around it."""
    if entry.rung == 0:
        for pair in pairs(entry):
            for day in range(entry.first - around, entry.last + around + 1):
                yield (*pair, day)


def name_keys(entry: Entry, around: int = 0) -> Iterator[Key]:
    """Keys of an account by the words of its men's names, whatever their sides."""
    if entry.rung == 0:
        kin = family(entry.kind)
        for word in sorted({word for who in entry.who if who.person for word in bones(who.key)}):
            for day in range(entry.first - around, entry.last + around + 1):
                yield (kin, f"~{word}", "", day)


def report_keys(entry: Entry) -> Iterator[Key]:
    """Keys of what is recalled without a date: the weeks of the report and after it."""
    if entry.told_on:
        for pair in pairs(entry):
            for week in (0, 1):
                yield (*pair, _REPORTS + entry.told_on // 7 + week)


def month_keys(entry: Entry) -> Iterator[Key]:
    """Keys of any dated account; months count from year 0 and are negative, unlike days."""
    if entry.rung < 4:
        first, last = _month(entry.first), _month(entry.last)
        for pair in pairs(entry):
            for month in range(first, last + 1):
                yield (*pair, -month)


def keys(entry: Entry) -> tuple[Key, ...]:
    """The keys under which an account is found."""
    months, men = list(month_keys(entry)), list(name_keys(entry))
    apart = [_apart(key) for key in (*(months if entry.rung else ()), *(men if entry.open else ()))]
    found = (*day_keys(entry), *report_keys(entry), *months, *men, *apart)
    return tuple(dict.fromkeys(found))


def asked(entry: Entry) -> tuple[Key, ...]:
    """The keys under which the accounts lie that are worth comparing with one."""
    months, men = list(month_keys(entry)), list(name_keys(entry, 1))
    found = [*day_keys(entry, 1), *report_keys(entry)]
    found += months if entry.rung else map(_apart, months)
    found += men if entry.open else map(_apart, men)
    return tuple(dict.fromkeys(found))


def _apart(key: Key) -> Key:
    """The key under which only vague accounts lie, or those of men without a side."""
    return (f"{key[0]}?", *key[1:])


def _month(ordinal: int) -> int:
    day = date.fromordinal(ordinal)
    return day.year * 12 + day.month


def pairs(entry: Entry) -> list[tuple[str, str, str]]:
    """Family and sides: each pair of a few; each side alone where many, or one, take part.

    Of a visit too: a traveller is often named without his state.
    """
    kin, sides = family(entry.kind), tuple(sorted({*entry.sides, *entry.guessed}))
    found = [(kin, a, b) for a, b in combinations(sides, 2)] if len(sides) <= PAIRED else []
    alone = len(sides) > 2 or entry.kind in {"conference", "visit"}
    return found + ([(kin, side, "") for side in sides] if alone else [])
