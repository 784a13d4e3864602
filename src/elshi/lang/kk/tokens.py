"""Kazakh sentences and words: where they begin and end in the text.

Қ.-Ж. Тоқаев 2024 ж. 26 наурызда АҚШ-тың елшісін қабылдады.
one sentence: initials, «ж.» and a date end none; a line break always does
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from elshi.ontology.tables import rows
from elshi.records import Span

_LETTERS = r"[^\W\d_]+"
WORD = re.compile(
    rf"(?:(?:Дж|[А-ЯЁӘІҢҒҮҰҚӨҺA-Z])\.(?:-(?=[^\W\d_]\.))?)(?=[\s\-]?[^\W\d_])"  # Қ. Қ.-
    rf"|{_LETTERS}(?:[-‑'’]{_LETTERS})*"
    rf"|\d+(?:[.,]\d+)*(?:-{_LETTERS})?"
    r"|[^\w\s]|_+"
)
"""A word with its hyphens and apostrophes, an initial with its full stop, a number with its
ending, or a sign."""

_END = re.compile(r"[.!?…]+[»”\"’)\]]*(?=\s+|$)")
_OPENERS = '«"“„(–—-'


def words(text: str) -> list[str]:
    """A form of a table, cut as the text is."""
    return WORD.findall(text)


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text; none runs across a line break."""
    return tuple(
        span for line in re.finditer(r"[^\n]+", text) for span in _in_line(text, line.span())
    )


def _in_line(text: str, line: tuple[int, int]) -> Iterator[Span]:
    start = line[0]
    for match in _END.finditer(text, *line):
        if not _ends(text, start=start, match=match, stop=line[1]):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, line[1])


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    if start < end:
        yield Span(start, end)


def _ends(text: str, *, start: int, match: re.Match[str], stop: int) -> bool:
    """Whether a full stop ends its sentence: not in a quotation, nor after an abbreviation."""
    following = text[match.end() : stop].lstrip()
    if not following:
        return True
    if _quoted(text[start : match.end()]):
        return False
    if match[0].startswith(".") and _abbreviated(text[start : match.start()], following):
        return False
    return not _continues(following)


def _quoted(sentence: str) -> bool:
    """An open «…» is kept whole, unless it runs on for long (a quotation of a whole speech)."""
    return sentence.count("«") > sentence.count("»") and len(sentence) < 600


def _continues(following: str) -> bool:
    """A small letter after the stop, or «, – деді»: the sentence goes on."""
    if following[0] in ",;":
        return True
    bare = following.lstrip(_OPENERS + " ")
    return bool(bare) and bare[0].islower()


def _abbreviated(before: str, following: str) -> bool:
    last = re.search(rf"({_LETTERS})$", before)
    if last is None:
        return before[-1:].isdigit() and following[0].isdigit()
    word = last[1]
    if len(word) == 1 and word.isupper():
        return True
    return word.lower() in _abbreviations() or (len(word) <= 2 and word.istitle())


@cache
def _abbreviations() -> frozenset[str]:
    path = files(__package__) / "abbreviations.tsv"
    return frozenset(form for form, _ in rows(path, "form", "full"))
