"""Bytes to text: UTF-8, UTF-16 and Windows-1252, and nothing that would only come out garbled."""

import codecs
import re

from analysis.corpus.refusals import Refused

MAGIC = {
    b"%PDF": "PDF",
    b"PK\x03\x04": "ZIP, as Word, EPUB and LibreOffice files are",
    b"\x89PNG": "PNG image",
    b"\xff\xd8\xff": "JPEG image",
    b"GIF8": "GIF image",
    b"\x1f\x8b": "gzip",
    b"\xd0\xcf\x11\xe0": "old Word or Excel",
    b"PAR1": "Parquet",
    b"SQLite format 3": "SQLite",
    b"{\\rtf": "RTF",
}
MAX_CONTROLS = 0.01  # share of control characters above which a text is none
MAX_FOREIGN = 0.3  # share of letters beyond ASCII above which Windows-1252 is not believed
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_HIGH_LETTER = re.compile(r"[\x80-\uffff]")
_LETTER = re.compile(r"[^\W\d_]")


def decode(data: bytes) -> str:
    """The text of a file's bytes, without byte order mark.

    UTF-8 first, UTF-16 by its mark or its zero bytes, else Windows-1252. Raises Refused for binary data, for UTF-8 with
    broken bytes, and for what would be a text only by accident (older encodings of other scripts).
    """
    for magic, name in MAGIC.items():
        if data.startswith(magic):
            raise Refused(f"binary: {name}")
    text = _decode_utf16(data)
    if text is None:
        text = _decode_bytewise(data)
    controls = len(_CONTROL.findall(text))
    if "\x00" in text or controls > max(2, MAX_CONTROLS * len(text)):
        raise Refused("binary: control characters, not text")
    return text


def _decode_utf16(data: bytes) -> str | None:
    """The text where the bytes are UTF-16, by mark or by the zero bytes of Latin letters; else None."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise Refused("undecodable: UTF-32; save the file as UTF-8")
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    encoding = "utf-16" if marked else _unmarked_utf16(data[:4000])
    if encoding is None:
        return None
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refused(f"undecodable: broken UTF-16 at byte {error.start}") from None


def _unmarked_utf16(start: bytes) -> str | None:
    pairs = len(start) // 2
    if not pairs:
        return None
    even, odd = start[::2].count(0) / pairs, start[1::2].count(0) / pairs
    if odd > 0.7 and even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 and odd < 0.1 else None


def _decode_bytewise(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = error.start
    lenient = data.decode("utf-8-sig", errors="replace")
    broken = lenient.count("\ufffd")
    if len(_HIGH_LETTER.findall(lenient)) - broken >= broken:
        raise Refused(f"undecodable: UTF-8 with a broken byte at {place}; save the file as UTF-8 again")
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise Refused("undecodable: neither UTF-8, UTF-16 nor Windows-1252; save the file as UTF-8") from None
    letters = _LETTER.findall(text)
    if _CONTROL.search(text) is None and sum(letter > "\x7f" for letter in letters) > MAX_FOREIGN * len(letters):
        raise Refused("undecodable: bytes of an older encoding that is not Windows-1252; save the file as UTF-8")
    return text
