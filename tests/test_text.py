import pytest
from hypothesis import given
from hypothesis import strategies as st

from elshi.text import cleaned, fold, paragraphs


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Тоқаев", "Тоқaев", id="a Latin a in a Cyrillic name"),
        pytest.param("Қасым-Жомарт Кемелұлы", "Қacым-Жoмapт Кeмелұлы", id="several Latin letters"),
        pytest.param("Нұрсұлтан Әбіш", "Hұрсұлтан Əбiш", id="Latin H and schwa, Latin i for і"),
        pytest.param("бiздiң елiмiз", "біздің еліміз", id="Latin i for Kazakh і in every word"),
        pytest.param("саммит С5+1", "саммит C5+1", id="С5+1 with either C"),
        pytest.param("формат «С5+1»", 'формат "C5+1"', id="quotes around it"),
        pytest.param("Стив Дэйнс ещё раз", "стив дэйнс еще раз", id="ё and е"),
        pytest.param("25–27 марта — визит", "25-27 марта - визит", id="dashes"),
        pytest.param("26\u00a0марта", "26 марта", id="no-break space"),
        pytest.param("Kazakhstan’s envoy", "kazakhstan's envoy", id="apostrophes"),
        pytest.param("Кremlin", "Kremlin", id="a Cyrillic К in an English word"),
        pytest.param("İstanbul", "istanbul", id="the Turkish dotted capital"),
    ],
)
def test_written_otherwise_but_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Washington оценил", id="a Latin word beside a Cyrillic one"),
        pytest.param("в США и с ЕС", id="one-letter prepositions"),
        pytest.param("в 5 странах", id="a preposition before a figure"),
    ],
)
def test_whole_words_keep_their_alphabet(text: str) -> None:
    assert fold(text) == text.lower()


@given(st.text())
def test_the_fold_never_changes_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert cleaned(cleaned(text)) == cleaned(text)


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        pytest.param("меж\u00adпарла\u00adментский", "межпарламентский", id="soft hyphens"),
        pytest.param("\ufeffАстана\u200b принимает", "Астана принимает", id="zero-width signs"),
        pytest.param("\u202eАстана\u202c", "Астана", id="bidirectional overrides"),
        pytest.param("й".replace("й", "и\u0306") + "од", "йод", id="decomposed letters"),
        pytest.param("a\r\nb\rc", "a\nb\nc", id="line breaks of three systems"),
        pytest.param("встреча\u00a0 \t в  Астане ", "встреча в Астане", id="spaces"),
        pytest.param(
            "&laquo;Диалог&raquo;&nbsp;&mdash; основа", "«Диалог» — основа", id="entities"
        ),
    ],
)
def test_what_cleaning_takes_away(dirty: str, clean: str) -> None:
    assert cleaned(dirty) == clean


def test_paragraphs_are_the_lines_that_say_something() -> None:
    text = "Заголовок\n\nПервый абзац.\n\nВторой абзац."
    assert [span.of(text) for span in paragraphs(text)] == [
        "Заголовок",
        "Первый абзац.",
        "Второй абзац.",
    ]


@given(st.text())
def test_paragraphs_hold_every_visible_character(text: str) -> None:
    held = "".join(span.of(text) for span in paragraphs(text))
    assert "".join(held.split()) == "".join(text.split())
