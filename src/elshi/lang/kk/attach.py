"""Which phrases belong to a Kazakh predicate, and what each is to it.

Тоқаев | Астанаға келген | Макронды | қабылдады
subject  to (of келу)      object     predicate
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elshi.lang.kk.items import Border, Group, Item, Phrase
from elshi.lang.kk.kinds import kind
from elshi.lang.kk.lexicon import Lexicon
from elshi.lang.kk.modifiers import modifiers
from elshi.lang.kk.node import Node
from elshi.lang.kk.predicates import JOURNEYS, SENT, is_gist
from elshi.lang.kk.subjects import nameable, one_subject, writer
from elshi.lang.kk.words import Words
from elshi.text import fold


def attached(
    words: Words, found: Sequence[Item], known: Sequence[Node], node: Node, lexicon: Lexicon
) -> list[tuple[Phrase, str]]:
    """The phrases of a predicate with their markers, in text order."""
    if node.nominal:
        own = list(modifiers(words, found, node.at, node.lemma, lexicon))
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


_MET = frozenset({"meet", "talks", "call", "speak"})


def _traveller(
    words: Words,
    found: Sequence[Item],
    known: Sequence[Node],
    node: Node,
    own: Sequence[tuple[Phrase, str]],
    lexicon: Lexicon,
) -> list[tuple[Phrase, str]]:
    """«Астанаға сапары барысында Макрон …», «Путинмен кездесуден кейін Трамп …»: the subject's."""
    item, frame = found[node.at], lexicon.triggers.get(node.lemma)
    visit = frame == "visit" and isinstance(item, Phrase) and item.possessed
    met = frame in _MET and any(marker == "with" for _, marker in own)
    if frame in SENT and isinstance(item, Phrase) and item.case == "loc":
        return writer(words, found, node.at)
    if not (visit or met) or any(marker in {"of", "between"} for _, marker in own):
        return []
    verbs = [n for n in known if not (n.nominal or n.passive or (n.relative and not n.finite))]
    owner = next((n for n in verbs if n.at > node.at), verbs[-1] if met and verbs else None)
    if owner is None or owner.passive:
        return []
    return [(p, m) for p, m in _of_verb(words, found, known, owner, lexicon) if m == "subject"]


def _of_verb(
    words: Words, found: Sequence[Item], known: Sequence[Node], node: Node, lexicon: Lexicon
) -> list[tuple[Phrase, str]]:
    owned = _owned_by_events(words, found, known, node, lexicon)
    reached = [r for r in _reached(words, found, node, lexicon) if r[0] not in owned]
    own = [pair for _, item, near in reached if near for pair in _marked(words, item, node)]
    others = [item for _, item, near in reached if not near]
    own = [(p, m) for p, m in own if m != "subject" or _adjacent(node, p)]
    own += _borrowed(words, own, others, node, lexicon)
    spoken = _after_verb(words, found, node, own, lexicon)
    if any(m == "subject" for _, m in spoken):
        own = [(p, m) for p, m in own if m != "subject"]
    own += spoken
    own += _before_quotation(words, found, node, own)
    own = [(p, m) for p, m in own if not (m == "with" and _is_journey(words, p, node))]
    own = _occurring(own, node, lexicon)
    own += _carried_on(words, found, known, node, own, lexicon)
    return one_subject(_of_purpose(words, found, known, node, own, lexicon), node)


def _occurring(
    own: Sequence[tuple[Phrase, str]], node: Node, lexicon: Lexicon
) -> list[tuple[Phrase, str]]:
    """«өкіл … Оюун-Эрдэнэнің сапары болатынын хабарлады»: whose visit takes place is told."""
    occurs = node.verb is not None and lexicon.lights.get(node.verb.lemma) == "occur"
    owned = any(marker == "of" for _, marker in own)
    if not (occurs and owned and node.event is not None):
        return list(own)
    return [(p, m) for p, m in own if m != "subject"]


def _of_purpose(
    words: Words,
    found: Sequence[Item],
    known: Sequence[Node],
    node: Node,
    own: Sequence[tuple[Phrase, str]],
    lexicon: Lexicon,
) -> list[tuple[Phrase, str]]:
    """«отырысқа қатысу үшін келген | министр»: who comes for it takes part in it."""
    purpose = node.verb is not None and node.verb.mood == "inf" and not node.verb.possessive
    following = next((n for n in known if n.at > node.at and not n.nominal), None)
    if not purpose or following is None or not following.relative or following.finite:
        return list(own)
    taken = _of_verb(words, found, known, following, lexicon)
    subjects = [(p, m) for p, m in taken if m == "subject"]
    return [*((p, m) for p, m in own if m != "subject"), *subjects] if subjects else list(own)


def _carried_on(
    words: Words,
    found: Sequence[Item],
    known: Sequence[Node],
    node: Node,
    own: Sequence[tuple[Phrase, str]],
    lexicon: Lexicon,
) -> list[tuple[Phrase, str]]:
    """«Макрон Ташкентке барды, ал ертең Астанаға келеді»: the subject of the verb before."""
    silent = not any(marker == "subject" for _, marker in own)
    if not (silent and node.finite and node.event is None) or node.passive or node.said:
        return []
    before = [n for n in known if n.at < node.at and n.finite and not n.nominal and not n.said]
    if not before or before[-1].passive:
        return []
    taken = _of_verb(words, found, known, before[-1], lexicon)
    return [(p, m) for p, m in taken if m == "subject"]


def _reached(
    words: Words, found: Sequence[Item], node: Node, lexicon: Lexicon
) -> Iterator[tuple[int, Phrase, bool]]:
    """Phrases before a predicate, the nearest first; True while no other verb lies between."""
    mode = "own"
    for before in range(node.at - 1, -1, -1):
        item = found[before]
        if isinstance(item, Group):
            if not _transparent(item, before, node, lexicon):
                mode = _mode(item, node, lexicon, mode)
        elif isinstance(item, Phrase):
            if is_gist(words, item):
                return
            if not _own_words(words, item, before, node):
                yield before, item, mode == "own"
        if mode == "stop" or (isinstance(item, Border) and item.sign in {":", ";", "»"}):
            return


def _transparent(item: Group, before: int, node: Node, lexicon: Lexicon) -> bool:
    """A verb that hides nothing: «елшісі болып тағайындалды», «белгіленген кездесуден»."""
    if item.verb.lemma == "болу" and item.verb.mood == "conv":
        return True
    return node.event is not None and before < node.event and _describes(item, lexicon)


def _own_words(words: Words, item: Phrase, before: int, node: Node) -> bool:
    """A phrase that is part of the predicate itself: its event, «қол» of «қол қойды»."""
    if before == node.event or (item.end > node.start and node.event is None):
        return True
    return before == node.at - 1 and _idle(words, item)


_IDLE = kind("idle")


def _idle(words: Words, phrase: Phrase) -> bool:
    """A word that belongs to its verb: «бас тартты», «кейінге қалдырды»."""
    return fold(words.tokens[phrase.head].text) in _IDLE


def _is_journey(words: Words, phrase: Phrase, node: Node) -> bool:
    return node.lemma.startswith("сапармен ") and not JOURNEYS.isdisjoint(
        words.tokens[phrase.head].keys
    )


def _describes(item: Group, lexicon: Lexicon) -> bool:
    """A participle that only says of an event when it is: «белгіленген», «өтетін»."""
    light = lexicon.lights.get(item.verb.lemma) in {"occur", "carry"}
    known = light or item.verb.lemma in lexicon.modals
    return known and (item.verb.form == "participle" or bool(item.words)) and not item.verb.case


def _mode(item: Group, node: Node, lexicon: Lexicon, mode: str) -> str:
    """What a verb before a predicate leaves to it: all, only what its chain shares, nothing."""
    describing = node.relative and not node.finite
    if describing and not (item.verb.form == "participle" and not item.verb.case):
        return "stop"
    if item.verb.form == "participle" and not item.verb.case and not item.tail:
        return "shared"
    if item.verb.form == "finite" and node.lemma not in lexicon.speech:
        return "stop" if item.verb.lemma != "деу" else "shared"
    return "shared"


def _owned_by_events(
    words: Words, found: Sequence[Item], known: Sequence[Node], node: Node, lexicon: Lexicon
) -> set[int]:
    """Phrases that belong to an event noun of the sentence, and so not to the verb."""
    taken: set[int] = set()
    for other in known:
        if other.nominal and other.at < node.at:
            taken |= {
                found.index(p) for p, _ in modifiers(words, found, other.at, other.lemma, lexicon)
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
    own = node.lemma == _SIGN or item.end == node.start  # «А мен Б арасындағы | кездесу үшін»
    between = item.marker == "between" and node.event is None and not own
    hosted = item.marker == "host" and not _journeys(node)
    if item.marker == "none" or hosted or (between and _describing(words, item)):
        return []
    if item.marker:
        return [(item, {"host": "by"}.get(item.marker, item.marker))]
    if item.case == "nom":
        return [(item, _nominative(words, item, node))]
    if item.case == "gen" and node.event is None:
        return [(item, "subject")] if node.verb and node.verb.possessive else []
    member = item.case == "dat" and fold(words.tokens[item.end].text) in _MEMBERS
    return [(item, "of" if member else _CASE_MARKERS[item.case])]


def _nominative(words: Words, item: Phrase, node: Node) -> str:
    """Who can act is the subject, but of what is done to him; anything else is the object."""
    done = node.passive and node.event is None
    return "subject" if nameable(words, item) and not done else "object"


_MEMBERS = frozenset({"мүше", "қатысушы"})
"""«ТМД-ға мүше елдердің отырысы»: of which organisation they are."""


def _describing(words: Words, item: Phrase) -> bool:
    """«А мен Б арасындағы | ынтымақтастықты»: it says whose ties they are, not who talks."""
    last = fold(words.tokens[item.end - 1].text)
    after = words.tokens[item.end : item.end + 7]
    papers = any(not _PAPERS.isdisjoint(token.keys) for token in after)
    return last == "арасындағы" and not papers


_PAPERS = kind("papers")
_SIGN = "қол қою"


def _journeys(node: Node) -> bool:
    """Whether a predicate is a journey, to which one is invited."""
    last = node.lemma.split()[-1]
    return node.lemma.startswith("сапармен ") or last in JOURNEYS or last in _GOING


_GOING = kind("going")


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
    shared += [(p, "by") for p in others if p.marker == "host" and _journeys(node)]
    shared += [(p, "to") for p in others if p.case == "dat" and _goes_there(words, p, node)]
    shared += [(p, "with") for p in others if p.case == "ins" and _signs_with(words, p, node)]
    shared += [(p, "between") for p in others if p.marker == "between" and node.lemma == _SIGN]
    if any(marker == "subject" for _, marker in own) and node.lemma not in lexicon.speech:
        return shared
    named = [p for p in others if p.case == "nom" and not p.marker and nameable(words, p)]
    if not named or node.passive:
        return shared
    chosen = named[-1] if node.lemma in lexicon.speech else named[0]
    return [*shared, (chosen, "subject")]


def _signs_with(words: Words, phrase: Phrase, node: Node) -> bool:
    """«Путинмен кездесіп, құжатқа қол қойды»: with him, too."""
    return node.lemma == _SIGN and not phrase.marker and nameable(words, phrase)


def _goes_there(words: Words, phrase: Phrase, node: Node) -> bool:
    """«Парижге | Макронмен кездесу үшін | келді»: where to, past what for."""
    goes = node.lemma.split()[-1] in _GOING and not phrase.marker
    return goes and any(
        words.ends.get(at) in {"place", "state"} for at in range(phrase.start, phrase.end)
    )


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
    named = any(marker == "subject" for _, marker in own) and not _after_dash(words, node)
    if spoken and not named and item.case == "nom" and nameable(words, item):
        return [(item, "subject")]
    return []


def _after_dash(words: Words, node: Node) -> bool:
    """«…», – деді министр: what stands before the dash is the quotation's."""
    return node.start > 0 and words.tokens[node.start - 1].text in {"–", "—", "-"}


def _before_quotation(
    words: Words, found: Sequence[Item], node: Node, own: Sequence[tuple[Phrase, str]]
) -> list[tuple[Phrase, str]]:
    """«Президент …: «…», – деп атап өтті»: the speaker before the colon."""
    if not node.said or any(marker == "subject" for _, marker in own):
        return []
    colon = next((n for n in range(node.at) if _sign(found[n]) == ":"), None)
    if colon is None or _sign(found[colon + 1]) not in {"«", "–", "—"}:
        return []
    before = [
        i for i in found[:colon] if isinstance(i, Phrase) and i.case == "nom" and not i.marker
    ]
    return [(p, "subject") for p in before if nameable(words, p)][:1]


def _sign(item: Item) -> str:
    return item.sign if isinstance(item, Border) else ""


def _described_noun(
    words: Words, item: Phrase, node: Node, own: Sequence[tuple[Phrase, str]]
) -> list[tuple[Phrase, str]]:
    if not nameable(words, item):
        return []
    subject = any(marker == "subject" for _, marker in own)
    goes = node.verb is not None and node.verb.lemma in _GOING and not node.passive
    if goes and node.event is not None:
        return [(item, "subject")]  # «отырысқа келген | әріптесі»
    return [(item, "object" if subject or node.passive else "subject")]


def _adjacent(node: Node, phrase: Phrase) -> bool:
    """Whether a participle's own subject stands right before it: «Тоқаев қабылдаған министр»."""
    return not node.relative or node.finite or node.event is not None or phrase.end == node.start
