"""What was talked about: the agenda in the report's own words, and the spheres they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from elshi.mark import Marks
from elshi.pack import Parsed
from elshi.records import Participant, Span, Value
from elshi.tellings import Group

PARLIAMENT = frozenset({"speaker of parliament", "parliamentarian"})


def agenda(group: Group, parsed: Parsed, scope: Sequence[Span], marks: Marks) -> tuple[Value, ...]:
    """The topics of a contact: objects of «обсудили», and what stands after «на повестке дня»."""
    spans = {span for told in group.told for span in told.draft.topics}
    spans |= {span for sentence in scope for span in _opened(parsed, sentence, marks)}
    outer = [s for s in spans if not any(o != s and o.covers(s) for o in spans)]
    kept = [s for s in sorted(outer) if any(sentence.covers(s) for sentence in scope)]
    return tuple(Value(span.of(parsed.text), span, "agenda") for span in kept)


def _opened(parsed: Parsed, sentence: Span, marks: Marks) -> Iterable[Span]:
    """«На повестке дня — вопросы …»: what follows the dash of a sentence that opens the agenda."""
    if not any(code == "agenda" and sentence.covers(span) for span, code in marks.cues):
        return
    text = sentence.of(parsed.text)
    dash = max(text.find(" — "), text.find(" – "), text.find(" - "))
    if dash >= 0:
        yield Span(sentence.start + dash + 3, sentence.start + len(text.rstrip(". ")))


def _within(span: Span, marks: Marks) -> bool:
    """A topic word in a post or an institution («министр энергетики») is no topic."""
    names = marks.of("post", "institution", "person", "state", "forum")
    return any(m.span.covers(span) for m in names)


def spheres(
    scope: Sequence[Span], marks: Marks, participants: Sequence[Participant]
) -> tuple[Value, ...]:
    """The spheres of a contact, each with the first words that tell it."""
    found: dict[str, Value] = {}
    for span, sphere in marks.topics:
        told = any(sentence.covers(span) for sentence in scope)
        if told and sphere not in found and not _within(span, marks):
            found[sphere] = Value(sphere, span, "spheres")
    for participant in participants:
        if participant.level in PARLIAMENT and participant.post and "parliamentary" not in found:
            reason = "members of a parliament take part"
            found["parliamentary"] = Value(
                "parliamentary", participant.post.span, "spheres.level", "inferred", reason
            )
    return tuple(sorted(found.values(), key=lambda value: (value.span, value.value)))
