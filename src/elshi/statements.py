"""Who said what: direct quotations with their speakers, and what is reported of a speech.

«Президенты наших стран определяют …», — сказал Маулен Ашимбаев
direct─────────────────────────────      verb   speaker────────
Сенатор отметил эффективность мер …
speaker verb    reported───────────
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

from elshi.actors import actor, of_figure
from elshi.cast import Cast
from elshi.frame import PRONOUNS, Party, last_named, parties_of
from elshi.ids import content_id
from elshi.mark import Marks
from elshi.pack import Argument, Clause, Marker, Pack, Parsed
from elshi.quotes import asides, breaks, quotations
from elshi.records import Account, Act, Article, Participant, Span, Statement, Unread, Value

CONTENT: tuple[Marker, ...] = ("that", "object", "about", "to", "with", "at")
PERFORMED: frozenset[Act] = frozenset({"thank", "invite", "propose", "congratulate", "condemn"})
REACH = 160
"""Characters between a quotation and its verb of saying, at most."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What every statement of an article is read from."""

    article: Article
    parsed: Parsed
    marks: Marks
    cast: Cast
    pack: Pack
    quotes: tuple[Span, ...]

    def quoted(self, span: Span) -> bool:
        """Whether something stands within a quotation."""
        quote = next((quote for quote in self.quotes if quote.covers(span)), None)
        return quote is not None and not self.aside(quote, span)

    def aside(self, quote: Span, span: Span) -> bool:
        """Whether something is an attribution within the marks of a quotation."""
        return any(aside.covers(span) for aside in asides(self.parsed.text, quote))


def statements(
    article: Article, parsed: Parsed, marks: Marks, cast: Cast, pack: Pack
) -> tuple[list[Statement], list[Unread]]:
    """The statements of an article in text order, and the quotations without a speaker's verb."""
    stage = Stage(article, parsed, marks, cast, pack, tuple(quotations(parsed.text)))
    said = [
        c for c in parsed.clauses if c.lemma in pack.tables.speech and not stage.quoted(c.predicate)
    ]
    direct, used, unread = _direct(stage, said)
    reported = [s for c in said if c.predicate not in used and (s := _reported(c, stage))]
    return sorted([*direct, *reported], key=lambda s: s.text.span or Span(0, 0)), unread


def _direct(
    stage: Stage, said: Sequence[Clause]
) -> tuple[list[Statement], set[Span], list[Unread]]:
    """Quotations with the verbs that carry them; a quotation with no new verb goes on."""
    made: list[Statement] = []
    used: set[Span] = set()
    unread: list[Unread] = []
    for quote in stage.quotes:
        clause = _carrier(quote, said, stage)
        if clause is None and made and _goes_on(made[-1], quote, stage):
            made[-1] = _joined(made[-1], quote, stage)
        elif clause is None:
            unread.append(
                Unread("words in quotation marks with no verb of saying", "quotes", quote)
            )
        elif clause.predicate in used:
            made[-1] = _joined(made[-1], quote, stage)
        else:
            used.add(clause.predicate)
            made.append(
                _statement(
                    clause, stage, Value(quote.of(stage.parsed.text), quote, "quotes"), "direct"
                )
            )
    return made, used, unread


def _carrier(quote: Span, said: Sequence[Clause], stage: Stage) -> Clause | None:
    """The verb of saying of a quotation: after it («…», — сказал X), else before a colon."""
    text = stage.parsed.text
    inner = [c for c in said if quote.covers(c.predicate) and stage.aside(quote, c.predicate)]
    if inner:
        return inner[0]
    after = [c for c in said if 0 <= c.predicate.start - quote.end <= REACH]
    for clause in sorted(after, key=lambda c: c.predicate.start)[:1]:
        between = text[quote.end : clause.predicate.start]
        if not breaks(between) and _attributes(text[quote.end - 1] + between):
            return clause
    before = [c for c in said if 0 <= quote.start - c.predicate.end <= REACH]
    for clause in sorted(before, key=lambda c: -c.predicate.start)[:1]:
        if (
            not breaks(text[clause.predicate.end : quote.start])
            and ":" in text[clause.predicate.end : quote.start]
        ):
            return clause
    return None


def _attributes(between: str) -> bool:
    """A comma or a dash parts a quotation from its verb, before or after the closing mark."""
    head = between[1:].lstrip("»”\"'’!?.… ")
    return between[:1] in {",", "?", "!"} or head[:1] in {",", "—", "–", "-"} or not head.strip()


def _goes_on(last: Statement, quote: Span, stage: Stage) -> bool:
    """A quotation with no verb of its own right after one: the same speech."""
    end = last.text.span.end if last.text.span else 0
    between = stage.parsed.text[end : quote.start]
    return last.kind == "direct" and len(between) < 2 * REACH and between.count("\n\n") <= 1


def _joined(last: Statement, quote: Span, stage: Stage) -> Statement:
    start = last.text.span.start if last.text.span else quote.start
    span = Span(
        min(start, quote.start), max(quote.end, last.text.span.end if last.text.span else 0)
    )
    return replace(last, text=Value(span.of(stage.parsed.text), span, "quotes.joined"))


def _reported(clause: Clause, stage: Stage) -> Statement | None:
    """What a clause reports as said; None for attributions and bare verbs."""
    content = [a for a in clause.having(*CONTENT) if not _only_points(a, stage)]
    if not content or clause.negated or _editorial(clause, stage) or _by_voice(clause, stage):
        return None
    told = any(a.marker in {"that", "object", "about"} for a in content)
    if not (told or _act_noun(clause, stage)) or not _somebody(clause, stage):
        return None
    spans = [clause.predicate, *(a.span for a in content)]
    span = Span(min(s.start for s in spans), max(s.end for s in spans))
    text = Value(span.of(stage.parsed.text), span, "statements.reported")
    return _statement(clause, stage, text, "reported")


def _somebody(clause: Clause, stage: Stage) -> bool:
    """Whether an official speaks, or the sides together, or the clause leaves open who does.

    «Сообщается, что» and «пишет газета» are attributions; «было отмечено» is a statement.
    """
    subjects = list(clause.having("subject"))
    if not subjects:
        return stage.pack.tables.speech[clause.lemma] != "inform"
    parties = list(parties_of(clause, ("subject",), stage.marks, stage.cast))
    return any(_official(p, stage) for p in parties)


def _official(party: Party, stage: Stage) -> bool:
    outlet = stage.article.outlet.value if stage.article.outlet else ""
    if party.figure is None or party.figure.name.value == outlet:
        return party.mention.kind in {"role", "post", "institution"}
    return bool(party.figure.posts) or party.figure.name.side is not None or _known(party, stage)


def _known(party: Party, stage: Stage) -> bool:
    """A man named in full or more than once, even where no post is said."""
    return party.figure is not None and len(party.figure.names) > 1


def _only_points(argument: Argument, stage: Stage) -> bool:
    """«Об этом сообщили»: a pronoun is no content."""
    words = [t for n in argument.nuclei for t in stage.parsed.words(n)]
    return bool(words) and all(t.pos in {"PRON", "DET"} for t in words)


def _editorial(clause: Clause, stage: Stage) -> bool:
    """«Отметим, …», «напомним»: the editor speaks."""
    return any(
        cue in {"editor", "recall"} and clause.predicate.overlaps(span)
        for span, cue in stage.marks.cues
    ) and not any(clause.having("subject"))


def _by_voice(clause: Clause, stage: Stage) -> bool:
    """«сообщает пресс-служба»: press services, agencies and media are voices, no speakers."""
    subjects = [a.span for a in clause.having("subject")]
    return any(s.overlaps(span) for s in subjects for span, _ in stage.marks.voices)


def _statement(clause: Clause, stage: Stage, text: Value, kind: str) -> Statement:
    span = text.span or Span(0, 0)
    speaker = _speaker(clause, stage)
    return Statement(
        id=content_id(
            "statement",
            article=stage.article.id,
            start=str(span.start),
            verb=str(clause.predicate.start),
        ),
        kind="direct" if kind == "direct" else "reported",
        act=_act(clause, stage, span if kind == "direct" else None),
        text=text,
        speaker=speaker,
        verb=Value(clause.lemma, clause.predicate, "speech"),
    )


def _speaker(clause: Clause, stage: Stage) -> Participant | None:
    """The one named speaker of a clause; None where the sides speak, or nobody is named."""
    parties = list(parties_of(clause, ("subject",), stage.marks, stage.cast))
    figures = list(dict.fromkeys(p.figure for p in parties if p.figure))
    if len(figures) == 1:
        return of_figure(figures[0]).participant
    if len(figures) > 1:
        return None
    if any(p.mention.code in PRONOUNS for p in parties):
        index = stage.parsed.clauses.index(clause)
        figure = last_named(index, stage.parsed, stage.marks, stage.cast)
        return of_figure(figure).participant if figure else None
    return _body(parties)


def _body(parties: Sequence[Party]) -> Participant | None:
    """An office without a name, or an institution of a side, that speaks itself."""
    bodies = [p for p in parties if p.mention.kind in {"post", "institution"}]
    if len(bodies) == 1 and not (bodies[0].mention.office and bodies[0].mention.office.plural):
        return actor(bodies[0]).participant
    return None


def _act(clause: Clause, stage: Stage, quote: Span | None) -> Act:
    """The act: an explicit performative in the quotation or beside the verb, else the verb's."""
    if quote is not None and (performed := _performed(quote, stage)):
        return performed
    return _act_noun(clause, stage) or cast(Act, stage.pack.tables.speech[clause.lemma])


def _act_noun(clause: Clause, stage: Stage) -> Act | None:
    """«выразил благодарность», «заявил о готовности»: the noun makes the act."""
    acts = stage.pack.tables.acts
    for argument in clause.having("object", "about", "with"):
        for head in argument.nuclei or argument.heads:
            for token in stage.parsed.words(head):
                found = next((acts[key] for key in token.keys if key in acts), None)
                if found:
                    return cast(Act, found)
    return None


def _performed(quote: Span, stage: Stage) -> Act | None:
    """«Благодарю Вас», "I invite you": said in the first person, in the present."""
    speech = stage.pack.tables.speech
    for token in stage.parsed.words(quote):
        if token.tense == "present":
            act = next((speech[key] for key in token.keys if key in speech), None)
            if act in PERFORMED:
                return act
    pledged = (k for t in stage.parsed.words(quote) for k in t.keys if k in stage.pack.tables.acts)
    return "pledge" if any(stage.pack.tables.acts[k] == "pledge" for k in pledged) else None


def once(said: Sequence[Statement], title: Span | None) -> list[Statement]:
    """The statements but those of the headline that the body says again, in full."""
    body = {_what(s) for s in said if not _in(s, title)}
    return [s for s in said if not _in(s, title) or _what(s) not in body]


def _what(statement: Statement) -> tuple[str | None, str | None]:
    return (
        statement.speaker.name.value if statement.speaker else None,
        statement.verb.value if statement.verb else None,
    )


def _in(statement: Statement, title: Span | None) -> bool:
    return (
        title is not None and statement.text.span is not None and title.covers(statement.text.span)
    )


def at_accounts(said: Sequence[Statement], accounts: Sequence[Account]) -> list[Statement]:
    """The statements, those of someone who takes part in the main contact tied to it."""
    return [_tied(statement, accounts) for statement in said]


def _tied(statement: Statement, accounts: Sequence[Account]) -> Statement:
    for account in accounts:
        names = {p.name.value for p in account.participants}
        if (
            account.role.value == "main"
            and statement.speaker
            and statement.speaker.name.value in names
        ):
            return replace(statement, account=account.id)
    return statement
