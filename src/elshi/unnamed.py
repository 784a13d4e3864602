"""Contacts told with nobody named: «по итогам переговоров подписаны документы».

visit    the guest and his host's state        «В первый день визита пройдут переговоры»
talks    the two sides, under their names      «По итогам переговоров подписан ряд документов»
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elshi.actors import Actor, of_state
from elshi.mark import Marks
from elshi.pack import Parsed
from elshi.records import Mention
from elshi.tellings import Group, Told
from elshi.visits import guests, places

RESTING = frozenset({"meeting", "signing"})
"""Kinds that are told with nobody named, as a part of what was told before."""
OF_STATES = ("state.name", "state.formal", "state.short")
Manned = tuple[Group, list[Actor]]


def named(manned: Sequence[Manned], parsed: Parsed, marks: Marks) -> list[Manned]:
    """The groups with their actors; one without any takes those of what it is a part of."""
    made: list[Manned] = []
    for group, actors in manned:
        home = next((m for m in reversed(made) if _two(m)), None)
        if home is not None and not actors and _rests(group, home[0], parsed):
            actors = list(_meant(group, home, marks))
        elif home is not None and _awaits(group, actors, home[0]):
            actors = [*(a for a in home[1] if a.key in guests(home[0])), *actors]
        made.append((group, actors))
    return made


def _awaits(group: Group, actors: Sequence[Actor], visit: Group) -> bool:
    """«X прибудет в Москву. Запланированы переговоры с министром Y»: with X, the guest."""
    if group.kind != "meeting" or visit.kind != "visit" or group.status != visit.status:
        return False
    hosts = {m.code for m in places(visit)[:1]}
    parties = [p for t in group.told for p in t.draft.parties]
    met = bool(parties) and all(party.marker == "with" for party in parties)
    return met and {a.side for a in actors} == hosts and group.recalled == visit.recalled


def _two(manned: Manned) -> bool:
    return len(_sides(*manned)) == 2


def _sides(group: Group, actors: Sequence[Actor]) -> list[str]:
    """The sides of a contact, the state that a visit goes to included."""
    hosts = [m.code for m in places(group)[:1]] if group.kind == "visit" else []
    return list(dict.fromkeys([*(a.side for a in actors if a.side), *hosts]))


def _rests(group: Group, home: Group, parsed: Parsed) -> bool:
    """Whether a group is told as a part of another: «в ходе визита», «по итогам встречи»."""
    if group.kind not in RESTING or group.status is None or group.recalled != home.recalled:
        return False
    return any(_on_another(telling, parsed) for telling in group.told)


def _on_another(telling: Told, parsed: Parsed) -> bool:
    clause = parsed.clauses[telling.draft.clause]
    around = [a.span for a in clause.having("during", "after", "to", "in", "at", "about")]
    others = [c.predicate for c in parsed.clauses if c is not clause and c.nominal]
    return any(span.covers(other) for span in around for other in others)


def _meant(group: Group, home: Manned, marks: Marks) -> Iterator[Actor]:
    """Whom a group without names means: of a signing, the two states."""
    told, actors = home
    sides = _sides(told, actors)
    if group.kind == "meeting":
        yield from actors if told.kind != "visit" else [a for a in actors if a.key in guests(told)]
        sides = [side for side in sides if side not in {a.side for a in actors}]
    for side in sides:
        state = _state_of(side, marks)
        if state is not None:
            yield of_state(state)


def _state_of(side: str, marks: Marks) -> Mention | None:
    """Where the report names a state by its name."""
    named = [m for m in marks.of("state") if m.code == side and m.rule.endswith(OF_STATES)]
    return next(iter(named), None)
