"""From the contacts of an article to accounts: kind, status, when, where, who, about what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from elshi.cast import Cast
from elshi.forums import forums
from elshi.frame import Draft
from elshi.ids import content_id
from elshi.mark import Marks
from elshi.pack import Parsed
from elshi.records import Account, Article, Mention, Place, Span, Status, Unread, Value, When
from elshi.story import LONG_AGO, Event, Story, scope, story
from elshi.tellings import Group, Told, is_city, told
from elshi.topics import agenda, spheres
from elshi.visits import guests
from elshi.when import edtf_range, published_bound, published_day, times_in_text

PLACELESS = frozenset({"call", "message"})
QUESTIONS = ("?", "?»", '?"', "?”")
LEAD = 2
"""Sentences after the headline that may still announce the main news."""


def ground(
    article: Article,
    parsed: Parsed,
    marks: Marks,
    drafts: Sequence[Draft],
    *,
    cast: Cast,
    whens: Sequence[When],
) -> tuple[list[Account], list[Unread]]:
    """The accounts of an article, and what looked like one and was not read as such."""
    denied = [(d, _not_told(d, parsed)) for d in drafts]
    head = _head(article, parsed)
    tellings = [t for d, why in denied if why is None for t in told(d, parsed, whens, head=head)]
    whole = story(article, parsed, marks, tellings, cast)
    accounts = [account for event in whole.events for account in _accounts(event, whole)]
    unread = [why for _, why in denied if why]
    unread += [_incomplete(g) for g in whole.left if g.actors or not g.recalled]
    return list({a.id: a for a in accounts}.values()), unread


def whens_of(article: Article, parsed: Parsed, marks: Marks) -> list[When]:
    """All times of an article as EDTF dates, counted from its publishing day."""
    told = article.published.value if article.published else ""
    return times_in_text(
        marks.times,
        published=published_day(told),
        tense=lambda span: _tense(parsed, span),
        around=edtf_range(told[:7])[1] if told else None,
    )


def _tense(parsed: Parsed, span: Span) -> Literal["past", "future"] | None:
    around = [
        c
        for c in parsed.clauses
        if c.span.covers(span) and (c.tense or c.modality in {"planned", "postponed"})
    ]
    clause = min(around, key=lambda c: c.span.end - c.span.start, default=None)
    if clause is None:
        return None
    if clause.modality == "planned" and clause.tense == "past":
        return None  # «должен был прибыть 10 мая»: on either side
    if clause.tense == "future" or clause.modality == "planned":
        return "future"
    if clause.modality in {"cancelled", "postponed"}:
        return None  # «отложен визит, намеченный на март»: put off in the past, dated ahead
    return "past" if clause.tense == "past" else None


def _head(article: Article, parsed: Parsed) -> Span:
    """The headline and the lead: where the main news is told."""
    title = article.title.span if article.title else None
    start, end = (title.start, title.end) if title else (0, 0)
    telling = sorted({c.sentence for c in parsed.clauses})
    after = [n for n in telling if parsed.sentences[n].start >= end]
    return Span(start, max([end, *(parsed.sentences[n].end for n in after[:LEAD])]))


def _not_told(draft: Draft, parsed: Parsed) -> Unread | None:
    """Why a clause with a trigger tells of no contact: it is denied, or only possible or wished."""
    clause = parsed.clauses[draft.clause]
    if clause.negated and clause.modality not in {"cancelled", "postponed"}:
        return Unread("the text says that it did not happen", "ground.negated", draft.trigger)
    if clause.modality in {"possible", "wanted"}:
        return Unread(f"only {clause.modality}, not told as fact", "ground.modality", draft.trigger)
    if parsed.sentences[clause.sentence].of(parsed.text).rstrip().endswith(QUESTIONS):
        return Unread("asked, not told", "ground.question", draft.trigger)
    told = draft.parties or draft.topics or draft.roles or draft.places or draft.times
    if draft.frame.weak and not told:
        return Unread("nobody is named who takes part", "ground.weak", draft.trigger)
    return None


def _incomplete(group: Group) -> Unread:
    named = ", ".join(sorted({a.participant.name.value for a in group.actors})) or "nobody"
    reason = f"no two sides are named ({named})"
    return Unread(reason, "ground.sides", group.told[0].draft.trigger)


def _accounts(event: Event, whole: Story) -> Iterator[Account]:
    """The account of a contact; of one put off, a cancelled one, and a planned one.

    The planned one has the day to which it was put off, or none.
    """
    account = _account(event, whole, event.group.status or "held")
    yield account
    if any(whole.parsed.clauses[t.draft.clause].modality == "postponed" for t in event.group.told):
        again = _account(event, whole, "planned")
        moved = (when for t in event.group.told for when in t.moved)
        yield replace(again, when=next(moved, None))


def _account(event: Event, whole: Story, status: Status) -> Account:
    group, first = event.group, event.group.told[0].draft
    participants = tuple(a.participant for a in event.actors)
    topics = scope(event, whole)
    held_at = forums(group, whole.parsed, whole.marks)
    return Account(
        id=content_id(
            "account",
            article=whole.article.id,
            kind=".".join(dict.fromkeys((event.kind, group.kind))),
            who="|".join(sorted(p.name.value for p in participants)),
            status=status,
            sentence=str(whole.parsed.sentence(first.trigger).start),
            **_goal(event),
        ),
        kind=Value(event.kind, first.trigger, f"frame.{first.frame.name}"),
        status=_status(group, status),
        role=Value(event.role, first.trigger, "story.role"),
        when=_when(event, status, whole),
        place=_place(event, whole),
        forum=next(iter(held_at), None),
        margins=next(iter(held_at[1:]), None),
        after=_after(group, whole),
        participants=participants,
        spheres=spheres(topics, whole.marks, () if _has_talks(event, whole) else participants),
        agenda=agenda(group, whole.parsed, topics, whole.marks),
        voice=_voice(group, whole),
    )


def _has_talks(event: Event, whole: Story) -> bool:
    """Whether a visit has talks of its own guests: the sphere is theirs."""
    keys = {a.key for a in event.actors}
    talks = (e for e in whole.events if e.kind == "meeting" and e.role == event.role)
    return event.kind == "visit" and any(keys & {a.key for a in e.actors} for e in talks)


def _goal(event: Event) -> dict[str, str]:
    """Of a visit, the state it goes to: one sentence may tell of visits to several."""
    goal = next((m.code for m in event.places), "") if event.kind == "visit" else ""
    return {"to": goal} if goal else {}


def _status(group: Group, status: Status) -> Value:
    telling: Told = next((t for t in group.told if t.status), group.told[0])
    if group.status is None:
        reason = "told as a fact, with no verb that dates it"
        return Value(status, telling.draft.trigger, "ground.status", "inferred", reason)
    return Value(status, telling.draft.trigger, "ground.status")


def _when(event: Event, status: Status, whole: Story) -> When | None:
    own = next((w for w in event.group.whens if _may_be(w, event.group, status, whole)), None)
    if own is not None:
        return own
    near = [w for e in whole.around(event) if (w := _shared(e))]
    dated = next((w for w in near if _may_be(w, event.group, status, whole)), None)
    if dated is not None:
        reason = "the date of the visit or the talks that it belongs to"
        return When(dated.edtf, "inferred", dated.span, "ground.around", reason)
    published = whole.article.published
    if published is None or status != "held":
        return None
    reason = "told as past on the day of publication"
    bound = published_bound(published.value)
    return When(bound, "published", published.span, "ground.published", reason)


def _may_be(when: When, group: Group, status: Status, whole: Story) -> bool:
    """What was held was not held after it was published; and what «обсудили» speaks of may have
    been agreed upon long before. «Завтра прибывает» is told in the present, and is to come."""
    published = whole.article.published
    day = published_day(published.value if published else None)
    if day is None or status != "held" or group.status != "held":
        return True
    start, end = edtf_range(when.edtf)
    tenses = {whole.parsed.clauses[t.draft.clause].tense for t in group.told if when in t.whens}
    until = start is None and end is not None and end > day  # «программу до 2034 года»
    ahead = until or (start is not None and start > day and "present" not in tenses)
    told = any(when in strong.whens for strong in group.strong)
    spoken_of = bool(group.strong) and not told and any(when in weak.whens for weak in group.weak)
    return not ahead and not (spoken_of and end is not None and (day - end).days > LONG_AGO)


def _shared(around: Event) -> When | None:
    """The date that a part takes over: the days of a visit, not that of the arrival alone."""
    when = around.group.when
    arrived = any(t.draft.frame.name == "travel" for t in around.group.told if when in t.whens)
    first = when is not None and arrived and "/" not in when.edtf
    return None if first and around.group.status != "planned" else when


def _place(event: Event, whole: Story) -> Place | None:
    if event.kind in PLACELESS:
        return None
    own = event.places
    near = [m for e in whole.around(event) for m in e.places]
    mention = next(iter([*own, *near]), None)
    if mention is None:
        return _invited(event)
    city = mention if is_city(mention) else _city_in(mention.code, near)
    return Place(
        _placed(city, own, city.value) if city else None, _placed(mention, own, mention.code)
    )


def _invited(event: Event) -> Place | None:
    """«По приглашению президента X прибыл в нашу страну»: the country of who invites or meets."""
    if event.kind != "visit":
        return None
    travel = guests(event.group)
    hosts = {a.side: a.participant.side for a in event.actors if a.key not in travel and a.side}
    side = next(iter(hosts.values())) if len(hosts) == 1 else None
    if side is None:
        return None
    reason = "the side of the one who invites or meets the guest"
    return Place(country=Value(side.value, side.span, "ground.host", "inferred", reason))


def _city_in(country: str, near: Sequence[Mention]) -> Mention | None:
    """The one city of a country that the contacts around are told to be in."""
    cities = {m.value: m for m in near if is_city(m) and m.code == country}
    return next(iter(cities.values())) if len(cities) == 1 else None


def _placed(mention: Mention, own: Sequence[Mention], value: str) -> Value:
    """A city or a country as a value; inferred where it is told of the visit around."""
    if mention in own:
        return Value(value, mention.span, mention.rule)
    reason = "the place of the visit or the talks that it belongs to"
    return Value(value, mention.span, "ground.around", "inferred", reason)


def _after(group: Group, whole: Story) -> Value | None:
    """«После пресс-конференции у них прошла краткая встреча»: the talks were over, it is another.

    The first that is told of it as a fact must say so; the news conference is not it itself.
    """
    first = next((t.draft for t in group.told if t.status), None)
    if first is None or first.kind != "meeting":
        return None
    sentence = whole.parsed.sentence(first.trigger)
    for span, cue in whole.marks.cues:
        if cue == "after" and sentence.covers(span) and not span.overlaps(first.trigger):
            return Value(span.of(whole.parsed.text), span, "cues.after")
    return None


def _voice(group: Group, whole: Story) -> Value | None:
    """Whose voice tells it, where it is not the report's: «Отметим, …» is the editor's."""
    sentence = whole.parsed.sentence(group.told[0].draft.trigger)
    for span, cue in whole.marks.cues:
        if cue in {"editor", "recall"} and sentence.covers(span):
            return Value("editor", span, "cues.editor")
    return None
