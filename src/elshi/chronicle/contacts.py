"""From accounts that are one contact to what they tell together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from elshi.chronicle.records import Contact, Entry, Who
from elshi.chronicle.spelling import same
from elshi.ids import content_id
from elshi.ontology.levels import LEVELS, SPHERES

UNDATED = 9_999_999
"""Behind all days: contacts without a date are listed last."""
_HELD = ("held", "cancelled", "planned")
"""What outweighs what: what came of an announcement, then the announcement."""


def contact(entries: Iterable[Entry], maybe: Sequence[str] = (), lang: str = "") -> Contact:
    """What accounts of one contact tell together, each value by most of those that give it.

    Names stand in one language: the one asked for where an account is in it, else that of most.
    """
    told = tuple(sorted(entries, key=earlier))
    tongue = _language(told, lang)
    dated = _dated(told)
    status = next(s for s in _HELD if any(entry.status == s for entry in told))
    heard = [entry for entry in told if entry.status == status] or list(told)
    spheres = {sphere for entry in told for sphere in entry.spheres}
    return Contact(
        id=content_id("contact", first=min(told, key=_seed).ref),
        kind=_most(entry.kind for entry in heard),
        status=status,
        edtf=dated.edtf,
        first=dated.first,
        last=dated.last,
        rung=dated.rung,
        sides=_sides(heard),
        who=_together(told, tongue),
        country=_most(entry.country for entry in heard),
        city=_named(((e.city_name, e.lang) for e in heard), tongue),
        forum=_named(((e.forum_name, e.lang) for e in heard), tongue),
        spheres=tuple(sphere for sphere in SPHERES if sphere in spheres),
        accounts=told,
        maybe=tuple(maybe),
    )


def in_language(contact_: Contact, lang: str) -> Contact:
    """The contact with its names in a language, as far as an account is written in it."""
    return contact(contact_.accounts, contact_.maybe, lang)


def _language(told: Sequence[Entry], asked: str) -> str:
    langs = Counter(entry.lang for entry in told)
    return asked if asked in langs else min(langs, key=lambda code: (-langs[code], code))


def _sides(heard: Sequence[Entry]) -> tuple[str, ...]:
    """Sides that any account tells; those of men whose side none tells, as they are guessed."""
    sides = {side for entry in heard for side in entry.sides}
    known = [who for entry in heard for who in entry.who if who.person and not who.open]
    for who in (who for entry in heard for who in entry.who if who.guess):
        if not any(same(who.key, other.key) for other in known):
            sides.add(who.side)
    return tuple(sorted(sides))


def earlier(entry: Entry) -> tuple[bool, str, str]:
    """Accounts in the order of publication, those without a day last."""
    return (not entry.published, entry.published, entry.ref)


def order(contact: Contact) -> tuple[int, int, str]:
    """Contacts in the order of their days; those without one last."""
    return (contact.first or UNDATED, contact.last, contact.id)


def _seed(entry: Entry) -> tuple[bool, str, str]:
    """The account that names the contact: the first that was published."""
    return earlier(entry)


def _dated(told: Sequence[Entry]) -> Entry:
    """The account with the most exact date that most of them share; those held before others."""
    days = Counter((entry.first, entry.last) for entry in told if entry.rung < 4)
    return min(
        told,
        key=lambda entry: (
            entry.rung,
            not entry.sure,
            entry.status != "held",
            -days[entry.first, entry.last],
            entry.last - entry.first,
            entry.first,
            entry.ref,
        ),
    )


def _most(values: Iterable[str]) -> str:
    """The value that most give; of two as often, the first by letters; empty ones do not count."""
    counted = Counter(value for value in values if value)
    return min(counted, key=lambda value: (-counted[value], value), default="")


def _named(names: Iterable[tuple[str, str]], lang: str) -> str:
    """The name that most give in a language; where none does, that most give."""
    given = [(name, code) for name, code in names if name]
    return _most(name for name, code in given if code == lang) or _most(name for name, _ in given)


def _together(told: Sequence[Entry], lang: str) -> tuple[Who, ...]:
    """Everyone who takes part by any account, each once, named as most in the language do."""
    spoken = Counter((who, entry.lang) for entry in told for who in entry.who)
    heads: list[list[tuple[Who, str]]] = []
    for said in sorted(spoken, key=_fullest):
        home = next((head for head in heads if one_actor(head[0][0], said[0])), None)
        if home is None:
            heads.append([said])
        else:
            home.append(said)
    merged = [_merged(head, spoken, lang) for head in heads]
    kept = [who for who in merged if who.person or not _stood_for(who, merged)]
    return tuple(sorted(kept, key=lambda w: (w.side, _rung(w), w.key, w.name)))


def _fullest(said: tuple[Who, str]) -> tuple[bool, bool, int, int, str, str]:
    who = said[0]
    return (not who.person, who.open, -len(who.key), -len(who.post), who.key, repr(said))


def one_actor(a: Who, b: Who) -> bool:
    """Whether two participants are one: the same man of a side, or the same house."""
    if a.person and b.person and (a.open or b.open):
        return same(a.key, b.key)
    if a.person != b.person or a.side != b.side:
        return False
    if a.person:
        return same(a.key, b.key)
    return a.key == b.key and (bool(a.key) or a.level == b.level)


def _merged(head: Sequence[tuple[Who, str]], spoken: Counter[tuple[Who, str]], lang: str) -> Who:
    """One participant: in the contact's language, by the name that most accounts give."""
    own = [said for said in head if said[1] == lang] or list(head)
    names, posts = Counter[str](), Counter[str]()
    for who, code in own:
        names[who.name] += spoken[who, code]
        posts[who.post] += spoken[who, code] if who.post else 0
    first = min(own, key=lambda said: (not said[0].level, _fullest(said)))[0]
    full = {name for name in names if " " in name} or set(names)
    name = min(full, key=lambda name: (-names[name], -len(name), name))
    post = min(posts, key=lambda post: (-posts[post], -len(post), post))
    level = first.level or next((who.level for who, _ in head if who.level), "")
    house = first.house or next((who.house for who, _ in head if who.house), "")
    known = min(head, key=_fullest)[0]
    return replace(
        first, name=name, post=post, level=level, house=house, side=known.side, guess=known.guess
    )


def _stood_for(who: Who, merged: Sequence[Who]) -> bool:
    """A state, an office or a house that a named man of its side stands for."""
    men = [man for man in merged if man.person and man.side == who.side]
    return any(not who.level or man.level == who.level for man in men)


def _rung(who: Who) -> int:
    return LEVELS.index(who.level) if who.level else len(LEVELS)
