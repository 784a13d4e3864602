"""Gate: our own sentences by phenomenon, their compact records read as full ones (see GUIDE.md).

    meeting held KZ?:Касым-Жомарт Токаев; UZ:Шавкат Мирзиёев|Президент Узбекистана @ - Астана/KZ

A side with a question mark is right where it is left open and where it is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from baseline import told
from compare import Score, compare
from corpora import ROOT, reading
from elshi.records import Reading
from elshi.text import fold
from figures import Figure, f1, of_score, share

NAME = "sentences"
FOLDER = ROOT / "eval" / "gold" / "sentences"
LANGS = ("ru", "kk", "en")
FIELDS = ("contacts", "participants", "posts", "sides", "when", "country", "city", "status", "role")
CONTACT = re.compile(
    r"(?P<kind>\w+) (?P<status>\w+)(?P<recalled> recalled)? (?P<who>.+) @ (?P<when>\S+) "
    r"(?:-|(?P<city>[^/~]*)/(?P<country>[A-Z]{2}))(?: ~ (?P<forum>.+))?"
)
PARTY = re.compile(r"(?P<side>[A-Z]+)(?P<open>\?)?(?P<mark>[:=])(?P<name>[^|]+)(?:\|(?P<post>.+))?")


class Row(NamedTuple):
    """A sentence of ours with its compact record."""

    phenomenon: str
    published: str
    sentence: str
    expected: str


def files() -> Iterator[Path]:
    """The gold of this gate."""
    return FOLDER.glob("*.tsv")


def rows(lang: str, every: int = 1) -> list[Row]:
    """The sentences of a language."""
    lines = (FOLDER / f"{lang}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [Row(*line.split("\t")) for line in lines[::every]]


def record(expected: str) -> list[dict[str, Any]]:
    """A compact record as the accounts of a full one."""
    told = [] if expected == "-" else expected.split(" + ")
    return [_account(contact) for contact in told]


def gate(every: int = 1) -> list[Figure]:
    """Contacts and their fields, by language, beside names with the nearest word of contact."""
    figures = [figure for lang in LANGS for figure in _figures(lang, every)]
    return [*figures, *_baseline(every)]


def errors(every: int = 1) -> list[str]:
    """Each disagreement, contacts first, with the sentence."""
    lines = [f"{lang}\t{line}" for lang in LANGS for line in _score(lang, every)[0].errors]
    return sorted(lines, key=lambda line: FIELDS.index(line.split("\t")[1]))


def _account(contact: str) -> dict[str, Any]:
    found = CONTACT.fullmatch(contact)
    assert found, contact
    parties = [PARTY.fullmatch(party) for party in found["who"].split("; ")]
    return {
        "kind": found["kind"],
        "status": found["status"],
        "role": "recalled" if found["recalled"] else "main",
        "when": None if found["when"] == "-" else found["when"],
        "city": found["city"] or None,
        "country": found["country"],
        "participants": [_participant(party) for party in parties if party],
        "spheres": [],
        "trigger": "",
    }


def _participant(party: re.Match[str]) -> dict[str, Any]:
    return {
        "name": party["name"],
        "kind": "person" if party["mark"] == ":" else "institution",
        "side": party["side"],
        "open": bool(party["open"]),
        "post": party["post"],
    }


def _figures(lang: str, every: int) -> Iterator[Figure]:
    score, exact = _score(lang, every)
    yield from of_score(score, NAME, lang, FIELDS)
    yield share(NAME, lang, "exact", (exact, len(rows(lang, every))))


@cache
def _score(lang: str, every: int) -> tuple[Score, int]:
    """All sentences of a language, and how many are read without a fault."""
    score, exact = Score(), 0
    for row in rows(lang, every):
        given = [("lang", lang)] + [("published", row.published)] * (row.published != "-")
        found = reading(row.sentence, given, whole=True)
        before = len(score.errors)
        where = f"{row.phenomenon} «{row.sentence}»"
        compare(found, {"accounts": _as_known(record(row.expected), found)}, score, where)
        score.errors[before:] = [e for e in score.errors[before:] if e.split("\t")[0] in FIELDS]
        exact += len(score.errors) == before
    return score, exact


def _as_known(accounts: list[dict[str, Any]], found: Reading) -> list[dict[str, Any]]:
    """The record with each open side left open where the reading leaves it open."""
    open_in_ours = {
        fold(p.name.value) for a in found.accounts for p in a.participants if p.side is None
    }
    for account in accounts:
        for party in account["participants"]:
            if party["open"] and fold(party["name"]) in open_in_ours:
                party["side"] = None
    return accounts


def _baseline(every: int) -> list[Figure]:
    """Russian contacts by the nearest two names to a word of contact."""
    contacts, names = [0, 0, 0], [0, 0, 0]
    for row in rows("ru", every):
        gold = [
            (a["kind"], {_key(p["name"]) for p in a["participants"]}) for a in record(row.expected)
        ]
        ours = [(kind, {_key(name) for name in who}) for kind, who in told(row.sentence)]
        for kind, who in ours:
            match = next((g for g in gold if g[0] == kind and g[1] & who), None)
            contacts[0] += match is not None
            names[0] += len(match[1] & who) if match else 0
        for total, part in ((contacts, (0, len(ours), len(gold))), (names, _sizes(ours, gold))):
            total[:] = [a + b for a, b in zip(total, part, strict=True)]
    system = "natasha's names + nearest"
    return [
        f1(NAME, "ru", "contacts", contacts, system),
        f1(NAME, "ru", "participants", names, system),
    ]


def _key(name: str) -> str:
    """A surname without its ending: the baseline does not decline."""
    return fold(name).split()[-1][:5]


def _sizes(
    ours: list[tuple[str, set[str]]], gold: list[tuple[str, set[str]]]
) -> tuple[int, int, int]:
    return 0, sum(len(who) for _, who in ours), sum(len(who) for _, who in gold)
