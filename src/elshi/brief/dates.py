"""A date in words, to the precision that it has: for a sentence that says when something was.

2024-03-26                26 марта 2024 года
2023-09                   в сентябре 2023 года
2024-03-25/2024-03-27     с 25 по 27 марта 2024 года
[..2024-03-26]            не позднее 26 марта 2024 года (день не назван)
"""

from __future__ import annotations

import re

from elshi.brief.words import phrase, phrases
from elshi.when import precision

_GAP = re.compile(r"\{(month|season)\.(\w+)\}")
_YEARLESS = "XXXX-"


def spoken(edtf: str, lang: str) -> str:
    """When, as an adverbial: «в сентябре 2023 года», "in September 2023"."""
    if edtf.startswith(_YEARLESS):
        return _yearless(edtf, lang)
    if edtf.startswith("["):
        return _bound(edtf, lang)
    if "/" in edtf:
        return _range(edtf, lang)
    return period(edtf, "in", lang)


def period(edtf: str, place: str, lang: str) -> str:
    """A day, month, season or year as it stands alone (`in`), after «с» (`from`), «по» (`to`)."""
    return _filled(f"{precision(edtf)}.{place}", edtf, lang)


def _bound(edtf: str, lang: str) -> str:
    """One end is not known: which one, and that the day itself is not said."""
    inner = edtf.strip("[]").strip(".")
    key = "not.after" if edtf.startswith("[..") else "not.before"
    note = "no.day" if precision(inner) == "day" else "no.period"
    words = phrase(lang, key, **{"from": period(inner, "from", lang)})
    return f"{words} ({phrase(lang, note)})"


def _range(edtf: str, lang: str) -> str:
    first, last = edtf.split("/")
    if precision(first) == precision(last) == "day" and first[:7] == last[:7]:
        days = _filled("days", first, lang)
        return days.replace("{first}", _day(first)).replace("{last}", _day(last))
    ends = {"from": period(first, "from", lang), "to": period(last, "to", lang)}
    return phrase(lang, "range", **ends)


def _yearless(edtf: str, lang: str) -> str:
    key = "day.no.year" if len(edtf.split("-")) == 3 else "month.no.year"
    return _filled(key, edtf, lang)


def _filled(key: str, edtf: str, lang: str) -> str:
    """A phrase with the parts of a date in it, each in the form that the phrase asks for."""
    parts = edtf.split("-")
    number = str(int(parts[1])) if len(parts) > 1 else ""
    table = phrases(lang)
    text = _GAP.sub(lambda gap: table[f"{gap[1]}.{gap[2]}.{number}"], table[key])
    return text.replace("{year}", parts[0]).replace("{day}", _day(edtf))


def _day(edtf: str) -> str:
    parts = edtf.split("-")
    return str(int(parts[2])) if len(parts) == 3 else ""
