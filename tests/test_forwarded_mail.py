"""Mails that carry an article: in the part with the most words, attached, or forwarded in the text."""

import email.policy
from datetime import date
from email.message import EmailMessage
from html import escape

import pytest

from index.article import RoughArticle
from index.readers.mime.forwarded import HEADER_NAMES, LINE, HeaderName, forwarded_in
from index.readers.mime.mail import read_apple_mail, read_mail
from index.readers.mime.mbox import read_mbox
from index.readers.mime.senders import Sender, sender_of
from index.readers.source import FileSource
from tests.made_files import read, source

PARAGRAPHS = (
    "The glassworks of Ulmen will light its third furnace again in spring, its owner Berit Stahl said on the yard.",
    "Eleven glassblowers were taken on, four of them from the works that closed on the other bank last autumn.",
    "Whether the gas contract is renewed decides the regional council, which meets behind closed doors in March.",
)
TEXT = "\n\n".join(PARAGRAPHS)
PAPER = "Glasgow Lantern <desk@lantern.example>"
MAY_14 = date(2020, 5, 14)


def mail_with(text: str, subject: str = "Fwd: Third furnace", sender: str = "Ada Quill <ada@example.org>") -> bytes:
    """A mail of two years later with this text."""
    message = EmailMessage()
    message["From"], message["Subject"] = sender, subject
    message["Date"] = "Mon, 04 Jul 2022 09:00:00 +0000"
    message.set_content(text)
    return message.as_bytes()


FORWARDS = {
    "Gmail": f"""---------- Forwarded message ---------
From: {PAPER}
Date: Thu, May 14, 2020 at 7:05 AM
Subject: Third furnace
To: <ada@example.org>


{TEXT}""",
    "Outlook": f"""Worth reading.

-----Original Message-----
From: Glasgow Lantern [mailto:desk@lantern.example]
Sent: Thursday, May 14, 2020 7:05 AM
To: Quill, Ada
Subject: Third furnace

{TEXT}""",
    "Outlook with a rule": f"""________________________________
From: {PAPER}
Sent: Thursday, May 14, 2020 7:05:11 AM
To: ada@example.org <ada@example.org>
Subject: Third furnace

{TEXT}""",
    "Apple": "Begin forwarded message:\n\n"
    + "\n".join(
        f"> {line}".rstrip()
        for line in f"From: {PAPER}\nSubject: Third furnace\nDate: 14 May 2020 at 07:05:11 BST\n"
        f"To: ada@example.org\n\n{TEXT}".split("\n")
    ),
    "Thunderbird": f"""


-------- Forwarded Message --------
Subject: \tThird furnace
Date: \tThu, 14 May 2020 07:05:11 +0100
From: \t{PAPER}
To: \tada@example.org



{TEXT}""",
    "German": f"""Zur Ablage

-----Ursprüngliche Nachricht-----
Von: {PAPER}
Gesendet: Donnerstag, 14. Mai 2020 07:05
An: Ada Quill
Betreff: Third furnace

{TEXT}""",
    "French": f"""Début du message réexpédié :

De : {PAPER}
Objet : Third furnace
Date : 14 mai 2020 à 07:05:11 UTC+2
À : ada@example.org

{TEXT}""",
    "Spanish": f"""---------- Forwarded message ---------
De: {PAPER}
Date: jue, 14 may 2020 a las 7:05
Subject: Third furnace
To: <ada@example.org>

{TEXT}""",
    "Italian": f"""-------- Messaggio Inoltrato --------
Oggetto: Third furnace
Data: Thu, 14 May 2020 07:05:11 +0200
Mittente: {PAPER}
A: ada@example.org

{TEXT}""",
    "Dutch": f"""Begin doorgestuurd bericht:

Van: {PAPER}
Onderwerp: Third furnace
Datum: 14 mei 2020 om 07:05:11 CEST
Aan: ada@example.org

{TEXT}""",
    "Portuguese": f"""De: {PAPER}
Enviada em: quinta-feira, 14 de maio de 2020 07:05
Para: Ada Quill
Assunto: Third furnace

{TEXT}""",
    "Russian": f"""-------- Пересылаемое сообщение --------
От: {PAPER}
Дата: 14 мая 2020 г., 07:05
Тема: Third furnace
Кому: ada@example.org

{TEXT}""",
    "Japanese": f"""差出人: {PAPER}
日時: 2020年5月14日 7:05
宛先: ada@example.org
件名: Third furnace

{TEXT}""",
    "Chinese": f"""发件人： {PAPER}
发送时间： 2020年5月14日 7:05
收件人： ada@example.org
主题： Third furnace

{TEXT}""",
    "Croatian": f"""Šalje: {PAPER}
Poslano: četvrtak, 14. svibnja 2020. 07:05
Prima: Ada Quill
Predmet: Third furnace

{TEXT}""",
    "Catalan": f"""De: {PAPER}
Enviat: dijous, 14 de maig de 2020 07:05
Per a: Ada Quill
Tema: Third furnace

{TEXT}""",
    "Arabic": f"""من: {PAPER}
تم الإرسال: الخميس، 14 مايو 2020 07:05
إلى: Ada Quill
الموضوع: Third furnace

{TEXT}""",
    "Yahoo in one line": f"   ----- Forwarded Message ----- From: {PAPER}To: Ada <ada@example.org>"
    f"Sent: Thursday, May 14, 2020 at 07:05:11 AM GMT+1Subject: Third furnace\n\n{TEXT}",
    "in bold": f"""*From:* {PAPER}
*Sent:* Thursday, May 14, 2020 7:05 AM
*To:* ada@example.org
*Subject:* Third furnace

{TEXT}""",
    "twice": f"""---------- Forwarded message ---------
From: Bo Ling <bo@example.net>
Date: Fri, Jul 1, 2022 at 8:00 AM
Subject: Fwd: Third furnace
To: <ada@example.org>

you asked for this

---------- Forwarded message ---------
From: {PAPER}
Date: Thu, May 14, 2020 at 7:05 AM
Subject: Third furnace
To: <bo@example.net>

{TEXT}""",
}


@pytest.mark.parametrize("text", FORWARDS.values(), ids=FORWARDS)
def test_a_forwarded_mail_is_of_the_day_and_the_outlet_that_sent_it(text: str) -> None:
    (article,) = read(read_mail, mail_with(text))
    assert isinstance(article, RoughArticle)
    assert article.published is not None
    assert (article.published.first, article.published.last) == (MAY_14, MAY_14)
    assert (article.title, article.source, article.author) == ("Third furnace", "Glasgow Lantern", None)
    assert article.text.strip() == TEXT


@pytest.mark.parametrize("text", FORWARDS.values(), ids=FORWARDS)
def test_a_forwarded_mail_in_html_is_read_likewise(text: str) -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "Ada Quill <ada@example.org>", "FW: Third furnace"
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n\n", "<p>").replace("\n", "<br>")
    message.set_content(f"<html><body><div>{escaped}</div></body></html>", subtype="html")
    (article,) = read(read_mail, message.as_bytes())
    assert isinstance(article, RoughArticle)
    assert article.published is not None
    assert (article.published.first, article.source) == (MAY_14, "Glasgow Lantern")
    assert " ".join(article.text.split()) == " ".join(TEXT.split())


@pytest.mark.parametrize(
    ("sender", "day"),
    [
        ("От", "чт, 14 мая 2020 г. в 07:05"),
        ("Від", "чт, 14 трав. 2020 р. о 07:05"),
        ("Lähettäjä", "to 14. toukok. 2020 klo 7.05"),
        ("Feladó", "2020. máj. 14., Cs, 7:05"),
        ("Từ", "Th 5, 14 thg 5, 2020 vào lúc 07:05"),
        ("จาก", "พฤ. 14 พ.ค. 2020 เวลา 07:05"),
        ("از", "پنجشنبه ۱۴ مهٔ ۲۰۲۰، ۷:۰۵"),
        ("از", "پنجشنبه ۲۵ اردیبهشت ۱۳۹۹"),
        ("Od", "čt 14. 5. 2020 v 7:05"),
        ("Gönderen", "14 May 2020 Per, 07:05"),
        ("보낸사람", "2020년 5월 14일 (목) 오전 7:05"),
    ],
)
def test_a_day_is_read_as_mail_programs_shorten_it(sender: str, day: str) -> None:
    text = f"---------- Forwarded message ---------\n{sender}: {PAPER}\nDate: {day}\nSubject: Third furnace\n\n{TEXT}"
    (article,) = read(read_mail, mail_with(text))
    assert isinstance(article, RoughArticle)
    assert article.published is not None
    assert (article.published.first, article.source) == (MAY_14, "Glasgow Lantern")


def test_headers_in_a_table_are_read_to_the_last() -> None:
    rows = {"Subject": "Third furnace", "Date": "Thu, 14 May 2020 07:05:00 GMT", "From": PAPER, "To": "bo@example.net"}
    table = "".join(f"<tr><th>{name}: </th><td>{escape(value)}</td></tr>" for name, value in rows.items())
    message = EmailMessage()
    message["From"], message["Subject"] = "Ada Quill <ada@example.org>", "Fwd: Third furnace"
    message.set_content(f"<p>-------- Forwarded Message --------<table>{table}</table>{PAGE}", subtype="html")
    (article,) = read(read_mail, message.as_bytes())
    assert isinstance(article, RoughArticle)
    assert (article.title, article.source) == ("Third furnace", "Glasgow Lantern")
    assert article.text.split("\n")[0] == PARAGRAPHS[0]


def test_what_answers_another_mail_is_what_was_written() -> None:
    answer = f"{TEXT}\n\n-----Original Message-----\nFrom: Bo Ling\nSent: May 1, 2020\nSubject: Furnace\n\n{TEXT}"
    assert forwarded_in(answer) is None
    (article,) = read(read_mail, mail_with(answer, "Re: Furnace"))
    assert isinstance(article, RoughArticle)
    assert (article.author, article.published is not None and article.published.first) == (
        "Ada Quill",
        date(2022, 7, 4),
    )


def test_a_text_with_a_list_of_labels_forwards_nothing() -> None:
    assert forwarded_in(f"From: the harbour\nTo: the lighthouse\n\n{TEXT}") is None
    assert forwarded_in(f"Date: 14 May 2020\nSubject: glass\n\n{TEXT}") is None
    assert forwarded_in("\n" * 200_000 + TEXT) is None


@pytest.mark.parametrize("row", HEADER_NAMES, ids=lambda row: row.field)
def test_each_header_is_read_in_all_its_languages(row: HeaderName) -> None:
    for name in row.names.split("|"):
        found = LINE.fullmatch(f"{name.upper()}: 14")
        assert found is not None, name
        assert found["value"] == "14"
    assert LINE.fullmatch(row.example)


def with_both(plain: str, html: str) -> bytes:
    """A mail that says one thing as text and one as a page."""
    message = EmailMessage()
    message["Subject"], message["From"] = "Lantern briefing", PAPER
    message.set_content(plain)
    message.add_alternative(html, subtype="html")
    return message.as_bytes()


PAGE = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)


@pytest.mark.parametrize(
    "stub",
    ["Your mail program cannot show this.", "View it online: https://lantern.example/1", "Bitte HTML einschalten."],
)
def test_a_mail_whose_text_only_says_that_it_is_a_page_is_read_as_the_page(stub: str) -> None:
    (article,) = read(read_mail, with_both(stub, PAGE))
    assert isinstance(article, RoughArticle)
    assert article.text == "\n".join(PARAGRAPHS)


def test_a_mail_whose_text_says_as_much_as_its_page_is_read_as_the_text() -> None:
    (article,) = read(read_mail, with_both(TEXT, PAGE + "<p>Unsubscribe, or read this in a browser.</p>"))
    assert isinstance(article, RoughArticle)
    assert article.text == TEXT + "\n"


def attached(*inner: bytes, note: str = "for your files") -> bytes:
    """A mail with others attached to it."""
    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = "Ada Quill <ada@example.org>", "Fwd", "4 Jul 2022"
    message.set_content(note)
    for data in inner:
        message.add_attachment(email.message_from_bytes(data, policy=email.policy.default))
    return message.as_bytes()


def sent(subject: str, day: str, number: int) -> bytes:
    """A mail as an outlet sent it."""
    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = PAPER, subject, day
    message["Message-ID"] = f"<{number}@lantern.example>"
    message.set_content(TEXT)
    return message.as_bytes()


def test_an_attached_mail_is_the_article() -> None:
    (article,) = read(read_mail, attached(sent("Third furnace", "Thu, 14 May 2020 07:05:11 +0000", 1)))
    assert isinstance(article, RoughArticle)
    assert (article.title, article.source, article.record) == ("Third furnace", "Glasgow Lantern", None)
    assert article.published is not None
    assert article.published.first == MAY_14


def test_each_of_several_attached_mails_is_an_article_and_so_is_a_long_letter_around_them() -> None:
    mails = [sent("Third furnace", "14 May 2020", 1), sent("Fourth furnace", "15 May 2020", 2)]
    found = [each for each in read(read_mail, attached(*mails)) if isinstance(each, RoughArticle)]
    assert [(each.title, each.record, each.key) for each in found] == [
        ("Third furnace", 1, "<1@lantern.example>"),
        ("Fourth furnace", 2, "<2@lantern.example>"),
    ]
    found = [each for each in read(read_mail, attached(*mails, note=TEXT)) if isinstance(each, RoughArticle)]
    assert [each.author for each in found] == ["Ada Quill", None, None]


def test_mails_in_mails_end_somewhere() -> None:
    data = sent("Third furnace", "14 May 2020", 1)
    for _ in range(12):
        data = attached(data)
    assert len(read(read_mail, data)) == 1


def test_it_reads_a_mail_as_apple_mail_keeps_it() -> None:
    data = sent("Third furnace", "Thu, 14 May 2020 07:05:11 +0000", 1)
    plist = b'<?xml version="1.0"?>\n<plist><dict><key>flags</key><integer>1</integer></dict></plist>\n'
    (article,) = read(read_apple_mail, b"%d      \n" % len(data) + data + plist)
    assert isinstance(article, RoughArticle)
    assert (article.title, article.text.strip()) == ("Third furnace", TEXT)
    assert read(read_apple_mail, data) == ["stops: not a mail of Apple Mail"]


@pytest.mark.parametrize(
    ("day", "first"),
    [("Thu, 14 May 20 07:05:11 GMT", MAY_14), ("14 May 2020 23:30:00 -0700", MAY_14), ("14 Foo 20", None)],
)
def test_a_mail_is_of_the_day_in_its_header(day: str, first: date | None) -> None:
    (article,) = read(read_mail, f"Subject: T\nDate: {day}\n\nA text.\n".encode())
    assert isinstance(article, RoughArticle)
    assert (article.published.first if article.published else None) == first


@pytest.mark.parametrize(
    ("line", "sender"),
    [
        ("Glasgow Lantern <desk@lantern.example>", Sender("Glasgow Lantern", None)),
        ("The Lantern <x@mailer.example>", Sender("The Lantern", None)),
        ("Le Fanal <bonjour@poste.example>", Sender("Le Fanal", None)),
        ("Wendskt Dagblad <post@brev.example>", Sender("Wendskt Dagblad", None)),
        ("Wendska Dagbladet <post@brev.example>", Sender("Wendska Dagbladet", None)),
        ("Dagens Nyheter <post@brev.example>", Sender("Dagens Nyheter", None)),
        ("Wendener Abendzeitung <post@brief.example>", Sender("Wendener Abendzeitung", None)),
        ("Nordlicht Nachrichten", Sender("Nordlicht Nachrichten", None)),
        ("Völgyszava <olvaso@volgyszava.example>", Sender("Völgyszava", None)),
        ("Η Γέφυρα <desk@gefyra.example>", Sender("Η Γέφυρα", None)),
        ("ULMEN HEUTE <newsletter@verteiler.example>", Sender("ULMEN HEUTE", None)),
        ("Ada Quill <ada@example.org>", Sender(None, "Ada Quill")),
        ("Ada Quill <newsletter@mailer.example>", Sender(None, "Ada Quill")),
        ("Ana de Souza <ana@example.org>", Sender(None, "Ana de Souza")),
        ("Ada Quill <quill@quill.example>", Sender(None, "Ada Quill")),
        ("Peter Baker at The New York Times <nytdirect@nytimes.com>", Sender("The New York Times", "Peter Baker")),
        ('"CNN" <cnn@newsletters.cnn.com>', Sender("CNN", None)),
        ("Ada Quill from Furnace Notes <furnacenotes@substack.example>", Sender("Furnace Notes", "Ada Quill")),
        ("Ada Quill from Furnace Notes <ada@example.org>", Sender(None, "Ada Quill from Furnace Notes")),
        ("desk@lantern.example", Sender(None, None)),
        ("", Sender(None, None)),
    ],
)
def test_a_sender_is_an_outlet_or_a_person(line: str, sender: Sender) -> None:
    assert sender_of(line) == sender


def subjects(data: bytes) -> list[tuple[str | None, str]]:
    """The subjects and texts of the mails in a mailbox."""
    mails = [each for each in read_mbox(source(data)) if isinstance(each, FileSource)]
    found = [each for one in mails for each in read_mail(one) if isinstance(each, RoughArticle)]
    return [(each.title, each.text.strip()) for each in found]


@pytest.mark.parametrize(
    "line",
    [
        "From Ulmen, the boats leave at 10:30 on Monday 14 November 2022",
        "From 10:30 on Mon Nov 14 10:30:00 2022",
        "From:",
        "From",
        "From Ulmen",
    ],
)
def test_a_line_of_prose_divides_no_mails(line: str) -> None:
    text = f"Before it.\n\n{line}\nor not at all: nobody knows.\n\nAfter it."
    data = f"From a@b.example Thu May 14 07:05:11 2020\nSubject: One\n\n{text}\n".encode()
    assert subjects(data) == [("One", text)]


@pytest.mark.parametrize(
    "postmark",
    [
        "From a@b.example Thu May 14 07:05:11 2020",
        "From - Thu May 14 07:05:11 2020",
        "From a@b.example Thu May 14 07:05:11 2020 +0200",
        "From a@b.example Thu May 14 07:05:11 CEST 2020",
        "From a@b.example Thu, 14 May 2020 07:05:11 +0200",
        "From MAILER-DAEMON Thu May 14 07:05:11 2020\r",
        "From 1234567890@xxx Thu May 14 07:05:11 +0000 2020",
        "From a@b.example",
        "From ",
    ],
)
def test_each_way_to_begin_a_mail_in_a_mailbox_is_known(postmark: str) -> None:
    one, two = (f"{postmark}\nFrom: x@y.example\nSubject: {name}\n\nText of {name}.\n" for name in ("One", "Two"))
    assert subjects(f"{one}\n{two}".encode()) == [("One", "Text of One."), ("Two", "Text of Two.")]
