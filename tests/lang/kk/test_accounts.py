"""Kazakh reports of a few sentences as the contacts that they tell, from `accounts.tsv`."""

from __future__ import annotations

from pathlib import Path

import pytest

from elshi.extract import article
from elshi.ontology.tables import rows
from elshi.pipeline import read
from elshi.records import Account, Capture

TABLE = list(rows(Path(__file__).with_name("accounts.tsv"), "phenomenon", "text", "told"))


def drawn(account: Account) -> str:
    """An account as `kind status role when country SIDE:name, …`."""
    who = ", ".join(
        f"{p.side.value if p.side else '?'}:{p.name.value}" for p in account.participants
    )
    country = account.place.country.value if account.place and account.place.country else "-"
    when = account.when.edtf if account.when else "-"
    head = f"{account.kind.value} {account.status.value} {account.role.value}"
    return f"{head} {when} {country} {who}"


@pytest.mark.parametrize(("phenomenon", "text", "told"), TABLE, ids=[row[0] for row in TABLE])
def test_accounts(phenomenon: str, text: str, told: str) -> None:
    given = (("lang", "kk"),)
    accounts = read(article(Capture("t", text, "text", given))).accounts
    assert [drawn(a) for a in accounts] == [one for one in told.split(" | ") if one]
