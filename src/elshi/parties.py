"""Whom a clause names as taking part: the mentions at its arguments, and the figures behind them.

с сенатором … Стивом Дэйнсом       a post and a name: one figure
президенты России и США            one office of each state
делегация во главе с Ли Чжаньшу    who leads it
он, его                            whom a sentence before named
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from elshi.cast import Cast, Figure
from elshi.mark import Marks
from elshi.pack import Argument, Clause, Marker, Parsed
from elshi.records import Mention, MentionKind, Office, Span

PRONOUNS = frozenset({"he", "she"})
PARTIES: tuple[MentionKind, ...] = ("person", "post", "institution", "state", "role")


@dataclass(frozen=True, slots=True)
class Party:
    """One who takes part as a clause names him: the mention, and the figure behind it, if known."""

    mention: Mention
    figure: Figure | None = None
    marker: Marker = "subject"
    phrase: int = -1
    """Where the phrase begins that names him: «с А, а также с Б» are two."""


def parties_of(
    clause: Clause, markers: tuple[Marker, ...], marks: Marks, cast: Cast
) -> Iterator[Party]:
    """Whom the arguments of a clause with these markers name, role words included."""
    named = [m for a in clause.arguments for m in _heads(a, marks)]
    for argument in clause.having(*markers):
        heads = list(_heads(argument, marks))
        for mention in [*heads, *_row(heads, named, marks)]:
            for party in _cast_as(mention, argument.marker, cast, marks):
                yield replace(party, phrase=argument.span.start)


def _row(heads: list[Mention], named: list[Mention], marks: Marks) -> Iterator[Mention]:
    """Whom a conjunction joins to the heads of an argument, and the tree does not."""
    known = {m.span for m in named}
    rows = {a.span: b for a, b in marks.joined}
    for head in heads:
        follower = rows.get(head.span)
        while follower is not None and follower.span not in known:
            known.add(follower.span)
            yield follower
            follower = rows.get(follower.span)


def meant(party: Party, index: int, parsed: Parsed, marks: Marks, cast: Cast) -> Party:
    """A party, «он» replaced by the figure that it means."""
    if party.figure is None and party.mention.code in PRONOUNS:
        if party.marker in {"object", "to", "with"}:
            return replace(party, figure=_addressed(index, parsed, marks, cast))
        return replace(party, figure=last_named(index, parsed, marks, cast))
    return party


def _addressed(index: int, parsed: Parsed, marks: Marks, cast: Cast) -> Figure | None:
    """Whom «его», «ему» means: whom the sentence named last and who does nothing in it."""
    clause = parsed.clauses[index]
    start = parsed.sentences[clause.sentence].start
    doers = [
        p.figure
        for c in parsed.clauses
        if c.sentence == clause.sentence
        for p in parties_of(c, ("subject",), marks, cast)
    ]
    before = [m for m in marks.of("person") if start <= m.span.start < clause.predicate.start]
    figures = [f for m in before if (f := cast.of(m.span)) and f not in doers]
    return figures[-1] if figures else last_named(index, parsed, marks, cast)


def last_named(index: int, parsed: Parsed, marks: Marks, cast: Cast) -> Figure | None:
    """Whom «он» means in a clause: the figure last named as a subject in a sentence before it."""
    sentence = parsed.clauses[index].sentence
    for clause in reversed(parsed.clauses[:index]):
        if sentence - 3 <= clause.sentence <= sentence:
            for party in parties_of(clause, ("subject",), marks, cast):
                if party.figure:
                    return party.figure
    return None


def _cast_as(mention: Mention, marker: Marker, cast: Cast, marks: Marks) -> Iterator[Party]:
    """A party for a mention; a plural post stands for all who hold it («президенты … X и Y»)."""
    holders = [m for m in marks.of("post") if m.span == mention.span and m.kind == mention.kind]
    figures = [cast.of(m.holder) for m in holders if m.holder is not None]
    known = [figure for figure in figures if figure is not None]
    if not known:
        several = _spread(mention, marks)
        for one in several:
            own = cast.of(one.span) if len(several) == 1 else None
            yield Party(one, own or _holding(one, cast), marker)
    for figure in dict.fromkeys(known):
        yield Party(mention, figure, marker)


def _spread(mention: Mention, marks: Marks) -> list[Mention]:
    """«Главы Узбекистана и США»: one office of each state."""
    office = mention.office
    if office is None or not office.plural:
        return [mention]
    each = [m for m in marks.of("post") if m.span == mention.span and m.office and m.office.side]
    if len(each) > 1:
        return [replace(m, office=replace(m.office or office, plural=False)) for m in each]
    states = [m for m in marks.of("state") if mention.span.covers(m.span) and "-" not in m.code]
    if office.side and len({m.code for m in states}) < 2:
        return [mention]
    head = _head_of(office.title, [_told(s, marks) for s in states])
    return [_of_state(mention, s, f"{head} {_told(s, marks)}") for s in states] or [mention]


def _told(mention: Mention, marks: Marks) -> str:
    """A mention as the text writes it."""
    return mention.span.of(marks.text)


def _head_of(title: str, states: Sequence[str]) -> str:
    """«президенты России и США» → «президент»: what stands before the first state."""
    cuts = [at for state in states if (at := title.find(state)) > 0]
    return title[: min(cuts, default=len(title))].strip()


def _of_state(post: Mention, state: Mention, title: str) -> Mention:
    """The office of one of several states: «президенты России и США» → «президент США»."""
    office = post.office or Office(post.value)
    own = replace(office, title=title, side=state.code, side_span=state.span, plural=False)
    return replace(post, value=title, office=own)


def _holding(post: Mention, cast: Cast) -> Figure | None:
    """The one man of the article who holds such an office of such a state."""
    office = post.office
    if office is None or office.side is None or office.level is None:
        return None
    fitting = [
        f
        for f in cast.figures
        if any(
            p.office and p.office.side == office.side and p.office.level == office.level
            for p in f.posts
        )
    ]
    return fitting[0] if len(fitting) == 1 else None


def _heads(argument: Argument, marks: Marks) -> Iterator[Mention]:
    for n, head in enumerate(argument.heads):
        nucleus = argument.nuclei[n] if n < len(argument.nuclei) else None
        yield from _named_by(head, nucleus, marks)


def _named_by(head: Span, nucleus: Span | None, marks: Marks) -> Iterator[Mention]:
    """Whom a noun phrase names: the mention at its head word, else whose delegation it is."""
    inside = [m for kind in PARTIES for m in marks.of(kind) if head.overlaps(m.span)]
    at = nucleus or head
    first = min((m for m in inside if m.span.overlaps(at)), key=_preference, default=None)
    if first is None:
        return
    if first.kind != "role":
        yield first
    elif first.code in {"delegation", "sides"}:
        yield from _members(inside) or [first]
    else:  # «с казахстанским коллегой Муратом Нуртлеу»
        yield next((m for m in inside if m.kind in {"person", "post"}), first)


def _preference(mention: Mention) -> tuple[int, int]:
    """A post before the name in it, a name before a bare state."""
    return (
        ("post", "person", "institution", "state", "role").index(mention.kind),
        mention.span.start,
    )


def _members(inside: Iterable[Mention]) -> list[Mention]:
    """Who stands for a delegation: its leader if he is named, else its institution or state."""
    found = sorted(
        (m for m in inside if m.kind != "role"), key=lambda m: (m.span.start, -m.span.end)
    )
    leaders = [m for m in found if m.kind in {"person", "post"}]
    return (leaders or found)[:1]
