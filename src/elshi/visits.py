"""Visits: where they go, and the one of the news told once more: «Напомним, X прибыл накануне».

lead   X, who is in Uzbekistan on a visit      visit to UZ, undated
end    «Напомним, X прибыл 19 ноября»          the same visit, and its day
"""

from __future__ import annotations

from collections.abc import Sequence

from elshi.actors import actor
from elshi.parties import Party
from elshi.records import Article, Level, Mention
from elshi.tellings import Group, Told, is_city
from elshi.when import edtf_range, published_day

RECENT = 10
"""Days before the publishing day within which a visit told again is the one of the news."""


def places(group: Group) -> list[Mention]:
    """Cities and states that the clauses of a contact give as its place; Singapore is a state."""
    to = [m for t in group.told for m in t.draft.destination if m.code]
    at = [m for t in group.told for m in t.draft.places if m.code]
    states = {m.span for m in (*to, *at) if m.kind == "state"}
    cities = [m for m in (*to, *at) if is_city(m) and m.span not in states]
    return [*cities, *(m for m in (*to, *at) if not is_city(m))]


def guests(visit: Group) -> set[str]:
    """Keys of those who travel, as the clauses of a visit tell; not at whose invitation."""
    tellings = [t for t in visit.told if t.draft.frame.name in {"travel", "visit"}]
    hosts = {actor(p).key for t in tellings for p in t.draft.parties if _invites(p, t)}
    return {a.key for t in tellings for a in t.actors} - hosts


def _invites(party: Party, telling: Told) -> bool:
    return party.marker == "by" and "invitation" in telling.draft.cues


def receiving(group: Group, made: Sequence[Group]) -> Mention | None:
    """The state in which a contact takes place and that one of its men is told to visit.

    Of «X will be received by the President», where his one visit is told and no place: its state.
    """
    if group.kind == "visit":
        return None
    own, keys = places(group)[:1], {a.key for a in group.actors if a.side}
    hosts = [places(g)[0] for g in made if g.kind == "visit" and keys & guests(g) and places(g)]
    if own:
        return own[0] if own[0].code in {m.code for m in hosts} else None
    one = len({m.code for m in hosts}) == 1 and len([g for g in made if g.kind == "visit"]) == 1
    return hosts[0] if one and (_is_guest(group, keys) or _with_an_officer(group)) else None


def _is_guest(group: Group, keys: set[str]) -> bool:
    """Whether one of them is the one who is received."""
    told = (t.draft for t in group.told if t.draft.frame.name == "receive")
    return any(actor(p).key in keys for d in told for p in d.parties if p.marker == "object")


def _with_an_officer(group: Group) -> bool:
    """Whether somebody high takes part whose state is not told: «a visit … calling on the PM»."""
    tops: frozenset[Level | None] = frozenset(
        {"head of state", "head of government", "foreign minister", "speaker of parliament"}
    )
    open_ = [a for a in group.actors if a.side is None]
    return len(open_) == 1 and open_[0].participant.level in tops


def one_visit(groups: Sequence[Group], article: Article) -> list[Group]:
    """The groups, a recalled arrival joined with the visit of the news that it belongs to."""
    kept: list[Group] = []
    for group in groups:
        home = next((g for g in kept if _same_visit(g, group, article)), None)
        if home is None:
            kept.append(group)
        else:
            kept[kept.index(home)] = Group((*home.told, *group.told))
    return kept


def _same_visit(news: Group, again: Group, article: Article) -> bool:
    if {news.kind, again.kind} != {"visit"} or news.recalled or not again.recalled:
        return False
    goals = [{m.code for m in places(g)[:1]} for g in (news, again)]
    keys = [{a.key for a in g.actors} for g in (news, again)]
    return goals[0] == goals[1] and bool(keys[0] & keys[1]) and _recent(news, again, article)


def _recent(news: Group, again: Group, article: Article) -> bool:
    """Whether a recalled arrival, if it has a day, has one shortly before publication."""
    if news.when is not None:
        return False
    if again.when is None:
        return any(t.draft.frame.name == "travel" for t in again.told)
    published = published_day(article.published.value if article.published else None)
    first = edtf_range(again.when.edtf)[0]
    return first is not None and published is not None and 0 <= (published - first).days <= RECENT
