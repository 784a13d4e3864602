"""Who is who on the pages: the chronicle's persons, with the languages of each name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from elshi.chronicle.persons import bearers, seen
from elshi.chronicle.records import Person
from elshi.records import Reading

Worded = Counter[tuple[str, str]]
"""Words and their language → in how many articles."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name or a post as articles of one language write it, and how many do."""

    text: str
    lang: str
    count: int


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person as pages show one."""

    id: str
    name: str
    sides: tuple[str, ...]
    spellings: tuple[Spelling, ...]
    posts: tuple[Spelling, ...]
    levels: tuple[str, ...]
    articles: int
    maybe: tuple[str, ...] = ()
    """Ids of persons of whom this bare surname may be one."""

    @property
    def side(self) -> str:
        """The side for which the person mostly acts."""
        return self.sides[0] if self.sides else ""


class Known(Protocol):
    """Who knows whom a name of a side means."""

    def find(self, side: str, name: str) -> str:
        """The id of the person; empty where none is known."""


@dataclass(slots=True)
class People:
    """All persons, whom a name of a side means, and how they are called in which language."""

    persons: Mapping[str, Person]
    meant: Mapping[tuple[str, str], Person]
    names: dict[str, Worded] = field(default_factory=lambda: defaultdict(Counter))
    posts: dict[str, Worded] = field(default_factory=lambda: defaultdict(Counter))

    @classmethod
    def of(cls, found: Iterable[Person]) -> People:
        """The people of a chronicle; `hear` then tells the languages of their names."""
        known = list(found)
        return cls({person.id: person for person in known}, bearers(known))

    def find(self, side: str, name: str) -> str:
        """The id of the person whom a name means; empty where none is known."""
        person = self.meant.get((name, side)) or self.meant.get((name, ""))
        return person.id if person else ""

    def meanings(self) -> Iterator[tuple[str, str, str]]:
        """Every name and side, and the person whom they mean."""
        return ((name, side, person.id) for (name, side), person in self.meant.items())

    def hear(self, reading: Reading) -> None:
        """Counts the names and posts of an article under its language."""
        lang = reading.article.lang
        for person, name in {(self.find(s.side, s.name), s.name) for s in seen(reading)}:
            self.names[person][name, lang] += 1
        for tenure in reading.tenures:
            side = tenure.side.value if tenure.side else ""
            self.posts[self.find(side, tenure.person.value)][tenure.post.value, lang] += 1

    def rows(self) -> list[PersonRow]:
        """All persons as pages show them."""
        return [self._row(person) for person in self.persons.values()]

    def _row(self, person: Person) -> PersonRow:
        return PersonRow(
            id=person.id,
            name=person.name,
            sides=person.sides,
            spellings=_spellings(self.names[person.id]),
            posts=_spellings(self.posts[person.id]),
            levels=person.levels,
            articles=person.articles,
            maybe=person.maybe,
        )


def _spellings(heard: Worded) -> tuple[Spelling, ...]:
    ranked = sorted(heard.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Spelling(text, lang, count) for (text, lang), count in ranked)
