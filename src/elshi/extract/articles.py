"""The article of a capture: cleaned once, its head first, each value with its place in the text."""

from __future__ import annotations

import re
from datetime import date

from elshi.errors import EmptyInput
from elshi.extract.head import Layout, laid_out, rubric_in, rubrics
from elshi.extract.languages import given_language, language
from elshi.extract.lines import reported, tidied, unwrapped
from elshi.extract.outlets import Outlet, attribution, named, of_url
from elshi.extract.page import page
from elshi.extract.published import published, refuse_future
from elshi.extract.runin import parted
from elshi.extract.said import Said
from elshi.ids import content_id
from elshi.records import Article, Basis, Capture, Span, Value
from elshi.text import cleaned, fold, paragraphs

SHORT = 60
"""Characters of a line that may be a menu's; a lead is longer."""
_PREFACE = re.compile(r"\s*date:? (?P<day>(?:19|20)\d\d-\d\d(?:-\d\d)?)(?=\s)")
_LEAD = 3
"""Paragraphs in which a report names its own outlet."""


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
    published_at = published(text, said, dated=layout.stamp, at=dateline, outlet=known)
    if today:
        refuse_future(published_at, today)
    return Article(
        id=content_id("article", text=text, **dict(sorted(said.given.items()))),
        text=text,
        lang=lang,
        title=_title(text, title, layout, said),
        published=published_at,
        outlet=outlet,
        rubric=_rubric(text, layout, dateline),
        url=said.get("url") or None,
        input_id=said.given.get("id"),
        name=capture.name,
    )


def _opened(capture: Capture) -> tuple[Said, list[str], str]:
    """What is said beside the text, the lines of the report, and the headline if it is known."""
    given = {field: cleaned(value) for field, value in capture.given}
    content = (
        capture.content if isinstance(capture.content, str) else capture.content.decode("utf-8")
    )
    if capture.media == "html":
        read = page(content)
        said = Said(given, dict(read.said))
        return said, list(read.lines), given.get("title") or read.title
    text = cleaned(content)
    if not text:
        raise EmptyInput("there is no text in it: give the article's text")
    text, head = _prefaced(text)
    lines = unwrapped(tidied(text)) or [text.replace("\n", " ")]
    title = given.get("title", "")
    return Said(given, head), parted(lines, title=title), title


def _prefaced(text: str) -> tuple[str, dict[str, str]]:
    """A text whose saver wrote the day before it («date 2025-11-25 …»): without, and the day."""
    match = _PREFACE.match(text)
    if match is None or not text[match.end() :].strip():
        return text, {}
    return text[match.end() :].lstrip(), {"published": match["day"]}


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


def _title(text: str, span: Span | None, layout: Layout, said: Said) -> Value | None:
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


def _outlet(text: str, said: Said, layout: Layout) -> tuple[Value | None, Outlet | None]:
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
    told = [p for p in paragraphs(text) if p.end - p.start > SHORT or p.start == 0]
    for paragraph in told[: _LEAD + 2]:
        if found := attribution(paragraph.of(text)):
            span = Span(paragraph.start + found.span.start, paragraph.start + found.span.end)
            doubt = found.outlet is not None and found.outlet.wire and found.rule != "dateline"
            basis: Basis = "inferred" if doubt else "stated"
            reason = "the report is ascribed to this agency; another may have reprinted it"
            name = found.name or span.of(text)
            return Value(name, span, found.rule, basis, reason if doubt else ""), found.outlet
    return None, None
