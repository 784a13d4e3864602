"""Tables of words: tab-separated UTF-8, a header line first, `#` opens a comment line."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.abc import Traversable
from importlib.resources import files


def rows(path: Traversable, *columns: str) -> Iterator[tuple[str, ...]]:
    """The lines of a table, one value a column, where the header names just these columns.

    A last value may be left out where it is empty. Raises ValueError with the line at fault.
    """
    header: tuple[str, ...] | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = tuple(cell.strip() for cell in line.split("\t"))
        if header is None:
            header = _header(cells, columns, where=f"{path.name}:{number}")
        else:
            yield _filled(cells, len(columns), where=f"{path.name}:{number}")


def table(name: str, *columns: str) -> Iterator[tuple[str, ...]]:
    """The lines of one of the ontology's own tables."""
    return rows(files(__package__) / name, *columns)


def _header(cells: tuple[str, ...], columns: tuple[str, ...], *, where: str) -> tuple[str, ...]:
    if cells != columns:
        raise ValueError(f"{where}: the header is {cells}, write {columns}")
    return cells


def _filled(cells: tuple[str, ...], width: int, *, where: str) -> tuple[str, ...]:
    if len(cells) > width:
        raise ValueError(f"{where}: {len(cells)} values for {width} columns, check the tabs")
    return cells + ("",) * (width - len(cells))
