"""Whose side somebody takes, where no post tells: inferred where only one can be meant."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from elshi.actors import Actor
from elshi.records import Mention, Span, Value

HOST = "side.host"
"""Rule of a side that is taken for the state in which somebody receives."""


@dataclass(frozen=True, slots=True)
class Clues:
    """What a report tells of the sides of a contact, beside the posts of those who take part."""

    pairs: Sequence[Mention] = ()
    """Pairs of states that it speaks of («казахстанско-американские»)."""
    about: Sequence[str] = ()
    """The two sides that it is about, as its first contact with two tells."""
    host: Mention | None = None
    """The state or capital in which the contact takes place, or to which a visit goes."""
    guests: Collection[str] | None = None
    """Keys of those who travel there; None where nobody is told to."""
    received: bool = False
    """Whether one of its men is told to visit that state."""
    home: str | None = None
    """The country of the outlet."""
    at_home: bool = False
    """Whether the report names the country of its outlet anywhere."""
    acting: Collection[str] = ()
    """Keys of those who are the subject of what is told."""
    receiving: Collection[str] = ()
    """Keys of those who receive others: «аким принял посла»."""


def with_sides(actors: Sequence[Actor], clues: Clues) -> list[Actor]:
    """The actors, a missing side inferred where only one can be meant, and marked so."""
    lacking = [a for a in actors if a.side is None]
    known = {a.side for a in actors if a.side}
    if len(lacking) == 2 and not known and clues.guests is None and clues.pairs:
        return _in_order(actors, clues.pairs[0])
    for subject in lacking:
        value = _side_of(subject, known, clues)
        if value is not None:
            actors = [_with_side(a, value) if a is subject else a for a in actors]
            known.add(value.value)
    return list(actors)


def _side_of(subject: Actor, known: set[str], clues: Clues) -> Value | None:
    """The side of one man: of a visit's people, the host's or another than the host's."""
    if clues.guests is not None and subject.key not in clues.guests:
        return _from_host(clues.host, "he receives the guest there")
    taken = known | ({clues.host.code} if clues.guests is not None and clues.host else set())
    value = _receiving(known, clues) if clues.received else None
    value = value or _from_pair(taken, clues.pairs) or _from_report(subject, taken, clues.about)
    if value is None and known and clues.guests is None and subject.key not in clues.acting:
        value = _host_of(known, clues)
    value = value or _from_home(subject, taken, clues)
    return value or (_at_his_place(known, clues) if subject.key in clues.receiving else None)


def _with_side(subject: Actor, side: Value) -> Actor:
    return replace(subject, participant=replace(subject.participant, side=side))


def _in_order(actors: Sequence[Actor], pair: Mention) -> list[Actor]:
    """Two men of «двух стран»: the first of the first state that the report names, and so on."""
    codes = iter(pair.code.split("-"))
    reason = f"two men of two states, in the order of {pair.value}"
    return [
        a
        if a.side
        else _with_side(a, Value(next(codes), pair.span, "side.order", "inferred", reason))
        for a in actors
    ]


def _from_pair(known: set[str], pairs: Sequence[Mention]) -> Value | None:
    for pair in pairs:
        codes = pair.code.split("-")
        left = [code for code in codes if code not in known]
        if len(codes) == 2 and len(left) == 1:
            reason = f"the report speaks of {pair.value}, and the other side is taken"
            return Value(left[0], pair.span, "side.pair", "inferred", reason)
    return None


def _from_report(subject: Actor, known: set[str], about: Sequence[str]) -> Value | None:
    left = [code for code in about if code not in known]
    if len(left) != 1 or not known & set(about):
        return None
    reason = f"the report is of {' and '.join(about)}, and the other side is taken"
    return Value(left[0], _named_at(subject), "side.report", "inferred", reason)


def _receiving(known: set[str], clues: Clues) -> Value | None:
    """«В Тунисе министр провёл переговоры»: whoever a guest meets there is of that state."""
    if clues.host is None or not known or clues.host.code in known:
        return None
    return _from_host(clues.host, "the guest is received in the state that he visits")


def _host_of(known: set[str], clues: Clues) -> Value | None:
    """«встретится в Варшаве с Анджеем Дудой»: in a capital, one whose side is untold receives."""
    host = clues.host
    if host is None or host.code in known or not host.rule.endswith("capital"):
        return None
    return _from_host(host, "it is the host's capital, and the other side is another state")


def _at_his_place(known: set[str], clues: Clues) -> Value | None:
    """«В Таразе аким принял посла Кореи»: who receives guests from abroad does it at home."""
    if clues.host is None or not known or clues.host.code in known:
        return None
    return _from_host(clues.host, "he receives a guest of another state there")


def _from_host(host: Mention | None, reason: str) -> Value | None:
    if host is None:
        return None
    return Value(host.code, host.span, HOST, "inferred", reason)


def _from_home(subject: Actor, known: set[str], clues: Clues) -> Value | None:
    """«Президент принял посла»: of one's own country the press need not say the name.

    A bare name is taken for one's own only where the report speaks of the country at all, or
    where he is the one who acts: the press tells what its own man does.
    """
    if clues.home is None or clues.home in known:
        return None
    if subject.participant.post is None and not clues.at_home and subject.key not in clues.acting:
        return None
    reason = "no state is named, and the outlet is of this country"
    return Value(clues.home, _named_at(subject), "side.outlet", "inferred", reason)


def _named_at(subject: Actor) -> Span | None:
    post = subject.participant.post
    return post.span if post else subject.participant.name.span
