"""The tables. `articles`, `readings` and `failures` are what was read; the rest is an index of
`readings.body`, made in the same transaction, so that questions need not open every reading.

    articles ─┬─< readings ─┬─< accounts ─┬─< participants
              │             │             └─< account_sides
    failures  │             ├─< statements
              │             └─< tenures
    judgements, register      what people decided and loaded: not made from readings
    migrations (names of those that were run)

Text sorts by code point on both databases (PostgreSQL: collation "C"), so that both list alike.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKeyConstraint, Index, Integer, MetaData, Table, Text

metadata = MetaData()
String = Text().with_variant(Text(collation="C"), "postgresql")


def _text(name: str, *, key: bool = False, null: bool = True, doc: str = "") -> Column[str]:
    return Column(name, String, primary_key=key, nullable=null and not key, comment=doc)


def _number(name: str, *, doc: str = "") -> Column[int]:
    return Column(name, Integer, primary_key=True, autoincrement=False, comment=doc)


def _of(*parents: str) -> ForeignKeyConstraint:
    """Belongs to the row of `table.column, table.column…`, by the same columns here."""
    return ForeignKeyConstraint([parent.split(".")[1] for parent in parents], list(parents))


_ACCOUNT = ("accounts.article", "accounts.version", "accounts.account")
_READING = ("readings.article", "readings.version")

migrations = Table("migrations", metadata, _text("name", key=True, doc="A migration that was run"))

articles = Table(
    "articles",
    metadata,
    _text("id", key=True, doc="Content id of the text and what was given with it"),
    _text("text", null=False, doc="The cleaned text: the coordinate system of every span"),
    _text("sha", null=False, doc="SHA-256 of the text in UTF-8"),
    _text("fields", null=False, doc="The article as JSON, without its text"),
    _text("title", doc="Its headline"),
    _text("url", doc="Where it was published"),
    _text("outlet", doc="Who published it"),
    _text("published", doc="When, ISO 8601, to the precision known"),
    _text("lang", null=False, doc="ISO 639-1 code of its language"),
    _text("input_id", doc="The id that its input gave it"),
    _text("name", null=False, doc="Path or name of its input"),
)

readings = Table(
    "readings",
    metadata,
    _text("article", key=True, doc="The article read"),
    _text("version", key=True, doc="Version of the rules that read it"),
    _text("rank", null=False, doc="The version, padded so that a later one sorts after"),
    _text("digest", null=False, doc="SHA-256 of the body"),
    _text("body", null=False, doc="The reading as JSON, without the article (see reading.md)"),
    ForeignKeyConstraint(["article"], ["articles.id"]),
)

accounts = Table(
    "accounts",
    metadata,
    _text("article", key=True, doc="The article"),
    _text("version", key=True, doc="Version of the reading"),
    _number("account", doc="Its place among the accounts of the reading, from 0"),
    _text("id", null=False, doc="The account's id"),
    _text("kind", null=False, doc="meeting, call, visit …"),
    _text("status", null=False, doc="held, planned, cancelled"),
    _text("role", null=False, doc="main, recalled"),
    _text("edtf", doc="When, in EDTF"),
    _text("earliest", doc="First day that the date may mean; null if open"),
    _text("latest", doc="Last day that the date may mean; null if open"),
    _text("city", doc="City, as the report writes it"),
    _text("country", doc="ISO 3166-1 alpha-2"),
    _text("forum", doc="Summit, session or other occasion"),
    _of(*_READING),
)

participants = Table(
    "participants",
    metadata,
    _text("article", key=True, doc="The article"),
    _text("version", key=True, doc="Version of the reading"),
    _number("account", doc="The account"),
    _number("place", doc="Place among its participants, from 0"),
    _text("kind", null=False, doc="person, institution"),
    _text("name", null=False, doc="Name, nominative"),
    _text("folded", null=False, doc="Name for searching: small letters, ё as е"),
    _text("post", doc="Post in which he took part"),
    _text("institution", doc="Institution of the post"),
    _text("side", doc="State (ISO 3166-1 alpha-2) or organisation"),
    _text("level", doc="Rung of the ladder of offices"),
    _of(*_ACCOUNT),
)

account_sides = Table(
    "account_sides",
    metadata,
    _text("article", key=True, doc="The article"),
    _text("version", key=True, doc="Version of the reading"),
    _number("account", doc="The account"),
    _text("side", key=True, doc="A side of it: of a participant, or the country of a visit"),
    _of(*_ACCOUNT),
)

statements = Table(
    "statements",
    metadata,
    _text("article", key=True, doc="The article"),
    _text("version", key=True, doc="Version of the reading"),
    _number("statement", doc="Its place among the statements of the reading, from 0"),
    _text("id", null=False, doc="The statement's id"),
    _text("kind", null=False, doc="direct, reported"),
    _text("act", null=False, doc="assess, pledge, propose …"),
    _text("speaker", doc="Who said it; null where nobody is named"),
    _text("folded", doc="The speaker for searching"),
    _text("side", doc="The speaker's side"),
    _text("account", doc="Id of the account at which it was said"),
    _of(*_READING),
)

tenures = Table(
    "tenures",
    metadata,
    _text("article", key=True, doc="The article"),
    _text("version", key=True, doc="Version of the reading"),
    _number("tenure", doc="Its place among the tenures of the reading, from 0"),
    _text("person", null=False, doc="Name, nominative"),
    _text("folded", null=False, doc="Name for searching"),
    _text("post", null=False, doc="The post"),
    _text("event", null=False, doc="holds, appointed, dismissed, former, acting"),
    _text("institution", doc="What the post belongs to"),
    _text("side", doc="State or organisation"),
    _text("level", doc="Rung of the ladder of offices"),
    _text("edtf", doc="When, where the text says it"),
    _text("earliest", doc="First day that the date may mean"),
    _text("latest", doc="Last day that the date may mean"),
    _of(*_READING),
)

failures = Table(
    "failures",
    metadata,
    _text("name", key=True, doc="The input that was not read"),
    _text("sha", key=True, doc="SHA-256 of its bytes; empty where there were none"),
    _text("reason", key=True, doc="Why, and what to do"),
)

judgements = Table(
    "judgements",
    metadata,
    _text("id", key=True, doc="Content id of the judgement or withdrawal"),
    _text("line", null=False, doc="It as one line of JSON (see chronicle.md)"),
)

register = Table(
    "register",
    metadata,
    _text("source", key=True, doc="Name of the file that it was loaded from"),
    _text("post", key=True, doc="The post as the register names it"),
    _text("person", key=True, doc="Name of the holder"),
    _text("start", key=True, doc="First day in office; empty where it is not given"),
    _text("finish", null=False, doc="Last day in office; empty where it is not given"),
    _text("person_id", null=False, doc="Id of the holder in the register (Wikidata)"),
    _text("side", null=False, doc="State or organisation"),
    _text("level", null=False, doc="Rung of the ladder of offices, as the title is read"),
    _text("house", null=False, doc="Neutral code of the institution, as the title is read"),
)

INDEXES = (
    Index("readings_rank", readings.c.article, readings.c.rank),
    Index("articles_input", articles.c.input_id),
    Index("articles_url", articles.c.url),
    Index("sides_side", account_sides.c.side),
    Index("accounts_latest", accounts.c.latest),
    Index("participants_folded", participants.c.folded),
)

INDEX_TABLES = (account_sides, participants, accounts, statements, tenures)
"""Those that can be made anew from `readings.body`."""
