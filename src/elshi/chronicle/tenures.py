"""Who held which post when: from every «post + name» in the reports, and a register if loaded.

2023-04 Ашимбаев  2024-03 Ашимбаев      2025-… «бывший»
first───────────────last                gone            start, end: only where a source says
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from elshi.chronicle.entries import days, house
from elshi.chronicle.houses import office_house
from elshi.chronicle.persons import bearers
from elshi.chronicle.records import Evidence, Person, Post, Registered, Term
from elshi.chronicle.spelling import same
from elshi.records import Reading, Span, Tenure
from elshi.when import edtf_range, published_day
from elshi.when.edtf import UNKNOWN_YEAR

LEFT = frozenset({"dismissed", "former"})
HOUSELESS = frozenset({"head of state", "head of government"})
"""Rungs of which a side has one office."""
Certainty = Literal["held", "last known", "unknown"]


@dataclass(frozen=True, slots=True)
class Answer:
    """Who held a post on a day, how surely, and on what evidence."""

    post: Post
    day: int
    certainty: Certainty
    holder: Term | None
    others: tuple[Term, ...] = ()
    """Who else is said to have held it then, or is the nearest that is known."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A title in a report that the register gives to another man on that day."""

    evidence: Evidence
    registered: Registered


def evidence(reading: Reading) -> list[Evidence]:
    """What an article tells of who holds, gets or leaves a post."""
    return [_evidence(tenure, reading) for tenure in reading.tenures]


def _evidence(tenure: Tenure, reading: Reading) -> Evidence:
    span = tenure.post.span or Span(0, 0)
    said = _said_day(tenure)
    level = tenure.level or ""
    side = tenure.side.value if tenure.side else ""
    states = [m.code for m in reading.mentions if m.kind == "state" and span.covers(m.span)]
    code = office_house(tenure.post.value, level, side, states) if level == "ambassador" else ""
    code = code or house(tenure.institution, level, reading.mentions)
    code = code or office_house(tenure.post.value, level, side, states)
    return Evidence(
        name=tenure.person.value,
        post=post_of(side, level, code),
        title=tenure.post.value,
        event=tenure.event,
        day=said or _told_day(tenure, reading),
        article=reading.article.id,
        start=span.start,
        end=span.end,
        said=bool(said),
    )


def post_of(side: str, level: str, code: str) -> Post:
    """A post; of what a side has only one of, the house says nothing."""
    return Post(side, level, "" if level in HOUSELESS else code)


def _said_day(tenure: Tenure) -> int:
    if tenure.when is None or tenure.when.basis == "published" or UNKNOWN_YEAR in tenure.when.edtf:
        return 0
    first, last = edtf_range(tenure.when.edtf)
    return first.toordinal() if first and first == last else 0


def _told_day(tenure: Tenure, reading: Reading) -> int:
    """The day for which a report speaks of a man in office: that of publication; or, of one who is
    only recalled («в феврале 2020 года посетил госсекретарь США Майк Помпео»), of what is recalled.
    """
    published = reading.article.published
    day = published_day(published.value if published else None)
    today = day.toordinal() if day else 0
    return _recalled_day(tenure.person.value, reading, today) or today


def _recalled_day(name: str, reading: Reading, today: int) -> int:
    """The last day of the month in which a man who has no part in the news is recalled."""
    accounts = [a for a in reading.accounts if any(p.name.value == name for p in a.participants)]
    speakers = {s.speaker.name.value for s in reading.statements if s.speaker}
    if name in speakers or any(a.role.value == "main" for a in accounts):
        return 0
    past = [days(account, reading.article) for account in accounts]
    known = [last for _, last, rung, sure in past if sure and rung < 2 and last < today]
    return max(known, default=0)


def terms(
    found: Iterable[Evidence], people: Sequence[Person], register: Iterable[Registered] = ()
) -> list[Term]:
    """Who held which post, by post and first day: one term a man and post, and a register's."""
    known = bearers(people)
    gathered: dict[tuple[Post, str], list[Evidence]] = defaultdict(list)
    for each in found:
        person = known.get((each.name, each.post.side)) or known.get((each.name, ""))
        side = each.post.side or (person.sides[0] if person and len(person.sides) == 1 else "")
        post = Post(side, each.post.level, each.post.house)
        if person and post.side and post.level:
            gathered[post, person.id].append(each)
    by_id = {person.id: person for person in people}
    told = [_term(post, by_id[ident], each) for (post, ident), each in gathered.items()]
    given = [_registered(each, known) for each in register]
    return sorted([*told, *given], key=lambda t: (t.post, _begin(t), t.name, t.register))


def _begin(term: Term) -> int:
    return term.start or term.first


def _term(post: Post, person: Person, found: Sequence[Evidence]) -> Term:
    ordered = tuple(sorted(found, key=lambda e: (e.day, e.article, e.start, e.event)))
    serving = [e.day for e in ordered if e.event not in LEFT and e.day]
    starts = [e.day for e in ordered if e.event == "appointed" and e.said]
    ends = [e.day for e in ordered if e.event == "dismissed" and e.said]
    gone = [e.day for e in ordered if e.event in LEFT and e.day]
    titles = [e.title for e in ordered]
    return Term(
        post=post,
        person=person.id,
        name=person.name,
        title=min(titles, key=lambda title: (-titles.count(title), title)),
        first=min(serving, default=0),
        last=max(serving, default=0),
        start=_start(starts, serving),
        end=max(ends, default=0),
        gone=min(gone, default=0),
        evidence=ordered,
    )


def _start(starts: Sequence[int], serving: Sequence[int]) -> int:
    """The day of the appointment; none where he is seen in the post before it."""
    start = min(starts, default=0)
    return start if start <= min(serving, default=start) else 0


def _registered(line: Registered, known: Mapping[tuple[str, str], Person]) -> Term:
    person = known.get((line.name, line.post.side)) or known.get((line.name, ""))
    return Term(
        post=line.post,
        person=person.id if person else line.person_id,
        name=line.name,
        title=line.title,
        start=line.start,
        end=line.end,
        register=line.source or "register",
    )


def who(found: Iterable[Term], post: Post, day: int) -> Answer:
    """Who held a post on a day: by a register or by evidence on both sides of it, or last known."""
    held = [term for term in found if fits(term.post, post)]
    sure = _distinct([term for term in held if covers(term, day)])
    if len(sure) == 1:
        return Answer(post, day, "held", sure[0])
    if sure:
        return Answer(post, day, "unknown", None, tuple(sure))
    near = _nearest(held, day)
    if near is None:
        return Answer(post, day, "unknown", None, tuple(_next(held, day) or held[-1:]))
    return Answer(post, day, "last known", near, tuple(_next(held, day)))


def fits(post: Post, asked: Post) -> bool:
    """Whether a post is the one that is asked for; what is not asked does not count."""
    return all(
        not want or got == want
        for got, want in (
            (post.side, asked.side),
            (post.level, asked.level),
            (post.house, asked.house),
        )
    )


def covers(term: Term, day: int) -> bool:
    """Whether a source says, or evidence before and after shows, that he held it on that day."""
    if term.register:
        return bool(term.start) and term.start <= day and (not term.end or day <= term.end)
    begin, end = term.start or term.first, term.end or term.last
    left = term.gone and term.gone < day and not (term.first and term.gone < term.first)
    return bool(begin) and begin <= day <= max(end, term.last) and not left


def _distinct(found: Sequence[Term]) -> list[Term]:
    """Each man once, told by reports before a register."""
    once: list[Term] = []
    for term in sorted(found, key=lambda t: (bool(t.register), t.name)):
        if not any(same(term.name, other.name) for other in once):
            once.append(term)
    return once


def _nearest(held: Sequence[Term], day: int) -> Term | None:
    """The last man known to hold it before the day, unless he had left by then."""
    before = [t for t in held if not t.register and 0 < t.last < day]
    last = max(before, key=lambda t: (t.last, t.name), default=None)
    if last is None or (last.gone and last.last <= last.gone <= day):
        return None
    return last


def _next(held: Sequence[Term], day: int) -> list[Term]:
    """The first man known to hold it after the day."""
    after = [t for t in held if not t.register and t.first > day]
    return sorted(after, key=lambda t: (t.first, t.name))[:1]


def contradictions(
    found: Iterable[Evidence], register: Sequence[Registered]
) -> list[Contradiction]:
    """Titles of reports that the register gives to another man on that day: flagged, not fixed."""
    by_post: dict[Post, list[Registered]] = defaultdict(list)
    for line in register:
        by_post[line.post].append(line)
    flagged = []
    for each in found:
        lines = [r for r in by_post.get(each.post, ()) if _in_office(r, each.day)]
        serving = each.event in ("holds", "acting") and each.day and each.post.side
        if serving and lines and not any(same(each.name, line.name) for line in lines):
            flagged.append(Contradiction(each, lines[0]))
    return sorted(flagged, key=lambda c: (c.evidence.day, c.evidence.article, c.evidence.start))


def _in_office(line: Registered, day: int) -> bool:
    return bool(line.start) and line.start <= day and (not line.end or day <= line.end)
