"""Whom a congratulation gives a post: «поздравил X с избранием Президентом Венгрии».

congratulated | Katalin Novák | on her election as | President of Hungary
                addressee       word for it          post: hers
congratulated | Emmanuel Macron | on winning the presidential election in | France
                addressee         word for it                               state: his
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from elshi.mark import Marks
from elshi.ontology.frames import frames
from elshi.pack import Clause, Pack, Parsed
from elshi.records import Mention, Span

ELECTED = "elected"
"""Cue of words for an election and for taking office."""


def elected(parsed: Parsed, marks: Marks, pack: Pack) -> Marks:
    """The marks, each post to which a message says that its addressee came held by him."""
    given = dict(_given(parsed, marks, pack))
    if not given:
        return marks
    mentions = tuple(given.get((m.kind, m.span), m) for m in marks.mentions)
    return replace(marks, mentions=mentions)


def _given(parsed: Parsed, marks: Marks, pack: Pack) -> Iterator[tuple[tuple[str, Span], Mention]]:
    words = [span for span, cue in marks.cues if cue == ELECTED]
    for word in words:
        sentence = parsed.sentence(word)
        man = _addressee(sentence, parsed, marks, pack)
        if man is None or man.span.start > word.start:
            continue
        after = Span(word.start, sentence.end)
        posts = [p for p in marks.of("post") if after.covers(p.span) and _free(p)]
        states = [s for s in marks.of("state") if after.covers(s.span) and "-" not in s.code]
        if posts:
            yield (posts[0].kind, posts[0].span), replace(posts[0], holder=man.span)
        elif states and man.side is None and not _posted(man, marks):
            yield (man.kind, man.span), replace(man, side=states[0].code)


def _free(post: Mention) -> bool:
    office = post.office
    return post.holder is None and office is not None and bool(office.side) and not office.plural


def _posted(man: Mention, marks: Marks) -> bool:
    return any(post.holder == man.span for post in marks.of("post"))


def _addressee(sentence: Span, parsed: Parsed, marks: Marks, pack: Pack) -> Mention | None:
    """The one man to whom a sentence sends good wishes."""
    found = [
        name
        for clause in parsed.clauses
        if sentence.covers(clause.predicate) and _sends(clause, pack)
        for name in _named(clause, marks.of("person"))
    ]
    spans = {name.span for name in found}
    return found[0] if len(spans) == 1 else None


def _sends(clause: Clause, pack: Pack) -> bool:
    name = pack.tables.triggers.get(clause.lemma)
    return name is not None and frames()[name].kind == "message"


def _named(clause: Clause, names: Sequence[Mention]) -> Iterator[Mention]:
    heads = [head for a in clause.having("object", "to") for head in a.heads]
    yield from (n for n in names if any(head.overlaps(n.span) for head in heads))
