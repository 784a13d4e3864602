"""The pack's own tables, read once: titles, honorifics, what is no name."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from elshi.lang.en.morph import fold, keys
from elshi.ontology.tables import rows
from elshi.pack import Words

# Houses of parliament after a title: «Speaker of the Senate | Ignazio La Russa».
CHAMBERS = frozenset(
    [
        "senate",
        "parliament",
        "mazhilis",
        "majilis",
        "mejlis",
        "majlis",
        "milli",
        "national",
        "assembly",
        "house",
        "representatives",
        "commons",
        "lords",
        "duma",
        "knesset",
        "sejm",
        "seimas",
        "saeima",
        "riigikogu",
        "bundestag",
        "bundesrat",
        "rada",
        "verkhovna",
        "oliy",
        "jogorku",
        "kenesh",
        "congress",
        "shura",
        "khural",
    ]
)
_SHORT = frozenset({"pm", "fm", "eam", "dpm"})
_HEAD = re.compile(r" (?:of|for|to|on|in|at|without) ")


@cache
def words(name: str, left: str, right: str) -> Words:
    """A table of two columns, under every key of its forms."""
    found: Words = {}
    for form, meaning in rows(files(__package__) / name, left, right):
        parts = form.split(" ")
        for last in keys(parts[-1]):
            found.setdefault(" ".join([*map(fold, parts[:-1]), last]), meaning)
        found[fold(form)] = meaning
    return found


@cache
def titles() -> dict[str, tuple[str, str]]:
    """Titles of office → (level, what stands beside it when it is a post)."""
    table = rows(files(__package__) / "titles.tsv", "form", "level", "needs")
    return {fold(form): (level, needs) for form, level, needs in table}


@cache
def title_heads() -> frozenset[str]:
    """The single words with which a title can end or that are one: president, minister, envoy."""
    return frozenset(_HEAD.split(form)[0].split(" ")[-1] for form in titles())


def is_written(title: str, before: str) -> bool:
    """Whether a title stands as such: «PM Modi», not «at 5 pm»."""
    return fold(title) not in _SHORT or (title.isupper() and not before[-1:].isdigit())


@cache
def title_words() -> frozenset[str]:
    """All words of all titles, save the small ones."""
    return frozenset(w for form in titles() for w in form.split(" ") if len(w) > 2)


@cache
def honorifics() -> frozenset[str]:
    """Words before a name that are no part of it: Mr, H.E., Sheikh."""
    return _used("honorific")


@cache
def particles() -> frozenset[str]:
    """Small words inside names: bin, van, de."""
    return _used("particle")


def _used(use: str) -> frozenset[str]:
    table = rows(files(__package__) / "honours.tsv", "form", "use")
    return frozenset(fold(form) for form, kind in table if kind == use)


@cache
def not_names() -> frozenset[str]:
    """Words that show that a capitalised phrase is no person: University, Council, Friday."""
    table = rows(files(__package__) / "notnames.tsv", "form")
    return frozenset(fold(form) for (form,) in table)


@cache
def headline_verbs() -> frozenset[str]:
    """Verbs that a headline writes in capitals behind a name: Meets, Presents."""
    table = rows(files(__package__) / "headlines.tsv", "form")
    return frozenset(fold(form) for (form,) in table)


@cache
def state_words() -> frozenset[str]:
    """All words of which the names of states are made."""
    table = rows(files(__package__) / "states.tsv", "code", "kind", "form")
    forms = (fold(form) for _, _, form in table)
    return frozenset(word for form in forms for word in form.split(" ")) | {"of", "the", "and"}


@cache
def state_adjectives() -> frozenset[str]:
    """Single words that are the adjective of a state: Kazakh, Uzbek, Turkish."""
    table = rows(files(__package__) / "states.tsv", "code", "kind", "form")
    return frozenset(fold(form) for _, kind, form in table if kind == "adjective")


@cache
def cities() -> frozenset[str]:
    """Single words that name a city."""
    table = rows(files(__package__) / "cities.tsv", "form", "country", "kind", "city")
    return frozenset(fold(form) for form, *_ in table if " " not in form)
