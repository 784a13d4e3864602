"""Gate: factRuEval-2016, development half: who holds which post where, who met whom, entities.

`occupation`, `meeting` (`facts.py`) and `entities` (`entities.py`) are scored as the shared task
scores them, `occupation.loose` as our own measuring script does. A post in a part of a body is
right with the whole as well, as in the task.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import baseline
import entities
import facts
from corpora import corpus
from elshi.lang.ru import FOLDER
from elshi.lang.ru.morph import keys
from elshi.ontology.tables import rows
from elshi.records import Mention, Span
from elshi.text import fold
from factrueval import gold as loose_gold
from factrueval import ours as loose_ours
from factrueval import score
from facts import Argument, Counted, Fact
from figures import Figure
from offices import meetings, named, posts

NAME = "factrueval"
NO_OCCUPATION = frozenset(
    {"владелец", "совладелец", "основатель", "сооснователь", "акционер", "хозяин", "чемпион",
     "чемпионка", "лауреат", "победитель", "обладатель"}
)  # fmt: skip
"""Owning is a fact of another type in the task, and a prize is none."""
OPEN = re.compile(r"(?:\s(?:от|из|в|во|на|при))?\s*[«\"“„]?$")
"""What is left over where the words of the place are taken away."""


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
        Figure(NAME, "ru", field, c.f1, c.answered, c.found, c.gold, system)
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
    answers = list(gold(path))
    other = "natasha's names + nearest"
    for kind in ("occupation", "meeting"):
        wanted = [fact for fact in answers if fact.kind == kind]
        for system, told in (("elshi", _ours(kind, text)), (other, _theirs(kind, text))):
            yield (kind, system), facts.paired(told, wanted, path.stem)
    loose, _ = score(loose_ours(text), loose_gold(path))
    whole = Counted(loose.worth, int(loose.ours), loose.worth, int(loose.theirs))
    yield ("occupation.loose", "elshi"), whole
    for system, told in (("elshi", _entities(text)), (other, _natasha(text))):
        found = entities.ours(told, text)
        yield ("entities", system), entities.paired(found, entities.gold(path), path.stem)


def gold(path: Path) -> Iterator[Fact]:
    """The facts of a document (the path without its ending) with all wordings of each argument."""
    spans = dict(_spans(path))
    words = _with_wholes(path, dict(_wordings(path, spans)))
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
        told = {w for m in members if m in mentions for w in _told(mentions[m], spans, text)}
        names = [tuple(line.split(" ", 1)) for line in lines if " " in line]
        yield "obj" + number, frozenset(map(fold, {*told, *_orders(names)}))


def _told(
    parts: Sequence[str], spans: dict[str, tuple[str, Span, str]], text: str
) -> Iterator[str]:
    """A mention as it stands, and only its own words: it may have gaps."""
    held = [spans[part][1] for part in parts if part in spans]
    if held:
        yield text[min(s.start for s in held) : max(s.end for s in held)]
        words = sorted({w for s in held for w in entities.words_of(s, text)})
        yield " ".join(m.group() for w in words if (m := re.compile(r"\w+").match(text, w)))


def _with_wholes(path: Path, words: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """The same, each part of a body and its whole with the names of the other."""
    blocks = _blocks(path.with_suffix(".coref"))
    names = {f"obj{head.split()[0]}": _names(lines) for head, *lines in blocks}
    made = dict(words)
    for head, *lines in _blocks(path.with_suffix(".facts")):
        ends = [line.split()[1] for line in lines] if head.split()[1] == "isPartOf" else []
        for one, other in ((a, b) for a in ends for b in ends if a != b):
            made[one] = made.get(one, frozenset()) | names.get(other, frozenset())
    return made


def _names(lines: Sequence[str]) -> frozenset[str]:
    return frozenset(fold(line.partition(" ")[2]) for line in lines if line.startswith("name"))


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
    found = [post for post in posts(text) if post.holder and post.office]
    spans = {post.span: _where(post, text) for post in found}
    for post in found:
        assert post.holder is not None
        where = spans[post.span]
        if not _is_occupation(post, where):
            continue
        there = where or _elsewhere(text, post, found, spans)
        place = _place(text, there) if there else ""
        who, title = post.holder.of(text), _title(text, post, where)
        yield _fact("occupation", who=who, position=title, where=place)


def _is_occupation(post: Mention, where: Span | None) -> bool:
    """A rung, a body or a state; owners are facts of another type, champions none."""
    office = post.office
    assert office is not None
    if any(set(keys(word)) & NO_OCCUPATION for word in office.title.split()[:2]):
        return False
    told = where is not None and (where != office.side_span or post.span.end == where.end)
    return office.level is not None or told


def _where(post: Mention, text: str) -> Span | None:
    """The body of a post, with the state right before it; else its state, else its place."""
    assert post.office is not None
    body, side = post.office.institution_span, post.office.side_span
    if body and side and 0 < body.start - side.end < 2:
        return Span(side.start, body.end)
    inside = [m.span for m in named(text) if m.kind == "place" and post.span.covers(m.span)]
    return body or side or next(iter(inside), None)


def _elsewhere(
    text: str, post: Mention, found: Sequence[Mention], spans: dict[Span, Span | None]
) -> Span | None:
    """Of what the same man's post is where the text says it of another mention of him."""
    assert post.holder is not None
    name = fold(post.holder.of(text)).split()[-1][:5]
    his = [p for p in found if p.holder and fold(p.holder.of(text)).split()[-1][:5] == name]
    level = post.office.level if post.office else None
    same = [p for p in his if p.office and p.office.level == level and spans[p.span]]
    return spans[same[0].span] if same and level else None


def _place(text: str, where: Span) -> str:
    """The words of a place; for «российский» the state's name."""
    told = next((m for m in named(text) if m.span == where and "adjective" in m.rule), None)
    if told is None:
        return where.of(text)
    same = (m for m in named(text) if m.code == told.code and "adjective" not in m.rule)
    return next((m.span.of(text) for m in same), state_names().get(told.code, where.of(text)))


@cache
def state_names() -> dict[str, str]:
    """The name by which each state goes in the table of the language."""
    table = rows(FOLDER / "states.tsv", "code", "kind", "form")
    return {code: form for code, kind, form in reversed(list(table)) if kind == "name"}


def _title(text: str, post: Mention, where: Span | None) -> str:
    """The words of a post without those that say of what: the task keeps them apart."""
    if where is None or not post.span.covers(where):
        return post.span.of(text)
    before, after = text[post.span.start : where.start], text[where.end : post.span.end]
    return OPEN.sub("", before.strip()).strip() or after.strip()


def _meetings(text: str) -> Iterator[Fact]:
    """Who meets whom as clauses tell it: the task asks for no sides."""
    for who in meetings(text):
        yield _fact("meeting", *who)


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


def _entities(text: str) -> list[tuple[str, Span]]:
    kinds = {"person": "per", "institution": "org", "state": "loc", "place": "loc"}
    return [(kinds[m.kind], m.span) for m in named(text) if "adjective" not in m.rule]


def _natasha(text: str) -> list[tuple[str, Span]]:
    return [(k.lower(), s) for found in baseline.sentences(text) for k, s in found.names]
