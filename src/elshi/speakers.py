"""Who speaks by a verb of saying: one man or body, the sides together, nobody, or a voice.

сказал глава МИД            one: the man who holds the post
заявил он                   one: the man named last as a subject
отметили стороны            sides: several, so no speaker
говорится в сообщении       voice: a press service speaks, not a man
было отмечено               nobody
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from elshi.actors import actor, of_figure
from elshi.cast import Figure
from elshi.extract.outlets import home_of
from elshi.pack import Argument, Clause
from elshi.parties import PRONOUNS, Party, last_named, parties_of
from elshi.records import Level, Mention, MentionKind, Participant, Span, Value
from elshi.sayings import ASCRIBED, TURN, Saying, Scene, own
from elshi.seats import seat

MEN: tuple[MentionKind, ...] = ("post", "person", "institution", "role")
TOGETHER = frozenset({"sides", "interlocutors", "they"})
THE_OTHER = frozenset({"interlocutor", "guest", "colleague"})
HIGH: frozenset[Level | None] = frozenset(get_args(Level)) - {"official", "senior official"}
"""Rungs on which men speak for their states: «министры», not «журналисты»."""
HOUSES = frozenset({"press service", "agency", "source"})
NEAR = 60
"""Characters between a verb of saying and the speaker that the tree did not give it."""
ARTICLE = 5
"""Characters between "according to" and the post: " the "."""
SENT = frozenset({"send", "congratulate", "condole"})
"""Frames of sending: whose letter it is."""
BACK = 3
"""Sentences in which «он» may still mean the man before."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Whose words a verb of saying reports."""

    kind: Literal["one", "sides", "nobody", "voice", "letter", "stranger"]
    speaker: Participant | None = None


NOBODY, SIDES, VOICE = Heard("nobody"), Heard("sides"), Heard("voice")
LETTER, STRANGER = Heard("letter"), Heard("stranger")


def heard(saying: Saying, scene: Scene, *, quote: Span | None = None) -> Heard:
    """Who speaks; `quote` is the quotation that the verb carries, which names no speaker."""
    if (voice := _voice(saying, scene, quote)) is not None:
        return voice
    if saying.clause is None:
        found = _beside(saying, scene, quote)
        return _one(found, saying, scene) if found else NOBODY
    subjects = _subjects(saying, quote)
    parties = _parties(saying.clause, subjects, scene)
    if parties:
        return _of(parties, saying, scene)
    if (body := _seat(saying, subjects, scene)) is not None:
        return Heard("one", body)
    found = _beside(saying, scene, quote) if quote else None
    if found:
        return _one(found, saying, scene)
    return STRANGER if subjects else _silent(saying, scene)


def _seat(saying: Saying, subjects: Sequence[Argument], scene: Scene) -> Participant | None:
    """«Астана заявила», «в Кремле сообщили»: of a verb of many that names nobody, its place."""
    words = scene.parsed.words(saying.predicate)
    they = bool(words) and words[-1].number == "plur" and words[-1].voice == "act"
    told = subjects or (own(saying, "in") if they else ())
    return seat((argument.span for argument in told), scene.marks)


def _subjects(saying: Saying, quote: Span | None) -> list[Argument]:
    """Subjects of a verb that do not stand in the quotation («Біз» in «Біз дайынбыз», – деді X)."""
    return [a for a in own(saying, "subject") if quote is None or not quote.overlaps(a.span)]


def _parties(clause: Clause, subjects: Sequence[Argument], scene: Scene) -> list[Party]:
    named = parties_of(clause, ("subject",), scene.marks, scene.cast)
    return [p for p in named if any(a.span.overlaps(p.mention.span) for a in subjects)]


def _voice(saying: Saying, scene: Scene, quote: Span | None) -> Heard | None:
    """«сообщает пресс-служба», «говорится в сообщении», «сказано в телеграмме»."""
    spans = [a.span for a in _subjects(saying, quote)]
    if not spans and quote is not None:
        spans = [_attribution(saying, scene, quote)]
    elif not spans:
        spans = [a.span for a in own(saying, "in", "by")]
    kinds = {kind for span, kind in scene.marks.voices for s in spans if s.covers(span)}
    men = [m for s in spans for m in scene.marks.of("person", "role") if s.covers(m.span)]
    if men and not _passive(saying, scene):
        return None
    if "letter" in kinds:
        return LETTER
    house = "house" in kinds and saying.act == "inform"
    return VOICE if kinds & HOUSES or house else None


def _passive(saying: Saying, scene: Scene) -> bool:
    """«сказано», «говорится», «делінген», "read": what is written speaks, not a man."""
    words = scene.parsed.words(saying.predicate)
    return saying.act == TURN or (bool(words) and words[-1].voice == "pass")


def _attribution(saying: Saying, scene: Scene, quote: Span | None) -> Span:
    """The words of saying beside a quotation: from it to the end of their sentence or line."""
    text = scene.parsed.text
    ends = [i for sign in "\n«“" if (i := text.find(sign, saying.predicate.end)) >= 0]
    sentence = scene.parsed.sentence(saying.predicate)
    end = min([*ends, max(sentence.end, saying.predicate.end)])
    start = saying.predicate.start
    if quote is not None and quote.end <= start:
        start = quote.end
    elif quote is not None and quote.start >= saying.predicate.end:
        return Span(sentence.start, quote.start)
    return Span(start, max(end, start))


def _of(parties: Sequence[Party], saying: Saying, scene: Scene) -> Heard:
    """Who the named subjects are together."""
    figures = list(dict.fromkeys(p.figure for p in parties if p.figure))
    if len(figures) > 1 or any(p.mention.code in TOGETHER for p in parties):
        return SIDES
    if figures:
        return official(_holder(parties[0].mention, figures[0], saying, scene), scene)
    offices = [p.mention.office for p in parties if p.mention.office]
    if any(office.plural for office in offices):
        return SIDES if any(office.level in HIGH for office in offices) else STRANGER
    if len(parties) > 1 and len({p.mention.code for p in parties}) > 1:
        return SIDES
    return _unnamed(parties[0], saying, scene)


def _holder(mention: Mention, figure: Figure, saying: Saying, scene: Scene) -> Figure:
    """Who «глава государства» is: the outlet's own, and never the one who is spoken to."""
    office = mention.office
    if office is None or mention.holder or office.side or office.level != "head of state":
        return figure
    spoken = [] if saying.clause is None else list(_spoken_to(saying.clause, scene))
    home = home_of(scene.article)
    others = [f for f in scene.cast.figures if f not in spoken and _may_rule(f, home)]
    wrong = figure in spoken or (home is not None and not _may_rule(figure, home))
    return others[0] if wrong and others else figure


def _spoken_to(clause: Clause, scene: Scene) -> Iterable[Figure]:
    for party in parties_of(clause, ("object", "to", "with"), scene.marks, scene.cast):
        if party.figure:
            yield party.figure


def _may_rule(figure: Figure, home: str | None) -> bool:
    """Whether a man can be the head of the outlet's own state: by his post, or with none said."""
    offices = [p.office for p in figure.posts if p.office]
    sides = {o.side for o in offices if o.side}
    heads = not offices or any(o.level == "head of state" and not o.former for o in offices)
    return heads and (not sides or home is None or home in sides)


def official(figure: Figure, scene: Scene) -> Heard:
    """A man who speaks for a side: by a post that he holds, or by the state said beside him."""
    outlet = scene.article.outlet.value if scene.article.outlet else ""
    offices = [p.office for p in figure.posts if p.office]
    if figure.name.value == outlet or (offices and all(o.former for o in offices)):
        return STRANGER
    known = bool(offices) or figure.name.side is not None or len(figure.names) > 1
    return Heard("one", of_figure(figure).participant) if known else STRANGER


def _unnamed(party: Party, saying: Saying, scene: Scene) -> Heard:
    """«он», «собеседник», an office or a house without a name, a state."""
    mention = party.mention
    if mention.code in PRONOUNS:
        return _he(saying, scene)
    if mention.kind == "role":
        return _other(saying, scene) if mention.code in THE_OTHER else STRANGER
    if mention.kind == "institution" and _told_us(saying, scene):
        return VOICE
    return Heard("one", _house(mention, actor(party).participant, scene))


def _told_us(saying: Saying, scene: Scene) -> bool:
    """«сообщили «Вестнику» в МИД», "the ministry told the Herald": the news is ascribed to it."""
    outlet = scene.article.outlet.value if scene.article.outlet else ""
    stem = outlet.split()[0][:5] if outlet else ""
    sentence = scene.parsed.sentence(saying.predicate).of(scene.parsed.text)
    return saying.act == "inform" and bool(stem) and stem in sentence


def _house(mention: Mention, body: Participant, scene: Scene) -> Participant:
    """A house with the state before it: «China's Foreign Ministry», «Қытай СІМ»."""
    if mention.kind not in {"institution", "state"}:
        return body
    text = scene.parsed.text
    states = [m for m in scene.marks.of("state") if 0 <= mention.span.start - m.span.end <= 3]
    houses = [m for m in scene.marks.of("institution") if m.span.start - mention.span.end == 1]
    start, end = mention.span.start, mention.span.end
    if mention.kind == "state" and houses:
        end = houses[0].span.end
    elif mention.kind == "institution" and states:
        start = states[-1].span.start
    if (start, end) == (mention.span.start, mention.span.end):
        return body
    whole = Span(start, end)
    return replace(body, name=Value(whole.of(text), whole, "house"))


def _he(saying: Saying, scene: Scene) -> Heard:
    """Whom «он» means: the last subject, else the man named last in the sentences before."""
    if saying.index >= 0:
        figure = last_named(saying.index, scene.parsed, scene.marks, scene.cast)
        if figure is not None:
            return official(figure, scene)
    figure = _last(saying.predicate, scene)
    return official(figure, scene) if figure else NOBODY


def _last(span: Span, scene: Scene) -> Figure | None:
    """The subject named last before the sentence of a verb, else any man named last there."""
    here = scene.parsed.sentence(span)
    start = _back(here, scene)
    subjects = [
        p.figure
        for c in scene.parsed.clauses
        if start <= c.predicate.start < here.start
        for p in parties_of(c, ("subject",), scene.marks, scene.cast)
        if p.figure
    ]
    if subjects:
        return subjects[-1]
    before = [m for m in scene.marks.of("person", "post") if start <= m.span.start < here.start]
    figures = [f for m in before if (f := scene.cast.of(m.holder or m.span))]
    return figures[-1] if figures else None


def _back(here: Span, scene: Scene) -> int:
    at = [i for i, s in enumerate(scene.parsed.sentences) if s.start <= here.start]
    return scene.parsed.sentences[max(at[-1] - BACK, 0)].start if at else 0


def _other(saying: Saying, scene: Scene) -> Heard:
    """«Собеседник»: of the two men of the report, the one who did not speak last."""
    figures = [f for f in scene.cast.figures if f.posts][:2]
    last = _last(saying.predicate, scene)
    others = [f for f in figures if f is not last]
    return official(others[0], scene) if len(others) == 1 else NOBODY


def _silent(saying: Saying, scene: Scene) -> Heard:
    """A verb that names nobody: the passive is nobody's, «жеткізді» is the last man's."""
    words = scene.parsed.words(saying.predicate)
    if not words or words[-1].voice != "act":
        return NOBODY
    if words[-1].form not in {"finite", "gerund"}:
        return STRANGER
    many = _many(saying, scene)
    parties = [] if many else _inherited(saying, scene)
    who = many or (_of(parties, saying, scene) if parties else None)
    if words[-1].number == "plur":
        return who if who is not None and who.kind == "sides" else STRANGER
    opening = _opening(saying, scene) if who is None else None
    return who or (_one(opening, saying, scene) if opening else _he(saying, scene))


def _many(saying: Saying, scene: Scene) -> Heard | None:
    """«Мемлекет басшылары бір-бірін …»: men together, in what the tree took for an object."""
    span = saying.clause.span if saying.clause else saying.predicate
    inside = [m for m in scene.marks.of("post", "role") if span.covers(m.span)]
    first = next((m for m in inside if m.span.start == span.start), None)
    if first is None:
        return None
    plural = first.office is not None and first.office.plural and first.office.level in HIGH
    return SIDES if plural or first.code in TOGETHER else None


def _opening(saying: Saying, scene: Scene) -> Mention | None:
    """The man with whom the sentence opens, where the tree gave the verb no subject."""
    sentence = scene.parsed.sentence(saying.predicate)
    men = [m for m in _first_posts(scene) if m.span.start == sentence.start]
    return next((m for m in men if m.kind in {"person", "post"} and _speaks(m, scene)), None)


def _inherited(saying: Saying, scene: Scene) -> list[Party]:
    """The subject of the clause around a verb, else of the one told before it in the sentence."""
    clauses = scene.parsed.clauses
    clause = clauses[saying.index]
    chain = [clauses[clause.parent]] if clause.parent is not None else []
    chain += [c for c in reversed(clauses[: saying.index]) if c.sentence == clause.sentence]
    chain += [c for c in clauses[saying.index + 1 :] if c.sentence == clause.sentence][:1]
    for other in chain:
        parties = _parties(other, list(other.having("subject")), scene)
        if parties:
            return parties
    return []


def _beside(saying: Saying, scene: Scene, quote: Span | None) -> Mention | None:
    """Who stands beside a verb that has no subject: after it, else before it."""
    around = _attribution(saying, scene, quote)
    kind = next((k for s, k in scene.marks.voices if s == saying.predicate), "")
    if kind.startswith(ASCRIBED):
        return _owner(saying.predicate, scene, back=kind != ASCRIBED)
    inside = [m for m in _first_posts(scene) if around.covers(m.span)]
    men = [m for m in inside if _speaks(m, scene)]
    before = [m for m in men if m.span.end <= saying.predicate.start]
    after = [m for m in men if 0 <= m.span.start - saying.predicate.end <= NEAR]
    close = [m for m in before if saying.predicate.start - m.span.end <= NEAR]
    return next(iter([*close[-1:], *after[:1]]), None) or _quoted_man(inside, saying)


def _owner(span: Span, scene: Scene, *, back: bool) -> Mention | None:
    """Whose words: «по словам X», "according to the X", «X-тің айтуынша», «по его словам»."""
    men = list(_first_posts(scene))
    inside = [m for m in men if span.covers(m.span) and m.kind == "role"]
    after = [m for m in men if 0 <= m.span.start - span.end <= ARTICLE]
    before = [m for m in men if 0 <= span.start - m.span.end <= 2]
    return next(iter([*inside, *(before[-1:] if back else after)]), None)


def _first_posts(scene: Scene) -> Iterable[Mention]:
    return sorted(scene.marks.of(*MEN), key=lambda m: (m.span.start, MEN.index(m.kind)))


def _speaks(mention: Mention, scene: Scene) -> bool:
    """Whether a mention can be a subject: not in another case than the nominative."""
    words = [t for t in scene.parsed.words(mention.span) if t.case]
    return mention.kind != "institution" and (not words or words[0].case == "nom")


def _quoted_man(men: Sequence[Mention], saying: Saying) -> Mention | None:
    """«приводит пресс-служба слова Токаева»: whose words they are."""
    return next((m for m in men if m.kind == "person" and saying.act == TURN), None)


def _one(mention: Mention, saying: Saying, scene: Scene) -> Heard:
    """Who a mention beside a verb is."""
    figure = scene.cast.of(mention.holder or mention.span)
    if figure is not None:
        return official(figure, scene)
    if mention.kind == "institution" or (mention.office and mention.office.plural):
        return VOICE if mention.kind == "institution" else SIDES
    return _of([Party(mention)], saying, scene)


def sender(saying: Saying, scene: Scene) -> Participant | None:
    """Whose words a letter is: the subject named last, the one who sent it, in its own or the
    sentences before."""
    men = [
        p.figure
        for c in scene.parsed.clauses
        if c.predicate.start < saying.predicate.start
        for p in parties_of(c, ("subject", "from"), scene.marks, scene.cast)
        if p.figure and scene.pack.tables.triggers.get(c.lemma) in SENT
    ]
    figure = men[0] if men else _last(saying.predicate, scene)
    return official(figure, scene).speaker if figure else None
