"""Gate: ntrex, the same line in three languages: the same states, organisations and dates.

A line counts for a field where a language finds anything of it. It agrees where the languages
found the same: all three, or the two that are compared. Where the translations do not say the
same (`eval/gold/ntrex.tsv`, each line with its reason), no reader can agree: the number of such
lines is a figure of its own, and `comparable` is the agreement on all others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path

from corpora import corpus
from elshi.lang import load
from elshi.mark import mark
from elshi.ontology.tables import rows as table
from elshi.ontology.tables import table as ontology
from elshi.when import times_in_text
from figures import Figure, share

NAME = "ntrex"
FILES = {
    "ru": "newstest2019-ref.rus.txt",
    "kk": "newstest2019-ref.kaz.txt",
    "en": "newstest2019-src.eng.txt",
}
DIFFER = Path(__file__).parent.parent / "gold" / "ntrex.tsv"
FIELDS = ("states", "organisations", "dates")
OWN = "gazetteer.institution"
"""«Госдеп», "U.S. Department of Justice": an institution whose own name tells its state."""
QUICK = 40
"""A quick look reads every fortieth line."""
STATES = {code for code, _ in ontology("states.tsv", "code", "name")}
Line = dict[str, frozenset[str]]


def files() -> Iterator[Path]:
    """The gold of this gate."""
    yield from corpus("ntrex").glob("*.txt")
    yield DIFFER


def gate(every: int = 1) -> list[Figure]:
    """Agreement by field: of all three languages (`all`), on comparable lines, and of each two."""
    lines = dict(enumerate(_lines(every)))
    lines = {number * _step(every) + 1: line for number, line in lines.items()}
    return [figure for field in FIELDS for figure in _figures(field, lines)]


def errors(every: int = 1) -> list[str]:
    """Lines on which the languages do not agree, though they say the same."""
    return [
        f"{field}\t{number * _step(every) + 1}\t"
        + "\t".join(f"{k} {_said(v[field])}" for k, v in line.items())
        for field in FIELDS
        for number, line in enumerate(_lines(every))
        if len({found[field] for found in line.values()}) > 1
        and number * _step(every) + 1 not in _differing(field)
    ]


def _said(codes: frozenset[str]) -> str:
    return ", ".join(sorted(codes)) or "-"


def _step(every: int) -> int:
    return 1 if every == 1 else QUICK


def _figures(field: str, lines: dict[int, dict[str, Line]]) -> Iterator[Figure]:
    told = {at: [line[lang][field] for lang in FILES] for at, line in lines.items()}
    told = {at: found for at, found in told.items() if any(found)}
    differ = told.keys() & _differing(field)
    yield _agreement(field, list(told.values()))
    yield _agreement(
        f"{field}, comparable", [found for at, found in told.items() if at not in differ]
    )
    count = len(differ)
    yield Figure(
        NAME, "all", f"{field}, differ in translation", count, count, len(told), len(told),
        lower=True,
    )  # fmt: skip
    for one, other in combinations(range(len(FILES)), 2):
        both = [(found[one], found[other]) for found in told.values() if found[one] or found[other]]
        yield _agreement(f"{field} {list(FILES)[one]}-{list(FILES)[other]}", both)


def _agreement(name: str, found: Sequence[Sequence[frozenset[str]]]) -> Figure:
    """The share of lines in which all found the same."""
    return share(NAME, "all", name, (sum(len(set(codes)) == 1 for codes in found), len(found)))


def _differing(field: str) -> set[int]:
    """The lines whose translations do not say the same of a field."""
    told = table(DIFFER, "line", "field", "differs", "reason")
    return {int(line) for line, of, _, _ in told if of == field}


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
    states += [m.side for m in marks.of("institution") if m.side in STATES and m.rule == OWN]
    houses = [m.code for m in marks.of("institution") if m.rule.endswith("organisation")]
    whens = times_in_text(list(marks.times), published=None, tense=lambda span: None)
    return {
        "states": frozenset(states),
        "organisations": frozenset(houses),
        "dates": frozenset(when.edtf for when in whens),
    }
