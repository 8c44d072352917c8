"""The text of bytes in an encoding that is known, with letters that makers of computers added to it."""

import re
from unicodedata import normalize

from index.readers.charsets.iso_2022 import decoded_escapes, decoded_euc_jp

ESCAPED = frozenset({"iso2022_jp", "iso2022_kr", "iso2022_cn", "hz"})


def decoded_as(data: bytes, codec: str) -> str:
    """The text of these bytes; replacement characters stand for what the encoding does not have."""
    if codec in ESCAPED:
        return decoded_escapes(data, codec)
    if codec == "euc_jp":
        return decoded_euc_jp(data)
    if codec == "big5hkscs":
        return decoded_big5(data)
    text = data.decode(codec, "replace")
    return normalize("NFC", text) if codec == "cp1258" else text  # whose tones stand behind their letters


BIG5_PAIR = re.compile(rb"[\x81-\xfe][\x40-\x7e\xa1-\xfe]|[\x80-\xff]")


def decoded_big5(data: bytes) -> str:
    """The text of these bytes in Big5, with the letters of Hong Kong and those of Windows."""
    try:
        return data.decode("big5hkscs")
    except UnicodeDecodeError:
        pass
    pieces: list[str] = []
    place = 0
    for pair in BIG5_PAIR.finditer(data):
        pieces.append(data[place : pair.start()].decode("ascii"))
        text = pair[0].decode("big5hkscs", "replace")
        pieces.append(pair[0].decode("cp950", "replace") if "\ufffd" in text else text)
        place = pair.end()
    pieces.append(data[place:].decode("ascii"))
    return "".join(pieces)
