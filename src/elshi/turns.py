"""Transcripts: who speaks where, as press services publish talks and press conferences.

President of Finland Sauli Niinistö (retranslated): Mr President, …      post and name, a colon
V. Putin: I agree.                                                       later the name alone
Ilham Aliyev, President of Azerbaijan: Thank you.                        the post behind the name
В.Путин: Уважаемый господин Президент!

A label opens a line or a sentence, and holds nothing but a post, a name and a bracket. One label
alone is a headline («Токаев: Мы готовы») unless a speech of some length stands behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from elshi.pack import Parsed
from elshi.records import Mention, Span

LABEL = 160
"""Characters of a label with a post, at most."""
SPEECH = 250
"""Characters of a speech that stands alone under its speaker's name, at least."""
_COLON = re.compile(r" ?: ?(?=[^\W\d_]|[«“\"(<–—-])")
_OPENS = re.compile(r"(?:^|[\n.!?…:»”\")\]>*]|\b\d{4})[ \u00a0]*$")
_BRACKET = re.compile(r" ?[(<\[][^)>\]]{1,40}[)>\]]$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.[ \u00a0]?(?:-[^\W\d_]\.)?){1,2}[^\W\d_][\w’'-]+$")
_WORDS = re.compile(r"(?:[^\W\d_][\w’'.-]*[ \u00a0]){0,3}[^\W\d_][\w’'-]+$")


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of a transcript: the name in its label, and what is said."""

    name: Span
    speech: Span


def turns(parsed: Parsed, names: Sequence[Mention], asked: Sequence[Span]) -> list[Turn]:
    """The turns of a transcript, in text order; none where the text is no transcript.

    `asked` are words such as "Question": before a colon they end a turn, and begin nobody's.
    """
    labels = list(_labels(parsed, names))
    opens = [label.start for label, _, _ in labels]
    cuts = sorted([*opens, *_questions(parsed.text, asked), len(parsed.text)])
    found = [
        Turn(name, Span(after, next(cut for cut in cuts if cut >= after)))
        for _, name, after in labels
    ]
    long = bool(found) and _length(parsed.text, found[0]) >= SPEECH
    return found if len(found) > 1 or long else []


def _questions(text: str, asked: Sequence[Span]) -> list[int]:
    """Where those begin who ask and are not named: «Вопрос:», "Question (retranslated):"."""
    colons = {_unbracketed(text, colon.start()) for colon in _COLON.finditer(text)}
    return [span.start for span in asked if span.end in colons]


def _length(text: str, turn: Turn) -> int:
    """Characters of a speech in its first paragraph: a headline is short."""
    return len(turn.speech.of(text).strip().split("\n")[0])


def _labels(parsed: Parsed, names: Sequence[Mention]) -> Iterator[tuple[Span, Span, int]]:
    """Each label with the name in it, and where the speech begins."""
    ends = {n.span.end: n.span for n in names}
    bare = _recurring(parsed.text)
    for colon in _COLON.finditer(parsed.text):
        end = _unbracketed(parsed.text, colon.start())
        name = ends.get(end) or _named(parsed.text, end, bare)
        name = name or _explained(parsed, end, ends)
        start = _opening(parsed, name) if name else None
        if name is not None and start is not None:
            yield Span(start, colon.end()), name, colon.end()


def _unbracketed(text: str, end: int) -> int:
    """Where a label ends before «(через переводчика)»."""
    bracket = _BRACKET.search(text, max(0, end - LABEL), end)
    return bracket.start() if bracket else end


def _recurring(text: str) -> frozenset[str]:
    """Words that open a line or a sentence and end in a colon more than once: a speaker's name."""
    colons = (c.start() for c in _COLON.finditer(text))
    found = [m for at in colons if (m := _WORDS.search(text, max(0, at - 60), at))]
    heads = [
        m[0]
        for m in found
        if _OPENS.search(text[max(0, m.start() - 8) : m.start()]) and " " in m[0]
    ]
    return frozenset(head for head in heads if heads.count(head) > 1 and _proper(head))


def _proper(head: str) -> bool:
    return all(word[:1].isupper() for word in head.split())


def _named(text: str, end: int, bare: frozenset[str]) -> Span | None:
    """A name that the pack did not see: by its initials, or since it recurs as a label."""
    initials = _INITIALS.search(text, max(0, end - 40), end)
    if initials and initials[0][-3:].islower():
        return Span(initials.start(), end)
    head = _WORDS.search(text, max(0, end - 60), end)
    return Span(head.start(), end) if head and head[0] in bare else None


def _explained(parsed: Parsed, end: int, ends: Mapping[int, Span]) -> Span | None:
    """The name that a post behind a comma explains: «Ilham Aliyev, President of Azerbaijan:»."""
    comma = parsed.text.rfind(",", max(0, end - LABEL), end)
    name = ends.get(comma)
    words = parsed.words(Span(comma + 1, end)) if name else ()
    if not words or not words[0].text[:1].isupper():
        return None
    verbs = any(_verb(word.pos, word.form) or word.text in {".", "!", "?", ";"} for word in words)
    opens = name is not None and _OPENS.search(parsed.text[max(0, name.start - 8) : name.start])
    return name if opens and not verbs else None


def _opening(parsed: Parsed, name: Span) -> int | None:
    """Where the label of a name begins; None where something other than a post stands there."""
    text = parsed.text
    if _OPENS.search(text[max(0, name.start - 8) : name.start]):
        return name.start
    words = parsed.words(Span(max(0, name.start - LABEL), name.start))
    for n in range(len(words) - 1, -1, -1):
        if _verb(words[n].pos, words[n].form) or words[n].text in {".", "!", "?", "…", ":"}:
            return None
        start = words[n].span.start
        if words[n].text[:1].isupper() and _OPENS.search(text[max(0, start - 8) : start]):
            return start
    return None


def _verb(pos: str, form: str) -> bool:
    return pos in {"VERB", "AUX"} and form in {"", "finite"}


def speakers(found: Sequence[Turn], names: Sequence[Mention], text: str) -> list[Mention]:
    """The names of labels that the pack did not see, as mentions."""
    known = {n.span for n in names}
    spans = [turn.name for turn in found if turn.name not in known]
    return [Mention("person", span, span.of(text), "turns.label") for span in spans]


def spoken(span: Span, found: Sequence[Turn]) -> bool:
    """Whether something stands in what a speaker says."""
    return any(turn.speech.covers(span) for turn in found)
