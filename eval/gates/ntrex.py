"""Gate: ntrex, the same line in three languages: the same states, organisations and dates.

A line counts for a field where a language finds anything of it. It agrees where the languages
found the same: all three, or the two that are compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

from corpora import corpus
from elshi.lang import load
from elshi.mark import mark
from elshi.when import times_in_text
from figures import Figure, share

NAME = "ntrex"
FILES = {
    "ru": "newstest2019-ref.rus.txt",
    "kk": "newstest2019-ref.kaz.txt",
    "en": "newstest2019-src.eng.txt",
}
FIELDS = ("states", "organisations", "dates")
QUICK = 40
"""A quick look reads every fortieth line."""
Line = dict[str, frozenset[str]]


def files() -> Iterator[Path]:
    """The gold of this gate."""
    return corpus("ntrex").glob("*.txt")


def gate(every: int = 1) -> list[Figure]:
    """Agreement by field: of all three languages (`all`) and of each two."""
    lines = _lines(every)
    return [figure for field in FIELDS for figure in _figures(field, lines)]


def errors(every: int = 1) -> list[str]:
    """Lines on which the languages do not agree."""
    return [
        f"{field}\t{number * _step(every) + 1}\t"
        + "\t".join(f"{k} {_said(v[field])}" for k, v in line.items())
        for field in FIELDS
        for number, line in enumerate(_lines(every))
        if len({found[field] for found in line.values()}) > 1
    ]


def _said(codes: frozenset[str]) -> str:
    return ", ".join(sorted(codes)) or "-"


def _step(every: int) -> int:
    return 1 if every == 1 else QUICK


def _figures(field: str, lines: list[dict[str, Line]]) -> Iterator[Figure]:
    told = [[line[lang][field] for lang in FILES] for line in lines]
    told = [found for found in told if any(found)]
    yield share(NAME, "all", field, (sum(len(set(found)) == 1 for found in told), len(told)))
    for one, other in combinations(range(len(FILES)), 2):
        both = [(found[one], found[other]) for found in told if found[one] or found[other]]
        pair = "-".join((list(FILES)[one], list(FILES)[other]))
        yield share(NAME, "all", f"{field} {pair}", (sum(a == b for a, b in both), len(both)))


@cache
def _lines(every: int) -> list[dict[str, Line]]:
    texts = {
        lang: (corpus("ntrex") / name).read_text(encoding="utf-8").splitlines()[:: _step(every)]
        for lang, name in FILES.items()
    }
    found = {lang: [_codes(lang, text) for text in lines] for lang, lines in texts.items()}
    return [dict(zip(FILES, line, strict=True)) for line in zip(*found.values(), strict=True)]


def _codes(lang: str, text: str) -> Line:
    pack = load(lang)
    marks = mark(pack.parse(text), pack)
    states = [c for m in marks.of("state") for c in m.code.split("-")]
    houses = [m.code for m in marks.of("institution") if m.rule.endswith("organisation")]
    whens = times_in_text(list(marks.times), published=None, tense=lambda span: None)
    return {
        "states": frozenset(states),
        "organisations": frozenset(houses),
        "dates": frozenset(when.edtf for when in whens),
    }
