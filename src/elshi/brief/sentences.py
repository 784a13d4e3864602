"""One report's account or statement as a sentence that needs names in the nominative only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from elshi.brief.dates import period, spoken
from elshi.brief.record import Sentence, Source
from elshi.brief.sides import side_name
from elshi.brief.words import capital, phrase
from elshi.records import Account, Article, Participant, Span, Statement, Value
from elshi.store import Said, Told
from elshi.text import fold

_SENTENCE_END = re.compile(r"(?<=\w\w\w)[.!?…][»”\"]?\s+(?=[«“\"—–-]?\s?[^\W\d_a-zа-яё])")
"""Not after initials and abbreviations, and only before a capital."""
_QUOTES = "«»„“”\"'"
QUOTE_LENGTH = 400
"""Characters of a report that a footnote repeats at most; a longer quote shows its cut."""


def told_sentence(told: Told, sides: tuple[str, str], lang: str) -> Sentence:
    """What one report says of a contact."""
    account = told.account
    parts = [_happened(account, lang), _people(account, sides, lang), *_rest(account, lang)]
    quote = evidence(account, told.article.text)
    return Sentence(" ".join(filter(None, parts)), source(told.article, lang, quote=quote))


def said_sentence(said: Said, lang: str) -> Sentence:
    """What somebody is quoted or reported to have said."""
    statement = said.statement
    text = phrase(
        lang,
        f"said.{statement.kind}",
        who=_speaker(statement, lang),
        act=phrase(lang, f"act.{statement.act}"),
        text=words(statement),
    )
    return Sentence(text, source(said.article, lang))


def words(statement: Statement) -> str:
    """What was said, as the report has it, without the quotation marks around it."""
    return _bare(statement.text.value)


def source(article: Article, lang: str, *, quote: str = "") -> Source:
    """The footnote of an article."""
    day = article.published.value[:10] if article.published else ""
    return Source(
        outlet=article.outlet.value if article.outlet else phrase(lang, "unnamed"),
        published=_day(day, lang) if day else phrase(lang, "unpublished"),
        where=article.url or article.name or article.id,
        quote=quote,
    )


def evidence(account: Account, text: str) -> str:
    """The words of the report: the sentences of the trigger's paragraph that hold its values."""
    trigger = account.kind.span
    if trigger is None:
        return ""
    line = _paragraph(text, trigger)
    spans = [span for span in _spans(account) if line.covers(span)] or [trigger]
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    quote = _bare(_sentences(text, line, Span(start, end)).of(text))
    return quote if len(quote) <= QUOTE_LENGTH else f"{quote[:QUOTE_LENGTH].rsplit(' ', 1)[0]} […]"


def _spans(account: Account) -> Iterator[Span]:
    place = account.place
    values: list[Value | None] = [account.kind, account.forum, account.margins]
    values += [place.city, place.country] if place else []
    for who in account.participants:
        values += [who.name, who.post]
    spans = [value.span for value in values if value]
    spans.append(account.when.span if account.when and account.when.basis != "published" else None)
    return (span for span in spans if span)


def _sentences(text: str, line: Span, part: Span) -> Span:
    """A part of a paragraph, widened to whole sentences."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text, line.start, line.end)]
    first = max((end for end in ends if end <= part.start), default=line.start)
    last = min((end for end in ends if end >= part.end), default=line.end)
    return Span(first, last)


def _paragraph(text: str, span: Span) -> Span:
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(text))


def _happened(account: Account, lang: str) -> str:
    """When what happened; what is not sure to have happened says so first."""
    when = spoken(account.when.edtf, lang) if account.when else ""
    what = phrase(lang, f"{account.status.value}.{account.kind.value}")
    dated = when and account.status.value == "held"
    words = phrase(
        lang,
        "sentence.dated" if dated else "sentence.other",
        when=_noted(when, account, lang) if when else phrase(lang, "no.date"),
        what=what,
    )
    return capital(words)


def _noted(when: str, account: Account, lang: str) -> str:
    inferred = account.when and account.when.basis == "inferred"
    return phrase(lang, "inferred", value=when) if inferred else when


def _people(account: Account, sides: tuple[str, str], lang: str) -> str:
    """Who took part, by side: the two asked for first."""
    order = {side: n for n, side in enumerate(sides)}
    groups: dict[tuple[int, str], list[str]] = {}
    for who in account.participants:
        side = who.side.value if who.side else ""
        key = (order.get(side, len(order)), _side(who.side, lang))
        groups.setdefault(key, []).append(_named(who, side, lang))
    said = [_group(name, people, lang) for (_, name), people in _sorted(groups)]
    return f"{'; '.join(said)}." if said else ""


def _sorted(groups: dict[tuple[int, str], list[str]]) -> list[tuple[tuple[int, str], list[str]]]:
    """By the order of the sides; within it, as the report has them."""
    return sorted(groups.items(), key=lambda item: item[0][0])


def _group(side: str, people: list[str], lang: str) -> str:
    named = [person for person in people if person]
    return phrase(lang, "side", side=side, people=", ".join(named)) if named else side


def _named(who: Participant, side: str, lang: str) -> str:
    """A participant with the post; a state that stands for itself is named by its side alone."""
    if who.kind == "institution" and fold(who.name.value) == fold(side_name(side, lang)):
        return ""
    post = _post(who)
    return (
        who.name.value
        if post == who.name.value
        else ", ".join(filter(None, (who.name.value, post)))
    )


def _post(who: Participant) -> str:
    post = who.post.value if who.post else ""
    institution = who.institution.value if who.institution else ""
    known = not institution or _stem(institution) in fold(post) or institution == who.name.value
    return post if known else ", ".join(filter(None, (post, institution)))


def _stem(institution: str) -> str:
    """The head of a name, without its ending: «Сенат» stands in «Председатель Сената»."""
    first = fold(institution).split()[0]
    return first[: max(4, len(first) - 2)]


def _side(side: Value | None, lang: str) -> str:
    if side is None:
        return phrase(lang, "side.none")
    name = side_name(side.value, lang)
    return phrase(lang, "inferred", value=name) if side.basis == "inferred" else name


def _rest(account: Account, lang: str) -> Iterator[str]:
    """Where, on which occasion, about what."""
    if place := _place(account, lang):
        yield place
    if account.forum:
        yield phrase(lang, "forum", forum=account.forum.value)
    if account.margins:
        yield phrase(lang, "margins", margins=account.margins.value)
    if account.agenda:
        topics = (phrase(lang, "quote", text=_bare(topic.value)) for topic in account.agenda)
        yield phrase(lang, "topics", topics=", ".join(topics))


def _place(account: Account, lang: str) -> str:
    place = account.place
    if place is None:
        return ""
    parts = [place.city.value] if place.city else []
    parts += [_side(place.country, lang)] if place.country else []
    key = "place.visit" if account.kind.value == "visit" and not place.city else "place"
    return phrase(lang, key, place=", ".join(parts)) if parts else ""


def _speaker(statement: Statement, lang: str) -> str:
    who = statement.speaker
    if who is None:
        return phrase(lang, "who.none")
    name = ", ".join(filter(None, (who.name.value, _post(who))))
    return phrase(lang, "who.side", who=name, side=_side(who.side, lang)) if who.side else name


def _day(day: str, lang: str) -> str:
    """The day of publication as it stands alone, without «on»."""
    return period(day, "from" if lang == "en" else "in", lang)


def _bare(text: str) -> str:
    """Words without the quotation marks around them, on one line."""
    line = " ".join(text.split())
    paired = line[:1] in _QUOTES and line[-1:] in _QUOTES
    return line[1:-1] if paired and len(line) > 1 else line
