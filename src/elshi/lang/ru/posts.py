"""Posts in a Russian text: the office, and the name it stands with.

    заместитель Премьер-министра – министр иностранных дел Мурат Нуртлеу, глава делегации
    POST────────────────────────────────────────────────── PERSON───────  POST─────────

One post for each holder: «президенты Казахстана и США Касым-Жомарт Токаев и Джо Байден» are two,
each with its own state, on the same span; offices that stand with no name have no holder.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from elshi.lang.ru import models
from elshi.lang.ru.office import is_plural, office
from elshi.lang.ru.phrase import Phrase, phrases
from elshi.lang.ru.scene import CONFUSED, Scene, is_, may_be, scene, single_titles, span
from elshi.lang.ru.several import DASHES, each, elliptical, row
from elshi.ontology.levels import higher
from elshi.pack import Parsed, Token
from elshi.records import Mention, Office, Span

_OPENS = DASHES | {",", "("}
_FAR = 14
"""Words between a verb and the one who becomes what it says."""


def posts(parsed: Parsed, mentions: Sequence[Mention]) -> list[Mention]:
    """Post phrases of a text, given the names and what the gazetteer found."""
    seen = scene(parsed, mentions)
    held = _held(seen)
    found = [post for run, holders in held for post in _mentions(seen, run, holders)]
    found += [post for run, holders in held for post in _further(seen, run[-1], holders)]
    return sorted(found, key=lambda post: post.span)


def _further(scene: Scene, phrase: Phrase, holders: Sequence[Mention]) -> list[Mention]:
    """«послы Дании X | и Норвегии Y»: the offices after the first one with its man."""
    names = row(scene, phrase, _name_start(scene, phrase)) if holders else []
    return elliptical(scene, phrase, names)


def single_posts(parsed: Parsed, mentions: Sequence[Mention]) -> list[Mention]:
    """The same, each of the several posts of one man apart, with him as its holder."""
    seen = scene(parsed, mentions)
    found = [
        post
        for run, holders in _held(seen)
        for phrase in run
        for post in _mentions(seen, [phrase], holders)
    ]
    return sorted(found, key=lambda post: post.span)


def _held(scene: Scene) -> list[tuple[list[Phrase], list[Mention]]]:
    """The phrases of each man, with their holders."""
    taken: dict[int, list[Mention]] = {}
    found = []
    for run in _runs(scene, phrases(scene)):
        holders = _holders(scene, run, taken)
        taken[run[-1].after] = holders
        found.append((run, holders))
    return found


def _runs(scene: Scene, found: Sequence[Phrase]) -> list[list[Phrase]]:
    """Phrases by man: «заместитель Премьер-министра – министр иностранных дел» is one."""
    runs: list[list[Phrase]] = []
    for phrase in found:
        if runs and _is_one_man(scene, runs[-1], phrase):
            runs[-1].append(phrase)
        else:
            runs.append([phrase])
    return runs


def _is_one_man(scene: Scene, run: Sequence[Phrase], phrase: Phrase) -> bool:
    last = run[-1]
    between = [t.text for t in scene.tokens[last.after : phrase.first]]
    if len(between) > 1 or not scene.same(last.head, phrase.head):
        return False
    one, other = scene.tokens[last.head], scene.tokens[phrase.head]
    if "plur" in {one.number, other.number} or not may_be(other, one.case or other.case):
        return False
    named = bool(_following(scene, phrase)) or _preceded(scene, run[0]) is not None
    if not between:
        return named and bool(_following(scene, phrase))
    bare = last.after == last.title and office(scene, last).level != "head of state"
    bare = bare or (one.case == "nom" and _is_said_of_one(scene, phrase.head))
    return between[0] in DASHES or (named and (between[0] == "," or (between[0] == "и" and bare)))


def _is_said_of_one(scene: Scene, n: int) -> bool:
    """Whether the verbs of a sentence are in the singular: «заявил глава … и совладелец …»."""
    sentence = scene.tokens[n].sentence
    near = scene.tokens[max(n - 30, 0) : n + 30]
    verbs = [t for t in near if t.sentence == sentence and t.form == "finite" and t.number]
    return bool(verbs) and all(verb.number == "sing" for verb in verbs)


def _holders(scene: Scene, run: Sequence[Phrase], taken: dict[int, list[Mention]]) -> list[Mention]:
    """Whose post it is: the names after it, the name before it, or who becomes it."""
    if _is_wanted(scene, run[0]):
        return []
    following = [n for n in _following(scene, run[-1]) if not _is_possessor(scene, run[-1], n)]
    if _adjacent(scene, following):
        return following[1:2]
    if following and _is_of_inner(scene, run[-1], following[0]):
        following = []
    if len(following) == 1 and is_plural(scene, run[-1]) and _acts(scene, run[-1], following[0]):
        following = []
    if following:
        return following if is_plural(scene, run[-1]) else following[:1]
    before = _preceded(scene, run[0])
    if before is not None:
        return [] if is_plural(scene, run[0]) else [before]
    chained = _chained(scene, run[0], taken)
    return chained or _becoming(scene, run[0])


def _acts(scene: Scene, phrase: Phrase, name: Mention) -> bool:
    """«с главами миссий Токаев обсудил»: one nominative behind several in another case."""
    first, after, _ = next(found for found in scene.names.values() if found[2] is name)
    cases = {scene.tokens[n].case for n in range(first, after)} - {""}
    return cases == {"nom"} and scene.tokens[phrase.head].case not in {"nom", ""}


def _adjacent(scene: Scene, names: Sequence[Mention]) -> bool:
    """«пресс-секретарь президента Путина Дмитрий Песков»: the first holds the inner title."""
    return len(names) > 1 and names[1].span.start - names[0].span.end == 1


def _is_possessor(scene: Scene, phrase: Phrase, name: Mention) -> bool:
    """«представителями Путина», «советника Трампом»: a name after a post in another case."""
    case = scene.tokens[phrase.head].case
    words = [t for t in scene.tokens[phrase.after : phrase.after + 6] if name.span.covers(t.span)]
    other = {word.case for word in words} - {""}
    if not case or not words or len(other) != 1 or other & {case, "nom", CONFUSED.get(case, "")}:
        return False
    return not any(may_be(word, case) for word in words) or _is_given_in_another(words[0], case)


def _is_given_in_another(word: Token, case: str) -> bool:
    """«супругой президента Светланой»: a given name that can't stand in the case of the office."""
    given = any(p.is_known and "Name" in p.tag for p in models.parses(word.text))
    return given and word.case == "ins" and not may_be(word, case)


def _is_of_inner(scene: Scene, phrase: Phrase, name: Mention) -> bool:
    """«помощник президента Путина»: Путин is the president and not the aide."""
    last, head = scene.tokens[phrase.after - 1], scene.tokens[phrase.head]
    if last is head or head.case in {"gen", "acc", ""} or single_titles().isdisjoint(last.keys):
        return False
    near = scene.tokens[phrase.after : phrase.after + 3]
    cases = {token.case for token in near if name.span.covers(token.span)}
    return last.case == "gen" and head.case not in cases


def _following(scene: Scene, phrase: Phrase) -> list[Mention]:
    """The names right after a post, «и» and commas between them.

    Behind a comma only a row of them: «президенты двух стран, X и Y».
    """
    at = _name_start(scene, phrase)
    found = row(scene, phrase, at)
    if found or not scene.same(at, phrase.head) or scene.tokens[at].text != ",":
        return found
    behind = row(scene, phrase, at + 1) if is_plural(scene, phrase) else []
    return behind if len(behind) > 1 else []


def _name_start(scene: Scene, phrase: Phrase) -> int:
    """Where the name after a post opens: after «г-н», «(ОФДД)», «на переговорах»."""
    at = phrase.after
    while scene.same(at, phrase.head) and at not in scene.names and is_(scene.tokens[at], "honour"):
        at += 1
    if scene.same(at + 3, phrase.head) and at not in scene.names:
        signs = scene.tokens[at].text + scene.tokens[at + 2].text
        there = scene.tokens[at].lemma in {"на", "в"} and scene.tokens[at + 1].case == "loc"
        if signs == "()" and at + 3 in scene.names:
            return at + 3
        if there and at + 2 in scene.names and scene.tokens[at + 2].case == "nom":
            return at + 2
    return at


def _preceded(scene: Scene, phrase: Phrase) -> Mention | None:
    """The name to which a post is in apposition: «Мурат Нуртлеу, министр», «Токаев – президент»."""
    n = phrase.first - 1
    while scene.same(n, phrase.head) and is_(scene.tokens[n], "bridge") | is_(
        scene.tokens[n], "skip"
    ):
        n -= 1
    if not scene.same(n, phrase.head):
        return None
    sign = scene.tokens[n].text
    if n in scene.names:
        return _list_entry(scene, n, phrase)
    if sign not in _OPENS or n - 1 not in scene.names or not scene.same(n - 1, n):
        return None
    first, after, name = scene.names[n - 1]
    return name if sign != "," or _same_case(scene, first, after, phrase) else None


def _list_entry(scene: Scene, n: int, phrase: Phrase) -> Mention | None:
    """«Ушаков Юрий Викторович помощник Президента»: a line of a list that lost its dash."""
    first, after, name = scene.names[n]
    nominative = scene.tokens[phrase.head].case in {"nom", ""}
    sentence = scene.tokens[n].sentence
    opens = first == 0 or scene.tokens[first - 1].sentence != sentence
    closes = phrase.after == len(scene.tokens) or scene.tokens[phrase.after].sentence != sentence
    listed = after - first == 3 or (opens and closes)
    return name if listed and n + 1 == phrase.first and nominative else None


def _same_case(scene: Scene, first: int, after: int, phrase: Phrase) -> bool:
    case = scene.tokens[phrase.head].case
    cases = {scene.tokens[n].case for n in range(first, after)} - {""}
    return (
        not cases
        or not case
        or case in cases
        or any(may_be(scene.tokens[n], case) for n in range(first, after))
    )


def _chained(scene: Scene, phrase: Phrase, taken: dict[int, list[Mention]]) -> list[Mention]:
    """The second post of the man before: «NAME, министр финансов, член правления»."""
    n = phrase.first - 1
    if not scene.same(n, phrase.head) or scene.tokens[n].text not in {",", "и", "а"}:
        return []
    for m in range(n, max(n - 5, 0), -1):
        if m in scene.names or scene.tokens[m].pos in {"VERB", "AUX"}:
            return []
        if m in taken and scene.same(m, phrase.head) and not is_plural(scene, phrase):
            start = scene.tokens[phrase.first].span.start
            return [h for h in taken[m][:1] if h.span.end < start]
    return []


def _becoming(scene: Scene, phrase: Phrase) -> list[Mention]:
    """Who is or becomes it by a verb: «Президентом избран Токаев», «Бектенов стал премьером»."""
    verb = _verb(scene, phrase)
    if verb is None:
        return []
    near = sorted({m for m in scene.names.values() if abs(m[0] - verb) < _FAR}, key=lambda m: m[0])
    near = [m for m in near if scene.same(m[0], verb)]
    reach = _taking(scene, phrase.after) if verb < phrase.first else None
    end = max(verb, phrase.after) if reach is None else reach
    after = [m[2] for m in near if m[0] > verb and 0 <= m[0] - end <= 3]
    titled = any(n in scene.titles for n in range(verb + 1, verb + 4))
    if titled and not after:  # «министром станет первый секретарь сейма Иванов»
        after = [m[2] for m in near if m[0] > verb and _is_plain(scene, verb + 1, m[0])]
    made = [m[2] for m in near if verb < m[0] and m[1] <= phrase.first and _is_made(scene, m[0])]
    before = [m[2] for m in near if m[1] <= min(verb, phrase.first) and not _makes(scene, verb)]
    return made[-1:] or after[:1] or before[-1:]


def _makes(scene: Scene, verb: int) -> bool:
    """«президент назначил», «назвав»: who does it makes another one what he is."""
    tag = models.parses(scene.tokens[verb].text)[0].tag
    return "tran" in tag and str(tag.POS) in {"VERB", "GRND", "INFN"}


def _is_made(scene: Scene, n: int) -> bool:
    """«назначил Иванова министром»: a name in between that no preposition takes away."""
    before = scene.tokens[n - 1]
    return before.pos != "ADP" and scene.tokens[n].case in {"acc", "gen", "nom", ""}


def _taking(scene: Scene, at: int) -> int | None:
    """Where somebody takes what a noun before the post names: «место спикера в сенате | занял»."""
    there = range(at, min(at + 6, len(scene.tokens)))
    return next((n for n in there if scene.same(n, at - 1) and is_(scene.tokens[n], "takes")), None)


def _is_plain(scene: Scene, first: int, last: int) -> bool:
    """No sign and no verb between two words."""
    return all(t.text != "," and t.pos not in {"VERB", "AUX"} for t in scene.tokens[first:last])


def _is_wanted(scene: Scene, phrase: Phrase) -> bool:
    """«кандидат в президенты», «претендует на пост главы»: nobody holds it yet."""
    n = phrase.first - 1
    if scene.same(n, phrase.head) and is_(scene.tokens[n], "place"):
        n -= 1
    if not scene.same(n - 1, phrase.head) or scene.tokens[n].lemma not in {"в", "на"}:
        return False
    return any(is_(t, "wants") for t in scene.tokens[max(n - 2, 0) : n])


def _verb(scene: Scene, phrase: Phrase) -> int | None:
    """The verb by which somebody is or becomes it, or goes to or from its chair."""
    case = scene.tokens[phrase.head].case
    span_ = range(max(phrase.first - 6, 0), min(phrase.after + 3, len(scene.tokens)))
    places = [n for n in span_ if scene.same(n, phrase.head)]
    if case == "ins" and scene.tokens[phrase.first - 1].pos != "ADP":
        beside = next((n for n in reversed(places) if is_(scene.tokens[n], "becomes")), None)
        return beside if beside is not None else _later(scene, phrase.after)
    before = phrase.first - 1
    if case == "gen" and scene.same(before, phrase.head) and is_(scene.tokens[before], "place"):
        return before
    return None


def _later(scene: Scene, at: int) -> int | None:
    """«послом в Чехии с 27 октября 2016 года | назначен»: a date between, and no sign."""
    for n in range(at, min(at + _FAR // 2 + 1, len(scene.tokens))):
        if not scene.same(n, at - 1) or scene.tokens[n].pos == "PUNCT":
            return None
        if scene.tokens[n].pos in {"VERB", "AUX"}:
            return n if is_(scene.tokens[n], "becomes") else None
    return None


def _mentions(scene: Scene, run: Sequence[Phrase], holders: Sequence[Mention]) -> list[Mention]:
    """One mention of a post for each of its holders, or one with none."""
    made = _whole(scene, run)
    where = span(scene, run[0].first, run[-1].after)
    rule = "post:" + ("pair" if len(run) > 1 else run[0].rows[0].form.split()[0])
    spans: list[Span | None] = [holder.span for holder in holders] or [None]
    return [
        Mention(kind="post", span=where, value=one.title, rule=rule, office=one, holder=holder)
        for one, holder in zip(each(scene, run[-1], made, len(holders)), spans, strict=True)
    ]


def _whole(scene: Scene, run: Sequence[Phrase]) -> Office:
    """The office of all the phrases of one man: as written, at the highest rung of them."""
    offices = [office(scene, phrase) for phrase in run]
    made = offices[0]
    for n, other in enumerate(offices[1:], 1):
        gap = scene.parsed.text[
            scene.tokens[run[n - 1].after - 1].span.end : scene.tokens[run[n].first].span.start
        ]
        made = _joined(made, other, gap)
    return made


def _joined(one: Office, other: Office, gap: str) -> Office:
    low = one if higher(one.level, other.level) != one.level else other
    high = other if low is one else one
    return replace(
        high,
        title=one.title + gap + other.title,
        institution=high.institution or low.institution,
        institution_span=high.institution_span or low.institution_span,
        side=high.side or low.side,
        side_span=high.side_span or low.side_span,
    )
