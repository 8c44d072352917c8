"""Texts, pages and mails in the encodings that they name, or that their bytes show."""

import codecs
import io
import re
from base64 import b64encode
from unicodedata import normalize

import pytest

from index.article import RoughArticle
from index.errors import Unreadable
from index.readers.archives.warc import read_warc
from index.readers.charsets.double_encoding import mended
from index.readers.charsets.encoding_labels import OTHERS, STANDARD, EncodingLabels, codec_called, shown_name
from index.readers.encodings import decoded, decoded_text, is_east_asian_utf16, text_lines
from index.readers.mime.mail import read_mail
from index.readers.pages.feed import read_feed
from index.readers.pages.html import decoded_page, read_html
from index.readers.source import FileSource
from tests.made_files import read, source
from tests.test_code_pages import SENTENCES, plain

MORE_THAN_LABELLED = [
    ("gb2312", "gb18030", "镕基与喆说，港口的费用太高。"),
    ("gbk", "gb18030", "㐀字在标准里。"),
    ("iso-8859-1", "cp1252", "“We won’t – not now,” she said… for €5."),
    ("us-ascii", "cp1252", "It’s “over”."),
    ("latin1", "cp1252", "Œuvre – “à suivre”"),
    ("iso-8859-9", "cp1254", "“İşçiler” – dedi"),
    ("shift_jis", "cp932", "①番の㈱髙島屋"),
    ("x-sjis", "cp932", "～の－①"),
    ("euc-kr", "cp949", "펲시와 뷁 항구"),
    ("ks_c_5601-1987", "cp949", "똠방각하"),
    ("big5", "big5hkscs", "喺香港嘅碼頭"),
    ("tis-620", "cp874", "“ท่าเรือ” – ข่าว"),
    ("koi8-r", "koi8_u", "Київ і Ґанок"),
    ("iso-8859-8-i", "iso8859_8", "שלום לעיר"),
    ("windows-1257", "cp1257", "Ūdens līmenis"),
]


@pytest.mark.parametrize(("label", "codec", "text"), MORE_THAN_LABELLED, ids=[row[0] for row in MORE_THAN_LABELLED])
def test_a_label_means_what_the_encoding_standard_says(label: str, codec: str, text: str) -> None:
    html = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={label}"></head><p>{text}</p>'
    assert decoded_page(html.encode(codec)).text == html
    assert decoded_page(f"<p>{text}</p>".encode(codec), label.upper()).text == f"<p>{text}</p>"


def raw(text: str, added: bytes) -> bytes:
    """The text in EUC-JP with letters in its middle that Python's codec does not have."""
    half = len(text) // 2
    return text[:half].encode("euc_jp") + added + text[half:].encode("euc_jp")


def test_japanese_letters_of_nec_and_windows_are_read_wherever_they_stand() -> None:
    text = "市議会は値上げを決めた"
    data = raw(text, b"\xad\xa1\xad\xea")  # ① and ㈱ of row 13
    assert decoded(data, "euc-jp") == "市議会は値①㈱上げを決めた"
    escaped = b"\x1b$B" + bytes(byte & 0x7F for byte in data) + b"\x1b(B"
    assert decoded(escaped) == "市議会は値①㈱上げを決めた"


def test_big5_has_the_letters_of_hong_kong_and_of_windows() -> None:
    text = "喺度食飯嘅人唔少"
    data = text.encode("big5hkscs") + b"\xa3\xe1" + "五".encode("big5hkscs")
    assert decoded(data, "big5") == f"{text}€五"


SEVEN_BITS = [("iso2022_jp", "Japanese"), ("iso2022_jp_2", "Japanese"), ("iso2022_kr", "Korean"), ("hz", "Chinese")]


@pytest.mark.parametrize(("codec", "language"), SEVEN_BITS)
def test_text_of_seven_bits_is_read(codec: str, language: str) -> None:
    text = f"{SENTENCES[language]}\nTalks (2nd day) ~ go on.\n{SENTENCES[language]}\n"
    data = text.encode(codec)
    assert max(data) < 0x80
    assert decoded(data) == text
    (page,) = [decoded_page(b"<p>" + data + b"</p>", codec.replace("iso2022_", "iso-2022-").replace("_2", "-2")).text]
    assert page == f"<p>{text}</p>"


def test_chinese_of_seven_bits_is_read() -> None:
    words = "港口费用".encode("gb2312")
    data = b"\x1b$)A Fee: \x0e" + bytes(byte & 0x7F for byte in words) + b"\x0f, again."
    assert decoded(data) == " Fee: 港口费用, again."


def test_a_broken_escape_costs_only_its_letter() -> None:
    data = "港湾料金".encode("iso2022_jp") + b"\x1b$B\x7f\x20\x1b(B and on\n" + "控訴".encode("iso2022_jp")
    text = decoded(data)
    assert text.startswith("港湾料金")
    assert text.endswith("and on\n控訴")


@pytest.mark.parametrize(
    ("declaration", "codec", "text"),
    [
        ('<?xml version="1.0" encoding="iso-8859-2"?>', "iso8859_2", "Źródła mówią o żegludze"),
        ("<?xml version='1.0' encoding='windows-1254' standalone='yes'?>", "cp1254", "İskele şimdi kapandı"),
        ('<?xml version="1.0" encoding="Shift_JIS"?>', "cp932", "①港湾"),
        ('<meta charset="windows-1250">', "cp1250", "Źródła mówią"),
    ],
)
def test_a_page_is_read_as_it_declares_itself(declaration: str, codec: str, text: str) -> None:
    prose = f"{text}, {text}, {text}. " * 6
    html = f"{declaration}<html><head><title>{text}</title></head><body><article><p>{prose}</p></article></body></html>"
    (article,) = read(read_html, html.encode(codec))
    assert isinstance(article, RoughArticle)
    assert article.title == text
    assert text in article.text


def test_a_page_that_can_be_read_so_far_as_to_say_utf_16_is_not_in_it() -> None:
    prose = "The ferries wait for the caf\xe9 to open, and nobody is in a hurry at this time of the year. " * 4
    html = f'<html><head><meta charset="utf-16"><title>Ferries</title></head><body><p>{prose}</p></body></html>'
    (article,) = read(read_html, html.encode("latin-1"))
    assert isinstance(article, RoughArticle)
    assert "the café to open" in article.text


@pytest.mark.parametrize("label", ["", "utf-99", "zip", "punycode", "undefined", "unicode_escape", "rot13", "a" * 40])
def test_a_name_that_nobody_knows_means_nothing(label: str) -> None:
    assert codec_called(label) is None
    assert decoded("Żółć i źródło mówią".encode("cp1250"), label) == "Żółć i źródło mówią"


def test_a_name_that_cannot_be_right_is_not_believed() -> None:
    text = SENTENCES["Russian"]
    assert decoded(text.encode("cp1251"), "euc-jp") == text
    assert decoded(text.encode("utf-8"), "windows-1251") == text
    assert decoded(text.encode("utf-8") + b"\xff", "windows-1251") == text + "\ufffd"


@pytest.mark.parametrize("row", [*STANDARD, *OTHERS], ids=lambda row: row.codec)
def test_each_label_is_of_a_codec(row: EncodingLabels) -> None:
    assert row.codec == "iso2022_cn" or codecs.lookup(row.codec)
    for label in row.labels.split():
        assert codec_called(f" {label.upper()} ") == row.codec
    assert shown_name(row.codec)


WARC = [("Russian", "windows-1251"), ("Polish", "iso-8859-2"), ("Turkish", "iso-8859-9"), ("Japanese", "euc-jp")]


@pytest.mark.parametrize(("language", "label"), WARC)
def test_a_page_of_a_web_archive_is_read_as_the_server_said(language: str, label: str) -> None:
    prose = f"{plain(SENTENCES[language], label)} " * 3
    page = f"<html><head><title>T</title></head><body><article><p>{prose}</p></article></body></html>".encode(label)
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; Charset='%s'\r\n\r\n" % label.encode() + page
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Length: {len(http)}\r\n"
    kind = "Content-Type: application/http; msgtype=response\r\nWARC-Date: 2020-01-01T00:00:00Z\r\n"
    record = f"{head}WARC-Record-ID: <urn:uuid:1>\r\n{kind}\r\n".encode() + http + b"\r\n\r\n"
    (found,) = read_warc(source(record))
    assert isinstance(found, FileSource)
    assert found.charset == label
    (article,) = read_html(found)
    assert article.text.startswith(prose[:40])


MAILS = [
    ("iso-8859-1", "cp1252", "“We won’t,” she said – twice."),
    ("gb2312", "gb18030", "镕基说，费用太高。"),
    ("iso-2022-jp", "iso2022_jp", "港湾料金の改定"),
    ("ks_c_5601-1987", "cp949", "펲시 부두 요금"),
    ("koi8-r", "koi8_r", "Новый сбор введён"),
]


@pytest.mark.parametrize(("label", "codec", "text"), MAILS, ids=[row[0] for row in MAILS])
def test_a_mail_is_read_as_the_encoding_standard_says(label: str, codec: str, text: str) -> None:
    data = text.encode(codec)
    subject = f"=?{label}?B?{b64encode(data).decode()}?="
    head = f"From: {subject} <news@a.example>\nSubject: {subject}\nContent-Type: text/plain; charset={label}\n\n"
    (article,) = read(read_mail, head.encode() + data + b"\n")
    assert isinstance(article, RoughArticle)
    assert (article.text.strip(), article.title) == (text, text)


def test_bare_bytes_in_the_header_of_a_mail_are_read() -> None:
    for codec in ("utf-8", "cp1251"):
        data = "Subject: Новый портовый сбор введён\n\nТекст.\n".encode(codec)
        (article,) = read(read_mail, data)
        assert isinstance(article, RoughArticle)
        assert article.title == "Новый портовый сбор введён"


@pytest.mark.parametrize(("label", "codec"), [("gb2312", "gb18030"), ("iso-8859-1", "cp1252"), ("utf-8", "utf-8")])
def test_a_feed_is_read_as_the_encoding_standard_says(label: str, codec: str) -> None:
    text = "镕基" if codec == "gb18030" else "“won’t” – no"
    items = f"<item><title>{text}</title><description>{text}</description></item>"
    data = f'<?xml version="1.0" encoding="{label}"?><rss version="2.0"><channel>{items}</channel></rss>'.encode(codec)
    (article,) = read(read_feed, data)
    assert isinstance(article, RoughArticle)
    assert article.title == text


DOUBLED = [
    "“It’s closed,” she said – for €5 a café",
    "Žádný problém, říká",
    "Зеленский сказал",
    "会議は続く",
    "It’s 5 😀 o’clock",
]


@pytest.mark.parametrize("text", DOUBLED)
def test_text_that_was_encoded_twice_is_mended(text: str) -> None:
    twice = "".join(
        chr(byte) if byte in b"\x81\x8d\x8f\x90\x9d" else bytes([byte]).decode("cp1252") for byte in text.encode()
    )
    assert twice != text
    assert mended(twice) == text
    assert decoded(twice.encode()) == text
    assert mended(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Ein „Ã“ steht dort.",
        "Naïve — Â£5, sagte er über „Größe“ für Fußgänger",
        "Âge, Ça, Ñu",
        "ÀÉÎÕÜ",
        "“Ã©” is “é”, “â€™” is “’”: “ü” “ß”",
    ],
)
def test_text_that_only_looks_so_is_left_alone(text: str) -> None:
    assert mended(text) == text


def test_what_is_in_doubt_is_told() -> None:
    assert decoded_text(b"Talks go on.").doubt is None
    assert decoded_text(SENTENCES["Polish"].encode("iso8859_2")).doubt is None
    assert decoded_text(SENTENCES["Polish"].encode("iso8859_2"), "iso-8859-2").doubt is None
    doubtful = decoded_text("Talks in \xb1\xb3 go on.".encode("latin-1")).doubt
    assert doubtful is not None
    assert doubtful.startswith("read as ")


@pytest.mark.parametrize(
    ("codec", "language"), [("cp866", "Russian"), ("iso2022_jp", "Japanese"), ("iso8859_2", "Polish")]
)
def test_a_long_text_is_read_line_by_line_in_the_same_encoding(codec: str, language: str) -> None:
    text = (SENTENCES[language] + "\n") * 3
    assert "".join(text_lines(io.BytesIO(text.encode(codec)))) == text


def test_the_tones_of_vietnamese_are_one_with_their_letters() -> None:
    text = "Cây cầu cũ đã đóng, ông Trần nói; lũ trẻ phải đi phà."
    # A tone stands behind its letter: “à” is “a” and U+0300.
    apart = normalize(
        "NFC", re.sub("([\u0300\u0301\u0303\u0309\u0323])", "\N{ZERO WIDTH SPACE}\\1", normalize("NFD", text))
    )
    apart = apart.replace("\N{ZERO WIDTH SPACE}", "")
    assert apart != text
    assert decoded(apart.encode("cp1258"), "windows-1258") == text


def test_other_files_with_nul_bytes_are_no_text_of_east_asia() -> None:
    noise = b"\0".join(bytes((7 * n * n + 31 * n + start) % 255 + 1 for n in range(400)) for start in range(5))
    with pytest.raises(Unreadable, match="not text"):
        decoded(noise)
    assert not any(is_east_asian_utf16(noise, order) for order in ("utf-16-le", "utf-16-be"))
    assert not is_east_asian_utf16("一二三\n".encode("utf-16-le"), "utf-16-le")
