"""Reasons in the language of the interface: what stages and merging say of themselves, in English.

    «the report is of KZ and US, and the other side is taken»
     └─ the table ─▶ «сообщение о сторонах Казахстан и США, и другая занята»

A reason that the table does not know stays English, and is marked so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files

from elshi.brief.sides import side_name
from elshi.ontology.tables import rows
from elshi.web.naming import Worded

_TABLE = files(__package__) / "words" / "reasons.tsv"
_GAP = re.compile(r"\{(\w+)\}")
_CODE = re.compile(r"\b[A-Z]{2,5}\b")
_AND = {"kk": " және ", "ru": " и "}


def reason(english: str, ui: str) -> Worded:
    """A reason in words of the interface, where there are any."""
    if ui == "en":
        return Worded(english, ui)
    found = _told(english, ui)
    return Worded(english, "en") if found is None else Worded(found, ui)


def _told(english: str, ui: str) -> str | None:
    exact = phrases(ui).get(english)
    if exact is not None:
        return exact
    for pattern, text in _patterns(ui):
        found = pattern.fullmatch(english)
        filled = _filled(text, found.groupdict(), ui) if found else None
        if filled is not None:
            return filled
    return None


def _filled(text: str, parts: Mapping[str, str], ui: str) -> str | None:
    """A phrase with its gaps filled in; None where one of them cannot be told in this language."""
    for name, part in parts.items():
        told = _WAYS.get(name, _as_it_is)(part, ui)
        if told is None:
            return None
        text = text.replace(f"{{{name}}}", told)
    return text


def _as_it_is(part: str, ui: str) -> str | None:
    return part


def _all_of(part: str, ui: str) -> str | None:
    told = [_told(each, ui) for each in part.split("; ")]
    return None if None in told else "; ".join(filter(None, told))


def _sides(part: str, ui: str) -> str | None:
    named = _CODE.sub(lambda found: side_name(found[0], ui), part)
    return named.replace(" and ", _AND[ui])


_WAYS: Mapping[str, Callable[[str, str], str | None]] = {
    "reason": _told, "reason2": _told, "reasons": _all_of, "sides": _sides,
}  # fmt: skip


@cache
def phrases(ui: str) -> Mapping[str, str]:
    """English → the language of the interface, without those that have gaps."""
    return {english: text for english, text in _lines(ui) if "{" not in english}


@cache
def _patterns(ui: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((_pattern(english), text) for english, text in _lines(ui) if "{" in english)


def _pattern(english: str) -> re.Pattern[str]:
    parts = _GAP.split(english)
    gaps = (f"(?P<{name}>.+?)" for name in parts[1::2])
    fixed = [re.escape(part) for part in parts[::2]]
    return re.compile(
        fixed[0] + "".join(gap + after for gap, after in zip(gaps, fixed[1:], strict=True))
    )


def _lines(ui: str) -> list[tuple[str, str]]:
    return [(en, {"kk": kk, "ru": ru}[ui]) for en, kk, ru in rows(_TABLE, "en", "kk", "ru")]
