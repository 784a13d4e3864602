"""From the nouns of the chronicle to what the API answers with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date

from elshi.brief import Brief
from elshi.chronicle.matrix import Cell, Matrix
from elshi.chronicle.records import Commitment, Entry, Term, Who
from elshi.web.api import models as out
from elshi.web.documents import footnoted
from elshi.web.index.records import ArticleLine, PersonShown, SaidLine, Shown

EXACT = ("days", "month", "season", "year", "unknown")


def contact(shown: Shown) -> out.ContactOut:
    """A contact."""
    c = shown.contact
    return out.ContactOut(
        id=c.id, kind=c.kind, status=c.status, when=c.edtf or None, first=day(c.first),
        last=day(c.last), exact=EXACT[c.rung], sides=list(c.sides), country=c.country or None,
        city=c.city or None, forum=c.forum or None, spheres=list(c.spheres),
        participants=[_who(who, ident) for who, ident in zip(c.who, shown.people, strict=True)],
        accounts=[_account(entry) for entry in c.accounts], voices=c.voices, recalled=c.recalled,
        maybe=list(c.maybe),
    )  # fmt: skip


def _who(who: Who, person: str) -> out.ParticipantOut:
    return out.ParticipantOut(
        name=who.name, kind="person" if who.person else "institution", person=person or None,
        post=who.post or None, side=who.side or None, level=who.level or None,
        house=who.house or None,
    )  # fmt: skip


def _account(entry: Entry) -> out.AccountOut:
    return out.AccountOut(
        article=entry.article, account=entry.account, outlet=entry.outlet or None,
        published=entry.published or None, lang=entry.lang, role=entry.role, kind=entry.kind,
        status=entry.status, when=entry.edtf or None, start=entry.start, end=entry.end,
    )  # fmt: skip


def person(shown: PersonShown) -> out.PersonOut:
    """A person."""
    row = shown.person
    spell = out.SpellingOut.model_validate
    return out.PersonOut(
        id=row.id, name=row.name, sides=list(row.sides), levels=list(row.levels),
        spellings=[spell(s) for s in row.spellings], posts=[spell(s) for s in row.posts],
        contacts=shown.contacts, articles=row.articles, maybe=list(row.maybe),
    )  # fmt: skip


def article(line: ArticleLine) -> out.ArticleOut:
    """An article of a list."""
    return out.ArticleOut(
        id=line.id, title=line.title or None, outlet=line.outlet or None,
        published=line.published or None, lang=line.lang, url=line.url or None,
    )  # fmt: skip


def statement(line: SaidLine) -> out.StatementOut:
    """A statement."""
    return out.StatementOut(
        id=line.id, article=line.article, contact=line.contact or None, kind=line.kind,
        act=line.act, speaker=line.speaker or None, person=line.person or None,
        post=line.post or None, side=line.side or None, lang=line.lang,
        published=line.published or None, outlet=line.outlet or None, text=line.text,
    )  # fmt: skip


def term(term: Term) -> out.TermOut:
    """A term in a post."""
    return out.TermOut(
        person=term.person, name=term.name, title=term.title, side=term.post.side,
        level=term.post.level, house=term.post.house or None, first=day(term.first),
        last=day(term.last), start=day(term.start), end=day(term.end), gone=day(term.gone),
        articles=sorted({each.article for each in term.evidence}),
        source=term.register or "reports",
    )  # fmt: skip


def commitment(promise: Commitment) -> out.CommitmentOut:
    """A commitment."""
    return out.CommitmentOut(
        id=promise.id, act=promise.act, by=list(promise.by), to=list(promise.to),
        speaker=promise.speaker or None, text=promise.text, said_on=day(promise.said_on),
        due=promise.due or None, kind=promise.kind or None,
        answered_by=promise.answered_by or None, article=promise.article, start=promise.start,
        end=promise.end,
    )  # fmt: skip


def matrix(table: Matrix) -> out.MatrixOut:
    """A matrix."""
    return out.MatrixOut(
        sides=list(table.sides), as_of=table.as_of, unplaced=table.unplaced,
        rows=[
            out.RowOut(
                level=row.level, all=_cell(row.all), spheres=[_cell(c) for c in row.spheres],
                lags=bool(row.lags),
            )
            for row in table.rows
        ],
    )  # fmt: skip


def _cell(cell: Cell) -> out.CellOut:
    return out.CellOut(
        sphere=cell.sphere or None, count=cell.count, last=cell.last, days_since=cell.days_since,
        hosted=dict(cell.hosted), contacts=list(cell.contacts),
    )  # fmt: skip


def brief(made: Brief, articles: Mapping[str, str]) -> out.BriefOut:
    """A brief, and which article each of its sources is."""
    lines, notes = footnoted(made)
    return out.BriefOut(
        lang=made.lang, title=made.title, lead=" ".join(made.lead), withheld=made.withheld,
        lines=[
            out.LineOut(text=line.text, depth=line.depth, notes=list(line.notes)) for line in lines
        ],
        notes=[
            out.NoteOut(**asdict(note), article=articles.get(note.where)) for note in notes
        ],
    )  # fmt: skip


def day(ordinal: int) -> date | None:
    """A day; none where it is not known."""
    return date.fromordinal(ordinal) if ordinal else None
