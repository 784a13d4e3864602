"""Who takes part, as records: a figure with post and side, an office, an institution, a state."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from elshi.cast import Figure
from elshi.ontology.organisations import parents
from elshi.parties import Party
from elshi.records import Level, Mention, Participant, Value

ORGANISATION = "organisation"
BESIDE = "beside"
"""Rule of a side that the state said beside a name tells."""
PAIR = "pair"
"""Rule of a mention that names two states at once: «казахстанско-американский»."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A participant, and the key by which the same one is known across the article's clauses."""

    key: str
    participant: Participant

    @property
    def side(self) -> str | None:
        """Code of the side, where it is known."""
        return self.participant.side.value if self.participant.side else None

    @property
    def is_anybody(self) -> bool:
        """«узбекские официальные лица», "Uzbek diplomats": an office that any man may have."""
        return self.key.startswith("office") and self.participant.level == "official"


def actor(party: Party) -> Actor:
    """The actor that a party of a clause stands for."""
    if party.figure is not None:
        return of_figure(party.figure)
    return _of_mention(party.mention)


def of_figure(figure: Figure) -> Actor:
    """A person, with the fullest post stated with the name and the side that a post tells."""
    name = figure.name
    post, sided = figure.office, figure.side
    return Actor(
        f"person:{name.value}",
        Participant(
            name=Value(name.value, name.span, name.rule),
            kind="person",
            post=_post(post),
            institution=_institution(post),
            side=_side(sided) or _side_beside(figure),
            level=_level(figure),
        ),
    )


def _post(post: Mention | None) -> Value | None:
    if post is None or post.office is None:
        return None
    return Value(post.office.title, post.span, post.rule)


def _institution(post: Mention | None) -> Value | None:
    if post is None or post.office is None or post.office.institution is None:
        return None
    return Value(post.office.institution, post.office.institution_span, post.rule)


def _side(post: Mention | None) -> Value | None:
    if post is None or post.office is None or post.office.side is None:
        return None
    return Value(post.office.side, post.office.side_span or post.span, post.rule)


def _side_beside(figure: Figure) -> Value | None:
    """«казахстанский коллега Мурат Нуртлеу»: the state said beside the name."""
    mention = next((m for m in figure.names if m.side), None)
    if mention is None or mention.side is None:
        return None
    if mention.basis == "inferred":
        reason = "he stands in a row behind a man of this state"
        return Value(mention.side, mention.span, "side.row", "inferred", reason)
    return Value(mention.side, mention.span, BESIDE)


def _level(figure: Figure) -> Level | None:
    office = figure.office.office if figure.office else None
    if office and office.level:
        return office.level
    return next((p.office.level for p in figure.posts if p.office and p.office.level), None)


def _of_mention(mention: Mention) -> Actor:
    makers = {"post": _office, "institution": _house, "state": of_state, "person": _stranger}
    return makers[mention.kind](mention)


def _stranger(mention: Mention) -> Actor:
    name = Value(mention.value, mention.span, mention.rule)
    return Actor(f"person:{mention.value}", Participant(name, "person"))


def _office(post: Mention) -> Actor:
    """An office without a name: the institution takes part, by the one who holds the post."""
    office = post.office
    institution, side = _institution(post), _side(post)
    named = institution or Value(office.title if office else post.value, post.span, post.rule)
    level = office.level if office else None
    key = f"office:{side.value if side else ''}:{level or named.value}"
    return Actor(key, Participant(named, "institution", _post(post), institution, side, level))


def _house(mention: Mention) -> Actor:
    value = Value(mention.value, mention.span, mention.rule)
    code = mention.side or (_whole(mention.code) if mention.rule.endswith(ORGANISATION) else None)
    side = Value(code, mention.span, mention.rule) if code else None
    return Actor(
        f"house:{mention.code}:{code or ''}",
        Participant(value, "institution", institution=value, side=side),
    )


def _whole(code: str) -> str:
    """The side for which a body stands: the General Assembly is the UN's, UNESCO is its own."""
    parent = parents().get(code, "")
    return parent if parent and code.startswith(f"{parent} ") else code


def of_state(mention: Mention) -> Actor:
    """A state that takes part under its own name."""
    side = Value(mention.code, mention.span, mention.rule)
    name = Value(mention.value, mention.span, mention.rule)
    return Actor(f"state:{mention.code}", Participant(name, "institution", side=side))


def distinct(actors: Iterable[Actor]) -> list[Actor]:
    """Each actor once; a bare state or office gives way to one who stands for it by name."""
    once = {a.key: a for a in actors}
    once = {key: a for key, a in once.items() if not _is_pair(a, once.values())}
    return [a for a in once.values() if not any(_speaks_for(b, a) for b in once.values())]


def _is_pair(pair: Actor, actors: Iterable[Actor]) -> bool:
    """«казахстанско-российские консультации» where men of both states are named."""
    codes = pair.key.removeprefix("state:").split("-")
    sides = {a.side for a in actors if a.key.startswith("person")}
    return pair.key.startswith("state:") and len(codes) > 1 and set(codes) <= sides


def _speaks_for(named: Actor, bare: Actor) -> bool:
    """Whether `named` already stands for the side (and rung) that `bare` only points to."""
    if named.key == bare.key or named.side != bare.side:
        return False
    if named.side is None and not bare.key.startswith("office"):
        return False
    kind = bare.key.split(":")[0]
    if kind == "state":
        return not named.key.startswith("state")
    if kind == "office":
        level = bare.participant.level
        return named.key.startswith("person") and (
            level is None or named.participant.level == level or bare.is_anybody
        )
    if kind == "house":
        return named.key.startswith("person")
    return False
