"""Who publishes: outlets by their address, and by the words with which a report names its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from elshi.extract.tables import rows
from elshi.records import Article, Span
from elshi.text import fold


@dataclass(frozen=True, slots=True)
class Outlet:
    """A paper, an agency or a press service: its name, its state and the zone of its clock."""

    name: str
    domains: tuple[str, ...]
    country: str
    zone: str
    names: tuple[str, ...]
    wire: bool
    """Reprinted so often that «сообщает X» alone does not make it the publisher."""


@cache
def outlets() -> tuple[Outlet, ...]:
    """All outlets of the table."""
    return tuple(
        Outlet(
            row["name"],
            tuple(row["domains"].split("|")),
            row["country"],
            row["zone"],
            tuple(row["names"].split("|")),
            row.get("wire") == "yes",
        )
        for row in rows("outlets.tsv")
    )


@cache
def _by_domain() -> dict[str, Outlet]:
    return {domain: outlet for outlet in outlets() for domain in outlet.domains}


@cache
def _by_name() -> dict[str, tuple[str, Outlet]]:
    """Folded name → the name as the table writes it, and its outlet."""
    return {
        _bare(name): (name, outlet)
        for outlet in outlets()
        for name in (*outlet.domains, outlet.name, *outlet.names)
    }


def _bare(name: str) -> str:
    return fold(name).replace('"', "").strip()


def named(name: str) -> Outlet | None:
    """The outlet of a name («Казинформ», "Kazinform") or of a domain (`inform.kz`)."""
    found = _by_name().get(_bare(name))
    return found[1] if found else None


def of_url(url: str) -> Outlet | None:
    """The outlet at an address, by its domain or the domain above it."""
    parts = host(url).split(".")
    above = (".".join(parts[number:]) for number in range(len(parts) - 1))
    return next((_by_domain()[domain] for domain in above if domain in _by_domain()), None)


def country_of(url: str) -> str | None:
    """The state of the outlet at an address; of an unknown one as its domain's end tells it."""
    known = of_url(url)
    if known is not None:
        return known.country
    end = host(url).rpartition(".")[2].upper()
    return end if end in {outlet.country for outlet in outlets()} else None


def host(url: str) -> str:
    """The host of an address, without `www.`; empty where it has none."""
    try:
        name = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""
    return name.lower().rstrip(".").removeprefix("www.").removeprefix("m.").removeprefix("amp.")


@cache
def zone(key: str) -> ZoneInfo:
    """A zone with its history, from the packaged tables: the machine's own may be too old to know
    that Kazakhstan has had one zone since 1 March 2024."""
    with files("tzdata.zoneinfo").joinpath(*key.split("/")).open("rb") as stream:
        return ZoneInfo.from_file(stream, key=key)


_TOP = "kz|ru|uz|kg|tj|tm|az|am|ge|by|com|net|org|media|info|asia|news|tv"
_SITE = rf"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.(?:{_TOP})"
_VERBS_BEFORE = (
    r"(?:переда[её]т|передают|передал[аои]?|сообща[её]т|сообщают|сообщил[аои]?|сообщили|пишет|"
    r"пишут|информирует|рассказывает|отмечает|узнал[аио]?|деп (?:\w+ ){0,2}?(?:хабарла|жаз|жеткіз|"
    r"мәлімде|бөліс)\w*|reports?|reported by|learned by|informs)"
)
_NOUNS = (
    r"(?:(?:собственн\w+|наш|специальн\w+)\s+)?(?:корреспондент\w*|корр\.|собкор\w*|агентств[оау]|"
    r"международн\w+ агентств\w*|информационн\w+ агентств\w*|иа|миа|портал\w*|издани[еяю]|"
    r"газет[аы]|телеканал\w*|сайт|ұлттық порталы|порталы|агенттігі|the|correspondent of)"
)
_VERBS_AFTER = (
    r"(?:переда[её]т|сообща[её]т|сообщил[аои]?|пишет|информирует|"
    r"(?:тілшісі|агенттігі|порталы|басылымы|тілші)\w*|хабарлайды|хабарлады|жазады|"
    r"(?:news agency |correspondent )?(?:reports?|reported|learned|informs))"
)


_STEMS = (
    *("передает", "передают", "передал", "сообщает", "сообщают", "сообщил", "пишет", "пишут"),
    *("информирует", "рассказыв", "отмечает", "узнал", "хабарл", "жазад", "жазды", "жеткіз"),
    *("мәлімд", "бөліс", "тілші", "агенттіг", "порталы", "басылымы"),
    *("reports", "reported", "informs", "learn"),
)
"""One of these stands in every attribution: without one, the long pattern is not tried."""
_NAME_WITHIN = 45
_QUOTED = re.compile(
    r"\b(?:передает|сообщает|пишет|информирует|деп хабарлайды|деп жазады|деп жазды)\s+"
    rf'(?:{_NOUNS}\s+){{0,3}}"(?P<name>[^"\n]{{3,40}})"'
)
"""An outlet that no table knows, in quotation marks: «передаёт «Вестник области»»."""
_ENGLISH = re.compile(
    r"[,–—-] (?:the )?(?P<name>[A-Z][\w.&'-]+(?: [A-Z][\w.&'-]+){0,3}) reports?[.,]?(?:\s|$)"
)
"""The same in English, where names have no marks: ", the Valley Herald reports"."""
_DATELINE = re.compile(r"[^\W\d_a-zа-яё].{0,60}?(?:[А-ЯЁӘҒҚҢӨҰҮҺІA-Z]{3}|[/(])")


@cache
def _names() -> str:
    names = sorted((re.escape(name) for name in _by_name() if len(name) > 2), key=len, reverse=True)
    return "|".join(names)


@cache
def _before() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """«передает портал X»: the verb, and the name that may follow it."""
    name = rf'"?(?P<name>{_names()}|{_SITE})(?:[аеу]|ом)?(?![^\W_]|\.\w)'
    return re.compile(rf"\b{_VERBS_BEFORE}\s+(?:{_NOUNS}\s+){{0,3}}"), re.compile(name)


@cache
def _after() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """«X хабарлайды»: the verb, and the name that may stand before it."""
    name = rf'(?<![\w.])"?(?P<name>{_names()}|{_SITE})"?\s+$'
    return re.compile(rf"(?<=\s){_VERBS_AFTER}"), re.compile(name)


def _ascribed(folded: str) -> re.Match[str] | None:
    verb, name = _before()
    for match in verb.finditer(folded):
        if found := name.match(folded, match.end()):
            return found
    verb, name = _after()
    for match in verb.finditer(folded):
        start = max(0, match.start() - _NAME_WITHIN)
        if found := name.search(folded, start, match.start()):
            return found
    return None


@cache
def _dateline() -> re.Pattern[str]:
    """«АСТАНА. КАЗИНФОРМ –», «Бишкек, 28.09.17. /Кабар/.», "Baku, September 17, AZERTAC"."""
    word = r"[^\W\d_]+"
    place = rf"{word}(?:[ -]{word}){{0,2}}"
    day = rf"(?:\d{{1,2}}[ -]{word}|{word}\.? \d{{1,2}}|\d{{1,2}}\.\d\d\.\d\d)"
    day += r"(?:,? ?\d{2,4}\.?(?: года)?)?"
    author = rf"(?:{word} {word} - )?"
    name = rf"(?P<name>{_names()}|{_SITE})(?![^\W_])"
    return re.compile(rf'{place}[\s.,-]*(?:{day})?[\s.,/("-]+{author}"?{name}["\s]*(?:[-/).]|$)')


@dataclass(frozen=True, slots=True)
class Attribution:
    """The words by which a report names who publishes it."""

    name: str
    span: Span
    outlet: Outlet | None
    rule: str


def attribution(paragraph: str) -> Attribution | None:
    """The outlet that a lead names as its own: «передает Kazpravda.kz», "АСТАНА. КАЗИНФОРМ –"."""
    head = fold(paragraph[:120])
    if _DATELINE.match(paragraph) and (match := _dateline().match(head)):
        return _found(match, "dateline")
    folded = fold(paragraph)
    if not any(stem in folded for stem in _STEMS):
        return None
    match = _ascribed(folded)
    if match is None:
        unknown = _QUOTED.search(folded) or _ENGLISH.search(paragraph)
        return (
            Attribution("", Span(*unknown.span("name")), None, "attribution") if unknown else None
        )
    return _found(match, "attribution")


def _found(match: re.Match[str], rule: str) -> Attribution:
    span = Span(*match.span("name"))
    written, outlet = _by_name().get(match["name"], ("", None))
    return Attribution(written, span, outlet, rule)


def home_of(article: Article) -> str | None:
    """The country of an article's outlet: by its name, else by the address."""
    known = named(article.outlet.value) if article.outlet else None
    if known is not None:
        return known.country
    return country_of(article.url) if article.url else None
