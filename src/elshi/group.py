"""Drafts of one article that tell of the same contact, joined; those that tell of none, left out.

headline  «Ашимбаев встретился с сенатором»   ┐
lead      «Председатель Сената … Дэйнсом»     ├ one group, one account
body      «В ходе беседы …»                   ┘
body      «… президенты двух стран … встретились в рамках саммита»   another
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from elshi.actors import Actor, actor, distinct
from elshi.beside import TOPS
from elshi.frame import SPOKEN
from elshi.records import Level
from elshi.tellings import (
    ONE_EACH,
    SPEAK,
    TO_WHOM,
    Group,
    Told,
    collective,
    is_bare,
    is_city,
    may_be_call,
)
from elshi.text import fold
from elshi.when import compatible

ADDED = {
    "welcome": frozenset({"visit"}),
    "event": frozenset({"credentials", "signing", "conference", "meeting", "visit"}),
    "lead": frozenset({"visit", "meeting", "conference"}),
    "join": frozenset({"conference", "meeting", "signing", "credentials"}),
    "attend": frozenset({"conference", "meeting", "call"}),
    "list": frozenset({"conference", "meeting", "call", "credentials"}),
    "speech": frozenset({"conference", "meeting", "call"}),
}
"""Frames that only add men to what was just told, and to which kinds."""
GATHERED = frozenset({"list", "speech"})
"""Of these the ones that name all who took part."""
OPENING = GATHERED | {"attend"}
"""Of these the ones that tell of a contact by themselves, where none was told before."""
STAND_INS = frozenset({"sides", "they", "interlocutor", "interlocutors", "guest", "colleague"})
"""Roles that stand for men named before."""
MINISTERS: frozenset[Level | None] = frozenset({"minister", "foreign minister"})
"""Rungs that one man has: «министр» of the body is the foreign minister of the lead."""
CURRENT = frozenset({"meeting", "call"})
"""Kinds whose bare noun may mean either: «в ходе беседы» after a telephone call."""


def groups(tellings: Sequence[Told], figures: Sequence[Actor] = ()) -> list[Group]:
    """Tellings joined into groups, each to the latest group that it fits.

    `figures` are all men of the article: «президенты» may be two who were only quoted before.
    """
    made: list[Group] = []
    last: Told | None = None
    for telling in (each for one in tellings for each in _addressed(one, made)):
        home = _home(made, telling)
        if home is None and _carried(telling, last, made):
            telling = replace(telling, recalled=True)
            home = _home(made, telling)
        if home is not None:
            made[made.index(home)] = Group((*home.told, telling))
        elif telling.draft.frame.name not in ADDED or telling.draft.frame.name in OPENING:
            made.append(Group((_filled(telling, made, figures),)))
        last = telling if telling.actors else last
    return made


def _home(made: Sequence[Group], telling: Told) -> Group | None:
    """The group that a telling speaks of."""
    return next((g for g in _by_nearness(made, telling) if _fits(g, telling)), None)


def _carried(telling: Told, last: Told | None, made: Sequence[Group]) -> bool:
    """«Напомним, X прибудет 8 мая. 9 мая X проведёт …»: the recall goes on with its man."""
    if telling.recalled or last is None or not last.recalled or all(g.recalled for g in made):
        return False
    return bool(telling.keys & last.keys) and telling.status == last.status


def _addressed(telling: Told, made: Sequence[Group]) -> list[Told]:
    """«Направили поздравления и X, и Y»: one from each, to whom the one told before went."""
    open_ended = not any(p.marker in TO_WHOM for p in telling.draft.parties)
    if telling.draft.kind != "message" or not (open_ended and telling.actors):
        return [telling]
    sent = (_whom(g) for g in reversed(made) if g.kind == "message")
    whom = next((to for to in sent if to), [])
    if len(whom) != 1 or whom[0].key in telling.keys:
        return [telling]
    return [replace(telling, actors=(a, *whom)) for a in telling.actors]


def _whom(message: Group) -> list[Actor]:
    """To whom a message went, as its own clauses say."""
    to = {actor(p).key for t in message.told for p in t.draft.parties if p.marker in TO_WHOM}
    return [a for a in message.actors if a.key in to]


def _by_nearness(made: Sequence[Group], telling: Told) -> list[Group]:
    """The latest group first; «собеседники» and «стороны» of the news are not those of an aside."""
    latest = list(reversed(made))
    if telling.actors or telling.aside:
        return latest
    return sorted(latest, key=lambda g: g.told[0].aside)


def _filled(telling: Told, made: Sequence[Group], figures: Sequence[Actor]) -> Told:
    """A telling whose «стороны», «гость», «главы государств» are those of the group before it."""
    plural = any(map(collective, telling.draft.parties))
    men = plural and not telling.draft.frame.weak
    unnamed = plural or bool(telling.draft.roles & STAND_INS)
    if unnamed and not telling.actors and not any(g.actors for g in made):
        leaders = plural or "interlocutors" in telling.draft.roles
        if two := _the_two(figures, leaders=leaders):
            return replace(telling, actors=tuple(two))
    if not (telling.draft.roles & STAND_INS or men) or len(telling.actors) > 1:
        return _with_the_guest(telling, made)
    known = [a for g in made for a in g.actors]
    before = next((g.actors for g in reversed(made) if len(g.actors) > 1), known)
    rungs = _rungs(telling)
    meant = [a for a in before if not rungs or a.participant.level in rungs]
    if rungs and len(meant) < 2 and not telling.actors:
        told = (a for a in figures if _named_before(a, telling))
        meant = [a for a in told if a.participant.level in rungs and a.side]
        meant = meant if len({a.side for a in meant}) == 2 else []
    own = {a.side for a in telling.actors if a.side}
    others = [a for a in meant if a.side is None or a.side not in own]
    return replace(telling, actors=tuple(distinct([*telling.actors, *others])))


def _named_before(figure: Actor, telling: Told) -> bool:
    span = figure.participant.name.span
    return span is None or span.start < telling.draft.trigger.start


def _with_the_guest(telling: Told, made: Sequence[Group]) -> Told:
    """«На встрече с X обсудили …»: X met the one man whose news it is."""
    sides = {a.side for a in telling.actors}
    bare = telling.status is None and {p.marker for p in telling.draft.parties} == {"with"}
    if not (bare and made and len(sides) == 1 and telling.draft.frame.name in ONE_EACH):
        return telling
    others = [a for a in made[0].actors if a.side and a.side not in sides]
    if len(others) != 1 or None in sides:
        return telling
    return replace(telling, actors=(*telling.actors, *others))


def _the_two(figures: Sequence[Actor], *, leaders: bool) -> list[Actor]:
    """«Лидеры обсудили …», and no word before of who: the two men whom the report names.

    Both stand at the top of a state, or are named in full without a post; a third one, or two of
    one state, and it stays open. `leaders` are men of states, whom no post need place.
    """
    men = [
        a
        for a in figures
        if a.participant.level in TOPS or (a.participant.post is None and " " in _name(a))
    ]
    sides = [a.side for a in men if a.side]
    fits = len(men) == len(figures) == 2 and len(set(sides)) == len(sides) >= (not leaders)
    return men if fits else []


def _name(actor: Actor) -> str:
    return actor.participant.name.value


def _rungs(telling: Told) -> set[Level]:
    """The rungs that a telling's plural offices name: «министры» may be foreign ministers."""
    offices = [p.mention.office for p in telling.draft.parties if collective(p)]
    rungs: set[Level] = {office.level for office in offices if office and office.level}
    return rungs | {"foreign minister"} if "minister" in rungs else rungs


def _fits(group: Group, telling: Told) -> bool:
    """Whether a telling can speak of the group's contact."""
    name = telling.draft.frame.name
    if name in GATHERED:
        return group.kind in ADDED[name] and not group.recalled and _same_people(group, telling)
    if name in ADDED:
        told = bool(telling.actors) or name == "event"
        if name == "event" and telling.whens and not (telling.head or group.when):
            return False  # «в июне 2023 года был на церемонии»: no day of the news
        of_one_day = group.status is None and bool(group.when and telling.whens)
        status = group.status == telling.status or of_one_day
        return told and group.kind in ADDED[name] and status and _may_be_then(group, telling)
    return (
        _spoken(group.told[0]) == _spoken(telling)
        and _same_kind(group, telling)
        and _same_people(group, telling)
        and _same_status(group, telling)
        and _same_time(group, telling)
        and _same_goal(group, telling)
        and _same_house(group, telling)
        and _same_city(group, telling)
        and _same_forum(group, telling)
    )


def _spoken(telling: Told) -> bool:
    """Whether it is told by one who speaks in a transcript: no part of the news."""
    return SPOKEN in telling.draft.cues


def _same_house(group: Group, telling: Told) -> bool:
    """A session of two states' council and the summit of an organisation are two contacts."""
    frames = {group.told[0].draft.frame.name, telling.draft.frame.name}
    if frames != {"session", "conference"} or telling.status is None:
        return True
    houses = [bool(t.draft.forums) for t in (group.told[0], telling)]
    return houses[0] == houses[1]


def _same_forum(group: Group, telling: Told) -> bool:
    """«накануне саммита ШОС … примет участие в заседании совета ОДКБ»: two conferences."""
    known = {body for t in group.told for body in _bodies(t)}
    return (
        group.kind != "conference"
        or not known
        or not (own := _bodies(telling))
        or bool(known & own)
    )


def _bodies(telling: Told) -> set[str]:
    """Whose forums a clause names: «саммит ШОС» and «совет глав государств ШОС» are of one."""
    return {m.code.split()[0] for m in telling.draft.forums if m.code}


def _same_city(group: Group, telling: Told) -> bool:
    """Two sessions or meetings told with verbs of their own in two cities are two."""
    kind = group.kind
    if kind not in {"conference", "meeting"} or telling.draft.kind != kind or not telling.status:
        return True
    tellings = [t for t in group.told if t.status or kind == "meeting"]
    known = {m.value for t in tellings for m in t.draft.places if is_city(m)}
    cities = {m.value for m in telling.draft.places if is_city(m)}
    return not known or not cities or bool(known & cities)


def _same_goal(group: Group, telling: Told) -> bool:
    """A visit to one state is not a visit to another; nor do «the leaders» mean nobody."""
    unnamed = telling.draft.roles & STAND_INS or any(map(collective, telling.draft.parties))
    if unnamed and not telling.actors and not group.actors:
        return False
    known = {m.code for t in group.told for m in t.draft.destination if m.code}
    goals = {m.code for m in telling.draft.destination if m.code}
    return group.kind != "visit" or not known or not goals or bool(known & goals)


def _same_kind(group: Group, telling: Told) -> bool:
    kinds = {group.kind, telling.draft.kind}
    if telling.draft.frame.weak and not telling.actors:
        return group.kind in {*CURRENT, "conference"}
    if telling.draft.frame.weak and telling.keys <= frozenset(a.key for a in group.actors):
        return group.kind in CURRENT  # «созвонились … А и Б обсудили»
    if all(t.draft.frame.weak for t in group.told) and kinds <= {*CURRENT, "conference"}:
        return True
    open_ = telling.draft.frame.name == SPEAK or all(
        t.draft.frame.name == SPEAK for t in group.told
    )
    placed = telling.draft.places and not telling.actors  # «встречались в Женеве» is no call
    if kinds == CURRENT and open_ and not placed:
        return True
    if kinds == CURRENT and not telling.recalled and not group.recalled:
        both = [t for t in (*group.told, telling) if not t.draft.frame.weak]
        same = telling.keys <= frozenset(a.key for a in group.actors) or telling.head
        return not telling.actors or (same and all(map(may_be_call, both)))
    of_two = group.told[0].draft.frame.bilateral and telling.draft.kind == "meeting"
    wired = kinds == CURRENT and not placed
    return len(kinds) == 1 or ((wired or bool(of_two)) and not telling.actors)


def _same_people(group: Group, telling: Told) -> bool:
    """No one stands in the telling who can't be in the group, nor another of a side taken."""
    if not telling.actors:
        return True
    known = frozenset(a.key for a in group.actors)
    if telling.keys <= known or known <= telling.keys or _same_session(group, telling):
        return True
    strangers = [a for a in telling.actors if a.key not in known]
    may_be = _may_be_with_another if known & telling.keys else _may_be
    return all(any(may_be(a, b) for b in group.actors) for a in strangers)


def _may_be_with_another(stranger: Actor, known: Actor) -> bool:
    """The same where another man stands in both: «Президент» is then the president of the lead."""
    return _may_be(stranger, known) or _of_rung(stranger, known) or _of_rung(known, stranger)


def _same_session(group: Group, telling: Told) -> bool:
    """«К саммиту присоединились …»: a conference called so, or by its name, is the one told."""
    draft = telling.draft
    known = {m.code for t in group.told for m in t.draft.forums if m.code}
    called = bool(draft.forums) and {m.code for m in draft.forums} <= known
    named = draft.times or draft.places or draft.forums
    gathers = group.kind == draft.kind == "conference" and not draft.frame.weak
    return gathers and (called or not named) and group.told[-1].recalled == telling.recalled


def _may_be(stranger: Actor, known: Actor) -> bool:
    """Whether a state or an office in one telling may be the man of another."""
    if stranger.side is None or known.side is None:
        return _of_house(stranger, known)
    if stranger.side != known.side:
        return False
    bare = {stranger.key.split(":")[0], known.key.split(":")[0]} & {"state", "house"}
    levels = {stranger.participant.level, known.participant.level}
    offices = any(key.startswith("office") for key in (stranger.key, known.key))
    anybody = any(a.is_anybody for a in (stranger, known))
    if all(key.startswith("office") for key in (stranger.key, known.key)):
        anybody = anybody or None in levels  # «члены комитета» are members of the parliament
    return bool(bare) or (offices and (len(levels) == 1 or levels == MINISTERS or anybody))


def _of_rung(office: Actor, man: Actor) -> bool:
    """«Президент» of a headline and the president of the lead."""
    rung = office.participant.level
    named = man.key.startswith("person") and man.participant.level == rung
    return is_bare(office) and named and (rung in TOPS or rung in MINISTERS)


def _of_house(one: Actor, other: Actor) -> bool:
    """«Сенат» of a headline and the Speaker of the Senate of the lead."""
    if "house" not in {one.key.split(":")[0], other.key.split(":")[0]}:
        return False
    names = [a.participant.institution.value for a in (one, other) if a.participant.institution]
    return len(names) == 2 and fold(names[0]).split()[0] == fold(names[1]).split()[0]


def _same_status(group: Group, telling: Told) -> bool:
    known = None if all(t.meant for t in group.told) else group.status
    if telling.status is None or known is None or telling.status == known:
        return True
    if known == "cancelled" and telling.was_to:
        return True  # «визит отложен … он должен был прибыть 10 сентября»
    bare = not telling.draft.destination and not telling.whens and not telling.recalled
    under_way = group.kind == "visit" and known == "held" and telling.status == "planned"
    if under_way and bare:
        return True  # «вылетел в Пекин … совершит визит по приглашению»
    return _foretold(group, telling)


def _may_be_then(group: Group, telling: Told) -> bool:
    """Whether the dates that are told of the two can both be true."""
    if group.when is None or not telling.whens:
        return True
    return compatible(group.when.edtf, telling.whens[0].edtf)


def _same_time(group: Group, telling: Told) -> bool:
    """Dates that can't both be true part two contacts; so does «напомним» with men of its own."""
    if not _may_be_then(group, telling):
        return False
    if telling.draft.frame.weak and telling.whens and not group.when and not telling.head:
        return False  # «вопросы, которые премьеры обсуждали 26 мая»: another time, another meeting
    first = group.told[0].draft.frame
    if first.bilateral and not telling.draft.frame.bilateral and telling.whens and not group.when:
        return telling.draft.kind != "conference"  # a session of two, and a dated summit
    if telling.recalled != group.told[-1].recalled:
        same = _announced(group, telling) or _foretold(group, telling)
        return same or (not telling.actors and not telling.whens)
    return True


def _foretold(group: Group, telling: Told) -> bool:
    """«Ранее сообщалось, что они встретятся в Минске»: what was to come is what was held there."""
    if not (telling.recalled and telling.status == "planned" and group.status == "held"):
        return False
    keys, draft = frozenset(a.key for a in group.actors), telling.draft
    known = {m.code for t in group.told for m in (*t.draft.places, *t.draft.destination)}
    there = {m.code for m in (*draft.places, *draft.destination)} <= known
    then = not telling.whens or group.when is not None
    return len(telling.keys) > (group.kind != "visit") and telling.keys <= keys and there and then


def _announced(group: Group, telling: Told) -> bool:
    """«Ранее сообщалось, что они обсудят …»: the word was earlier, what is to come is the same."""
    ahead = telling.status == "planned" and group.status in {None, "planned"}
    return ahead and bool(telling.keys) and telling.keys <= frozenset(a.key for a in group.actors)
