"""A made corpus of readings whose truth is known: what the demo reports tell, varied.

Each event takes a demo report's contacts and gives them other states, other men, other days. Men
hold their offices for years and meet again and again, as they do; outlets tell of one event in
three languages with what reports leave out: posts, cities, days, given names.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random

import iuliia

from elshi.ids import content_id
from elshi.records import Account, Article, Participant, Place, Reading, Value, When

REPORTS = Path(__file__).parent.parent / "demo" / "reports"
STATES = (
    "KZ US RU CN UZ KG TJ TM AZ TR GB FR DE IT ES PL JP KR IN PK IR SA AE QA EG BY AM GE UA MN HU "
    "NL BE AT CH SE FI NO CZ GR BR CA AU ID MY SG VN TH IL JO"
).split()
GIVEN = (
    "Санжар Тимур Марат Ерлан Бауыржан Кирилл Антон Павел Борис Глеб Эрик Томас Мартин Оскар Даниэл"
    " Анна Мария Вера Лидия Нина Сауле Динара Жанна Эмма Клара"
).split()
ROOTS = (
    "Абен Сагат Дюсен Калмур Ораз Бекмур Жанту Карим Лепен Морген Норд Пальм Рихт Стел Торв Уль"
    " Вальд Харт Цимер Шенк Брант Гранд Доль Фальк Юнг Соколь Медвин Гром Ветл Зимар"
).split()
ENDS = ("ов", "ин", "ский", "баев", "сон", "ман", "ер", "ко")
_WEIGHTS = {state: (n + 1) ** -0.5 for n, state in enumerate(STATES)}
START = date(2019, 1, 7)
DAYS = 2200
HELD_FOR = 1100
"""Days for which a man holds an office."""


@dataclass(frozen=True)
class Said:
    """An article of the made corpus, with the true contact of each of its accounts."""

    reading: Reading
    truth: tuple[str, ...]


@cache
def templates() -> list[dict[str, list[dict[str, object]]]]:
    """The accounts of each demo report, in the languages in which all tell the same contacts."""
    reports: dict[str, dict[str, list[dict[str, object]]]] = {}
    for path in sorted(REPORTS.glob("*.json")):
        number, lang = path.name.split("-")[0], path.name.split(".")[-2]
        tree = json.loads(path.read_text(encoding="utf-8"))
        reports.setdefault(number, {})[lang] = tree["accounts"]
    return [{"ru": langs["ru"]} for langs in reports.values() if langs.get("ru")]


def corpus(articles: int, seed: int = 7) -> Iterator[Said]:
    """So many articles, in the order of events, not of days."""
    random, made, number = Random(seed), 0, 0
    while made < articles:
        number += 1
        for said in _event(number, random):
            made += 1
            if made <= articles:
                yield said


def _states(count: int, random: Random) -> list[str]:
    """States that take part: a few are everywhere, as they are in a desk's own sources."""
    ranked = {state: random.random() ** (1 / weight) for state, weight in _WEIGHTS.items()}
    return sorted(ranked, key=ranked.__getitem__, reverse=True)[:count]


@dataclass(frozen=True)
class _Event:
    number: int
    accounts: list[dict[str, object]]
    sides: dict[str, str]
    shift: int
    places: dict[str, str]


def _event(number: int, random: Random) -> Iterator[Said]:
    """The articles on one event: its news, perhaps its announcement, perhaps a recollection."""
    accounts = random.choice(templates())["ru"]
    own = sorted({str(p["side"]) for a in accounts for p in a["participants"] if p["side"]})  # type: ignore[attr-defined,index]
    states = _states(len(own) + 1, random)
    sides = dict(zip([*own, "?"], states, strict=True))
    base = _first_day(accounts)
    event = _Event(number, accounts, sides, (START - base).days + random.randrange(DAYS), {})
    copies = min(1 + int(random.expovariate(0.25)), 40)
    for copy in range(copies):
        yield _article(event, copy, random, late=random.random() < 0.12)


def _first_day(accounts: list[dict[str, object]]) -> date:
    days = [str(a["when"])[:10] for a in accounts if a["when"] and len(str(a["when"])) >= 10]
    exact = [day for day in days if day[:1] == "2" and day.count("-") == 2]
    return date.fromisoformat(min(exact, default="2024-01-10"))


def _news_day(accounts: list[dict[str, object]]) -> date:
    """The last day of what is told as held: reports come out after it."""
    held = [a for a in accounts if a["status"] == "held" and a["role"] == "main"]
    days = [str(a["when"])[-10:] for a in held if a["when"]]
    exact = [day for day in days if day[:1] == "2" and day.count("-") == 2]
    return date.fromisoformat(max(exact)) if exact else _first_day(accounts)


def _article(event: _Event, copy: int, random: Random, *, late: bool) -> Said:
    """One report; a `late` one recalls the event by its month, long after."""
    lang = random.choice(("ru", "kk", "en"))
    published = _published(event, random, late=late)
    text = f"{event.number} {copy} {lang} {published}"
    ident = content_id("article", text=text)
    chosen = [(n, a) for n, a in enumerate(event.accounts) if not late or n == 0]
    made, truth = [], []
    for n, account in chosen:
        if not late and len(chosen) > 1 and random.random() < 0.25:
            continue
        told = _account(f"account-{n}", account, event, random, lang=lang, late=late)
        if told is not None:
            made.append(told)
            truth.append(f"{event.number}/{n}")
    article = Article(
        ident, text, lang, published=Value(published.isoformat(), None, "given", "given"),
        outlet=Value(f"Outlet {random.randrange(40)}", None, "given", "given"),
    )  # fmt: skip
    return Said(Reading("made", article, accounts=tuple(made)), tuple(truth))


def _published(event: _Event, random: Random, *, late: bool) -> date:
    day = _news_day(event.accounts) + timedelta(days=event.shift)
    return day + timedelta(days=random.randrange(60, 400) if late else random.randrange(3))


def _account(
    ident: str, told: dict[str, object], event: _Event, random: Random, *, lang: str, late: bool
) -> Account | None:
    when = _shifted(str(told["when"] or ""), event.shift)
    if late and (len(when) < 10 or not when[:4].isdigit() or told["role"] != "main"):
        return None
    if late:
        when = when[:7]
    elif told["role"] == "main" and random.random() < 0.1:
        when = ""
    people: list[dict[str, object]] = told["participants"]  # type: ignore[assignment]
    return Account(
        id=ident,
        kind=_value(str(told["kind"])),
        status=_value(str(told["status"])),
        role=_value("recalled" if late else str(told["role"])),
        when=When(when, "stated", None, "made") if when else None,
        place=_place(told, event, random),
        forum=_forum(told, event, random),
        participants=tuple(_participant(p, event, random, lang=lang) for p in people),
    )


def _forum(told: dict[str, object], event: _Event, random: Random) -> Value | None:
    """Where one side alone is named, the forum makes the contact, and no report leaves it out."""
    sides = {p["side"] for p in told["participants"]}  # type: ignore[attr-defined]
    named = told["forum"] and (len(sides) < 2 or random.random() < 0.8)
    return _value(f"forum {event.number}") if named else None


def _place(told: dict[str, object], event: _Event, random: Random) -> Place | None:
    if not told["country"]:
        return None
    country = event.sides.get(str(told["country"]), event.sides["?"])
    city = f"City {country}" if told["city"] and random.random() < 0.7 else ""
    return Place(_value(city) if city else None, _value(country))


def _shifted(edtf: str, shift: int) -> str:
    """A date moved by days; one that is no day is kept in its form."""
    if not edtf or edtf.startswith("[") or "X" in edtf:
        return ""
    if "/" in edtf:
        return "/".join(_shifted(part, shift) for part in edtf.split("/"))
    parts = edtf.split("-")
    if len(parts) == 2 and int(parts[1]) > 12:
        return ""
    first = date(
        int(parts[0]),
        int(parts[1]) if len(parts) > 1 else 6,
        15 if len(parts) < 3 else int(parts[2]),
    )
    moved = (first + timedelta(days=shift)).isoformat()
    return moved[: {1: 4, 2: 7, 3: 10}[len(parts)]]


def _participant(
    told: dict[str, object], event: _Event, random: Random, *, lang: str
) -> Participant:
    side = event.sides.get(str(told["side"]), event.sides["?"])
    level = told["level"]
    kind = "person" if told["kind"] == "person" else "institution"
    if kind == "person":
        era = (event.shift + hash_of(side)) // HELD_FOR
        name = _name(side, str(level or told["name"]), era, lang)
        if random.random() < 0.15:
            name = name.split()[-1]
    else:
        name = f"House {side}"
    bare = random.random() < 0.2
    return Participant(
        _value(name), kind, None, None, _value(side), None if bare else level,  # type: ignore[arg-type]
    )  # fmt: skip


def hash_of(words: str) -> int:
    """A number of words that is the same on every machine."""
    return int(content_id("n", words=words)[-8:], 16)


@cache
def _name(side: str, office: str, era: int, lang: str) -> str:
    """The man who holds an office then, in a language's spelling."""
    n = hash_of(f"{side} {office} {era}")
    surname = ROOTS[n // 7 % len(ROOTS)] + ENDS[n // 331 % len(ENDS)]
    name = f"{GIVEN[n % len(GIVEN)]} {surname}"
    return str(iuliia.WIKIPEDIA.translate(name)) if lang == "en" else name


def _value(value: str) -> Value:
    return Value(value, None, "made", "given")
