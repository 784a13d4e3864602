"""Gate: factRuEval-2016, development half: who holds which post where, who met whom, entities.

`occupation` and `meeting` are scored as the shared task scores facts, `occupation.loose` as our own
measuring script does. The task's evaluator tries all matchings, which is exponential; here facts
are paired by an assignment of the highest quality (tests/eval/test_factrueval.py shows on small
documents that both agree).

    quality of a pair   matched arguments / (matched + unmatched of both)
    an argument         matches where its words are within two letters of some wording of the answer
    an answer           of raised difficulty counts neither for nor against
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from rapidfuzz.distance import Levenshtein

import baseline
from corpora import corpus, reading
from elshi.lang import load
from elshi.lang.ru.posts import single_posts
from elshi.mark import mark
from elshi.records import Mention, Span
from elshi.text import fold
from factrueval import assign, score
from factrueval import gold as loose_gold
from factrueval import ours as loose_ours
from figures import Figure, f1

NAME = "factrueval"
TYPES = {"Person": "per", "Org": "org", "Organization": "org", "Location": "loc", "LocOrg": "loc"}
NAMED = {
    "loc": {"org_name", "loc_name"},
    "org": {"org_name", "loc_name"},
    "per": {"name", "patronymic", "nickname", "surname"},
}
"""Spans that make an entity a named one; others are not asked for."""
NEAR = 2
"""Letters by which two wordings may differ and still be the same, as in the shared task."""


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a fact, with all wordings that are right."""

    name: str
    wordings: frozenset[str]


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the task: its type and arguments, of raised difficulty or not."""

    kind: str
    arguments: tuple[Argument, ...]
    hard: bool = False
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """Qualities and numbers of one document or of all."""

    quality: float = 0.0
    found: int = 0
    gold: int = 0
    errors: tuple[str, ...] = ()

    def __add__(self, other: Counted) -> Counted:
        return Counted(
            self.quality + other.quality,
            self.found + other.found,
            self.gold + other.gold,
            self.errors + other.errors,
        )


def files() -> Iterator[Path]:
    """The gold of this gate."""
    return corpus("factrueval/devset").glob("*.*")


def documents(every: int = 1) -> list[Path]:
    """The documents of the development half, each as its path without an ending."""
    return [p.with_suffix("") for p in sorted(corpus("factrueval/devset").glob("*.facts"))][::every]


def gate(every: int = 1) -> list[Figure]:
    """Facts and entities, ours and those of the nearest-name heuristic."""
    made = _all(every)
    return [
        f1(NAME, "ru", field, (c.quality, c.found, c.gold), system)
        for (field, system), c in made.items()
    ]


def errors(every: int = 1) -> list[str]:
    """Facts missed, false and half right, as the shared task sees them."""
    made = _all(every)
    return [
        line
        for field in ("meeting", "occupation", "entities")
        for line in made[field, "elshi"].errors
    ]


@cache
def _all(every: int) -> dict[tuple[str, str], Counted]:
    total: dict[tuple[str, str], Counted] = {}
    for path in documents(every):
        for key, counted in _document(path):
            total[key] = total.get(key, Counted()) + counted
    return total


def _document(path: Path) -> Iterator[tuple[tuple[str, str], Counted]]:
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    facts = list(gold(path))
    other = "natasha's names + nearest"
    for kind in ("occupation", "meeting"):
        wanted = [fact for fact in facts if fact.kind == kind]
        for system, found in (("elshi", _ours(kind, text)), (other, _theirs(kind, text))):
            yield (kind, system), paired(found, wanted, path.stem)
    loose, _ = score(loose_ours(text), loose_gold(path))
    yield ("occupation.loose", "elshi"), Counted(loose.worth, int(loose.ours), int(loose.theirs))
    wanted_entities = entities(path)
    yield ("entities", "elshi"), spans_paired(_entities(text), wanted_entities, path.stem, text)
    yield ("entities", other), spans_paired(_natasha(text), wanted_entities, path.stem, text)


def gold(path: Path) -> Iterator[Fact]:
    """The facts of a document (the path without its ending) with all wordings of each argument."""
    spans = dict(_spans(path))
    words = dict(_wordings(path, spans))
    for block in _blocks(path.with_suffix(".facts")):
        kind = block[0].split()[1].lower()
        hard = any(line.startswith("Сложность") and "повышенная" in line for line in block)
        told = [line for line in block[1:] if not re.match("Сложность|Модальность|Фаза", line)]
        arguments = tuple(filter(None, (_argument(line, spans, words) for line in told)))
        yield Fact(kind, arguments, hard, " | ".join(told))


def _blocks(path: Path) -> Iterator[list[str]]:
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8").strip()):
        if block.strip():
            yield block.strip().splitlines()


def _spans(path: Path) -> Iterator[tuple[str, tuple[str, Span, str]]]:
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    for line in path.with_suffix(".spans").read_text(encoding="utf-8").splitlines():
        cells = line.split()
        if len(cells) > 3:
            span = Span(int(cells[2]), int(cells[2]) + int(cells[3]))
            yield cells[0], (cells[1], span, span.of(text))


def _mentions(path: Path) -> Iterator[tuple[str, str, list[str]]]:
    """The mentions of a document: number, type, the numbers of their spans."""
    for line in path.with_suffix(".objects").read_text(encoding="utf-8").splitlines():
        cells = line.split("#")[0].split()
        if cells:
            yield cells[0], cells[1], cells[2:]


def _wordings(
    path: Path, spans: dict[str, tuple[str, Span, str]]
) -> Iterator[tuple[str, frozenset[str]]]:
    """For each entity all that it may be called: its mentions, its names in every order."""
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    mentions = {number: parts for number, _, parts in _mentions(path)}
    for head, *lines in _blocks(path.with_suffix(".coref")):
        number, *members = head.split()
        told = {_interval(mentions[m], spans, text) for m in members if m in mentions}
        names = [tuple(line.split(" ", 1)) for line in lines if " " in line]
        yield "obj" + number, frozenset(map(fold, {*told, *_orders(names)}))


def _interval(parts: Sequence[str], spans: dict[str, tuple[str, Span, str]], text: str) -> str:
    held = [spans[part][1] for part in parts if part in spans]
    return text[min(s.start for s in held) : max(s.end for s in held)] if held else ""


def _orders(names: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """A person's names in the orders that the task allows; of others each name."""
    by_kind = {name[0]: name[1] for name in names}
    for order in ("lastname firstname patronymic", "firstname patronymic lastname",
                  "firstname lastname", "lastname firstname", "lastname", "firstname",
                  "nickname", "firstname nickname", "name"):  # fmt: skip
        if all(kind in by_kind for kind in order.split()):
            yield " ".join(by_kind[kind] for kind in order.split())
    yield from (value for kind, value in names if kind.startswith("name"))


def _argument(
    line: str, spans: dict[str, tuple[str, Span, str]], words: dict[str, frozenset[str]]
) -> Argument | None:
    name, _, rest = line.partition(" ")
    wordings: set[str] = set()
    for part in rest.split("|"):
        head, _, told = part.strip().partition(" ")
        wordings |= words.get(head, frozenset()) | {fold(told)}
        if head.startswith("span") and head[4:] in spans:
            wordings.add(fold(spans[head[4:]][2]))
    lower = name.lower()
    return Argument("position" if lower == "job" else lower, frozenset(wordings - {""}))


def _ours(kind: str, text: str) -> list[Fact]:
    return list(_occupations(text) if kind == "occupation" else _meetings(text))


def _occupations(text: str) -> Iterator[Fact]:
    """Each post with a holder: who, the words of the title, of what or of whom."""
    seen = set()
    for post in _posts(text):
        if post.holder is None or post.office is None:
            continue
        where = post.office.institution_span or post.office.side_span
        title = _title(text, post, where)
        key = (fold(post.holder.of(text)), fold(title))
        if key not in seen and (post.office.level or where):
            seen.add(key)
            place = where.of(text) if where else ""
            yield _fact("occupation", who=post.holder.of(text), position=title, where=place)


@cache
def _posts(text: str) -> list[Mention]:
    pack = load("ru")
    parsed = pack.parse(text)
    return single_posts(parsed, mark(parsed, pack).of("person", "state", "institution", "place"))


def _title(text: str, post: Mention, where: Span | None) -> str:
    """The words of a post without those that say of what: the task keeps them apart."""
    if where is None or not post.span.covers(where):
        return post.span.of(text)
    if where.start == post.span.start:
        return text[where.end : post.span.end].strip()
    return text[post.span.start : where.start].strip()


def _meetings(text: str) -> Iterator[Fact]:
    read = reading(text, (("lang", "ru"),), whole=True)
    for account in read.accounts:
        if account.kind.value in {"meeting", "call"} and len(account.participants) > 1:
            yield _fact("meeting", *(p.name.value for p in account.participants))


def _theirs(kind: str, text: str) -> list[Fact]:
    if kind == "meeting":
        return [_fact(kind, *(span.of(text) for span in who)) for who in baseline.meetings(text)]
    return [_job(text, job) for job in baseline.jobs(text)]


def _job(text: str, job: baseline.Job) -> Fact:
    where = job.where.of(text) if job.where else ""
    return _fact("occupation", who=job.who.of(text), position=job.post.of(text), where=where)


def _fact(kind: str, *participants: str, **arguments: str) -> Fact:
    told = [("participant", name) for name in participants] + list(arguments.items())
    made = tuple(Argument(name, frozenset({fold(value)})) for name, value in told if value)
    return Fact(kind, made, shown=" | ".join(value for _, value in told if value))


def same(one: Argument, other: Argument) -> bool:
    """Whether two arguments say the same: some wordings within two letters of each other."""
    near = partial(Levenshtein.distance, score_cutoff=NEAR)
    return one.name == other.name and any(
        near(a, b) <= NEAR for a in one.wordings for b in other.wordings
    )


def quality(one: Fact, other: Fact) -> float:
    """Matched arguments of a found fact and an answer, by all that they have."""
    free = list(other.arguments)
    matched = 0
    for argument in one.arguments:
        hit = next((answer for answer in free if same(argument, answer)), None)
        if hit is not None:
            free.remove(hit)
            matched += 1
    return matched / (len(one.arguments) + len(other.arguments) - matched) if matched else 0.0


def paired(found: Sequence[Fact], answers: Sequence[Fact], where: str) -> Counted:
    """Facts of one type in one document, paired so that their qualities sum up to the most."""
    weights = [[quality(one, other) for other in answers] for one in found]
    pairs = dict(assign(weights))
    hard = {i for i, j in pairs.items() if answers[j].hard}
    total = sum(weights[i][j] for i, j in pairs.items() if i not in hard)
    said = [f"{where}\tfalse\t{fact.shown}" for i, fact in enumerate(found) if i not in pairs]
    said += [
        f"{where}\tmissing\t{fact.shown}"
        for j, fact in enumerate(answers)
        if j not in pairs.values() and not fact.hard
    ]
    said += [
        f"{where}\t{weights[i][j]:.2f}\t{found[i].shown}\t{answers[j].shown}"
        for i, j in pairs.items()
        if weights[i][j] < 1 and i not in hard
    ]
    easy = sum(not fact.hard for fact in answers)
    return Counted(total, len(found) - len(hard), easy, tuple(said))


def entities(path: Path) -> list[tuple[str, Span]]:
    """The named entities of a document, the longest only, places and states as one type."""
    spans = dict(_spans(path))
    found = []
    for _, kind, parts in _mentions(path):
        held = [spans[part] for part in parts if part in spans]
        tag = TYPES.get(kind)
        if tag and any(label in NAMED[tag] for label, _, _ in held):
            named = [s for _, s, _ in held]
            found.append((tag, Span(min(s.start for s in named), max(s.end for s in named))))
    return [
        (tag, span)
        for tag, span in dict.fromkeys(found)
        if not any(o != span and o.covers(span) and _embeds(t, tag) for t, o in found)
    ]


def _embeds(outer: str, inner: str) -> bool:
    """Names within names of organisations, and places within places, are not asked for."""
    return outer == "org" or (outer == "loc" and inner in {"loc", "per"})


def _entities(text: str) -> list[tuple[str, Span]]:
    pack = load("ru")
    kinds = {"person": "per", "institution": "org", "state": "loc", "place": "loc"}
    marks = mark(pack.parse(text), pack)
    return [
        (kinds[m.kind], m.span) for m in marks.of("person", "institution", "state", "place")
        if "adjective" not in m.rule
    ]  # fmt: skip


def _natasha(text: str) -> list[tuple[str, Span]]:
    return [(k.lower(), s) for found in baseline.sentences(text) for k, s in found.names]


def spans_paired(
    found: Iterable[tuple[str, Span]], answers: Iterable[tuple[str, Span]], where: str, text: str
) -> Counted:
    """Entities of one document; a pair is worth the words that it shares of all its words."""
    ours, theirs = list(found), list(answers)
    weights = [[_shared(one, other, text) for other in theirs] for one in ours]
    pairs = dict(assign(weights))
    total = sum(weights[i][j] for i, j in pairs.items())
    missed = [theirs[j] for j in range(len(theirs)) if j not in pairs.values()]
    extra = [ours[i] for i in range(len(ours)) if i not in pairs]
    said = [f"{where}\tmissing {tag}\t{span.of(text)}" for tag, span in missed]
    said += [f"{where}\tfalse {tag}\t{span.of(text)}" for tag, span in extra]
    return Counted(total, len(ours), len(theirs), tuple(said))


def _shared(one: tuple[str, Span], other: tuple[str, Span], text: str) -> float:
    if one[0] != other[0] or not one[1].overlaps(other[1]):
        return 0.0
    mine, its = (_words(span, text) for span in (one[1], other[1]))
    return len(mine & its) / len(mine | its)


def _words(span: Span, text: str) -> frozenset[int]:
    """The words of a stretch, each by where it begins."""
    return frozenset(span.start + m.start() for m in re.finditer(r"[\w-]+", span.of(text)))
