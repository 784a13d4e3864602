"""How far the words go that report a speech, so that a statement can be read by itself.

Он поблагодарил США за поддержку и вручил орден.       «поблагодарил США за поддержку»
Он выразил уверенность, что диалог продолжится.        «выразил уверенность, что диалог продолжится»
Ол қолдау көрсеткені үшін алғыс айтты.                 «қолдау көрсеткені үшін алғыс айтты»

A clause's arguments leave out what hangs on its noun («уверенность, что …») and what its verb
makes of its object («назвал визит историческим»). The words run on to where something else begins:
another verb of saying, another deed of the same man, a quotation, the end of the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from elshi.pack import Token
from elshi.records import Span
from elshi.sayings import Saying, Scene, own

_DEEDS = frozenset({"finite", "gerund", "short"})
_LINKS = frozenset({"CCONJ", "PUNCT", "ADV", "PART", "SYM"})
_CLOSING = ":;«“„([—–"


def stretch(saying: Saying, content: Span, said: Sequence[Saying], scene: Scene) -> Span:
    """From the first to the last word of what is reported, its verb included."""
    verb = saying.predicate
    whole = Span(min(content.start, verb.start), max(content.end, verb.end))
    end = _end(whole, said, scene)
    if end == whole.end and whole == verb:
        return Span(_start(whole, saying, scene), end)
    return Span(whole.start, end)


def _end(whole: Span, said: Sequence[Saying], scene: Scene) -> int:
    sentence, text = scene.parsed.sentence(whole), scene.parsed.text
    if sentence.end <= whole.end:
        return whole.end
    after = scene.parsed.words(Span(whole.end, sentence.end))
    stop = min((token.span.start for token in _others(after, whole, said, scene)), default=None)
    kept = [token for token in after if stop is None or token.span.end <= stop]
    if stop is not None:
        kept = kept[: _last_link(kept)]
    while kept and (kept[-1].pos in _LINKS - {"ADV"} or not kept[-1].text[-1:].isalnum()):
        kept = kept[:-1]
    end = kept[-1].span.end if kept else whole.end
    return end if "\n" not in text[whole.end : end] else whole.end


def _others(
    after: Sequence[Token], whole: Span, said: Sequence[Saying], scene: Scene
) -> Iterator[Token]:
    """Where something else begins: a sign that closes, a verb of saying, a deed beside this one."""
    verbs = {other.predicate.start for other in said if other.predicate.start >= whole.end}
    below = False
    for token in after:
        below = below or token.pos == "SCONJ"
        deed = token.form in _DEEDS or _beside(token, whole, scene)
        if token.text[:1] in _CLOSING or token.span.start in verbs or (deed and not below):
            yield token


def _beside(token: Token, whole: Span, scene: Scene) -> bool:
    """A verb that the tree puts beside the verb of saying; for packs that tell no verb forms."""
    if token.pos != "VERB" or token.form or token.rel != "conj" or token.head is None:
        return False
    head = scene.parsed.tokens[token.head]
    return head.pos == "VERB" and head.span.start < whole.end


def _last_link(kept: Sequence[Token]) -> int:
    """Before the comma or conjunction that leads to what else is told."""
    links = [n for n, token in enumerate(kept) if token.pos == "CCONJ" or token.text == ","]
    return links[-1] if links else len(kept)


def _start(whole: Span, saying: Saying, scene: Scene) -> int:
    """Of a verb that ends its sentence: after its subject, or after the deed before it."""
    sentence = scene.parsed.sentence(whole)
    before = scene.parsed.words(Span(sentence.start, whole.start))
    subjects = [a.span.end for a in own(saying, "subject") if a.span.end <= whole.start]
    deeds = [
        after.span.end
        for token, after in pairwise(before)
        if token.form in _DEEDS and (after.text == "," or after.pos == "CCONJ")
    ]
    start = max([*subjects, *deeds], default=None)
    kept = [token for token in before if start is None or token.span.start >= start]
    while kept and kept[0].pos in _LINKS:
        kept = kept[1:]
    return kept[0].span.start if kept else whole.start
