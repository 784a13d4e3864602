"""The contacts of one article beside each other: which is the news, which is recalled.

headline, lead   visit of a president        main
body             talks in it, what was signed  main, and in the visit's days and city
«Напомним, …»    a summit of the year before   recalled
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from elshi.actors import PAIR, Actor, actor, distinct, of_figure
from elshi.cast import Cast
from elshi.dealings import complete
from elshi.extract.outlets import home_of
from elshi.group import groups
from elshi.mark import Marks
from elshi.pack import Parsed
from elshi.records import Article, ContactKind, Mention, Role, Span
from elshi.sides import Clues, with_sides
from elshi.tellings import Group, Told
from elshi.unnamed import named
from elshi.visits import guests, one_visit, places, receiving
from elshi.when import compatible, edtf_range, published_day

WAR = "war"
"""Cue of what two states have against each other: their war, conflict, border."""
TALKS = frozenset({"meeting", "call", "message", "conference", "credentials"})
"""Kinds in which something is talked about."""
PARTS: dict[str, tuple[str, ...]] = {
    "meeting": ("visit", "signing", "conference"),
    "credentials": ("visit",),
    "conference": ("visit",),
    "signing": ("meeting", "conference", "credentials", "visit"),
}
"""Of what a contact of the news can be a part, the nearest first."""
MANY = 5
"""States that meet: no talks, but a conference."""
STOPS = (".", "!", "?", "…", "»", "”", '"')
CUT_OFF = 120
"""Characters of a line that must be a sentence, though the page cuts it off."""
LONG_AGO = 20
"""Days before the publishing day at which a dated contact is no longer the news."""


@dataclass(frozen=True, slots=True)
class Event:
    """One contact of the article: its tellings, who takes part, and whether it is the news."""

    group: Group
    actors: tuple[Actor, ...]
    role: Role = "main"

    @property
    def kind(self) -> ContactKind:
        """The contact's kind; a session of two states is a meeting."""
        frame = self.group.told[0].draft.frame
        states = [side for side in self.sides if len(side) == 2]
        bodies = (m for t in self.group.told for m in t.draft.forums)
        many = any(m.rule.endswith("organisation") for m in bodies)
        two = frame.bilateral and len(states) == 2 and len(self.sides) == 2 and not many
        if self.group.kind == "meeting" and len(states) >= MANY:
            return "conference"
        return frame.bilateral if frame.bilateral and two else self.group.kind

    @property
    def sides(self) -> frozenset[str]:
        """Codes of the sides that are known."""
        return frozenset(a.side for a in self.actors if a.side)

    @property
    def told_at(self) -> int:
        """Where the report first tells it."""
        return min(t.draft.trigger.start for t in self.group.told)

    @property
    def places(self) -> list[Mention]:
        """Where it was as its own clauses say: destination first, cities before states."""
        return places(self.group)


@dataclass(frozen=True, slots=True)
class Story:
    """All contacts of an article in text order, and what they are read from."""

    article: Article
    parsed: Parsed
    marks: Marks
    events: tuple[Event, ...]
    left: tuple[Group, ...]
    """Groups that looked like a contact and name no two sides."""

    def around(self, event: Event) -> list[Event]:
        """The visit and the talks of the news to which a contact of the news belongs.

        What is recalled belongs to what the same sentence recalls.
        """
        order = PARTS.get(event.kind, ())
        near = [e for e in self.events if e is not event and e.role == event.role]
        if event.role == "recalled":
            near = [e for e in near if self.sentences(e) & self.sentences(event)]
            men = {a.key for a in event.actors}  # a visit that others made is not theirs
            near = [e for e in near if e.kind != "visit" or men & guests(e.group)]
        kin = [e for e in near if e.kind in order and _kin(event, e)]
        if not _of_one_time(kin):
            kin = [e for e in kin if e.told_at < event.told_at] or kin
        return [*self.beside(event), *sorted(kin, key=lambda e: order.index(e.kind))]

    def sentences(self, event: Event) -> set[int]:
        """The sentences that tell of a contact, by number."""
        return {self.parsed.clauses[t.draft.clause].sentence for t in event.group.told}

    def beside(self, event: Event) -> list[Event]:
        """The other contacts that the same words tell: «провёл встречи с А, Б и В»."""
        own = {t.draft.clause for t in event.group.told if t.actors}
        others = [e for e in self.events if e is not event and e.kind == event.kind]
        if event.kind == "visit":  # «will travel to A, B and C»: a day of one is not another's
            goals = {m.code for m in event.places[:1]}
            others = [e for e in others if {m.code for m in e.places[:1]} == goals]
        return [e for e in others if any(t.draft.clause in own for t in e.group.told if t.actors)]


def _of_one_time(events: Sequence[Event]) -> bool:
    """Whether the dates told of several contacts can all be true of one occasion."""
    days = [e.group.when.edtf for e in events if e.group.when]
    return all(compatible(days[0], day) for day in days)


def _kin(event: Event, other: Event) -> bool:
    """Whether two contacts of the news are parts of one occasion: the same two sides deal."""
    if (other.group.status or "held") != (event.group.status or "held"):
        return _ahead_in(event, other)
    travels = other.kind == "visit" and bool({a.key for a in event.actors} & guests(other.group))
    return travels or len(_reach(event) & _reach(other)) > 1


def _ahead_in(event: Event, visit: Event) -> bool:
    """Whether a contact is still to come in a visit that has begun: «прибыл», «проведёт»."""
    if event.kind not in {"meeting", "signing"} or visit.kind != "visit":
        return False
    if (visit.group.status, event.group.status) != ("held", "planned"):
        return False
    guest = {a.key for a in event.actors} & guests(visit.group) or event.kind == "signing"
    days = [e.group.when.edtf for e in (visit, event) if e.group.when]
    same_days = len(days) == 2 and compatible(*days)
    return bool(guest) and event.sides <= _reach(visit) and (not event.group.when or same_days)


def _reach(event: Event) -> set[str]:
    """The sides of a contact and the states in which it takes place."""
    return set(event.sides) | {m.code for m in event.places}


def story(
    article: Article, parsed: Parsed, marks: Marks, tellings: Sequence[Told], cast: Cast
) -> Story:
    """The contacts of an article from the tellings of its clauses."""
    made = groups(tellings, [of_figure(figure) for figure in cast.figures])
    made = one_visit(made, article)
    pairs = [m for m in marks.of("state") if m.rule.endswith(PAIR) and not _at_war(m, marks)]
    home = home_of(article)
    told_of = {m.code for m in marks.of("state", "place")}
    clues = Clues(pairs, _two(made), home=home, at_home=home in told_of)
    manned = [(g, _actors(g, clues, receiving(g, made), marks)) for g in made]
    manned = named(manned, parsed, marks)
    whole = [Event(g, tuple(actors)) for g, actors in manned if complete(g, actors)]
    whole = [e for e in whole if not _courtesy(e, whole) and not _with_letters(e, whole)]
    whole = [e for e in whole if not _summed_up(e, whole)]
    left = tuple(g for g, actors in manned if not complete(g, actors))
    news = next((e for e in whole if not e.group.recalled), None)
    events = tuple(Event(e.group, e.actors, _role(e, news, article)) for e in whole)
    return Story(article, parsed, marks, events, left)


def _at_war(pair: Mention, marks: Marks) -> bool:
    """«the Russia-Ukraine war»: of the two states the report need not be."""
    after = range(pair.span.end, pair.span.end + 2)
    return any(cue == WAR and span.start in after for span, cue in marks.cues)


def _actors(group: Group, clues: Clues, host: Mention | None, marks: Marks) -> list[Actor]:
    """Who takes part in a group, sides inferred where only one can be meant."""
    actors = [a for a in group.actors if not _is_place(a, group)]
    pairs = [*(p for a in actors if (p := _accredited(a, marks))), *clues.pairs]
    travel = guests(group) if group.kind == "visit" else None
    drafts = [t.draft for t in group.told]
    acting = {actor(p).key for d in drafts for p in d.parties if p.marker in {"subject", "of"}}
    received = [d for d in drafts if d.frame.name == "receive"]
    receives = {actor(p).key for d in received for p in d.parties if p.marker == "subject"}
    where = host or next(iter(places(group)), None)
    here = replace(clues, pairs=pairs, host=where, guests=travel, acting=acting)
    here = replace(here, receiving=receives, received=host is not None)
    return distinct(with_sides(actors, here))


def _two(made: Sequence[Group]) -> tuple[str, ...]:
    """The two sides that a report is about, as its first contact with two tells."""
    for group in made:
        sides = sorted({a.side for a in group.actors if a.side})
        if len(sides) == 2:
            return tuple(sides)
    return ()


def _accredited(envoy: Actor, marks: Marks) -> Mention | None:
    """«посол Монголии в Соединённом Королевстве»: of whom, and at whom, an envoy is."""
    post = envoy.participant.post
    if envoy.participant.level != "ambassador" or post is None or post.span is None:
        return None
    named = sorted(marks.of("state", "place"), key=lambda m: m.span)
    states = [m.code for m in named if post.span.covers(m.span) and "-" not in m.code]
    if len(set(states)) != 2:
        return None
    return Mention(
        "state", post.span, post.value, "post.pair", code="-".join(dict.fromkeys(states))
    )


def _is_place(one: Actor, group: Group) -> bool:
    """The state to which a visit goes is its place, unless somebody of it takes part."""
    return group.kind == "visit" and one.key.startswith("state") and len(group.actors) > 1


def _with_letters(event: Event, events: Sequence[Event]) -> bool:
    """The talk at which credentials were presented belongs to their presentation."""
    keys = {a.key for a in event.actors}
    return event.kind == "meeting" and any(
        e.kind == "credentials" and keys <= {a.key for a in e.actors} for e in events
    )


def _summed_up(event: Event, events: Sequence[Event]) -> bool:
    """A headline that names at once whom the report tells of one by one: «министры трёх стран»."""
    weak = all(t.draft.frame.weak for t in event.group.told)
    if not weak or len(event.sides) < 3 or not event.group.told[0].head:
        return False
    told = [e for e in events if e is not event and not e.sides - event.sides and len(e.sides) > 1]
    return {side for e in told for side in e.sides} == set(event.sides)


def _courtesy(event: Event, events: Sequence[Event]) -> bool:
    """A congratulation in the course of talks («поздравил с назначением») is no message."""
    first = event.group.told[0].draft
    if event.kind != "message" or first.frame.name == "send":
        return False
    talks = [e for e in events if e.kind in {"meeting", "call", "credentials"}]
    before = [e for e in talks if e.group.told[0].draft.clause < first.clause]
    presented = {side for e in before if e.kind == "credentials" for side in e.sides}
    greeted = bool(event.sides) and event.sides <= presented
    return greeted or any(e.sides == event.sides for e in before)


def _role(event: Event, news: Event | None, article: Article) -> Role:
    """Main: the news of the headline and lead, and what belongs to it; else recalled."""
    group = event.group
    if news is None or event.group is news.group:
        return "main" if news is not None or not group.recalled else "recalled"
    if group.recalled:
        return "recalled"
    if group.status is None and _long_before(group, news.group, article):
        return "recalled"
    if any(t.head and (t.status or t.actors) for t in group.told) or _together(group, news.group):
        return "main"
    aside = _beside(event, news) or _long_before(group, news.group, article)
    return "recalled" if aside else "main"


def _together(group: Group, news: Group) -> bool:
    """Whether the same words tell both: «прибыли президенты Финляндии и Исландии»."""
    own = {t.draft.clause for t in group.told if t.actors and not t.recalled}
    return any(t.draft.clause in own for t in news.told if t.actors)


def _beside(event: Event, news: Event) -> bool:
    """Whether a contact is told beside the news: ahead of it, elsewhere, or only by the way."""
    if event.group.status == "planned" and news.group.status == "held":
        return not _ahead_in(event, news)
    if _wider(event, news):
        return True
    if event.kind == "visit":  # «из Москвы премьер отправился в Вену»
        return len(_reach(event) & _reach(news)) < 2 or _by_the_way(event, news)
    return event.group.status is None  # «… рассказал о встрече с президентом»


def _wider(event: Event, news: Event) -> bool:
    """«17 сентября прошёл саммит …» in a report on talks of the day before: others deal there."""
    if event.kind != "conference" or news.kind == "conference" or not event.sides - news.sides:
        return False
    days = [e.group.when.edtf for e in (event, news) if e.group.when]
    return len(days) == 2 and not compatible(*days)


def _by_the_way(event: Event, news: Event) -> bool:
    """«документ разработан в ходе визита в сентябре 2018 года»: a visit only named, of a year."""
    when = event.group.when
    named = event.group.status is None and when is not None and when.basis == "stated"
    return (
        named and news.group.when is None and not guests(event.group) & {a.key for a in news.actors}
    )


def _long_before(group: Group, news: Group, article: Article) -> bool:
    """Whether a group's date lies well before the main news."""
    if group.when is None:
        return False
    latest = edtf_range(group.when.edtf)[1]
    published = published_day(article.published.value if article.published else None)
    start = edtf_range(news.when.edtf)[0] if news.when else None
    if latest is None:
        return False
    if start is not None:
        return latest < start
    return published is not None and (published - latest).days > LONG_AGO


def scope(event: Event, whole: Story) -> list[Span]:
    """Where a contact's topics are told: beside its verbs, and in the sentences that follow it.

    What follows belongs to the talks of the news told last, up to the next ones, statements
    included: what the guest is told of the legal base is a topic of the talks.
    """
    topics = [span for t in event.group.told for span in t.draft.topics]
    topics += [span for t in event.group.told for span in _named(t, event, whole.parsed)]
    if event.role == "recalled" or event.kind not in TALKS:
        return topics
    return [*topics, *_following(event, whole)]


def _following(event: Event, whole: Story) -> Iterator[Span]:
    """Sentences after the talks, up to the next ones; a line without a full stop is no sentence."""
    owners = _owners(whole)
    last: list[Event] = []
    for sentence in whole.parsed.sentences:
        if sentence in owners:
            last = owners[sentence] or last
        elif event in last and _is_told(sentence, whole.parsed):
            yield sentence


def _is_told(sentence: Span, parsed: Parsed) -> bool:
    """A sentence, be it cut off by the end of the page; a short line without a stop is none."""
    words = sentence.of(parsed.text).rstrip()
    return words.endswith(STOPS) or len(words) > CUT_OFF


def _named(telling: Told, event: Event, parsed: Parsed) -> Iterator[Span]:
    """The subject of a document that is signed, and on what occasion a message is sent."""
    clause = parsed.clauses[telling.draft.clause]
    if event.kind == "signing":
        yield from (a.span for a in clause.having("object", "about", "of"))
    elif event.kind == "message":
        yield from (a.span for a in clause.having("about", "after", "with"))


def _owners(whole: Story) -> dict[Span, list[Event]]:
    """Sentences that tell of a contact → the talks that what follows belongs to, if it changes."""
    found: dict[Span, list[Event]] = {}
    for event in whole.events:
        talks = event.role == "main" and event.kind in TALKS
        for telling in event.group.told:
            sentence = whole.parsed.sentence(telling.draft.trigger)
            if telling.actors or (telling.status and telling.draft.frame.kind == event.kind):
                before = found.get(sentence, [])
                together = [e for e in before if e in whole.beside(event)]
                found[sentence] = [*together, event] if talks else before
    return found
