"""Who promised what to whom: pledges, invitations, agreements; and what answered them.

A pledge is answered by the first later contact of the promised kind between the same sides: the
words promise a kind where a trigger stands in them («посетить» promises a visit). Nothing is said
of promises whose words name no contact.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from elshi.chronicle.block import family
from elshi.chronicle.records import Commitment, Contact
from elshi.ids import content_id
from elshi.ontology.frames import frames
from elshi.records import Account, Mention, Participant, Reading, Span, Statement
from elshi.when import edtf_range, published_day
from elshi.when.edtf import UNKNOWN_YEAR

_END = re.compile(r"[.!?…][»”\"]?\s+(?=[^\W\d_])|\n+")
LONGEST = 400
"""Characters of a sentence; a longer one is none."""
BINDING = frozenset({"pledge", "invite"})
WITHIN = 730
"""Days after which a contact no longer answers an invitation that names no time."""
SLACK = 31
"""Days beyond the time named in which an answer still counts."""


@dataclass(frozen=True, slots=True)
class _Scene:
    reading: Reading
    said_on: int


def promised(reading: Reading) -> list[Commitment]:
    """The pledges and invitations of an article, and its signings, in text order."""
    article = reading.article
    published = published_day(article.published.value if article.published else None)
    scene = _Scene(reading, published.toordinal() if published else 0)
    said = [_said(s, scene) for s in reading.statements if s.act in BINDING]
    signed = [_signed(a, scene) for a in reading.accounts if a.kind.value == "signing"]
    found = [each for each in (*said, *signed) if len({*each.by, *each.to}) > 1]
    return sorted(found, key=lambda c: (c.start, c.id))


def _said(statement: Statement, scene: _Scene) -> Commitment:
    span = statement.text.span or Span(0, 0)
    inside = [m for m in scene.reading.mentions if span.covers(m.span)]
    account = _account(statement, scene.reading)
    by, to = _sides(statement, inside, account)
    speaker = statement.speaker
    return Commitment(
        id=content_id("commitment", article=scene.reading.article.id, at=str(span.start)),
        act=statement.act,
        article=scene.reading.article.id,
        by=by,
        to=to,
        speaker=speaker.name.value if speaker else "",
        text=statement.text.value,
        start=span.start,
        end=span.end,
        said_on=_day(account) or scene.said_on,
        due=_due(inside),
        kind=_kind(statement, inside),
    )


def _account(statement: Statement, reading: Reading) -> Account | None:
    """The contact at which it was said; else the only main one of the article."""
    if statement.account:
        return next((a for a in reading.accounts if a.id == statement.account), None)
    main = [a for a in reading.accounts if a.role.value == "main" and a.status.value == "held"]
    return main[0] if len(main) == 1 else None


def _sides(
    statement: Statement, inside: Sequence[Mention], account: Account | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who binds himself, and to whom: the speaker's side, and the others of the contact."""
    own = _own_side(statement.speaker, account)
    named = {m.code for m in inside if m.kind == "state" and len(m.code) == 2}
    parties = {p.side.value for p in account.participants if p.side} if account else set[str]()
    if not own:
        both = parties or named
        return (tuple(sorted(both)),) * 2
    return (own,), tuple(sorted((parties or named) - {own}))


def _own_side(speaker: Participant | None, account: Account | None) -> str:
    """The speaker's side, as it is said beside him, or as he takes part in the contact."""
    if speaker is None:
        return ""
    met = account.participants if account else ()
    same_man = (p for p in met if p.name.value == speaker.name.value)
    return next((who.side.value for who in (speaker, *same_man) if who.side), "")


def _day(account: Account | None) -> int:
    if account is None or account.when is None or UNKNOWN_YEAR in account.when.edtf:
        return 0
    first, last = edtf_range(account.when.edtf)
    return last.toordinal() if first and last and account.when.basis != "published" else 0


def _due(inside: Sequence[Mention]) -> str:
    """By when, if the words say it."""
    return next((m.code for m in inside if m.kind == "time" and m.code), "")


def _kind(statement: Statement, inside: Sequence[Mention]) -> str:
    """The kind of contact that is promised; an invitation to nothing else is one to visit."""
    known = frames()
    kinds = [known[m.code].kind for m in inside if m.kind == "trigger" and m.code in known]
    return kinds[0] if kinds else ("visit" if statement.act == "invite" else "")


def _signed(account: Account, scene: _Scene) -> Commitment:
    """What is signed binds all who sign, and is its own answer."""
    span, text = account.kind.span or Span(0, 0), scene.reading.article.text
    told = _sentence(span, text)
    sides = tuple(sorted({p.side.value for p in account.participants if p.side}))
    return Commitment(
        id=content_id("commitment", article=scene.reading.article.id, at=str(span.start)),
        act="agree" if account.status.value == "held" else "pledge",
        article=scene.reading.article.id,
        by=sides,
        to=sides,
        speaker="",
        text=told.of(text),
        start=told.start,
        end=told.end,
        said_on=_day(account) or scene.said_on,
        due=account.when.edtf if account.when and account.status.value == "planned" else "",
        kind="signing" if account.status.value == "planned" else "",
    )


def _sentence(span: Span, text: str) -> Span:
    """The sentence around some words: what is signed stands beside the word that says so."""
    ends = [(m.start() + 1, m.end()) for m in _END.finditer(text)]
    start = max((after for _, after in ends if after <= span.start), default=0)
    end = min((before for before, _ in ends if before >= span.end), default=len(text))
    return Span(start, max(end, span.end)) if end - start <= LONGEST else span


def answered(found: Iterable[Commitment], contacts: Sequence[Contact]) -> list[Commitment]:
    """The commitments, each with the first later contact that does what it promises."""
    held: dict[tuple[str, str], list[Contact]] = {}
    for contact in filter(can_answer, contacts):
        for side in contact.sides:
            held.setdefault((family(contact.kind), side), []).append(contact)
    made = [replace(each, answered_by=answer(each, _near(each, held))) for each in told_once(found)]
    return sorted(made, key=lambda c: (c.said_on, c.article, c.start, c.id))


def can_answer(contact: Contact) -> bool:
    """Whether a contact is of those that can do what was promised: held, and on known days."""
    return contact.status == "held" and contact.first > 0 and contact.rung < 2


def _near(
    commitment: Commitment, held: Mapping[tuple[str, str], Sequence[Contact]]
) -> Sequence[Contact]:
    """The contacts that may answer: those of the side that has fewest."""
    kin = family(commitment.kind)
    return min((held.get((kin, side), ()) for side in _bound(commitment)), key=len, default=())


def told_once(found: Iterable[Commitment]) -> list[Commitment]:
    """Commitments of one act, day and sides that several articles tell of, each once.

    Where one article tells of two of them, none can be paired safely, and all stay.
    """
    alike: dict[tuple[object, ...], list[Commitment]] = {}
    for each in found:
        key = (each.act, each.by, each.to, each.said_on, each.kind)
        alike.setdefault(key, []).append(each)
    return [one for group in alike.values() for one in _paired(group)]


def _paired(group: Sequence[Commitment]) -> list[Commitment]:
    articles = tuple(sorted(each.article for each in group))
    if len(set(articles)) < len(group):
        return [replace(each, articles=(each.article,)) for each in group]
    first = min(group, key=lambda each: (each.article, each.start))
    return [replace(first, articles=articles)]


def answer(commitment: Commitment, contacts: Iterable[Contact]) -> str:
    """The id of the first of these contacts that does what was promised; empty where none does."""
    if not commitment.kind or not commitment.said_on:
        return ""
    later = (c for c in contacts if _answers(c, commitment))
    first = min(later, key=lambda c: (c.first, c.id), default=None)
    return first.id if first else ""


def _bound(commitment: Commitment) -> set[str]:
    """The sides that a contact must have to answer."""
    return {*commitment.by, *commitment.to}


def _answers(contact: Contact, commitment: Commitment) -> bool:
    if family(contact.kind) != family(commitment.kind) or not can_answer(contact):
        return False
    if not _bound(commitment) <= set(contact.sides) or contact.first <= commitment.said_on:
        return False
    if commitment.act == "invite" and contact.country not in commitment.by:
        return False
    return contact.first <= _deadline(commitment)


def _deadline(commitment: Commitment) -> int:
    due = commitment.due
    last = edtf_range(due)[1] if due and UNKNOWN_YEAR not in due else None
    return last.toordinal() + SLACK if last else commitment.said_on + WITHIN


def between(found: Iterable[Commitment], sides: Iterable[str]) -> Iterator[Commitment]:
    """The commitments that concern all of these sides."""
    wanted = set(sides)
    return (each for each in found if wanted <= {*each.by, *each.to})
