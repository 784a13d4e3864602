"""Whether what is told is a contact at all: two sides deal with each other, or one travels.

X (KZ) met Y (HU)                    two sides
X met his Hungarian counterpart Y    X is of another state, whichever it is
X visited Almaty Region              his own, maybe: none
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from elshi.actors import BESIDE, Actor
from elshi.records import Level
from elshi.sides import HOST
from elshi.tellings import Group, is_city
from elshi.visits import guests, places

SPEECH = "speech"
"""Frame of a transcript: who speaks in it tells of talks wherever it stands."""
FEAT = "feat"
"""Cue of sport and prizes: whom one congratulates on them is a sportsman or a singer."""
BETWEEN_MEN = frozenset({"meeting", "call", "message", "signing", "credentials"})
"""Kinds that two men's names alone can tell of."""
DEALS = frozenset({"meeting", "call"})
TOPS: tuple[Level, ...] = ("head of state", "head of government", "foreign minister")
RANKS: tuple[Level, ...] = (*TOPS, "minister", "speaker of parliament", "ambassador")


def complete(group: Group, actors: Sequence[Actor]) -> bool:
    """Whether a group tells of a contact: two sides at least, or a traveller and another state."""
    sides = {a.side for a in actors if a.side}
    if group.kind == "visit":
        hosts = {a.side for a in actors if a.participant.side and a.participant.side.rule == HOST}
        named = [m for m in places(group) if sides or m.kind == "state" or is_city(m)]
        goals = {m.code for m in named} - (sides - hosts)  # a region alone is his own, maybe
        return bool(guests(group)) and (bool(goals) or len(sides) > 1)
    if group.kind == "conference" and not any(t.status for t in group.told):
        speaks = any(t.head or t.draft.frame.name == SPEECH for t in group.told)
        return speaks and len(sides) > 1
    if group.kind == "conference":
        top = any(a.participant.level in TOPS for a in actors)
        return bool(actors) and (len(sides) > 1 or bool((sides or top) and has_forum(group)))
    return len(sides) > 1 or _two_tops(actors) or _with_a_stranger(group, actors)


def _with_a_stranger(group: Group, actors: Sequence[Actor]) -> bool:
    """Men named in full without any post, whose sides stay open.

    «Джо Байден встретился с Си Цзиньпином»: a report that takes for granted that its reader knows
    them. One of them may hold a high post of a state that is named; who talks with a president or
    a foreign minister is known by his surname alone («Путин в беседе с канцлером Германии»).
    """
    people = [a for a in actors if a.key.startswith("person")]
    posts = TOPS if group.kind == "call" else ()
    posts = RANKS if any(map(_foreign, people)) or _before_another(people) else posts
    bare = [a for a in people if a.side is None and _unsaid(a, posts)]
    high = [a for a in people if a.side and (_speaks_for_state(a) or _leads(a))]
    tops = group.kind in DEALS and any(a.participant.level in TOPS for a in high)
    strangers = [a for a in bare if tops or " " in a.participant.name.value]
    if any(map(_foreign, people)):  # «Министерство … провело встречу с послом …»
        strangers += [a for a in actors if a.side is None and a.key.startswith("house")]
    if group.kind == "message" and any(FEAT in t.draft.cues for t in group.told):
        return False
    both = {a.key for a in (*high, *strangers)}
    return bool(strangers) and len(both) > 1 and group.kind in BETWEEN_MEN


def _unsaid(actor: Actor, posts: Collection[Level]) -> bool:
    """No post, or one of those whose state a report need not say."""
    who = actor.participant
    return who.post is None or who.level in posts


def _foreign(actor: Actor) -> bool:
    """A counterpart or an ambassador: whoever deals with him is of another state."""
    return actor.side is not None and (actor.participant.level == "ambassador" or _leads(actor))


def _before_another(people: Sequence[Actor]) -> bool:
    """«Trade Minister X and Australia's Trade Minister Y»: the state said of the second alone."""
    own = [a for a in people if a.side is None and a.participant.level in RANKS]
    rungs = {a.participant.level: a for a in people if a.side}
    other = next((rungs[a.participant.level] for a in own if a.participant.level in rungs), None)
    return other is not None and people.index(own[0]) < people.index(other)


def _speaks_for_state(actor: Actor) -> bool:
    """A high post, one with no house but the side (an envoy, a secretary-general), or none."""
    who = actor.participant
    whole = len(actor.side or "") > 2  # the head of an organisation
    own = who.level == "senior official" and (who.institution is None or whole)
    return who.level in RANKS or who.post is None or own


def _leads(one: Actor) -> bool:
    """Whether he takes part as the head of a state's delegation, or as its man."""
    side = one.participant.side
    return side is not None and side.rule == BESIDE


def _two_tops(actors: Sequence[Actor]) -> bool:
    """Two heads of state are of two states, also where the report names one or none."""
    people = [a for a in actors if a.key.startswith("person")]
    open_ = [a.participant.level for a in people if not a.side]
    sides = {(a.participant.level, a.side) for a in people if a.side}
    return any(
        level in TOPS and (open_.count(level) > 1 or level in {rung for rung, _ in sides})
        for level in open_
    )


def has_forum(group: Group) -> bool:
    """Whether a forum is named where it is told."""
    return any(t.draft.forums for t in group.told)
