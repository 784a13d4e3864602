"""Kazakh posts: a title with what owns it before it and, mostly, its holder after it.

Қазақстан Республикасы Премьер-министрінің орынбасары – Сыртқы істер министрі Мұрат Нұртілеу
side KZ──────────────── post─────────────────────────────────────────────── holder───────
АҚШ-тың Қазақстандағы елшісі Дженнифер …
side US  where he serves     holder
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from importlib.resources import files

from elshi.lang.kk.holders import holders
from elshi.lang.kk.kinds import kind
from elshi.lang.kk.morph import nouns
from elshi.lang.kk.office import LEVELS, Hit, Seen, Title, office, office_of_pair
from elshi.lang.kk.several import each, of_states, states
from elshi.lang.kk.titles import unowned
from elshi.lang.kk.tokens import words
from elshi.lang.kk.words import is_time, keys
from elshi.ontology.gazetteer import Gazetteer
from elshi.ontology.tables import rows
from elshi.pack import Parsed, Token
from elshi.records import Mention, Span
from elshi.text import fold

REACH = 14
"""Tokens that a post may have before its title."""
MODIFIERS = kind("modifiers")
RANKS = kind("ranks")
AT_HOME = kind("at home")
"""Where an envoy serves, as his hosts say it: «еліміздегі елшісі»."""
FIELDS = kind("fields")
"""After these a field stands before: «Орталық Азия жөніндегі көмекшісі»."""


def posts(parsed: Parsed, mentions: Sequence[Mention]) -> list[Mention]:
    """The post phrases of a text, one mention for each holder, in text order."""
    seen = _seen(parsed, mentions)
    hits = _joined(seen, [_widened(seen, hit) for hit in _hits(seen)])
    made = [m for pair in hits for m in _mentions(seen, pair)]
    held = {m.holder: m for m in reversed(made) if m.holder and not _rank(m)}
    made = [m for m in made if not (_rank(m) and m.holder in held)]
    return [m for m in made if m.office is not None and not _is_party(m)]


def _is_party(post: Mention) -> bool:
    """«АҚШ өкілдері»: a delegation, no office."""
    office = post.office
    bare = office is not None and office.plural and office.institution is None
    return bare and post.holder is None and post.rule == "post:өкіл"


def _rank(post: Mention) -> bool:
    """«авиация генерал-лейтенанты»: beside a post it is no post of its own."""
    return all(not RANKS.isdisjoint(keys(word)) for word in post.value.split())


def _seen(parsed: Parsed, mentions: Sequence[Mention]) -> Seen:
    first = {t.span.start: n for n, t in enumerate(parsed.tokens)}
    last = {t.span.end: n for n, t in enumerate(parsed.tokens)}
    placed = [
        (first[m.span.start], last[m.span.end], m)
        for m in mentions
        if m.span.start in first and m.span.end in last
    ]
    persons = {start: (end, m) for start, end, m in placed if m.kind == "person"}
    ends: dict[int, tuple[int, Mention]] = {}
    for start, end, mention in placed:
        if mention.kind in {"state", "institution", "place"} and (
            end not in ends or start < ends[end][0]
        ):
            ends[end] = (start, mention)
    inside = frozenset(n for start, (end, _) in persons.items() for n in range(start, end + 1))
    return Seen(parsed, persons, ends, inside)


@cache
def _titles() -> Gazetteer[Title]:
    table = rows(files(__package__) / "titles.tsv", "form", "level", "needs")
    titles = ((r[0], Title(r[0], r[1], r[2])) for r in table)
    return Gazetteer.of(titles, _bare, tokenize=words)


@lru_cache(maxsize=100_000)
def _bare(word: str) -> tuple[str, ...]:
    """A word under all its stems: «министрі» in the table is to find «министрлерінің» as well.

    Marked, for the gazetteer would enter a word that can stand for itself as itself only.
    """
    return tuple(f"={key}" for key in keys(word))


def _hits(seen: Seen) -> Iterator[Hit]:
    """Titles that stand as nouns, none within a name."""
    tokens = seen.parsed.tokens
    found: dict[tuple[int, int], list[Title]] = {}
    stemmed = [Token(t.span, t.text, t.lemma, _bare(t.text), t.pos, t.sentence) for t in tokens]
    for start, end, title in _titles().find(stemmed):
        found.setdefault((start, end), []).append(title)
    for (start, end), titles in found.items():
        if any(n in seen.inside for n in range(start, end)) or tokens[end - 1].pos == "VERB":
            continue
        if start < end - 1 or not _is_part(seen, start):
            yield Hit(start, start, end, tuple(titles))


def _is_part(seen: Seen, at: int) -> bool:
    """«Президент Әкімшілігі», «Премьер-министр кеңсесі»: the word is part of a house's name."""
    return any(
        start <= at < end for end, (start, m) in seen.ends.items() if m.kind == "institution"
    )


def _widened(seen: Seen, hit: Hit) -> Hit:
    start = hit.start
    while start > 0:
        before = _step(seen, start - 1, hit)
        if before is None or hit.at - before > REACH:
            break
        start = before
    return replace(hit, start=_trimmed(seen, start, hit), end=_with_acting(seen, hit.end))


def _trimmed(seen: Seen, start: int, hit: Hit) -> int:
    """Without what cannot begin a post: a comma, «және», «жаңа»."""
    tokens = seen.parsed.tokens
    while start < hit.at and (
        tokens[start].pos in {"PUNCT", "CCONJ"}
        or fold(tokens[start].text) in {"жаңа", "қазіргі", "мен", "пен", "бен"}
    ):
        start += 1
    return start


def _with_acting(seen: Seen, end: int) -> int:
    """«Президентінің міндетін атқарушы»."""
    rest = [fold(t.text) for t in seen.parsed.tokens[end : end + 3]]
    if rest[:1] == ["уақытша"]:
        return end + 3 if rest[1:2] == ["міндетін"] else end
    return end + 2 if rest[:2] == ["міндетін", "атқарушы"] else end


def _step(seen: Seen, at: int, hit: Hit) -> int | None:
    """Where the piece that ends at a token begins, if it belongs to the post after it."""
    tokens = seen.parsed.tokens
    token = tokens[at]
    if token.sentence != tokens[hit.at].sentence or at in seen.inside or is_time(token):
        return None
    if token.text == "»" or at in seen.ends:
        return _house(seen, at, hit)
    folded = fold(token.text)
    if folded in MODIFIERS or folded in AT_HOME or folded.startswith("экс-"):
        return at
    if folded in FIELDS:
        return _field(seen, at)
    if token.pos == "CCONJ" or token.text == ",":
        return at if _joins(seen, at) else None
    return at if _links(seen, at, hit) else None


def _house(seen: Seen, at: int, hit: Hit) -> int | None:
    """A known state or house before a title, or one named in quotation marks."""
    if at not in seen.ends:
        return _in_marks(seen, at, hit)
    return None if _apart(seen, at) else _owner(seen, at)


def _in_marks(seen: Seen, at: int, hit: Hit) -> int | None:
    """«Отандастар қорының» | президенті: a house named in quotation marks owns the title."""
    tokens = seen.parsed.tokens
    opens = [n for n in range(max(0, at - 7), at) if tokens[n].text == "«"]
    owned = at + 1 == hit.at and _head_possessed(seen, hit)
    return opens[-1] if opens and owned else None


def _owner(seen: Seen, at: int) -> int | None:
    """A state, house or place before a title: bare, in the genitive, or where it serves."""
    start, mention = seen.ends[at]
    token = seen.parsed.tokens[at]
    if mention.rule.endswith("metonym") or token.case in {"dat", "acc", "abl", "ins"}:
        return None
    if token.case == "loc" and not _attributive(token):
        return None
    return start


def _apart(seen: Seen, at: int) -> bool:
    """«Будапешт | Қазақстан президенті», «министрлік | АҚШ президенті»: a state begins anew."""
    follows = [m for start, m in seen.ends.values() if start == at + 1 and m.kind == "state"]
    bare = seen.parsed.tokens[at].case in {"", "nom"}
    return bare and bool(follows) and seen.ends[at][1].kind in {"place", "institution"}


def _attributive(token: Token) -> bool:
    return any(n.attributive for n in nouns(fold(token.text)))


def _joins(seen: Seen, at: int) -> bool:
    """A comma or «және» within a title or the name of a house, or between two states."""
    before, after = seen.parsed.tokens[at - 1], seen.parsed.tokens[at + 1]
    if at - 1 in seen.ends and any(start == at + 1 for start, _ in seen.ends.values()):
        return True
    field = at > 1 and at - 2 in seen.ends and seen.ends[at - 2][1].kind == "state"
    lower = before.text.islower() or before.pos == "ADJ" or fold(before.text) in MODIFIERS or field
    return (
        before.pos in {"NOUN", "ADJ", "PROPN"}
        and before.case in {"", "nom"}
        and ((lower and after.text.islower()) or (after.pos == "ADJ" and before.pos == "ADJ"))
    )


def _links(seen: Seen, at: int, hit: Hit) -> bool:
    """A noun in the chain that owns the title: «министрінің», «комитетінің», «сыртқы саясат»."""
    token = seen.parsed.tokens[at]
    if _names_a_field(token, seen.parsed.tokens[at + 1]):
        return True
    if token.pos not in {"NOUN", "PROPN", "ADJ"} or token.form:
        return False
    if token.case == "gen":
        return _is_owner_noun(token) or _title_at(token)
    if token.case not in {"", "nom"} or not _head_possessed(seen, hit):
        return False
    if at + 1 == hit.end - 1 and _title_at(token) and not _attributed(token):
        return True
    return _describes(seen, at, hit)


def _names_a_field(token: Token, after: Token) -> bool:
    """«халықаралық даму комитеті», «барлау басқармасы»: an infinitive in the name of a house."""
    bare = fold(token.text).endswith(("у", "ю")) and token.pos in {"VERB", "NOUN"}
    house = any(n.possessive == "his" and n.strict for n in nouns(fold(after.text)))
    return bare and house and after.pos in {"NOUN", "PROPN"} and token.case in {"", "nom"}


def _describes(seen: Seen, at: int, hit: Hit) -> bool:
    """A bare noun right before: part of a house's name, never a subject of its own."""
    token = seen.parsed.tokens[at]
    following = seen.parsed.tokens[at + 1]
    if _title_at(token) and token.pos != "ADJ":
        return False
    if token.text[0].isupper() and at and seen.parsed.tokens[at - 1].sentence == token.sentence:
        return following.pos in {"NOUN", "PROPN", "ADJ", "CCONJ"} or True
    return True


def _attributed(token: Token) -> bool:
    return token.number == "plur"


def _head_possessed(seen: Seen, hit: Hit) -> bool:
    """Whether the title, or a house before it, is somebody's, so that a bare noun may own it."""
    token = seen.parsed.tokens[hit.end - 1]
    if hit.end - hit.at > 1:
        return True
    return not unowned(fold(token.text)) and any(
        n.possessive == "his" and n.strict for n in nouns(fold(token.text))
    )


def _is_owner_noun(token: Token) -> bool:
    return any(
        n.possessive == "his" and n.case == "gen" for n in nouns(fold(token.text))
    ) or token.pos in {"PROPN", "NOUN"}


@cache
def _heads() -> frozenset[str]:
    table = rows(files(__package__) / "titles.tsv", "form", "level", "needs")
    return frozenset(k for r in table for k in keys(words(r[0])[-1]))


def _title_at(token: Token) -> bool:
    return not _heads().isdisjoint(token.keys)


def _field(seen: Seen, at: int) -> int | None:
    """The field before «жөніндегі»: back to the genitive or state that owns the title."""
    tokens = seen.parsed.tokens
    start = at
    while start > 0 and at - start < 9:
        token = tokens[start - 1]
        ends = token.sentence != tokens[at].sentence or start - 1 in seen.inside
        if ends or token.case in {"gen", "dat", "ins", "abl", "acc"} or token.pos == "VERB":
            break
        if token.pos == "PUNCT" and token.text != ",":
            break
        start -= 1
    return start if start < at else None


def _joined(seen: Seen, hits: list[Hit]) -> list[list[Hit]]:
    """Titles of one man, joined by a dash; a title within what owns another goes."""
    found: list[list[Hit]] = []
    for hit in hits:
        last = found[-1][-1] if found else None
        if last is not None and last.at >= hit.start and last.end <= hit.at:
            found[-1][-1] = hit
            if len(found[-1]) == 1 and hit.start > last.start:
                found[-1][-1] = replace(hit, start=last.start)
        elif last is not None and _dashed(seen, last, hit):
            found[-1].append(hit)
        elif last is None or hit.start >= last.end:
            found.append([hit])
        else:
            found.append([replace(hit, start=max(last.end, min(hit.at, hit.start)))])
    return found


def _dashed(seen: Seen, last: Hit, hit: Hit) -> bool:
    between = seen.parsed.tokens[last.end : hit.start]
    if [t.text for t in between] == [","] and _both_his(seen, last, hit):
        return True
    return len(between) == 1 and between[0].text in "–—-" and last.end not in seen.inside


def _both_his(seen: Seen, last: Hit, hit: Hit) -> bool:
    """«ЕҚЫҰ төрағасы, Сыртқы істер министрі Османи»: two posts of the one man after them."""
    tokens = seen.parsed.tokens
    if hit.end not in seen.persons or last.end - last.start < 2 or _plural(seen, last):
        return False
    opens = last.start == 0 or tokens[last.start - 1].sentence != tokens[last.start].sentence
    end = seen.persons[hit.end][0]
    follows = fold(tokens[end + 1].text) if end + 1 < len(tokens) else ""
    noble = not NOBLES.isdisjoint(tokens[hit.at].keys)
    return noble or (opens and follows not in {"мен", "пен", "бен", "және", ","})


NOBLES = kind("nobles")


def _mentions(seen: Seen, pair: Sequence[Hit]) -> list[Mention]:
    """A mention for each holder, or one with none."""
    tokens = seen.parsed.tokens
    first, last = pair[0], pair[-1]
    span = Span(tokens[first.start].span.start, tokens[last.end - 1].span.end)
    plural = _plural(seen, last)
    held = holders(seen, pair, plural)
    if len(pair) > 1 and not NOBLES.isdisjoint(seen.parsed.tokens[last.at].keys):
        pair = pair[:-1]
    made = office_of_pair(
        seen, [office(seen, h.start, h.at, h.end, h.titles, plural) for h in pair], pair
    )
    unowned = last.titles[0].needs in {"side", "body"} and made is not None and made.level is None
    if made is None or (unowned and not held):
        return []
    if unowned:
        made = replace(made, level=LEVELS[last.titles[-1].level])
    owners = states(seen, first)
    if plural and not held and len(owners) > 1:
        return list(of_states(first, span, made, owners))
    offices = each(seen, first, made, len(held), plural)
    rule = f"post:{last.titles[0].form.split()[-1]}"
    spans: list[Span | None] = [h.span for h in held] or [None]
    return [
        Mention("post", span, one.title, rule, office=one, holder=holder)
        for one, holder in zip(offices, spans, strict=True)
    ]


def _plural(seen: Seen, hit: Hit) -> bool:
    token = seen.parsed.tokens[hit.end - 1]
    before = seen.parsed.tokens[hit.start - 1] if hit.start else token
    if fold(before.text) in {"екі", "қос", "үш", "төрт", "бес"}:
        return True  # «екі президент»: after a number the singular
    return any(n.plural and n.strict for n in nouns(fold(token.text)))
