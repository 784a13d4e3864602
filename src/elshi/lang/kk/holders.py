"""Who holds a Kazakh post: the name after it, the names of a list, the name it explains."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elshi.lang.kk.kinds import kind
from elshi.lang.kk.office import Hit, Seen
from elshi.records import Mention
from elshi.text import fold

RANKS = kind("ranks")


def holders(seen: Seen, pair: Sequence[Hit], plural: bool) -> list[Mention]:
    """The names right after a post, else the name to which it is an apposition."""
    last = pair[-1]
    tokens = seen.parsed.tokens
    if not plural and tokens[last.end - 1].case not in {"", "nom"}:
        return []
    found = list(_following(seen, last.end, plural))
    if found or plural:
        return found
    if tokens[last.end : last.end + 1] and fold(tokens[last.end].text) in {"болып", "ретінде"}:
        return _becoming(seen, pair[0])
    return _preceding(seen, pair[0], last)


def _following(seen: Seen, at: int, plural: bool) -> Iterator[Mention]:
    tokens = seen.parsed.tokens
    if [t.text for t in tokens[at : at + 1]] == [","] and _ranked(seen, at + 1):
        at += 1
    while at < len(tokens) and at not in seen.persons and not RANKS.isdisjoint(tokens[at].keys):
        at += 1
    if any(a.span.end == tokens[at - 1].span.end for c in seen.parsed.clauses for a in c.arguments):
        return  # «Мемлекет басшысы | Энтони Блинкенді қабылдады»
    while at < len(tokens) and at in seen.persons:
        end, mention = seen.persons[at]
        yield mention
        at = end + 1
        if not plural or at + 1 >= len(tokens):
            return
        if fold(tokens[at].text) not in {"мен", "пен", "бен", "және", ","}:
            return
        at += 1


def _ranked(seen: Seen, at: int) -> bool:
    """«министрі, | генерал-лейтенант Нұрлан Ермекбаев»: a rank between the post and its holder."""
    tokens = seen.parsed.tokens
    rank = at < len(tokens) and not RANKS.isdisjoint(tokens[at].keys)
    return rank and any(n in seen.persons for n in (at + 1, at + 2))


def _becoming(seen: Seen, first: Hit) -> list[Mention]:
    """«Мағжан Ілиясов … елшісі болып тағайындалды»: the name before it in its sentence."""
    sentence = seen.parsed.tokens[first.start].sentence
    before = [
        m
        for n, (end, m) in seen.persons.items()
        if end < first.start and seen.parsed.tokens[n].sentence == sentence
    ]
    return sorted(before, key=lambda m: m.span)[-1:]


def _preceding(seen: Seen, first: Hit, last: Hit) -> list[Mention]:
    """«Мәулен Әшімбаев, Сенат төрағасы:», «Тоқаев – Президент»."""
    tokens = seen.parsed.tokens
    sign = first.start - 1
    if sign < 1 or tokens[sign].text not in {",", "–", "—", "("}:
        return []
    after = tokens[last.end] if last.end < len(tokens) else None
    closed = (
        after is None
        or after.text in {":", ".", ",", ")", "–", "—"}
        or after.sentence != tokens[sign].sentence
    )
    for end, mention in seen.persons.values():
        if end == sign - 1 and closed and tokens[end].sentence == tokens[sign].sentence:
            return [mention]
    return []
