"""Quotations: what stands within quotation marks as somebody's words, or after a dash as a turn."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elshi.records import Span

WORDS = 4
"""A shorter text in marks is a name or a word («Вестник», «историческим»), not a speech."""
_PAIRS = {"«": "»", "“": "”", "„": "“”", "‘": "’"}
_STRAIGHT = '"'
_WORD = re.compile(r"\w+")
_TURN = re.compile(r"(?m)^[—–-] (?=\S)")
_TURN_END = re.compile(r"[,.!?…] ?[—–-] |$", re.MULTILINE)
_ASIDE = re.compile(r"[,.!?…] ?[—–-] ([^«»“”\n]{3,120}?)[.,] ?[—–-] ")
_DASHED = re.compile(r",? ?[—–-] \w")
_CUT = re.compile(r"[,!?…”»]+ ?[—–-] (?=\w)")
_CAPITALS = re.compile(r"[.!?…]\s+\S")


def quotations(text: str) -> list[Span]:
    """Spans of the words within marks, the marks left out, in text order."""
    marked = [s for s in _marked(text) if _speech(s.of(text)) or _reply(text, s)]
    turns = [s for s in _turns(text) if not any(s.overlaps(m) for m in marked)]
    return sorted([*marked, *turns])


def _speech(quote: str) -> bool:
    return len(_WORD.findall(quote)) >= WORDS


def _reply(text: str, span: Span) -> bool:
    """«Собираемся», — ответил министр: few words, and a dash after them at a sentence's start."""
    before, after = text[: span.start - 1].rstrip(" \u00a0"), text[span.end + 1 :]
    opens = not before or before[-1] in ".!?…\n" or before.endswith((" –", " —"))
    return opens and bool(_WORD.search(span.of(text))) and bool(_DASHED.match(after))


def _marked(text: str) -> Iterator[Span]:
    """Outermost marks; one that is never closed ends with its paragraph."""
    at = 0
    while at < len(text):
        closing = _closing(text, at)
        if closing is None:
            at += 1
            continue
        end = _end(text, at, closing)
        yield Span(at + 1, end)
        at = end + 1


def _closing(text: str, at: int) -> str | None:
    sign = text[at]
    if sign == _STRAIGHT:
        opens = at == 0 or not text[at - 1].isalnum()
        return _STRAIGHT if opens and at + 1 < len(text) and not text[at + 1].isspace() else None
    return _PAIRS.get(sign)


def _end(text: str, start: int, closing: str) -> int:
    depth, sign = 1, text[start]
    for at in range(start + 1, len(text)):
        if text[at] in closing:
            depth -= 1
        elif text[at] == sign and sign not in closing:
            depth += 1
        elif text[at] == "\n" and _new_paragraph(text, at, sign):
            return _unclosed(text, start, at)
        if depth == 0:
            return at
    return _unclosed(text, start, len(text))


def _unclosed(text: str, start: int, end: int) -> int:
    """A quotation that is never closed ends before «, — сказал», else with its paragraph."""
    cut = _CUT.search(text, start + 1, end)
    if cut is None:
        return end
    return cut.start() + len(cut.group().split(",")[0].split(" ")[0].rstrip("—–-"))


def _new_paragraph(text: str, at: int, sign: str) -> bool:
    """A break ends an unclosed quotation, unless the closing mark comes in the next paragraph."""
    rest = text[at + 1 : at + 1500]
    closing = min((i for c in _PAIRS.get(sign, _STRAIGHT) if (i := rest.find(c)) >= 0), default=-1)
    opening = rest.find(sign)
    return closing < 0 or (0 <= opening < closing) or sign == _STRAIGHT


def _turns(text: str) -> Iterator[Span]:
    """Paragraphs that begin with a dash: «— Мы готовы, — сказал министр»."""
    for match in _TURN.finditer(text):
        end = _TURN_END.search(text, match.end())
        stop = end.start() if end else len(text)
        if _speech(text[match.end() : stop]):
            yield Span(match.end(), stop)


def asides(text: str, quote: Span) -> list[Span]:
    """Attributions within the marks: «Мы готовы, – сказал министр. – Работа идёт»."""
    found = _ASIDE.finditer(text, quote.start, quote.end)
    return [Span(match.start(1), match.end(1)) for match in found]


def breaks(between: str) -> bool:
    """Whether a sentence ends within this text, so that a verb after it says something else."""
    return "\n" in between or bool(_CAPITALS.search(between))
