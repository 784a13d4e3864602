"""What is reported of a speech: «отметил рост торговли», «поблагодарил за поддержку».

сообщил, что предложил …   two verbs of saying, two statements
условились продолжить …    an infinitive is what is said, no statement of its own
выделит 12 млрд            what will be done is not said
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from elshi.acts import NONE, PERFORMED, act_of, noun_act
from elshi.ids import content_id
from elshi.pack import Argument, Marker
from elshi.records import Span, Statement, Value
from elshi.sayings import LIGHT, TALK, TURN, Saying, Scene, own
from elshi.speakers import Heard, heard
from elshi.stretch import stretch

CONTENT: tuple[Marker, ...] = ("that", "object", "about", "to", "with", "at", "by", "from")
FEW = 3
"""Words before a verb that ends its sentence: with no more than these it tells nothing."""
AUXILIARIES = 2
"""Words after a participle that closes its sentence: «уағдаласқан еді .»."""
TOLD: tuple[Marker, ...] = ("that", "object", "about", "by")


def reported(said: Sequence[Saying], scene: Scene) -> list[Statement]:
    """A statement for each verb of saying that reports what somebody said."""
    found = (_reported(saying, said, scene) for saying in said)
    return [statement for statement in found if statement is not None]


def _reported(saying: Saying, said: Sequence[Saying], scene: Scene) -> Statement | None:
    if _idle(saying, scene) or _within(saying, said, scene) or _editorial(saying, scene):
        return None
    content = _content(saying, scene)
    if content is None:
        return None
    who = heard(saying, scene)
    if who.kind not in {"one", "sides"} and not _impersonal(saying, who):
        return None
    if who.kind == "sides" and saying.act == TALK:
        return None
    if who.kind == "sides" and saying.act == "inform" and not own(saying, "that", "object"):
        return None  # «стороны говорили о торговле» is their agenda
    whole = stretch(saying, content, said, scene)
    return Statement(
        id=content_id(
            "statement",
            article=scene.article.id,
            start=str(whole.start),
            verb=str(saying.predicate.start),
        ),
        kind="reported",
        act=act_of(saying, content, scene),
        text=Value(whole.of(scene.parsed.text), whole, "statements.reported"),
        speaker=who.speaker,
        verb=Value(saying.lemma, saying.predicate, "speech"),
    )


def _idle(saying: Saying, scene: Scene) -> bool:
    """A verb that is denied, still to come, or only carries quotations."""
    clause = saying.clause
    noun = noun_act(saying, scene)
    if saying.act == TURN or noun == NONE or (saying.act == LIGHT and noun is None):
        return True
    if clause is not None and clause.nominal:
        return True
    return clause is not None and (clause.negated or clause.tense == "future")


def _impersonal(saying: Saying, who: Heard) -> bool:
    """«Отмечалось, что …»: said by nobody in particular; «сообщается» is an attribution."""
    return who.kind == "nobody" and saying.act == "assess" and bool(own(saying, "that"))


def _within(saying: Saying, said: Sequence[Saying], scene: Scene) -> bool:
    """Whether a verb stands in what another verb of saying reports, and says nothing of its own."""
    outer = [o for o in said if o is not saying and _reports(o, saying)]
    if not outer:
        return _unfinished(saying, scene)
    if _unfinished(saying, scene) or saying.act not in PERFORMED:
        return True
    return heard(saying, scene).kind != "one" and bool(own(saying, "subject"))


def _reports(outer: Saying, inner: Saying) -> bool:
    spans = (a.span for a in own(outer, "that", "object", "about", "to"))
    return any(span.covers(inner.predicate) for span in spans)


def _unfinished(saying: Saying, scene: Scene) -> bool:
    """An infinitive or a verbal noun: what is to be said, not what was."""
    words = scene.parsed.words(saying.predicate)
    if not words or words[-1].form == "infinitive":
        return bool(words)
    sentence = scene.parsed.sentence(saying.predicate)
    after = scene.parsed.text[saying.predicate.end : sentence.end].split()
    return words[-1].form == "participle" and len(after) > AUXILIARIES


def _editorial(saying: Saying, scene: Scene) -> bool:
    """«Отметим, …», «напомним»: the editor speaks."""
    cues = (s for s, cue in scene.marks.cues if cue in {"editor", "recall"})
    return any(saying.predicate.overlaps(s) for s in cues) and not own(saying, "subject")


def _content(saying: Saying, scene: Scene) -> Span | None:
    """Where what is said stands; None where a verb tells nothing."""
    given = own(saying, *CONTENT)
    arguments = [a for a in given if not _only_points(a, scene)]
    if given and not arguments:
        return None
    told = [a for a in arguments if a.marker in TOLD] or (arguments and saying.act != "inform")
    if told or (arguments and noun_act(saying, scene)):
        if saying.act == "assess" and _greets(arguments, scene):
            return None
        return _over([a.span for a in arguments])
    rest = list(_rest(saying, scene))
    return _over(rest) if rest else None


def _greets(arguments: Sequence[Argument], scene: Scene) -> bool:
    """«приветствовал гостя»: a man, and nothing said of anything."""
    men = [m.span for m in scene.marks.of("person", "post", "role")]
    objects = [a for a in arguments if a.marker == "object"]
    greeted = all(any(m.overlaps(n) for m in men for n in a.nuclei) for a in objects)
    return bool(objects) and greeted and not any(a.marker in {"that", "about"} for a in arguments)


def _rest(saying: Saying, scene: Scene) -> Iterator[Span]:
    """The words of the sentence beside a verb without arguments.

    All of it for «по словам X» and «…, рассказал X»; for a verb that acts by itself («поблагодарил
    за поддержку») the words after it.
    """
    sentence, text = scene.parsed.sentence(saying.predicate), scene.parsed.text
    start, end = saying.predicate.start, saying.predicate.end
    if saying.clause is None:
        yield sentence
        return
    before = text[sentence.start : start].rstrip()
    if (
        before.endswith((",", "–", "—"))
        and len(before.split()) > 2
        and not _clause_before(saying, scene)
    ):
        yield Span(sentence.start, sentence.start + len(before) - 1)
    elif _acts(saying, scene):
        yield saying.clause.span if saying.clause.span != saying.predicate else Span(start, end)
    elif _last(saying, scene) and len(before.split()) > FEW:
        yield Span(sentence.start, start)


def _acts(saying: Saying, scene: Scene) -> bool:
    """A verb that says something by itself, or a noun that a light verb carries."""
    words = scene.parsed.words(saying.predicate)
    noun = bool(words) and words[-1].pos == "NOUN" and not words[-1].form
    return saying.act != "inform" or noun or " " in saying.lemma


def _last(saying: Saying, scene: Scene) -> bool:
    """The verb ends its sentence, and what is said stands before it: «… өтетінін жеткізді»."""
    sentence = scene.parsed.sentence(saying.predicate)
    return not scene.parsed.text[saying.predicate.end : sentence.end].strip(" .!?")


def _clause_before(saying: Saying, scene: Scene) -> bool:
    """Whether the subject stands before the comma: «посол, который сказал»."""
    return any(a.span.start < saying.predicate.start for a in own(saying, "subject"))


def _only_points(argument: Argument, scene: Scene) -> bool:
    """«Об этом сообщили»: a pronoun is no content."""
    words = [t for n in argument.nuclei for t in scene.parsed.words(n)]
    points = bool(words) and all(t.pos in {"PRON", "DET"} for t in words)
    return (points and argument.marker != "object") or (points and not _man(argument, scene))


def _man(argument: Argument, scene: Scene) -> bool:
    """«поблагодарил его», "thanked him"."""
    return any(m.span.overlaps(argument.span) for m in scene.marks.of("role"))


def _over(spans: Sequence[Span]) -> Span:
    return Span(min(s.start for s in spans), max(s.end for s in spans))
