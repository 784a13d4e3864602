"""One page being made: its language, who looks, the page index, and the words and links it uses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup, escape

from elshi.brief.sides import side_name
from elshi.chronicle.records import Commitment, Contact, Term
from elshi.draw import visible
from elshi.ontology.levels import LEVELS, SPHERES
from elshi.record_json import dumps
from elshi.web import dates
from elshi.web.errors import NotAllowed
from elshi.web.index.ask import Index
from elshi.web.index.people import PersonRow
from elshi.web.index.records import DoubtLine, Shown
from elshi.web.naming import Worded, forum_name, house_name, localised, named, post_of, worded
from elshi.web.reasons import reason
from elshi.web.site import Site
from elshi.web.users import User, csrf_token, user_of
from elshi.web.words import LANGUAGES, word

Ui = Literal["kk", "ru", "en"]
MOST = 1500
"""Characters of a value that are shown at most."""
FILTERS = ("a", "b", "kind", "status", "level", "sphere", "country", "since", "until", "as_of")
TEMPLATES = Path(__file__).parent / "templates"


class Page:
    """What a page is made with. Templates see it as `page`."""

    def __init__(self, request: Request, ui: str, site: Site, index: Index) -> None:
        self.request, self.ui, self.site, self.index = request, ui, site, index
        self.user: User | None = user_of(request, site)
        self.levels, self.spheres, self.languages = LEVELS, SPHERES, LANGUAGES
        self.today = site.settings.today()

    def t(self, key: str, **parts: object) -> str:
        """A word of the interface."""
        return word(self.ui, key, **parts)

    def side(self, code: str) -> str:
        """The name of a state or an organisation."""
        return side_name(code, self.ui) if code else self.t("side.none")

    def when(self, contact: Contact) -> str:
        """When a contact was."""
        return dates.when(contact, self.ui)

    def dated(self, edtf: str) -> str:
        """A date."""
        return dates.dated(edtf, self.ui)

    def day(self, ordinal: int) -> str:
        """One day."""
        return dates.day(ordinal, self.ui)

    def month(self, first: date) -> str:
        """A month as a heading."""
        return self.t("month.of", month=self.t(f"month.{first.month}"), year=first.year)

    def published(self, stamp: str) -> str:
        """The day of publication."""
        return dates.published(stamp, self.ui)

    def url(self, *parts: str, **query: object) -> str:
        """An address within the site, in this language of the interface."""
        asked = {name: value for name, value in query.items() if value not in ("", None)}
        tail = f"?{urlencode(asked, doseq=True)}" if asked else ""
        return "/".join(("", self.ui, *parts)) + tail

    def again(self, **changed: object) -> str:
        """This page with some of its questions changed."""
        asked: dict[str, object] = {
            name: self.request.query_params.getlist(name) for name in self.request.query_params
        }
        asked |= changed
        kept = {name: value for name, value in asked.items() if value not in ("", None, [])}
        return f"?{urlencode(kept, doseq=True)}"

    def filtered(self) -> bool:
        """Whether this page is asked for with a filter that its form shows."""
        return any(self.request.query_params.get(name) for name in FILTERS)

    def elsewhere(self, ui: str) -> str:
        """This page in another language of the interface."""
        path = self.request.url.path.split("/", 2)
        query = f"?{self.request.url.query}" if self.request.url.query else ""
        return f"/{ui}/{path[2] if len(path) > 2 else ''}{query}"

    def person(self, person: PersonRow) -> Worded:
        """A person's name in the script of the interface, where articles write it so."""
        return named(person, self.ui)

    def post(self, person: PersonRow) -> Worded:
        """A person's post in the language of the interface, where articles write it so."""
        return post_of(person, self.ui)

    def said(self, contact: Contact, field: str) -> Worded:
        """The city or forum of a contact in the words of an account in this language."""
        return worded(contact, field, self.ui)

    def house(self, code: str) -> str:
        """The name of an institution by its neutral code."""
        return house_name(code, self.ui)

    def forum(self, code: str) -> str:
        """The name of a forum by its code."""
        return forum_name(code, self.ui)

    def who(self, *shown: Shown) -> dict[str, PersonRow]:
        """The persons of these contacts by id, asked for at once."""
        asked = (ident for each in shown for ident in each.people)
        return {ident: found.person for ident, found in self.index.persons(asked).items()}

    def langs(self, promises: list[Commitment]) -> dict[str, str]:
        """The language of each article in which something is promised."""
        found = self.index.articles(promise.article for promise in promises)
        return {promise.article: found[promise.article].lang for promise in promises}

    def terms(self, found: list[Term]) -> list[Term]:
        """Terms with names and titles as articles of this language give them."""
        langs = self.index.articles(e.article for term in found for e in term.evidence)
        people = self.index.persons(term.person for term in found)
        spoken = {ident: line.lang for ident, line in langs.items()}
        return [localised(t, people.get(t.person), spoken, self.ui) for t in found]

    def reason(self, english: str) -> Worded:
        """Why the rules decided so."""
        return reason(english.strip(), self.ui)

    def detail(self, doubt: DoubtLine) -> Worded:
        """What a question of the review queue is about: «Name: KZ (the guest is received …)»."""
        name, _, told = doubt.detail.rpartition(": ")
        if doubt.what == "post":
            levels = ", ".join(self.t(f"level.{level}") for level in told.split(", "))
            return Worded(f"{name}: {levels}", self.ui)
        return reason(doubt.detail, self.ui)

    def csrf(self) -> str:
        """The token that forms carry."""
        return csrf_token(self.request)

    def render(self, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
        """The page as HTML."""
        made = environment().get_template(template).render(page=self, t=self.t, **context)
        return HTMLResponse(made, status_code=status)


@cache
def environment() -> Environment:
    """The templates. Everything that is shown is escaped; a name that is missing is an error."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"plain": plain, "json": dumps, "coded": coded}
    return made


def coded(told: str) -> Markup:
    """Words of the manual: what stands between backticks is code."""
    parts = enumerate(told.split("`"))
    marked = (Markup("<code>{}</code>").format(p) if n % 2 else escape(p) for n, p in parts)
    return Markup("").join(marked)


def plain(text: object, most: int = MOST) -> str:
    """Text from outside without signs that nobody sees and that turn what is written.

    What is longer than any name or sentence is cut, and says so; 0 shows all of it.
    """
    whole = str(text)
    shown = whole if not most or len(whole) <= most else f"{whole[:most]}…"
    return "\n".join(visible(line) for line in shown.split("\n"))


def site_of(request: Request) -> Site:
    """The site that answers."""
    site: Site = request.app.state.site
    return site


def page_of(request: Request, ui: Ui) -> Iterator[Page]:
    """A page in a language; where reading is closed, only for those who are logged in."""
    site = site_of(request)
    with site.index() as index:
        page = Page(request, ui, site, index)
        if site.settings.closed and page.user is None:
            raise NotAllowed
        yield page


Wanted = Annotated[Page, Depends(page_of)]
"""The parameter of every page."""
