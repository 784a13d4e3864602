"""Tables: articles, accounts, participants, statements, tenures; joined by `article`, `account`.

Cells that a spreadsheet would take for a formula (they begin with = + - @) get an apostrophe
before them: what the press writes must not be run by who opens the file.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from elshi.records import Account, Article, Participant, Reading, Statement, Tenure, Value, When
from elshi.when import edtf_range

Cells = Sequence[str]
_FORMULA = ("=", "+", "-", "@", "\t", "\n")
_JOIN = "; "
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of files in an archive: the same chronicle gives the same bytes."""

_ARTICLE = ("article", "published", "outlet", "lang", "title", "url", "input_id", "name")
_WHEN = ("when", "when_basis", "earliest", "latest", "when_quote")
_ACCOUNT = (
    *("article", "published", "outlet", "url", "account", "kind", "status", "role"),
    *_WHEN,
    *(
        "city",
        "country",
        "country_basis",
        "forum",
        "margins",
        "after",
        "sides",
        "participants",
        "spheres",
        "agenda",
    ),
    "quote",
)
_PARTICIPANT = (
    *("article", "account", "place", "name", "kind", "post", "institution", "side", "side_basis"),
    *("level", "quote"),
)
_STATEMENT = (
    *("article", "statement", "account", "kind", "act", "speaker", "post", "side", "verb", "text"),
    *("start", "end"),
)
_TENURE = ("article", "person", "post", "institution", "side", "level", "event", *_WHEN, "quote")


def folder(readings: Iterable[Reading], out: Path) -> None:
    """Writes one file a table into a folder, or into an archive if `out` ends with `.zip`.

    Nothing half-written is left under a file's name.
    """
    known = list(readings)
    files = {f"{name}.csv": csv_text(rows(known)) for name, rows in TABLES.items()}
    if out.suffix == ".zip":
        written(out, _archive(files))
        return
    out.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        written(out / name, text.encode())


def written(path: Path, content: bytes) -> None:
    """Writes a file so that it is there whole or not at all."""
    part = path.with_name(f"{path.name}.part")
    part.write_bytes(content)
    part.replace(path)


def csv_text(rows: Iterable[Cells]) -> str:
    """Rows as CSV, safe to open in a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def _safe(cell: str) -> str:
    """Without a bare carriage return, which the csv module would leave unquoted."""
    text = cell.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{text}" if text.startswith(_FORMULA) else text


def _archive(files: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(ZipInfo(name, _EPOCH), text, ZIP_DEFLATED)
    return out.getvalue()


def article_rows(readings: Iterable[Reading]) -> Iterator[Cells]:
    """One row an article."""
    yield _ARTICLE
    for reading in readings:
        article = reading.article
        yield (
            *(article.id, _said(article.published), _said(article.outlet), article.lang),
            *(_said(article.title), article.url or "", article.input_id or "", article.name),
        )


def account_rows(readings: Iterable[Reading]) -> Iterator[Cells]:
    """One row an account, its participants joined in one cell."""
    return account_table((r.article, account) for r in readings for account in r.accounts)


def account_table(told: Iterable[tuple[Article, Account]]) -> Iterator[Cells]:
    """The same of accounts that were asked for."""
    yield _ACCOUNT
    for article, account in told:
        yield (*_source(article), *_account(account, article.text))


def participant_rows(readings: Iterable[Reading]) -> Iterator[Cells]:
    """One row for each participant of each account: the table for counting."""
    yield _PARTICIPANT
    for reading in readings:
        for account in reading.accounts:
            for n, who in enumerate(account.participants):
                at = (reading.article.id, account.id, str(n + 1))
                yield (*at, *_participant(who, reading.article.text))


def statement_rows(readings: Iterable[Reading]) -> Iterator[Cells]:
    """One row a statement."""
    yield _STATEMENT
    for reading in readings:
        for statement in reading.statements:
            yield (reading.article.id, *_statement(statement))


def tenure_rows(readings: Iterable[Reading]) -> Iterator[Cells]:
    """One row for each piece of evidence of who held which post."""
    yield _TENURE
    for reading in readings:
        for tenure in reading.tenures:
            yield (reading.article.id, *_tenure(tenure, reading.article.text))


TABLES: dict[str, Callable[[Iterable[Reading]], Iterator[Cells]]] = {
    "articles": article_rows,
    "accounts": account_rows,
    "participants": participant_rows,
    "statements": statement_rows,
    "tenures": tenure_rows,
}
"""The tables of an export, by the names of their files."""


def _source(article: Article) -> Cells:
    return (article.id, _said(article.published), _said(article.outlet), article.url or "")


def _account(account: Account, text: str) -> Cells:
    place, people = account.place, account.participants
    country = place.country if place else None
    sides = dict.fromkeys(who.side.value for who in people if who.side)
    return (
        *(account.id, account.kind.value, account.status.value, account.role.value),
        *_dates(account.when, text),
        *(_said(place.city if place else None), _said(country), _basis(country)),
        *(
            _said(account.forum),
            _said(account.margins),
            _said(account.after),
            _JOIN.join(sides),
            _JOIN.join(who.name.value for who in people),
        ),
        *(_joined(account.spheres), _joined(account.agenda), _quote(account.kind, text)),
    )


def _participant(who: Participant, text: str) -> Cells:
    return (
        *(who.name.value, who.kind, _said(who.post), _said(who.institution), _said(who.side)),
        *(_basis(who.side), who.level or "", _quote(who.name, text)),
    )


def _statement(statement: Statement) -> Cells:
    who, span = statement.speaker, statement.text.span
    return (
        *(statement.id, statement.account or "", statement.kind, statement.act),
        *(_said(who.name if who else None), _said(who.post if who else None)),
        *(_said(who.side if who else None), _said(statement.verb), statement.text.value),
        *((str(span.start), str(span.end)) if span else ("", "")),
    )


def _tenure(tenure: Tenure, text: str) -> Cells:
    return (
        *(tenure.person.value, tenure.post.value, _said(tenure.institution), _said(tenure.side)),
        *(tenure.level or "", tenure.event, *_dates(tenure.when, text)),
        _quote(tenure.post, text),
    )


def _dates(when: When | None, text: str) -> Cells:
    if when is None:
        return ("",) * len(_WHEN)
    first, last = edtf_range(when.edtf)
    quote = when.span.of(text) if when.span else ""
    days = (day.isoformat() if day else "" for day in (first, last))
    return (when.edtf, when.basis, *days, quote)


def _joined(values: Iterable[Value]) -> str:
    return _JOIN.join(value.value for value in values)


def _said(value: Value | None) -> str:
    return value.value if value else ""


def _basis(value: Value | None) -> str:
    return value.basis if value else ""


def _quote(value: Value, text: str) -> str:
    return value.span.of(text) if value.span else ""
