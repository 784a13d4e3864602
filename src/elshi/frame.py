"""From clauses to drafts: who did what with whom, in every language, from one table of frames.

clause  встретиться  subject «Председатель Сената Маулен Ашимбаев»  with «сенатором … Дэйнсом»
frame   meet         who = subject, with, between, of
draft   meeting      parties: Ашимбаев | Дэйнс
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from elshi import turns
from elshi.cast import Cast, Figure
from elshi.mark import Marks
from elshi.ontology.frames import Frame, frames
from elshi.pack import Argument, Clause, Marker, Pack, Parsed
from elshi.parties import Party, last_named, meant, parties_of
from elshi.records import ContactKind, Mention, Span

SPOKEN = "spoken"
"""Cue of what one says in a transcript: told by the way, whatever its tense."""
BESIDE = 2
"""Characters between «встреча» and the name of a forum, at most."""
BETWEEN_TWO = frozenset({"meet", "receive", "talks", "call", "speak"})
"""Frames in which one deals with another, so that a clause with one man is of two."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What one clause says of a contact, before it is joined with the others of the article."""

    frame: Frame
    kind: ContactKind
    clause: int
    trigger: Span
    parties: tuple[Party, ...]
    roles: frozenset[str] = frozenset()
    """Words that stand for participants named elsewhere: interlocutors, sides, he …"""
    destination: tuple[Mention, ...] = ()
    topics: tuple[Span, ...] = ()
    cues: frozenset[str] = frozenset()
    places: tuple[Mention, ...] = ()
    times: tuple[Span, ...] = ()
    """Where its times stand; what they come to is found when it is grounded."""
    forums: tuple[Mention, ...] = field(default=())


def drafts(parsed: Parsed, marks: Marks, cast: Cast, pack: Pack) -> list[Draft]:
    """A draft for each clause whose predicate is a trigger, in text order."""
    made = (
        _draft(index, clause, parsed=parsed, marks=marks, cast=cast, pack=pack)
        for index, clause in enumerate(parsed.clauses)
    )
    return [draft for draft in made if draft is not None]


def _draft(
    index: int, clause: Clause, *, parsed: Parsed, marks: Marks, cast: Cast, pack: Pack
) -> Draft | None:
    name = pack.tables.triggers.get(clause.lemma)
    if name is None:
        return None
    frame = frames()[name]
    named = list(parties_of(clause, frame.who, marks, cast))
    named = [*named, *_around(index, named, parsed, marks, cast, pack)] if frame.spoken else named
    if frame.kind == "message" and not any(p.marker in {"object", "to"} for p in named):
        named += _addressees(clause, named, parsed, marks, cast)
    parties = [meant(party, index, parsed, marks, cast) for party in _apart(named, name)]
    if name in BETWEEN_TWO and (silent := _silent(parties, index, parsed, marks, cast)):
        parties.append(silent)
    if name == "receive" and not any(_is_received(p, clause) for p in parties):
        return None  # «приём Индии в организацию», «США и Япония приняли решение»
    return Draft(
        frame=frame,
        kind=_kind(frame, clause, marks),
        clause=index,
        trigger=clause.predicate,
        parties=tuple(p for p in parties if _takes_part(p) and not _stays(p, frame, clause)),
        roles=frozenset(p.mention.code for p in parties if p.mention.kind == "role"),
        destination=tuple(_destination(clause, frame, marks)),
        topics=tuple(a.span for a in clause.having(*frame.about)),
        cues=_cues(parsed, clause, marks, pack),
        places=tuple(_places(parsed, index, marks)) or _above(parsed, clause, marks, pack),
        times=_times(parsed, index, marks),
        forums=tuple(_forums(parsed, clause, frame, marks)),
    )


def _apart(named: Sequence[Party], frame: str) -> Iterator[Party]:
    """«The foreign minister met Russian Foreign Minister X»: a bare office is not whom he meets."""
    for party in named:
        others = (p for p in named if p.marker != party.marker and p.figure == party.figure)
        met = frame in BETWEEN_TWO and any(not _bare(p.mention) for p in others)
        yield replace(party, figure=None) if met and _bare(party.mention) else party


def _bare(mention: Mention) -> bool:
    """An office with neither a name nor a state."""
    office = mention.office
    return office is not None and mention.holder is None and office.side is None


def _addressees(
    clause: Clause, named: Sequence[Party], parsed: Parsed, marks: Marks, cast: Cast
) -> Iterator[Party]:
    """«направил поздравления по случаю Навруза Президенту X, Президенту Y»: the tree hung them
    on the occasion, and the dative shows them."""
    known = [p.mention.span for p in named]
    for mention in marks.of("person", "post"):
        words = parsed.words(mention.span)
        dative = bool(words) and words[0].case == "dat"
        figure = cast.of(mention.span)
        if dative and figure and clause.span.covers(mention.span) and mention.span not in known:
            yield Party(mention, figure, "to")


def _silent(
    parties: Sequence[Party], index: int, parsed: Parsed, marks: Marks, cast: Cast
) -> Party | None:
    """«Также встретился с послом», «Сондай-ақ елшімен кездесті»: the subject told before."""
    clause = parsed.clauses[index]
    if clause.nominal or clause.tense is None or any(clause.having("subject", "of", "between")):
        return None
    words = parsed.words(clause.predicate)
    if not parties or any(word.voice == "pass" for word in words):
        return None
    figure = last_named(index, parsed, marks, cast)
    known = {p.figure for p in parties}
    if figure is None or figure in known or _of_their_side(figure, parties):
        return None
    return Party(figure.name, figure)


def _of_their_side(figure: Figure, parties: Sequence[Party]) -> bool:
    """«Запланированы переговоры с Лавровым», said by his own ministry: not with her."""
    sides = {_side_of(p.figure) for p in parties if p.figure}
    return len(sides) == 1 and None not in sides and _side_of(figure) in sides


def _side_of(figure: Figure) -> str | None:
    office = figure.side.office if figure.side else None
    return office.side if office else None


def _around(
    index: int, named: Sequence[Party], parsed: Parsed, marks: Marks, cast: Cast, pack: Pack
) -> list[Party]:
    """«В ходе телефонного разговора А поздравил Б»: who deals with whom at it."""
    clause = parsed.clauses[index]
    if not clause.nominal or len(named) > 1:
        return []
    outer = [
        c
        for c in parsed.clauses
        if c is not clause
        and not c.nominal
        and pack.tables.triggers.get(c.lemma) != "join"  # «кездесуде … сөз сөйледі»
        and any(a.span.covers(clause.predicate) for a in c.having("during", "in", "at"))
    ]
    known = {p.figure for p in named if p.figure}
    if not outer:
        return []
    around = parties_of(outer[0], ("subject", "object", "to", "with"), marks, cast)
    return [p for p in around if p.figure and p.figure not in known]


def _takes_part(party: Party) -> bool:
    """Role words stand for others; a journalist, a singer and «японцы» for no side."""
    if party.figure is not None:
        return not party.figure.private
    office = party.mention.office
    if party.mention.kind == "role" or party.mention.rule.endswith("demonym"):
        return False
    return not (office is not None and office.trade)


def _stays(party: Party, frame: Frame, clause: Clause) -> bool:
    """A land travels nowhere, but by its delegation; «россияне» on a journey are tourists."""
    mention = party.mention
    if frame.name not in {"travel", "visit"} or mention.kind != "state":
        return False
    heads = (n for a in clause.having(party.marker) for n in a.nuclei)
    return any(nucleus.overlaps(mention.span) for nucleus in heads)


def _is_received(party: Party, clause: Clause) -> bool:
    return _personal(party) if clause.nominal else party.marker in {"object", "with"}


def _personal(party: Party) -> bool:
    return party.figure is not None or party.mention.kind in {"person", "post"}


def _places(parsed: Parsed, index: int, marks: Marks) -> Iterator[Mention]:
    """Cities and states that a clause gives as its place: «в Астане», "at Geneva", «Астанада»."""
    clause = parsed.clauses[index]
    spans = [a.span for a in clause.having("in", "at", "during")]
    for mention in marks.of("place", "state"):
        named = any(span.covers(mention.span) for span in spans)
        if named and not _belongs(mention, marks) and _nearest(parsed, index, mention.span):
            yield mention


def _above(parsed: Parsed, clause: Clause, marks: Marks, pack: Pack) -> tuple[Mention, ...]:
    """«will travel to Astana to meet X»: where the one goes who goes to meet."""
    parent = None if clause.parent is None else parsed.clauses[clause.parent]
    name = pack.tables.triggers.get(parent.lemma) if parent else None
    if parent is None or name not in {"travel", "visit"} or clause.nominal:
        return ()
    if any(a.span.covers(clause.predicate) for a in parent.arguments):
        return ()
    return tuple(_destination(parent, frames()[name], marks))


def _forums(parsed: Parsed, clause: Clause, frame: Frame, marks: Marks) -> Iterator[Mention]:
    """Forums in the sentence, and the organisation whose session or summit a clause tells of."""
    attended: tuple[Marker, ...] = ("object",) if frame.kind == "conference" else ()
    of = [a.span for a in clause.having("of", "at", "in", *attended)]
    for mention in marks.of("forum", "institution"):
        named = mention.kind == "forum" and _tells(parsed, clause, mention.span)
        body = mention.rule.endswith("organisation") and any(s.covers(mention.span) for s in of)
        if named or body:
            yield mention


def _belongs(mention: Mention, marks: Marks) -> bool:
    """«посол в Казахстане», «мэр Алматы», «саммит Россия – Африка»: part of something else."""
    adjective = mention.rule.endswith(("adjective", "demonym", "metonym", "pair"))
    return (
        adjective
        or _in_marks(mention, marks)
        or any(
            m.span.covers(mention.span) and m.span != mention.span
            for m in marks.of("post", "institution", "forum")
        )
    )


def _in_marks(mention: Mention, marks: Marks) -> bool:
    """«Астана» in quotation marks is the name of a house, a hotel, a match."""
    before = marks.text[max(0, mention.span.start - 1) : mention.span.start]
    after = marks.text[mention.span.end : mention.span.end + 1]
    return before in {"«", "“", '"'} and after in {"»", "”", '"'}


def _cues(parsed: Parsed, clause: Clause, marks: Marks, pack: Pack) -> frozenset[str]:
    """What colours a clause: the cues of its sentence; «прошлые переговоры» are recalled."""
    found = {cue for span, cue in marks.cues if _tells(parsed, clause, span)}
    earlier = any(pack.tables.cues.get(word) == "earlier" for word in clause.attributes)
    spoken = {SPOKEN} if turns.spoken(clause.predicate, marks.turns) else set()
    return frozenset(found | spoken | ({"recall"} if earlier else set()))


def _tells(parsed: Parsed, clause: Clause, span: Span) -> bool:
    """Whether a word stands in the sentence of a clause."""
    return parsed.sentences[clause.sentence].covers(span)


def _nearest(parsed: Parsed, index: int, span: Span) -> bool:
    """Whether a time or a place belongs to this clause: of those that reach it, the closest."""
    clause = parsed.clauses[index]
    if not _tells(parsed, clause, span):
        return False
    around = [
        (_size(c), _gap(c.predicate, span), i)
        for i, c in enumerate(parsed.clauses)
        if c.sentence == clause.sentence and c.span.covers(span)
    ]
    if not around:
        return True
    owner = _opened(parsed, span, min(around)[2])
    return owner == index or _within(parsed, owner, index)


def _opened(parsed: Parsed, span: Span, owner: int) -> int:
    """«17 августа A и B беседовали, C поделился»: an opening time is the first verb's."""
    for index, clause in enumerate(parsed.clauses):
        opens = 0 <= clause.span.start - span.end <= BESIDE
        if opens and clause.predicate.start < parsed.clauses[owner].predicate.start:
            return index
    return owner


def _times(parsed: Parsed, index: int, marks: Marks) -> tuple[Span, ...]:
    """The times of a clause; «в июне они в ходе разговора заявили»: the talk's is the verb's."""
    own = tuple(span for span, _ in marks.times if _when(parsed, index, span))
    clause = parsed.clauses[index]
    if own or not clause.nominal or clause.parent is None:
        return own
    above = parsed.clauses[clause.parent]
    during = any(a.span.covers(clause.predicate) for a in above.having("during"))
    if not during or above.nominal or above.tense != "past":
        return own
    return tuple(span for span, _ in marks.times if _when(parsed, clause.parent, span))


def _when(parsed: Parsed, index: int, span: Span) -> bool:
    """Whether a time says when; «план на 2025–2027 годы» says of what the plan is.

    A phrase that reaches across its own verb is the parser's: what stands in it is the verb's; and
    "following the October 16 call" is the day of that call alone.
    """
    clause = parsed.clauses[index]
    phrases = clause.having("object", "about", "that", "subject")
    around = [a for a in phrases if a.span.covers(span) and not a.span.covers(clause.predicate)]
    inner = any(not _opens(span, phrase, parsed) for phrase in around)
    before = any(a.span.covers(span) for a in clause.having("after"))
    if inner or not _nearest(parsed, index, span):
        return False
    return not before or not _inside(parsed, index, span)


def _opens(span: Span, phrase: Argument, parsed: Parsed) -> bool:
    """Whether a time is put with the subject by the parser: "On May 9, A and B …", "In May | A"."""
    first = span.start == phrase.span.start or parsed.text[span.end : span.end + 1] == ","
    return phrase.marker == "subject" and first


def _inside(parsed: Parsed, index: int, span: Span) -> bool:
    """Whether a time stands in a clause within this one, right beside its noun."""
    return any(
        c.nominal and c.sentence == parsed.clauses[index].sentence and _joined(c.predicate, span)
        for n, c in enumerate(parsed.clauses)
        if n != index
    )


def _joined(one: Span, other: Span) -> bool:
    return _gap(one, other) <= BESIDE


def _within(parsed: Parsed, inner: int, outer: int) -> bool:
    """Whether a clause stands, however deep, within another."""
    at: int | None = inner
    for _ in parsed.clauses:
        if at is None or at == outer:
            break
        at = parsed.clauses[at].parent
    return at == outer


def _size(clause: Clause) -> int:
    return clause.span.end - clause.span.start


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _kind(frame: Frame, clause: Clause, marks: Marks) -> ContactKind:
    """The kind of a contact: talks over a wire are a call."""
    if frame.kind == "meeting" and any(
        _beside(clause.predicate, f.span) for f in marks.of("forum")
    ):
        return "conference"
    if frame.name == "speak" and any(clause.having("in", "at")) and not _wired(clause, marks):
        return "meeting"
    if frame.kind == "meeting" and _wired(clause, marks):
        return "call"
    return frame.kind


def _wired(clause: Clause, marks: Marks) -> bool:
    return any(cue == "call" and clause.span.covers(span) for span, cue in marks.cues)


def _beside(predicate: Span, forum: Span) -> bool:
    """«встреча «ШОС плюс»», «Консультативная встреча глав государств»: the meeting is a forum."""
    return forum.covers(predicate) or 0 <= forum.start - predicate.end <= BESIDE


def _destination(clause: Clause, frame: Frame, marks: Marks) -> Iterator[Mention]:
    for argument in clause.having(*frame.to):
        for kind in ("place", "state"):
            inside = (m for m in marks.of(kind) if argument.span.covers(m.span))
            yield from (m for m in inside if not _in_marks(m, marks))
