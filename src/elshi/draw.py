"""Marks drawn under a text, as in our tests and in `elshi show`:

    Председатель Сената Маулен Ашимбаев встретился с сенатором
    POST─────────────── PERSON───────── TRIGGER───   POST─────

Text from the press is not trusted: what could move a terminal's cursor is never written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from elshi.records import Span

LINE = "─"
_PIECE = re.compile(r"\s*\S+|\s+$")
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


@dataclass(frozen=True, slots=True)
class Mark:
    """What is written under a span: the first of its labels that fits there, else the last."""

    span: Span
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A label at its place in a line: from one cell up to another."""

    start: int
    end: int
    label: str


def draw(text: str, marks: Iterable[Mark], *, width: int = 100) -> Iterator[str]:
    """The lines of `text`, wrapped between words, each followed by the lines of its marks."""
    known = sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end, mark.labels))
    for line in wrapped(text, width):
        yield visible(line.of(text))
        here = [mark for mark in known if mark.span.overlaps(line)]
        for lane in _lanes([_piece(text, line, mark) for mark in here]):
            yield _lane_text(lane)


def visible(text: str) -> str:
    """The text without anything that a terminal obeys: controls, escapes, turns of direction."""
    return "".join(_shown(char) for char in text)


def cells(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(_width(char) for char in text)


def padded(text: str, width: int) -> str:
    """A text cut or filled up to `width` columns."""
    shown = visible(text)
    while cells(shown) > width:
        shown = shown[:-2] + "…"
    return shown + " " * (width - cells(shown))


def wrapped(text: str, width: int) -> Iterator[Span]:
    """The spans of the lines of a text, empty ones too, cut between words to `width` columns."""
    start = 0
    for line in text.splitlines(keepends=True):
        end = start + len(line.rstrip())
        yield from _wrapped_line(text, Span(start, end), width)
        start += len(line)


def _wrapped_line(text: str, line: Span, width: int) -> Iterator[Span]:
    start = end = line.start
    if line.start == line.end:
        yield line
    for piece in _PIECE.finditer(text, line.start, line.end):
        if start < end and cells(text[start : piece.end()]) > width:
            yield from _cut(text, Span(start, end), width)
            start = piece.end() - len(piece[0].lstrip())
        end = piece.end()
    if start < end:
        yield from _cut(text, Span(start, end), width)


def _cut(text: str, line: Span, width: int) -> Iterator[Span]:
    """A line that is one word too long for it (an address), in pieces."""
    start = line.start
    for at in range(line.start, line.end):
        if at > start and cells(text[start : at + 1]) > width:
            yield Span(start, at)
            start = at
    yield Span(start, line.end)


def _piece(text: str, line: Span, mark: Mark) -> _Piece:
    """The part of a mark that stands in a line."""
    first, last = max(line.start, mark.span.start), min(line.end, mark.span.end)
    start, room = cells(text[line.start : first]), cells(text[first:last])
    label = next((label for label in mark.labels if cells(label) <= room), mark.labels[-1])
    return _Piece(start, start + max(room, cells(label)), label)


def _lanes(pieces: Sequence[_Piece]) -> list[list[_Piece]]:
    """The pieces in as few lines as they need to stand side by side."""
    lanes: list[list[_Piece]] = []
    for piece in pieces:
        for lane in lanes:
            if lane[-1].end < piece.start or (lane[-1].end == piece.start and _ruled(lane[-1])):
                lane.append(piece)
                break
        else:
            lanes.append([piece])
    return lanes


def _ruled(piece: _Piece) -> bool:
    """Whether the label leaves a stretch of line that parts it from the next one."""
    return cells(piece.label) < piece.end - piece.start


def _lane_text(lane: Sequence[_Piece]) -> str:
    line, at = "", 0
    for piece in lane:
        rule = LINE * (piece.end - piece.start - cells(piece.label))
        line += " " * (piece.start - at) + piece.label + rule
        at = piece.end
    return line


def _shown(char: str) -> str:
    if char == "\t":
        return " "
    return "" if unicodedata.category(char) in _UNSEEN else char


def _width(char: str) -> int:
    if not _shown(char) or unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1
