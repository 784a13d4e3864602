"""The ledger of judgements as a text file that can be versioned: one line of JSON a judgement.

Lines are sorted by when they were made, so that two ledgers merge by line, and a file that is
imported twice adds nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from pydantic import TypeAdapter

from elshi.chronicle.judged import FIELDS, Line
from elshi.chronicle.records import Identity, Judgement, Pointer, Withdrawal
from elshi.errors import BadRow, UsageError

_JUDGEMENT = TypeAdapter(Judgement)
_IDENTITY = TypeAdapter(Identity)
_WITHDRAWAL = TypeAdapter(Withdrawal)


def to_line(line: Line) -> str:
    """A judgement or a withdrawal as one line of JSON, with its id."""
    kept = {name: value for name, value in asdict(line).items() if value not in ("", None, ())}
    return json.dumps({"id": line.id, **kept}, ensure_ascii=False)


def of_line(text: str, *, where: str = "") -> Line:
    """The judgement that a line tells of. Raises BadRow where it is none."""
    try:
        tree: dict[str, Any] = json.loads(text)
        stated = tree.pop("id", "")
        line: Line = _adapter(tree).validate_python(tree)
    except (ValueError, TypeError, AttributeError) as error:
        raise BadRow(f"{where}no judgement: write it with `elshi judgements export`") from error
    if stated and stated != line.id:
        raise BadRow(f"{where}{stated} was changed by hand: take its id out to make it a new one")
    return line


def _adapter(tree: dict[str, Any]) -> TypeAdapter[Any]:
    """What a line is: a withdrawal names a judgement, a decision on persons two names."""
    if "judgement" in tree:
        return _WITHDRAWAL
    return _IDENTITY if "one" in tree else _JUDGEMENT


def exported(lines: Iterable[Line]) -> Iterator[str]:
    """A ledger as text, in the order in which it was made."""
    return (to_line(line) for line in sorted(lines, key=lambda line: (line.at, line.id)))


def imported(text: str, name: str = "") -> list[Line]:
    """The ledger of a text file; blank lines and `#` comments are left out."""
    rows = enumerate(text.splitlines(), 1)
    told = [(n, row) for n, row in rows if row.strip() and not row.startswith("#")]
    return [of_line(row, where=f"{name}:{n}: " if name else "") for n, row in told]


def checked(judgement: Judgement) -> Judgement:
    """A judgement that can be carried out. Raises UsageError with what is wrong."""
    if judgement.verb in ("same", "not-same") and (judgement.b in (None, judgement.a)):
        raise UsageError("say which two accounts: they are one and the same here")
    if judgement.verb == "correct" and judgement.field not in FIELDS:
        raise UsageError(f"no field '{judgement.field}': there are {', '.join(FIELDS)}")
    return judgement


__all__ = ["Judgement", "Pointer", "checked", "exported", "imported", "of_line", "to_line"]
