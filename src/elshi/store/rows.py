"""From a reading to the rows that index it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Table

from elshi.record_json import article_tree, dumps, reading_tree
from elshi.records import Account, Article, Participant, Reading, Statement, Tenure, Value, When
from elshi.store import schema
from elshi.when import edtf_range

Row = dict[str, Any]
_RANK_WIDTH = 12


def fold(text: str) -> str:
    """A name as it is searched: small letters, ё as е, one space."""
    return " ".join(text.casefold().replace("ё", "е").split())


def sha256(text: str) -> str:
    """The hash of a text."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def rank(version: str) -> str:
    """A version so that later ones sort after earlier: `0.10.2` after `0.9`."""
    return re.sub(r"\d+", lambda number: number[0].zfill(_RANK_WIDTH), version)


def body(reading: Reading) -> str:
    """What is stored of a reading: its JSON without the article."""
    tree = reading_tree(reading, whole=False)
    del tree["article"]
    return dumps(tree)


def article_row(article: Article) -> Row:
    """The row of an article."""
    fields = article_tree(article, whole=False)
    text = fields.pop("text")
    return {
        "id": article.id,
        "text": text,
        "sha": sha256(text),
        "fields": dumps(fields),
        "title": _value(article.title),
        "url": article.url,
        "outlet": _value(article.outlet),
        "published": _value(article.published),
        "lang": article.lang,
        "input_id": article.input_id,
        "name": article.name,
    }


def reading_row(reading: Reading) -> Row:
    """The row of a reading."""
    text = body(reading)
    return {
        "article": reading.article.id,
        "version": reading.version,
        "rank": rank(reading.version),
        "digest": sha256(text),
        "body": text,
    }


def index_rows(reading: Reading) -> Iterator[tuple[Table, list[Row]]]:
    """The rows by which the values of a reading are found, parents first."""
    key = {"article": reading.article.id, "version": reading.version}
    told = [{**key, "account": n} for n in range(len(reading.accounts))]
    pairs = list(zip(told, reading.accounts, strict=True))
    yield schema.accounts, [at | _account(account) for at, account in pairs]
    yield schema.participants, [row for at, account in pairs for row in _people(at, account)]
    yield (
        schema.account_sides,
        [at | {"side": side} for at, account in pairs for side in sides(account)],
    )
    yield (
        schema.statements,
        [key | {"statement": n} | _statement(s) for n, s in enumerate(reading.statements)],
    )
    yield schema.tenures, [key | {"tenure": n} | _tenure(t) for n, t in enumerate(reading.tenures)]


def sides(account: Account) -> list[str]:
    """Whose contact it is: the participants' sides, and the country of a visit."""
    named = {who.side.value for who in account.participants if who.side}
    if account.kind.value == "visit" and account.place and account.place.country:
        named.add(account.place.country.value)
    return sorted(named)


def _value(value: Value | None) -> str | None:
    return value.value if value else None


def _dates(when: When | None) -> Row:
    first, last = edtf_range(when.edtf) if when else (None, None)
    return {
        "edtf": when.edtf if when else None,
        "earliest": first.isoformat() if first else None,
        "latest": last.isoformat() if last else None,
    }


def _account(account: Account) -> Row:
    place = account.place
    return {
        "id": account.id,
        "kind": account.kind.value,
        "status": account.status.value,
        "role": account.role.value,
        **_dates(account.when),
        "city": _value(place.city) if place else None,
        "country": _value(place.country) if place else None,
        "forum": _value(account.forum),
    }


def _people(at: Row, account: Account) -> list[Row]:
    return [at | {"place": n} | _participant(who) for n, who in enumerate(account.participants)]


def _participant(who: Participant) -> Row:
    return {
        "kind": who.kind,
        "name": who.name.value,
        "folded": fold(who.name.value),
        "post": _value(who.post),
        "institution": _value(who.institution),
        "side": _value(who.side),
        "level": who.level,
    }


def _statement(statement: Statement) -> Row:
    who = statement.speaker
    return {
        "id": statement.id,
        "kind": statement.kind,
        "act": statement.act,
        "speaker": who.name.value if who else None,
        "folded": fold(who.name.value) if who else None,
        "side": _value(who.side) if who else None,
        "account": statement.account,
    }


def _tenure(tenure: Tenure) -> Row:
    return {
        "person": tenure.person.value,
        "folded": fold(tenure.person.value),
        "post": tenure.post.value,
        "event": tenure.event,
        "institution": _value(tenure.institution),
        "side": _value(tenure.side),
        "level": tenure.level,
        **_dates(tenure.when),
    }
