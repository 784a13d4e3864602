"""Who says so: the chain from the first source to this outlet.

сообщает «Вестник» со ссылкой на пресс-службу МИД    press service → outlet
Vestnik reports, citing the Akorda                    press service → outlet
сообщили «Вестнику» в посольстве России               official → outlet
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from elshi.lang import load
from elshi.mark import Marks
from elshi.pack import Pack
from elshi.records import Article, Mention, Span, Value, Voice

NEAR = 8
"""Characters between «пресс-служба» and the house it belongs to: a space, " of the "."""
CITED = 45
"""Characters between «со ссылкой на», "citing" and the house that is cited."""
PRESS: Literal["press service"] = "press service"
ORDER = {"press service": 0, "official": 0, "agency": 1}


def voices(article: Article, marks: Marks) -> list[Voice]:
    """Press services first, then agencies, each once, and the outlet last."""
    outlet = [Voice(article.outlet, "outlet")] if article.outlet else []
    own = article.outlet.value.lower() if article.outlet else ""
    found = {v.name.value.lower(): v for v in reversed(list(_named(article, marks)))}
    ordered = sorted(found.values(), key=lambda v: (ORDER[v.kind], v.name.span or Span(0, 0)))
    return [*(v for v in ordered if v.name.value.lower() != own), *outlet]


def _named(article: Article, marks: Marks) -> Iterator[Voice]:
    pack = load(article.lang)
    houses = [_service(span, article, marks, pack) for span, k in marks.voices if k == PRESS]
    yield from (v for v in houses if v is not None)
    spans = [v.name.span for v in houses if v is not None and v.name.span]
    for span, kind in marks.voices:
        if any(s.covers(span) for s in spans) or not _cited(span, article, marks, "cite", "citing"):
            continue
        if kind == "house":
            yield Voice(Value(_base(span, article, pack), span, "voices"), PRESS)
        elif kind == "agency" and span.of(article.text)[:1].isupper():
            yield Voice(Value(_base(span, article, pack), span, "voices"), "agency")
    yield from _official(article, marks, spans)


def _official(article: Article, marks: Marks, taken: Sequence[Span]) -> Iterator[Voice]:
    """«сообщили «Вестнику» в посольстве России»: a house that told this outlet itself."""
    words = [w[:4] for w in (article.outlet.value if article.outlet else "").split()][-1:]
    for house in marks.of("institution"):
        start = article.text.rfind(".", 0, house.span.start) + 1
        around = article.text[start : house.span.end + 2 * CITED].split("\n")[0]
        if any(s.overlaps(house.span) for s in taken):
            continue
        told = bool(words) and words[0] in around and _cited(house.span, article, marks, "told")
        if told or _cited(house.span, article, marks, "citing"):
            span = _with_state(house.span, marks)
            name = span.of(article.text)[: house.span.start - span.start] + house.value
            yield Voice(Value(name, span, "voices"), "official")
            return


def _with_state(span: Span, marks: Marks) -> Span:
    before = [m.span for m in marks.of("state") if 0 <= span.start - m.span.end <= 3]
    return Span(before[-1].start, span.end) if before else span


def _service(span: Span, article: Article, marks: Marks, pack: Pack) -> Voice | None:
    """«пресс-служба» with the institution, office or state whose it is, right after or before."""
    house = _house(span, marks)
    if house is None:
        return None
    whole = Span(min(span.start, house.start), max(span.end, house.end))
    own = _base(span, article, pack)
    text = article.text
    name = text[whole.start : span.start] + own + text[span.end : whole.end]
    return Voice(Value(name, whole, "voices"), PRESS)


def _house(span: Span, marks: Marks) -> Span | None:
    beside = [m for m in marks.of("institution", "post", "state", "place") if _beside(m, span)]
    beside += [
        Mention("institution", s, "", "voices")
        for s, k in marks.voices
        if k == "house" and (0 <= s.start - span.end <= NEAR or 0 <= span.start - s.end <= NEAR)
    ]
    best = max(beside, key=lambda m: m.span.end - m.span.start, default=None)
    if best is None:
        return None
    states = [m.span for m in marks.of("state") if 0 <= best.span.start - m.span.end <= 3]
    start = states[-1].start if states and not states[-1].overlaps(span) else best.span.start
    after = [m.span for m in marks.of("institution") if 0 <= m.span.start - best.span.end <= 3]
    return Span(start, after[0].end if best.kind == "state" and after else best.span.end)


def _beside(mention: Mention, span: Span) -> bool:
    if mention.span.covers(span):
        return True
    after, before = mention.span.start - span.end, span.start - mention.span.end
    return 0 <= after <= NEAR or 0 <= before <= 1


def _cited(span: Span, article: Article, marks: Marks, *kinds: str) -> bool:
    """Whether «со ссылкой на», "citing", «деп хабарлайды» stands beside, on the same line."""
    cites = (s for s, k in marks.voices if k in kinds)
    return any(
        0 <= max(span.start - s.end, s.start - span.end) <= CITED
        and "\n" not in article.text[min(s.start, span.start) : max(s.end, span.end)]
        for s in cites
    )


def _base(span: Span, article: Article, pack: Pack) -> str:
    """A voice in its table's form: «пресс-службу» is «пресс-служба»."""
    said = pack.words(span.of(article.text))
    for form in sorted(pack.tables.voices, key=len, reverse=True):
        cut = pack.words(form.lstrip("="))
        alike = (set(pack.keys(a)) & set(pack.keys(b)) for a, b in zip(said, cut, strict=False))
        if len(cut) == len(said) and all(alike):
            return _capitals(form, span.of(article.text))
    return span.of(article.text)


def _capitals(form: str, text: str) -> str:
    """A table's form with the capital of the text; the text itself where only capitals differ."""
    if form.lower() == text.lower():
        return text
    return form[:1].upper() + form[1:] if text[:1].isupper() else form
