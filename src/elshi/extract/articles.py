"""The article of a capture: cleaned once, its head first, each value with its place in the text."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from elshi.errors import BadDate, EmptyInput
from elshi.extract.head import Layout, laid_out, rubric_in, rubrics
from elshi.extract.languages import given_language, language
from elshi.extract.lines import reported, tidied, unwrapped
from elshi.extract.outlets import Outlet, attribution, named, of_url, zone
from elshi.extract.page import page
from elshi.extract.runin import parted
from elshi.extract.stamp import stamp
from elshi.ids import content_id
from elshi.records import Article, Basis, Capture, Span, Value
from elshi.text import cleaned, fold, paragraphs

_LEAD = 3
"""Paragraphs in which a report names its own outlet."""
_URL_DAY = re.compile(r"/(20\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$|\D)")


@dataclass(frozen=True, slots=True)
class _Said:
    """What is known beside the text: by the input's fields, and by the page's own head."""

    given: dict[str, str]
    head: dict[str, str]

    def get(self, field: str) -> str:
        return self.given.get(field) or self.head.get(field, "")

    def rule(self, field: str) -> str:
        return f"given {field}" if self.given.get(field) else f"html metadata {field}"


def article(capture: Capture, *, today: date | None = None) -> Article:
    """The article of one capture: its text cleaned once, and what its head says.

    `today` is the day beyond which no report can have been published (BadDate); without it
    nothing is checked. Raises EmptyInput, NoPack, BadDate.
    """
    said, lines, headline = _opened(capture)
    lang = given_language(said.get("lang")) if said.given.get("lang") else ""
    lang = lang or language("\n".join(lines))
    layout = laid_out(lines, title=headline, english=lang == "en")
    text, title, dateline = _composed(layout, said.get("title"))
    outlet, known = _outlet(text, said, layout)
    published = _published(said, layout, dateline, known)
    if today:
        _refuse_future(published, today)
    return Article(
        id=content_id("article", text=text, **dict(sorted(said.given.items()))),
        text=text,
        lang=lang,
        title=_title(text, title, layout, said),
        published=published,
        outlet=outlet,
        rubric=_rubric(text, layout, dateline),
        url=said.get("url") or None,
        input_id=said.given.get("id"),
        name=capture.name,
    )


_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_PART_OF_DATE = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?")


def _opened(capture: Capture) -> tuple[_Said, list[str], str]:
    """What is said beside the text, the lines of the report, and the headline if it is known."""
    given = {field: cleaned(value) for field, value in capture.given}
    content = (
        capture.content if isinstance(capture.content, str) else capture.content.decode("utf-8")
    )
    if capture.media == "html":
        read = page(content)
        said = _Said(given, dict(read.said))
        return said, list(read.lines), given.get("title") or read.title
    text = cleaned(content)
    if not text:
        raise EmptyInput("there is no text in it: give the article's text")
    lines = unwrapped(tidied(text)) or [text.replace("\n", " ")]
    title = given.get("title", "")
    return _Said(given, {}), parted(lines, title=title), title


def _composed(layout: Layout, title: str) -> tuple[str, Span | None, Span | None]:
    """The text: headline, date line, paragraphs, a blank line between; and where the first two are.

    A headline that the input states and the text does not repeat is set at the head: it was
    published with the text, and half the reports tell the contact only there.
    """
    head = layout.title or title or None
    body = reported(layout.body) or list(layout.body)
    parts = [part for part in (head, layout.dateline) if part]
    text = "\n\n".join([*parts, *body])
    titled = Span(0, len(head)) if head else None
    if not layout.dateline:
        return text, titled, None
    start = len(head) + 2 if head else 0
    return text, titled, Span(start, start + len(layout.dateline))


def _title(text: str, span: Span | None, layout: Layout, said: _Said) -> Value | None:
    """The headline: as it stands in the text, and whether the input had stated it."""
    if span is None:
        return None
    if said.given.get("title"):
        return Value(span.of(text), span, "given title", "given")
    return Value(span.of(text), span, layout.rule if layout.title else "html metadata title")


def _rubric(text: str, layout: Layout, dateline: Span | None) -> Value | None:
    """The rubric, from the date line or from the menu above the headline."""
    if dateline and (found := rubric_in(dateline.of(text))):
        at = fold(dateline.of(text)).rfind(fold(found))
        span = Span(dateline.start + at, dateline.start + at + len(found))
        return Value(span.of(text), span, "rubric on the date line")
    if layout.rubric:
        return Value(rubrics()[fold(layout.rubric)], None, "rubric in the menu", "given")
    return None


def _outlet(text: str, said: _Said, layout: Layout) -> tuple[Value | None, Outlet | None]:
    """Who publishes: by the input, by the address, by the words of the lead, by the page's head."""
    if name := said.given.get("outlet"):
        return Value(name, None, "given outlet", "given"), named(name) or of_url(said.get("url"))
    stated, known = _attributed(text)
    if at := of_url(said.get("url")):
        if known == at and stated:
            return stated, at
        return Value(at.name, None, "domain of the address", "given"), at
    if name := said.head.get("outlet"):
        return Value(name, None, "html metadata outlet", "given"), named(name)
    if layout.outlet and not (stated and stated.basis == "stated"):
        return Value(layout.outlet, None, "name beside the headline", "given"), named(layout.outlet)
    return stated, known


def _attributed(text: str) -> tuple[Value | None, Outlet | None]:
    """The outlet that one of the first paragraphs names as the report's own."""
    for paragraph in paragraphs(text)[: _LEAD + 2]:
        if found := attribution(paragraph.of(text)):
            span = Span(paragraph.start + found.span.start, paragraph.start + found.span.end)
            doubt = found.outlet is not None and found.outlet.wire and found.rule != "dateline"
            basis: Basis = "inferred" if doubt else "stated"
            reason = "the report is ascribed to this agency; another may have reprinted it"
            name = found.name or span.of(text)
            return Value(name, span, found.rule, basis, reason if doubt else ""), found.outlet
    return None, None


def _published(
    said: _Said, layout: Layout, dateline: Span | None, outlet: Outlet | None
) -> Value | None:
    """When it was published: by the input, by the page's head, by its date line, by its address."""
    clock = zone(outlet.zone) if outlet and outlet.zone else None
    if moment := said.given.get("published"):
        return Value(_iso(moment, clock), None, "given published", "given")
    if layout.stamp and dateline and (layout.stamp.clock or not said.head.get("published")):
        start = dateline.start
        span = Span(start + layout.stamp.span.start, start + layout.stamp.span.end)
        return Value(layout.stamp.iso(clock), span, "date line")
    if moment := said.head.get("published"):
        with suppress(BadDate):
            return Value(_iso(moment, clock), None, "html metadata published", "given")
    if match := _URL_DAY.search(said.get("url")):
        with suppress(ValueError):
            day = date(*map(int, match.groups()))
            return Value(day.isoformat(), None, "date in the address", "given")
    return None


def _iso(moment: str, clock: tzinfo | None) -> str:
    """A given moment in ISO 8601, to the precision given; with the outlet's zone if it has none.

    Raises BadDate where it is no date.
    """
    if len(moment) <= 10:
        with suppress(ValueError):
            return date.fromisoformat(moment).isoformat()
    with suppress(ValueError):
        said = datetime.fromisoformat(moment)
        return (said if said.tzinfo or not clock else said.replace(tzinfo=clock)).isoformat()
    if _EPOCH.fullmatch(moment):
        with suppress(ValueError, OverflowError, OSError):
            return datetime.fromtimestamp(int(moment[:10]), UTC).isoformat()
    if found := stamp(moment):
        return found.iso(clock)
    if _PART_OF_DATE.fullmatch(moment):
        return moment
    raise BadDate(
        f"'{moment[:40]}' in 'published' is no date: write it as 2024-03-26T06:02:00+05:00"
    )


def _refuse_future(published: Value | None, today: date) -> None:
    """A day of grace: it is tomorrow already in the east."""
    if published and date.fromisoformat((published.value + "-01-01")[:10]) > today + timedelta(
        days=1
    ):
        raise BadDate(
            f"published on {published.value}, after today ({today}): correct the date or leave it out"
        )
