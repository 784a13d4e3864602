"""Registers of office holders that the user brings: CSV files as Wikidata gives them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from elshi.chronicle.asked import post
from elshi.errors import BadRow, UsageError
from elshi.store.given import Holder
from elshi.when import edtf_range

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "post": ("post", "positionLabel", "position"),
    "person": ("person", "officeholderLabel", "name"),
    "person_id": ("person_id", "personID", "officeholder"),
    "side": ("side", "country_code"),
    "start": ("start", "start_date", "start_year"),
    "finish": ("end", "finish", "end_date", "end_year"),
}
"""What a column may be called; `post` and `person` must be there."""


def holders(text: str, source: str, *, side: str = "") -> Iterator[Holder]:
    """The lines of a CSV file. Raises BadRow with the line that cannot be read.

    A title that names no known office is kept with its words: it answers nobody, but is not lost.
    """
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    names = _columns(rows.fieldnames or [], source)
    for number, row in enumerate(rows, 2):
        values = {name: (row.get(column) or "").strip() for name, column in names.items()}
        if values.get("post") and values.get("person"):
            yield _holder(values, source, side, where=f"{source}:{number}")


def _columns(header: Sequence[str], source: str) -> dict[str, str]:
    found = {
        name: next(column for column in known if column in header)
        for name, known in COLUMNS.items()
        if any(column in header for column in known)
    }
    if not {"post", "person"} <= set(found):
        raise BadRow(f"{source}: the header needs columns `post` and `person`, it has {header}")
    return found


def _holder(values: Mapping[str, str], source: str, side: str, *, where: str) -> Holder:
    title, own = values["post"], values.get("side") or side
    try:
        office = post(title, own)
        level, house, state = office.level, office.house, office.side
    except UsageError:
        level, house, state = "", "", own
    return Holder(
        source=source,
        post=title,
        person=values["person"],
        start=_day(values.get("start", ""), 0, where),
        finish=_day(values.get("finish", ""), 1, where),
        person_id=values.get("person_id", ""),
        side=state,
        level=level,
        house=house,
    )


def _day(value: str, end: int, where: str) -> str:
    """A day, month or year as its first or last day; empty where none is given."""
    if not value:
        return ""
    try:
        day = edtf_range(value[:10])[end]
    except (ValueError, IndexError) as error:
        raise BadRow(f"{where}: '{value}' is no date: write 2024-03-26, 2024-03 or 2024") from error
    return day.isoformat() if day else ""
