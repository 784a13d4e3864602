"""Whether a Russian text can tell of a contact at all: a look at its words' beginnings."""

from __future__ import annotations

import re

STEMS = (
    "встре[чт]|свидани|увиде[лт]|повида|принял|примет|принима|при[её]м|аудиенц|перегово|бесед|"
    "консультац|разгов|поговор|пообща|общени|созвон|звон|видеокон|видеосвяз|обсу[дж]|рассмотр|"
    "обменя|свер[ия]|связал|визит|поездк|посе[тщ]|побыва|прибы|прилет|приех|приез|отправ|направ|"
    "вылет|отбы|турне|саммит|форум|конференц|заседан|сесси|ассамбле|съезд|подпис|заключ|парафир|"
    "телеграмм|письм|послан|поздрав|соболезн|грамот|выступ|участ|дипломат|посол|посл[аыуео]|"
    "договорил|договарива|назначен|избран|отставк|освобожд|сменил"
)
_TELLING = re.compile(rf"(?<![а-яё])(?:{STEMS})", re.IGNORECASE)


def triage(text: str) -> bool:
    """Whether any word begins like one that tells of a contact or of an office taken or left."""
    return _TELLING.search(text) is not None
