"""The page of figures: by gate, field and language, beside goals, published figures, baselines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from elshi.ontology.tables import rows as table
from figures import ELSHI, Figure, Measured

GOALS = Path(__file__).with_name("goals.tsv")
COLUMNS = ("ru", "kk", "en", "all")
ABOUT = {
    "reports": "our own reports (eval/gold/reports, demo/reports; licence of the project)",
    "sentences": "our own sentences by phenomenon (eval/gold/sentences; licence of the project)",
    "factrueval": "factRuEval-2016, development half (MIT)",
    "nerel": "NEREL 1.1, train and dev (no licence stated: measured with, nothing shipped)",
    "kaznerd": "KazNERD, held back from its validation part (CC BY 4.0, ISSAI)",
    "kremlin": "kremlin.ru, titles against texts (CC BY 4.0; eval/gold/kremlin.tsv)",
    "ntrex": "NTREX-128, one line in three languages (CC BY-SA 4.0)",
    "pairs": "pairs of accounts judged by hand, of telegram-ru and kremlin.ru (CC BY 4.0; "
    "eval/gold/pairs), and of our own reports across languages",
    "times": "our own dated phrases (eval/times; licence of the project)",
    "negatives": "telegram-ru, 500 posts by id (CC BY 4.0; eval/gold/negatives.tsv)",
    "morphology": "UD Kazakh-KTB (CC BY-SA 4.0); our surnames inflected by qazaq-inflector",
    "names": "our own spellings of names, half of the persons held back (licence of the project)",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the page: a field of a gate as one system gives it, by language."""

    field: str
    system: str
    values: tuple[str, ...]
    counts: str
    goal: str
    published: str


def lines(measured: Measured) -> list[Line]:
    """The rows of one gate, ours first, each baseline under its field."""
    goals = {(gate, field): (goal, best) for gate, field, goal, best, _ in
             table(GOALS, "gate", "field", "goal", "published", "source")}  # fmt: skip
    rows: dict[tuple[str, str], list[Figure]] = {}
    for figure in measured.figures:
        rows.setdefault((figure.field, figure.system), []).append(figure)
    order = list(dict.fromkeys(field for field, _ in rows))
    keys = sorted(rows, key=lambda key: (order.index(key[0]), key[1] != ELSHI))
    return [_line(rows[key], goals.get((measured.gate, key[0]), ("-", "-"))) for key in keys]


def _line(figures: Sequence[Figure], told: tuple[str, str]) -> Line:
    first = figures[0]
    by_lang = {figure.lang: _shown(figure) for figure in figures}
    ours = first.system == ELSHI
    goal, published = told if ours else ("-", "-")
    counts = "/".join(str(round(figure.gold)) for figure in figures)
    values = tuple(by_lang.get(lang, "") for lang in COLUMNS)
    return Line(first.field, first.system, values, counts, _bare(goal), _bare(published))


def _shown(figure: Figure) -> str:
    return f"{figure.value:.1f}" if figure.lower else f"{figure.value:.3f}"


def _bare(cell: str) -> str:
    return "" if cell == "-" else cell


def text(measured: Iterable[Measured]) -> Iterator[str]:
    """The page as it is printed."""
    head = "".join(f"{lang:>7}" for lang in COLUMNS)
    yield f"{'':40}{head}   {'goal':>5} {'best':>6}  of"
    for gate in measured:
        yield f"{gate.gate}: {gate.skipped or gate.broken or ABOUT[gate.gate]}" + _time(gate)
        for line in lines(gate):
            name = line.field if line.system == ELSHI else f"  ({line.system})"
            cells = "".join(f"{value:>7}" for value in line.values)
            yield f"  {name:38}{cells}   {line.goal:>5} {line.published:>6}  {line.counts}"


def _time(gate: Measured) -> str:
    return f"  [{gate.seconds:.0f} s]" if gate.seconds else ""


def markdown(measured: Iterable[Measured]) -> str:
    """The page as documentation."""
    parts = [_HEAD]
    for gate in measured:
        parts += [f"## {gate.gate}", ABOUT[gate.gate][0].upper() + ABOUT[gate.gate][1:] + ".", ""]
        parts += ["| field | system | ru | kk | en | all | goal | published | of |"]
        parts += ["| --- | --- | --: | --: | --: | --: | --: | --: | --: |"]
        for line in lines(gate):
            cells = (line.field, line.system, *line.values, line.goal, line.published, line.counts)
            parts.append("| " + " | ".join(cells) + " |")
        parts.append("")
    return "\n".join(parts)


_HEAD = """# Accuracy

Made by `python eval/gate.py --write-docs` from the figures of the last `--update`; not to be
edited. `make eval` measures them again and fails where one has fallen. F1 or a share, from 0 to 1;
where it says false, a number per 1,000 posts or in all. `of` is how many were asked for, by
language; `published` is the best of others on data of the same kind, `goal` is ours.

What each gate asks, and how, stands at the head of its module in `eval/gates`. A gate whose corpus
is not found (`ELSHI_DATA`, by default `../shared/data`) is skipped and says so.
"""
