"""Texts of seven bits that change between alphabets by escapes, and Japanese letters beyond the standard.

ISO-2022-JP and EUC-JP have the letters of JIS X 0208; Windows and NEC added ①, ㈱ and 髙, which Python's codecs refuse
there and know in Shift JIS. The letters lie in the same order in all three.
"""

import re

ESCAPE = re.compile(rb"\x1b(?:\$\([ABCD@]|\$[@AB]|\([ABHIJ]|\$\)[ACEG]|\$\*H|\.[AF])|[\x0e\x0f]")
JAPANESE = re.compile(rb"\x1b\$(?:[@B]|\([@BD])[\x21-\x7e]{2}|\x1b\(I[\x21-\x5f]")
KOREAN = re.compile(rb"\x1b\$\)C")
CHINESE = re.compile(rb"\x1b\$\)A")
HZ = re.compile(rb"~\{(?:[\x21-\x77][\x21-\x7e])+~\}")
HZ_MARK = re.compile(HZ.pattern + rb"|~[~\n]")
TWO_BYTES = re.compile(rb"\x1b\$(?:[@B]|\([@B])")
BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
SUPPLEMENT, HALF_WIDTH = b"\x1b$(D", b"\x1b(I"


def escaped_codec(sample: bytes) -> str | None:
    """The encoding of seven bits in which a text is; None where it is in none."""
    if JAPANESE.search(sample):
        return "iso2022_jp"
    if b"\x0e" in sample and KOREAN.search(sample):
        return "iso2022_kr"
    if b"\x0e" in sample and CHINESE.search(sample):
        return "iso2022_cn"
    return "hz" if HZ.search(sample) and not BEYOND_ASCII.search(sample) else None


def decoded_escapes(data: bytes, codec: str) -> str:
    """The text of these bytes in an encoding of seven bits; replacement characters stand for what it has not."""
    if codec == "hz":
        return HZ_MARK.sub(of_hz, data).decode("gb18030", "replace")
    if codec in {"iso2022_kr", "iso2022_cn"}:
        return shifted(data).decode("cp949" if codec == "iso2022_kr" else "gb18030", "replace")
    pieces: list[str] = []
    place, mode = 0, b""
    for escape in [*ESCAPE.finditer(data), None]:
        piece = data[place : escape.start() if escape else len(data)]
        pieces.append(decoded_piece(piece, mode))
        if escape:
            place, mode = escape.end(), escape[0]
    return "".join(pieces)


def decoded_piece(piece: bytes, mode: bytes) -> str:
    """The text of a piece after an escape."""
    if TWO_BYTES.fullmatch(mode):
        # A line ends where it ends, whatever alphabet it is in.
        return "\n".join(shift_jis(line).decode("cp932", "replace") for line in piece.split(b"\n"))
    if mode == SUPPLEMENT:
        pairs = (piece[at : at + 2] for at in range(0, len(piece), 2))
        return b"".join(b"\x8f" + high(pair) for pair in pairs).decode("euc_jp", "replace")
    return (high(piece) if mode == HALF_WIDTH else piece).decode("cp932", "replace")


def of_hz(found: re.Match[bytes]) -> bytes:
    """What stands between the marks of HZ in eight bits, and the sign that was written twice once (RFC 1843)."""
    if len(found[0]) > 2:
        return high(found[0][2:-2])
    return b"~" if found[0] == b"~~" else b""


def high(piece: bytes) -> bytes:
    """The bytes with the highest bit set, as EUC has them."""
    return bytes(byte | 0x80 for byte in piece)


def shifted(data: bytes) -> bytes:
    """The bytes without escapes, those between shift out and shift in with the highest bit set."""
    pieces = re.split(rb"(?:\x1b\$\)[ACG])|([\x0e\x0f])", data)
    is_out, whole = False, bytearray()
    for piece in pieces:
        if piece in {b"\x0e", b"\x0f"}:
            is_out = piece == b"\x0e"
        elif piece:
            whole += bytes(byte | 0x80 if byte > 0x20 else byte for byte in piece) if is_out else piece
    return bytes(whole)


def shift_jis(pairs: bytes) -> bytes:
    """Pairs of JIS X 0208, each from 0x21 to 0x7E, as Shift JIS."""
    whole = bytearray()
    for at in range(0, len(pairs) - 1, 2):
        row, cell = pairs[at] - 0x21, pairs[at + 1] - 0x21
        if not (0 <= row < 94 and 0 <= cell < 94):
            whole += pairs[at : at + 2]
            continue
        whole.append(row // 2 + (0x81 if row < 62 else 0xC1))
        whole.append(cell + 0x9F if row % 2 else cell + (0x40 if cell < 63 else 0x41))
    return bytes(whole)


PAIRS = re.compile(rb"(?:[\xa1-\xfe]{2})+")


def decoded_euc_jp(data: bytes) -> str:
    """The text of these bytes in EUC-JP, with the letters that makers added."""
    try:
        return data.decode("euc_jp")
    except UnicodeDecodeError:
        pass
    pieces: list[str] = []
    place = 0
    for found in PAIRS.finditer(data):
        pieces.append(data[place : found.start()].decode("euc_jp", "replace"))
        pieces.append(shift_jis(bytes(byte & 0x7F for byte in found[0])).decode("cp932", "replace"))
        place = found.end()
    pieces.append(data[place:].decode("euc_jp", "replace"))
    return "".join(pieces)
