"""The lines of a page: tidied, joined where they were cut, and without the page's furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Literal

from elshi.extract.tables import rows
from elshi.text import fold

Furniture = Literal["line", "opens", "holds", "block", "foot"]

SHORT = 160
"""A line with furniture words that is longer than this is the report's own."""
HEADLINE = 220
"""A headline is at most so long."""

_LINK = re.compile(
    r"\[([^\[\]\n]{0,300})\]\((?:https?://|tg://|mailto:|/)[^\s()]*(?:\([^\s()]*\)[^\s()]*)*\)"
)
_MARKS = re.compile(r"\*\*|__|~~|```|\|\||\[/?caption[^\]]{0,300}\]")
_SIGNS = "\u2190-\u21ff\u2300-\u27bf\u2900-\u2bff\u3030\U0001f000-\U0001faff"
_EMOJI = re.compile(rf"^(?:[{_SIGNS}•▪●■►▶✓|>*·]+ ?|#+ )+(?!\\d)|(?: ?[{_SIGNS}|])+$")
_EMPTY = re.compile(
    r"^(?:(?!.*\d[./-]\d\d[./-]\d\d)[\W\d_]*|(?:https?://|www\.|t\.me/)\S+|(?:#[\w-]+[\s,]*)+)$"
)
_ENDS = re.compile(r"[.!?…:;][\"»”)’']*$|[»”]$")
_WORDS = re.compile(r"[^\W\d_]+")
_TRIM = re.compile(r"^[\W\d_]+|[\W\d_]+$")


_CARD = re.compile(
    r"\b([A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?) ([A-Z][\w’'-]+) \2 \1"
    r"(?=(?:President|Prime Minister|Minister|Federal Chancellor) of )"
)
"""A name with the card that opens on it: «Ilham Aliyev Aliyev IlhamPresident of Azerbaijan»."""


def tidied(text: str) -> list[str]:
    """The lines that say something, without the marks of chat markdown and pictures of it."""
    if "[" in text or "__" in text or "*" in text or "||" in text or "```" in text:
        text = _MARKS.sub("", _LINK.sub(r"\1", text))
    if "President of" in text or "Minister of" in text or "Chancellor of" in text:
        text = _CARD.sub(r"\1 \2, ", text)
    lines = (_EMOJI.sub("", line.strip()).strip() for line in text.split("\n"))
    return [" ".join(line.split()) for line in lines if not _EMPTY.match(line)]


def ends(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    return bool(_ENDS.search(line))


def headline_like(line: str) -> bool:
    """Whether a line could be a headline: of some length, and not a sentence with its full stop."""
    return len(line) <= HEADLINE and not re.search(r"[.;:,]$", line) and line.count(" ") >= 2


def unwrapped(lines: Sequence[str]) -> list[str]:
    """Lines cut at a fixed width made whole, with their hyphenation mended."""
    if len(lines) < 4 or not _hard_wrapped(lines):
        return list(lines)
    whole = [lines[0]]
    for before, line in pairwise(lines):
        if _goes_on(before, line):
            whole[-1] = _joined(whole[-1], line)
        else:
            whole.append(line)
    return whole


def _hard_wrapped(lines: Sequence[str]) -> bool:
    """Most lines end in mid-sentence at about the same width, and the next begins small."""
    widest = max(map(len, lines))
    cut = sum(_goes_on(before, line) for before, line in pairwise(lines))
    return widest <= 120 and cut * 3 >= len(lines) - 1


def _goes_on(before: str, line: str) -> bool:
    return not ends(before) and len(before) >= 40 and (line[0].islower() or before[-1] in ",-")


def _joined(before: str, line: str) -> str:
    """`меж-` and `парламентский` are one word, `торгово-` and `экономический` two."""
    if before.endswith("-") and before[-2:-1].isalpha() and line[0].islower():
        return before + line if before[-2] in "ое" else before[:-1] + line
    return f"{before} {line}"


@cache
def _table() -> dict[str, list[tuple[str, Furniture]]]:
    """First word, folded → the phrases that begin with it, the longest first."""
    table: dict[str, list[tuple[str, Furniture]]] = {}
    for row in rows("furniture.tsv"):
        phrase = fold(row["words"])
        if row["kind"] in ("line", "opens", "block", "foot"):
            first = _first(phrase)
            table.setdefault(first, []).append((phrase, _kind(row["kind"])))
    return {first: sorted(found, key=lambda pair: -len(pair[0])) for first, found in table.items()}


def _kind(kind: str) -> Furniture:
    for known in ("line", "opens", "holds", "block", "foot"):
        if kind == known:
            return known
    raise ValueError(f"furniture.tsv: no kind '{kind}'")


def _first(folded: str) -> str:
    match = _WORDS.search(folded)
    return match[0] if match else folded[:1]


@cache
def _holds() -> re.Pattern[str]:
    phrases = (
        re.escape(fold(row["words"])) for row in rows("furniture.tsv") if row["kind"] == "holds"
    )
    return re.compile("|".join(phrases))


@cache
def labels() -> re.Pattern[str]:
    """The words beside a date that are no part of it."""
    words = (
        re.escape(fold(row["words"])) for row in rows("furniture.tsv") if row["kind"] == "label"
    )
    return re.compile(rf"\b(?:{'|'.join(sorted(words, key=len, reverse=True))})\b")


def furniture(line: str) -> Furniture | None:
    """What kind of furniture a line is; None where it belongs to the report."""
    if len(line) > 400:
        return None
    folded = fold(line)
    bare = _TRIM.sub("", folded)
    for phrase, kind in _table().get(_first(folded), ()):
        if _fits(bare, folded, phrase, kind):
            return kind
    if line.startswith("©"):
        return "foot"
    return "holds" if len(line) <= SHORT and _holds().search(folded) else None


def _fits(bare: str, folded: str, phrase: str, kind: Furniture) -> bool:
    if kind == "line":
        return bare == _TRIM.sub("", phrase)
    if not (bare.startswith(phrase) or folded.startswith(phrase)):
        return False
    if kind == "block":
        return bare == phrase or (
            len(folded) <= 250 and bare[len(phrase) :].lstrip()[:1] in (":", "-")
        )
    after = bare[len(phrase) : len(phrase) + 1]
    return len(folded) <= (400 if kind == "foot" else SHORT) and not (
        phrase[-1].isalpha() and after.isalpha()
    )


def reported(lines: Sequence[str]) -> list[str]:
    """The lines of the report: without furniture, lists of other reports, foot, repetitions."""
    kept: list[str] = []
    seen: set[str] = set()
    for line, kind in _unlisted(lines):
        if kind == "foot" and kept and _only_foot(lines, line):
            break
        if kind is None and not (len(line) > 40 and line in seen):
            kept.append(line)
            seen.add(line)
    return kept


def _unlisted(lines: Sequence[str]) -> Iterator[tuple[str, Furniture | None]]:
    """Lines with what they are, leaving out the headlines under «Читайте также»."""
    listing = False
    for line in lines:
        kind = furniture(line)
        if kind == "block":
            listing = _TRIM.sub("", fold(line)) in _block_words()
        elif kind is None and listing and len(line) <= HEADLINE and not ends(line):
            continue
        else:
            listing = listing and kind is not None
        yield line, kind


@cache
def _block_words() -> frozenset[str]:
    return frozenset(
        fold(row["words"]).rstrip(":") for row in rows("furniture.tsv") if row["kind"] == "block"
    )


def _only_foot(lines: Sequence[str], line: str) -> bool:
    """Whether no sentence of a report comes below: a caption «© Фото: …» is no foot."""
    below = lines[list(lines).index(line) + 1 :]
    return not any(len(each) > 80 and ends(each) and furniture(each) is None for each in below)
