"""What English reports of a few lines come to: who dealt with whom, for which side."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from elshi.pipeline import read
from elshi.records import Article, Value


class Row(NamedTuple):
    """A report and its contacts: the kind, the role, each one's name and side, and the day."""

    why: str
    text: str
    told: str


ROWS = [
    Row(
        "a name behind a list of states",
        "President of Kazakhstan Kassym-Jomart Tokayev met with"
        " Ambassador of the Republic of Latvia to Kazakhstan, Kyrgyzstan and Tajikistan Ilmārs"
        " Bergmanis.",
        "meeting main: Kassym-Jomart Tokayev/KZ, Ilmārs Bergmanis/LV",
    ),
    Row(
        "a name behind a group of a house in brackets",
        "Speaker of the Senate of Kazakhstan Maulen Ashimbayev received Head of the Parliamentary"
        " Friendship Group of the Majlis (Parliament) of the Islamic Republic of Iran Sayed Reza"
        " Mostafavi.",
        "meeting main: Maulen Ashimbayev/KZ, Sayed Reza Mostafavi/IR",
    ),
    Row(
        "an office, and a title of birth before the name",
        "The Minister of Foreign Affairs of Saudi Arabia, Prince Faisal bin Farhan bin Abdullah,"
        " met with Kazakh Foreign Minister Murat Nurtleu.",
        "meeting main: Faisal bin Farhan bin Abdullah/SA, Murat Nurtleu/KZ",
    ),
    Row(
        "a bare office is not whom he meets",
        "Foreign Minister meets Turkish Foreign Minister Hakan Fidan.",
        "",
    ),
    Row(
        "a counterpart is of another state",
        "Defence Minister Ruslan Zhaksylykov held talks with his Hungarian counterpart Kristóf"
        " Szalay.",
        "meeting main: Ruslan Zhaksylykov/None, Kristóf Szalay/HU",
    ),
    Row(
        "at whose invitation, and who came",
        "At the invitation of Kazakh Defence Minister Ruslan Zhaksylykov, Turkish Defence Minister"
        " Army General Yaşar Güler visited Astana.",
        "visit main: Ruslan Zhaksylykov/KZ, Yaşar Güler/TR",
    ),
    Row(
        "a call of courtesy",
        "Ambassador of Japan Jun Yamada paid a courtesy call on Prime Minister of Kazakhstan Olzhas"
        " Bektenov.",
        "meeting main: Jun Yamada/JP, Olzhas Bektenov/KZ",
    ),
    Row(
        "called on",
        "The Foreign Minister of Hungary Péter Szijjártó called on President of Kazakhstan"
        " Kassym-Jomart Tokayev on Thursday.",
        "meeting main 2024-05-16: Péter Szijjártó/HU, Kassym-Jomart Tokayev/KZ",
    ),
    Row(
        "called on to do something",
        "The Foreign Minister of Hungary Péter Szijjártó called on President of Kazakhstan"
        " Kassym-Jomart Tokayev to open the border.",
        "",
    ),
    Row(
        "on the telephone, and when they met before",
        "Kazakh President Kassym-Jomart Tokayev and Turkish President Recep Tayyip Erdogan held a"
        " telephonic conversation. It was their first conversation since they met in Baku in"
        " November.",
        "call main: Kassym-Jomart Tokayev/KZ, Recep Tayyip Erdogan/TR"
        " / meeting recalled 2023-11: Kassym-Jomart Tokayev/KZ, Recep Tayyip Erdogan/TR",
    ),
    Row(
        "short for offices, in capitals",
        "Indian PM Modi met Qatari FM Mohammed Al Thani at 5 pm.",
        "meeting main: Modi/IN, Mohammed Al Thani/QA",
    ),
    Row(
        "the twenty-fourth is no winter",
        "On December 24, Kazakh Foreign Minister Murat Nurtleu received Turkish Ambassador Mustafa"
        " Kapucu.",
        "meeting main 2023-12-24: Murat Nurtleu/KZ, Mustafa Kapucu/TR",
    ),
    Row(
        "a name set off by one comma, and a city to which he is sent",
        "The Japanese Ambassador to Kazakhstan, Yasumasa Iijima today called on Foreign Minister of"
        " Kazakhstan Murat Nurtleu.",
        "meeting main 2024-05-20: Yasumasa Iijima/JP, Murat Nurtleu/KZ",
    ),
    Row(
        "a name behind a city",
        "Kazakh Foreign Minister Murat Nurtleu met with the Brazilian Ambassador to Astana Rubem"
        " Coan Fabro.",
        "meeting main: Murat Nurtleu/KZ, Rubem Coan Fabro/BR",
    ),
    Row(
        "with whom he spoke to discuss",
        "Kazakh Foreign Minister Murat Nurtleu spoke today with Turkish Foreign Minister Hakan"
        " Fidan to discuss trade after the May 6 call between President Tokayev and President"
        " Erdogan.",
        "call main 2024-05-20: Murat Nurtleu/KZ, Hakan Fidan/TR"
        " / call recalled 2024-05-06: Tokayev/None, Erdogan/None",
    ),
    Row(
        "left for a state to attend",
        "Kazakh Foreign Minister Murat Nurtleu left for Türkiye to attend a forum.",
        "visit main: Murat Nurtleu/KZ",
    ),
    Row(
        "governors of two states' regions",
        "Governor of Akmola region Marat Akhmetzhanov met with Governor of Omsk region Vitaly"
        " Khotsenko.",
        "meeting main: Marat Akhmetzhanov/KZ, Vitaly Khotsenko/RU",
    ),
    Row(
        "the president and a governor of his own",
        "President of Kazakhstan Kassym-Jomart Tokayev received governor of Akmola region Marat"
        " Akhmetzhanov.",
        "",
    ),
    Row(
        "who receives a guest",
        "UN Secretary-General António Guterres will visit Uzbekistan. António Guterres will be"
        " received by Prime Minister Abdulla Aripov.",
        "visit main: António Guterres/UN / meeting main: Abdulla Aripov/UZ, António Guterres/UN",
    ),
    Row(
        "what two states have against each other",
        "President Trump and President Putin held a call on the Russia-Ukraine war.",
        "call main: Trump/None, Putin/None",
    ),
    Row(
        "two who met him one by one",
        "Chinese State Councilor Yang Jiechi and Foreign Minister Wang Yi also met with Kazakh"
        " Foreign Minister Murat Nurtleu, respectively.",
        "meeting main: Yang Jiechi/CN, Murat Nurtleu/KZ / meeting main: Wang Yi/CN, Murat"
        " Nurtleu/KZ",
    ),
    Row(
        "with one, as well as with another",
        "Kazakh Foreign Minister Murat Nurtleu met with Turkish Foreign Minister Hakan Fidan, as"
        " well as with Turkish Energy Minister Alparslan Bayraktar.",
        "meeting main: Murat Nurtleu/KZ, Hakan Fidan/TR / meeting main: Murat Nurtleu/KZ, Alparslan"
        " Bayraktar/TR",
    ),
    Row(
        "who witnessed a signing",
        "Kazakh Prime Minister Olzhas Bektenov and Turkish Vice President Cevdet Yılmaz witnessed"
        " the signing of a number of documents.",
        "signing main: Olzhas Bektenov/KZ, Cevdet Yılmaz/TR",
    ),
    Row(
        "under whose chairmanship",
        "Consultations between Kazakhstan and Türkiye were held under the chairmanship of Kazakh"
        " Deputy Foreign Minister Alibek Bakayev and Turkish Deputy Foreign Minister Mehmet Bozay.",
        "meeting main: Alibek Bakayev/KZ, Mehmet Bozay/TR",
    ),
    Row(
        "put off, and when it was to be",
        "Turkish President Recep Tayyip Erdogan's visit to Kazakhstan was postponed. Erdogan was to"
        " visit Kazakhstan on May 10.",
        "visit main 2024-05-10: Recep Tayyip Erdogan/TR / visit main: Recep Tayyip Erdogan/TR",
    ),
    Row(
        "earlier today is no time before",
        "Kazakh Foreign Minister Murat Nurtleu met with Turkish Foreign Minister Hakan Fidan. Hakan"
        " Fidan held talks with President of Kazakhstan Kassym-Jomart Tokayev earlier Monday.",
        "meeting main: Murat Nurtleu/KZ, Hakan Fidan/TR / meeting main 2024-05-20: Hakan Fidan/TR,"
        " Kassym-Jomart Tokayev/KZ",
    ),
    Row(
        "his wife bears his surname",
        "Turkish President Recep Tayyip Erdogan arrived in Astana. Erdogan came with Emine Erdogan"
        " on Monday. On Tuesday Erdogan met with President of Kazakhstan Kassym-Jomart Tokayev.",
        "visit main: Recep Tayyip Erdogan/TR / meeting main 2024-05-14: Recep Tayyip"
        " Erdogan/TR, Kassym-Jomart Tokayev/KZ",
    ),
    Row(
        "the ministry and an ambassador",
        "The Ministry of Foreign Affairs held a meeting with Latvian Ambassador Ilmārs Bergmanis.",
        "meeting main: Ministry of Foreign Affairs/None, Ilmārs Bergmanis/LV",
    ),
    Row(
        "what else he is",
        "Chinese Vice Premier Ding Xuexiang, also a member of the Standing Committee of the"
        " Political Bureau, met with Deputy Prime Minister of Kazakhstan Roman Sklyar, who is in"
        " China to attend the 2024 World Internet Conference.",
        "meeting main: Ding Xuexiang/CN, Roman Sklyar/KZ / visit main: Roman Sklyar/KZ",
    ),
    Row(
        "all states of a row",
        "The Kazakh government held talks with Japan, Mongolia, Kyrgyzstan and Uzbekistan.",
        "meeting main: government/KZ, Japan/JP / meeting main: government/KZ, Kyrgyzstan/KG"
        " / meeting main: government/KZ, Mongolia/MN / meeting main: government/KZ, Uzbekistan/UZ",
    ),
    Row(
        "two ministers, and the state of the second",
        "Commerce Minister Piyush Goyal and Australia's Minister for Trade and Tourism Don Farrell"
        " met on Sunday to discuss trade.",
        "meeting main 2024-05-19: Piyush Goyal/None, Don Farrell/AU",
    ),
    Row(
        "the delegation of a house",
        "Speaker of the Senate of Kazakhstan Maulen Ashimbayev received on Thursday a delegation of"
        " the Federation Council of Russia led by head of the Foreign Affairs Committee Grigory"
        " Karasin.",
        "meeting main 2024-05-16: Maulen Ashimbayev/KZ, Grigory Karasin/RU",
    ),
    Row(
        "an office that explains a name",
        "Shri Piyush Goyal, Union Minister of Commerce and Industry met his Kazakh counterpart"
        " Arman Shakkaliyev.",
        "meeting main: Piyush Goyal/None, Arman Shakkaliyev/KZ",
    ),
    Row(
        "a headline of two offices, and the two men",
        "Trade ministers of India and Australia discuss tariffs. Trade Minister Piyush Goyal and"
        " Australia's Trade Minister Don Farrell met on Sunday.",
        "meeting main 2024-05-19: Piyush Goyal/IN, Don Farrell/AU",
    ),
    Row(
        "five states that meet are a conference",
        "Talks between Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and Uzbekistan were held.",
        "conference main: Kazakhstan/KZ, Kyrgyzstan/KG, Tajikistan/TJ, Turkmenistan/TM,"
        " Uzbekistan/UZ",
    ),
    Row(
        "on whom a guest calls",
        "Kazakh Foreign Minister Murat Nurtleu visited Latvia. Murat Nurtleu called on Prime"
        " Minister Evika Siliņa.",
        "visit main: Murat Nurtleu/KZ / meeting main: Murat Nurtleu/KZ, Evika Siliņa/LV",
    ),
    Row(
        "the ministries of two states",
        "Consultations between the Ministries of Foreign Affairs of Uzbekistan and Latvia took"
        " place in Riga.",
        "meeting main: Ministry of Foreign Affairs of Uzbekistan/UZ, Ministry of Foreign Affairs of"
        " Latvia/LV",
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=[row.why for row in ROWS])
def test_what_a_report_comes_to(row: Row) -> None:
    published = Value("2024-05-20", None, "given", "given")
    told = []
    for account in read(Article("a", row.text, "en", published=published), whole=True).accounts:
        dated = account.when and account.when.basis != "published"
        when = f" {account.when.edtf}" if account.when and dated else ""
        who = ", ".join(
            f"{p.name.value}/{p.side.value if p.side else None}" for p in account.participants
        )
        told.append(f"{account.kind.value} {account.role.value}{when}: {who}")
    assert " / ".join(told) == row.told
