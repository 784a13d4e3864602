"""From a reading to entries: each account in neutral values, the same whatever its language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from sys import intern

from elshi.chronicle import spelling
from elshi.chronicle.copies import Sketch, sketch
from elshi.chronicle.houses import MINISTERS, ministry
from elshi.chronicle.places import city_key
from elshi.chronicle.records import Entry, Rung, Who
from elshi.records import Account, Article, Mention, Participant, Reading, Span, Value, When
from elshi.when import edtf_range, published_day
from elshi.when.edtf import UNKNOWN_YEAR

FRESH = 3
"""Days before its publication in which undated news happened, at most."""
SOON = 45
"""Days after its publication in which something announced without a date may happen."""
RUNGS: tuple[tuple[int, Rung], ...] = ((14, 0), (31, 1), (100, 2), (460, 3))
"""Days that a date spans at most, and how exact it then is. A winter may be either of two."""

Days = tuple[int, int, Rung, bool]


def entries(reading: Reading) -> list[Entry]:
    """The accounts of a reading as entries, in text order."""
    words = sketch(reading.article.text)
    return [entry(account, reading, words) for account in reading.accounts]


def entry(account: Account, reading: Reading, words: Sketch = ()) -> Entry:
    """One account as an entry."""
    article, place, span = reading.article, account.place, account.kind.span or Span(0, 0)
    first, last, rung, sure = days(account, article)
    published = published_day(article.published.value if article.published else None)
    city = place.city if place else None
    country = place.country.value if place and place.country else ""
    forum = account.forum
    return Entry(
        article=article.id,
        account=account.id,
        kind=intern(account.kind.value),
        status=intern(account.status.value),
        role=intern(account.role.value),
        edtf=account.when.edtf if account.when and account.when.basis != "published" else "",
        first=first,
        last=last,
        rung=rung,
        sure=sure,
        told_on=published.toordinal() if published and rung == 4 else 0,
        sides=sides(account, country),
        guessed=_guessed(account, country),
        who=tuple(who(p, reading.mentions) for p in account.participants if not _joint(p)),
        country=intern(country),
        city=intern(city_key(city.value, country)) if city else "",
        city_name=intern(city.value) if city else "",
        forum=intern(_forum(forum, reading)) if forum else "",
        forum_name=intern(forum.value) if forum else "",
        after=account.after is not None,
        spheres=tuple(intern(sphere.value) for sphere in account.spheres),
        agenda=tuple(topic.value for topic in account.agenda),
        start=span.start,
        end=span.end,
        lang=intern(article.lang),
        outlet=intern(article.outlet.value) if article.outlet else "",
        published=article.published.value if article.published else "",
        sketch=words,
    )


def sides(account: Account, country: str) -> tuple[str, ...]:
    """Whose contact it is: the participants' sides, and the country of a visit."""
    told = {p.side.value for p in account.participants if p.side and not _guess(p)}
    named = {code for side in told for code in _each(side)}
    if account.kind.value == "visit" and country:
        named.add(country)
    return tuple(intern(side) for side in sorted(named))


def _each(side: str) -> list[str]:
    """The sides of a word for two of them: «российско-азербайджанские» is RU and AZ."""
    codes = side.split("-")
    return codes if all(len(code) == 2 for code in codes) else [side]


def _joint(participant: Participant) -> bool:
    """Two sides under one word take part as sides, not as somebody."""
    return participant.side is not None and len(_each(participant.side.value)) > 1


def _guessed(account: Account, country: str) -> tuple[str, ...]:
    guessed = {p.side.value for p in account.participants if p.side and _guess(p)}
    return tuple(intern(side) for side in sorted(guessed - set(sides(account, country))))


def _guess(participant: Participant) -> bool:
    """A side that is taken from the outlet's country: a foreigner may be meant as well."""
    side = participant.side
    return side is not None and side.rule == "side.outlet" and participant.kind == "person"


def who(participant: Participant, mentions: Iterable[Mention]) -> Who:
    """A participant as accounts are compared by."""
    person = participant.kind == "person"
    return Who(
        key=intern(_key(participant, mentions)),
        person=person,
        side=intern(participant.side.value) if participant.side else "",
        level=participant.level or "",
        house=intern(_house(participant, mentions)),
        name=intern(participant.name.value),
        post=intern(participant.post.value) if participant.post else "",
        guess=_guess(participant),
    )


def _house(participant: Participant, mentions: Iterable[Mention]) -> str:
    found = house(participant.institution, participant.level, mentions)
    post, level = participant.post, participant.level or ""
    return found or (ministry(post.value) if post and level in MINISTERS else "")


def _key(participant: Participant, mentions: Iterable[Mention]) -> str:
    if participant.kind == "person":
        return spelling.key(participant.name.value)
    return _house(participant, mentions) or house(participant.name, participant.level, mentions)


def house(value: Value | None, level: str | None, mentions: Iterable[Mention]) -> str:
    """The neutral code of an institution; a foreign minister's is known without a word."""
    if value is not None and value.span is not None:
        found = [m.code for m in mentions if _names(m, value.span)]
        if found:  # «Сенат Парламента» names two: the chamber says more
            return max(found, key=lambda code: (code.count("."), code))
    return "mfa" if level == "foreign minister" else ""


def _names(mention: Mention, span: Span) -> bool:
    return mention.kind == "institution" and bool(mention.code) and span.overlaps(mention.span)


def _forum(forum: Value, reading: Reading) -> str:
    """The code of a forum; where the ontology does not know it, its name in its language."""
    for kind in ("forum", "institution"):
        for mention in reading.mentions:
            inside = forum.span is not None and forum.span.covers(mention.span)
            if mention.kind == kind and mention.code and inside:
                return mention.code
    return spelling.forum(forum.value, reading.article.lang)


def days(account: Account, article: Article) -> Days:
    """The days on which it may have been, how exactly, and whether the text itself says so.

    News that is told without a date happened in the days before its publication; what is
    announced without one, in the weeks after it. What is recalled without one is not dated.
    """
    if account.when is not None and account.when.basis != "published":
        return dated(account.when)
    published = published_day(article.published.value if article.published else None)
    if published is None or account.role.value == "recalled":
        return 0, 0, 4, False
    if account.status.value == "held":
        return (published - timedelta(days=FRESH)).toordinal(), published.toordinal(), 0, False
    early = FRESH if account.status.value == "cancelled" else 0
    first = published - timedelta(days=early)
    return first.toordinal(), (published + timedelta(days=SOON)).toordinal(), 2, False


def dated(when: When) -> Days:
    """The days that a date in the text may mean."""
    first, last = (None, None) if UNKNOWN_YEAR in when.edtf else edtf_range(when.edtf)
    return of_range(first, last)


def of_range(first: date | None, last: date | None) -> Days:
    """First and last day with their rung; a range that is open is no date."""
    if first is None or last is None:
        return 0, 0, 4, True
    length = (last - first).days + 1
    rung = next((rung for most, rung in RUNGS if length <= most), None)
    return (0, 0, 4, True) if rung is None else (first.toordinal(), last.toordinal(), rung, True)


def all_entries(readings: Iterable[Reading]) -> Iterator[Entry]:
    """The entries of many readings."""
    for reading in readings:
        yield from entries(reading)
