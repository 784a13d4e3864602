"""Names as a reader of one language expects them: as an article of that language writes them.

What no article writes in that language is shown as another writes it, and marked with its language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from elshi import names
from elshi.chronicle.records import Contact, Term
from elshi.ontology.words import forms
from elshi.web.index.people import PersonRow, Spelling
from elshi.web.index.records import PersonShown

_NEAREST = {"kk": ("kk", "ru", "en"), "ru": ("ru", "kk", "en"), "en": ("en", "ru", "kk")}


@dataclass(frozen=True, slots=True)
class Worded:
    """Words with the language in which they are written."""

    text: str
    lang: str

    def __str__(self) -> str:
        """The words."""
        return self.text


def named(person: PersonRow, ui: str) -> Worded:
    """The fullest name in the language of the interface, else in the nearest one."""
    for lang in _NEAREST[ui]:
        own = [each for each in person.spellings if each.lang == lang]
        if own:
            return Worded(_usual(own), lang)
    return Worded(person.name, ui)


def _usual(spellings: Iterable[Spelling]) -> str:
    """The fullest of the spellings that are used often, so that one slip names nobody."""
    known = list(spellings)
    most = max(each.count for each in known)
    return names.fullest([each.text for each in known if each.count * 3 >= most])


def post_of(person: PersonRow, ui: str) -> Worded:
    """The post most often given."""
    for lang in _NEAREST[ui]:
        own = [each for each in person.posts if each.lang == lang]
        if own:
            return Worded(max(own, key=lambda each: each.count).text, lang)
    return Worded("", ui)


def localised(term: Term, shown: PersonShown | None, langs: Mapping[str, str], ui: str) -> Term:
    """A term with the name and the title that articles in the language of the interface give."""
    own = [e.title for e in term.evidence if langs.get(e.article) == ui]
    title = max(sorted(set(own)), key=own.count, default=term.title)
    return replace(term, title=title, name=named(shown.person, ui).text if shown else term.name)


def worded(contact: Contact, field: str, ui: str) -> Worded:
    """A value of a contact (`city_name`, `forum_name`) as an account in this language words it."""
    told = [(str(getattr(entry, field)), entry.lang) for entry in contact.accounts]
    for lang in _NEAREST[ui]:
        own = [text for text, spoken in told if text and spoken == lang]
        if own:
            return Worded(max(own, key=own.count), lang)
    return Worded("", ui)


def house_name(code: str, ui: str) -> str:
    """What an institution is called: the first form of its code; the code where there is none."""
    return _forms("institution", ui).get(code, code)


def forum_name(code: str, ui: str) -> str:
    """What a forum is called; one that the ontology does not know keeps its folded name."""
    return _forms("forum", ui).get(code, code)


@cache
def _forms(what: str, ui: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for form in forms(files("elshi.lang") / ui):
        if form.what == what:
            found.setdefault(form.code, form.form)
    return found
