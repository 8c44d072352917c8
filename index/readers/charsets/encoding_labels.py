"""The names of encodings as pages, servers and mails write them, as the Encoding Standard of WHATWG reads them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EncodingLabels:
    """A codec of Python, and the names by which the standard means it, or what is the same and more."""

    codec: str
    labels: str


STANDARD = (
    EncodingLabels(
        "utf-8",
        "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8"
        # A page that can be read so far as to say these names is in none of them.
        " utf-16 utf-16le utf-16be unicode unicodefeff unicodefffe ucs-2 iso-10646-ucs-2 csunicode utf-32 utf-7",
    ),
    EncodingLabels("cp866", "866 cp866 csibm866 ibm866"),
    EncodingLabels(
        "iso8859_2", "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2"
    ),
    EncodingLabels(
        "iso8859_3", "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3"
    ),
    EncodingLabels(
        "iso8859_4", "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4"
    ),
    EncodingLabels(
        "iso8859_5",
        "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988",
    ),
    EncodingLabels(
        "iso8859_6",
        "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e iso-8859-6-i"
        " iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987",
    ),
    EncodingLabels(
        "iso8859_7",
        "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 iso_8859-7"
        " iso_8859-7:1987 sun_eu_greek",
    ),
    EncodingLabels(
        "iso8859_8",
        "csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8"
        " iso_8859-8:1988 visual csiso88598i iso-8859-8-i logical",
    ),
    EncodingLabels("iso8859_10", "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6"),
    EncodingLabels("iso8859_13", "iso-8859-13 iso8859-13 iso885913"),
    EncodingLabels("iso8859_14", "iso-8859-14 iso8859-14 iso885914"),
    EncodingLabels("iso8859_15", "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9 latin9 latin-9"),
    EncodingLabels("iso8859_16", "iso-8859-16"),
    EncodingLabels("koi8_u", "cskoi8r koi koi8 koi8-r koi8_r koi8-ru koi8-u"),
    EncodingLabels("mac_roman", "csmacintosh mac macintosh x-mac-roman macroman"),
    EncodingLabels("cp874", "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 tis620 windows-874 cp874"),
    EncodingLabels("cp1250", "cp1250 windows-1250 x-cp1250"),
    EncodingLabels("cp1251", "cp1251 windows-1251 x-cp1251 win-1251"),
    EncodingLabels(
        "cp1252",
        "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1"
        " iso_8859-1:1987 l1 latin1 latin-1 us-ascii windows-1252 x-cp1252 x-user-defined",
    ),
    EncodingLabels("cp1253", "cp1253 windows-1253 x-cp1253"),
    EncodingLabels(
        "cp1254",
        "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5"
        " windows-1254 x-cp1254",
    ),
    EncodingLabels("cp1255", "cp1255 windows-1255 x-cp1255"),
    EncodingLabels("cp1256", "cp1256 windows-1256 x-cp1256"),
    EncodingLabels("cp1257", "cp1257 windows-1257 x-cp1257"),
    EncodingLabels("cp1258", "cp1258 windows-1258 x-cp1258"),
    EncodingLabels("mac_cyrillic", "x-mac-cyrillic x-mac-ukrainian mac-cyrillic maccyrillic"),
    EncodingLabels(
        "gb18030",
        "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk gb18030 cp936 ms936"
        " windows-936 euc-cn x-euc-cn",
    ),
    EncodingLabels("big5hkscs", "big5 big5-hkscs cn-big5 csbig5 x-x-big5 cp950 windows-950 big5hkscs"),
    EncodingLabels("euc_jp", "cseucpkdfmtjapanese euc-jp x-euc-jp eucjp"),
    EncodingLabels("iso2022_jp", "csiso2022jp iso-2022-jp iso-2022-jp-1 iso-2022-jp-2 iso-2022-jp-3 iso-2022-jp-ms"),
    EncodingLabels("cp932", "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis cp932"),
    EncodingLabels(
        "cp949",
        "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949"
        " cp949 uhc ks_c_5601",
    ),
)
"""https://encoding.spec.whatwg.org/#names-and-labels, and a few names that mails have."""

OTHERS = (
    EncodingLabels("cp437", "cp437 ibm437 437 dos-us"),
    EncodingLabels("cp737", "cp737 ibm737"),
    EncodingLabels("cp775", "cp775 ibm775"),
    EncodingLabels("cp850", "cp850 ibm850 850"),
    EncodingLabels("cp852", "cp852 ibm852 852"),
    EncodingLabels("cp855", "cp855 ibm855 855"),
    EncodingLabels("cp857", "cp857 ibm857 857"),
    EncodingLabels("cp858", "cp858 ibm00858"),
    EncodingLabels("cp862", "cp862 ibm862 862"),
    EncodingLabels("cp864", "cp864 ibm864"),
    EncodingLabels("cp869", "cp869 ibm869"),
    EncodingLabels("mac_latin2", "x-mac-ce maccentraleurope x-mac-centraleurroman"),
    EncodingLabels("mac_greek", "x-mac-greek"),
    EncodingLabels("mac_turkish", "x-mac-turkish"),
    EncodingLabels("iso2022_kr", "iso-2022-kr csiso2022kr"),
    EncodingLabels("iso2022_cn", "iso-2022-cn iso-2022-cn-ext"),
    EncodingLabels("hz", "hz-gb-2312 hz"),
    EncodingLabels("johab", "johab x-johab cp1361"),
)
"""What browsers do not read, and older texts and mails are in; iso2022_cn is no codec of Python's."""

CODECS = {label: row.codec for row in (*OTHERS, *STANDARD) for label in row.labels.split()}
SHOWN = {
    "cp932": "Shift JIS",
    "cp949": "EUC-KR",
    "gb18030": "GB 18030",
    "big5hkscs": "Big5",
    "euc_jp": "EUC-JP",
    "koi8_u": "KOI8",
    "mac_roman": "Mac Roman",
    "mac_cyrillic": "Mac Cyrillic",
    "mac_latin2": "Mac Central European",
    "mac_greek": "Mac Greek",
    "mac_turkish": "Mac Turkish",
    "hz": "HZ",
}
"""What people call codecs whose own name does not tell."""


def codec_called(label: str) -> str | None:
    """The codec that a page, a server or a mail means by this name; None for a name that nobody knows."""
    name = label.strip().strip("\"'").lower()
    return CODECS.get(name) or CODECS.get(name.replace("_", "-"))


def shown_name(codec: str) -> str:
    """The name of a codec for people: cp1250 is Windows-1250, cp866 is DOS 866."""
    if codec in SHOWN:
        return SHOWN[codec]
    if codec.startswith("cp125"):
        return f"Windows-{codec[2:]}"
    if codec.startswith("cp"):
        return f"DOS {codec[2:]}" if codec != "cp874" else "Windows-874"
    return codec.replace("iso8859_", "ISO-8859-").replace("iso2022_", "ISO-2022-").upper()
