"""From groups of drafts to accounts: kind, status, main or recalled, when, where, who, what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from elshi.actors import PAIR, Actor, distinct, with_inferred_sides
from elshi.extract.outlets import named, of_url
from elshi.forums import forums
from elshi.frame import Draft
from elshi.group import Group, groups, told
from elshi.ids import content_id
from elshi.mark import Marks
from elshi.pack import Clause, Parsed
from elshi.records import (
    Account,
    Article,
    Mention,
    Place,
    Role,
    Span,
    Status,
    Unread,
    Value,
    When,
)
from elshi.topics import agenda, spheres
from elshi.when import edtf_range, published_bound, published_day, times_in_text

IN_PERSON = frozenset({"meeting", "signing", "credentials", "conference"})
PLACELESS = frozenset({"call", "message"})
LEAD = 2
"""Sentences after the headline that may still announce the main news."""
LONG_AGO = 20
"""Days before the publishing day at which a dated contact is no longer the news."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What every account of an article is grounded on."""

    article: Article
    parsed: Parsed
    marks: Marks
    whens: Sequence[When]
    home: str | None

    @property
    def pairs(self) -> list[Mention]:
        """Pairs of states that the article speaks of («казахстанско-американские»)."""
        return [m for m in self.marks.of("state") if m.rule.endswith(PAIR)]

    def sentence(self, span: Span) -> Span:
        """The sentence in which something stands."""
        return next((s for s in self.parsed.sentences if s.covers(span)), span)


def ground(
    article: Article,
    parsed: Parsed,
    marks: Marks,
    drafts: Sequence[Draft],
    *,
    whens: Sequence[When],
) -> tuple[list[Account], list[Unread]]:
    """The accounts of an article, and what looked like one and was not read as such."""
    base = Ground(article, parsed, marks, whens, _home(article))
    unread = [u for d in drafts if (u := _not_told(d, parsed))]
    heard = [d for d in drafts if _not_told(d, parsed) is None]
    tellings = [t for d in heard for t in told(d, parsed, base.whens, head=_head(base))]
    made = groups(tellings)
    news = next((g for g in made if _complete(g, base)), None)
    accounts: list[Account] = []
    for group in made:
        if _complete(group, base):
            accounts.append(_account(group, base, made, main=news))
        elif not group.recalled or group.actors:
            unread.append(_incomplete(group))
    return _once(accounts), unread


def _home(article: Article) -> str | None:
    """The country of the outlet."""
    known = (named(article.outlet.value) if article.outlet else None) or (
        of_url(article.url) if article.url else None
    )
    return known.country if known else None


def whens_of(article: Article, parsed: Parsed, marks: Marks) -> list[When]:
    """All times of an article as EDTF dates, counted from its publishing day."""
    published = published_day(article.published.value if article.published else None)
    return times_in_text(marks.times, published=published, tense=lambda span: _tense(parsed, span))


def _tense(parsed: Parsed, span: Span) -> Literal["past", "future"] | None:
    around = [c for c in parsed.clauses if c.span.covers(span) and c.tense]
    clause = min(around, key=lambda c: c.span.end - c.span.start, default=None)
    if clause is None:
        return None
    if clause.tense == "future" or clause.modality == "planned":
        return "future"
    return "past" if clause.tense == "past" else None


def _head(base: Ground) -> Span:
    """The headline and the lead: where the main news is told."""
    title = base.article.title.span if base.article.title else None
    start = title.start if title else 0
    after = [s for s in base.parsed.sentences if title is None or s.start >= title.end]
    telling = [s for s in after if any(c.sentence == n for n, c in _telling(base, s))]
    ends = [s.end for s in telling[:LEAD]]
    return Span(start, max([title.end if title else 0, *ends]))


def _telling(base: Ground, sentence: Span) -> Iterator[tuple[int, Clause]]:
    for clause in base.parsed.clauses:
        if sentence.covers(clause.predicate):
            yield clause.sentence, clause


def _not_told(draft: Draft, parsed: Parsed) -> Unread | None:
    """Why a clause with a trigger tells of no contact: it is denied, or only possible or wished."""
    clause = parsed.clauses[draft.clause]
    if clause.negated and clause.modality != "cancelled":
        return Unread("the text says that it did not happen", "ground.negated", draft.trigger)
    if clause.modality in {"possible", "wanted"}:
        return Unread(f"only {clause.modality}, not told as fact", "ground.modality", draft.trigger)
    if draft.frame.weak and not draft.parties and not draft.topics:
        return Unread("nobody is named who takes part", "ground.weak", draft.trigger)
    return None


def _complete(group: Group, base: Ground) -> bool:
    """Whether a group tells of a contact: two sides at least, or a traveller and another state."""
    actors = _actors(group, base)
    sides = {a.side for a in actors if a.side}
    if group.kind == "visit":
        return bool(_travellers(group)) and bool(_country(group, base) or len(sides) > 1)
    if group.kind in {"conference", "signing"} and group.told[0].draft.forums and actors:
        return len(sides) > 1 or bool(group.told[0].draft.forums and sides)
    return len(sides) > 1


def _actors(group: Group, base: Ground) -> list[Actor]:
    actors = [a for a in group.actors if not _is_place(a, group, base)]
    made = with_inferred_sides(actors, home=base.home, pairs=base.pairs)
    return distinct(made)


def _is_place(actor: Actor, group: Group, base: Ground) -> bool:
    """The state to which a visit goes is its place, unless somebody of it takes part."""
    return group.kind == "visit" and actor.key.startswith("state") and len(group.actors) > 1


def _travellers(group: Group) -> list[Actor]:
    return [a for t in group.told if t.draft.frame.name != "welcome" for a in t.actors]


def _incomplete(group: Group) -> Unread:
    named = ", ".join(sorted({a.participant.name.value for a in group.actors})) or "nobody"
    reason = f"no two sides are named ({named})"
    return Unread(reason, "ground.sides", group.told[0].draft.trigger)


def _account(group: Group, base: Ground, made: Sequence[Group], *, main: Group | None) -> Account:
    first = group.told[0].draft
    role = _role(group, main, base)
    status: Status = group.status or "held"
    scope = _scope(group, made, base, role)
    participants = tuple(a.participant for a in _actors(group, base))
    held_at = forums(group, base.parsed, base.marks)
    return Account(
        id=content_id(
            "account",
            article=base.article.id,
            kind=group.kind,
            who="|".join(sorted(p.name.value for p in participants)),
            sentence=str(base.sentence(first.trigger).start),
        ),
        kind=Value(group.kind, first.trigger, f"frame.{first.frame.name}"),
        status=_status(group, status),
        role=Value(role, first.trigger, "ground.role"),
        when=_when(group, status, base, main if role == "main" else None),
        place=_place(group, base),
        forum=next(iter(held_at), None),
        margins=next(iter(held_at[1:]), None),
        participants=participants,
        spheres=spheres(scope, base.marks, participants) if _talks(group, made) else (),
        agenda=agenda(group, base.parsed, scope, base.marks),
        voice=_voice(group, base),
    )


def _status(group: Group, status: Status) -> Value:
    told = next((t for t in group.told if t.status), group.told[0])
    if group.status is None:
        reason = "told as a fact, with no verb that dates it"
        return Value(status, told.draft.trigger, "ground.status", "inferred", reason)
    return Value(status, told.draft.trigger, "ground.status")


def _role(group: Group, main: Group | None, base: Ground) -> Role:
    """Main: the news of the headline and lead, and what belongs to it; else recalled."""
    if group is main:
        return "main"
    if group.recalled or main is None:
        return "recalled"
    if any(t.head for t in group.told):
        return "main"
    if group.status == "planned" and main.status == "held":
        return "recalled"
    return "recalled" if _long_before(group, main, base) else "main"


def _long_before(group: Group, main: Group, base: Ground) -> bool:
    """Whether a group's date lies well before the main news."""
    if group.when is None:
        return False
    latest = edtf_range(group.when.edtf)[1]
    published = published_day(base.article.published.value if base.article.published else None)
    news = edtf_range(main.when.edtf)[0] if main.when else None
    if latest is None:
        return False
    if news is not None:
        return latest < news
    return published is not None and (published - latest).days > LONG_AGO


def _scope(group: Group, made: Sequence[Group], base: Ground, role: Role) -> list[Span]:
    """The sentences whose topics are a contact's: its own; for the news, all that is no other's."""
    own = {base.sentence(t.draft.trigger) for t in group.told}
    if role == "recalled":
        return sorted(own)
    others = {
        base.sentence(t.draft.trigger) for g in made if g is not group for t in g.told if t.recalled
    }
    return [s for s in base.parsed.sentences if s in own or s not in others]


def _talks(group: Group, made: Sequence[Group]) -> bool:
    """Topics go to the talks, not to the visit around them."""
    return group.kind != "visit" or not any(
        g.kind in {"meeting", "call"} and g.actors for g in made
    )


def _when(group: Group, status: Status, base: Ground, main: Group | None) -> When | None:
    if group.when is not None:
        return group.when
    if main is not None and main is not group and main.when and main.kind == "visit":
        reason = "the date of the visit in which it took place"
        return When(main.when.edtf, "inferred", main.when.span, "ground.visit", reason)
    published = base.article.published
    if published is None or status != "held":
        return None
    reason = "told as past on the day of publication"
    return When(
        published_bound(published.value), "published", published.span, "ground.published", reason
    )


def _place(group: Group, base: Ground) -> Place | None:
    if group.kind in PLACELESS:
        return None
    mention = next(iter(_places(group)), None)
    if mention is None:
        return None
    country = Value(mention.code, mention.span, mention.rule)
    city = None
    if mention.kind == "place":
        city = Value(mention.value, mention.span, mention.rule)
    return Place(city, country)


def _places(group: Group) -> list[Mention]:
    """Where it was, the destination of a visit first, cities before states."""
    to = [m for t in group.told for m in t.draft.destination if m.code]
    at = [m for t in group.told for m in t.draft.places if m.code]
    found = [*to, *at]
    return sorted(found, key=lambda m: m.kind != "place")


def _country(group: Group, base: Ground) -> str | None:
    """The state that a visit goes to, if it is another than the traveller's."""
    own = {a.side for a in _travellers(group)}
    return next((m.code for m in _places(group) if m.code not in own), None)


def _voice(group: Group, base: Ground) -> Value | None:
    sentence = base.sentence(group.told[0].draft.trigger)
    for span, cue in base.marks.cues:
        if cue == "editor" and sentence.covers(span):
            return Value("editor", span, "cues.editor")
    return None


def _once(accounts: Sequence[Account]) -> list[Account]:
    """Accounts in text order, each id once."""
    return list({a.id: a for a in accounts}.values())
