"""What a clause tells of a contact, and all that is told of one: the records that are joined.

«Провёл встречи с А, Б и В»     one draft, a telling for each counterpart
«Посетит А, Б и В»              a telling for each state
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from elshi.actors import Actor, actor, distinct
from elshi.frame import SPOKEN, Draft
from elshi.pack import Clause, Marker, Parsed
from elshi.parties import Party
from elshi.records import ContactKind, Level, Mention, Span, Status, When

SPEAK = "speak"
"""The frame of speaking with somebody, face to face or over a wire."""
ONE_EACH = frozenset(
    {"meet", "receive", "talks", "call", "speak", "send", "congratulate", "credentials"}
)
"""Frames in which several counterparts mean several contacts: «принял послов Франции и Китая»."""
APART: frozenset[Level | None] = frozenset(
    {"head of state", "head of government", "speaker of parliament", "foreign minister"}
)
"""Rungs whose holders do not meet a guest together."""
SPOKEN_OF = frozenset({"talks", "discuss", "speak"})
"""Frames of talk, be it in a room or over a wire."""
TO_WHOM: frozenset[Marker] = frozenset({"to", "object", "with"})


EACH = "each"
"""Cue of what several do one by one: "respectively", «отдельно»."""


@dataclass(frozen=True, slots=True)
class Told:
    """A draft with who takes part in it, when it was, and what the clause makes of it."""

    draft: Draft
    actors: tuple[Actor, ...]
    status: Status | None
    """None where no finite verb says it («в ходе встречи»)."""
    recalled: bool
    whens: tuple[When, ...] = ()
    head: bool = False
    """Whether it stands in the headline or in the lead."""
    was_to: bool = False
    """Whether it was planned in the past: «должен был посетить»."""
    meant: bool = False
    """Whether it is only what somebody travels for: «прибыл для переговоров»."""
    past: bool = False
    """Whether something is told to have been said or done at it: «сказал на встрече»."""
    moved: tuple[When, ...] = ()
    """Of what is put off, the day to which: «перенесён на 28 апреля»."""

    @property
    def aside(self) -> bool:
        """Whether the editor steps aside from the news: «Отметим, …», «Напомним, …»."""
        return bool(self.draft.cues & {"recall", "editor"})

    @property
    def keys(self) -> frozenset[str]:
        """Keys of its actors."""
        return frozenset(a.key for a in self.actors)


@dataclass(frozen=True, slots=True)
class Group:
    """What the article tells of one contact, in text order."""

    told: tuple[Told, ...]

    @property
    def kind(self) -> ContactKind:
        """The kind that its first telling gives; «обсудили», «сөйлесті» give way to others."""
        strong = [t for t in self.told if not t.draft.frame.weak]
        sure = [t for t in strong if t.draft.frame.name != SPEAK]
        if any(t.draft.kind == "call" for t in sure) and all(map(may_be_call, sure)):
            return "call"
        return (sure or strong or list(self.told))[0].draft.kind

    @property
    def actors(self) -> list[Actor]:
        """Everyone who takes part, once; an office of the headline gives way to its man."""
        actors = distinct(a for told in self.told for a in told.actors)
        return [a for a in actors if not (is_bare(a) and self._named(a, actors))]

    def _named(self, office: Actor, actors: Sequence[Actor]) -> bool:
        """Whether a man of this rung stands where the office was not told beside him."""
        beside = {k for told in self.told if office.key in told.keys for k in told.keys}
        men = [a for a in actors if a.key.startswith("person") and a.key not in beside]
        return any(a.participant.level == office.participant.level for a in men)

    @property
    def status(self) -> Status | None:
        """Held, planned or cancelled, as the first finite telling says."""
        meant: Status | None = "planned" if all(t.meant for t in self.told) else None
        first = next((t for t in self.told if t.status), None)
        if first is not None and first.draft.frame.weak and any(t.past for t in self.told):
            return "held"  # «сказал на встрече … Отмечалось, что они обсудят»
        return first.status if first else meant

    @property
    def when(self) -> When | None:
        """The first date told of it."""
        return next(iter(self.whens), None)

    @property
    def whens(self) -> list[When]:
        """All dates told of it, those of the talks themselves first."""
        return [when for told in [*self.strong, *self.weak] for when in told.whens]

    @property
    def strong(self) -> list[Told]:
        """The tellings that say what kind of contact it was."""
        return [told for told in self.told if not told.draft.frame.weak]

    @property
    def weak(self) -> list[Told]:
        """Those that only say what was spoken of: «обсудили»."""
        return [told for told in self.told if told.draft.frame.weak]

    @property
    def recalled(self) -> bool:
        """Whether it is only told as something earlier or later, beside the news."""
        return all(t.recalled for t in self.told)


def is_city(mention: Mention) -> bool:
    """Whether a mention names a city; a region («Флорида») only tells the country."""
    return mention.kind == "place" and not mention.rule.endswith("region")


def may_be_call(telling: Told) -> bool:
    """«переговоры», «беседа» are a call where one is told; «встреча», or one in a city, is not."""
    draft = telling.draft
    return draft.kind == "call" or (draft.frame.name in SPOKEN_OF and not draft.places)


def is_bare(actor: Actor) -> bool:
    """«Президент» of a headline: an office whose state is not told."""
    return actor.key.startswith("office::") and actor.participant.level is not None


def status_of(clause: Clause) -> Status | None:
    """Held, planned, cancelled; None where no verb says it."""
    if clause.modality in {"cancelled", "postponed"}:
        return "cancelled"
    if clause.modality == "meant":
        return None
    if clause.modality == "planned" or clause.tense == "future":
        return "planned"
    return "held" if clause.tense else None


def told(draft: Draft, parsed: Parsed, whens: Sequence[When], *, head: Span) -> list[Told]:
    """What a draft tells: one for each counterpart where the frame means one contact each."""
    clause = parsed.clauses[draft.clause]
    own = tuple(w for w in whens if w.span in draft.times)
    moved = _moved(clause, own)
    base = Told(
        draft=draft,
        actors=(),
        status=status_of(clause),
        recalled=bool(draft.cues & {"recall", SPOKEN}),
        whens=tuple(w for w in own if w not in moved),
        moved=moved,
        head=head.covers(draft.trigger),
        meant=clause.modality == "meant" or _during_plan(clause, parsed),
        was_to=clause.modality == "planned" and clause.tense == "past",
        past=_in_the_past(clause, parsed),
    )
    each = _meetings(draft, plural=clause.plural)
    tellings = [replace(base, actors=tuple(actors)) for actors in each]
    return [one for telling in tellings for one in _by_country(telling)]


def _during_plan(clause: Clause, parsed: Parsed) -> bool:
    """«Проведёт встречу во время визита»: what is to come has not been held around it."""
    above = parsed.clauses[clause.parent] if clause.parent is not None else None
    if above is None or not clause.nominal or clause.modality or status_of(above) != "planned":
        return False
    around = [a.span for a in above.having("during")]
    return any(span.covers(clause.predicate) for span in around)


def _moved(clause: Clause, whens: Sequence[When]) -> tuple[When, ...]:
    """The days to which something is put off: «отложен с 25 на 28 апреля», "postponed to May"."""
    to = [a.span for a in clause.having("to")] if clause.modality == "postponed" else []
    return tuple(w for w in whens if w.span and any(span.covers(w.span) for span in to))


def _in_the_past(clause: Clause, parsed: Parsed) -> bool:
    """Whether an event noun stands under a verb that is past: «заявил на встрече»."""
    above = parsed.clauses[clause.parent] if clause.parent is not None else None
    if above is None or not clause.nominal or clause.modality or above.modality:
        return False
    around = [a.span for a in above.having("at", "in", "during", "after")]
    return above.tense == "past" and any(span.covers(clause.predicate) for span in around)


def _by_country(telling: Told) -> list[Told]:
    """«Посетит Туркменистан, Киргизию и Казахстан»: a visit to each."""
    draft = telling.draft
    countries = dict.fromkeys(m.code for m in draft.destination if m.code)
    if draft.kind != "visit" or len(countries) < 2:
        return [telling]
    goals = ([m for m in draft.destination if m.code == code] for code in countries)
    return [replace(telling, draft=replace(draft, destination=tuple(goal))) for goal in goals]


def _meetings(draft: Draft, *, plural: bool) -> list[list[Actor]]:
    """The actors of each contact that a draft tells of.

    «Провёл встречи с А, Б и В»: in the plural a meeting with each, be they of one side.
    """
    named = [p for p in draft.parties if not collective(p)]
    if draft.frame.name in {"travel", "visit"} and (apart := _travellers(named)):
        return apart
    if draft.frame.name == "credentials":
        return _envoys(named)
    others = [p for p in named if p.marker in {"with", "object", "to"}]
    near = [actor(p) for p in named if p not in others]
    far = distinct(actor(p) for p in others)
    sides = {a.side for a in far if a.side}
    of_several = draft.kind == "message" and len({a.side for a in near}) > 1
    if len(far) == 1 and len(distinct(near)) > 1 and (of_several or EACH in draft.cues):
        return [[a, *far] for a in distinct(near)]
    phrases = {p.phrase for p in others if p.marker == "with" and p.figure}
    one_by_one = plural or len(phrases) > 1 or _of_several_houses(far)
    if one_by_one and draft.frame.name in ONE_EACH and len(far) > 1 and len(distinct(near)) == 1:
        return [[*near, a] for a in far]
    if draft.frame.name not in ONE_EACH or len(sides) < 2 or len({a.side for a in near}) > 1:
        return [[*near, *far]]
    return [[*near, *(a for a in far if a.side == side)] for side in sorted(sides)]


def _envoys(named: Sequence[Party]) -> list[list[Actor]]:
    """«Принял грамоты от послов А и Б», «вручили послы А и Б»: one presentation for each envoy."""
    actors = distinct(map(actor, named))
    envoys = [a for a in actors if a.participant.level == "ambassador"]
    hosts = [a for a in actors if a not in envoys]
    if len(envoys) < 2 or len({a.side for a in hosts}) > 1:
        return [actors]
    return [[*hosts, envoy] for envoy in envoys]


def _of_several_houses(far: Sequence[Actor]) -> bool:
    """«Встретится с президентом, спикером и министром»: heads of powers receive one by one."""
    rungs = [a.participant.level for a in far]
    return len(set(rungs)) == len(rungs) and len(APART & set(rungs)) > 1


def _travellers(named: Sequence[Party]) -> list[list[Actor]]:
    """«Президенты Турции и Ирана прибыли»: a visit of each; empty where one state travels."""
    actors = distinct(actor(p) for p in named)
    sides = sorted({a.side for a in actors if a.side})
    if len(sides) < 2 or any(p.marker != "subject" for p in named):
        return []
    return [[a for a in actors if a.side == side] for side in sides]


def collective(party: Party) -> bool:
    """«главы двух государств», «министры»: several men, known from elsewhere in the report."""
    office = party.mention.office
    return party.figure is None and office is not None and office.plural and office.side is None
