"""Kazakh predicates: verbs, verbs with their nouns, and event nouns with the verbs that carry them.

қол қойды          атап өтті        келіссөз жүргізді     ресми сапармен келді
one predicate      one predicate    талк carried          сапармен келу, attribute ресми
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from elshi.lang.kk.lexicon import Lexicon
from elshi.lang.kk.phrases import Border, Group, Item, Phrase, titled
from elshi.lang.kk.verbs import Verb
from elshi.lang.kk.words import Words
from elshi.pack import Modality, Tense
from elshi.text import fold

CONTAINERS = frozenset(
    "рәсім көшірме раунд кезең қорытынды барыс мүмкіндік мәселе бөлік күн кесте бағдарлама нәтиже "
    "шеңбер мерзім рет турa тур мазмұн".split()
)
"""Nouns that only hold an event noun: «сенім грамотасының көшірмесі», «қол қою рәсімі»."""
GISTS = frozenset(
    "айтуынша пікірінше сөзінше мәліметінше мәлімдеуінше хабарлауынша деректеуінше айтуларынша пайымдауынша".split()
)
JOURNEYS = frozenset({"сапар", "іссапар", "іс-сапар", "визит"})
MOVES = frozenset({"келу", "бару", "болу", "жүру"})
DEEDS = frozenset(
    "кездесу жүздесу тілдесу сөйлесу қабылдау әңгімелесу кеңесу пікірлесу қою құттықтау қосу алмасу айту".split()
)
"""Infinitives that name an event."""
SENT = frozenset({"send", "congratulate"})


@dataclass(frozen=True, slots=True)
class Node:
    """A predicate: its tokens [start, end), what carries it, and what its verb says."""

    at: int
    """Index of the item that ends it: its verb, or the event noun itself."""
    start: int
    end: int
    last: int
    """Where its last verb ends."""
    opens: int
    """First token of its region."""
    lemma: str
    nominal: bool = False
    event: int | None = None
    """Index of the event's phrase, where a verb carries it."""
    verb: Verb | None = None
    tense: Tense | None = None
    negated: bool = False
    modality: Modality | None = None
    plural: bool = False
    attributes: tuple[str, ...] = ()
    finite: bool = False
    said: bool = False
    """A verb of saying: what other nominatives stand before it are of its content."""
    gist: bool = False
    """«министрдің айтуынша»: the speaker in the genitive, the content after it."""

    @property
    def passive(self) -> bool:
        """Whether its verb's nominative is what the deed is done to."""
        return self.verb is not None and self.verb.passive

    @property
    def relative(self) -> bool:
        """Whether its verb is a participle that describes the noun after it."""
        return self.verb is not None and self.verb.form == "participle" and not self.verb.case


def nodes(words: Words, found: Sequence[Item], lexicon: Lexicon) -> Iterator[Node]:
    """The predicates of a sentence that the tables know, in text order."""
    made = [n for at in range(len(found)) if (n := _verbal(words, found, at, lexicon))]
    carried = {node.event for node in made if node.event is not None}
    for at, item in enumerate(found):
        if isinstance(item, Phrase) and at not in carried:
            node = _nominal(words, found, at, lexicon)
            if node is not None and not any(m.start <= node.start < m.end for m in made):
                made.append(node)
        elif isinstance(item, Border) and fold(words.tokens[item.start].text) in GISTS:
            made.append(_gist(words, found, at))
    return iter(sorted(made, key=lambda node: (node.at, node.start)))


def _gist(words: Words, found: Sequence[Item], at: int) -> Node:
    item = found[at]
    return Node(
        at,
        item.start,
        item.end,
        item.end,
        _opens(found, at),
        "айту",
        finite=True,
        gist=True,
        tense="past",
    )


def _verbal(words: Words, found: Sequence[Item], at: int, lexicon: Lexicon) -> Node | None:
    group = found[at]
    if isinstance(group, Phrase) and _is_gist(words, group):
        return Node(
            at,
            group.head,
            group.head + 1,
            group.end,
            _opens(found, at),
            "айту",
            finite=True,
            gist=True,
            tense="past",
        )
    if not isinstance(group, Group):
        return None
    event = _carried(words, found, at, lexicon)
    if event is not None:
        return _with_event(words, found, at, event, lexicon)
    lemma, start = _lemma(words, group, lexicon)
    if lemma.startswith("сапармен "):
        lemma, start = lemma.split()[-1], group.start
    lemma, attributes = _journey(words, found, at, lemma)
    if lemma not in lexicon.predicates or _only_quotes(found, at, lemma):
        return None
    return _made(words, found, at, lemma, (start, group.end), lexicon, attributes=attributes)


def _only_quotes(found: Sequence[Item], at: int, lemma: str) -> bool:
    """«… деп | атап өтті»: the second verb says it."""
    group = found[at]
    follows = at + 1 < len(found) and isinstance(found[at + 1], Group)
    return lemma == "деу" and isinstance(group, Group) and group.verb.mood == "conv" and follows


def _is_gist(words: Words, phrase: Phrase) -> bool:
    return fold(words.tokens[phrase.head].text) in GISTS


def _made(
    words: Words,
    found: Sequence[Item],
    at: int,
    lemma: str,
    predicate: tuple[int, int],
    lexicon: Lexicon,
    *,
    attributes: tuple[str, ...] = (),
    event: int | None = None,
    plural: bool = False,
) -> Node:
    group = found[at]
    assert isinstance(group, Group)
    return Node(
        at=at, start=predicate[0], end=predicate[1], last=group.end, opens=_opens(found, at),
        lemma=lemma, event=event, said=lemma in lexicon.speech, verb=group.verb, tense=_tense(words, found, at, lemma in lexicon.speech),
        negated=_negated(group), modality=_modality(words, found, at, lexicon),
        attributes=attributes, plural=plural, finite=_final(group) or not _before_noun(found, at),
    )  # fmt: skip


def _before_noun(found: Sequence[Item], at: int) -> bool:
    """Whether a participle describes what follows; else it ends its clause as a verb does."""
    group = found[at]
    assert isinstance(group, Group)
    last = group.tail[-1] if group.tail else group.verb
    follows = found[at + 1] if at + 1 < len(found) else None
    return (
        last.form != "participle"
        or bool(last.case)
        or isinstance(follows, Phrase)
        or _said(follows)
    )


def _said(item: Item | None) -> bool:
    return isinstance(item, Group) and item.verb.lemma != "деу"


def _final(group: Group) -> bool:
    last = group.tail[-1] if group.tail else group.verb
    return last.form == "finite" or bool(group.words)


def _opens(found: Sequence[Item], at: int) -> int:
    """Where the region of a predicate begins: after the last verb that ends a clause before it."""
    for before in range(at - 1, -1, -1):
        item = found[before]
        if isinstance(item, Group) and _final(item):
            return item.end
        if isinstance(item, Border) and item.sign in {"»", ":", ";"}:
            return item.end
    return found[0].start


def _lemma(words: Words, group: Group, lexicon: Lexicon) -> tuple[str, int]:
    """The longest known predicate that ends with the group, and its first token."""
    verbs = [(group.start + n, v) for n, v in enumerate((group.verb, *group.tail))]
    for token, read in reversed(verbs):
        for form in lexicon.by_last.get(read.lemma, ()):
            start = token - len(form) + 1
            if start >= 0 and _reads(words, start, form[:-1]):
                return " ".join(form), start
    return group.verb.lemma, group.start


def _reads(words: Words, start: int, form: Sequence[str]) -> bool:
    return (
        all(word in words.tokens[start + n].keys for n, word in enumerate(form))
        and words.tokens[start].sentence == words.tokens[start + len(form)].sentence
    )


def _journey(
    words: Words, found: Sequence[Item], at: int, lemma: str
) -> tuple[str, tuple[str, ...]]:
    """«ресми сапармен келді»: the journey of which kind; «Парижде болды»: a stay."""
    if lemma not in MOVES:
        return lemma, ()
    for item in _region(found, at):
        if item.case == "ins" and not JOURNEYS.isdisjoint(words.tokens[item.head].keys):
            return f"сапармен {lemma}", _adjectives(words, item)
    stays = [
        i
        for i in _region(found, at)
        if i.case == "loc" and words.ends.get(i.head) in {"place", "state"}
    ]
    person = [
        i for i in _region(found, at) if i.case == "nom" and words.ends.get(i.head) == "person"
    ]
    if lemma == "болу" and stays and person:
        return "сапармен болу", ()
    return lemma, ()


def _region(found: Sequence[Item], at: int) -> Iterator[Phrase]:
    """Phrases before a verb, back to the verb before it."""
    for before in range(at - 1, -1, -1):
        item = found[before]
        if isinstance(item, Group):
            return
        if isinstance(item, Phrase):
            yield item


def _adjectives(words: Words, phrase: Phrase) -> tuple[str, ...]:
    return tuple(
        fold(words.tokens[n].text) for n in range(phrase.start, phrase.head)
        if words.tokens[n].pos in {"ADJ", "NOUN"} and words.tokens[n].case in {"", "nom"}
    )  # fmt: skip


def event_lemma(words: Words, phrase: Phrase, lexicon: Lexicon) -> tuple[str, int, int] | None:
    """The event that a phrase names: its lemma and tokens; through a container too."""
    for head in (phrase.head, phrase.head - 1):
        if head < phrase.start and head != phrase.head:
            break
        named = _named_event(words, head, lexicon)
        if named is not None:
            return named
        if CONTAINERS.isdisjoint(words.tokens[head].keys):
            break
    return None


def _named_event(words: Words, head: int, lexicon: Lexicon) -> tuple[str, int, int] | None:
    for key in words.tokens[head].keys:
        for form in lexicon.by_last.get(key, ()):
            start = head - len(form) + 1
            if (
                " ".join(form) in lexicon.triggers
                and start >= 0
                and _reads(words, start, form[:-1])
            ):
                return " ".join(form), start, head + 1
    for key in words.tokens[head].keys:
        if key in lexicon.triggers and (
            words.verbs[head] is None or key != words.tokens[head].text
        ):
            return key, head, head + 1
        if key in lexicon.triggers and words.tokens[head].pos == "NOUN":
            return key, head, head + 1
    return None


def _carried(words: Words, found: Sequence[Item], at: int, lexicon: Lexicon) -> int | None:
    """The phrase of the event that a light or modal verb carries."""
    group = found[at]
    assert isinstance(group, Group)
    role = _role(words, group, lexicon)
    if role is None:
        return None
    for before in range(at - 1, max(-1, at - 8), -1):
        item = found[before]
        if isinstance(item, Group) and not (item.verb.form == "participle" and not item.verb.case):
            return None
        if isinstance(item, Phrase) and _carries(words, item, role, lexicon, group):
            return before
    return None


def _role(words: Words, group: Group, lexicon: Lexicon) -> str | None:
    last = group.tail[-1].lemma if group.tail else group.verb.lemma
    for lemma in (group.verb.lemma, last):
        if lemma in lexicon.lights:
            return lexicon.lights[lemma]
    return "modal" if _modal_of(words, group, lexicon) else None


def _carries(words: Words, item: Phrase, role: str, lexicon: Lexicon, group: Group) -> bool:
    if item.marker and item.marker != "none":
        return False
    named = event_lemma(words, item, lexicon)
    if named is None or named[2] > group.start:
        return False
    frame, lemma = lexicon.triggers[named[0]], group.verb.lemma
    if lemma in {"қабылдау", "тапсыру", "табыстау", "ұсыну", "алу", "беру", "жеткізу"}:
        return frame in {"credentials", *SENT} and item.case in {"acc", "nom"}
    fits = {
        "occur": item.case == "nom" or (frame == "receive" and item.case == "loc"),
        "carry": item.case in {"nom", "acc"},
        "join": item.case == "dat" and frame != "visit",
        "arrive": item.case == "nom" and frame in SENT,
        "modal": item.case in {"nom", "acc", "abl"},
    }
    return fits[role]


def _with_event(
    words: Words, found: Sequence[Item], at: int, event: int, lexicon: Lexicon
) -> Node | None:
    phrase = found[event]
    assert isinstance(phrase, Phrase)
    named = event_lemma(words, phrase, lexicon)
    assert named is not None
    lemma, start, end = named
    plural = words.tokens[end - 1].number == "plur" and lexicon.triggers[lemma] != "talks"
    attributes = _adjectives(words, phrase)
    return _made(
        words,
        found,
        at,
        lemma,
        (start, end),
        lexicon,
        attributes=attributes,
        event=event,
        plural=plural,
    )


def _nominal(words: Words, found: Sequence[Item], at: int, lexicon: Lexicon) -> Node | None:
    phrase = found[at]
    assert isinstance(phrase, Phrase)
    named = event_lemma(words, phrase, lexicon)
    if named is None or phrase.marker == "about":
        return None
    if words.verbs[named[2] - 1] and named[0].split()[-1] not in DEEDS:
        return None
    journey = not JOURNEYS.isdisjoint(words.tokens[phrase.head].keys)
    if journey and phrase.case == "ins" and not phrase.marker:
        return None
    lemma, start, end = named
    return Node(
        at=at, start=start, end=end, last=phrase.end, opens=_own_start(words, found, at, lemma, lexicon), lemma=lemma,
        nominal=True, plural=words.tokens[end - 1].number == "plur" and lexicon.triggers[lemma] != "talks",
        attributes=_adjectives(words, phrase), modality=_described(found, at, words, lexicon),
    )  # fmt: skip


def _described(found: Sequence[Item], at: int, words: Words, lexicon: Lexicon) -> Modality | None:
    """«белгіленген кездесу», «өтетін сапар»: planned."""
    near = at - 1
    while near > 0 and isinstance(found[near], Phrase) and found[near].end == found[near + 1].start:
        near -= 1
    before = found[near] if near >= 0 else None
    if not isinstance(before, Group) or before.verb.form != "participle" or before.verb.case:
        return None
    if before.verb.mood == "habitual":
        return "planned"
    return _modal_of(words, before, lexicon)


def _own_start(words: Words, found: Sequence[Item], at: int, lemma: str, lexicon: Lexicon) -> int:
    own = [p for p, _ in _modifiers(words, found, at, lemma, lexicon)]
    return min([found[at].start, *(p.start for p in own)])


_BY_FRAME = {
    "ins": {"meet", "talks", "call", "sign"},
    "dat": {"visit", "send", "receive", "credentials"},
}


def _modifiers(
    words: Words, found: Sequence[Item], at: int, lemma: str, lexicon: Lexicon
) -> Iterator[tuple[Phrase, str]]:
    """What stands before an event noun as its own: whose, with whom, where to."""
    frame = lexicon.triggers.get(lemma, "")
    for before in range(at - 1, -1, -1):
        item = found[before]
        if isinstance(item, Border):
            if item.start in words.times or item.sign in {"-", "–"}:
                continue
            return
        if isinstance(item, Group):
            if (
                item.verb.form != "participle"
                or item.verb.case
                or item.verb.lemma in {"келу", "бару"}
            ):
                return
            continue
        if item.marker == "between":
            yield item, "between"
        elif item.marker or item.case in {"nom", "acc"}:
            return
        elif item.case == "gen":
            yield item, "of"
        elif item.case in _BY_FRAME and frame in _BY_FRAME[item.case]:
            yield item, {"ins": "with", "dat": "to"}[item.case]
        else:
            return


def attached(
    words: Words, found: Sequence[Item], known: Sequence[Node], node: Node, lexicon: Lexicon
) -> list[tuple[Phrase, str]]:
    """The phrases of a predicate with their markers, in text order."""
    if node.nominal:
        own = list(_modifiers(words, found, node.at, node.lemma, lexicon))
        own += _traveller(words, found, known, node, own, lexicon)
    elif node.gist:
        own = _speaker_of(found, node)
    else:
        own = _of_verb(words, found, known, node, lexicon)
    return sorted(own, key=lambda pair: pair[0].start)


def _speaker_of(found: Sequence[Item], node: Node) -> list[tuple[Phrase, str]]:
    item = found[node.at]
    if isinstance(item, Phrase) and item.start < item.head:
        return [
            (Phrase(item.start, item.head, item.head - 1, "gen", splits=item.splits), "subject")
        ]
    before = found[node.at - 1] if node.at else None
    return [(before, "subject")] if isinstance(before, Phrase) else []


def _traveller(
    words: Words,
    found: Sequence[Item],
    known: Sequence[Node],
    node: Node,
    own: Sequence[tuple[Phrase, str]],
    lexicon: Lexicon,
) -> list[tuple[Phrase, str]]:
    """«Астанаға сапары барысында Макрон …»: his visit is that of the verb's subject."""
    item = found[node.at]
    if (
        lexicon.triggers.get(node.lemma) != "visit"
        or not isinstance(item, Phrase)
        or not item.possessed
    ):
        return []
    if any(marker == "of" for _, marker in own):
        return []
    owner = next((n for n in known if n.at > node.at and not n.nominal), None)
    if owner is None:
        return []
    return [(p, m) for p, m in _of_verb(words, found, known, owner, lexicon) if m == "subject"]


def _of_verb(
    words: Words, found: Sequence[Item], known: Sequence[Node], node: Node, lexicon: Lexicon
) -> list[tuple[Phrase, str]]:
    owned = _owned_by_events(words, found, known, node, lexicon)
    own: list[tuple[Phrase, str]] = []
    others: list[Phrase] = []
    mode = "own"
    for before in range(node.at - 1, -1, -1):
        item = found[before]
        if isinstance(item, Border):
            if item.sign in {":", ";", "»"}:
                break
        elif isinstance(item, Phrase) and item.end == found[node.at].start and _idle(words, item):
            continue
        elif isinstance(item, Group):
            if item.verb.lemma == "болу" and item.verb.mood == "conv" and mode == "own":
                continue  # «елшісі болып тағайындалды»
            if node.event is not None and before < node.event and _describes(item, lexicon):
                continue
            mode = _mode(item, node, lexicon, mode)
            if mode == "stop":
                break
        elif _is_gist(words, item):
            break
        elif before == node.event or item.end > node.start and node.event is None:
            continue
        elif mode == "own" and before not in owned:
            own += _marked(words, item, node)
        elif before not in owned:
            others.append(item)
    own = [(p, m) for p, m in own if m != "subject" or _adjacent(node, p)]
    own += _borrowed(words, own, others, node, lexicon)
    own += _after_verb(words, found, node, own, lexicon)
    own = [(p, m) for p, m in own if not (m == "with" and _is_journey(words, p, node))]
    return _one_subject(words, own, node)


_IDLE = frozenset("бас кейінге жоққа күшін мерзімін".split())


def _idle(words: Words, phrase: Phrase) -> bool:
    """A word that belongs to its verb: «бас тартты», «кейінге қалдырды»."""
    return fold(words.tokens[phrase.head].text) in _IDLE


def _is_journey(words: Words, phrase: Phrase, node: Node) -> bool:
    return node.lemma.startswith("сапармен ") and not JOURNEYS.isdisjoint(
        words.tokens[phrase.head].keys
    )


def _describes(item: Group, lexicon: Lexicon) -> bool:
    """A participle that only says of an event when it is: «белгіленген», «өтетін», «басталуы тиіс»."""
    light = lexicon.lights.get(item.verb.lemma) in {"occur", "carry"}
    known = light or item.verb.lemma in lexicon.modals
    return known and (item.verb.form == "participle" or bool(item.words)) and not item.verb.case


def _mode(item: Group, node: Node, lexicon: Lexicon, mode: str) -> str:
    """What a verb before a predicate leaves to it: all, only what its chain shares, nothing."""
    if node.relative and not (item.verb.form == "participle" and not item.verb.case):
        return "stop"
    if item.verb.form == "participle" and not item.verb.case and not item.tail:
        return "shared"
    if item.verb.form == "finite" and node.lemma not in lexicon.speech:
        return "stop" if not item.verb.lemma == "деу" else "shared"
    return "shared"


def _owned_by_events(
    words: Words, found: Sequence[Item], known: Sequence[Node], node: Node, lexicon: Lexicon
) -> set[int]:
    """Phrases that belong to an event noun of the sentence, and so not to the verb."""
    taken: set[int] = set()
    for other in known:
        if other.nominal and other.at < node.at:
            taken |= {
                found.index(p) for p, _ in _modifiers(words, found, other.at, other.lemma, lexicon)
            }
    return taken


_CASE_MARKERS = {
    "dat": "to",
    "acc": "object",
    "loc": "in",
    "abl": "from",
    "ins": "with",
    "gen": "of",
}


def _marked(words: Words, item: Phrase, node: Node) -> list[tuple[Phrase, str]]:
    if item.marker == "none":
        return []
    if item.marker:
        return [(item, {"host": "by"}.get(item.marker, item.marker))]
    if item.case == "nom":
        if nameable(words, item):
            return [(item, "object" if node.passive and node.event is None else "subject")]
        return [(item, "object")]
    if item.case == "gen" and node.event is None:
        return [(item, "subject")] if node.verb and node.verb.possessive else []
    return [(item, _CASE_MARKERS[item.case])]


ROLE_WORDS = frozenset(
    "ол олар тарап көшбасшы әңгімелесуші сұхбаттасушы сұхбаттас қонақ мейман делегация министрлік елшілік "
    "үкімет парламент сенат мәжіліс ұйым комитет қызмет басшылық өкіл билік әріптес дипломат ел мемлекет "
    "басшы президент министр депутат қызметі агенттік кеңес топ".split()
)


def nameable(words: Words, item: Phrase) -> bool:
    """Whether a phrase can act: a name, a post, a state, a house, a role."""
    token = words.tokens[item.head]
    if item.head in words.ends or titled(words, item.head) or token.pos == "PRON":
        return True
    return not ROLE_WORDS.isdisjoint(token.keys) and words.verbs[item.head] is None


def _borrowed(
    words: Words,
    own: Sequence[tuple[Phrase, str]],
    others: Sequence[Phrase],
    node: Node,
    lexicon: Lexicon,
) -> list[tuple[Phrase, str]]:
    """What a chain shares: the subject, and where it happens."""
    if node.relative and node.event is None and not node.finite:
        return []
    shared = [(p, "in") for p in others if p.case == "loc" and not p.marker]
    if any(marker == "subject" for _, marker in own) and node.lemma not in lexicon.speech:
        return shared
    named = [p for p in others if p.case == "nom" and not p.marker and nameable(words, p)]
    if not named or node.passive:
        return shared
    chosen = named[-1] if node.lemma in lexicon.speech else named[0]
    return [*shared, (chosen, "subject")]


def _after_verb(
    words: Words,
    found: Sequence[Item],
    node: Node,
    own: Sequence[tuple[Phrase, str]],
    lexicon: Lexicon,
) -> list[tuple[Phrase, str]]:
    """The subject after the verb: «– деді Тоқаев», or the noun that a participle describes."""
    item = found[node.at + 1] if node.at + 1 < len(found) else None
    if not isinstance(item, Phrase):
        return []
    if node.relative and not node.finite:
        return _described_noun(words, item, node, own)
    spoken = node.lemma in lexicon.speech and node.finite
    named = any(marker == "subject" for _, marker in own)
    if spoken and not named and item.case == "nom" and nameable(words, item):
        return [(item, "subject")]
    return []


def _described_noun(
    words: Words, item: Phrase, node: Node, own: Sequence[tuple[Phrase, str]]
) -> list[tuple[Phrase, str]]:
    if not nameable(words, item):
        return []
    subject = any(marker == "subject" for _, marker in own)
    return [(item, "object" if subject or node.passive else "subject")]


def _adjacent(node: Node, phrase: Phrase) -> bool:
    """Whether a participle's own subject stands right before it: «Тоқаев қабылдаған министр»."""
    return not node.relative or node.finite or node.event is not None or phrase.end == node.start


def _one_subject(
    words: Words, own: Sequence[tuple[Phrase, str]], node: Node
) -> list[tuple[Phrase, str]]:
    """One subject: of a participle only a name right before it, of a saying the first one."""
    subjects = [p for p, marker in own if marker == "subject"]
    if node.said and len(subjects) > 1:
        first = min(subjects, key=lambda p: p.start)
        return [(p, m) for p, m in own if m != "subject" or p is first]
    if node.relative and not node.finite and len(subjects) == 2:
        near = min(subjects, key=lambda p: p.start)
        if near.end != node.start:
            return [(p, m) for p, m in own if p is not near]
        return [(p, "object" if m == "subject" and p is not near else m) for p, m in own]
    return list(own)


def _negated(group: Group) -> bool:
    if "жоқ" in group.words or "емес" in group.words:
        return True
    return group.verb.negated or any(v.negated for v in group.tail)


def _tense(words: Words, found: Sequence[Item], at: int, speech: bool) -> Tense | None:
    group = found[at]
    assert isinstance(group, Group)
    last = group.tail[-1] if group.tail else group.verb
    if "еді" in group.words or last.mood in {"past", "narr", "part"}:
        return "past"
    if last.lemma == "болу" and last.mood == "habitual":
        return "past"
    if last.lemma in {"отыру", "жату", "тұру", "жүру"} and last.person or last.mood == "inf":
        return "present"
    if last.form == "gerund":
        return _tense_after(words, found, at, speech)
    return "present" if speech else "future"


def _tense_after(words: Words, found: Sequence[Item], at: int, speech: bool) -> Tense | None:
    """A converb has the tense of the verb that ends its chain."""
    for later in range(at + 1, len(found)):
        item = found[later]
        if isinstance(item, Group) and (item.tail[-1] if item.tail else item.verb).form == "finite":
            return _tense(words, found, later, speech)
    return None


def _modal_of(words: Words, group: Group, lexicon: Lexicon) -> Modality | None:
    """What a verb makes of the event beside it: жоспарлау, кейінге қалдыру, бас тарту."""
    for token, read in [(group.start + n, v) for n, v in enumerate((group.verb, *group.tail))]:
        for form in lexicon.modals_by_last.get(read.lemma, ()):
            start = token - len(form) + 1
            if start >= 0 and _reads(words, start, form[:-1]):
                return lexicon.modals[" ".join(form)]  # type: ignore[return-value]
        if read.lemma in lexicon.modals:
            return lexicon.modals[read.lemma]  # type: ignore[return-value]
    return None


_AFTER = {
    "тиіс": "planned",
    "керек": "planned",
    "қажет": "planned",
    "мүмкін": "possible",
    "ықтимал": "possible",
}


def _modality(words: Words, found: Sequence[Item], at: int, lexicon: Lexicon) -> Modality | None:
    """Planned, cancelled, possible or wanted, by the verb's form and by what follows it."""
    group = found[at]
    assert isinstance(group, Group)
    for word in group.words:
        if word in _AFTER:
            return _AFTER[word]  # type: ignore[return-value]
    if group.verb.mood == "wish":
        return "wanted"
    if group.verb.negated and group.tail and group.tail[-1].lemma == "болу":
        return "cancelled"
    own = _modal_of(words, group, lexicon) if _role(words, group, lexicon) == "modal" else None
    return (
        own
        or _governor(words, found, at, lexicon)
        or ("planned" if group.verb.mood == "plan" else None)
    )


def _governor(words: Words, found: Sequence[Item], at: int, lexicon: Lexicon) -> Modality | None:
    """«баруды жоспарлап отыр», «келеді деп күтілуде», «келуге шақырды»."""
    group = found[at]
    assert isinstance(group, Group)
    following = [item for item in found[at + 1 :] if isinstance(item, Group)]
    if not following:
        return None
    direct = following[0]
    if group.verb.mood == "inf" and direct.start == group.end:
        return _modal_of(words, direct, lexicon)
    if group.verb.possessive and group.verb.mood in {"inf", "part"}:
        denied = _modal_of(words, direct, lexicon)
        return denied if denied == "possible" else None
    said = direct.verb.lemma == "деу" and direct.start == group.end
    if said and len(following) > 1:
        found_ = _modal_of(words, following[1], lexicon)
        return found_ if found_ in {"planned", "possible"} else None
    return None
