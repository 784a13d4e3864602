"""What comes out of the page index."""

from __future__ import annotations

from dataclasses import dataclass

from elshi.chronicle.records import Contact
from elshi.web.index.people import PersonRow


@dataclass(frozen=True, slots=True)
class Shown:
    """A contact with the ids of its participants, empty for institutions."""

    n: int
    contact: Contact
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dot:
    """A contact as pictures draw it: no more than its days, kind, status, place and rung."""

    n: int
    id: str
    kind: str
    status: str
    first: int
    last: int
    rung: int
    country: str
    level: str


@dataclass(frozen=True, slots=True)
class PersonShown:
    """A person, and in how many contacts he or she takes part."""

    n: int
    person: PersonRow
    contacts: int


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article in a list."""

    n: int
    id: str
    title: str
    outlet: str
    published: str
    lang: str
    url: str


@dataclass(frozen=True, slots=True)
class SaidLine:
    """A statement in a list."""

    n: int
    id: str
    article: str
    place: int
    kind: str
    act: str
    speaker: str
    post: str
    person: str
    side: str
    contact: str
    lang: str
    published: str
    outlet: str
    text: str


@dataclass(frozen=True, slots=True)
class DoubtLine:
    """A question of the review queue."""

    id: str
    what: str
    points: float
    a: str
    b: str
    contact: str
    detail: str
