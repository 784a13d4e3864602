"""Contacts named in one language: everybody as reports in it write him, here or elsewhere.

asked for    «Olaf Scholz, Federal Chancellor of Germany», from other contacts told in English
not there    as most of the contact's own accounts write him
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from elshi.chronicle.contacts import in_language
from elshi.chronicle.records import Contact, Who
from elshi.chronicle.spelling import same

Written = Counter[tuple[str, str, str]]
"""How often a name, a rung and a post stand together."""


def in_one_language(contacts: Sequence[Contact], lang: str = "") -> list[Contact]:
    """The contacts in a language, or in the one in which most accounts of them are told."""
    tongue = lang or _most_spoken(contacts)
    written, cities = _written(contacts, tongue), _cities(contacts, tongue)
    named: dict[Who, Who] = {}
    told = (in_language(contact, tongue) for contact in contacts)
    return [_placed(_named(contact, tongue, written, named), cities) for contact in told]


def _most_spoken(contacts: Iterable[Contact]) -> str:
    langs = Counter(entry.lang for contact in contacts for entry in contact.accounts)
    return min(langs, key=lambda lang: (-langs[lang], lang), default="")


def _written(contacts: Iterable[Contact], lang: str) -> dict[str, Written]:
    """Side → how its men are named in a language."""
    found: dict[str, Written] = defaultdict(Counter)
    told = (entry for contact in contacts for entry in contact.accounts if entry.lang == lang)
    for who in (who for entry in told for who in entry.who):
        if who.person and " " in who.name:
            found[who.side][who.name, who.level, who.post] += 1
    return found


def _cities(contacts: Iterable[Contact], lang: str) -> dict[str, str]:
    """Key of a city → its name in a language."""
    told = (entry for contact in contacts for entry in contact.accounts if entry.lang == lang)
    return {entry.city: entry.city_name for entry in told if entry.city}


def _placed(contact: Contact, cities: dict[str, str]) -> Contact:
    """The contact with its city as other reports in the language call it."""
    keys = (entry.city for entry in contact.accounts if entry.city_name == contact.city)
    key = next(keys, "")
    return replace(contact, city=cities.get(key, contact.city)) if key else contact


def _named(
    contact: Contact, lang: str, written: dict[str, Written], named: dict[Who, Who]
) -> Contact:
    """The contact with those whom none of its accounts names in the language named as others do."""
    own = {who.name for e in contact.accounts if e.lang == lang for who in e.who}
    foreign = [who for who in contact.who if who.person and who.name not in own]
    for who in foreign:
        if who not in named:
            named[who] = _as_written(who, written.get(who.side, Counter()))
    return replace(contact, who=tuple(named.get(w, w) for w in contact.who)) if foreign else contact


def _as_written(who: Who, written: Written) -> Who:
    """A man by the name that is used most; with the post that he has there on the same rung."""
    his = {each: count for each, count in written.items() if same(each[0], who.name)}
    names, posts = Counter[str](), Counter[str]()
    for (name, level, post), count in his.items():
        names[name] += count
        posts[post] += count if post and level == who.level else 0
    if not names:
        return who
    name = min(names, key=lambda name: (-names[name], -len(name), name))
    post = min(+posts, key=lambda post: (-posts[post], post), default=who.post)
    return replace(who, name=name, post=post)
