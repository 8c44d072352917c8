"""Articles in markup that is made for them: NITF, NewsML, the SGML of old corpora, notes."""

from datetime import date

import pytest

from index.article import Published, RoughArticle
from index.readers.kinds import kind_of
from index.readers.markup.enex import read_enex
from index.readers.markup.news_sgml import read_news_sgml
from index.readers.markup.newsml import read_newsml
from index.readers.markup.nitf import read_nitf
from index.readers.source import Reader
from tests.made_files import PARAGRAPHS, read, source

TEXT = "\n".join(PARAGRAPHS)
MARKED = "".join(f"\n<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
DAY = date(2022, 11, 11)


def stated(evidence: str) -> Published:
    """The day of these tests, by these words."""
    return Published(DAY, DAY, "day", "stated", evidence)


NITF = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.3/specification/dtd/nitf-3-3.dtd">
<nitf version="3.3"><head><title>A title</title>
<docdata><doc-id id-string="n1"/><doc.copyright holder="Somebody"/></docdata>
<pubdata date.publication="20221111T105300+0200" ex-ref="https://example.org/talks" name="The Example"/></head>
<body><body.head><hedline><hl1>Talks
go on</hl1></hedline><byline class="print">By Jane Doe</byline>
<dateline><location>Geneva</location></dateline></body.head>
<body.content><block class="full_text">{MARKED}
<media><media-caption>Unseen</media-caption></media></block></body.content></body></nitf>"""

ITEM = f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:example.org:1" version="2">
<itemMeta><provider><name>The Example</name></provider><versionCreated>2022-11-13T09:00:00Z</versionCreated>
<firstCreated>2022-11-11T08:00:00Z</firstCreated></itemMeta>
<contentMeta><headline>Talks go on</headline><by>By Jane Doe</by><located qcode="city:gva"><name>Geneva</name></located>
</contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{MARKED}</body></html></inlineXML>
</contentSet></newsItem>"""
PICTURE = '<newsItem guid="p"><contentMeta><headline>A picture</headline></contentMeta></newsItem>'
ITEMS = f"{PICTURE}{ITEM}{ITEM.replace('Talks', 'More talks')}"
MESSAGE = f'<?xml version="1.0"?><newsMessage><itemSet>{ITEMS}</itemSet></newsMessage>'

NEWSML_1 = f"""<?xml version="1.0"?><NewsML><NewsItem><Identification><NewsIdentifier><NewsItemId>n1</NewsItemId>
</NewsIdentifier></Identification><NewsManagement><FirstCreated>20221111T105300+0000</FirstCreated></NewsManagement>
<NewsComponent><NewsLines>
<HeadLine>Talks go on</HeadLine><ByLine>Jane Doe</ByLine><DateLine>Geneva</DateLine></NewsLines>
<AdministrativeMetadata><Provider><Party FormalName="The Example"/></Provider></AdministrativeMetadata>
<ContentItem><DataContent><nitf><body><body.content>{MARKED}</body.content></body></nitf></DataContent></ContentItem>
</NewsComponent></NewsItem></NewsML>"""

RCV1 = f"""<?xml version="1.0" encoding="iso-8859-1" ?>
<newsitem itemid="n1" id="root" date="2022-11-11" xml:lang="en"><title>SWITZERLAND: Talks go on.</title>
<headline>Talks go on</headline><byline>Jane Doe</byline><dateline>Geneva 2022-11-11</dateline>
<text>{MARKED}</text><copyright>(c) Reuters Limited 2022</copyright></newsitem>"""

KNOWN = {"title": "Talks go on", "author": "Jane Doe", "place": "Geneva"}
EXAMPLES: list[tuple[str, Reader, str, RoughArticle]] = [
    (
        "NITF",
        read_nitf,
        NITF,
        RoughArticle(
            TEXT,
            published=stated("2022-11-11T10:53+0200"),
            source="The Example",
            url="https://example.org/talks",
            key="n1",
            **KNOWN,  # type: ignore[arg-type]
        ),
    ),
    (
        "NewsML",
        read_newsml,
        ITEM,
        RoughArticle(
            TEXT,
            published=stated("2022-11-11T08:00:00Z"),
            source="The Example",
            key="urn:newsml:example.org:1",
            **KNOWN,  # type: ignore[arg-type]
        ),
    ),
    (
        "NewsML",
        read_newsml,
        NEWSML_1,
        RoughArticle(TEXT, published=stated("2022-11-11T10:53+0000"), source="The Example", key="n1", **KNOWN),  # type: ignore[arg-type]
    ),
    (
        "NITF",
        read_nitf,
        RCV1,
        RoughArticle(
            TEXT,
            published=stated("2022-11-11"),
            source="Reuters",
            key="n1",
            **{**KNOWN, "place": "Geneva 2022-11-11"},  # type: ignore[arg-type]
        ),
    ),
]


@pytest.mark.parametrize(("kind", "reader", "text", "article"), EXAMPLES, ids=["nitf", "g2", "newsml 1", "rcv1"])
def test_it_reads_what_agencies_send(kind: str, reader: Reader, text: str, article: RoughArticle) -> None:
    assert kind_of(source(text.encode(), "item.xml")).name == kind
    assert kind_of(source(text.encode(), "item")).name == kind
    assert read(reader, text.encode()) == [article]


def test_it_reads_every_item_with_a_text_of_a_message() -> None:
    found = read(read_newsml, MESSAGE.encode())
    assert [(each.title, each.record) for each in found if isinstance(each, RoughArticle)] == [
        ("Talks go on", 2),
        ("More talks go on", 3),
    ]


def test_named_characters_of_html_are_read_and_no_other_entities() -> None:
    text = NITF.replace("Talks\ngo on", "Talks &mdash; &eacute;&amp; on&nope;").replace(
        '"http://www.nitf.org/IPTC/NITF/3.3/specification/dtd/nitf-3-3.dtd"', '"x" [<!ENTITY nope "laughs">]'
    )
    (found,) = read(read_nitf, text.encode())
    assert isinstance(found, RoughArticle)
    assert found.title == "Talks — é& on&nope;"


@pytest.mark.parametrize(
    ("reader", "data", "why"),
    [
        (read_nitf, b"<a/>", "stops: not an NITF document, or a damaged one"),
        (read_nitf, b"", "stops: empty file"),
        (read_nitf, b"<nitf><body/></nitf>", "entry 1: neither a text nor a title in it"),
        (read_nitf, b"words", "stops: not an NITF document, or a damaged one"),
        (read_newsml, PICTURE.encode(), "stops: no article in it"),
        (read_nitf, b"<nitf>" + b"<p>" * 2_100_000, "stops: more than 2,000,000 elements"),
        (read_enex, b"words", "stops: not an export of notes, or a damaged one"),
        (read_news_sgml, b"<a>words</a>", "stops: no news in this SGML"),
        (read_news_sgml, b"<DOC>\n<DOCNO> 1 </DOCNO>\n</DOC>", "document 1: neither a text nor a title in it"),
    ],
)
def test_it_says_why_markup_holds_no_article(reader: Reader, data: bytes, why: str) -> None:
    assert read(reader, data) == [why]


REUTERS = f"""<!DOCTYPE lewis SYSTEM "lewis.dtd">
<REUTERS TOPICS="YES" LEWISSPLIT="TRAIN" NEWID="7">
<DATE>11-NOV-2022 15:01:01.79</DATE><TOPICS><D>talks</D></TOPICS>
<TEXT>&#2;<TITLE>TALKS &lt;ABC> GO ON</TITLE><AUTHOR>    By Jane Doe, Reuters</AUTHOR>
<DATELINE>    GENEVA, Nov 11 - </DATELINE><BODY>{TEXT}
 Reuter
&#3;</BODY></TEXT>
</REUTERS>
<REUTERS NEWID="8"><DATE>11-NOV-2022</DATE><TEXT TYPE="BRIEF">
<TITLE>MORE TALKS</TITLE>
In brief, they go on.
</TEXT></REUTERS>"""
TREC = f"""<DOC>
<DOCNO> LA111122-0001 </DOCNO><DATE><P>November 11, 2022, Friday, Home Edition </P></DATE>
<HEADLINE><P>Talks go on</P></HEADLINE><BYLINE><P>By JANE DOE</P></BYLINE><TEXT>{MARKED}</TEXT>
</DOC>
<DOC id="AFP_ENG_20221111.0007" type="story">
<HEADLINE>
More talks
</HEADLINE><DATELINE>GENEVA, Nov 11 (AFP)</DATELINE><TEXT>{MARKED}</TEXT>
</DOC>"""


def test_it_reads_the_reuters_collection() -> None:
    first, second = read(read_news_sgml, REUTERS.encode())
    assert kind_of(source(REUTERS.encode(), "reut2-000.sgm")).name == "news in SGML"
    assert isinstance(first, RoughArticle)
    assert isinstance(second, RoughArticle)
    known = (first.title, first.source, first.author, first.place, first.key, first.record)
    assert known == ("TALKS <ABC> GO ON", "Reuters", "Jane Doe, Reuters", "GENEVA", "7", 1)
    assert first.published == stated("11-NOV-2022")
    assert first.text.split() == [*TEXT.split(), "Reuter"]
    assert (second.title, second.text, second.key) == ("MORE TALKS", "In brief, they go on.", "8")


def test_it_reads_the_documents_of_trec_and_gigaword() -> None:
    first, second = read(read_news_sgml, TREC.encode())
    assert isinstance(first, RoughArticle)
    assert isinstance(second, RoughArticle)
    assert (first.title, first.author, first.key) == ("Talks go on", "JANE DOE", "LA111122-0001")
    assert first.published == stated("November 11, 2022")
    assert [line for line in first.text.split("\n") if line] == list(PARAGRAPHS)
    assert (second.title, second.place, second.key) == ("More talks", "GENEVA", "AFP_ENG_20221111.0007")
    assert second.published is not None
    assert (second.published.first, second.published.how) == (DAY, "filename")


NOTES = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE en-export SYSTEM "http://xml.evernote.com/pub/evernote-export4.dtd">
<en-export export-date="20240305T101112Z"><note><title>Talks go on</title><created>20240305T101112Z</created>
<note-attributes><author>Jane Doe</author><source-url>https://example.org/talks</source-url></note-attributes>
<content><![CDATA[<?xml version="1.0"?><!DOCTYPE en-note SYSTEM "x.dtd"><en-note>{MARKED}</en-note>]]></content>
<resource><data encoding="base64">{"QUJD" * 3_000_000}</data></resource></note>
<note><title>Empty</title><content></content></note></en-export>"""


def test_it_reads_notes_and_believes_no_day_of_clipping() -> None:
    assert kind_of(source(NOTES.encode(), "notes.xml")).name == "notes"
    assert read(read_enex, NOTES.encode()) == [
        RoughArticle(TEXT, title="Talks go on", author="Jane Doe", url="https://example.org/talks", record=1),
        "note 2: no text in it (Empty)",
    ]
