"""Kazakh words: stems and cases of nouns, stems, tenses and forms of verbs."""

from __future__ import annotations

import pytest

from elshi.lang.kk.morph import nouns
from elshi.lang.kk.verbs import verb
from elshi.lang.kk.words import keys, tagged

NOUNS = """
genitive after a vowel            Астананың        астана        gen
genitive after a nasal            Қазақстанның     қазақстан     gen
genitive after a voiced sound     Ресейдің         ресей         gen
genitive after a voiceless sound  елшіліктің       елшілік       gen
genitive of an acronym            АҚШ-тың          ақш           gen
genitive of a surname             Тоқаевтың        тоқаев        gen
genitive behind a soft sign       Израильдің       израиль       gen
genitive of his                   министрлігінің   министрлік    gen
dative, back                      Алматыға         алматы        dat
dative, front                     Өзбекстанға      өзбекстан     dat
dative, voiceless                 Душанбеге        душанбе       dat
dative of a surname               Трампқа          трамп         dat
dative of his                     сапарына         сапар         dat
dative of an acronym              БҰҰ-ға           бұұ           dat
accusative after a vowel          келісімшартты    келісімшарт   acc
accusative of a surname           Гутеррешті       гутерреш      acc
accusative of his                 елшісін          елші          acc
locative                          Бішкекте         бішкек        loc
locative of a loan with и         Парижде          париж         loc
locative of his                   кездесуінде      кездесу       loc
where it is                       Қазақстандағы    қазақстан     loc
where an acronym is               АҚШ-тағы         ақш           loc
ablative after a nasal            Ташкенттен       ташкент       abl
ablative of his                   үкіметінен       үкімет        abl
instrumental after a nasal        Путинмен         путин         ins
instrumental after a voiceless    Мирзиёевпен      мирзиёев      ins
instrumental of his               төрағасымен      төраға        ins
instrumental of a journey         сапарымен        сапар         ins
plural                            елшілермен       елші          ins
plural of his                     министрлерінің   министр       gen
ours                              еліміздің        ел            gen
his, softened                     серіктестігі     серіктестік   nom
his, with a vowel dropped         халқының         халық         gen
"""


def table(text: str) -> list[tuple[str, ...]]:
    return [tuple(part.strip() for part in line.split("  ") if part.strip())
            for line in text.strip().splitlines()]  # fmt: skip


@pytest.mark.parametrize(("phenomenon", "word", "stem", "case"), table(NOUNS))
def test_noun_has_stem_and_case(phenomenon: str, word: str, stem: str, case: str) -> None:
    readings = [(noun.stem, noun.case) for noun in nouns(word.lower()) if noun.strict]
    assert (stem, case) in readings


def test_all_stems_of_a_word_are_its_keys() -> None:
    assert {"министрлігінің", "министрлігі", "министрлік"} <= set(keys("Министрлігінің"))


def test_a_verb_is_found_under_its_infinitive() -> None:
    assert "кездесу" in keys("кездеспекші")


def test_latin_letters_that_look_alike_are_folded() -> None:
    assert "кездесу" in keys("кeздecтi")
    assert "тоқаев" in keys("Тоқaевпен")


VERBS = """
past                     кездесті        кездесу     past      finite
past after a voiced one  келді           келу        past      finite
not                      кездеспеді      кездесу     past      finite      not
passive                  талқыланды      талқылау    past      finite      passive
passive, irregular       тағайындалды    тағайындау  past      finite      passive
passive of қой           қойылды         қою         past      finite      passive
future                   кездеседі       кездесу     pres      finite
future after a vowel     сөйлеседі       сөйлесу     pres      finite
future of қой            қояды           қою         pres      finite
plan                     кездеспек       кездесу     plan      finite
plan with -шы            бармақшы        бару        plan      finite
converb                  кездесіп        кездесу     conv      gerund
converb of a vowel       талқылап        талқылау    conv      gerund
participle               қабылдаған      қабылдау    part      participle
habitual                 өтетін          өту         habitual  participle
habitual, not            келмейтін       келу        habitual  participle  not
infinitive of his        кездесуі        кездесу     inf       infinitive
infinitive, dative       келуге          келу        inf       infinitive
infinitive, going on     қаралуда        қарау       inf       infinitive  passive
participle, ablative     кездескеннен    кездесу     part      participle
conditional              барса           бару        cond      gerund
let us                   кетейік         кету        jussive   finite
reported past            келіпті         келу        narr      finite
softened stem            шығып           шығу        conv      gerund
as was                   хабарланғандай  хабарлау    likeness  gerund      passive
wish                     барғысы         бару        wish      gerund
"""


@pytest.mark.parametrize("row", table(VERBS), ids=lambda row: row[0])
def test_verb_has_stem_tense_and_form(row: tuple[str, ...]) -> None:
    _, word, lemma, mood, form, *flags = row
    read = verb(word)
    assert read is not None
    assert (read.lemma, read.mood, read.form) == (lemma, mood, form)
    assert read.negated == ("not" in flags)
    assert read.passive == ("passive" in flags)


@pytest.mark.parametrize("word", ["жолда", "алғыс", "келісім", "бар", "ынтымақтастық", "ұсыныс"])
def test_nouns_that_look_like_verbs_are_none(word: str) -> None:
    assert verb(word) is None


SENTENCES = """
Қ.-Ж. Тоқаев елшіні қабылдады. Тараптар келісімге келді.|2
Кездесу 2024 ж. 26 наурызда өтті. Оған министр қатысты.|2
«Біз келістік. Енді іске кірісеміз», – деді министр.|1
Тауар айналымы 2,5 млрд. долларға жетті.|1
Астанаға кім келді? Елші ме?|2
А. Дуда мен В. Зеленский сөйлесті.|1
Келіссөз аяқталды… Нәтиже белгісіз.|2
Бұл туралы т.б. мәселелер айтылды.|1
"""


@pytest.mark.parametrize("row", SENTENCES.strip().splitlines())
def test_sentences_end_where_they_end(row: str) -> None:
    text, count = row.rsplit("|", 1)
    assert len(tagged(text).sentences) == int(count)


def test_no_sentence_crosses_a_line_break() -> None:
    text = "Келіссөз басталды\nТараптар, министрлер"
    assert [s.of(text) for s in tagged(text).sentences] == text.split("\n")


POSTPOSITIONS = """
қатысты at the end is the verb         Министр отырысқа қатысты.                      VERB
қатысты before a noun stands after it  Министр саудаға қатысты мәселелерді айтты.     ADP
"""


@pytest.mark.parametrize(("phenomenon", "text", "pos"), table(POSTPOSITIONS))
def test_the_place_tells_verb_from_postposition(phenomenon: str, text: str, pos: str) -> None:
    assert [t.pos for t in tagged(text).tokens if t.text == "қатысты"] == [pos]
