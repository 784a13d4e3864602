"""The chronicle's file: every article and every reading of it, append-only, one transaction each.

SQLite in one file by default, PostgreSQL by its URL.
"""

from elshi.store.ask import (
    Said,
    Served,
    Told,
    Wanted,
    accounts,
    statements,
    tenures,
    told,
    undated,
)
from elshi.store.store import Added, Store
from elshi.store.verify import Difference, Rules, differences

__all__ = [
    "Added",
    "Difference",
    "Rules",
    "Said",
    "Served",
    "Store",
    "Told",
    "Wanted",
    "accounts",
    "differences",
    "statements",
    "tenures",
    "told",
    "undated",
]
