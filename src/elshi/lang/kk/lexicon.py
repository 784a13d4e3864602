"""The words of the Kazakh tables, loaded once: what the gazetteer features and rules look up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files

from elshi.lang.kk.morph import stems
from elshi.ontology.tables import rows
from elshi.ontology.words import forms
from elshi.pack import Words
from elshi.text import fold


def pairs(name: str, *columns: str) -> dict[str, str]:
    """A table of two columns in this folder: form → what it means."""
    return {row[0]: row[1] for row in rows(files(__package__) / name, *columns)}


UNNAMED = frozenset({"adjective", "demonym", "ethnic", "combining", "none"})
"""Forms that name no state or house by themselves."""


@cache
def _gazetteer() -> Mapping[str, tuple[str, ...]]:
    """Folded word → the tables in which it stands, alone or (+) within a longer name."""
    found: dict[str, dict[str, None]] = {}
    for (form,) in rows(files(__package__) / "givens.tsv", "form"):
        found.setdefault(form.lower(), {})["given"] = None
    for row in rows(files(__package__) / "titles.tsv", "form", "level", "needs"):
        for word in row[0].lower().split():
            found.setdefault(word, {})["title"] = None
    for form_ in forms(files(__package__)):
        parts = () if form_.kind in UNNAMED else form_.form.lower().split()
        for word in parts:
            found.setdefault(word, {})[form_.what + "+" * (len(parts) > 1)] = None
    return {word: tuple(sorted(names)) for word, names in found.items()}


@lru_cache(maxsize=100_000)
def gazetted(word: str) -> tuple[str, ...]:
    """The tables that know a folded word under one of its stems."""
    table = _gazetteer()
    return next((table[stem] for stem in stems(word) if stem in table), ())


@cache
def _people() -> Mapping[str, frozenset[str]]:
    """What people are called: folded given names, the parts that end them, callings and ranks."""
    found: dict[str, set[str]] = {"given": set(), "part": set(), "calling": set()}
    for form, what in rows(files(__package__) / "people.tsv", "form", "what"):
        found[what].add(fold(form))
    found["given"] |= {fold(form) for (form,) in rows(files(__package__) / "givens.tsv", "form")}
    return {what: frozenset(forms_) for what, forms_ in found.items()}


@lru_cache(maxsize=100_000)
def called(word: str) -> tuple[str, ...]:
    """Whether a word of a text, under one of its stems, is a given name, made as one, a calling."""
    table, forms_ = _people(), stems(word)
    capital = word[:1].isupper()
    found = [] if table["calling"].isdisjoint(forms_) else ["calling"]
    if capital and not table["given"].isdisjoint(forms_):
        found.append("given")
    elif capital and any(_made_of(form, table["part"]) for form in forms_):
        found.append("made")
    return tuple(found)


def _made_of(form: str, parts: frozenset[str]) -> bool:
    """«Селимжан»: whether a word ends with a part of names, and something before it."""
    return any(form[-n:] in parts for n in range(2, len(form) - 2))


def given(word: str) -> bool:
    """Whether a folded word is a given name as it stands."""
    return "given" in _gazetteer().get(word, ())


@cache
def adjectives() -> frozenset[str]:
    """Adjectives of the closed table: «стратегиялық», capitalised, is no surname."""
    return frozenset(
        form for form, pos in pairs("closed.tsv", "form", "pos").items() if pos == "ADJ"
    )


@cache
def surnames() -> frozenset[str]:
    """Folded surnames by which office holders are called alone."""
    return frozenset(fold(form) for (form,) in rows(files(__package__) / "surnames.tsv", "form"))


def words_of(word: str) -> bool:
    """Whether a token is a word, no sign."""
    return any(letter.isalpha() for letter in word)


@cache
def post_heads() -> frozenset[str]:
    """Head words of posts in the nominative, bare and somebody's: елші, елшісі."""
    rowed = rows(files(__package__) / "titles.tsv", "form", "level", "needs")
    heads = {row[0].lower().split()[-1] for row in rowed}
    stems_ = {stem for head in heads for stem in stems(head)}
    return frozenset(heads | {f"{s}{e}" for s in stems_ for e in ("ы", "і", "сы", "сі")} | stems_)


@dataclass(frozen=True)
class Lexicon:
    """The words by which clauses are built; see the tables in this folder."""

    triggers: Words
    speech: Words
    acts: Words
    offices: Words
    lights: Words
    modals: Words

    @cached_property
    def predicates(self) -> frozenset[str]:
        """Lemmas for which a clause is made."""
        return frozenset([*self.triggers, *self.speech, *self.offices])

    @cached_property
    def keys(self) -> frozenset[str]:
        """Single words without which a sentence can hold no predicate."""
        return frozenset(form.split()[-1] for form in self.predicates)

    @cached_property
    def by_last(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """Last word → forms of several words that end with it, longest first."""
        return _by_last(self.predicates)

    @cached_property
    def modals_by_last(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """The same of what makes a plan or a cancellation."""
        return _by_last(self.modals)


def _by_last(forms: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for form in sorted(forms):
        parts = tuple(form.split())
        if len(parts) > 1:
            found.setdefault(parts[-1], []).append(parts)
    return {last: tuple(sorted(made, key=lambda p: -len(p))) for last, made in found.items()}


@cache
def lexicon() -> Lexicon:
    """The tables of this folder by which clauses are built."""
    return Lexicon(
        triggers=pairs("triggers.tsv", "form", "frame"),
        speech=pairs("speech.tsv", "form", "act"),
        acts=pairs("acts.tsv", "form", "act"),
        offices=pairs("offices.tsv", "form", "event"),
        lights=pairs("lights.tsv", "form", "role"),
        modals=pairs("modals.tsv", "form", "modality"),
    )
