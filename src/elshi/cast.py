"""The cast of an article: each person once, under all the names and posts it goes by there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from elshi.records import Level, Mention, Office, Span
from elshi.text import fold

HIGHEST: tuple[Level, ...] = ("head of state", "head of government")


@dataclass(frozen=True, slots=True)
class Figure:
    """A person of the article: the fullest name, and every mention of name and post."""

    name: Mention
    """The mention that gives the fullest form of the name."""
    names: tuple[Mention, ...]
    posts: tuple[Mention, ...] = ()
    """Post mentions in text order, the ones resolved to it without a name included."""

    @property
    def office(self) -> Mention | None:
        """The post in its fullest form, of those that stand with the name."""
        own = [post for post in self.posts if post.holder is not None]
        return max(own, key=_fullness, default=None)

    @property
    def side(self) -> Mention | None:
        """The post mention that tells the side, if any does."""
        return next((p for p in self.posts if p.office and p.office.side), None)


def _fullness(post: Mention) -> tuple[bool, bool, int, int]:
    office = post.office or Office(post.value)
    return (not office.former, bool(office.side), len(post.value), -post.span.start)


@dataclass(frozen=True, slots=True)
class Cast:
    """All figures of an article, and which mention is whose."""

    figures: tuple[Figure, ...]
    owners: tuple[tuple[Span, int], ...]
    """Span of a name or a post → index of its figure."""

    def of(self, span: Span) -> Figure | None:
        """The figure that a mention with this span belongs to."""
        index = next((index for owned, index in self.owners if owned == span), None)
        return None if index is None else self.figures[index]


def cast(mentions: Sequence[Mention]) -> Cast:
    """The figures of an article from its mentions of persons and posts."""
    figures = _with_posts(_by_name([m for m in mentions if m.kind == "person"]), mentions)
    owners = [(m.span, i) for i, f in enumerate(figures) for m in (*f.names, *f.posts)]
    return Cast(tuple(figures), tuple(owners))


def _by_name(names: Iterable[Mention]) -> list[Figure]:
    """Names grouped: a short form belongs to the nearest full one before it, or after it."""
    groups: list[list[Mention]] = []
    ordered = list(names)
    for name in sorted(ordered, key=lambda m: (-_words(m), m.span.start)):
        home = [g for g in groups if same_person(g[0].value, name.value)]
        if home:
            min(home, key=lambda g: _distance(g, name)).append(name)
        else:
            groups.append([name])
    figures = [_figure(group) for group in groups]
    return sorted(figures, key=lambda f: f.names[0].span)


def _figure(group: list[Mention]) -> Figure:
    ordered = sorted(group, key=lambda m: m.span)
    return Figure(max(ordered, key=lambda m: (_words(m), -m.span.start)), tuple(ordered))


def _words(name: Mention) -> int:
    return sum(1 for word in name.value.split() if not word.endswith("."))


def _distance(group: list[Mention], name: Mention) -> tuple[bool, int]:
    before = [name.span.start - m.span.start for m in group if m.span.start < name.span.start]
    return (not before, min(before, default=0))


def same_person(full: str, short: str) -> bool:
    """Whether a shorter form of a name can stand for the fuller one in the same article."""
    whole, part = _parts(full), _parts(short)
    if len(whole) == 1 and len(part) == 1:
        return _alike(whole[0], part[0])
    at = 0
    for word in part:
        at = next((i + 1 for i in range(at, len(whole)) if _alike(whole[i], word)), -1)
        if at < 0:
            return _surname_first(whole, part)
    return any(len(word) > 1 for word in part) and _not_given_only(whole, part)


def _parts(name: str) -> list[str]:
    return fold(name).lower().replace(".", ". ").replace("-", "-").split()


def _alike(full: str, short: str) -> bool:
    """The same word, an initial of it, or the word with an ending that was not taken off."""
    if short.endswith("."):
        return full.startswith(short[:-1].split("-")[0])
    if full.endswith("."):
        return False
    stem = min(len(full), len(short)) - 1
    same_stem = stem >= 4 and full[:stem] == short[:stem] and abs(len(full) - len(short)) <= 2
    return full == short or same_stem


def _surname_first(whole: list[str], part: list[str]) -> bool:
    return len(part) > 1 and all(any(_alike(w, p) for w in whole) for p in part)


def _not_given_only(whole: list[str], part: list[str]) -> bool:
    """«Сергей» alone is not Сергей Лавров; «Си» is Си Цзиньпин, whose surname comes first."""
    if len(whole) < 2 or len(part) > 1:
        return True
    return any(_alike(word, part[0]) for word in whole[1:]) or len(whole[0]) <= 3


def _with_posts(figures: list[Figure], mentions: Sequence[Mention]) -> list[Figure]:
    """Gives each figure its posts: those beside its names, then those that stand alone."""
    held: list[list[Mention]] = [[] for _ in figures]
    posts = [m for m in mentions if m.kind == "post" and m.office]
    for post in posts:
        if post.holder is not None:
            _give(figures, held, post)
    for post in posts:
        if post.holder is None and post.office and not post.office.plural:
            index = _alone(figures, held, post)
            if index is not None:
                held[index].append(post)
    return [
        replace(figure, posts=tuple(sorted(own, key=lambda m: m.span)))
        for figure, own in zip(figures, held, strict=True)
    ]


def _give(figures: list[Figure], held: list[list[Mention]], post: Mention) -> None:
    for index, figure in enumerate(figures):
        if any(name.span == post.holder for name in figure.names):
            held[index].append(post)


def _alone(figures: list[Figure], held: list[list[Mention]], post: Mention) -> int | None:
    """Whose post it is that stands without a name: the nearest before it that holds such a one."""
    fitting = [
        (post.span.start - name.span.start, index)
        for index, figure in enumerate(figures)
        for name in figure.names[:1]
        if name.span.start < post.span.start and any(_same_post(p, post) for p in held[index])
    ]
    if len({index for _, index in fitting}) > 1 and not (post.office and post.office.side):
        near = [
            (post.span.start - p.span.start, index)
            for _, index in fitting
            for p in held[index]
            if p.span.start < post.span.start
        ]
        return min(near, default=(0, None))[1]
    return min(fitting, default=(0, None))[1]


def _same_post(known: Mention, alone: Mention) -> bool:
    """Whether a bare post can be the known one: no other side, no other rung, no other house."""
    a, b = known.office, alone.office
    if a is None or b is None or a.former != b.former:
        return False
    if b.side and a.side and a.side != b.side:
        return False
    if _head_word(alone) == _head_word(known):
        return not (a.institution and b.institution) or _same_house(a, b)
    return (
        a.level is not None
        and a.level == b.level
        and a.level != "official"
        and (_same_house(a, b) or b.level in {*HIGHEST, "foreign minister"})
    )


def _head_word(post: Mention) -> str:
    return fold(post.value).lower().split()[0] if post.value else ""


def _same_house(a: Office, b: Office) -> bool:
    if a.institution is None or b.institution is None:
        return b.institution is None
    return fold(a.institution).lower().split()[0][:5] == fold(b.institution).lower().split()[0][:5]
