"""Evidence of who holds which post: each post beside a name, each taking or leaving of one."""

from __future__ import annotations

from collections.abc import Sequence

from elshi.cast import Cast, Figure
from elshi.mark import Marks
from elshi.pack import Clause, Pack, Parsed
from elshi.parties import parties_of
from elshi.records import Mention, Span, Tenure, TenureEvent, Value, When

ELECT = "elect"
"""Cue of one who is to hold a post and does not yet: "President-elect", «избранный Президент»."""


def tenures(
    parsed: Parsed, marks: Marks, cast: Cast, pack: Pack, whens: Sequence[When]
) -> list[Tenure]:
    """Each post of each figure once, in text order; an appointment or dismissal with its date."""
    elects = [span for span, cue in marks.cues if cue == ELECT]
    changes = {post.span: change for post, change in _changes(parsed, marks, cast, pack, whens)}
    found: dict[tuple[str, str, str], Tenure] = {}
    for figure in cast.figures:
        for post in figure.posts:
            if (post.holder is None and post.span not in changes) or not _is_office(post):
                continue
            if any(post.span.covers(span) for span in elects):
                continue
            event, when = changes.get(post.span, (_event(post), None))
            tenure = _tenure(figure, post, event, when)
            found.setdefault((figure.name.value, tenure.post.value.lower(), tenure.event), tenure)
    return sorted(found.values(), key=lambda t: (t.post.span, t.person.value))


def _is_office(post: Mention) -> bool:
    """A title with a rung, a house or a state; «партнёр», «друг», «лидер страны» are none."""
    office = post.office
    if office is None or office.vague:
        return False
    return bool(office.level or office.institution or office.side)


def _event(post: Mention) -> TenureEvent:
    if post.office and post.office.former:
        return "former"
    return "acting" if post.office and post.office.acting else "holds"


def _tenure(figure: Figure, post: Mention, event: TenureEvent, when: When | None) -> Tenure:
    office = post.office
    name = next((n for n in figure.names if n.span == post.holder), figure.name)
    return Tenure(
        person=Value(figure.name.value, name.span, name.rule),
        post=Value(office.title if office else post.value, post.span, post.rule),
        event=event,
        institution=_of(office.institution, office.institution_span, post) if office else None,
        side=_of(office.side, office.side_span, post) if office else None,
        level=office.level if office else None,
        when=when,
    )


def _of(value: str | None, span: Span | None, post: Mention) -> Value | None:
    return Value(value, span or post.span, post.rule) if value else None


def _changes(
    parsed: Parsed, marks: Marks, cast: Cast, pack: Pack, whens: Sequence[When]
) -> list[tuple[Mention, tuple[TenureEvent, When | None]]]:
    """Posts in clauses of taking or leaving office: «назначен министром», "was appointed"."""
    found = []
    for clause in parsed.clauses:
        event = pack.tables.offices.get(clause.lemma)
        if event in {"appointed", "dismissed"} and not clause.negated:
            kind: TenureEvent = "appointed" if event == "appointed" else "dismissed"
            when = next((w for w in whens if w.span and clause.span.covers(w.span)), None)
            found += [(post, (kind, when)) for post in _posts(clause, marks, cast)]
    return found


def _posts(clause: Clause, marks: Marks, cast: Cast) -> list[Mention]:
    """The posts of a clause that are not the subject's own."""
    subjects = [a.span for a in clause.having("subject")]
    named = {p.mention.span for p in parties_of(clause, ("subject",), marks, cast)}
    inside = [m for m in marks.of("post") if clause.span.covers(m.span)]
    return [
        m for m in inside if m.span not in named and not any(s.covers(m.span) for s in subjects)
    ]
