"""Who said what: direct quotations with their speakers, and what is reported of a speech.

«Президенты наших стран определяют …», — сказал Маулен Ашимбаев
direct─────────────────────────────      verb   speaker────────
Сенатор отметил эффективность мер …
speaker verb    reported───────────
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from elshi.acts import act_of_quote
from elshi.carriers import aside, carrier
from elshi.cast import Cast, Figure
from elshi.ids import content_id
from elshi.mark import Marks
from elshi.pack import Pack, Parsed
from elshi.quotes import breaks, quotations
from elshi.records import Account, Act, Article, Participant, Span, Statement, Unread, Value
from elshi.reported import reported
from elshi.sayings import Saying, Scene, bare, sayings
from elshi.speakers import Heard, heard, official, sender
from elshi.turns import spoken

NO_VERB = "words in quotation marks with no verb of saying"
NO_MAN = "words in quotation marks, and who spoke them is not told"
FEWEST = 8
"""Words of a turn; a shorter one greets, thanks or agrees."""
GOES_ON = 320
"""Characters between two parts of one quotation, at most."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation with the verb that carries it, and whose words it is."""

    span: Span
    saying: Saying | None = None
    who: Heard | None = None


def statements(
    article: Article, parsed: Parsed, marks: Marks, cast: Cast, pack: Pack
) -> tuple[list[Statement], list[Unread]]:
    """The statements of an article in text order, and the quotations without a speaker."""
    scene = Scene(article, parsed, marks, cast, pack)
    told = [s for s in sayings(scene) if not spoken(s.predicate, marks.turns)]
    quotes = [q for q in quotations(parsed.text) if not spoken(q, marks.turns)]
    free = [s for s in told if not _inside(s.predicate, quotes, parsed.text)]
    more = [s for s in bare(scene, told) if not _inside(s.predicate, quotes, parsed.text)]
    more = [s for s in more if not spoken(s.predicate, marks.turns)]
    read = [_quoted(quote, [*free, *more], scene) for quote in quotes]
    direct, unread = _direct(read, scene)
    used = {q.saying.predicate for q in read if q.saying}
    voiced = [q.span for q in read if q.who and q.who.kind == "voice"]
    left = [s for s in told if s in free or any(v.covers(s.predicate) for v in voiced)]
    said = [s for s in reported(left, scene) if s.verb and s.verb.span not in used]
    speeches = list(_speeches(scene))
    return sorted([*direct, *said, *speeches], key=lambda s: s.text.span or Span(0, 0)), unread


def _speeches(scene: Scene) -> Iterator[Statement]:
    """The turns of a transcript, one direct statement each: of those whom the report itself
    names or gives a post, not of whoever asks a question."""
    labels = {turn.name for turn in scene.marks.turns}
    for turn in scene.marks.turns:
        figure = scene.cast.of(turn.name)
        known = figure and (figure.posts or any(n.span not in labels for n in figure.names))
        who = official(figure, scene) if figure and known else None
        said = turn.speech.of(scene.parsed.text).rstrip()
        if who is not None and who.speaker and len(said.split()) >= FEWEST:
            span = Span(turn.speech.start, turn.speech.start + len(said))
            yield _statement(Quoted(span), who.speaker, scene)


def _inside(span: Span, quotes: Sequence[Span], text: str) -> bool:
    """Whether something stands within a quotation, and is no attribution there."""
    return any(quote.covers(span) and not aside(quote, span, text) for quote in quotes)


def _quoted(quote: Span, said: Sequence[Saying], scene: Scene) -> Quoted:
    saying = carrier(quote, said, scene)
    return Quoted(quote, saying, heard(saying, scene, quote=quote)) if saying else Quoted(quote)


def _direct(read: Sequence[Quoted], scene: Scene) -> tuple[list[Statement], list[Unread]]:
    """Quotations with their speakers; one with no verb of its own goes on, or answers a report."""
    made: list[Statement] = []
    unread: list[Unread] = []
    last: Quoted | None = None
    for quoted in read:
        if quoted.saying is None and last is not None and _goes_on(last, quoted.span, scene):
            made[-1] = _joined(made[-1], quoted.span, scene)
            continue
        whole = quoted if quoted.saying else _answering(quoted.span, scene)
        if last is not None and whole.saying and whole.saying == last.saying:
            made[-1] = _joined(made[-1], quoted.span, scene)
            continue
        speaker = _speaker(whole, scene)
        last = whole if speaker else None
        if speaker:
            made.append(_statement(whole, speaker, scene))
        elif whole.who is None or whole.who.kind != "voice":
            reason = NO_MAN if whole.saying else NO_VERB
            unread.append(Unread(reason, "quotes", quoted.span))
    return made, unread


def _speaker(quoted: Quoted, scene: Scene) -> Participant | None:
    who = quoted.who
    if who is not None and who.kind == "letter" and quoted.saying:
        return sender(quoted.saying, scene)
    return who.speaker if who else None


def _goes_on(last: Quoted, quote: Span, scene: Scene) -> bool:
    """«A», — сказал X. «B»: the same speech, in one paragraph, right after the words of saying."""
    between = scene.parsed.text[last.span.end : quote.start]
    verb = last.saying.predicate if last.saying else Span(0, 0)
    told = last.span.end <= verb.start < quote.start
    tail = scene.parsed.text[verb.end : quote.start] if told else between
    return (
        len(between) < GOES_ON and "\n" not in between and told and not breaks(tail.rstrip('«“" '))
    )


def _answering(quote: Span, scene: Scene) -> Quoted:
    """A quotation right after the sentence that reports its speaker: «Он поблагодарил X. «…»»."""
    text = scene.parsed.text
    start = text.rfind("\n", 0, quote.start) + 1
    if (figure := _under(quote, scene)) is not None:
        return Quoted(quote, None, official(figure, scene))
    before = [s for s in sayings(scene) if start <= s.predicate.start < quote.start]
    if not before or not text[start : quote.start].rstrip('«“" ').endswith("."):
        return Quoted(quote)
    tail = text[before[-1].predicate.end : quote.start].rstrip('«“" ')
    who = heard(before[-1], scene)
    fits = who.kind == "one" and not breaks(tail)
    return Quoted(quote, None, who) if fits else Quoted(quote)


def _under(quote: Span, scene: Scene) -> Figure | None:
    """Whose name and post alone stand before a colon and a quotation: «Министр X: «…»»."""
    sentence = scene.parsed.sentence(quote)
    label = scene.parsed.text[sentence.start : quote.start].rstrip(' «“"')
    if not label.endswith(":"):
        return None
    end = sentence.start + len(label.rstrip(" :"))
    posts = [p for p in scene.marks.of("post") if p.holder and p.span.start == sentence.start]
    return next((scene.cast.of(p.holder) for p in posts if p.holder and p.holder.end == end), None)


def _joined(last: Statement, quote: Span, scene: Scene) -> Statement:
    own = last.text.span or quote
    span = Span(min(own.start, quote.start), max(quote.end, own.end))
    return replace(last, text=Value(span.of(scene.parsed.text), span, "quotes.joined"))


def _statement(quoted: Quoted, speaker: Participant, scene: Scene) -> Statement:
    span, saying = quoted.span, quoted.saying
    verb = Value(saying.lemma, saying.predicate, "speech") if saying else None
    act: Act = act_of_quote(saying, span, scene)
    start = saying.predicate.start if saying else span.start
    return Statement(
        id=content_id(
            "statement", article=scene.article.id, start=str(span.start), verb=str(start)
        ),
        kind="direct",
        act=act,
        text=Value(span.of(scene.parsed.text), span, "quotes"),
        speaker=speaker,
        verb=verb,
    )


def once(said: Sequence[Statement], title: Span | None) -> list[Statement]:
    """The statements but those of the headline, which the body tells in full."""
    body = [s for s in said if not _in(s, title)]
    return body or list(said)


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
