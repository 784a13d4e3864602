"""The event that a contact is part of: «саммит С5+1», «на полях Генеральной Ассамблеи ООН»."""

from __future__ import annotations

from collections.abc import Iterator

from elshi.frame import Draft
from elshi.mark import Marks
from elshi.ontology.organisations import assemblies
from elshi.pack import Clause, Parsed
from elshi.records import Mention, Span, Value
from elshi.tellings import Group

MARKS = str.maketrans(dict.fromkeys('«»“”„"'))
BESIDE = 2
"""Characters between «саммит» and its name, at most: a space and a quotation mark."""


def forums(group: Group, parsed: Parsed, marks: Marks) -> list[Value]:
    """The forums of a contact, in text order: its own, and the one on whose margins it was."""
    found = [v for t in group.told for v in _own_first(t.draft, parsed, marks)]
    return list({value.value: value for value in reversed(found)}.values())[::-1]


def _own_first(draft: Draft, parsed: Parsed, marks: Marks) -> list[Value]:
    """The forum that the clause itself tells of, before the one on whose margins it is."""
    found = list(_of_draft(draft, parsed, marks))
    own = [v for v in found if v.span and v.span.overlaps(draft.trigger)]
    return [*own, *(v for v in found if v not in own)]


def _of_draft(draft: Draft, parsed: Parsed, marks: Marks) -> Iterator[Value]:
    clause = parsed.clauses[draft.clause]
    around = [a.span for a in clause.having("during", "in", "at", "of")]
    if draft.kind == "conference":
        around.append(clause.span)
    for mention in marks.of("forum", "institution"):
        if _meets(mention, parsed) and any(span.covers(mention.span) for span in around):
            yield _named(mention, parsed)


def _meets(mention: Mention, parsed: Parsed) -> bool:
    """Whether something is an event: a forum, an assembly, an organisation whose summit it is."""
    if mention.kind == "forum" or mention.code in assemblies():
        return True
    return mention.rule.endswith("organisation") and _noun(mention, parsed) is not None


def _named(mention: Mention, parsed: Parsed) -> Value:
    """The forum with the noun before it: «саммите С5+1» is «саммит С5+1»."""
    noun = _noun(mention, parsed)
    if noun is None:
        return Value(mention.value, mention.span, mention.rule)
    span = Span(noun.predicate.start, mention.span.end)
    value = noun.lemma + parsed.text[noun.predicate.end : mention.span.end]
    return Value(value.translate(MARKS), span, mention.rule)


def _noun(mention: Mention, parsed: Parsed) -> Clause | None:
    """The event noun right before a name: «саммит», «заседание»."""
    for clause in parsed.clauses:
        if 0 <= mention.span.start - clause.predicate.end <= BESIDE:
            return clause
    return None
