"""From names to persons: one man under all spellings, and two men of one surname kept apart.

Маулен Ашимбаев · Мәулен Әшімбаев · Maulen Ashimbayev    all words agree: one
М. Ашимбаев · Ашимбаев (KZ, speaker)                     joins the one whom it fits
Виктор Лукашенко · Александр Лукашенко                   given names differ: two
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations

from elshi import names
from elshi.chronicle.records import Identity, Person, Seen
from elshi.chronicle.spelling import bones
from elshi.ids import content_id
from elshi.records import Reading


@dataclass(slots=True)
class _Form:
    """One spelling for one side, and what is said of its bearer."""

    name: str
    side: str
    levels: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)

    @property
    def key(self) -> tuple[str, str]:
        """Name and side."""
        return self.name, self.side


def seen(reading: Reading) -> set[Seen]:
    """The names of an article: of those who take part, who speak, and who hold posts."""
    article = reading.article.id
    people = [p for a in reading.accounts for p in a.participants]
    people += [s.speaker for s in reading.statements if s.speaker]
    found = {
        Seen(p.name.value, p.side.value if p.side else "", p.level or "", article)
        for p in people
        if p.kind == "person"
    }
    return found | {
        Seen(t.person.value, t.side.value if t.side else "", t.level or "", article)
        for t in reading.tenures
    }


def persons(found: Iterable[Seen], decided: Sequence[Identity] = ()) -> list[Person]:
    """The persons whom names stand for, by name; as somebody has decided, where he has."""
    forms = _forms(found)
    named = {name for each in decided for name in (each.one, each.other)}
    full = [form for form in forms if is_full(form.name) or form.name in named]
    groups = _joined(full, decided)
    short = [form for form in forms if not is_full(form.name) and form.name not in named]
    return sorted(_with_short(groups, short), key=lambda p: (p.name, p.id))


def _forms(found: Iterable[Seen]) -> list[_Form]:
    """Spellings by side; a spelling without one joins that with one, if there is just one."""
    forms: dict[tuple[str, str], _Form] = {}
    for each in found:
        form = forms.setdefault((each.name, each.side), _Form(each.name, each.side))
        form.articles.add(each.article)
        form.levels |= {each.level} - {""}
    sides: dict[str, list[str]] = defaultdict(list)
    for name, side in sorted(forms):
        sides[name] += [side] if side else []
    for name, known in sides.items():
        if len(known) == 1 and (name, "") in forms:
            _poured(forms[name, known[0]], forms.pop((name, "")))
    return [forms[key] for key in sorted(forms)]


def _poured(into: _Form, other: _Form) -> None:
    into.levels |= other.levels
    into.articles |= other.articles


@lru_cache(maxsize=200_000)
def is_full(name: str) -> bool:
    """Whether a name has two whole words at least: a given name and a surname."""
    return sum(not w.initial and not w.patronymic for w in names.words(name)) > 1


def _joined(full: Sequence[_Form], decided: Sequence[Identity]) -> list[list[_Form]]:
    """Full names that are one person's; two states, or two given names, never in one group."""
    home = {form.key: [form] for form in full}
    for a, b in _tied(full, decided):
        _poured_together(home, a, b)
    for _, a, b in sorted(_alike(full), key=lambda pair: (-pair[0], pair[1].key, pair[2].key)):
        one, two = home[a.key], home[b.key]
        if one is not two and all(_may_be_one(x, y, decided) for x in one for y in two):
            _poured_together(home, a, b)
    return list({id(group): group for group in home.values()}.values())


def _alike(full: Sequence[_Form]) -> Iterable[tuple[float, _Form, _Form]]:
    """Pairs of spellings that share the consonants of a word, and are one name."""
    blocks: dict[str, list[_Form]] = defaultdict(list)
    for form in full:
        for block in bones(form.name):
            blocks[block].append(form)
    pairs = {(a.key, b.key): (a, b) for block in blocks.values() for a, b in combinations(block, 2)}
    for a, b in pairs.values():
        if _may_be_one(a, b):
            yield names.same(a.name, b.name).score, a, b


def _poured_together(home: dict[tuple[str, str], list[_Form]], a: _Form, b: _Form) -> None:
    one, two = home[a.key], home[b.key]
    if one is not two:
        one += two
        home |= {form.key: one for form in two}


def _tied(full: Sequence[_Form], decided: Sequence[Identity]) -> Iterable[tuple[_Form, _Form]]:
    """Names that somebody has called one person's."""
    for each in decided:
        if each.verb == "same":
            named = [form for form in full if form.name in (each.one, each.other)]
            yield from ((a, b) for a, b in combinations(named, 2) if each.means(a.key, b.key))


def _may_be_one(a: _Form, b: _Form, decided: Sequence[Identity] = ()) -> bool:
    ruled = next((each for each in decided if each.means(a.key, b.key)), None)
    if ruled is not None:
        return ruled.verb == "same"
    return _sides_agree(a.side, b.side) and _same_name(*sorted((a.name, b.name)))


@lru_cache(maxsize=500_000)
def _same_name(a: str, b: str) -> bool:
    return names.same(a, b).answer == "same"


def _sides_agree(a: str, b: str) -> bool:
    """The same side, or one not known, or one an organisation for which a state's man works."""
    return a == b or not a or not b or (len(a) != 2) != (len(b) != 2) or "UN" in (a, b)


def _with_short(groups: Sequence[list[_Form]], short: Sequence[_Form]) -> list[Person]:
    """Bare surnames join the one person whom they fit; those that fit none or two stay alone."""
    blocks: dict[str, list[list[_Form]]] = defaultdict(list)
    for group in groups:
        for block in {block for form in group for block in bones(form.name)}:
            blocks[block].append(group)
    fits = {form.key: _fitting(form, blocks) for form in short}
    taken: dict[int, list[_Form]] = defaultdict(list)
    for form in short:
        if len(fits[form.key]) == 1:
            taken[id(fits[form.key][0])].append(form)
    known = {id(group): _person([*group, *taken[id(group)]]) for group in groups}
    alone = [form for form in short if len(fits[form.key]) != 1]
    return [*known.values(), *_alone(alone, fits, known)]


def _fitting(form: _Form, blocks: Mapping[str, list[list[_Form]]]) -> list[list[_Form]]:
    near = {id(g): g for block in sorted(bones(form.name)) for g in blocks.get(block, ())}
    fits = [group for group in near.values() if any(_stands_for(form, full) for full in group)]
    rung = [g for g in fits if form.levels & {level for full in g for level in full.levels}]
    return rung if form.levels and len(fits) > 1 else fits


def _stands_for(form: _Form, full: _Form) -> bool:
    """Whether a short form can mean a full one: name, side, and rung where both are known."""
    rungs = not form.levels or not full.levels or bool(form.levels & full.levels)
    return (
        _sides_agree(form.side, full.side)
        and rungs
        and names.same(form.name, full.name).answer != "different"
    )


def _alone(
    forms: Sequence[_Form],
    fits: Mapping[tuple[str, str], list[list[_Form]]],
    known: Mapping[int, Person],
) -> list[Person]:
    """Surnames by themselves: one person for each side and spelling family."""
    homes: dict[tuple[str, str], list[_Form]] = defaultdict(list)
    for form in forms:
        homes[names.key(form.name), form.side].append(form)
    return [
        _person(home, sorted({known[id(g)].id for form in home for g in fits[form.key]}))
        for home in homes.values()
    ]


def _person(forms: Sequence[_Form], maybe: Sequence[str] = ()) -> Person:
    ordered = sorted(forms, key=lambda f: (-len(f.articles), f.key))
    most = len(ordered[0].articles)  # a misread longer form stands in few
    full = names.fullest([form.name for form in ordered if len(form.articles) * 2 >= most])
    sides = Counter[str]()
    for form in forms:
        sides[form.side] += len(form.articles)
    known = tuple(sorted((s for s in sides if s), key=lambda side: (-sides[side], side)))
    return Person(
        id=content_id("person", name=min(f.name for f in forms), side=known[0] if known else ""),
        name=full,
        names=tuple(sorted({form.name for form in forms})),
        sides=known,
        levels=tuple(sorted({level for form in forms for level in form.levels})),
        articles=len({article for form in forms for article in form.articles}),
        maybe=tuple(maybe),
    )


def bearers(found: Iterable[Person]) -> dict[tuple[str, str], Person]:
    """(name, side) → person; ("name", "") where all sides agree on one."""
    known: dict[tuple[str, str], Person] = {}
    anyone: dict[str, set[str]] = defaultdict(set)
    by_id = {person.id: person for person in found}
    for person in by_id.values():
        for name in person.names:
            anyone[name].add(person.id)
            known |= {(name, side): person for side in person.sides}
    alone = {(name, ""): by_id[min(ids)] for name, ids in anyone.items() if len(ids) == 1}
    return known | alone
