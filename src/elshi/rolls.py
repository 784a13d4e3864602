"""Official lists of who took part: «ФАМИЛИЯ Имя Отчество – должность», by side.

С российской стороны:                                              heading: the side
ЛАВРОВ Сергей Викторович – Министр иностранных дел                 surname in capitals first
С монгольской стороны:
Батмунх БАТЦЭЦЭГ – Министр иностранных дел Монголии                surname in capitals last

A list may also have lost its lines: then a line ends where the next name or heading begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from elshi.pack import Parsed, Token
from elshi.records import Mention, Office, Span

GIVEN = 4
"""Given names before a surname in capitals, at most."""
FEWEST = 2
"""Lines that make a list; one line is a caption."""
HEADING = 12
"""Words of a heading, at most."""
_DASH = re.compile(r"[ \u00a0][–—-][ \u00a0]")
_APART = re.compile(r"\n|\* ?\* ?\*")
_TRIM = " \u00a0\n–—-.;,*"


@dataclass(frozen=True, slots=True)
class Line:
    """One who is listed: the name and the post as they stand, and the state of the heading."""

    name: Span
    post: Span
    side: Mention | None = None


@dataclass(frozen=True, slots=True)
class Roll:
    """A list as marked: who stands in it, each with the post, in text order."""

    span: Span
    people: tuple[tuple[Mention, Mention], ...]

    @property
    def sides(self) -> frozenset[str]:
        """The sides of those listed, where a heading or a post says them."""
        offices = (post.office for _, post in self.people)
        return frozenset(o.side for o in offices if o is not None and o.side)


@dataclass(frozen=True, slots=True)
class _Heading:
    span: Span
    side: Mention | None = None


def lines(parsed: Parsed, known: Sequence[Mention]) -> list[Line]:
    """The lines of all lists of a text; `known` are its states, bodies and places."""
    names = list(_names(parsed, known))
    if len(names) < FEWEST:
        return []
    headings = [_heading(parsed, known, before=name.start) for name in names]
    found: list[Line] = []
    side: Mention | None = None
    for n, name in enumerate(names):
        heading = headings[n]
        if heading is not None or (n and _parted(parsed.text, names[n - 1], name)):
            side = heading.side if heading else None
        found.append(Line(name, _post(parsed.text, name, n, names, headings), side))
    return [line for line in found if line.post.end > line.post.start]


def _names(parsed: Parsed, known: Sequence[Mention]) -> Iterator[Span]:
    """Names with a surname in capitals, right before a dash."""
    for dash in _DASH.finditer(parsed.text):
        start = max(0, dash.start() - 120)
        words = [t for t in parsed.words(Span(start, dash.start())) if not _APART.search(t.text)]
        name = _name([t for t in words if not _broken(parsed.text, t, dash.start())], known)
        if name is not None and name.end == dash.start():
            yield name


def _broken(text: str, token: Token, end: int) -> bool:
    return "\n" in text[token.span.start : end]


def _name(words: Sequence[Token], known: Sequence[Mention]) -> Span | None:
    """The words of a name at the end of `words`: capitals first, or given names before them."""
    at = len(words)
    while at and words[at - 1].text.istitle() and len(words) - at < GIVEN:
        at -= 1
    after = at < len(words)
    end = at
    while at and _capitals(words[at - 1]):
        at -= 1
    if at == end:
        return None
    fewest = max(0, at - GIVEN)
    while not after and at > fewest and _given(words[at - 1], words[at], known):
        at -= 1
    whole = Span(words[at].span.start, words[-1].span.end)
    return whole if len(words) - at > 1 else None


def _capitals(word: Token) -> bool:
    return len(word.text) > 1 and word.text.isupper() and word.text[0].isalpha()


def _given(word: Token, follower: Token, known: Sequence[Mention]) -> bool:
    """Whether a word is a given name: no part of a state or a body, nor parted by a sign."""
    beside = follower.span.start - word.span.end == 1
    return beside and word.text.istitle() and not any(m.span.overlaps(word.span) for m in known)


def _parted(text: str, one: Span, other: Span) -> bool:
    """Whether three stars part two lines: those below them are of no side."""
    return "* * *" in text[one.end : other.start] or "***" in text[one.end : other.start]


def _post(
    text: str, name: Span, n: int, names: Sequence[Span], headings: Sequence[_Heading | None]
) -> Span:
    """What stands after the dash, up to the next heading, name or line."""
    dash = _DASH.match(text, name.end)
    start = dash.end() if dash else name.end
    end = names[n + 1].start if n + 1 < len(names) else len(text)
    following = headings[n + 1] if n + 1 < len(names) else None
    end = following.span.start if following and following.span.start > start else end
    cut = _APART.search(text, start, end)
    end = cut.start() if cut else end
    return Span(start, start + len(text[start:end].rstrip(_TRIM)))


def _heading(parsed: Parsed, known: Sequence[Mention], *, before: int) -> _Heading | None:
    """The heading that ends in a colon right before a name: whose side the lines below are of."""
    colon = len(parsed.text[:before].rstrip())
    if parsed.text[colon - 1 : colon] != ":":
        return None
    start = max(0, colon - 120, parsed.text.rfind("\n", 0, colon) + 1)
    words = [t for t in parsed.words(Span(start, colon - 1)) if t.text[0].isalpha()][-HEADING:]
    inside = [m for m in known if m.kind in {"state", "institution"} and "-" not in m.code]
    at = _opening(words, inside)
    if at is None:
        return None
    span = Span(words[at].span.start, colon)
    sides = [m for m in inside if span.covers(m.span)]
    codes = {m.code for m in sides if m.code}
    return _Heading(span, sides[-1] if len(codes) == 1 else None)


def _opening(words: Sequence[Token], sides: Sequence[Mention]) -> int | None:
    """Where a heading begins: at its last word in a capital letter that belongs to it."""
    at = len(words)
    while at:
        at -= 1
        whole = next((m.span for m in sides if m.span.overlaps(words[at].span)), words[at].span)
        while at and words[at - 1].span.start >= whole.start:
            at -= 1
        opens = words[at].text[:1].isupper()
        led = at > 0 and words[at - 1].span.end == words[at].span.start - 1
        if opens and not (led and (words[at - 1].pos == "ADP" or words[at - 1].text.islower())):
            return at
    return at if words else None


def named(found: Sequence[Line], text: str) -> list[Mention]:
    """The names of a list as mentions, in usual letters, given names first."""
    return [
        Mention("person", line.name, _usual(line.name.of(text)), "rolls.name") for line in found
    ]


def _usual(name: str) -> str:
    """«ЛАВРОВ Сергей Викторович» → «Сергей Викторович Лавров»; «Буяа ТУЛГА» → «Буяа Тулга»."""
    words = name.split()
    if len(words) == 3 and words[0].isupper() and not words[1].isupper():
        words = [*words[1:], words[0]]
    return " ".join(_cased(word) if word.isupper() else word for word in words)


def _cased(word: str) -> str:
    return "-".join(part.capitalize() for part in word.split("-"))


def manned(posts: Sequence[Mention], found: Sequence[Line], text: str) -> list[Mention]:
    """The posts of a text, those of a list whole and with their holders and sides."""
    outside = [p for p in posts if not any(_of(line).overlaps(p.span) for line in found)]
    return [*outside, *(_held(line, posts, text) for line in found)]


def _of(line: Line) -> Span:
    return Span(line.name.start, line.post.end)


def _held(line: Line, posts: Sequence[Mention], text: str) -> Mention:
    """The whole phrase after the dash as a post, with the rung and house that the pack read."""
    title = line.post.of(text)
    inside = [p for p in posts if line.post.covers(p.span) and p.office]
    first = min(inside, key=lambda p: p.span, default=None)
    office = first.office if first and first.office else Office(title)
    side, at = (line.side.code, line.side.span) if line.side else (office.side, office.side_span)
    whole = replace(office, title=title, side=side, side_span=at, plural=False)
    return Mention("post", line.post, title, "rolls.post", office=whole, holder=line.name)


def rolls(found: Sequence[Line], mentions: Sequence[Mention]) -> list[Roll]:
    """The lists of a text: their people in text order."""
    if len(found) < FEWEST:
        return []
    names = {m.span: m for m in mentions if m.kind == "person"}
    posts = {m.span: m for m in mentions if m.kind == "post"}
    people = tuple((names[line.name], posts[line.post]) for line in found)
    return [Roll(Span(found[0].name.start, found[-1].post.end), people)]
