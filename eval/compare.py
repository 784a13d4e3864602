"""A reading beside its gold record: which accounts match, and which fields of them agree.

An account of the reading and one of the gold are the same contact when their kinds agree and they
share a participant or a side; the assignment that shares most is taken. Fields are then scored on
the matched pairs, contacts on all.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from elshi.records import Account, Participant, Reading, Statement
from elshi.text import fold

Gold = dict[str, Any]
FIELDS = ("status", "role", "when", "country", "city", "participants", "posts", "sides", "spheres")


@dataclass(slots=True)
class Score:
    """Counts of right, wrong and missing, by field, with each disagreement in words."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def add(self, name: str, found: Iterable[object], gold: Iterable[object], where: str) -> None:
        """Scores two sets of values of one field."""
        ours, theirs = set(found) - {None}, set(gold) - {None}
        self.right[name] += len(ours & theirs)
        self.found[name] += len(ours)
        self.gold[name] += len(theirs)
        if ours != theirs:
            self.errors.append(
                f"{name}\t{where}\tread {sorted(map(str, ours - theirs))}"
                f"\tgold {sorted(map(str, theirs - ours))}"
            )

    def f1(self, name: str) -> float:
        """Harmonic mean of precision and recall; 1 where there is nothing to find or found."""
        total = self.found[name] + self.gold[name]
        return 2 * self.right[name] / total if total else 1.0


def compare(reading: Reading, gold: Gold, score: Score, where: str) -> None:
    """Adds one article to a score."""
    pairs, extra, missing = matched(reading.accounts, gold.get("accounts", []))
    score.right["contacts"] += len(pairs)
    score.found["contacts"] += len(pairs) + len(extra)
    score.gold["contacts"] += len(pairs) + len(missing)
    score.errors += [f"contacts\t{where}\tfalse {_told(a)}" for a in extra]
    score.errors += [f"contacts\t{where}\tmissing {_wanted(g)}" for g in missing]
    for account, wanted in pairs:
        _fields(account, wanted, score, where)
    _statements(reading.statements, gold.get("statements", []), score, where)


def _told(account: Account) -> str:
    names = ", ".join(p.name.value for p in account.participants)
    return f"{account.kind.value} {account.role.value} ({names})"


def _wanted(gold: Gold) -> str:
    names = ", ".join(str(p["name"]) for p in gold["participants"])
    return f"{gold['kind']} {gold['role']} ({names}) «{gold.get('trigger')}»"


def matched(
    accounts: Sequence[Account], gold: Sequence[Gold]
) -> tuple[list[tuple[Account, Gold]], list[Account], list[Gold]]:
    """Accounts and records that tell of one contact, the accounts without, the records without.

    The assignment with the highest sum of likeness; greedy, which is exact for so few.
    """
    likeness = sorted(
        ((_like(a, g), i, j) for i, a in enumerate(accounts) for j, g in enumerate(gold)),
        key=lambda item: (-item[0], item[1], item[2]),
    )
    ours: dict[int, int] = {}
    for value, i, j in likeness:
        if value > 0 and i not in ours and j not in ours.values():
            ours[i] = j
    pairs = [(accounts[i], gold[j]) for i, j in sorted(ours.items())]
    extra = [a for i, a in enumerate(accounts) if i not in ours]
    missing = [g for j, g in enumerate(gold) if j not in ours.values()]
    return pairs, extra, missing


def _like(account: Account, gold: Gold) -> float:
    if account.kind.value != gold["kind"]:
        return 0
    names = {_name(p.name.value) for p in account.participants}
    wanted = {_name(p["name"]) for p in gold["participants"]}
    sides = {p.side.value for p in account.participants if p.side}
    wanted_sides = {p["side"] for p in gold["participants"]}
    shared = len(names & wanted) + 0.5 * len(sides & wanted_sides)
    if not shared:
        return 0
    same_role = account.role.value == gold["role"]
    same_when = (account.when.edtf if account.when else None) == gold["when"]
    return (
        shared + 0.3 * same_role + 0.3 * same_when + 0.1 * (account.status.value == gold["status"])
    )


def _name(name: str) -> str:
    return fold(name)


def _fields(account: Account, gold: Gold, score: Score, where: str) -> None:
    at = f"{where} {_told(account)}"
    place = account.place
    score.add("status", [account.status.value], [gold["status"]], at)
    score.add("role", [account.role.value], [gold["role"]], at)
    score.add("when", [_day(account)], [_bare(gold["when"])], at)
    score.add(
        "country", [place.country.value if place and place.country else None], [gold["country"]], at
    )
    score.add("city", [place.city.value if place and place.city else None], [gold["city"]], at)
    score.add(
        "participants",
        map(_who, account.participants),
        (_name(p["name"]) for p in gold["participants"]),
        at,
    )
    score.add(
        "posts", map(_post, account.participants), (_held(p) for p in gold["participants"]), at
    )
    score.add(
        "sides",
        map(_side, account.participants),
        (f"{_name(p['name'])}/{p['side']}" for p in gold["participants"]),
        at,
    )
    score.add("spheres", (s.value for s in account.spheres), gold["spheres"], at)


def _day(account: Account) -> str | None:
    return _bare(account.when.edtf) if account.when else None


def _bare(edtf: str | None) -> str | None:
    """A date; a bound set by the publishing day is no date."""
    return None if edtf is None or edtf.startswith("[") else edtf


def _who(participant: Participant) -> str:
    return _name(participant.name.value)


def _post(participant: Participant) -> str | None:
    post = participant.post
    return f"{_who(participant)}/{_name(post.value)}" if post else None


def _held(gold: Gold) -> str | None:
    return f"{_name(gold['name'])}/{_name(gold['post'])}" if gold.get("post") else None


def _side(participant: Participant) -> str:
    return f"{_who(participant)}/{participant.side.value if participant.side else None}"


def _statements(ours: Sequence[Statement], gold: Sequence[Gold], score: Score, where: str) -> None:
    quotes = [f"{_said_by(s)}: {s.text.value}" for s in ours if s.kind == "direct"]
    wanted = [f"{_name(g['speaker'] or '-')}: {g['text']}" for g in gold if g["kind"] == "direct"]
    score.add("quotations", quotes, wanted, where)
    reported = Counter(f"{_said_by(s)} {s.act} {s.kind}" for s in ours)
    asked = Counter(f"{_name(g['speaker'] or '-')} {g['act']} {g['kind']}" for g in gold)
    score.add("statements", _numbered(reported), _numbered(asked), where)


def _said_by(statement: Statement) -> str:
    return _name(statement.speaker.name.value) if statement.speaker else "-"


def _numbered(counts: Counter[str]) -> Iterator[str]:
    for value, times in counts.items():
        yield from (f"{value} #{n}" for n in range(times))


def reports(folder: Path, lang: str) -> Iterator[tuple[Path, Gold]]:
    """The texts of a folder in one language, with their gold."""
    for path in sorted(folder.glob(f"*.{lang}.json")):
        yield path.with_suffix(".txt"), json.loads(path.read_text(encoding="utf-8"))
