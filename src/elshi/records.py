"""The nouns that travel between the stages: frozen, typed, each value with its reason.

    Capture → Article → Parsed (see `elshi.lang`) → Mention… → Draft… → Reading

One text, one coordinate system: every span is a half-open range of code points of
`Article.text`, and the text never changes once the article is made.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

ContactKind = Literal["meeting", "call", "visit", "conference", "signing", "message", "credentials"]
Status = Literal["held", "planned", "cancelled"]
Role = Literal["main", "recalled"]
Basis = Literal["stated", "relative", "published", "inferred", "given"]
"""How a value is known: *stated* in its span; *relative* (derived from the span and the
publishing date); *published* (a bound set by the publishing date); *inferred* (with the
reason); *given* (by a field of the input, not by the text)."""

MentionKind = Literal[
    "person", "post", "institution", "state", "place", "time", "forum", "trigger", "role"
]
StatementKind = Literal["direct", "reported"]
Act = Literal["assess", "pledge", "propose", "invite", "thank", "congratulate", "condemn", "inform"]
Level = Literal[
    "head of state",
    "head of government",
    "foreign minister",
    "minister",
    "speaker of parliament",
    "parliamentarian",
    "ambassador",
    "senior official",
    "official",
]
Sphere = Literal[
    "political",
    "parliamentary",
    "trade",
    "energy",
    "transport",
    "security",
    "legal",
    "culture",
    "environment",
    "technology",
    "consular",
]
TenureEvent = Literal["holds", "appointed", "dismissed", "former", "acting"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in an article's text: `text[start:end]` is the quote."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span [{self.start}, {self.end}) is not a range")

    def of(self, text: str) -> str:
        """The quote that this span marks in `text`."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Value:
    """A value and why it is believed.

    `span` is None only where nothing in the text says it: a field of the input (*given*).
    An *inferred* value has a `reason` in words, and its span marks what it was inferred from.
    """

    value: str
    span: Span | None
    rule: str
    basis: Basis = "stated"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Capture:
    """What came in, before it was understood: bytes or text, where from, and what the input says.

    `given` holds the input's own fields (title, url, published, outlet, lang, id): they overrule
    what the page seems to say. `name` is how messages call it (a path, `feed.xml#3`, `-:12`).
    """

    name: str
    content: bytes | str
    media: Literal["text", "html"]
    given: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One published text, cleaned once.

    `id` is a content id of text and what was given. `published` is ISO 8601, with the zone where
    it is known, to the precision known (`2024-03-26T06:02:00+05:00`, `2024-03-26`), or None.
    """

    id: str
    text: str
    lang: str
    title: Value | None = None
    published: Value | None = None
    outlet: Value | None = None
    rubric: Value | None = None
    url: str | None = None
    input_id: str | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """What a post phrase says: the title and what it belongs to, for which side, at which level."""

    title: str
    """The whole phrase, nominative singular, as the text's language writes it, without «новый»."""
    level: Level | None = None
    institution: str | None = None
    institution_span: Span | None = None
    side: str | None = None
    """ISO 3166-1 alpha-2 of the state, or the short English name of an organisation."""
    side_span: Span | None = None
    former: bool = False
    acting: bool = False
    plural: bool = False
    """«президенты двух стран»: one phrase for several persons."""
    vague: bool = False
    """«турецкий лидер», "the Kazakh leader": whose man he is, and no office by name."""
    trade: bool = False
    """A calling and no office: журналист, певец, предприниматель."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A span with a value and the name of the rule that read it.

    `value` is nominative, as the text's language writes it. `code` says what it is in the
    ontology: a state's or a place's ISO code, an organisation's or forum's short name, a
    trigger's frame, a role word's role (`interlocutor`, `sides`, `he`), a time's EDTF.
    """

    kind: MentionKind
    span: Span
    value: str
    rule: str
    code: str = ""
    office: Office | None = None
    """Only of a post."""
    holder: Span | None = None
    """Only of a post: the name it stands with."""
    side: str | None = None
    """Of an institution: the state or organisation that its form alone tells; of a name: the
    state said beside it («казахстанский коллега Мурат Нуртлеу»)."""
    basis: Basis = "stated"
    """Of a name with a side: how the side is known; of a post: how it is known to be his."""


@dataclass(frozen=True, slots=True)
class When:
    """A date to the precision that the text gives, in EDTF (ISO 8601-2), and how it is known."""

    edtf: str
    basis: Basis
    span: Span | None
    rule: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where: the city as the report writes it (nominative), the country as ISO 3166-1 alpha-2."""

    city: Value | None = None
    country: Value | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """A person or an institution, with the post and the side in which it took part."""

    name: Value
    kind: Literal["person", "institution"]
    post: Value | None = None
    institution: Value | None = None
    side: Value | None = None
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """What one article says of one contact."""

    id: str
    kind: Value
    status: Value
    role: Value
    when: When | None = None
    place: Place | None = None
    forum: Value | None = None
    """The event that it is part of, or on whose margins it takes place."""
    margins: Value | None = None
    """Where a forum itself meets on the margins of another: the C5+1 summit at the UN General
    Assembly."""
    after: Value | None = None
    """What closed the sides' talks before it, where the text says that it followed."""
    participants: tuple[Participant, ...] = ()
    spheres: tuple[Value, ...] = ()
    agenda: tuple[Value, ...] = ()
    voice: Value | None = None
    """Whose voice tells it, where it is not the article's: «Отметим, …» is the editor's."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a speaker is quoted or reported to have said; `speaker` None where none is named."""

    id: str
    kind: StatementKind
    act: Act
    text: Value
    """The words said (direct) or the clause that reports them; `value` is the text itself."""
    speaker: Participant | None = None
    verb: Value | None = None
    """The verb of saying, as lemma; None where a quotation stands alone."""
    account: str | None = None
    """Id of the account at which it was said, where the article tells it."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """Evidence that a person holds, gets or leaves a post: one for each «post + name»."""

    person: Value
    post: Value
    event: TenureEvent
    institution: Value | None = None
    side: Value | None = None
    level: Level | None = None
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says so, from the first source on: press service → agency → this outlet."""

    name: Value
    kind: Literal["press service", "agency", "outlet", "editor", "official"]


@dataclass(frozen=True, slots=True)
class Unread:
    """What was not read, and why: a line of the article's ledger."""

    reason: str
    rule: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read from one article by one version of the rules."""

    version: str
    article: Article
    mentions: tuple[Mention, ...] = field(default=())
    accounts: tuple[Account, ...] = field(default=())
    statements: tuple[Statement, ...] = field(default=())
    tenures: tuple[Tenure, ...] = field(default=())
    voices: tuple[Voice, ...] = field(default=())
    unread: tuple[Unread, ...] = field(default=())
