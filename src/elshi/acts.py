"""What is done by saying something: thanked, proposed, pledged, assessed, or only informed.

«Благодарю Вас», — сказал X        thank: what is said does it, whatever the verb
выразил благодарность              thank: the noun beside the verb
заявил, что это важный шаг         assess: a verb that tells nothing, and what is said
подчеркнул, что страна готова      pledge: readiness is more than stress
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from elshi.records import Act, Span
from elshi.sayings import LIGHT, TALK, TURN, Saying, Scene, own

PERFORMED: frozenset[Act] = frozenset({"thank", "invite", "propose", "congratulate", "condemn"})
NONE = "none"
"""Of a noun with which a verb of saying tells nothing: «передал привет», "answered questions"."""
READY = "ready"
"""Readiness, which makes a pledge of whatever verb reports it; interest does not."""


def act_of_quote(saying: Saying | None, quote: Span, scene: Scene) -> Act:
    """The act of words quoted: the first words in them that do something, else the verb's."""
    told = [*_said(quote, scene), *_performed(quote, scene)]
    if told:
        return _act(min(told)[1])
    return _act(saying.act) if saying else "inform"


def act_of(saying: Saying, content: Span, scene: Scene) -> Act:
    """The act of words reported: the noun beside the verb, else the verb and what is said."""
    noun = noun_act(saying, scene)
    if noun and noun != NONE:
        return _act(noun)
    told = [code for _, code in _said(content, scene)]
    if saying.act == "invite" and not _bidden(saying, scene):
        return "propose"  # «бейбітшілікке шақырды»
    if saying.act in {"inform", TALK} and told:
        return _act(told[0])
    if saying.act == "assess" and READY in told[:1]:
        return "pledge"
    return _act(saying.act)


def _bidden(saying: Saying, scene: Scene) -> bool:
    """Whether somebody is invited, or to some place."""
    men = scene.marks.of("person", "post", "role", "state", "place", "forum", "institution")
    given = own(saying, "object", "to", "with", "in", "at")
    nuclei = [n for a in given for n in (a.nuclei or a.heads)]
    before = (
        scene.parsed.words(Span(saying.clause.span.start, saying.predicate.start))
        if (saying.clause)
        else ()
    )
    if before and before[-1].form == "infinitive":  # «реформаларды жалғастыруға шақырды»
        return False
    return not given or any(m.span.overlaps(n) for m in men for n in nuclei)


def noun_act(saying: Saying, scene: Scene) -> str | None:
    """«выразил благодарность», «заявил о готовности»: the noun makes the act."""
    acts = scene.pack.tables.acts
    for argument in own(saying, "object", "about", "with", "to"):
        for head in (argument.nuclei or argument.heads)[:1]:
            for token in scene.parsed.words(head):
                found = next((acts[key] for key in token.keys if key in acts), None)
                if found:
                    return found
    return None


def _act(code: str) -> Act:
    if code in {TURN, NONE, LIGHT, TALK}:
        return "inform"
    return "pledge" if code == READY else cast(Act, code)


def _said(span: Span, scene: Scene) -> list[tuple[Span, str]]:
    return [(s, code) for s, code in scene.marks.said if span.covers(s)]


def _performed(quote: Span, scene: Scene) -> Sequence[tuple[Span, str]]:
    """«Благодарю Вас», «приглашаем»: a verb of doing by saying, in the present."""
    speech = scene.pack.tables.speech
    return [
        (token.span, speech[key])
        for token in scene.parsed.words(quote)
        if token.tense == "present"
        for key in token.keys
        if speech.get(key) in PERFORMED
    ]
