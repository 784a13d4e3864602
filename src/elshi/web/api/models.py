"""What the API answers with. Every field has an example, so that its page reads like a manual."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from elshi.web.filters import PERSON

T = TypeVar("T")


def shown(example: Any, text: str) -> Any:
    """A field with what it means and an example."""
    return Field(description=text, examples=[example])


CONTACT = "contact-44cfe01bc302ff11"
ARTICLE = "article-e73b6b53d535f07c"
ACCOUNT = "account-be16439081b6e6f1"
Day = Annotated[date | None, shown("2023-02-28", "A day; null where it is not known.")]


class Out(BaseModel):
    """The root of what the API answers with."""

    model_config = ConfigDict(frozen=True, from_attributes=True)


class ParticipantOut(Out):
    """Who takes part, in the fullest form that an account gives."""

    name: Annotated[str, shown("Касым-Жомарт Токаев", "As an article writes it, nominative.")]
    kind: Annotated[str, shown("person", "`person` or `institution`.")]
    person: Annotated[str | None, shown(PERSON, "Id of the person: /api/v1/persons/{id}.")]
    post: Annotated[str | None, shown("Президент Казахстана", "The post, as written.")]
    side: Annotated[str | None, shown("KZ", "ISO 3166-1 alpha-2, or an organisation's name.")]
    level: Annotated[str | None, shown("head of state", "Rung of the ladder of offices.")]
    house: Annotated[str | None, shown("mfa", "Neutral code of the institution.")]


class AccountOut(Out):
    """What one article says of the contact."""

    article: Annotated[str, shown(ARTICLE, "Id of the article: /api/v1/articles/{id}.")]
    account: Annotated[str, shown(ACCOUNT, "Id of the account in the article's reading.")]
    outlet: Annotated[str | None, shown("Elshi Herald", "Who published it.")]
    published: Annotated[str | None, shown("2023-03-01T09:40:00", "When, ISO 8601.")]
    lang: Annotated[str, shown("ru", "Language of the article.")]
    role: Annotated[str, shown("main", "`main`, or `recalled` beside the main news.")]
    kind: Annotated[str, shown("meeting", "Kind, as this article tells it.")]
    status: Annotated[str, shown("held", "Status, as this article tells it.")]
    when: Annotated[str | None, shown("2023-02-28", "Date, as this article tells it, in EDTF.")]
    start: Annotated[int, shown(205, "Where its word of contact begins in the article's text.")]
    end: Annotated[int, shown(211, "Where it ends (code points, not included).")]


class ContactOut(Out):
    """What happened, told by all its accounts together."""

    id: Annotated[str, shown(CONTACT, "Content id, the same in every build.")]
    kind: Annotated[str, shown("meeting", "meeting, call, visit, conference, signing …")]
    status: Annotated[str, shown("held", "`held`, `planned`, `cancelled`.")]
    when: Annotated[str | None, shown("2023-02-28", "Date in EDTF; null where no text dates it.")]
    first: Annotated[Day, shown("2023-02-28", "First day that the date may mean.")]
    last: Annotated[Day, shown("2023-02-28", "Last day that the date may mean.")]
    exact: Annotated[str, shown("days", "`days`, `month`, `season`, `year`, `unknown`.")]
    sides: Annotated[list[str], shown(["KZ", "US"], "Whose contact it is.")]
    country: Annotated[str | None, shown("KZ", "Where: ISO 3166-1 alpha-2.")]
    city: Annotated[str | None, shown("Астана", "Where: the city, as most articles write it.")]
    forum: Annotated[str | None, shown("C5+1", "Summit, session or other occasion.")]
    spheres: Annotated[list[str], shown(["trade", "energy"], "Fields of the talks.")]
    participants: Annotated[list[ParticipantOut], Field(description="Who took part.")]
    accounts: Annotated[list[AccountOut], Field(description="Which articles tell of it.")]
    voices: Annotated[int, shown(2, "Independent voices: reprints of the same words are one.")]
    recalled: Annotated[bool, shown(False, "Whether it is known only from later recollection.")]
    maybe: Annotated[list[str], shown([CONTACT], "Contacts that it may be the same as.")]


class SpellingOut(Out):
    """A name or a post as articles of one language write it."""

    text: Annotated[str, shown("Қасым-Жомарт Тоқаев", "As written, nominative.")]
    lang: Annotated[str, shown("kk", "Language of the articles.")]
    count: Annotated[int, shown(12, "How many articles write it so.")]


class PersonOut(Out):
    """One human being under all names and scripts."""

    id: Annotated[str, shown(PERSON, "Content id.")]
    name: Annotated[str, shown("Kassym-Jomart Tokayev", "The fullest of the names.")]
    sides: Annotated[list[str], shown(["KZ"], "For which the person acts, mostly first.")]
    levels: Annotated[list[str], shown(["head of state"], "Rungs on which the person acts.")]
    spellings: Annotated[list[SpellingOut], Field(description="Names in all scripts.")]
    posts: Annotated[list[SpellingOut], Field(description="Posts, as written.")]
    contacts: Annotated[int, shown(17, "In how many contacts the person takes part.")]
    articles: Annotated[int, shown(40, "In how many articles the person is named.")]
    maybe: Annotated[list[str], shown([PERSON], "Of a bare surname: whom it may mean.")]


class ArticleOut(Out):
    """An article in a list; its whole reading is at /api/v1/articles/{id}."""

    id: Annotated[str, shown(ARTICLE, "Content id.")]
    title: Annotated[str | None, shown("Президент принял Энтони Блинкена", "Headline.")]
    outlet: Annotated[str | None, shown("Elshi Herald", "Who published it.")]
    published: Annotated[str | None, shown("2023-03-01T09:40:00", "When, ISO 8601.")]
    lang: Annotated[str, shown("ru", "Language.")]
    url: Annotated[str | None, shown("https://example.org/1", "Where it was published.")]


class StatementOut(Out):
    """What somebody is quoted or reported to have said."""

    id: Annotated[str, shown("statement-8c01f3a1b2c3d4e5", "Content id.")]
    article: Annotated[str, shown(ARTICLE, "The article that carries it.")]
    contact: Annotated[str | None, shown(CONTACT, "The contact at which it was said.")]
    kind: Annotated[str, shown("direct", "`direct` (quoted) or `reported`.")]
    act: Annotated[str, shown("pledge", "assess, pledge, propose, invite, thank …")]
    speaker: Annotated[str | None, shown("Энтони Блинкен", "As written; null: nobody named.")]
    person: Annotated[str | None, shown(PERSON, "Id of the speaker.")]
    post: Annotated[str | None, shown("государственный секретарь США", "Post, as written.")]
    side: Annotated[str | None, shown("US", "For whom the speaker speaks.")]
    lang: Annotated[str, shown("ru", "Language of the words.")]
    published: Annotated[str | None, shown("2023-03-01T09:40:00", "When, ISO 8601.")]
    outlet: Annotated[str | None, shown("Elshi Herald", "Who published it.")]
    text: Annotated[str, shown("Мы намерены развивать партнёрство", "The words.")]


class TermOut(Out):
    """Who held a post: by evidence, and from and to where a source says so."""

    person: Annotated[str, shown(PERSON, "Id of the person.")]
    name: Annotated[str, shown("Мурат Нуртлеу", "Name.")]
    title: Annotated[str, shown("министр иностранных дел", "Title most often given.")]
    side: Annotated[str, shown("KZ", "For whom.")]
    level: Annotated[str, shown("foreign minister", "Rung.")]
    house: Annotated[str | None, shown("mfa", "Neutral code of the institution.")]
    first: Annotated[Day, shown("2023-04-05", "First day for which there is evidence.")]
    last: Annotated[Day, shown("2024-12-01", "Last day for which there is evidence.")]
    start: Annotated[Day, shown("2023-04-03", "Appointed on, where a source says so.")]
    end: Annotated[Day, shown(None, "Dismissed on, where a source says so.")]
    gone: Annotated[Day, shown(None, "First day on which he or she is called former.")]
    articles: Annotated[list[str], shown([ARTICLE], "The evidence.")]
    source: Annotated[str | None, shown("reports", "`reports`, or the register that gives it.")]


class HolderOut(Out):
    """Who held a post on a day, and how surely."""

    certainty: Annotated[str, shown("held", "`held`, `last known`, `unknown`.")]
    holder: Annotated[TermOut | None, Field(description="Who held it, as far as known.")]
    others: Annotated[list[TermOut], Field(description="Who else is named for that day.")]


class CommitmentOut(Out):
    """A pledge, an invitation or an agreement, and what answered it."""

    id: Annotated[str, shown("commitment-0f12ab34cd56ef78", "Content id.")]
    act: Annotated[str, shown("invite", "`pledge`, `invite`, `agree`.")]
    by: Annotated[list[str], shown(["KZ"], "Who binds himself.")]
    to: Annotated[list[str], shown(["US"], "To whom.")]
    speaker: Annotated[str | None, shown("Касым-Жомарт Токаев", "Who said it.")]
    text: Annotated[str, shown("пригласил посетить Казахстан", "The words.")]
    said_on: Annotated[Day, shown("2023-09-19", "When it was said.")]
    due: Annotated[str | None, shown("2024", "By when, in EDTF, if said.")]
    kind: Annotated[str | None, shown("visit", "The kind of contact promised.")]
    answered_by: Annotated[str | None, shown(CONTACT, "The contact that answers it.")]
    article: Annotated[str, shown(ARTICLE, "The evidence.")]
    start: Annotated[int, shown(412, "Where its words begin in the article.")]
    end: Annotated[int, shown(470, "Where they end.")]


class CellOut(Out):
    """Contacts of one rung, in one sphere or in all."""

    sphere: Annotated[str | None, shown("trade", "The sphere; null: all of them.")]
    count: Annotated[int, shown(4, "How many were held.")]
    last: Annotated[Day, shown("2024-11-06", "The last one.")]
    days_since: Annotated[int | None, shown(30, "Days between it and `as_of`.")]
    hosted: Annotated[dict[str, int], shown({"KZ": 3, "US": 1}, "Who hosted how many.")]
    contacts: Annotated[list[str], shown([CONTACT], "Which ones.")]


class RowOut(Out):
    """A rung of the ladder."""

    level: Annotated[str, shown("foreign minister", "The lower of the highest of both sides.")]
    all: Annotated[CellOut, Field(description="All spheres.")]
    spheres: Annotated[list[CellOut], Field(description="By sphere.")]
    lags: Annotated[bool, shown(False, "Whether it has less than half of the highest rung's.")]


class MatrixOut(Out):
    """The dialogue matrix of two sides."""

    sides: Annotated[list[str], shown(["KZ", "US"], "The two sides.")]
    as_of: Annotated[date, shown("2024-12-31", "The day as of which it is.")]
    rows: Annotated[list[RowOut], Field(description="Rungs from the highest down.")]
    unplaced: Annotated[int, shown(1, "Contacts whose rung is not known.")]


class NoteOut(Out):
    """The source of a sentence."""

    outlet: Annotated[str, shown("Elshi Herald", "Who published it.")]
    published: Annotated[str, shown("1 March 2023", "When, in words.")]
    where: Annotated[str, shown("https://example.org/1", "Address or name.")]
    quote: Annotated[str, shown("… принял гостя в Акорде.", "The words of the report.")]
    article: Annotated[str | None, shown(ARTICLE, "Id of the article.")]


class LineOut(Out):
    """A heading, a remark or a sentence of a brief."""

    text: Annotated[str, shown("On 28 February 2023 a meeting was held.", "The words.")]
    depth: Annotated[int, shown(0, "Of a heading, 2 or more; else 0.")]
    notes: Annotated[list[int], shown([1, 2], "Numbers of its notes, from 1.")]


class BriefOut(Out):
    """The brief of two sides: sentences, each with its source."""

    lang: Annotated[str, shown("en", "Language of the brief.")]
    title: Annotated[str, shown("Kazakhstan – United States", "Title.")]
    lead: Annotated[str, shown("Made from 3 sources.", "From how many sources.")]
    lines: Annotated[list[LineOut], Field(description="Headings and sentences in order.")]
    notes: Annotated[list[NoteOut], Field(description="The sources by number.")]
    withheld: Annotated[int, shown(0, "Sentences withheld: their evidence does not hold.")]


class CountOut(Out):
    """A key with how many have it."""

    key: Annotated[str, shown("KZ US", "Two sides, an outlet, a country …")]
    count: Annotated[int, shown(12, "How many.")]


class AboutOut(Out):
    """What is in this chronicle."""

    articles: Annotated[int, shown(44, "Articles.")]
    contacts: Annotated[int, shown(38, "Contacts.")]
    persons: Annotated[int, shown(29, "Persons.")]
    statements: Annotated[int, shown(97, "Statements.")]
    first: Annotated[Day, shown("2022-07-23", "Day of the first contact held.")]
    last: Annotated[Day, shown("2025-04-04", "Day of the last contact held.")]
    published: Annotated[str | None, shown("2025-04-05", "When the last article was published.")]
    pairs: Annotated[list[CountOut], Field(description="The most frequent pairs of sides.")]


class FoundOut(Out):
    """What a search finds."""

    persons: Annotated[list[PersonOut], Field(description="By name, in any script.")]
    statements: Annotated[list[StatementOut], Field(description="By words, in any form.")]
    articles: Annotated[list[ArticleOut], Field(description="By words, in any form.")]


class Listed(Out, Generic[T]):
    """A part of a list."""

    items: Annotated[list[T], Field(description="This part.")]
    after: Annotated[
        str | None, shown(CONTACT, "Ask again with `after=` this for the next part; null: the end.")
    ]


class Problem(Out):
    """What went wrong and what to do (RFC 9457)."""

    type: Annotated[str, shown("/en/api#error-side", "Where this kind of problem is explained.")]
    title: Annotated[str, shown("There is no such side", "What is wrong.")]
    status: Annotated[int, shown(404, "The status.")]
    detail: Annotated[str, shown("Give a code (KZ, US, UN) or a name.", "What to do.")]
    instance: Annotated[str, shown("/api/v1/contacts", "What was asked.")]
