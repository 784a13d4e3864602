"""Data on stdout: lines of JSON, CSV, or a table for the eye."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence

import click

from elshi.draw import cells, padded, visible, wrapped

GAP = "  "
LEAST_WIDTH = 60
MOST_WIDTH = 160
MOST_WORD = 21
"""A range of days, the longest date; a longer word is cut."""


def width() -> int:
    """Columns of the terminal; 100 where there is none."""
    return min(max(shutil.get_terminal_size((100, 40)).columns, LEAST_WIDTH), MOST_WIDTH)


def lines(rows: Iterable[str]) -> None:
    """Prints one line after another."""
    for row in rows:
        click.echo(row)


def table(header: Sequence[str], rows: Iterable[Sequence[str]], *, columns: int) -> None:
    """Prints rows under a header; the columns share the width, cells go on in the next line."""
    body = [[visible(cell) for cell in row] for row in rows]
    widths = _widths([list(header), *body], columns)
    click.echo(_line(header, widths))
    click.echo(_line(["─" * each for each in widths], widths))
    for row in body:
        lines(_folded(row, widths))


def _folded(row: Sequence[str], widths: Sequence[int]) -> Iterable[str]:
    """A row as the lines that it takes."""
    parts = [
        [span.of(cell) for span in wrapped(cell, each)] or [""]
        for cell, each in zip(row, widths, strict=True)
    ]
    for n in range(max(len(part) for part in parts)):
        yield _line([part[n] if n < len(part) else "" for part in parts], widths)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    shown = (padded(cell, each) for cell, each in zip(row, widths, strict=True))
    return GAP.join(shown).rstrip()


def _widths(rows: Sequence[Sequence[str]], columns: int) -> list[int]:
    """What each column needs; where that is too much, those give way that can most."""
    widths = [max(cells(row[n]) for row in rows) for n in range(len(rows[0]))]
    least = [max(_longest_word(row[n]) for row in rows) for n in range(len(rows[0]))]
    room = columns - len(GAP) * (len(widths) - 1)
    while sum(widths) > room:
        slack = [width - min(need, MOST_WORD) for width, need in zip(widths, least, strict=True)]
        gives = slack if max(slack) > 0 else widths  # on a narrow screen, words are cut
        widths[gives.index(max(gives))] -= 1
    return widths


def _longest_word(cell: str) -> int:
    return max((cells(word) for word in cell.split()), default=0)


def wrapped_text(text: Iterable[str], columns: int) -> Iterable[str]:
    """Lines of text, wrapped between words, without what a terminal obeys."""
    for line in text:
        shown = visible(line)
        yield from (span.of(shown) for span in wrapped(shown, columns)) if shown else [""]
