"""The state of a man that is said beside his name, where no post of his tells it.

his | Uzbek | counterpart | Bakhtiyor Saidov     the Turkish Foreign Minister X | and Minister Y
      state   role          name                 post with a state───────────         of the same
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from elshi.ontology.organisations import parents
from elshi.records import Level, Mention, Span

FELLOWS = frozenset({"interlocutor", "colleague"})
SIGNS = frozenset(" ,—–-")
"""What may stand between a colleague and his name."""
LEADS = "leads"
"""The cue of words by which one leads a delegation."""
PHRASE = 120
"""Characters of a post between «во главе с» and the name, at most."""
NEXT = 2
"""Characters between a man and the word right after him that says that he leads."""
GAP = 20
"""Characters between two things that stand beside each other, at most."""
TOPS: frozenset[Level | None] = frozenset(
    {"head of state", "head of government", "foreign minister", "speaker of parliament"}
)
"""Offices of which a state has one: two men of a row who hold such a one are of two states."""


def with_states(
    names: Sequence[Mention], roles: Sequence[Mention], states: Sequence[Mention], text: str
) -> list[Mention]:
    """The names, each «казахстанский коллега Мурат Нуртлеу» with his state."""
    fellows = [role for role in roles if role.code in FELLOWS]
    return [_with_state(name, fellows, states, text) for name in names]


def _with_state(
    name: Mention, fellows: Sequence[Mention], states: Sequence[Mention], text: str
) -> Mention:
    for state in states:
        if _bracketed(name.span, state.span, text) and "-" not in state.code:
            return replace(name, side=state.code)
    for fellow in fellows:
        for state in states:
            first, second = sorted((fellow.span, state.span))
            near = _near(first, second, text) and _near(second, name.span, text)
            if near and "-" not in state.code:
                return replace(name, side=state.code)
    return name


def of_delegations(
    names: Sequence[Mention],
    delegations: Sequence[Mention],
    states: Sequence[Mention],
    leads: Sequence[Span],
    text: str,
) -> list[Mention]:
    """The names, each who leads a state's delegation with that state.

    «делегация Узбекистана во главе с премьером Абдуллой Ариповым»
    """
    sides = dict(_leaders(names, delegations, states, leads, text))
    return [replace(n, side=sides[n.span]) if n.span in sides and not n.side else n for n in names]


def _leaders(
    names: Sequence[Mention],
    delegations: Sequence[Mention],
    states: Sequence[Mention],
    leads: Sequence[Span],
    text: str,
) -> Iterator[tuple[Span, str]]:
    for lead in leads:
        group, leader = _led(names, delegations, lead, text)
        if group is None or leader is None:
            continue
        own = [
            s for s in states if _near(s.span, group.span, text) or _near(group.span, s.span, text)
        ]
        if len({s.code for s in own}) == 1 and "-" not in own[0].code:
            yield leader.span, own[0].code


def _led(
    names: Sequence[Mention], delegations: Sequence[Mention], lead: Span, text: str
) -> tuple[Mention | None, Mention | None]:
    """The delegation and its leader around a word of leading.

    делегация … во главе с X        Y делегациясын X бастап барды        X бастаған Y делегациясы
    """
    before = next((d for d in reversed(delegations) if _within(d.span, lead, text)), None)
    after = next((n for n in names if _within(lead, n.span, text)), None)
    own = next((n for n in names if 0 < lead.start - n.span.end <= NEXT), None)
    if own is None:
        return before, after
    follows = next((d for d in delegations if _within(lead, d.span, text)), None)
    return (before if before and _within(before.span, own.span, text) else follows), own


def _within(one: Span, other: Span, text: str) -> bool:
    """Whether one stands a phrase before the other, in its sentence."""
    between = text[one.end : other.start]
    return one.end <= other.start and len(between) <= PHRASE and not set(between) & set(".;\n")


def _bracketed(name: Span, state: Span, text: str) -> bool:
    """«Lubomír Rehák (Slovak Republic)», «Эдгарс Скуя (Латвия)»."""
    between = text[name.end : state.start]
    return (
        name.end < state.start and between.strip() == "(" and text[state.end : state.end + 1] == ")"
    )


def two_offices(posts: Sequence[Mention], text: str) -> list[Mention]:
    """The posts, of «Chairperson of the African Union, President of Senegal X» both held by X:
    one of an organisation and one of a state, with nothing but a comma between."""
    made = list(posts)
    for n, post in enumerate(made):
        for other in posts:
            if post.holder is None and other.holder is not None and _of_both(post, other, text):
                made[n] = replace(post, holder=other.holder)
    return made


def _of_both(one: Mention, other: Mention, text: str) -> bool:
    """Whether a comma parts an office of a state from one of an organisation."""
    sides = [m.office.side for m in (one, other) if m.office and m.office.side]
    between = text[one.span.end : max(one.span.end, other.span.start)].strip()
    return between == "," and len(sides) == len({side in parents() for side in sides}) == 2


def _near(one: Span, other: Span, text: str) -> bool:
    """Whether nothing but signs, or one small word, stands between two spans."""
    if not 0 < other.start - one.end <= GAP:
        return False
    words = text[one.end : other.start]
    return set(words) <= SIGNS or (len(words) <= 8 and words.strip().islower() and "," not in words)


def of_rows(
    names: Sequence[Mention], posts: Sequence[Mention], rows: Sequence[tuple[Mention, Mention]]
) -> list[Mention]:
    """The names, each who stands in a row behind a man of a state, with that state.

    «министр иностранных дел Турции X и министр торговли Y»: both are of Turkey.
    """
    sides = dict(_handed_on(posts, rows))
    return [
        replace(n, side=sides[n.span], basis="inferred") if n.span in sides and not n.side else n
        for n in names
    ]


def _handed_on(
    posts: Sequence[Mention], rows: Sequence[tuple[Mention, Mention]]
) -> Iterator[tuple[Span, str]]:
    known = {p.span: p.office.side for p in posts if p.office and p.office.side}
    for one, other in rows:
        side, office = known.get(one.span), other.office
        if side is None or office is None or other.holder is None or office.side:
            continue
        levels = {office.level, one.office.level if one.office else None}
        if len(levels) == 1 and levels & TOPS:
            continue
        known[other.span] = side
        yield other.holder, side
