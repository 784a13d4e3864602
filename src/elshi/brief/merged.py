"""Accounts of one contact as one sentence: told by the best of them, with the sources of all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from elshi.chronicle import Contact, Entry
from elshi.ontology.levels import rank
from elshi.records import Account, Article, When
from elshi.store import Told

Homes = dict[str, tuple[Contact, Entry]]


@dataclass(frozen=True, slots=True)
class Merged:
    """A contact by its best account, and the other accounts that tell of it too."""

    told: Told
    others: tuple[Told, ...] = ()
    status: str = "held"
    recalled: bool = False

    @property
    def account(self) -> Account:
        """The account by which it is told."""
        return self.told.account

    @property
    def article(self) -> Article:
        """The article by which it is told."""
        return self.told.article


def merged(told: Sequence[Told], contacts: Iterable[Contact], lang: str) -> list[Merged]:
    """Sound accounts by contact; those that judgements have dropped are left out."""
    homes = {entry.ref: (contact, entry) for contact in contacts for entry in contact.accounts}
    groups: dict[str, list[Told]] = defaultdict(list)
    for each in told:
        if each.sound and (ref := _ref(each)) in homes:
            groups[homes[ref][0].id].append(each)
    return [_merged(group, homes, lang) for group in groups.values()]


def alone(told: Iterable[Told]) -> list[Merged]:
    """Each sound account as a contact of its own."""
    return [
        Merged(
            each,
            status=each.account.status.value,
            recalled=each.account.role.value == "recalled",
        )
        for each in told
        if each.sound
    ]


def _merged(group: Sequence[Told], homes: Homes, lang: str) -> Merged:
    contact = homes[_ref(group[0])][0]
    ordered = sorted(group, key=lambda each: _worth(each, homes[_ref(each)], lang))
    best = _corrected(ordered[0], homes[_ref(ordered[0])][1])
    return Merged(best, tuple(ordered[1:]), contact.status, contact.recalled)


def _worth(told: Told, home: tuple[Contact, Entry], lang: str) -> tuple[bool | int | str, ...]:
    """What makes an account the one to tell a contact by, the best first."""
    contact, entry = home
    return (
        entry.status != contact.status,
        entry.role == "recalled",
        bool(entry.corrected),
        told.article.lang != lang,
        entry.rung,
        not entry.sure,
        -sum(bool(who.post) for who in entry.who),
        min((rank(who.level) for who in told.account.participants), default=99),
        entry.published,
        entry.ref,
    )


def _corrected(told: Told, entry: Entry) -> Told:
    """The account with what a judgement corrected of its kind, status and date."""
    if not entry.corrected:
        return told
    account, reason = told.account, "corrected by a judgement"
    when = When(entry.edtf, "given", None, "judgement", reason) if entry.edtf else None
    changed = replace(account, kind=replace(account.kind, value=entry.kind), when=when)
    return replace(
        told, account=replace(changed, status=replace(account.status, value=entry.status))
    )


def _ref(told: Told) -> str:
    return f"{told.article.id}/{told.account.id}"
