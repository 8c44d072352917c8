"""Mails, mailboxes, and pages saved as one file."""

import mailbox
from datetime import date
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.article import Published, RoughArticle
from index.readers.mime.mail import read_mail
from index.readers.mime.mbox import read_mbox
from index.readers.mime.mhtml import read_mhtml
from index.readers.source import FileSource
from tests.made_files import BODY, PARAGRAPHS, mail, mbox, page, read, source

NOVEMBER_11 = date(2022, 11, 11)
SENT = Published(NOVEMBER_11, NOVEMBER_11, "day", "stated", "Fri, 11 Nov 2022 10:53:00 +0200")


def test_it_reads_a_mail() -> None:
    assert read(read_mail, mail("Fwd: Re: Talks go on")) == [
        RoughArticle(BODY + "\n", title="Talks go on", published=SENT, author="Jane Doe")
    ]


def test_it_knows_an_outlet_that_sends() -> None:
    (article,) = read(read_mail, mail("Talks", sender="The New York Times <news@example.org>"))
    assert isinstance(article, RoughArticle)
    assert (article.source, article.author) == ("The New York Times", None)


def test_it_reads_plain_text_before_html_and_no_attachments() -> None:
    message = EmailMessage()
    message["Subject"] = "Grüße"
    message.set_content("The plain text.")
    message.add_alternative("<p>The page.</p>", subtype="html")
    message.add_attachment("A list.", filename="list.txt")
    assert read(read_mail, message.as_bytes()) == [RoughArticle("The plain text.\n", title="Grüße")]


def test_it_reads_html_where_there_is_no_plain_text() -> None:
    message = EmailMessage()
    message["Subject"] = "T"
    message.set_content("<html><style>p {}</style><p>One.</p><p>Caf&eacute;.</p>", subtype="html", charset="iso-8859-1")
    assert read(read_mail, message.as_bytes()) == [RoughArticle("One.\nCafé.", title="T")]


@pytest.mark.parametrize("hidden", ['style="display:none;max-height:0"', 'style="font-size:0px"', "hidden"])
def test_what_the_page_of_a_mail_hides_is_not_read(hidden: str) -> None:
    message = EmailMessage()
    message["Subject"] = "T"
    body = f"<div><span {hidden}>Before you open it</span><p>One.</p><p>Two is longer, and none of it hidden.</p></div>"
    message.set_content(f"<html><body>{body}</body></html>", subtype="html")
    assert read(read_mail, message.as_bytes()) == [
        RoughArticle("One.\nTwo is longer, and none of it hidden.", title="T")
    ]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"hello\n", "stops: not a mail"),
        (b"Subject: T\n\n", "stops: no text in this mail"),
        (b"Subject: T\nContent-Type: image/png\n\nabc", "stops: no text in this mail"),
    ],
)
def test_it_says_why_there_is_no_article(data: bytes, why: str) -> None:
    assert read(read_mail, data) == [why]


@settings(deadline=None)  # the machine may be busy, and the first time imports libraries
@given(st.binary(max_size=300) | st.text(alphabet='\n :;"<>@=?_,abFrom\0é', max_size=200).map(str.encode))
def test_any_mail_is_read_or_refused(data: bytes) -> None:
    for start in (b"", b"Subject: ", b"From: ", b"Date: ", b"Content-Type: multipart/mixed; boundary="):
        assert len(read(read_mail, start + data)) == 1


def mails_in(data: bytes) -> list[tuple[str | None, str]]:
    """The subjects and the texts of the mails in a mailbox."""
    rough = [each for found in read_mbox(source(data)) if isinstance(found, FileSource) for each in read_mail(found)]
    return [(each.title, each.text.strip()) for each in rough if isinstance(each, RoughArticle)]


def test_it_reads_a_mailbox_that_python_has_written(tmp_path: Path) -> None:
    body = "A text.\n\nFrom here on it goes on.\n"
    box = mailbox.mbox(tmp_path / "box")
    for subject in ("One", "Two"):
        box.add(mail(subject, body))
    box.close()
    assert mails_in((tmp_path / "box").read_bytes()) == [("One", body.strip()), ("Two", body.strip())]


def test_it_takes_no_line_of_a_mail_for_the_next_mail() -> None:
    data = b"From a@b.org Fri Nov 11 10:53:00 2022\nSubject: One\n\nFrom now on, it is 2022\n\n>From a friend\n"
    assert mails_in(data) == [("One", "From now on, it is 2022\n\nFrom a friend")]


def test_it_refuses_what_is_no_mailbox() -> None:
    assert read(read_mbox, b"hello\n") == ["stops: not a mailbox"]


def test_it_passes_over_an_endless_mail() -> None:
    data = mbox([mail("One"), b"Subject: Two\n\n" + b"x" * 40_000_000, mail("Three")])
    found = read(read_mbox, data)
    assert found[1] == "record 2: larger than 32 MiB"
    assert len(found) == 3


def test_it_reads_a_page_saved_as_one_file() -> None:
    message = MIMEMultipart("related")
    message["Snapshot-Content-Location"] = "https://example.org/talks"
    message["Subject"] = "Talks go on"
    message.attach(MIMEText(page("Talks go on – ü"), "html", "utf-8"))
    (article,) = read(read_mhtml, message.as_bytes())
    assert isinstance(article, RoughArticle)
    assert article.text.endswith(PARAGRAPHS[-1])
    assert (article.title, article.url) == ("Talks go on – ü", "https://example.org/talks")
    assert read(read_mhtml, mail("T")) == ["stops: no page in it"]
