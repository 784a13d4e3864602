"""Feeds of a pair, a person, an institution: calendars (ICS, RFC 5545), news (Atom, RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Annotated
from xml.etree import ElementTree as Xml

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from elshi.chronicle.records import Contact
from elshi.draw import visible
from elshi.web.filters import ContactFilters, contact_filters
from elshi.web.index.records import Shown
from elshi.web.page import Page
from elshi.web.page import Wanted as PageOf

router = APIRouter(include_in_schema=False)
MOST = 500
"""Contacts of a feed: the latest ones; a feed says so."""
ATOM = "http://www.w3.org/2005/Atom"
_FOLD = 74
"""Octets of a line of ICS, less the space that goes on."""
Filters = Annotated[ContactFilters, Depends(contact_filters)]


@router.get("/{ui}/calendar.ics")
def ics(page: PageOf, request: Request, filters: Filters) -> Response:
    """Contacts as whole-day events; those not dated to days are left out and counted."""
    found = page.index.contacts(filters.wanted(most=MOST)).items
    exact = [s for s in found if s.contact.rung == 0 and s.contact.edtf]
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Elshi//Chronicle//EN", "CALSCALE:GREGORIAN",
        _field("X-WR-CALNAME", page.t("feed.title")),
        _field("X-WR-CALDESC", page.t("feed.left", count=len(found) - len(exact), most=MOST)),
        *(line for shown in exact for line in _event(page, _address(page, request), shown)),
        "END:VCALENDAR",
    ]  # fmt: skip
    body = "".join(f"{part}\r\n" for line in lines for part in _folded(line))
    return Response(body, media_type="text/calendar; charset=utf-8")


def _event(page: Page, address: str, shown: Shown) -> Iterator[str]:
    contact = shown.contact
    yield "BEGIN:VEVENT"
    yield f"UID:{contact.id}@elshi"
    yield f"DTSTAMP:{_stamp(contact)}"
    yield f"DTSTART;VALUE=DATE:{date.fromordinal(contact.first):%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{date.fromordinal(contact.last) + timedelta(days=1):%Y%m%d}"
    yield _field("SUMMARY", title(page, shown))
    yield f"STATUS:{'TENTATIVE' if contact.status == 'planned' else _status(contact)}"
    if contact.city or contact.country:
        place = page.said(contact, "city_name").text, page.side(contact.country)
        yield _field("LOCATION", ", ".join(filter(None, place)))
    yield _field("URL", f"{address}{page.url('contacts', contact.id)}")
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _status(contact: Contact) -> str:
    return "CANCELLED" if contact.status == "cancelled" else "CONFIRMED"


def _stamp(contact: Contact) -> str:
    """When its last account was published: the same chronicle gives the same feed."""
    last = max((entry.published[:10] for entry in contact.accounts), default="")
    return f"{(last or '1970-01-01').replace('-', '')[:8].ljust(8, '0')}T000000Z"


def _field(name: str, text: str) -> str:
    escaped = visible(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return f"{name}:{escaped}"


def _folded(line: str) -> Iterable[str]:
    """A line cut to 75 octets, never within a letter."""
    part, size = "", 0
    for char in line:
        width = len(char.encode())
        if size + width > _FOLD:
            yield part
            part, size = " ", 1
        part, size = part + char, size + width
    yield part


@router.get("/{ui}/contacts.atom")
def atom(page: PageOf, request: Request, filters: Filters) -> Response:
    """The latest contacts as news."""
    address = _address(page, request)
    found = page.index.contacts(filters.wanted(most=100)).items
    feed = Xml.Element("feed", {"xmlns": ATOM, "xml:lang": page.ui})
    _child(feed, "title", page.t("feed.title"))
    _child(feed, "id", f"{address}{request.url.path}?{request.url.query}")
    _child(feed, "updated", _updated([s.contact for s in found]))
    Xml.SubElement(feed, "link", {"rel": "self", "href": f"{address}{request.url.path}"})
    author = Xml.SubElement(feed, "author")
    _child(author, "name", "Elshi")
    people = page.who(*found)
    for shown in found:
        _entry(feed, page, (address, shown), [str(page.person(p)) for i in shown.people
               if (p := people.get(i))])  # fmt: skip
    body = Xml.tostring(feed, encoding="utf-8", xml_declaration=True)
    return Response(body, media_type="application/atom+xml; charset=utf-8")


def _entry(feed: Xml.Element, page: Page, item: tuple[str, Shown], names: list[str]) -> None:
    address, shown = item
    entry = Xml.SubElement(feed, "entry")
    _child(entry, "title", title(page, shown))
    _child(entry, "id", f"urn:elshi:{shown.contact.id}")
    _child(entry, "updated", _updated([shown.contact]))
    url = f"{address}{page.url('contacts', shown.contact.id)}"
    Xml.SubElement(entry, "link", {"rel": "alternate", "href": url})
    _child(entry, "summary", f"{page.when(shown.contact)}. {', '.join(names)}")


def title(page: Page, shown: Shown) -> str:
    """A contact in one line: kind, status unless held, sides."""
    contact = shown.contact
    sides = " – ".join(page.side(side) for side in contact.sides)
    status = "" if contact.status == "held" else f" ({page.t('status.' + contact.status)})"
    return f"{page.t('kind.' + contact.kind)}{status}: {sides}"


def _updated(contacts: list[Contact]) -> str:
    stamps = [entry.published[:10] for contact in contacts for entry in contact.accounts]
    last = max((stamp for stamp in stamps if len(stamp) == 10), default="1970-01-01")
    return f"{last}T00:00:00Z"


def _child(parent: Xml.Element, name: str, text: str) -> None:
    Xml.SubElement(parent, name).text = visible(text)


def _address(page: Page, request: Request) -> str:
    return page.site.settings.address.rstrip("/") or str(request.base_url).rstrip("/")
