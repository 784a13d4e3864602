"""What speaks for and against two accounts telling of one contact.

Each feature is a function (a, b) → Finding. The first line of its docstring is what a user reads
as its name. `differs` means that the two cannot be one contact, whatever else agrees.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from elshi.chronicle.records import Entry, Who
from elshi.chronicle.spelling import alike, same
from elshi.ontology.levels import LEVELS
from elshi.ontology.tables import rows

WEEK = 7
FAR = 5
"""Hours between clocks from which one call has two dates."""
TALKS = frozenset({"meeting", "conference", "credentials"})
APART = frozenset({"call", "message"})
"""Kinds in which nobody travels."""
TETE = frozenset({"meeting", "call"})
"""Kinds in which each of two men counts: another counterpart is another contact."""
SOLE = frozenset({"head of state", "head of government"})
_RANK: dict[str, int] = {level: n for n, level in enumerate(LEVELS)}


@dataclass(frozen=True, slots=True)
class Finding:
    """What a feature finds: points for or against, in words; or that the two differ."""

    points: float
    words: str
    differs: bool = False
    people: float = 0.0
    """How much of the points comes from men and offices that agree."""


Feature = Callable[[Entry, Entry], Finding]


def _no(words: str) -> Finding:
    return Finding(0, words, differs=True)


_SAME_KIND = Finding(1, "the same kind of contact")
_SUMMIT = Finding(0, "one calls it a meeting, the other a summit, and many sides take part")
_CREDENTIALS = Finding(0, "the talk at the presentation of credentials belongs to it")
_OTHER_KIND = _no("another kind of contact")


def kinds(a: Entry, b: Entry) -> Finding:
    """The kind of contact"""
    if a.kind == b.kind:
        return _SAME_KIND
    if a.kind not in TALKS or b.kind not in TALKS:
        return _OTHER_KIND
    if "credentials" in (a.kind, b.kind):
        return _CREDENTIALS if "meeting" in (a.kind, b.kind) else _OTHER_KIND
    return _SUMMIT if min(len(a.sides), len(b.sides)) > 2 else _OTHER_KIND


_SAME_DAY = Finding(3, "the same day")
_SAME_DAYS = Finding(2, "days that overlap")
_WITHIN = Finding(1.5, "one gives the day, the other the time around it")
_FRESH = Finding(1, "the news of one came out within days of the day that the other gives")
_UNDATED = Finding(0, "one of them is not dated")
_REMEMBERED = Finding(1, "both recall it without a date, in reports of the same week")
_NEIGHBOURS = Finding(1, "neighbouring days, and the sides' clocks stand far apart")
_ARRIVAL = Finding(1, "neighbouring days of one journey")
_LETTER = Finding(1, "neighbouring days, as letters are sent and published")
_OTHER_DAY = _no("other days")
_OTHER_NEWS = _no("neither is dated, and they are the news of other days")


def dates(a: Entry, b: Entry) -> Finding:
    """The days"""
    if a.rung == 4 or b.rung == 4:
        return _REMEMBERED if remembered(a, b) else _UNDATED
    if a.first <= b.last and b.first <= a.last:
        return _overlap(a, b)
    gap = max(a.first - b.last, b.first - a.last)
    if gap > 1 or a.rung or b.rung or not (a.sure and b.sure):
        return _OTHER_DAY
    if a.kind == "visit":
        return _ARRIVAL
    if a.kind == "message":
        return _LETTER
    return _NEIGHBOURS if _far(a, b) else _OTHER_DAY


def remembered(a: Entry, b: Entry) -> bool:
    """Whether two reports of one week recall something without a date: the same background."""
    return bool(a.told_on and b.told_on) and abs(a.told_on - b.told_on) <= WEEK


def _overlap(a: Entry, b: Entry) -> Finding:
    if not (a.sure or b.sure) and a.rung == b.rung == 0:
        return _of_news(a, b)
    if not (a.sure and b.sure):
        return _FRESH
    if a.first == b.first and a.last == b.last and a.rung == 0:
        return _SAME_DAY if a.first == a.last else _SAME_DAYS
    return _SAME_DAYS if a.rung == b.rung else _WITHIN


def _of_news(a: Entry, b: Entry) -> Finding:
    """Two reports that date nothing: a call or a letter is news for two days after it, and
    an outlet tells it as its news once; talks and visits are told for days."""
    apart = abs(a.last - b.last)
    again = apart and a.outlet == b.outlet != "" and a.role == b.role == "main"
    return _OTHER_NEWS if a.kind in APART and (apart > 2 or again) else _FRESH


def _far(a: Entry, b: Entry) -> bool:
    """Whether day and night differ between the sides, so that both dates can be right."""
    hours = [_hours().get(side, 1) for side in {*a.sides, *b.sides, a.country, b.country} if side]
    return bool(hours) and max(hours) - min(hours) >= FAR


@cache
def _hours() -> Mapping[str, int]:
    table = rows(files(__package__) / "zones.tsv", "side", "hours")
    return MappingProxyType({side: int(hours) for side, hours in table})


_SAME_SIDES = Finding(2, "the same sides")
_FEWER_SIDES = Finding(1, "one names a part of the sides that the other names")
_NO_SIDES = Finding(0, "neither names a side")
_SOME_SIDES = Finding(0, "sides in common, at an event of many")
_OTHER_SIDES = _no("other sides")
_ONE_MORE = _no("a side takes part in one that does not in the other")


def sided(a: Entry, b: Entry) -> Finding:
    """The sides"""
    if a.sides == b.sides:
        return _SAME_SIDES if a.sides else _NO_SIDES
    one, two = frozenset(a.sides), frozenset(b.sides)
    both = one & two
    if one and two and not both:
        return _OTHER_SIDES
    crowd = "conference" in (a.kind, b.kind) or min(len(one), len(two)) > 2
    if one <= two or two <= one:
        loose = crowd or a.kind in {"visit", "signing"} or _covered(a, b) or _covered(b, a)
        return _FEWER_SIDES if loose else _ONE_MORE
    return _SOME_SIDES if crowd else _OTHER_SIDES


def _covered(fewer: Entry, more: Entry) -> bool:
    """Whether the sides that one does not tell may be those of its men without a side."""
    untold = sum(who.open for who in fewer.who)
    return 0 < len(set(more.sides) - set(fewer.sides)) <= untold


_OTHER_MEN = _no("the same side sends another man")
_OTHER_RUNG = _no("the side's men stand on different rungs")
_CROWD = Finding(0, "other men of a side, at an event of many")


def people(a: Entry, b: Entry) -> Finding:
    """Who takes part"""
    agreed, points, crowd = 0.0, 0.0, "conference" in (a.kind, b.kind)
    for side in a.sides:
        if side not in b.sides:
            continue
        found = _of_side(_team(a, side), _team(b, side), crowd=crowd)
        if found.differs:
            return found
        agreed, points = agreed + found.people, points + found.points
    if any(who.open for who in (*a.who, *b.who)):
        found = _strangers(a, b, crowd=crowd, alone=not agreed)
        if found.differs:
            return found
        agreed += found.people
    return _AGREED[min(int(agreed), 4)] if agreed else Finding(points, "nobody is named in both")


_AGREED = [
    Finding(min(n, 4), words, people=n)
    for n, words in enumerate(
        (
            "nobody is named in both",
            "an office of one side agrees",
            "the man of one side, or the offices of two, agree",
            "a man and an office agree",
            "the same men of two sides",
        )
    )
]
_MAN = Finding(2, "the same man", people=2)
_OFFICE = Finding(1, "the same office", people=1)
_UNSAID = Finding(0, "one does not say who")
_MEN = (_UNSAID, _MAN, Finding(4, "the same two men", people=4))


def _team(entry: Entry, side: str) -> list[Who]:
    return [who for who in entry.who if who.side == side and not who.open]


def _strangers(a: Entry, b: Entry, *, crowd: bool, alone: bool) -> Finding:
    """Men whose side is not told: the other account must know them, by whatever side.

    Where they are `alone` (no man of a known side agrees), one of two is not enough.
    """
    men, others = ([who for who in entry.who if who.person] for entry in (a, b))
    if not men or not others:
        return _UNSAID
    met = [(man, too) for man in men for too in others if same(man.key, too.key)]
    open_ = {man.key for man, too in met if man.open or too.open}
    pairs = min(len({man.key for man, _ in met}), len({too.key for _, too in met}))
    short = pairs < min(len(men), len(others), 2)
    if not met or (short and alone and a.kind in TETE):
        return _CROWD if crowd else _OTHER_MEN
    return _MEN[min(len(open_), pairs, 2)]


def _of_side(a: list[Who], b: list[Who], *, crowd: bool) -> Finding:
    """Whether a side is represented by the same men, or by offices that agree."""
    men, others = _principals(a), _principals(b)
    if men and others:
        return _men(men, others, crowd=crowd)
    rungs, also = _rungs(a), _rungs(b)
    if rungs and also:
        if rungs & also:
            return _OFFICE
        return _CROWD if crowd else _OTHER_RUNG
    return _OFFICE if _houses(a) & _houses(b) else _UNSAID


def _men(men: list[Who], others: list[Who], *, crowd: bool) -> Finding:
    if any(same(man.key, other.key) for man in men for other in others):
        return _MAN
    if any(_spelt_otherwise(man, other) for man in men for other in others):
        return _OFFICE
    return _CROWD if crowd else _OTHER_MEN


def _spelt_otherwise(a: Who, b: Who) -> bool:
    """One holds the only such office of a side, and the names are in two scripts: Франциск and
    Francis share no letters that could tell."""
    return a.level == b.level and a.level in SOLE and a.name.isascii() != b.name.isascii()


def _principals(team: list[Who]) -> list[Who]:
    """The persons of a side on its highest rung; those whose rung is not said may be it."""
    men = [who for who in team if who.person]
    best = min((_RANK[who.level] for who in men if who.level), default=None)
    return [who for who in men if not who.level or _RANK[who.level] == best]


def _rungs(team: list[Who]) -> set[str]:
    levels = {who.level for who in team if who.level}
    return {min(levels, key=_RANK.__getitem__)} if levels else set()


def _houses(team: list[Who]) -> set[str]:
    return {who.house or ("" if who.person else who.key) for who in team} - {""}


_SAME_POSTS = Finding(0, "nothing against it in the posts")
_OTHER_POST = Finding(-1, "one of them takes part in another post")
_OTHER_POSTS = _no("the same men take part in other posts")


def posts(a: Entry, b: Entry) -> Finding:
    """In which post"""
    other = sum(
        1 for man in a.who for too in b.who
        if man.person and too.person and man.side == too.side and _in_two_posts(man, too)
        and same(man.key, too.key)
    )  # fmt: skip
    if other > 1 or (other and a.forum != b.forum):
        return _OTHER_POSTS
    return _OTHER_POST if other else _SAME_POSTS


def _in_two_posts(a: Who, b: Who) -> bool:
    """Both posts are told, and neither their rung nor their house is the same."""
    rungs = bool(a.level and b.level and a.level != b.level)
    return rungs and bool(a.house and b.house and a.house != b.house)


_SAME_CITY = Finding(1, "the same city")
_SAME_COUNTRY = Finding(0.5, "the same country")
_NO_PLACE = Finding(0, "one does not say where")
_JOURNEY = Finding(0, "another city of the same journey")
_OTHER_CITY = _no("another city")
_OTHER_COUNTRY = _no("another country")


def places(a: Entry, b: Entry) -> Finding:
    """Where"""
    if a.kind in APART or not (a.country or a.city) or not (b.country or b.city):
        return _NO_PLACE
    if a.country and b.country and a.country != b.country:
        return _OTHER_COUNTRY
    if a.city and b.city:
        if a.city == b.city:
            return _SAME_CITY
        if _unlike_scripts(a, b) or alike(a.city, b.city):
            return _SAME_COUNTRY
        return _JOURNEY if a.kind == "visit" else _OTHER_CITY
    return _SAME_COUNTRY if a.country == b.country else _NO_PLACE


def _unlike_scripts(a: Entry, b: Entry) -> bool:
    """Cities that are no capitals, in two scripts: Нью-Йорк and New York share too few letters."""
    capital = any(key.endswith(":capital") for key in (a.city, b.city))
    return not capital and a.city_name.isascii() != b.city_name.isascii()


_SAME_FORUM = Finding(2, "the same forum")
_NO_FORUM = Finding(0, "at most one names a forum")
_OTHER_FORUM = Finding(-1.5, "another forum")
_OTHER_SUMMIT = _no("another forum")


def forums(a: Entry, b: Entry) -> Finding:
    """At which forum"""
    if not a.forum or not b.forum or _in_two_languages(a, b):
        return _NO_FORUM
    if one_forum(a, b):
        return _SAME_FORUM
    known = a.sides != b.sides or _other_number(a.forum, b.forum)
    return _OTHER_SUMMIT if known and a.kind == b.kind == "conference" else _OTHER_FORUM


def _other_number(a: str, b: str) -> bool:
    """Whether both names have a number, and not the same: the 14th and the 15th."""
    one, two = ({word for word in name.split() if word.isdigit()} for name in (a, b))
    return bool(one and two) and not one & two


def one_forum(a: Entry, b: Entry) -> bool:
    """Whether both name a forum, and it is one."""
    named = bool(a.forum and b.forum) and not _in_two_languages(a, b)
    return named and same_forum(a.forum, b.forum)


def _in_two_languages(a: Entry, b: Entry) -> bool:
    """Names without a code, or one with and one without, in two languages tell nothing."""
    return a.lang != b.lang and "~" in (a.forum[:1], b.forum[:1])


@cache
def same_forum(a: str, b: str) -> bool:
    """Whether two codes or folded names mean one forum: `SCO` and `SCO Plus` do."""
    one, two = set(a.lower().split()), set(b.lower().split())
    return one <= two or two <= one


_SAME_STATUS = Finding(0.5, "both tell it as held, or both as planned")
_FOLLOWED = Finding(0.5, "announced in one, and what came of it in the other")
_CALLED_OFF = Finding(-4, "one says that it was held, the other that it was called off")


_PUT_OFF = Finding(-4, "one was called off, and the other is planned for a day that is still open")


def statuses(a: Entry, b: Entry) -> Finding:
    """Held, planned or cancelled"""
    if a.status == b.status:
        return _SAME_STATUS
    if {a.status, b.status} == {"held", "cancelled"}:
        return _CALLED_OFF
    return _PUT_OFF if _put_off(a, b) or _put_off(b, a) else _FOLLOWED


_ONE_TURN = Finding(0, "neither is told to have followed the other")
_ONCE_MORE = _no("one followed the news conference that had closed the talks")


def turns(a: Entry, b: Entry) -> Finding:
    """First or second on one day"""
    same = a.after == b.after or max(a.rung, b.rung) > 0
    return _ONE_TURN if same else _ONCE_MORE


def _put_off(a: Entry, b: Entry) -> bool:
    return a.status == "cancelled" and b.status == "planned" and not b.sure


FEATURES: tuple[Feature, ...] = (
    *(kinds, dates, turns, sided),
    *(people, posts, places, forums, statuses),
)
"""In the order in which they are told; the cheap ones that part accounts come first."""


def title(feature: Feature) -> str:
    """What a feature looks at, as its docstring says it."""
    return (feature.__doc__ or feature.__name__).splitlines()[0]
