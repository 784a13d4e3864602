"""What a list may be narrowed by: the same words in the address of a page and of the API."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import Depends, Query

from elshi.brief.sides import side_code
from elshi.errors import UsageError
from elshi.records import Act, ContactKind, Level, Sphere, StatementKind, Status
from elshi.web.errors import NotHere, Unfit
from elshi.web.index.wanted import Asked, Wanted, pair_key
from elshi.when import edtf_range

SideText = Annotated[
    str,
    Query(
        max_length=100, description="A state or an organisation, by code or by name.",
        examples=["KZ"],
    ),
]  # fmt: skip
_LEAP = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29"
DAY = (
    "^$|^(?!0000)([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?)?"
    f"|[0-9]{{4}}-(0[13-9]|1[0-2])-(29|30)|[0-9]{{4}}-(0[13578]|1[02])-31|{_LEAP})$"
)
"""What the description of the API says of a day: a month has no more days than it has."""


def day_field(told: str, *, least: int = 0) -> Any:
    """A field of the address for a day, a month or a year."""
    described = {"pattern": DAY} | ({"minLength": least} if least else {})
    return Query(
        max_length=40, description=told, examples=["2024-03-26"], json_schema_extra=described
    )


def _one(told: str, example: str) -> Any:
    """A field of the address that has few values."""
    return Query(description=told, examples=[example])


def _text(told: str, example: str) -> Any:
    """A field of the address for words or a code."""
    return Query(max_length=200, description=told, examples=[example])


PERSON = "person-2befa76cff9ac425"
"""The person of the manual's examples."""
DayText = Annotated[str, day_field("A day, a month or a year: 2024-03-26, 2024-03, 2024.")]
AsOfText = Annotated[
    str, day_field("Only what was published by this day; by the end of a month or a year.")
]


@dataclass(frozen=True, slots=True)
class ContactFilters:
    """Filters of a list of contacts, as the address gives them."""

    keys: tuple[tuple[str, str], ...]
    since: date | None
    until: date | None
    as_of: date | None
    newest: bool

    def wanted(self, *, after: str = "", most: int = 50) -> Wanted:
        """As a question to the page index."""
        return Wanted(
            self.keys, self.since, self.until, self.as_of, newest=self.newest, after=after,
            most=most,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class ContactQuery:
    """Filters of contacts, as words of an address."""

    a: SideText = ""
    b: SideText = ""
    kind: Annotated[ContactKind | None, _one("What it was.", "meeting")] = None
    status: Annotated[Status | None, _one("Held, planned or cancelled.", "held")] = None
    level: Annotated[Level | None, _one("A rung on which anybody took part.", "minister")] = None
    sphere: Annotated[Sphere | None, _one("A field of the talks.", "energy")] = None
    person: Annotated[str, _text("Id of a person who took part.", PERSON)] = ""
    country: Annotated[str, _text("Where it took place, by code or by name.", "KZ")] = ""
    forum: Annotated[str, _text("Code of a forum.", "C5+1")] = ""
    house: Annotated[str, _text("Side and code of an institution.", "KZ mfa")] = ""
    rung: Annotated[
        Level | None, _one("Rung on which the sides `a` and `b` meet.", "foreign minister")
    ] = None
    since: DayText = ""
    until: DayText = ""
    as_of: AsOfText = ""
    order: Annotated[Literal["newest", "oldest"], _one("Which come first.", "oldest")] = "newest"


def contact_filters(asked: Annotated[ContactQuery, Depends()]) -> ContactFilters:
    """The filters that an address names."""
    named = {
        "kind": asked.kind, "status": asked.status, "level": asked.level, "sphere": asked.sphere,
        "person": asked.person, "country": code(asked.country), "forum": asked.forum,
        "house": asked.house,
    }  # fmt: skip
    keys = [(what, str(key)) for what, key in named.items() if key]
    sides = [code(side) for side in (asked.a, asked.b) if side.strip()]
    pair = pair_key(*sides) if len(set(sides)) == 2 else None
    keys += [pair] if pair else [("side", side) for side in sides]
    if asked.rung and pair:
        keys.append(("rung", f"{pair[1]} {asked.rung}"))
    return ContactFilters(
        tuple(keys), day(asked.since), day(asked.until, last=True), day(asked.as_of, last=True),
        asked.order == "newest",
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class StatementQuery:
    """Filters of statements, as words of an address."""

    q: Annotated[str, _text("Words, in any form and any of the languages.", "инвестиции")] = ""
    side: SideText = ""
    person: Annotated[str, _text("Id of the speaker.", PERSON)] = ""
    act: Annotated[Act | None, _one("What is done with the words.", "pledge")] = None
    kind: Annotated[StatementKind | None, _one("Quoted or reported.", "direct")] = None
    lang: Annotated[Literal["kk", "ru", "en"] | None, _one("Of the article.", "ru")] = None
    since: Annotated[str, day_field("Published since.")] = ""
    until: Annotated[str, day_field("Published until.")] = ""


def statement_filters(asked: Annotated[StatementQuery, Depends()]) -> Asked:
    """The statements that an address asks for."""
    named = {
        "side": code(asked.side), "person": asked.person, "act": asked.act, "kind": asked.kind,
        "lang": asked.lang,
    }  # fmt: skip
    keys = tuple((what, str(key)) for what, key in named.items() if key)
    return Asked(keys, asked.q.strip(), day(asked.since), day(asked.until, last=True))


def code(words: str) -> str:
    """The code of a side given by code or name; nothing for nothing."""
    if not words.strip():
        return ""
    try:
        return side_code(words)
    except UsageError as error:
        raise NotHere(str(error), "error.side") from error


def day(words: str, *, last: bool = False) -> date | None:
    """The first (or last) day of a day, month or year."""
    if not words.strip():
        return None
    try:
        found = edtf_range(words.strip())[1 if last else 0]
    except (ValueError, IndexError, OverflowError):
        found = None
    if found is None:
        raise Unfit(f"'{words}'", "error.date")
    return found
