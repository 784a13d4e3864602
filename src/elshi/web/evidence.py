"""What a contact page shows besides values: each value's sentence, differences, merge reasons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from elshi.chronicle import Growth, explain
from elshi.chronicle.compare import Difference, Voices, differences, voices
from elshi.chronicle.records import Contact, Entry
from elshi.chronicle.spelling import same
from elshi.records import Account, Reading, Value
from elshi.web.index.ask import Index
from elshi.web.index.records import SaidLine, Shown
from elshi.web.index.wanted import Asked
from elshi.web.marked import Quote, quoted
from elshi.web.site import Site


@dataclass(frozen=True, slots=True)
class Proof:
    """One value as one account gives it, with its sentence, or why it has none."""

    field: str
    value: str
    basis: str
    reason: str
    rule: str
    quote: Quote | None
    lang: str


@dataclass(frozen=True, slots=True)
class AccountTold:
    """One account of a contact: where it stands, and its values."""

    entry: Entry
    quote: Quote | None
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """Why two accounts of a contact are told as one."""

    a: Entry
    b: Entry
    decided: tuple[str, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that stands behind a contact."""

    accounts: tuple[AccountTold, ...]
    differences: tuple[Difference, ...]
    voices: Voices
    ties: tuple[Tie, ...]
    said: tuple[SaidLine, ...]

    def of(self, field: str, value: str = "") -> list[Proof]:
        """The proofs of a field, of those accounts that give this value."""
        return [
            proof
            for account in self.accounts
            for proof in account.proofs
            if proof.field == field and (not value or proof.value == value)
        ]

    def named(self, name: str) -> list[Proof]:
        """Where participants are named who can be the one of this name."""
        found = [p for account in self.accounts for p in account.proofs if p.field == "name"]
        return [proof for proof in found if same(proof.value, name)]


def evidence(site: Site, index: Index, shown: Shown) -> Evidence:
    """The evidence of a contact, from the articles that tell of it."""
    contact = shown.contact
    readings = site.readings(sorted({entry.article for entry in contact.accounts}))
    return Evidence(
        accounts=tuple(_told(contact, readings)),
        differences=tuple(differences(contact)),
        voices=voices(contact),
        ties=tuple(_ties(site, contact, readings)),
        said=index.statements(Asked((("contact", contact.id),), most=100)).items,
    )


def _told(contact: Contact, readings: Mapping[str, Reading]) -> Iterator[AccountTold]:
    for entry in contact.accounts:
        reading = readings.get(entry.article)
        account = _account(reading.accounts, entry) if reading else None
        if reading is None or account is None:
            yield AccountTold(entry, None, ())
        else:
            proofs = tuple(proofs_of(account, reading))
            yield AccountTold(entry, quoted(reading, account.kind.span), proofs)


def _account(accounts: Iterable[Account], entry: Entry) -> Account | None:
    return next((account for account in accounts if account.id == entry.account), None)


def proofs_of(account: Account, reading: Reading) -> Iterator[Proof]:
    """Every value of an account with its sentence."""
    for field, value in _values(account):
        yield _proof(field, value, reading)
    if account.when:
        when = account.when
        yield Proof(
            "date", when.edtf, when.basis, when.reason, when.rule, quoted(reading, when.span),
            reading.article.lang,
        )  # fmt: skip


def _values(account: Account) -> Iterator[tuple[str, Value]]:
    """The values of an account by the name of their field, those that are known."""
    place = account.place
    single = {
        "kind": account.kind, "status": account.status, "role": account.role,
        "city": place and place.city, "country": place and place.country, "forum": account.forum,
        "margins": account.margins, "after": account.after, "voice": account.voice,
    }  # fmt: skip
    yield from ((field, value) for field, value in single.items() if value)
    for who in account.participants:
        parts = {"name": who.name, "post": who.post, "side": who.side, "of": who.institution}
        yield from ((field, value) for field, value in parts.items() if value)
    yield from (("sphere", sphere) for sphere in account.spheres)
    yield from (("agenda", topic) for topic in account.agenda)


def _proof(field: str, value: Value, reading: Reading) -> Proof:
    return Proof(
        field, value.value, value.basis, value.reason, value.rule, quoted(reading, value.span),
        reading.article.lang,
    )  # fmt: skip


def _ties(site: Site, contact: Contact, readings: Mapping[str, Reading]) -> Iterator[Tie]:
    """Why each further account is one with the first: grown anew from just these articles."""
    if len(contact.accounts) < 2:
        return
    growth = Growth()
    growth.judge(*site.ledger())
    growth.add(*readings.values())
    placed = {entry.ref: entry for found in growth.placed.values() for _, entry in found}
    first, *others = [placed.get(entry.ref) for entry in contact.accounts]
    for other in others:
        if first is not None and other is not None:
            found = explain(growth, first, other)
            yield Tie(first, other, _numbered(found.decided, contact), found.reasons)


def _numbered(lines: Iterable[str], contact: Contact) -> tuple[str, ...]:
    """Accounts by their number on the page, where a line names them by their refs."""
    numbers = {entry.ref: f"[{n}]" for n, entry in enumerate(contact.accounts, 1)}
    named = re.compile("|".join(map(re.escape, numbers)))
    return tuple(named.sub(lambda found: numbers[found[0]], line) for line in lines)


def between(site: Site, a: Entry, b: Entry) -> Tie:
    """Why two accounts are, or are not, one contact, as far as their articles tell."""
    growth = Growth()
    growth.judge(*site.ledger())
    growth.add(*site.readings(sorted({a.article, b.article})).values())
    placed = {entry.ref: entry for found in growth.placed.values() for _, entry in found}
    found = explain(growth, placed[a.ref], placed[b.ref])
    return Tie(a, b, found.decided, found.reasons)


def entries_of(site: Site, refs: Sequence[str]) -> dict[str, tuple[Entry, Quote | None]]:
    """The accounts that refs name, each with its sentence."""
    from elshi.chronicle.entries import entries

    readings = site.readings(sorted({ref.partition("/")[0] for ref in refs}))
    found: dict[str, tuple[Entry, Quote | None]] = {}
    for reading in readings.values():
        spans = {account.id: account.kind.span for account in reading.accounts}
        for entry in entries(reading):
            if entry.ref in refs:
                found[entry.ref] = (entry, quoted(reading, spans[entry.account]))
    return found
