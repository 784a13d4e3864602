"""A page that was saved as one line: parted into headline, date line and report again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from elshi.extract.stamp import Stamp, stamp
from elshi.extract.tables import rows
from elshi.text import fold

_LONG = 250
_HEAD = 60
"""Characters of menu («События») before the headline."""
_STAMP_WITHIN = 1500
_FOOT_WITHIN = 2500
_HEADINGS = 250
"""Characters of other reports' headings after the last sentence."""
_DATE_AND_TIME = re.compile(
    r"\d{1,2} [^\W\d_]+ \d{4}(?: года| г\.| жыл\w*)?,? \d{1,2}:\d\d"
    r"|[A-Z][a-z]+ \d{1,2}, \d{4},? \d{1,2}:\d\d"
)


def parted(lines: Sequence[str], *, title: str) -> list[str]:
    """Lines as they are, or the pieces of a first line that holds headline, date and report."""
    if len(lines) > 3 or not lines or len(lines[0]) < _LONG:
        return list(lines)
    pieces = _dated(_headed(_untailed(lines[0]), title))
    return [piece for piece in pieces if piece] + list(lines[1:])


def _headed(line: str, title: str) -> list[str]:
    """The headline apart, where the line begins with it, perhaps twice or after a word of menu."""
    wanted, folded = fold(title), fold(line)
    at = folded.find(wanted, 0, len(wanted) + _HEAD) if wanted else -1
    if at < 0:
        return [line]
    rest = line[at + len(wanted) :].lstrip()
    if fold(rest).startswith(wanted):
        rest = rest[len(wanted) :].lstrip()
    return [line[at : at + len(wanted)], rest]


def _dated(pieces: list[str]) -> list[str]:
    """The date line apart, where date and time stand between the summary and the report."""
    *before, text = pieces
    match = _DATE_AND_TIME.search(text, 0, _STAMP_WITHIN)
    found = stamp(text[match.start() : match.end()]) if match else None
    if not match or not found or text[: match.start()].rstrip()[-1:].isalnum():
        return pieces
    end = match.start() + found.span.end
    end = _with_place(text, end, found)
    return [*before, text[: match.start()].rstrip(), text[match.start() : end], text[end:].lstrip()]


def _with_place(text: str, end: int, found: Stamp) -> int:
    place = _places().match(text, end) if found.clock else None
    return place.end() if place else end


@cache
def _places() -> re.Pattern[str]:
    names = sorted((row["words"] for row in rows("runin.tsv") if row["kind"] == "place"), key=len)
    return re.compile(rf" (?:{'|'.join(map(re.escape, reversed(names)))})(?= [^a-zа-яё,]|$)")


def _untailed(line: str) -> str:
    """The line without the page's foot and the headings above it."""
    foot = max((line.rfind(word) for word in _words("foot")), default=-1)
    if foot < 0 or foot < len(line) - _FOOT_WITHIN:
        return _last_tail().sub("", line)
    tails = [match.start() for match in _tails().finditer(line, max(0, foot - 600), foot + 20)]
    return line[: min([foot, *tails])].rstrip()


@cache
def _words(kind: str) -> tuple[str, ...]:
    return tuple(row["words"] for row in rows("runin.tsv") if row["kind"] == kind)


@cache
def _last_tail() -> re.Pattern[str]:
    """Headings of other reports at the very end, with no foot below them."""
    words = [row["words"] for row in rows("furniture.tsv") if row["kind"] == "block"]
    also = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf" (?:{also})\b[^.!?]{{0,{_HEADINGS}}}$")


@cache
def _tails() -> re.Pattern[str]:
    return re.compile(rf"(?<=[.!?>»…”\"] )(?:{'|'.join(map(re.escape, _words('tail')))})\b")
