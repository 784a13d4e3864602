"""Gate: NEREL, train and dev: posts and dates as spans, who is what, and events of our kinds.

Measured with only: nothing of NEREL is in the repository. A span is found where ours overlaps it
(NEREL's are nested and shorter), a relation where both of its ends are. Of events only those are
asked for whose words are of our kinds; events of one country with itself and matches of teams are
among them, so the recall of their relations is a lower bound. Who takes part is a participant or
an agent of NEREL's, in whatever words he is named there. Of ours those count whose event NEREL
marks as one of our kinds too. A workplace is a man's or his post's, as in NEREL; lengths of time
are no dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from compare import Score
from corpora import corpus
from elshi.lang import load
from elshi.pipeline import read
from elshi.records import Account, Article, Mention, Reading, Span
from figures import Figure, of_score

NAME = "nerel"
FIELDS = (
    "PROFESSION", "DATE", "WORKS_AS", "WORKPLACE", "PARTICIPANT_IN", "TAKES_PLACE_IN",
    "POINT_IN_TIME",
)  # fmt: skip
OURS = re.compile(
    r"(?<!пресс-)(?<!фото)(?:встреч|перегово|визит|саммит|бесед|разговор|консультац|форум|конференц|подписан|"
    r"встрети|сессия|сессии|телеграмм|поздрав|соболезн|поездк|заседани|турне|прибы|посети|"
    r"посеща|поговор|обсуд)",
    re.IGNORECASE,
)
"""The events of our kinds, by their words."""
DURATION = re.compile(
    r"(?:(?:в течение|на протяжении|на|за|около|более|больше|свыше|до|почти|каждые)\s+)*"
    r"(?:[\d.,]+|полтора|полутора|дв[ауех]\w*|тр[её]\w*|четыр\w*|пят\w*|шест\w*|сем\w*|восьм\w*|"
    r"девят\w*|десят\w*|несколько|нескольких|один|одного)\s+"
    r"(?:лет|год\w*|месяц\w*|недел\w*|дн\w*|день|час\w*|сут\w*|срок\w*|век\w*|минут\w*)",
    re.IGNORECASE,
)
"""How long something lasts («два года»): a DATE of NEREL's, and no date."""
NAMED = re.compile(r"[А-ЯЁ][а-яё]{2,}")
ALSO = {"AGENT": "PARTICIPANT_IN"}
"""Who acts takes part."""
TRAIN = 3
"""Of the training part every third text: it is eight times as large as the other."""
Pair = tuple[Span, Span]


@dataclass(frozen=True, slots=True)
class Answers:
    """The spans of a document by type, and its relations as pairs of spans."""

    spans: dict[str, tuple[tuple[str, Span], ...]]
    pairs: dict[str, tuple[Pair, ...]]
    events: tuple[Span, ...]
    """The events of our kinds."""


def files() -> Iterator[Path]:
    """The gold of this gate."""
    yield from corpus("nerel/dev").glob("*.*")
    yield from corpus("nerel/train").glob("*.*")


def gate(every: int = 1) -> list[Figure]:
    """Spans and relations of the kinds that we read."""
    score = _score(every)
    crashed = Figure(NAME, "ru", "crashed texts", score.found["crashed"], lower=True)
    return [*of_score(score, NAME, "ru", FIELDS), crashed]


def errors(every: int = 1) -> list[str]:
    """What is missed and what is false, relations first."""
    return sorted(_score(every).errors, key=lambda line: -FIELDS.index(line.split("\t")[0]))


@cache
def _score(every: int) -> Score:
    score = Score()
    train = sorted(corpus("nerel/train").glob("*.ann"))[::TRAIN]
    for path in [*sorted(corpus("nerel/dev").glob("*.ann")), *train][::every]:
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        answers = _answers(path)
        found = _read(score, Article(path.stem, text, "ru"))
        _spans(score, path.stem, text, found, answers)
        for name, pairs in _ours(found, answers.events).items():
            _related(score, name, (path.stem, text), _unique(pairs), _unique(answers.pairs[name]))
    return score


def _read(score: Score, article: Article) -> Reading:
    """The reading; a text on which Elshi crashes counts as nothing read, and is told."""
    try:
        return read(article, whole=True)
    except ValueError as error:
        score.found["crashed"] += 1
        score.errors.append(f"{FIELDS[-1]}\t{article.id}\tCRASHED: {error}")
        return Reading("", article)


def _answers(path: Path) -> Answers:
    lines = path.read_text(encoding="utf-8").splitlines()
    entities = {name: (kind, span, words) for name, kind, span, words in _entities(lines)}
    spans: dict[str, tuple[tuple[str, Span], ...]] = {}
    for kind in ("PROFESSION", "DATE"):
        spans[kind] = tuple(
            (w, s) for k, s, w in entities.values() if k == kind and not DURATION.fullmatch(w)
        )
    pairs = {}
    for kind in FIELDS[2:]:
        ends = [(entities[a], entities[b]) for a, b in _relations(lines, kind)]
        pairs[kind] = tuple(
            (one[1], other[1])
            for one, other in ends
            if kind.startswith("WORK") or OURS.search(_event(one, other))
        )
    events = tuple(
        s for kind, s, words in entities.values() if kind == "EVENT" and OURS.search(words)
    )
    return Answers(spans, pairs, events)


def _event(*ends: tuple[str, Span, str]) -> str:
    return next((words for kind, _, words in ends if kind == "EVENT"), "")


def _entities(lines: Sequence[str]) -> Iterator[tuple[str, str, Span, str]]:
    for line in lines:
        if line.startswith("T"):
            name, told, words = line.split("\t", 2)
            kind, *cells = told.replace(";", " ").split()
            places = sorted(map(int, cells))  # stretches that are apart stand in any order
            yield name, kind, Span(places[0], places[-1]), words


def _relations(lines: Sequence[str], kind: str) -> Iterator[tuple[str, str]]:
    for line in lines:
        cells = line.split()
        if line.startswith("R") and ALSO.get(cells[1], cells[1]) == kind:
            yield cells[2].split(":")[1], cells[3].split(":")[1]


def _spans(score: Score, where: str, text: str, found: Reading, answers: Answers) -> None:
    posts = [m.span for m in found.mentions if m.kind == "post"]
    times = [span for span, _ in load("ru").times(text)]
    for kind, ours in (("PROFESSION", posts), ("DATE", times)):
        wanted = _outer(span for _, span in answers.spans[kind])
        hit = [s for s in wanted if any(s.overlaps(o) for o in ours)]
        extra = [o for o in ours if not any(s.overlaps(o) for s in wanted)]
        _count(score, kind, (len(hit), len(hit) + len(extra), len(wanted)))
        missed = [s for s in wanted if s not in hit]
        score.errors += [f"{kind}\t{where}\tmissing\t{s.of(text)}" for s in missed]
        score.errors += [f"{kind}\t{where}\tfalse\t{o.of(text)}" for o in extra]


def _outer(spans: Iterable[Span]) -> list[Span]:
    """The longest: «президент» in «советник президента» counts with it."""
    found = sorted(set(spans))
    return [s for s in found if not any(o != s and o.covers(s) for o in found)]


def _ours(found: Reading, events: Sequence[Span]) -> dict[str, list[Pair]]:
    pairs: dict[str, list[Pair]] = {name: [] for name in FIELDS[2:]}
    for post in (m for m in found.mentions if m.kind == "post" and m.office):
        if post.holder is not None:
            pairs["WORKS_AS"].append((post.holder, post.span))
        for where in _places(post, found.mentions):
            pairs["WORKPLACE"].append((post.span, where))
            if post.holder is not None:
                pairs["WORKPLACE"].append((post.holder, where))
    for account in found.accounts:
        span = account.kind.span
        if span is not None and any(span.overlaps(event) for event in events):
            for name, pair in _of_account(account, span):
                pairs[name].append(pair)
    return pairs


def _places(post: Mention, mentions: Iterable[Mention]) -> list[Span]:
    """Of what a post is: its body, its state, the places that its phrase names.

    «итальянский журналист» says whence he is and not where he serves.
    """
    assert post.office is not None
    told = [post.office.institution_span, None if post.office.trade else post.office.side_span]
    inside = [m.span for m in mentions if m.kind == "place" and post.span.covers(m.span)]
    return list(dict.fromkeys(span for span in (*told, *inside) if span is not None))


def _of_account(account: Account, event: Span) -> Iterator[tuple[str, Pair]]:
    for participant in account.participants:
        if participant.name.span:
            yield "PARTICIPANT_IN", (participant.name.span, event)
    place = account.place
    for value in (place.city, place.country) if place else ():
        if value and value.span:
            yield "TAKES_PLACE_IN", (event, value.span)
    if account.when and account.when.span:
        yield "POINT_IN_TIME", (event, account.when.span)


def _unique(pairs: Iterable[Pair]) -> list[Pair]:
    """Each pair once; a nested end counts with the longer."""
    found = list(dict.fromkeys(pairs))
    return [
        p for p in found
        if not any(o != p and o[0].covers(p[0]) and o[1].covers(p[1]) for o in found)
    ]  # fmt: skip


def _related(
    score: Score, name: str, at: tuple[str, str], ours: list[Pair], wanted: list[Pair]
) -> None:
    where, text = at
    hit = [w for w in wanted if any(_same(w, o, text) for o in ours)]
    extra = [o for o in ours if not any(_same(w, o, text) for w in wanted)]
    _count(score, name, (len(hit), len(hit) + len(extra), len(wanted)))
    for word, pairs in (("missing", [w for w in wanted if w not in hit]), ("false", extra)):
        score.errors += [
            f"{name}\t{where}\t{word}\t{one.of(text)} | {other.of(text)}" for one, other in pairs
        ]


def _same(one: Pair, other: Pair, text: str) -> bool:
    """Whether both ends are the same; a name may be given again («Обама»)."""
    first = one[0].overlaps(other[0]) or bool(_stems(one[0].of(text)) & _stems(other[0].of(text)))
    return first and one[1].overlaps(other[1])


def _stems(name: str) -> set[str]:
    """The beginnings of the words of a name, which its cases leave as they are."""
    return {word[:5] for word in NAMED.findall(name)}


def _count(score: Score, name: str, counts: tuple[int, int, int]) -> None:
    for counter, number in zip((score.right, score.found, score.gold), counts, strict=True):
        counter[name] += number
