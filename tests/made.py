"""Readings made by hand for the chronicle: public men and public facts, in three languages.

`report("ru", told("meeting", TOKAYEV, PUTIN, when="2024-11-27"), published="2024-11-28")` is the
reading of an article in our own words, each value with a span in its text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from elshi.ids import content_id
from elshi.records import (
    Account,
    Article,
    Basis,
    Level,
    Mention,
    Participant,
    Place,
    Reading,
    Role,
    Span,
    Statement,
    Status,
    Tenure,
    TenureEvent,
    Value,
    When,
)

LANGS = ("ru", "kk", "en")
PAIRS = [("ru", "ru"), ("kk", "kk"), ("en", "en"), ("ru", "kk"), ("kk", "en"), ("en", "ru")]


@dataclass(frozen=True)
class Man:
    """A public figure with name and post as each language writes them."""

    side: str
    level: Level | None
    ru: tuple[str, str]
    kk: tuple[str, str]
    en: tuple[str, str]

    def said(self, lang: str) -> tuple[str, str]:
        found: tuple[str, str] = getattr(self, lang)
        return found


TOKAYEV = Man(
    "KZ", "head of state",
    ("Касым-Жомарт Токаев", "Президент Казахстана"),
    ("Қасым-Жомарт Тоқаев", "Қазақстан Президенті"),
    ("Kassym-Jomart Tokayev", "President of Kazakhstan"),
)  # fmt: skip
PUTIN = Man(
    "RU", "head of state",
    ("Владимир Путин", "Президент России"),
    ("Владимир Путин", "Ресей Президенті"),
    ("Vladimir Putin", "President of Russia"),
)  # fmt: skip
BLINKEN = Man(
    "US", "foreign minister",
    ("Энтони Блинкен", "государственный секретарь США"),
    ("Энтони Блинкен", "АҚШ Мемлекеттік хатшысы"),
    ("Antony Blinken", "US Secretary of State"),
)  # fmt: skip
TILEUBERDI = Man(
    "KZ", "foreign minister",
    ("Мухтар Тлеуберди", "министр иностранных дел Казахстана"),
    ("Мұхтар Тілеуберді", "Қазақстан Сыртқы істер министрі"),
    ("Mukhtar Tileuberdi", "Foreign Minister of Kazakhstan"),
)  # fmt: skip
NURTLEU = Man(
    "KZ", "foreign minister",
    ("Мурат Нуртлеу", "министр иностранных дел Казахстана"),
    ("Мұрат Нұртілеу", "Қазақстан Сыртқы істер министрі"),
    ("Murat Nurtleu", "Foreign Minister of Kazakhstan"),
)  # fmt: skip
BIDEN = Man(
    "US", "head of state",
    ("Джо Байден", "Президент США"),
    ("Джо Байден", "АҚШ Президенті"),
    ("Joe Biden", "US President"),
)  # fmt: skip
ALIYEV = Man(
    "AZ", "head of state",
    ("Ильхам Алиев", "Президент Азербайджана"),
    ("Ильхам Әлиев", "Әзербайжан Президенті"),
    ("Ilham Aliyev", "President of Azerbaijan"),
)  # fmt: skip
MIRZIYOYEV = Man(
    "UZ", "head of state",
    ("Шавкат Мирзиёев", "Президент Узбекистана"),
    ("Шавкат Мирзиёев", "Өзбекстан Президенті"),
    ("Shavkat Mirziyoyev", "President of Uzbekistan"),
)  # fmt: skip
JAPAROV = Man(
    "KG", "head of state",
    ("Садыр Жапаров", "Президент Кыргызстана"),
    ("Садыр Жапаров", "Қырғызстан Президенті"),
    ("Sadyr Japarov", "President of Kyrgyzstan"),
)  # fmt: skip
XI = Man(
    "CN", "head of state",
    ("Си Цзиньпин", "Председатель КНР"),
    ("Си Цзиньпин", "ҚХР Төрағасы"),
    ("Xi Jinping", "Chinese President"),
)  # fmt: skip
KISHIDA = Man(
    "JP", "head of government",
    ("Фумио Кисида", "Премьер-министр Японии"),
    ("Фумио Кисида", "Жапония Премьер-министрі"),
    ("Fumio Kishida", "Prime Minister of Japan"),
)  # fmt: skip
ASHIMBAYEV = Man(
    "KZ", "speaker of parliament",
    ("Маулен Ашимбаев", "Председатель Сената Казахстана"),
    ("Мәулен Әшімбаев", "Қазақстан Сенатының Төрағасы"),
    ("Maulen Ashimbayev", "Speaker of the Senate of Kazakhstan"),
)  # fmt: skip
MATVIYENKO = Man(
    "RU", "speaker of parliament",
    ("Валентина Матвиенко", "Председатель Совета Федерации России"),
    ("Валентина Матвиенко", "Ресей Федерация Кеңесінің Төрағасы"),
    ("Valentina Matviyenko", "Speaker of the Federation Council of Russia"),
)  # fmt: skip

CITIES = {
    "KZ": {"ru": "Астана", "kk": "Астана", "en": "Astana"},
    "RU": {"ru": "Москва", "kk": "Мәскеу", "en": "Moscow"},
    "US": {"ru": "Вашингтон", "kk": "Вашингтон", "en": "Washington"},
}


@dataclass(frozen=True)
class Told:
    """A contact to be told in some language."""

    kind: str
    who: tuple[Man, ...]
    when: str = ""
    basis: Basis = "stated"
    status: Status = "held"
    role: Role = "main"
    country: str = ""
    city: str = ""
    forum: str = ""
    posts: dict[str, tuple[str, Level, str]] | None = None
    bare: bool = False
    sideless: tuple[Man, ...] = ()
    """Men whose state the report does not tell: by surname, without a post."""
    spheres: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    """Sides that take part without a man."""
    after: str = ""
    """What had closed the talks before it."""
    unknown: bool = False
    """Whether no table knows the forum."""


def told(kind: str, *who: Man, **more: Any) -> Told:
    return Told(kind, who, **more)


class _Text:
    """A text that grows by the words whose spans are asked for."""

    def __init__(self, head: str) -> None:
        self.text = head

    def value(self, words: str, value: str = "", basis: Basis = "stated") -> Value:
        start = len(self.text) + 1
        self.text += f" {words}"
        span = Span(start, start + len(words))
        return Value(value or words, span, "made", basis, "made" if basis == "inferred" else "")


def report(
    lang: str, *contacts: Told, published: str, outlet: str = "Вестник", more: str = ""
) -> Reading:
    """The reading of an article that tells of these contacts."""
    draft = _Text(f"{outlet} {lang} {published} {more}".strip())
    mentions: list[Mention] = []
    accounts = [_account(draft, lang, contact, mentions) for contact in contacts]
    ident = content_id("article", text=draft.text)
    made = tuple(
        account_with_id(account, f"account-{ident[8:16]}-{n}") for n, account in enumerate(accounts)
    )
    article = Article(
        ident,
        draft.text,
        lang,
        published=Value(published, None, "given", "given"),
        outlet=Value(outlet, None, "given", "given"),
        name=f"{outlet}.txt",
    )
    return Reading("made", article, mentions=tuple(mentions), accounts=made)


def account_with_id(account: Account, ident: str) -> Account:
    from dataclasses import replace

    return replace(account, id=ident)


def _account(draft: _Text, lang: str, contact: Told, mentions: list[Mention]) -> Account:
    trigger = draft.value(f"{contact.kind}.", contact.kind)
    return Account(
        id="",
        kind=trigger,
        status=Value(contact.status, trigger.span, "made"),
        role=Value(contact.role, trigger.span, "made"),
        when=_when(draft, contact),
        place=_place(draft, lang, contact),
        forum=_forum(draft, contact, mentions),
        after=draft.value(contact.after) if contact.after else None,
        participants=(
            *(_participant(draft, lang, contact, m, mentions) for m in contact.who),
            *(_state(draft, code) for code in contact.states),
        ),
        spheres=tuple(Value(sphere, trigger.span, "made") for sphere in contact.spheres),
    )


def _forum(draft: _Text, contact: Told, mentions: list[Mention]) -> Value | None:
    if not contact.forum:
        return None
    value = draft.value(contact.forum)
    assert value.span
    code = "" if contact.unknown else contact.forum
    mentions.append(Mention("forum", value.span, contact.forum, "made", code=code))
    return value


def _state(draft: _Text, code: str) -> Participant:
    return Participant(draft.value(code), "institution", side=draft.value(code))


def _when(draft: _Text, contact: Told) -> When | None:
    if not contact.when:
        return None
    return When(contact.when, contact.basis, draft.value(contact.when).span, "made")


def _place(draft: _Text, lang: str, contact: Told) -> Place | None:
    if not contact.country:
        return None
    city = contact.city or CITIES[contact.country][lang] if contact.city != "-" else ""
    named = draft.value(city) if city else None
    country = draft.value(contact.country)
    return Place(named, country)


def _participant(
    draft: _Text, lang: str, contact: Told, man: Man, mentions: list[Mention]
) -> Participant:
    name, post = man.said(lang)
    level: Level | None = man.level
    if man in contact.sideless:
        return Participant(draft.value(name.split()[-1]), "person")
    if contact.bare:
        name, post, level = name.split()[-1], "", None
    elif contact.posts and man.en[0] in contact.posts:
        post, level, house = contact.posts[man.en[0]]
        value = draft.value(house)
        assert value.span
        mentions.append(Mention("institution", value.span, house, "made", code=house))
        return Participant(
            draft.value(name), "person", draft.value(post), value, draft.value(man.side), level
        )
    return Participant(
        name=draft.value(name),
        kind="person",
        post=draft.value(post) if post else None,
        side=draft.value(man.side),
        level=level,
    )


def serving(
    lang: str,
    man: Man,
    *,
    published: str,
    event: TenureEvent = "holds",
    when: str = "",
    post: str = "",
    house: str = "",
) -> Reading:
    """The reading of an article that gives evidence of a post."""
    draft = _Text(f"{lang} {published} {event}")
    name, title = man.said(lang)
    mentions: list[Mention] = []
    institution = draft.value(house) if house else None
    if institution and institution.span:
        mentions.append(Mention("institution", institution.span, house, "made", code=house))
    tenure = Tenure(
        person=draft.value(name),
        post=draft.value(post or title),
        event=event,
        institution=institution,
        side=draft.value(man.side),
        level=man.level,
        when=When(when, "stated", draft.value(when).span, "made") if when else None,
    )
    article = Article(
        content_id("article", text=draft.text),
        draft.text,
        lang,
        published=Value(published, None, "given", "given"),
    )
    return Reading("made", article, mentions=tuple(mentions), tenures=(tenure,))


def saying(lang: str, man: Man, act: Any, words: str, *, published: str, **more: Any) -> Reading:
    """The reading of an article in which a man says something; `more` goes into the reading."""
    name, _ = man.said(lang)
    text = f"{name}: {words}"
    start = text.index(words)
    speaker = Participant(
        Value(name, Span(0, len(name)), "made"), "person",
        side=Value(man.side, Span(0, len(name)), "made", "inferred", "made"), level=man.level,
    )  # fmt: skip
    statement = Statement(
        "statement-1", "reported", act, Value(words, Span(start, len(text)), "made"), speaker
    )
    found = tuple(
        Mention(kind, Span(text.index(form), text.index(form) + len(form)), form, "made", code=code)
        for kind, form, code in more.get("mentions", ())
    )
    article = Article(
        content_id("article", text=text + published), text, lang,
        published=Value(published, None, "given", "given"),
    )  # fmt: skip
    return Reading("made", article, mentions=found, statements=(statement,))
