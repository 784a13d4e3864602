"""Organisations and places by name, as the model sees them: what no table can know.

директора Следственного комитета Ивана Петрова    руководитель Яндекса
          ORG: Следственный комитет                            ORG: Яндекса
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elshi.lang.ru import models
from elshi.lang.ru.names import Labelled, runs
from elshi.lang.ru.office import adjective, singular
from elshi.lang.ru.scene import UNLISTED, single_titles
from elshi.pack import Token
from elshi.records import Mention, MentionKind, Span

_KINDS: dict[str, MentionKind] = {"ORG": "institution", "LOC": "place"}


def bodies(text: str, tokens: Sequence[Token], labelled: Sequence[Labelled]) -> Iterator[Mention]:
    """All organisations and places of a text that the model names, in text order."""
    for places, labels in labelled:
        for label, kind in _KINDS.items():
            for first, last in runs(places, labels, label):
                for words in _parted(tokens[first:last]):
                    yield _mention(text, words, kind)


def _parted(words: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """«Объединённого фронта (ОФ)» is two names of one body; a title before a name is none of it."""
    first = 0
    for n, token in enumerate([*words, None]):
        if token is None or token.text in {"(", ")"}:
            part = words[first:n]
            while part and not single_titles().isdisjoint(part[0].keys):
                part = part[1:]
            if any(t.text[0].isalnum() for t in part):
                yield part
            first = n + 1


def _mention(text: str, words: Sequence[Token], kind: MentionKind) -> Mention:
    span = Span(words[0].span.start, words[-1].span.end)
    value = _nominative(text, words) if kind == "institution" else span.of(text)
    return Mention(kind, span, value, UNLISTED)


def _nominative(text: str, words: Sequence[Token]) -> str:
    """«Следственного комитета при …» → «Следственный комитет при …»; a bare name as it stands."""
    head = next((n for n, t in enumerate(words) if _is_noun(t)), None)
    before = words[:head] if head is not None else ()
    declines = head is not None and words[head].case not in {"nom", ""}
    if (
        head is None
        or not declines
        or any(t.pos != "ADJ" for t in before)
        or words[head].number == "plur"
    ):
        return " ".join(text[words[0].span.start : words[-1].span.end].split())
    made = [adjective(t, words[head].gender) for t in before] + [singular(words[head])]
    return " ".join([*made, *text[words[head].span.end : words[-1].span.end].split()])


def _is_noun(token: Token) -> bool:
    """A noun, though a capital letter may make the model take it for a name."""
    best = models.parses(token.text)[0]
    named = {"Name", "Surn", "Geox", "Abbr"} & best.tag.grammemes
    return token.pos == "NOUN" or (best.is_known and str(best.tag.POS) == "NOUN" and not named)
