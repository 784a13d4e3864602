"""One contact told in three languages: how many of the accounts that are read are the same record.

01-blinken-astana.ru  meeting held main 2023-02-28 KZ/city  KZ head of state, US foreign minister
01-blinken-astana.kk  meeting held main 2023-02-28 KZ/city  KZ head of state, US foreign minister
01-blinken-astana.en  meeting held main 2023-02-28 KZ/city  KZ head of state, US foreign minister
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from elshi.extract import article
from elshi.pipeline import read
from elshi.read import captures
from elshi.records import Account, Capture, Reading

LANGS = ("ru", "kk", "en")
Record = tuple[object, ...]


def told_in_all(folder: Path) -> dict[str, dict[str, Path]]:
    """The reports that a folder has in all three languages: slug → language → text."""
    found: dict[str, dict[str, Path]] = {}
    for path in sorted(folder.glob("*.txt")):
        slug, lang = path.stem.rsplit(".", 1)
        found.setdefault(slug, {})[lang] = path
    return {slug: paths for slug, paths in found.items() if len(paths) == len(LANGS)}


def alike(paths: Mapping[str, Path]) -> int:
    """How many accounts of a report are the same record in all three languages."""
    records = [Counter(record(account) for account in reading(paths[lang]).accounts)
               for lang in LANGS]  # fmt: skip
    return (records[0] & records[1] & records[2]).total()


@cache
def reading(path: Path) -> Reading:
    """What is read in a report, once in a run."""
    capture = next(iter(captures(str(path))))
    assert isinstance(capture, Capture), capture
    return read(article(capture))


def record(account: Account) -> Record:
    """What must not depend on the language: kind, status, role, date, place, sides and levels."""
    when = account.when.edtf if account.when and account.when.basis != "published" else None
    head = (account.kind.value, account.status.value, account.role.value)
    return (*head, when, _place(account), tuple(sorted(_sides(account))))


def _place(account: Account) -> tuple[str | None, bool]:
    """The country, and whether a city is told: its name is in the report's language."""
    if account.place is None:
        return None, False
    country = account.place.country
    return country.value if country else None, account.place.city is not None


def _sides(account: Account) -> Iterable[tuple[str, str]]:
    for one in account.participants:
        yield one.side.value if one.side else "", one.level or ""
