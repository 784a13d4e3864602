"""What judgements make of accounts: which one is meant, what is corrected, what is dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from elshi.chronicle.block import family
from elshi.chronicle.entries import of_range
from elshi.chronicle.places import city_key
from elshi.chronicle.records import Entry, Identity, Judgement, Pointer, Who, Withdrawal
from elshi.chronicle.spelling import forum, same
from elshi.errors import UsageError
from elshi.when import edtf_range
from elshi.when.edtf import UNKNOWN_YEAR

Line = Judgement | Identity | Withdrawal
NEAR = 400
"""Characters between two places in a text that can still be one telling."""
SURE = 3
"""Points from which a pointer means an account."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The judgements that hold: none withdrawn, and of two on the same matter the later."""

    judgements: tuple[Judgement, ...] = ()

    def on(self, article: str) -> list[Judgement]:
        """Those that speak of an article's accounts."""
        return [j for j in self.judgements if article in {p.article for p in (j.a, j.b) if p}]


def standing(lines: Iterable[Line]) -> Standing:
    """What holds of a ledger, in whatever order its lines came."""
    once = {line.id: line for line in lines}
    gone = {line.judgement for line in once.values() if isinstance(line, Withdrawal)}
    made = [j for j in once.values() if isinstance(j, Judgement) and j.id not in gone]
    last: dict[tuple[str, ...], Judgement] = {}
    for judgement in sorted(made, key=lambda j: (j.at, j.id)):
        last[_matter(judgement)] = judgement
    return Standing(tuple(sorted(last.values(), key=lambda j: (j.at, j.id))))


def identities(lines: Iterable[Line]) -> list[Identity]:
    """The decisions on names that hold: none withdrawn, and of two on the same names the later."""
    once = {line.id: line for line in lines}
    gone = {line.judgement for line in once.values() if isinstance(line, Withdrawal)}
    made = [i for i in once.values() if isinstance(i, Identity) and i.id not in gone]
    last: dict[frozenset[tuple[str, str]], Identity] = {}
    for each in sorted(made, key=lambda i: (i.at, i.id)):
        last[frozenset(((each.one, each.one_side), (each.other, each.other_side)))] = each
    return sorted(last.values(), key=lambda i: (i.at, i.id))


def _matter(judgement: Judgement) -> tuple[str, ...]:
    """What a judgement decides: two on the same pair, or the same field, exclude each other."""
    if judgement.b is not None:
        return tuple(sorted(repr(p) for p in (judgement.a, judgement.b)))
    field = judgement.field if judgement.field != "without" else f"without {judgement.value}"
    return (judgement.verb, repr(judgement.a), field)


def pointer(entry: Entry) -> Pointer:
    """How a judgement speaks of an account."""
    names = tuple(sorted(who.key for who in entry.who if who.person))
    return Pointer(entry.article, entry.start, entry.end, family(entry.kind), entry.sides, names)


def meant(pointer: Pointer, entries: Sequence[Entry]) -> Entry | None:
    """The account of the article that a pointer means; None where none or two fit equally."""
    ranked = sorted(((_fit(pointer, entry), entry.ref) for entry in entries), reverse=True)
    if not ranked or ranked[0][0] < SURE:
        return None
    if len(ranked) > 1 and ranked[0][0] == ranked[1][0]:
        return None
    return next(entry for entry in entries if entry.ref == ranked[0][1])


def _fit(pointer: Pointer, entry: Entry) -> int:
    """How well an account fits: its place in the text first, then kind, sides and men."""
    inside = entry.start < pointer.end and pointer.start < entry.end
    near = abs(entry.start - pointer.start) <= NEAR
    men = [who.key for who in entry.who if who.person]
    named = sum(any(same(man, name) for man in men) for name in pointer.names)
    return (
        4 * inside
        + near
        + 2 * (family(entry.kind) == pointer.kind)
        + len(set(pointer.sides) & set(entry.sides))
        + named
    )


def applied(entries: Sequence[Entry], judgements: Sequence[Judgement]) -> list[Entry]:
    """An article's accounts as corrected; dropped ones are left out."""
    made = {entry.ref: entry for entry in entries}
    for judgement in judgements:
        found = meant(judgement.a, entries) if judgement.b is None else None
        if found is None:
            continue
        if judgement.verb == "drop":
            made.pop(found.ref, None)
        elif judgement.verb == "correct" and found.ref in made:
            made[found.ref] = corrected(made[found.ref], judgement)
    return [made[entry.ref] for entry in entries if entry.ref in made]


def corrected(entry: Entry, judgement: Judgement) -> Entry:
    """An account with one value as a judgement gives it."""
    change = _CHANGES.get(judgement.field)
    if change is None:
        raise UsageError(f"no field '{judgement.field}' to correct: there are {', '.join(FIELDS)}")
    changed = change(entry, judgement.value)
    return replace(changed, corrected=(*entry.corrected, judgement.id))


def _redated(entry: Entry, edtf: str) -> Entry:
    known = edtf and UNKNOWN_YEAR not in edtf
    first, last, rung, sure = of_range(*(edtf_range(edtf) if known else (None, None)))
    return replace(entry, edtf=edtf, first=first, last=last, rung=rung, sure=sure)


def _is(who: Who, name: str) -> bool:
    return same(who.key, name)


def _in_city(entry: Entry, name: str) -> Entry:
    return replace(entry, city=city_key(name, entry.country) if name else "", city_name=name)


def _at_forum(entry: Entry, name: str) -> Entry:
    return replace(entry, forum=forum(name, entry.lang), forum_name=name)


def _without(entry: Entry, name: str) -> Entry:
    return replace(entry, who=tuple(who for who in entry.who if not _is(who, name)))


_CHANGES: dict[str, Callable[[Entry, str], Entry]] = {
    "kind": lambda entry, value: replace(entry, kind=value),
    "status": lambda entry, value: replace(entry, status=value),
    "role": lambda entry, value: replace(entry, role=value),
    "when": _redated,
    "country": lambda entry, value: replace(entry, country=value),
    "city": _in_city,
    "forum": _at_forum,
    "sides": lambda entry, value: replace(entry, sides=tuple(sorted(value.split()))),
    "without": _without,
}
FIELDS = tuple(_CHANGES)
"""What a correction can change. `sides` is the whole list, `without` a man who took no part."""
