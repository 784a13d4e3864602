"""What the accounts of one contact tell differently, and how many independent voices there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from elshi.chronicle import copies
from elshi.chronicle.contacts import one_actor
from elshi.chronicle.records import Contact, Entry
from elshi.chronicle.spelling import same
from elshi.records import Reading

Values = Callable[[Entry], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Version:
    """One value and the articles that give it."""

    value: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that accounts of one contact do not tell alike.

    Where it is *disputed*, no two versions can be true together; else some only say more.
    """

    what: str
    disputed: bool
    versions: tuple[Version, ...]
    silent: tuple[str, ...]
    """Articles that say nothing of it."""


_ASPECTS: tuple[tuple[str, bool, Values], ...] = (
    ("kind", True, lambda e: [e.kind]),
    ("status", True, lambda e: [e.status]),
    ("date", True, lambda e: [e.edtf] if e.edtf else []),
    ("city", True, lambda e: [e.city] if e.city else []),
    ("country", True, lambda e: [e.country] if e.country else []),
    ("forum", True, lambda e: [e.forum] if e.forum else []),
    ("sphere", False, lambda e: e.spheres),
)


def differences(contact: Contact) -> list[Difference]:
    """What the accounts of a contact tell differently; what all tell alike is left out."""
    found = [_aspect(contact.accounts, *aspect) for aspect in _ASPECTS]
    return [d for d in (*found, *_people(contact)) if d is not None]


def _aspect(
    entries: Sequence[Entry], what: str, disputed: bool, values: Values
) -> Difference | None:
    told: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        for value in values(entry):
            told[value].add(entry.article)
    everyone = {entry.article for entry in entries}
    if not told or (disputed and len(told) == 1):
        return None
    if not disputed and all(articles == everyone for articles in told.values()):
        return None
    return _difference(what, disputed, told, everyone)


def _people(contact: Contact) -> Iterable[Difference | None]:
    """Men whom only some name, and titles that are given differently."""
    named: dict[str, set[str]] = defaultdict(set)
    everyone = {entry.article for entry in contact.accounts}
    for who in (w for w in contact.who if w.person):
        titles: dict[str, set[str]] = defaultdict(set)
        for entry in contact.accounts:
            for own in entry.who:
                if own.person and one_actor(own, who):
                    named[who.name].add(entry.article)
                    if own.level:
                        titles[own.level].add(entry.article)
        if len(titles) > 1:
            yield _difference(f"post of {who.name}", True, titles, named[who.name])
    partly = {name: articles for name, articles in named.items() if articles != everyone}
    yield _difference("participant", False, partly, everyone) if partly else None


def _difference(
    what: str, disputed: bool, told: dict[str, set[str]], everyone: set[str]
) -> Difference:
    versions = tuple(Version(v, tuple(sorted(told[v]))) for v in sorted(told))
    heard = {article for version in versions for article in version.articles}
    return Difference(what, disputed, versions, tuple(sorted(everyone - heard)))


@dataclass(frozen=True, slots=True)
class Voices:
    """Articles that carry the same words are one voice, however many reprint them."""

    independent: int
    reprints: tuple[tuple[str, ...], ...]
    """Articles of each voice that has more than one."""


def voices(contact: Contact) -> Voices:
    """How many independent voices tell of a contact."""
    told = copies.voices({entry.article: entry.sketch for entry in contact.accounts})
    return Voices(len(told), tuple(articles for articles in told if len(articles) > 1))


@dataclass(frozen=True, slots=True)
class Alone:
    """A statement that one voice alone carries."""

    article: str
    speaker: str
    text: str


def only_one_says(contact: Contact, readings: Iterable[Reading]) -> list[Alone]:
    """Statements made at a contact by a speaker and act that no other voice has.

    Words are not compared across languages: who spoke and in which act is.
    """
    ids = {entry.account for entry in contact.accounts}
    told_by = copies.voices({entry.article: entry.sketch for entry in contact.accounts})
    voice = {article: n for n, articles in enumerate(told_by) for article in articles}
    told = [
        (voice.get(r.article.id, -1), r.article.id, s.speaker.name.value, s.act, s.text.value)
        for r in readings
        for s in r.statements
        if s.speaker and s.account in ids
    ]
    return [
        Alone(article, speaker, " ".join(text.split()))
        for own, article, speaker, act, text in told
        if not any(v != own and a == act and same(speaker, who) for v, _, who, a, _ in told)
    ]
