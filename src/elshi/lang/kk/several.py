"""Kazakh posts of several states at once: «Ресей мен Қытай президенттері» are two offices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from elshi.lang.kk.kinds import kind
from elshi.lang.kk.office import Hit, Seen, possessed
from elshi.records import Mention, Office, Span

LEADERS = kind("leaders")


def states(seen: Seen, first: Hit) -> list[Mention]:
    """The states that own a post."""
    owners = (seen.ends[n][1] for n in range(first.start, first.end) if n in seen.ends)
    return [m for m in owners if m.kind == "state" and "-" not in m.code]


def of_states(first: Hit, span: Span, made: Office, owners: Sequence[Mention]) -> Iterator[Mention]:
    """«Ресей мен Қытай президенттері»: an office of each; of mere leaders the states stand."""
    form = first.titles[0].form
    if form in LEADERS or "ведомство" in form:
        return
    for state in owners:
        own = f"{state.value} {possessed(form)}"
        one = replace(made, title=own, side=state.code, side_span=state.span, plural=False)
        at = Span(state.span.start, span.end) if state is owners[-1] else state.span
        yield Mention("post", at, own, f"post:{form.split()[-1]}", office=one)


def each(seen: Seen, first: Hit, made: Office, count: int, plural: bool) -> list[Office]:
    """Of as many states as names, each has his own."""
    owners = states(seen, first)
    if not plural or count < 2 or len(owners) != count:
        return [made] * max(count, 1)
    form = possessed(first.titles[0].form)
    text = seen.parsed.text
    return [
        replace(made, title=f"{s.span.of(text)} {form}", side=s.code, side_span=s.span)
        for s in owners
    ]
