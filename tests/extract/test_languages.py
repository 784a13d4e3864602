import pytest

from elshi.errors import NoPack
from elshi.extract import language
from elshi.extract.languages import given_language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("Председатель Сената встретился с послом.", "ru", id="Russian"),
        pytest.param("Если уже жить на пенсии, то только так.", "ru", id="few letters"),
        pytest.param("Сенат төрағасы елшімен кездесті.", "kk", id="Kazakh"),
        pytest.param("Елші Астанада министрмен кездесіп, сауда туралы келісті", "kk", id="plain"),
        pytest.param("The Speaker of the Senate met with the ambassador.", "en", id="English"),
        pytest.param(
            "Boeing, Airbus и Embraer подписали документ в Paris Le Bourget", "ru", id="firms"
        ),
        pytest.param(
            "Қасым-Жомарт Тоқаев прибыл в Москву. Переговоры начались вечером, и стороны"
            " обсудили торговлю, транзит, энергетику и подготовку к саммиту.",
            "ru",
            id="a Kazakh name in a Russian report",
        ),
    ],
)
def test_the_language_of_a_report(text: str, code: str) -> None:
    assert language(text) == code


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Der Minister hat den Botschafter in Berlin empfangen und mit ihm gesprochen.", "German"),
        (
            "Le ministre a reçu l'ambassadeur et les deux parties ont parlé de la coopération.",
            "French",
        ),
        (
            "Міністр зустрівся з послом, сторони обговорили співпрацю в галузі торгівлі.",
            "Ukrainian",
        ),
        ("Министр элчи менен жолугушуп, эки өлкөнүн кызматташтыгын талкуулады.", "Kyrgyz"),
        (
            "Vazir elchi bilan uchrashdi va tomonlar hamkorlik uchun yoʻl topdi.",
            "Uzbek",
        ),
        (
            "Bakan, büyükelçi ile görüştü ve iki ülke arasındaki ticaret için bir adım attı.",
            "Turkish",
        ),
        ("部长会见了大使，双方讨论了合作。", "Chinese"),
        ("Elşı ministrmen kezdesıp, eki el arasyndağy sauda turaly keñ auqymda söilestı.", "Latin"),
        (
            "Elshi mınıstrmen kezdesip, eki el arasyndaǵy saýda týraly sóılesti jáne kelisti.",
            "Latin",
        ),
    ],
)
def test_a_language_without_a_pack_is_named(text: str, name: str) -> None:
    with pytest.raises(NoPack, match=name) as raised:
        language(text)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(("said", "code"), [("ru-RU", "ru"), ("kz", "kk"), ("ENG", "en")])
def test_the_language_that_the_input_states(said: str, code: str) -> None:
    assert given_language(said) == code
