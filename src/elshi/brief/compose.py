"""Which sentences a brief has, under which headings, in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TypeVar

from elshi.brief.dates import period, spoken
from elshi.brief.merged import Merged, alone, merged
from elshi.brief.record import Brief, Section, Sentence
from elshi.brief.sentences import evidence, said_sentence, source, told_sentence, words
from elshi.brief.sides import side_name
from elshi.brief.voiced import Voiced, voiced
from elshi.brief.words import capital, languages, phrase
from elshi.chronicle import Contact
from elshi.ontology.levels import LEVELS, rank
from elshi.records import Account, Article
from elshi.store import Said, Told
from elshi.when import edtf_range

Item = TypeVar("Item", Merged, Voiced)
MOST = 5
"""How many sentences stand under one heading; the number of the others is given."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Of which two sides the brief is, as of which day, in which language (None: the sources')."""

    sides: tuple[str, str]
    as_of: date | None = None
    lang: str | None = None
    most: int = MOST


def brief(
    told: Sequence[Told],
    said: Sequence[Said],
    asked: Asked,
    contacts: Sequence[Contact] | None = None,
) -> Brief:
    """The brief on what is told of contacts between the two sides and said at them.

    Accounts of one contact make one sentence with all their sources; without `contacts`, each
    account makes its own.
    """
    lang = asked.lang or _language([each.article for each in told])
    at_them = _said_at(told, said, asked.sides)
    made = alone(told) if contacts is None else merged(told, contacts, lang)
    spoken_at = voiced(at_them, told, contacts, lang)
    sections = [*_contacts(made, asked, lang), *_statements(spoken_at, asked, lang)]
    return Brief(
        lang=lang,
        title=phrase(
            lang, "title", a=side_name(asked.sides[0], lang), b=side_name(asked.sides[1], lang)
        ),
        lead=tuple(_lead(told, asked, lang)),
        sections=tuple(section for section in sections if section.sentences or section.sections),
        withheld=sum(not each.sound for each in told) + sum(not each.sound for each in at_them),
    )


def _language(articles: Iterable[Article]) -> str:
    """The language of most articles, if briefs are written in it; else English."""
    counts = Counter({article.id: article.lang for article in articles}.values())
    known = [lang for lang in counts if lang in languages()]
    return min(known, key=lambda lang: (-counts[lang], lang), default="en")


def _lead(told: Sequence[Told], asked: Asked, lang: str) -> Iterable[str]:
    """How many sources, from when to when."""
    if asked.as_of:
        yield capital(_as_of(asked.as_of, lang))
    if not told:
        yield phrase(lang, "nothing")
        return
    articles = {each.article.id: each.article for each in told}.values()
    days = sorted(a.published.value[:10] for a in articles if a.published)
    yield phrase(lang, "sources", count=str(len(articles)))
    if days:
        range_ = days[0] if days[0] == days[-1] else f"{days[0]}/{days[-1]}"
        yield phrase(lang, "period.sources", period=spoken(range_, lang))
    yield phrase(lang, "method")


def _as_of(day: date, lang: str) -> str:
    return phrase(lang, "as.of", **{"from": period(day.isoformat(), "from", lang)})


def _contacts(told: Sequence[Merged], asked: Asked, lang: str) -> list[Section]:
    held = [each for each in told if each.status == "held"]
    main = [each for each in held if not each.recalled]
    by_level = [
        _section(f"level.{level or 'none'}", _at_level(main, level), asked, lang)
        for level in (*LEVELS, None)
    ]
    return [
        Section(
            phrase(lang, "section.contacts"), sections=tuple(s for s in by_level if s.sentences)
        ),
        _section("section.recalled", [e for e in held if e not in main], asked, lang),
        *(
            _section(f"section.{status}", _with_status(told, status), asked, lang)
            for status in ("planned", "cancelled")
        ),
    ]


def _with_status(told: Sequence[Merged], status: str) -> list[Merged]:
    return [each for each in told if each.status == status]


def _at_level(told: Sequence[Merged], level: str | None) -> list[Merged]:
    return [each for each in told if _level(each.account) == level]


def _level(account: Account) -> str | None:
    """The highest rung on which anybody took part."""
    return min((who.level for who in account.participants), key=rank, default=None)


def _section(key: str, told: Sequence[Merged], asked: Asked, lang: str) -> Section:
    """The latest contacts under one heading."""
    latest = sorted(told, key=_newest_last, reverse=True)
    tell = partial(_tell, sides=asked.sides, lang=lang)
    return _headed(phrase(lang, key), latest, tell, most=asked.most)


def _tell(contact: Merged, *, sides: tuple[str, str], lang: str) -> Sentence:
    """A contact by its best account, with the sources of the others."""
    sentence = told_sentence(contact.told, sides, lang)
    quoted = ((o.article, evidence(o.account, o.article.text)) for o in contact.others)
    others = tuple(source(article, lang, quote=quote) for article, quote in quoted)
    return replace(sentence, others=others)


def _statements(said: Sequence[Voiced], asked: Asked, lang: str) -> list[Section]:
    latest = sorted(said, key=_published, reverse=True)
    say = partial(_say, lang=lang)
    return [_headed(phrase(lang, "section.statements"), latest, say, most=asked.most)]


def _say(voiced: Voiced, *, lang: str) -> Sentence:
    """A statement by its best report, with the words of the others in their footnotes."""
    sentence = said_sentence(voiced.said, lang)
    others = (source(o.article, lang, quote=words(o.statement)) for o in voiced.others)
    return replace(sentence, others=tuple(others))


def _headed(
    title: str, items: Sequence[Item], sentence: Callable[[Item], Sentence], *, most: int
) -> Section:
    shown = tuple(sentence(item) for item in items[:most])
    return Section(title, shown, more=len(items) - len(shown))


def _newest_last(told: Merged) -> tuple[str, str, str]:
    first, last = edtf_range(told.account.when.edtf) if told.account.when else (None, None)
    day = last or first
    return (day.isoformat() if day else "", *_published(told))


def _published(item: Merged | Voiced) -> tuple[str, str]:
    published = item.article.published
    return (published.value if published else "", item.article.id)


def _said_at(told: Sequence[Told], said: Sequence[Said], sides: tuple[str, str]) -> list[Said]:
    """Statements made at these contacts; of those made at none, what the sides say beside them."""
    ids = {each.account.id for each in told}
    main = {each.article.id for each in told if each.account.role.value == "main"}
    return [
        each
        for each in said
        if each.statement.account in ids
        or (each.statement.account is None and each.article.id in main and _ours(each, sides))
    ]


def _ours(said: Said, sides: tuple[str, str]) -> bool:
    speaker = said.statement.speaker
    return speaker is None or speaker.side is None or speaker.side.value in sides
