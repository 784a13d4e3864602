"""Kazakh clauses: predicates, their arguments by case and postposition, tense, plan, negation."""

from __future__ import annotations

import pytest

from elshi.lang.kk import parse
from elshi.pack import Clause

T, P, Z, M = "Қасым-Жомарт Тоқаев", "Владимир Путин", "Владимир Зеленский", "Эмманюэль Макрон"

CLAUSES = """
subject and with|{T} {P}мен кездесті.|кездесу|subject {T}; with {P}мен
subject and object|{T} елші Дженнифер Мурды қабылдады.|қабылдау|subject {T}; object елші Дженнифер Мурды
object first|{P}ді {T} қарсы алды.|қарсы алу|object {P}ді; subject {T}
joined by мен|{P} мен {M} Мәскеуде сөйлесті.|сөйлесу|subject {P} + {M}; in Мәскеуде
a list|{T}, {P} және {M} кездесті.|кездесу|subject {T} + {P} + {M}
carried by өткізді|{T} {P}мен кездесу өткізді.|кездесу|subject {T}; with {P}мен
carried by жүргізді|{T} Бакуде {P}мен келіссөз жүргізді.|келіссөз|subject {T}; in Бакуде; with {P}мен
carried by өтті|{T} мен {P}нің кездесуі өтті.|кездесу|of {T} + {P}нің
carried by болды|{T}тың {P}мен кездесуі болды.|кездесу|of {T}тың; with {P}мен
between|{T} мен {P} арасында келіссөз өтті.|келіссөз|between {T} + {P}
states between|Қазақстан мен Ресей арасында консультациялар өтті.|консультация|between Қазақстан + Ресей
shared plural|Қазақстан мен Франция президенттері {T} пен {M} кездесті.|кездесу|subject Қазақстан мен Франция президенттері {T} + {M}
by telephone|{T} {Z}мен телефон арқылы сөйлесті.|телефон арқылы сөйлесу|subject {T}; with {Z}мен
telephone talk, nominal|{T}тың {Z}мен телефон арқылы әңгімесі болды.|телефон арқылы әңгіме|of {T}тың; with {Z}мен
journey|{M} Астанаға ресми сапармен келді.|сапармен келу|subject {M}; to Астанаға
journey out|{T} Сербияға мемлекеттік сапармен барды.|сапармен бару|subject {T}; to Сербияға
visit made|{P} Қытайға сапар жасады.|сапар|subject {P}; to Қытайға
visit took place|{T}тың Моңғолияға мемлекеттік сапары өтті.|сапар|of {T}тың; to Моңғолияға
stay|Жапония Премьер-министрі Фумио Кишида Киевте болды.|сапармен болу|subject Жапония Премьер-министрі Фумио Кишида; in Киевте
by invitation|{T}тың шақыруымен {M} Қазақстанға келді.|келу|by {T}тың; subject {M}; to Қазақстанға
led by|Мәулен Әшімбаев бастаған делегация Анкараға барды.|бару|by Мәулен Әшімбаев; subject делегация; to Анкараға
signed|{T} мен {P} Астанада келісімге қол қойды.|қол қою|subject {T} + {P}; in Астанада; to келісімге
signed, passive|Қазақстан мен Қытай арасында меморандумға қол қойылды.|қол қою|between Қазақстан + Қытай; to меморандумға
message|{T} {P}ге жеделхат жолдады.|жеделхат|subject {T}; to {P}ге
message came|{T}қа {P}нен құттықтау жеделхаты келді.|құттықтау жеделхаты|to {T}қа; from {P}нен
congratulated|{P} {T}ты жеңісімен құттықтады.|құттықтау|subject {P}; object {T}ты; with жеңісімен
condolence|{T} {P}ге көңіл айтты.|көңіл айту|subject {T}; to {P}ге
credentials|Елші Мағжан Ілиясов {P}ге сенім грамотасын тапсырды.|сенім грамотасы|subject Елші Мағжан Ілиясов; to {P}ге
credentials received|{P} елші Линн Трейсидің сенім грамотасын қабылдады.|сенім грамотасы|subject {P}; of елші Линн Трейсидің
took part|{T} мен {P} Астанада ШЫҰ саммитіне қатысты.|саммит|subject {T} + {P}; in Астанада
about|{T} {P}мен сауда туралы әңгімелесті.|әңгімелесу|subject {T}; with {P}мен; about сауда
discussed|Тараптар көлік мәселелерін талқылады.|талқылау|subject Тараптар; object көлік мәселелерін
discussed, passive|Кеше көлік мәселелері талқыланды.|талқылау|object көлік мәселелері
after the verb|«Біз дайынбыз, келісеміз», – деді {T}.|деу|subject {T}
noted|«Бұл сапар өте маңызды болды», – деп атап өтті {P}.|атап өту|subject {P}
thanked|{T} {P}ге алғыс айтты.|алғыс айту|subject {T}; to {P}ге; object алғыс
a post without a state|Мемлекет басшысы {M}ды қабылдады.|қабылдау|subject Мемлекет басшысы; object {M}ды
"""


def filled(row: str) -> list[str]:
    return row.replace("{T}", T).replace("{P}", P).replace("{Z}", Z).replace("{M}", M).split("|")


def drawn(text: str, clause: Clause) -> str:
    return "; ".join(
        f"{a.marker} {' + '.join(head.of(text) for head in a.heads)}" for a in clause.arguments
    )


@pytest.mark.parametrize("row", CLAUSES.strip().splitlines(), ids=lambda r: r.split("|")[0])
def test_a_predicate_and_its_arguments(row: str) -> None:
    _, text, lemma, arguments = filled(row)
    clause = next(c for c in parse(text).clauses if c.lemma == lemma)
    assert drawn(text, clause) == arguments


MOODS = """
past|{T} {P}мен кездесті.|past|None|False
future|{T} {P}мен кездеседі.|future|None|False
plan|{T} {P}мен кездеспек.|future|planned|False
future with болады|{T} {P}мен кездесетін болады.|future|None|False
present, going on|{T} {P}мен келіссөз жүргізіп жатыр.|present|None|False
not|{T} {P}мен кездеспеді.|past|None|True
not, with жоқ|{T} {P}мен кездескен жоқ.|past|None|True
expected|{P} Астанаға келеді деп күтілуде.|future|planned|False
scheduled|{T} мен {P}нің кездесуі жоспарланған.|past|planned|False
intends|{T} Сербияға баруды жоспарлап отыр.|present|planned|False
must|Саммит жазда өтуі тиіс.|present|planned|False
may|{P} Қытайға баруы мүмкін.|present|possible|False
wishes|{M} Қытайға барғысы келеді.|future|wanted|False
refused|{M} Қытайға сапарынан бас тартты.|past|cancelled|False
put off|{M}ның Қытайға сапары кейінге қалдырылды.|past|cancelled|False
will not take place|{M}ның Қытайға сапары өтпейтін болды.|past|cancelled|True
not ruled out|{M} {P}мен кездесуді жоққа шығармады.|past|possible|True
past before past|{P} Қазақстанға ресми сапармен келген болатын.|past|None|False
"""


@pytest.mark.parametrize("row", MOODS.strip().splitlines(), ids=lambda r: r.split("|")[0])
def test_tense_plan_and_negation(row: str) -> None:
    _, text, tense, modality, negated = filled(row)
    clause = parse(text).clauses[0]
    assert (str(clause.tense), str(clause.modality), str(clause.negated)) == (
        tense,
        modality,
        negated,
    )


SHARED = """
converb|Олаф Шольц Астанаға келіп, {T}пен кездесті.|келу: subject Олаф Шольц; to Астанаға
converb, the last verb|Олаф Шольц Астанаға келіп, {T}пен кездесті.|кездесу: subject Олаф Шольц; with {T}пен
participle before its subject|Астанаға сапармен келген {M} {T}пен кездесті.|сапармен келу: to Астанаға; subject {M}
the verb after it|Астанаға сапармен келген {M} {T}пен кездесті.|кездесу: subject {M}; with {T}пен
participle before an object|{T} Астанаға келген {M}ды қабылдады.|қабылдау: subject {T}; object {M}ды
the guest came, not the host|{T} Астанаға келген {M}ды қабылдады.|келу: to Астанаға; subject {M}ды
his visit|Астанаға сапары барысында {M} {T}пен кездесті.|сапар: to Астанаға; subject {M}
"""


@pytest.mark.parametrize("row", SHARED.strip().splitlines(), ids=lambda r: r.split("|")[0])
def test_what_clauses_share(row: str) -> None:
    _, text, expected = filled(row)
    lemma, arguments = expected.split(": ")
    clause = next(c for c in parse(text).clauses if c.lemma == lemma)
    assert drawn(text, clause) == arguments


CONTENT = """
accusative of a participle|{M} қарым-қатынас дамып келе жатқанын айтты.|қарым-қатынас дамып келе жатқанын
with the subject within|{T} Қазақстан БҰҰ қызметін қолдайтынын мәлімдеді.|Қазақстан БҰҰ қызметін қолдайтынын
екенін|Министр сауданың өсіп жатқаны маңызды екенін атап өтті.|сауданың өсіп жатқаны маңызды екенін
by his words|Министрдің айтуынша, келіссөз нәтижелі өтті.|келіссөз нәтижелі өтті
"""


@pytest.mark.parametrize("row", CONTENT.strip().splitlines(), ids=lambda r: r.split("|")[0])
def test_what_is_said(row: str) -> None:
    _, text, said = filled(row)
    spans = [a.span.of(text) for c in parse(text).clauses for a in c.having("that")]
    assert spans == [said]


def test_a_source_is_no_statement() -> None:
    text = f"{T} {P}мен кездесті, деп хабарлайды Ақорда."
    assert [c.lemma for c in parse(text).clauses] == ["кездесу"]


def test_a_readiness_is_a_pledge() -> None:
    text = f"{M} серіктестікті тереңдетуге дайын екенін растады."
    assert parse(text).clauses[-1].lemma == "дайын екен растау"


def test_the_attributes_of_a_journey() -> None:
    (clause,) = parse(f"{M} Астанаға мемлекеттік сапармен келді.").clauses
    assert clause.attributes == ("мемлекеттік",)


def test_an_event_in_the_plural() -> None:
    (clause,) = parse(f"{T} {P}мен кездесулер өткізді.").clauses
    assert clause.plural


def test_a_converb_belongs_to_the_verb_that_ends_its_chain() -> None:
    clauses = parse(f"Олаф Шольц Астанаға келіп, {T}пен кездесті.").clauses
    assert [c.parent for c in clauses] == [1, None]


def test_a_time_lies_within_its_clause() -> None:
    text = f"26 наурызда {T} {P}мен кездесті."
    assert parse(text).clauses[0].span.of(text).startswith("26 наурызда")
