"""The cast of an article: each person once, under all the names and posts it goes by there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from elshi.names import surname_first
from elshi.records import Level, Mention, Office, Span
from elshi.text import fold

FIRST = 3
"""Headline, lead, and once more: where a report says in full who somebody is."""
SON_OF = frozenset({"бен", "бин", "ибн", "bin", "ben", "ibn", "bint", "бинт"})
SHORT = 4
"""Letters of a word that says too little of a title."""
NEXT = 120
"""Characters within which the next man of a sentence is named."""
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
        """The post in its fullest form, of the first that stand with the name.

        A report that says later what else he was («Ранее она была послом в …») does not change
        the post in which he takes part.
        """
        named = [post for post in self.posts if post.office and not post.office.vague]
        own = [post for post in named if post.holder is not None]
        stated = (own or named)[:FIRST]
        return max(_of_one_rung(stated), key=_fullness, default=None)

    @property
    def private(self) -> bool:
        """Whether all that the report says of the person is a calling: «журналист», «певец»."""
        return bool(self.posts) and all(p.office is not None and p.office.trade for p in self.posts)

    @property
    def side(self) -> Mention | None:
        """The post mention that tells the side, if any does: that in which he takes part first."""
        if self.office and self.office.office and self.office.office.side:
            return self.office
        return next((p for p in self.posts if p.office and p.office.side), None)


def _of_one_rung(posts: Sequence[Mention]) -> list[Mention]:
    """The first post and its fuller forms; «also a member of …» is beside it."""
    first = posts[0].office.level if posts and posts[0].office else None
    beside = {"official", "senior official", "parliamentarian"} - {first}
    return [p for p in posts if p.office and p.office.level not in beside]


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
        home = [
            g for g in groups if same_person(g[0].value, name.value) and not _other_sex(g[0], name)
        ]
        if home:
            min(home, key=lambda g: (not _so_called(g, name), _distance(g, name))).append(name)
        else:
            groups.append([name])
    figures = [_figure(group) for group in groups]
    return sorted(figures, key=lambda f: f.names[0].span)


def _so_called(group: list[Mention], name: Mention) -> bool:
    """Whether a short form already stands for him: his wife has a fuller one of her own."""
    return any(m.value == name.value and m.span.start < name.span.start for m in group)


def _other_sex(full: Mention, short: Mention) -> bool:
    """«Трампа» is not Мелания Трамп: a man's surname that is declined."""
    declined = short.span.end - short.span.start != len(short.value)
    return declined and _words(short) == 1 and {full.code, short.code} == {"masc", "fem"}


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
    """«Сергей» alone is not Сергей Лавров; «Си» is Си Цзиньпин, whose surname comes first.

    A man named after his father goes by his own name: «шейх Тамим» is Тамим бен Хамад Аль Тани.
    """
    if len(whole) < 2 or len(part) > 1 or whole[1] in SON_OF:
        return True
    if any(_alike(word, part[0]) for word in whole[1:]):
        return True
    return len(whole[0]) <= 3 or (whole[0] == part[0] and surname_first(" ".join(whole)))


def _with_posts(figures: list[Figure], mentions: Sequence[Mention]) -> list[Figure]:
    """Gives each figure its posts: those beside its names, then those that stand alone."""
    held: list[list[Mention]] = [[] for _ in figures]
    posts = [m for m in mentions if m.kind == "post" and m.office]
    for post in posts:
        _give(figures, held, post)
    alone = [p for p in posts if p.holder is None and p.office and not p.office.plural]
    for post in (p for p in posts if p.holder is None and _one_of_several(p, posts)):
        _take(figures, held, post, sure_only=True)
    sided = [p for p in alone if p.office and p.office.side]
    left = [post for post in sided if not _take(figures, held, post)]
    _only_one(figures, held, left)
    for post in alone:
        if post not in sided:
            _take(figures, held, post)
    return [
        replace(figure, posts=tuple(sorted(own, key=lambda m: m.span)))
        for figure, own in zip(figures, held, strict=True)
    ]


def _give(figures: list[Figure], held: list[list[Mention]], post: Mention) -> None:
    for index, figure in enumerate(figures):
        if post.holder and any(name.span == post.holder for name in figure.names):
            held[index].append(post)


def _one_of_several(post: Mention, posts: Sequence[Mention]) -> bool:
    """«Kazakh, Azerbaijani Presidents»: the office of one of the states, by its side."""
    return bool(post.office and post.office.plural and post.office.side) and any(
        other is not post and other.span == post.span for other in posts
    )


def _take(
    figures: list[Figure],
    held: list[list[Mention]],
    post: Mention,
    *,
    sure_only: bool = False,
) -> bool:
    """Gives a post without a name to the figure who holds such a one; the nearest, if several."""
    fitting = [i for i in range(len(figures)) if any(_same_post(p, post) for p in held[i])]
    if not fitting:
        return False
    fitting = [i for i in fitting if not _only_after(figures[i], held[i], post)] or fitting
    side = post.office.side if post.office else None
    fitting = [i for i in fitting if not _of_another(held[i], side)]
    if not fitting:
        return False
    sure = [i for i in fitting if side and side in {p.office.side for p in held[i] if p.office}]
    fitting = sure or fitting
    fitting = [i for i in fitting if any(_of_one_title(p, post) for p in held[i])] or fitting
    if sure_only and len(fitting) > 1:
        return False
    nearest = min(fitting, key=lambda i: _away(figures[i], held[i], post))
    held[nearest].append(post)
    return True


def _of_another(posts: Sequence[Mention], side: str | None) -> bool:
    """Whether a man's posts tell a side, and it is not this one."""
    sides = {post.office.side for post in posts if post.office and post.office.side}
    return side is not None and bool(sides) and side not in sides


def _only_after(figure: Figure, posts: list[Mention], post: Mention) -> bool:
    """«Глава государства говорил с Президентом Сербии Вучичем»: who is first named, with his
    state, right after a bare post is another man."""
    first = figure.names[0].span.start
    own = any(p.office and p.office.side and p.holder == figure.names[0].span for p in posts)
    bare = post.office is not None and post.office.side is None
    return bare and own and 0 < first - post.span.end < NEXT


def _away(figure: Figure, posts: list[Mention], post: Mention) -> tuple[bool, int]:
    """How far the last mention of a figure stands before a post; those only after it come last."""
    starts = [m.span.start for m in (*figure.names, *posts)]
    before = [post.span.start - start for start in starts if start < post.span.start]
    return (not before, min(before, default=min(starts) - post.span.start))


def _only_one(figures: list[Figure], held: list[list[Mention]], left: list[Mention]) -> None:
    """The head of a state named by office alone, and one man named without any office: the same.

    A report that says «Президент Казахстана» in its headline and «Касым-Жомарт Токаев» in its
    lead takes for granted that its reader knows. Of several such men it is the one of whom it
    speaks again.
    """
    offices = [p for p in left if p.office and p.office.side and p.office.level in HIGHEST]
    bare = [index for index, own in enumerate(held) if not own and _words(figures[index].name) > 1]
    if len(bare) > 1:
        bare = [index for index in bare if len(figures[index].names) > 1]
    if len(bare) == 1 and len({(p.office.side, p.office.level) for p in offices if p.office}) == 1:
        held[bare[0]] += [replace(post, basis="inferred") for post in offices]


def _same_post(known: Mention, alone: Mention) -> bool:
    """Whether a bare post can be the known one: no other side, no other rung, no other house."""
    a, b = known.office, alone.office
    if a is None or b is None or a.former != b.former:
        return False
    if (b.side and a.side and a.side != b.side) or not _same_house(a, b):
        return False
    if _apart(a.level, b.level):
        return False
    return _first(alone) in _folded(known) or _same_rung(a, b)


def _of_one_title(known: Mention, alone: Mention) -> bool:
    """«госсекретарь» is the «государственный секретарь», be there a minister of the same rung."""
    if known.office is None or alone.office is None or known.office.level != alone.office.level:
        return False
    return any(_first(alone).endswith(word) for word in _folded(known) if len(word) > SHORT)


def _apart(one: Level | None, other: Level | None) -> bool:
    """«Түркия президентінің баспасөз хатшысы» is not the president of Turkey."""
    return "official" in {one, other} and not {one, other}.isdisjoint(HIGHEST)


def _same_rung(a: Office, b: Office) -> bool:
    """«глава МИД» and «министр иностранных дел»; «министр» alone is any minister."""
    if b.level == "minister":
        return a.level in {"minister", "foreign minister"} and b.institution is None
    return a.level == b.level and a.level not in {None, "official", "senior official"}


def _folded(post: Mention) -> list[str]:
    return fold(post.value).lower().split()


def _first(post: Mention) -> str:
    return next(iter(_folded(post)), "")


def _same_house(a: Office, b: Office) -> bool:
    if a.institution is None or b.institution is None:
        return True
    return fold(a.institution).lower()[:5] == fold(b.institution).lower()[:5] or a.level == b.level
