# ruff: noqa: E501 - a text stays on one line
"""Contacts as whole texts tell them: who takes part, for whom, when and where, in any language."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from elshi.extract import article
from elshi.pipeline import read
from elshi.records import Account, Capture

PUBLISHED = "2024-05-24"


class Row(NamedTuple):
    """A text, and what it tells: `kind status role [when] country city: name/SIDE; …`."""

    why: str
    text: str
    told: tuple[str, ...]


ROWS = [
    Row(
        "a time ahead of the subject is the verb's, whatever the parser makes of it",
        "Earlier, on May 9, President of Kazakhstan Kassym-Jomart Tokayev and Russian President Vladimir Putin took part in the Russia – Central Asia summit in Dushanbe. In April Kassym-Jomart Tokayev was in Moscow on a working visit.",
        (
            "conference held recalled 2024-05-09 TJ Dushanbe: Kassym-Jomart Tokayev/KZ; Vladimir Putin/RU",
            "visit held main 2024-04 RU Moscow: Kassym-Jomart Tokayev/KZ",
        ),
    ),
    Row(
        "recalled talks take the place of the visit that the same sentence recalls",
        "Президент Казахстана Касым-Жомарт Токаев принял канцлера Германии Олафа Шольца. Президент Узбекистана Шавкат Мирзиёев прислал письмо. До этого Олаф Шольц посетил Самарканд, где 15 мая провёл переговоры с Шавкатом Мирзиёевым.",
        (
            "meeting held main: Касым-Жомарт Токаев/KZ; Олаф Шольц/DE",
            "meeting held recalled 2024-05-15 UZ Самарканд: Олаф Шольц/DE; Шавкат Мирзиёев/UZ",
            "visit held recalled 2024-05-15 UZ Самарканд: Олаф Шольц/DE",
        ),
    ),
    Row(
        "a converb has the tense of a verb in the distant past, and the summit its own date",
        "Германия канцлері Олаф Шольц Астанаға келді. Алғашқы «Орталық Азия – Германия» саммиті 2023 жылғы қыркүйекте Берлинде өтіп, оған Олаф Шольц пен Қазақстан Президенті Қасым-Жомарт Тоқаев қатысқан еді.",
        (
            "conference held main 2023-09 DE Берлин: Олаф Шольц/DE; Қасым-Жомарт Тоқаев/KZ",
            "visit held main KZ Астана: Олаф Шольц/DE",
        ),
    ),
    Row(
        "talks take the day of a visit that is told as a whole",
        "22 мая Президент Казахстана Касым-Жомарт Токаев посетил Анкару с официальным визитом. Он провёл переговоры с Президентом Турции Реджепом Тайипом Эрдоганом.",
        (
            "meeting held main 2024-05-22 TR Анкара: Касым-Жомарт Токаев/KZ; Реджеп Тайип Эрдоган/TR",
            "visit held main 2024-05-22 TR Анкара: Касым-Жомарт Токаев/KZ",
        ),
    ),
    Row(
        "talks do not take the day of an arrival",
        "22 мая Президент Казахстана Касым-Жомарт Токаев прибыл в Анкару с официальным визитом. Он провёл переговоры с Президентом Турции Реджепом Тайипом Эрдоганом.",
        (
            "meeting held main TR Анкара: Касым-Жомарт Токаев/KZ; Реджеп Тайип Эрдоган/TR",
            "visit held main 2024-05-22 TR Анкара: Касым-Жомарт Токаев/KZ",
        ),
    ),
    Row(
        "talks take the day of a visit that is told as a whole (en)",
        "On May 22, President of Kazakhstan Kassym-Jomart Tokayev paid an official visit to Ankara. He held talks with President of Türkiye Recep Tayyip Erdoğan.",
        (
            "meeting held main 2024-05-22 TR Ankara: Kassym-Jomart Tokayev/KZ; Recep Tayyip Erdoğan/TR",
            "visit held main 2024-05-22 TR Ankara: Kassym-Jomart Tokayev/KZ",
        ),
    ),
    Row(
        "talks take the day of a visit that is told as a whole (kk)",
        "22 мамырда Қазақстан Президенті Қасым-Жомарт Тоқаев Анкараға ресми сапармен барды. Ол Түркия Президенті Режеп Тайип Ердоғанмен келіссөз жүргізді.",
        (
            "meeting held main 2024-05-22 TR Анкара: Режеп Тайип Ердоған/TR; Қасым-Жомарт Тоқаев/KZ",
            "visit held main 2024-05-22 TR Анкара: Қасым-Жомарт Тоқаев/KZ",
        ),
    ),
    Row(
        "until when a document holds is no date of its signing",
        "8 мая Президент Казахстана Касым-Жомарт Токаев и Президент Узбекистана Шавкат Мирзиёев провели переговоры в Астане. Президенты подписали программу партнёрства до 2034 года.",
        (
            "meeting held main 2024-05-08 KZ Астана: Касым-Жомарт Токаев/KZ; Шавкат Мирзиёев/UZ",
            "signing held main 2024-05-08 KZ Астана: Касым-Жомарт Токаев/KZ; Шавкат Мирзиёев/UZ",
        ),
    ),
    Row(
        "the relative clause tells where and when",
        "Президент Казахстана Касым-Жомарт Токаев примет участие в заседании Совета ШОС, которое пройдёт 4 июля в Ташкенте.",
        ("conference planned main 2024-07-04 UZ Ташкент: Касым-Жомарт Токаев/KZ",),
    ),
    Row(
        "both presidents, counted",
        "Президент России Владимир Путин прибыл в Казахстан. Его встретил Президент Казахстана Касым-Жомарт Токаев. Оба президента провели переговоры в Астане.",
        (
            "meeting held main KZ Астана: Владимир Путин/RU; Касым-Жомарт Токаев/KZ",
            "visit held main KZ: Владимир Путин/RU; Касым-Жомарт Токаев/KZ",
        ),
    ),
    Row(
        "who took part in the event just told",
        "20 мая в Самарканде прошёл саммит. В мероприятии участвовали Президент Узбекистана Шавкат Мирзиёев и Президент Казахстана Касым-Жомарт Токаев.",
        (
            "conference held main 2024-05-20 UZ Самарканд: Касым-Жомарт Токаев/KZ; Шавкат Мирзиёев/UZ",
        ),
    ),
    Row(
        "on the eve of one body's summit, and a session of another",
        "Президент России Владимир Путин и Президент Казахстана Касым-Жомарт Токаев провели переговоры в Астане накануне саммита ШОС. 28 мая Владимир Путин примет участие в заседании Совета коллективной безопасности ОДКБ.",
        (
            "conference planned main 2024-05-28: Владимир Путин/RU",
            "meeting held main KZ Астана: Владимир Путин/RU; Касым-Жомарт Токаев/KZ",
        ),
    ),
    Row(
        "he was to take part in Astana: no word that he was there",
        "Prime Minister of Japan Fumio Kishida has cancelled a visit to Kazakhstan scheduled for May 29. In Astana he was to take part in the Central Asia – Japan summit.",
        (
            "conference planned main: Fumio Kishida/JP",
            "visit cancelled main 2024-05-29 KZ: Fumio Kishida/JP",
        ),
    ),
    Row(
        "a city ahead of the verb of visiting is where he goes",
        "В феврале 2020 года Нур-Султан посетил государственный секретарь США Майк Помпео.",
        ("visit held main 2020-02 KZ Нур-Султан: Майк Помпео/US",),
    ),
    Row(
        "a short title is his who holds it in full, be another of the same rung nearer",
        "Госсекретарь США Энтони Блинкен провёл в Астане переговоры с министром иностранных дел Казахстана Мухтаром Тлеуберди. Из Казахстана госсекретарь отправился в Узбекистан.",
        (
            "meeting held main KZ Астана: Мухтар Тлеуберди/KZ; Энтони Блинкен/US",
            "visit held main UZ: Энтони Блинкен/US",
        ),
    ),
    Row(
        "a summit of others on the next day is told beside the talks",
        "On May 20, President of Kazakhstan Kassym-Jomart Tokayev held talks with Prime Minister of Italy Giorgia Meloni in Astana. The talks lasted two hours. The sides discussed trade. On May 21, a summit was held in Astana with the participation of Giorgia Meloni, Kassym-Jomart Tokayev and President of Uzbekistan Shavkat Mirziyoyev.",
        (
            "conference held recalled 2024-05-21 KZ Astana: Giorgia Meloni/IT; Kassym-Jomart Tokayev/KZ; Shavkat Mirziyoyev/UZ",
            "meeting held main 2024-05-20 KZ Astana: Giorgia Meloni/IT; Kassym-Jomart Tokayev/KZ",
        ),
    ),
    Row(
        "a summit of others on the next day is told beside the talks (ru)",
        "20 мая в Астане прошли переговоры Президента Казахстана Касым-Жомарта Токаева с Премьер-министром Италии Джорджей Мелони. Они продолжались два часа. Стороны обсудили торговлю. 21 мая в Астане состоялся саммит с участием Джорджи Мелони, Касым-Жомарта Токаева и Президента Узбекистана Шавката Мирзиёева.",
        (
            "conference held recalled 2024-05-21 KZ Астана: Джорджа Мелони/IT; Касым-Жомарт Токаев/KZ; Шавкат Мирзиёев/UZ",
            "meeting held main 2024-05-20 KZ Астана: Джорджа Мелони/IT; Касым-Жомарт Токаев/KZ",
        ),
    ),
    Row(
        "a summit of others on the next day is told beside the talks (kk)",
        "20 мамырда Астанада Қазақстан Президенті Қасым-Жомарт Тоқаев Италия Премьер-министрі Джорджа Мелонимен келіссөз жүргізді. Келіссөз екі сағатқа созылды. Тараптар сауданы талқылады. 21 мамырда Астанада саммит өтті, оған Джорджа Мелони, Қасым-Жомарт Тоқаев және Өзбекстан Президенті Шавкат Мирзиёев қатысты.",
        (
            "conference held recalled 2024-05-21 KZ Астана: Джорджа Мелони/IT; Шавкат Мирзиёев/UZ; Қасым-Жомарт Тоқаев/KZ",
            "meeting held main 2024-05-20 KZ Астана: Джорджа Мелони/IT; Қасым-Жомарт Тоқаев/KZ",
        ),
    ),
    Row(
        "a summit named again by its name is the summit of the headline",
        "On July 4, Xi Jinping will take part in the SCO summit\n\nThe Chinese President will attend the SCO summit in Astana. President of Uzbekistan Shavkat Mirziyoyev will also take part in the SCO summit.",
        ("conference planned main 2024-07-04 KZ Astana: Shavkat Mirziyoyev/UZ; Xi Jinping/CN",),
    ),
    Row(
        "heads of state unnamed at talks after a forum's session are not of the session",
        "20 мая Президент Казахстана Касым-Жомарт Токаев и Президент Узбекистана Шавкат Мирзиёев посетят Шымкент. Предусмотрены их выступления на пленарном заседании Форума регионов. Кроме того, главы государств проведут отдельную беседу. В графике Президента Казахстана предусмотрена также встреча с акимом Шымкента Габитом Сыздыкбековым.",
        (
            "meeting planned main 2025-05-20 KZ Шымкент: Касым-Жомарт Токаев/KZ; Шавкат Мирзиёев/UZ",
            "visit planned main 2025-05-20 KZ Шымкент: Шавкат Мирзиёев/UZ",
        ),
    ),
    Row(
        "who took part in a summit of another year was not at the talks told before it (kk)",
        "16 мамырда Астанада Қазақстан Президенті Қасым-Жомарт Тоқаев Германияның Федералды канцлері Олаф Шольцпен келіссөз жүргізді. Еске салайық, алғашқы «Орталық Азия – Германия» саммиті де 2023 жылғы қыркүйекте Берлинде өтіп, оған Олаф Шольц пен Қасым-Жомарт Тоқаев қатысқан еді.",
        (
            "conference held recalled 2023-09 DE Берлин: Олаф Шольц/DE; Қасым-Жомарт Тоқаев/KZ",
            "meeting held main 2024-05-16 KZ Астана: Олаф Шольц/DE; Қасым-Жомарт Тоқаев/KZ",
        ),
    ),
    Row(
        "posts set off from names by commas",
        "On May 20, in the city of Bukhara, the President of Uzbekistan, Shavkat Mirziyoyev, received the Minister of Foreign Affairs of Türkiye, Hakan Fidan.",
        ("meeting held main 2024-05-20 UZ Bukhara: Hakan Fidan/TR; Shavkat Mirziyoyev/UZ",),
    ),
    Row(
        "a fronted participle and its man are not the minister",
        "President of Kazakhstan Kassym-Jomart Tokayev met with Russian Foreign Minister Sergey Lavrov in Astana. Welcoming the Russian Foreign Minister, Tokayev praised the growth of trade.",
        ("meeting held main KZ Astana: Kassym-Jomart Tokayev/KZ; Sergey Lavrov/RU",),
    ),
    Row(
        "ministers of one state in a row",
        "Turkish Foreign Minister Hakan Fidan met with Uzbek Foreign Minister Bakhtiyor Saidov, Transport Minister Ilkhom Makhkamov and Trade Minister Laziz Kudratov in Ankara.",
        (
            "meeting held main TR Ankara: Bakhtiyor Saidov/UZ; Hakan Fidan/TR; Ilkhom Makhkamov/UZ; Laziz Kudratov/UZ",
        ),
    ),
    Row(
        "a counterpart's state",
        "Türkiye's Foreign Minister Hakan Fidan met with his Georgian counterpart, Maka Botchorishvili, in Tbilisi.",
        ("meeting held main GE Tbilisi: Hakan Fidan/TR; Maka Botchorishvili/GE",),
    ),
    Row(
        "a title said once for several states",
        "Uzbek President Shavkat Mirziyoyev held meetings with the Prime Ministers of Tajikistan Kokhir Rasulzoda, Kazakhstan Askar Mamin and Belarus Sergei Rumas.",
        (
            "meeting held main: Askar Mamin/KZ; Shavkat Mirziyoyev/UZ",
            "meeting held main: Kokhir Rasulzoda/TJ; Shavkat Mirziyoyev/UZ",
            "meeting held main: Sergei Rumas/BY; Shavkat Mirziyoyev/UZ",
        ),
    ),
    Row(
        "who attends the meeting takes part in it",
        "Pakistani Speaker Ayaz Sadiq met with Azerbaijani Speaker Sahiba Gafarova in Baku. The meeting was also attended by Pakistan's Ambassador to Azerbaijan Qasim Mohiuddin.",
        ("meeting held main AZ Baku: Ayaz Sadiq/PK; Qasim Mohiuddin/PK; Sahiba Gafarova/AZ",),
    ),
    Row(
        "received at the airport",
        "Turkish Foreign Minister Hakan Fidan arrived in Bukhara on May 19. He was received at the airport by Uzbek Foreign Minister Bakhtiyor Saidov.",
        ("visit held main 2024-05-19 UZ Bukhara: Bakhtiyor Saidov/UZ; Hakan Fidan/TR",),
    ),
    Row(
        "a visit that somebody looks forward to",
        "Kazakh President Kassym-Jomart Tokayev met with Chinese Foreign Minister Wang Yi in Astana. They discussed trade. Transport was discussed as well. He is looking forward to Chinese President Xi Jinping's state visit to Kazakhstan in July.",
        (
            "meeting held main KZ Astana: Kassym-Jomart Tokayev/KZ; Wang Yi/CN",
            "visit planned recalled 2024-07 KZ: Xi Jinping/CN",
        ),
    ),
    Row(
        "held that looks like a participle",
        "Russian President Vladimir Putin arrived in Kazakhstan on May 19. President of Kazakhstan Kassym-Jomart Tokayev greeted him. On May 20 the two heads of state held talks at the palace.",
        (
            "meeting held main 2024-05-20 KZ: Kassym-Jomart Tokayev/KZ; Vladimir Putin/RU",
            "visit held main 2024-05-19 KZ: Kassym-Jomart Tokayev/KZ; Vladimir Putin/RU",
        ),
    ),
    Row(
        "a tour of several states, and the hosts in each",
        "OSCE Secretary General Helga Schmid will pay visits to Turkmenistan and Kyrgyzstan. In Ashgabat she will meet the President of Turkmenistan, Serdar Berdimuhamedov, and the Speaker of the Mejlis, Dunyagozel Gulmanova. She will travel to Bishkek to meet Prime Minister Akylbek Japarov.",
        (
            "meeting planned main KG Bishkek: Akylbek Japarov/KG; Helga Schmid/OSCE",
            "meeting planned main TM Ashgabat: Dunyagozel Gulmanova/TM; Helga Schmid/OSCE",
            "meeting planned main TM Ashgabat: Helga Schmid/OSCE; Serdar Berdimuhamedov/TM",
            "visit planned main KG Bishkek: Helga Schmid/OSCE",
            "visit planned main TM: Helga Schmid/OSCE",
        ),
    ),
    Row(
        "the visit of the news told once more",
        "Президент Узбекистана Шавкат Мирзиёев принял министра иностранных дел Турции Хакана Фидана, который находится в Узбекистане с рабочим визитом. Обсуждались вопросы торговли. Стороны обменялись мнениями о транспорте. Напомним, Хакан Фидан прибыл в Бухару 22 мая.",
        (
            "meeting held main UZ Бухара: Хакан Фидан/TR; Шавкат Мирзиёев/UZ",
            "visit held main 2024-05-22 UZ Бухара: Хакан Фидан/TR",
        ),
    ),
    Row(
        "a dateline before the first sentence",
        "BEIJING, May 20 (Xinhua) -- Chinese Foreign Minister Wang Yi held talks with Turkish Foreign Minister Hakan Fidan.",
        ("meeting held main: Hakan Fidan/TR; Wang Yi/CN",),
    ),
    Row(
        "a dateline with a state, no agency",
        "BAKU, Azerbaijan, May 20. Georgian Foreign Minister Maka Botchorishvili met with Turkish Foreign Minister Hakan Fidan in Tbilisi.",
        ("meeting held main GE Tbilisi: Hakan Fidan/TR; Maka Botchorishvili/GE",),
    ),
    Row(
        "offices of two states before one title",
        "Turkish, Iranian foreign ministers meet in Istanbul.",
        (
            "meeting held main TR Istanbul: Iranian foreign minister/IR; Turkish foreign minister/TR",
        ),
    ),
    Row(
        "a President and his counterpart as subjects",
        "Chinese President Xi Jinping and his Kazakh counterpart Kassym-Jomart Tokayev held a phone conversation.",
        ("call held main: Kassym-Jomart Tokayev/KZ; Xi Jinping/CN",),
    ),
    Row(
        "several who write to one",
        "King of Spain Felipe VI sent a congratulatory letter to President of Azerbaijan Ilham Aliyev. CIS Secretary General Sergey Lebedev also sent congratulations. Letters came from the leaders of Russia and China.",
        (
            "message held main: Felipe VI/ES; Ilham Aliyev/AZ",
            "message held main: Ilham Aliyev/AZ; Sergey Lebedev/CIS",
            "message held main: Ilham Aliyev/AZ; leader of China/CN",
            "message held main: Ilham Aliyev/AZ; leader of Russia/RU",
        ),
    ),
    Row(
        "an agency named at the end of the sentence",
        "As part of a tour, EU Special Representative for Central Asia Terhi Hakala paid a working visit to Kazakhstan, Kazinform cites the press service of the ministry. The European diplomat was received by Foreign Minister of Kazakhstan Mukhtar Tileuberdi. At the meeting with Deputy Foreign Minister of Kazakhstan Roman Vassilenko, trade was touched upon.",
        (
            "meeting held main KZ: Mukhtar Tileuberdi/KZ; Terhi Hakala/EU",
            "meeting held main KZ: Roman Vassilenko/KZ; Terhi Hakala/EU",
            "visit held main KZ: Terhi Hakala/EU",
        ),
    ),
    Row(
        "whose minister, behind a name",
        "Annalena Baerbock, Germany's Federal Minister for Foreign Affairs, met with Uzbek President Shavkat Mirziyoyev in Tashkent.",
        ("meeting held main UZ Tashkent: Annalena Baerbock/DE; Shavkat Mirziyoyev/UZ",),
    ),
    Row(
        "from where and for where one left",
        "Iran's Foreign Minister Abbas Araghchi left Tehran for Tashkent on May 20.",
        ("visit held main 2024-05-20 UZ Tashkent: Abbas Araghchi/IR",),
    ),
    Row(
        "what one said in a meeting",
        "Iranian Foreign Minister Abbas Araghchi in a meeting with SCO Secretary General Nurlan Yermekbayev said that Iran supports the organization.",
        ("meeting held main: Abbas Araghchi/IR; Nurlan Yermekbayev/SCO",),
    ),
    Row(
        "consultations named after the states whose men meet",
        "Kazakh Deputy Foreign Minister Roman Vassilenko and Russian Deputy Foreign Minister Mikhail Galuzin took part in Kazakh-Russian consultations in Astana.",
        ("meeting held main KZ Astana: Mikhail Galuzin/RU; Roman Vassilenko/KZ",),
    ),
    Row(
        "officials of a state are the men named before",
        "Turkish Foreign Minister Hakan Fidan met with Uzbek Foreign Minister Bakhtiyor Saidov in Ankara. Fidan and Uzbek officials discussed regional issues.",
        ("meeting held main TR Ankara: Bakhtiyor Saidov/UZ; Hakan Fidan/TR",),
    ),
    Row(
        "the days of one visit are not those of the next",
        "Annalena Baerbock, Germany's Foreign Minister, will arrive in Kazakhstan on May 28-29. She will travel to Kazakhstan and Uzbekistan.",
        (
            "visit planned main 2024-05-28/2024-05-29 KZ: Annalena Baerbock/DE",
            "visit planned main UZ: Annalena Baerbock/DE",
        ),
    ),
    Row(
        "the capital of a state as where one leaves for",
        "Iran's Foreign Minister Abbas Araghchi left Tehran for Uzbekistan's capital Tashkent on May 20.",
        ("visit held main 2024-05-20 UZ Tashkent: Abbas Araghchi/IR",),
    ),
    Row(
        "a visiting minister who is received",
        "Prince Mohammed bin Salman, the Crown Prince of Saudi Arabia, received visiting Kazakh Foreign Minister Murat Nurtleu in Jeddah.",
        ("meeting held main SA Jeddah: Mohammed bin Salman/SA; Murat Nurtleu/KZ",),
    ),
    Row(
        "welcomed for talks",
        "NATO Secretary General Jens Stoltenberg welcomed Georgian President Giorgi Margvelashvili to the headquarters for talks on security.",
        ("meeting held main: Giorgi Margvelashvili/GE; Jens Stoltenberg/NATO",),
    ),
    Row(
        "talks with two men of one state are one contact",
        "NATO Secretary General Jens Stoltenberg held talks with Azerbaijani Defence Minister Zakir Hasanov and Education Minister Emin Amrullayev in Baku.",
        ("meeting held main AZ Baku: Emin Amrullayev/AZ; Jens Stoltenberg/NATO; Zakir Hasanov/AZ",),
    ),
]


def _told(account: Account) -> str:
    when, place = account.when, account.place
    words = [account.kind.value, account.status.value, account.role.value]
    words += [when.edtf] if when and not when.edtf.startswith("[") else []
    words += [v.value for v in (place.country, place.city) if v] if place else []
    people = sorted(
        f"{p.name.value}/{p.side.value if p.side else '?'}" for p in account.participants
    )
    return f"{' '.join(words)}: {'; '.join(people)}"


@pytest.mark.parametrize("row", ROWS, ids=[row.why for row in ROWS])
def test_contacts_of_a_text(row: Row) -> None:
    """A text's contacts, each in one line."""
    given = (("published", PUBLISHED),)
    reading = read(article(Capture("text", row.text, "text", given)))
    assert tuple(sorted(_told(account) for account in reading.accounts)) == row.told


@pytest.mark.parametrize(
    ("lang", "text", "after"),
    [
        ("en", "President of Kazakhstan Kassym-Jomart Tokayev and Prime Minister of Hungary Viktor Orban had a brief meeting following their joint news conference.", "following their joint news conference"),
        ("ru", "После совместной пресс-конференции Президент Казахстана Касым-Жомарт Токаев провёл краткую встречу с Премьер-министром Венгрии Виктором Орбаном.", "После совместной пресс-конференции"),
        ("kk", "Бірлескен баспасөз конференциясынан кейін Қазақстан Президенті Қасым-Жомарт Тоқаев Венгрия Премьер-министрі Виктор Орбанмен кездесті.", "баспасөз конференциясынан кейін"),
        ("en", "President of Kazakhstan Kassym-Jomart Tokayev held talks with Prime Minister of Hungary Viktor Orban. The two had a short meeting after the press conference.", ""),
    ],
)  # fmt: skip
def test_a_meeting_after_the_news_conference_says_so(lang: str, text: str, after: str) -> None:
    """Where talks are told before it, the account is of the talks."""
    capture = Capture("t", text, "text", (("lang", lang), ("published", PUBLISHED)))
    account = next(a for a in read(article(capture)).accounts if a.kind.value == "meeting")
    assert (account.after.value if account.after else "") == after


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "President of Kazakhstan Kassym-Jomart Tokayev spoke with US President-elect Donald Trump."),
        ("ru", "Президент Казахстана Касым-Жомарт Токаев поговорил с избранным Президентом США Дональдом Трампом."),
        ("kk", "Қазақстан Президенті Қасым-Жомарт Тоқаев АҚШ-тың сайланған Президенті Дональд Трамппен сөйлесті."),
    ],
)  # fmt: skip
def test_who_is_only_elected_holds_no_office_yet(lang: str, text: str) -> None:
    capture = Capture("t", text, "text", (("lang", lang), ("published", PUBLISHED)))
    reading = read(article(capture))
    assert len(reading.accounts[0].participants) == 2
    assert len(reading.tenures) == 1
