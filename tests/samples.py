"""Readings made by hand from our own sentences, on public facts: what the later stages stand on."""

from __future__ import annotations

from typing import Any

from elshi.ids import content_id
from elshi.records import (
    Account,
    Article,
    Basis,
    Mention,
    Office,
    Participant,
    Place,
    Reading,
    Span,
    Statement,
    Tenure,
    Unread,
    Value,
    Voice,
    When,
)

VERSION = "0.1.0"

TALKS = """Блинкен и Тлеуберди встретились в Астане

Министр иностранных дел Мухтар Тлеуберди 28 февраля 2023 года встретился в Астане с \
государственным секретарём США Энтони Блинкеном, сообщает пресс-служба МИД.

Стороны обсудили торговлю и инвестиции. Энтони Блинкен подтвердил поддержку суверенитета \
Казахстана. Было отмечено, что диалог развивается.
"""

RECALL = """Напомним, в сентябре 2023 года президенты Касым-Жомарт Токаев и Джо Байден \
встретились в Нью-Йорке. Ранее, в феврале 2023 года, госсекретарь США Энтони Блинкен посетил \
Казахстан. Как сообщалось, накануне стороны провели консультации.
"""

PLANNED = """28 февраля 2023 года государственный секретарь США Энтони Блинкен посетит Казахстан.
"""

ENGLISH = """U.S. Secretary of State Antony Blinken met Foreign Minister Mukhtar Tileuberdi \
in Astana on February 28, 2023. They discussed trade.
"""


def span(text: str, words: str, *, after: int = 0) -> Span:
    """Where `words` stand in `text`, from `after` on; fails where they do not."""
    start = text.index(words, after)
    return Span(start, start + len(words))


def value(
    text: str, words: str, name: str | None = None, *, basis: Basis = "stated", **more: Any
) -> Value:
    """A value read from `words`: `name`, or the words themselves."""
    reason = "the text names no state" if basis == "inferred" else ""
    where = span(text, words, after=more.pop("after", 0))
    return Value(words if name is None else name, where, "test", basis, reason)


def article(text: str, published: str, *, lang: str = "ru", **more: Any) -> Article:
    """An article whose date and outlet its input gave."""
    return Article(
        id=content_id("article", text=text, published=published),
        text=text,
        lang=lang,
        published=Value(published, None, "input", "given"),
        outlet=Value(more.pop("outlet", "Дипломатический вестник"), None, "input", "given"),
        **more,
    )


def account(text: str, trigger: str, kind: str, **more: Any) -> Account:
    """An account of a held main contact, unless `more` says otherwise."""
    where = span(text, trigger)
    status = Value(more.pop("status", "held"), where, "test")
    role = Value(more.pop("role", "main"), where, "test")
    ident = content_id("account", text=text, start=str(where.start))
    return Account(ident, Value(kind, where, "test"), status, role, **more)


def when(text: str, words: str, edtf: str, *, basis: Basis = "stated") -> When:
    """A date read from `words`."""
    return When(edtf, basis, span(text, words), "test")


def talks_reading(version: str = VERSION) -> Reading:
    """A meeting of two foreign ministers, with a statement and one that nobody is named for."""
    text = TALKS
    body = text.index("Министр")
    host = Participant(
        value(text, "Мухтар Тлеуберди"),
        "person",
        post=value(text, "Министр иностранных дел", after=body),
        side=value(text, "Астане", "KZ", basis="inferred"),
        level="foreign minister",
    )
    guest = Participant(
        value(text, "Энтони Блинкеном", "Энтони Блинкен"),
        "person",
        post=value(text, "государственным секретарём", "государственный секретарь"),
        side=value(text, "США", "US"),
        level="foreign minister",
    )
    meeting = account(
        text,
        "встретился в Астане",
        "meeting",
        when=when(text, "28 февраля 2023 года", "2023-02-28"),
        place=Place(value(text, "Астане", "Астана", after=body), value(text, "Астане", "KZ")),
        participants=(host, guest),
        spheres=(value(text, "торговлю", "trade"),),
        agenda=(value(text, "торговлю и инвестиции"),),
    )
    support = "подтвердил поддержку суверенитета Казахстана"
    noted = "Было отмечено, что диалог развивается"
    return Reading(
        version,
        article(text, "2023-02-28T18:30:00+06:00", url="https://example.org/talks", input_id="7"),
        mentions=(
            _post(text, body),
            Mention("person", span(text, "Мухтар Тлеуберди"), "Мухтар Тлеуберди", "test"),
            Mention("time", span(text, "28 февраля 2023 года"), "", "test", code="2023-02-28"),
            Mention("trigger", span(text, "встретился"), "встретиться", "test", code="meet"),
            Mention("state", span(text, "США"), "США", "test", code="US"),
        ),
        accounts=(meeting,),
        statements=(
            Statement(
                "statement-1",
                "reported",
                "pledge",
                value(text, support),
                guest,
                value(text, "подтвердил", "подтвердить"),
                meeting.id,
            ),
            Statement("statement-2", "reported", "assess", value(text, noted)),
        ),
        tenures=(Tenure(host.name, host.post, "holds", side=host.side, level=host.level),),  # type: ignore[arg-type]
        voices=(Voice(value(text, "пресс-служба МИД"), "press service"),),
        unread=(Unread("two sides, but no name", "test", span(text, "Стороны обсудили")),),
    )


def _post(text: str, body: int) -> Mention:
    where = span(text, "Министр иностранных дел", after=body)
    return Mention(
        "post",
        where,
        "Министр иностранных дел",
        "test",
        office=Office(
            "Министр иностранных дел", "foreign minister", side="KZ", side_span=span(text, "Астане")
        ),
        holder=span(text, "Мухтар Тлеуберди"),
    )


def person(text: str, words: str, name: str, *, side: str, **more: Any) -> Participant:
    """A participant whose side the sentence does not state."""
    known = value(text, words, side, basis="inferred")
    return Participant(value(text, words, name), "person", side=known, **more)


def recall_reading(version: str = VERSION) -> Reading:
    """Two recalled contacts, the second a visit."""
    text = RECALL
    presidents = account(
        text,
        "встретились",
        "meeting",
        role="recalled",
        when=when(text, "в сентябре 2023 года", "2023-09"),
        place=Place(value(text, "Нью-Йорке", "Нью-Йорк"), value(text, "Нью-Йорке", "US")),
        participants=(
            person(
                text,
                "Касым-Жомарт Токаев",
                "Касым-Жомарт Токаев",
                side="KZ",
                post=value(text, "президенты", "президент"),
                level="head of state",
            ),
            person(
                text,
                "Джо Байден",
                "Джо Байден",
                side="US",
                post=value(text, "президенты", "президент"),
                level="head of state",
            ),
        ),
    )
    visit = account(
        text,
        "посетил",
        "visit",
        role="recalled",
        when=when(text, "в феврале 2023 года", "2023-02"),
        place=Place(None, value(text, "Казахстан", "KZ")),
        participants=(
            person(
                text,
                "Энтони Блинкен",
                "Энтони Блинкен",
                side="US",
                post=value(text, "госсекретарь"),
                level="foreign minister",
            ),
        ),
    )
    return Reading(version, article(text, "2024-03-26"), accounts=(presidents, visit))


def planned_reading(version: str = VERSION) -> Reading:
    """A visit that is announced."""
    text = PLANNED
    visit = account(
        text,
        "посетит",
        "visit",
        status="planned",
        when=when(text, "28 февраля 2023 года", "2023-02-28"),
        place=Place(None, value(text, "Казахстан", "KZ")),
        participants=(
            person(
                text,
                "Энтони Блинкен",
                "Энтони Блинкен",
                side="US",
                post=value(text, "государственный секретарь"),
                level="foreign minister",
            ),
        ),
    )
    return Reading(version, article(text, "2023-02-24", name="plans.txt"), accounts=(visit,))


def english_reading(version: str = VERSION) -> Reading:
    """The talks of February 2023 as an English report has them."""
    text = ENGLISH
    meeting = account(
        text,
        "met",
        "meeting",
        when=when(text, "February 28, 2023", "2023-02-28"),
        place=Place(value(text, "Astana"), value(text, "Astana", "KZ", basis="inferred")),
        participants=(
            person(
                text,
                "Antony Blinken",
                "Antony Blinken",
                side="US",
                post=value(text, "Secretary of State"),
                level="foreign minister",
            ),
            person(
                text,
                "Mukhtar Tileuberdi",
                "Mukhtar Tileuberdi",
                side="KZ",
                post=value(text, "Foreign Minister"),
                level="foreign minister",
            ),
        ),
        agenda=(value(text, "trade"),),
    )
    made = article(text, "2023-03-01", lang="en", outlet="The Envoy", name="talks-en.txt")
    return Reading(version, made, accounts=(meeting,))


def all_readings(version: str = VERSION) -> list[Reading]:
    """Every sample."""
    makers = (talks_reading, recall_reading, planned_reading, english_reading)
    return [make(version) for make in makers]
