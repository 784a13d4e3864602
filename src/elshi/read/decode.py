"""From bytes to text: what is no text at all, and in which encoding the rest is."""

from __future__ import annotations

import codecs
import re
from functools import cache

from elshi.errors import BadEncoding, BinaryInput

_MAGIC = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a WebP, WAV or AVI file"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"SQLite format 3", "an SQLite file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"ID3", "an MP3 file"),
    (b"OggS", "an Ogg file"),
    (b"PAR1", "a Parquet file"),
    (b"{\\rtf", "an RTF document"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 26, 27}) + b"\x7f"
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{3,20})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w-]{3,20})""", re.IGNORECASE)
_SAMPLE = 20_000


def decoded(data: bytes) -> str:
    """The text in these bytes, in whichever encoding they are.

    Raises BinaryInput where they are no text, BadEncoding where no encoding fits.
    """
    refuse_binary(data)
    encoding = encoding_of(data)
    try:
        return data.decode(encoding, "replace").removeprefix("\ufeff")
    except LookupError as error:
        raise BadEncoding(f"unknown encoding '{encoding}': save it as UTF-8") from error


def refuse_binary(data: bytes) -> None:
    """Raise BinaryInput where the bytes are a picture, an archive, a document, a program."""
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise BinaryInput(f"this is {what}, no text: save its text as .txt or .html")
    if any(data.startswith(bom) for bom, _ in _BOMS) or _wide(data):
        return
    head = data[:_SAMPLE]
    if len(head) - len(head.translate(None, _CONTROLS)) > len(head) // 50:
        raise BinaryInput("the bytes are no text: save its text as .txt or .html, in UTF-8")


def encoding_of(data: bytes) -> str:
    """The encoding of these bytes: by mark, by validity, by what they say, by their letters."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return name
    if wide := _wide(data):
        return wide
    if _is_utf8(data):
        return "utf-8"
    return _declared(data) or _by_letters(data) or _guessed(data)


def _is_utf8(data: bytes) -> bool:
    """Valid UTF-8, or UTF-8 with a few bytes broken (a page cut off in the midst of a letter)."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        text = data[:_SAMPLE].decode("utf-8", "replace")
        broken, good = text.count("\ufffd"), sum(char > "\x7f" for char in text)
        return broken * 50 < good - broken
    return True


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of Latin or Cyrillic text is 0 or 4."""
    head = data[:2000]
    if len(head) < 8 or b"\x00" not in head:
        return None
    for name, odd in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if sum(byte in (0, 4, 0x20) for byte in odd) > len(odd) * 0.9:
            return name
    return None


def _declared(data: bytes) -> str | None:
    """What the page or feed says of itself, where the letters do not contradict it."""
    found = _XML.search(data[:2000]) or _META.search(data[:4000])
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return None
    if name == "utf-8":
        return None
    best = _by_letters(data)
    if best and score(data, best) > score(data, name) + 1.0:
        return best
    return name


_CYRILLIC_CODECS = ("cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic", "kz1048", "ptcp154")
_WESTERN = ("cp1252", "cp1254", "cp1250")
_OFTEN = dict(
    zip(
        "оаеинтслрвкмдпыуяьгбзчйжхшюцщэфъёқғңүұіәөһ",
        [
            "10.9",
            "8.0",
            "8.7",
            "7.4",
            "6.7",
            "6.3",
            "5.5",
            "4.3",
            "4.7",
            "4.5",
            "3.5",
            "3.2",
            "3.0",
            "2.8",
            "1.9",
            "2.6",
            "2.0",
            "1.7",
            "1.7",
            "1.6",
            "1.6",
            "1.4",
            "1.2",
            ".94",
            ".97",
            ".73",
            ".64",
            ".48",
            ".36",
            ".32",
            ".26",
            ".1",
            ".1",
            "1.8",
            "1.2",
            "1.4",
            ".9",
            ".9",
            "3.0",
            "2.0",
            ".7",
            ".1",
        ],
        strict=True,
    )
)
"""How often each letter stands in Russian, of a hundred (Kazakh letters: in Kazakh, halved)."""
_INNER_CAPITAL = re.compile(r"[а-яёә-өғ-ӯ][А-ЯЁӘҒҚҢӨҰҮҺІ]")
_MIXED = re.compile(r"[A-Za-z][А-яЁёҐ-ӹ]|[А-яЁёҐ-ӹ][A-Za-z]")


@cache
def _weights() -> dict[str, float]:
    weights = {letter: float(share) for letter, share in _OFTEN.items()}
    return weights | {letter.upper(): share * 0.8 for letter, share in weights.items()}


def score(data: bytes, encoding: str) -> float:
    """How much like Russian or Kazakh the high bytes read in this encoding; 5 to 7 where they are.

    The mean frequency of the letters, less what real text does not have: capitals within words,
    words that mix alphabets, signs of the box-drawing kind.
    """
    try:
        text = data[:_SAMPLE].decode(encoding, "replace")
    except LookupError:
        return -1.0
    high = [char for char in text if char > "\x7f"]
    if not high:
        return 0.0
    weights = _weights()
    total = sum(weights.get(char, 0.5 if char in "«»—–№„“”…’\u00a0" else -8.0) for char in high)
    odd = len(_INNER_CAPITAL.findall(text)) + 2 * len(_MIXED.findall(text))
    return (total - 10 * odd) / len(high)


def _by_letters(data: bytes) -> str | None:
    """The Cyrillic encoding in which the letters are as frequent as they are; None if in none."""
    best = max(_CYRILLIC_CODECS, key=lambda name: score(data, name))
    return best if score(data, best) > 2.0 else None


def _guessed(data: bytes) -> str:
    """The guess of charset-normalizer, for the rest of the world."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise BadEncoding("the bytes are text in no encoding that can be told: save it as UTF-8")
    return best.encoding
