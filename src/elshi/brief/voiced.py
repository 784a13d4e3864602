"""A statement that reports in several languages give of one contact, as one sentence.

The reports' words can't be compared across languages. Statements are taken as one where the same
man does the same (pledges, thanks) at the same contact as often in both reports; the footnote of
each further report repeats its own words, so that the reader can see.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from elshi.chronicle import Contact
from elshi.names import key
from elshi.records import Article
from elshi.store import Said, Told

Homes = Mapping[str, str]
"""Account → the contact that it tells of."""


@dataclass(frozen=True, slots=True)
class Voiced:
    """A statement by the report that gives it best, and the reports that give it too."""

    said: Said
    others: tuple[Said, ...] = ()

    @property
    def article(self) -> Article:
        """The article by which it is given."""
        return self.said.article


def voiced(
    said: Iterable[Said], told: Sequence[Told], contacts: Iterable[Contact] | None, lang: str
) -> list[Voiced]:
    """Sound statements, each once; without `contacts`, each report's by themselves."""
    sound = [each for each in said if each.sound]
    if contacts is None:
        return [Voiced(each) for each in sound]
    homes = {entry.ref: contact.id for contact in contacts for entry in contact.accounts}
    firsts = _first_homes(told, homes)
    groups: dict[tuple[str, ...], list[Said]] = defaultdict(list)
    for each in sound:
        groups[_deed(each, homes, firsts)].append(each)
    return [one for deed, group in groups.items() for one in _joined(group, lang, known=bool(deed))]


def _first_homes(told: Sequence[Told], homes: Homes) -> Homes:
    """Article → the contact that it tells first: for what is said at no contact in particular."""
    found: dict[str, str] = {}
    for each in told:
        ref = f"{each.article.id}/{each.account.id}"
        if ref in homes and each.account.role.value == "main":
            found.setdefault(each.article.id, homes[ref])
    return found


def _deed(said: Said, homes: Homes, firsts: Homes) -> tuple[str, ...]:
    """Who did what at which contact; empty where the text does not say all of it."""
    statement, article = said.statement, said.article.id
    home = homes.get(f"{article}/{statement.account}") or firsts.get(article)
    if home is None or statement.speaker is None:
        return ()
    return (home, key(statement.speaker.name.value), statement.kind, statement.act)


def _joined(group: Sequence[Said], lang: str, *, known: bool) -> Iterable[Voiced]:
    if not known:
        return [Voiced(each) for each in group]
    reports: dict[str, list[Said]] = defaultdict(list)
    for each in group:
        reports[each.article.id].append(each)
    best, *rest = sorted(reports.values(), key=lambda said: _worth(said[0].article, lang))
    same = [said for said in rest if _twin(said, best)]
    alone = [Voiced(each) for said in rest if said not in same for each in said]
    return [Voiced(each, tuple(s[n] for s in same)) for n, each in enumerate(best)] + alone


def _twin(said: Sequence[Said], best: Sequence[Said]) -> bool:
    return said[0].article.lang != best[0].article.lang and len(said) == len(best)


def _worth(article: Article, lang: str) -> tuple[bool, str, str]:
    """The brief's own language first, then the earliest report."""
    published = article.published.value if article.published else "9999"
    return (article.lang != lang, published, article.id)
