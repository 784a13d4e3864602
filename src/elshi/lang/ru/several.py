"""Offices that several men hold, told at once: whose is which.

президенты Казахстана и США | Касым-Жомарт Токаев | и | Джо Байден
послы Дании | Ларс Сёренсен | и Норвегии | Юхан Хансен
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from elshi.lang.ru import models
from elshi.lang.ru.office import is_plural, office
from elshi.lang.ru.phrase import Phrase
from elshi.lang.ru.scene import Scene, span
from elshi.records import Mention, Office

DASHES = frozenset({"–", "—", "-", "−"})
NAMED = ("name", "formal", "short")
"""Rules of states told by their names, not by adjectives."""
HOUSES = frozenset({"правительство", "парламент", "ведомство", "министерство", "кабмин"})
"""Houses that every state has one of."""


def elliptical(scene: Scene, phrase: Phrase, names: Sequence[Mention]) -> list[Mention]:
    """«послы Дании X | и Норвегии Y»: the office told once, each further state with its name."""
    cut = _state_at_end(scene, phrase)
    if not (is_plural(scene, phrase) and names and cut):
        return []
    bare = office(scene, replace(phrase, after=cut))
    found: list[Mention] = []
    at = _behind(scene, names[-1])
    while state := _next_state(scene, phrase, at):
        dash = scene.same(state[1], phrase.head) and scene.tokens[state[1]].text in DASHES
        if state[1] + dash not in scene.names:
            break
        _, after, name = scene.names[state[1] + dash]
        own = replace(
            bare,
            title=f"{bare.title} {state[2].span.of(scene.parsed.text)}",
            side=state[2].code,
            side_span=state[2].span,
            plural=False,
        )
        found.append(Mention("post", state[2].span, own.title, "post:ellipsis", office=own,
                             holder=name.span))  # fmt: skip
        at = after
    return found


def _state_at_end(scene: Scene, phrase: Phrase) -> int | None:
    """Where the state opens with which a post ends: «главы МИД | Казахстана»."""
    state = office(scene, phrase).side_span
    if state is None or state.end != scene.tokens[phrase.after - 1].span.end:
        return None
    at = range(phrase.title, phrase.after)
    return next((n for n in at if scene.tokens[n].span.start >= state.start), None)


def _behind(scene: Scene, name: Mention) -> int:
    """The token after a name."""
    return next(after for _, after, found in scene.names.values() if found is name)


def _next_state(scene: Scene, phrase: Phrase, at: int) -> tuple[int, int, Mention] | None:
    """The state in the genitive behind «и», «а также» or a comma."""
    while scene.same(at, phrase.head) and scene.tokens[at].text in {",", "и", "а", "также"}:
        at += 1
    mark = scene.marks.get(at)
    return mark if mark is not None and mark[0] == at and mark[2].kind == "state" else None


def each(scene: Scene, phrase: Phrase, made: Office, count: int) -> list[Office]:
    """The office of each holder: of as many states as names, each has his own."""
    inside = span(scene, phrase.head, phrase.after)
    states = [m for m in scene.states if inside.covers(m.span) and m.rule.endswith(NAMED)]
    if not made.plural or len(states) < 2:
        return [made] * max(count, 1)
    if len(states) != count:
        return [replace(made, side=None, side_span=None)] * max(count, 1)
    cut = next(n for n, t in enumerate(scene.tokens) if t.span.start >= states[0].span.start)
    head = replace(phrase, title=min(phrase.title, cut), after=cut)
    bare = _of_one_house(office(scene, head).title)
    return [
        replace(made, title=f"{bare} {s.span.of(scene.parsed.text)}", side=s.code, side_span=s.span)
        for s in states
    ]


def _of_one_house(title: str) -> str:
    """«глава правительств», said of several states, is of each the «глава правительства»."""
    before, _, last = title.rpartition(" ")
    several = [p for p in models.parses(last) if {"gent", "plur"} <= p.tag.grammemes]
    one = several[0].inflect({"gent", "sing"}) if before and several else None
    return f"{before} {one.word}" if one and one.normal_form in HOUSES else title


def row(scene: Scene, phrase: Phrase, at: int) -> list[Mention]:
    """The names in a row from a place on, «и» and commas between them."""
    found: list[Mention] = []
    while scene.same(at, phrase.head) and at in scene.names:
        _, at, name = scene.names[at]
        found.append(name)
        if scene.same(at + 1, phrase.head) and scene.tokens[at].text in {"и", ","}:
            at += 1
    return found
