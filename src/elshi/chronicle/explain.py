"""Why two accounts are told as one contact, or as two: the findings, and what decided, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from elshi.chronicle.block import asked, keys
from elshi.chronicle.cluster import told_twice
from elshi.chronicle.features import remembered, title
from elshi.chronicle.growth import Growth
from elshi.chronicle.judged import meant
from elshi.chronicle.records import Contact, Entry, Judgement, Verdict
from elshi.chronicle.score import findings, reasons, score

_WORDS: dict[Verdict, str] = {
    "same": "taken by themselves, the two are one contact",
    "not": "taken by themselves, the two are two contacts",
    "unsure": "taken by themselves, the two do not say enough to tell",
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """Whether two accounts are told as one contact, and why."""

    one: bool
    verdict: Verdict
    """Of the two alone."""
    points: float
    reasons: tuple[str, ...]
    """What each feature finds."""
    decided: tuple[str, ...]
    """What decided: the verdict itself, a judgement, a third account, or that they never met."""


def explain(growth: Growth, a: Entry, b: Entry) -> Explanation:
    """Why two accounts are, or are not, one contact."""
    found, homes = score(a, b), [growth.home(entry.ref) for entry in (a, b)]
    one = homes[0].id == homes[1].id
    why = _one(growth, a, b, homes[0]) if one else _two(growth, a, b, (homes[0], homes[1]))
    return Explanation(one, found.verdict, found.points, tuple(reasons(a, b)), tuple(why))


def lines(explanation: Explanation) -> Iterator[str]:
    """An explanation as lines for the eye."""
    yield "ONE CONTACT" if explanation.one else "TWO CONTACTS"
    yield from explanation.decided
    yield ""
    yield f"{_WORDS[explanation.verdict]} ({explanation.points:g} points):"
    yield from (f"  {reason}" for reason in explanation.reasons)


def _one(growth: Growth, a: Entry, b: Entry, home: Contact) -> Iterator[str]:
    judgement = _judgement(growth, a, b)
    if judgement is not None:
        yield _said(judgement)
    elif score(a, b).verdict == "same":
        yield "what they say agrees, and nothing in the contact's other accounts speaks against it"
    elif told_twice(a, b):
        yield "one article tells it twice"
    else:
        yield "each is one with a third account, and nothing in the two forbids it:"
        yield from _chain(a, b, home.accounts)


def _two(growth: Growth, a: Entry, b: Entry, homes: tuple[Contact, Contact]) -> Iterator[str]:
    judgement = _judgement(growth, a, b)
    if judgement is not None:
        yield _said(judgement)
        return
    verdict = score(a, b).verdict
    if verdict == "not":
        parting = [f"{title(f)}: {found.words}" for f, found in findings(a, b) if found.differs]
        yield f"they cannot be one: {'; '.join(parting)}"
    elif a.article == b.article and not told_twice(a, b):
        yield "one article tells of the two as two contacts"
    elif homes[1].id in homes[0].maybe or homes[0].id in homes[1].maybe:
        yield "one is too vague: it fits several contacts equally well, and joins none"
    elif verdict == "unsure":
        yield _unsure(a, b)
    else:
        yield from _third(homes)


def _unsure(a: Entry, b: Entry) -> str:
    if 4 in (a.rung, b.rung) and not remembered(a, b):
        return "one of them is not dated: it could be any day"
    if not set(keys(a)) & set(asked(b)) and not set(keys(b)) & set(asked(a)):
        return "they share no sides, and no names, in the same days, and were not compared"
    return "nothing parts them, but too little says that they are one"


def _third(homes: tuple[Contact, Contact]) -> Iterator[str]:
    """The accounts that keep two contacts apart although these two would join."""
    for one in homes[0].accounts:
        for two in homes[1].accounts:
            if score(one, two).verdict == "not":
                parting = [f.words for _, f in findings(one, two) if f.differs]
                a, b = source(one), source(two)
                yield f"joining them would also join {a} and {b}: {parting[0]}"
                return
            if one.article == two.article and not told_twice(one, two):
                yield f"joining them would also join two contacts that {one.article} tells apart"
                return
    yield "each fits another account better"


def _chain(a: Entry, b: Entry, told: Iterable[Entry]) -> Iterator[str]:
    """The shortest way from one account to the other by verdicts «same»."""
    entries = {entry.ref: entry for entry in told}
    before, todo = {a.ref: ""}, [a.ref]
    for ref in todo:
        for other in sorted(entries):
            if other not in before and score(entries[ref], entries[other]).verdict == "same":
                before[other] = ref
                todo.append(other)
    path = [b.ref]
    while before.get(path[-1]):
        path.append(before[path[-1]])
    told_by = {ref: source(entry) for ref, entry in entries.items()}
    yield from (f"  {told_by[one]} = {told_by[two]}" for one, two in pairwise(reversed(path)))


def source(entry: Entry) -> str:
    """An account as short as one finds it again: article, outlet, day, and what it gives."""
    short = entry.article.partition("-")[2][:8]
    given = ", ".join(filter(None, (entry.edtf, entry.city_name or entry.country)))
    told = " ".join(filter(None, (entry.outlet, entry.published[:10], f"({short})")))
    return f"{told} «{given}»" if given else told


def _judgement(growth: Growth, a: Entry, b: Entry) -> Judgement | None:
    """The judgement that speaks of just these two."""
    for judgement in growth.standing.judgements:
        if judgement.b is not None:
            named = [meant(p, growth.read.get(p.article, [])) for p in (judgement.a, judgement.b)]
            if {entry.ref for entry in named if entry} == {a.ref, b.ref}:
                return judgement
    return None


def _said(judgement: Judgement) -> str:
    by = f" by {judgement.by}" if judgement.by else ""
    reason = f": {judgement.reason}" if judgement.reason else ""
    verb = "the same" if judgement.verb == "same" else "not the same"
    return f"judged {verb}{by} on {judgement.at[:10] or 'an unknown day'}{reason}"
