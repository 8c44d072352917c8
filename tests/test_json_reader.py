"""JSON and JSON Lines: one article, many, or the answer of a web service."""

import json
import tracemalloc
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.article import Published, RoughArticle
from index.errors import Unreadable
from index.lexicon.record_fields import FIELD_NAMES, FieldNames, normal
from index.readers.fields import field_map, rough_article
from index.readers.records.json import read_json, read_json_lines
from index.readers.records.json_lists import JsonText, elements
from index.readers.source import NO_FIELDS, Reader
from tests.made_files import BODY, read

FIRST = "The council met until midnight and then voted by raised hands."
NOVEMBER_11 = date(2022, 11, 11)
STAMP = "2022-11-11T10:53:00+02:00"
PUBLISHED = Published(NOVEMBER_11, NOVEMBER_11, "day", "stated", STAMP)


def found(data: str | bytes, reader: Reader = read_json) -> list[RoughArticle | str]:
    """What is in this JSON."""
    return read(reader, data.encode() if isinstance(data, str) else data)


SERVICES = [
    {"title": "T", "content": "B", "publishedAt": STAMP, "source": {"id": "cnn", "name": "CNN"}, "author": "Jane Doe"},
    {"webTitle": "T", "webPublicationDate": STAMP, "fields": {"bodyText": "B", "byline": "Jane Doe"}, "source": "CNN"},
    {"headline": {"main": "T"}, "body": ["B"], "pub_date": STAMP, "byline": {"original": "Jane Doe"}, "source": "CNN"},
    {
        "title": {"rendered": "T"},
        "content": {"rendered": "<p>B</p>"},
        "date": STAMP,
        "author": "Jane Doe",
        "site": "CNN",
    },
    {
        "@type": "NewsArticle",
        "headline": "T",
        "articleBody": "B",
        "datePublished": STAMP,
        "author": [{"@type": "Person", "name": "Jane Doe"}],
        "publisher": {"@type": "Organization", "name": "CNN"},
    },
    {"Title": "T", "Full Text": "B", "Publication Date": STAMP, "Publication": "CNN", "Authors": ["Jane Doe"]},
    {"_source": {"title": "T", "text": "B", "date": {"$date": STAMP}, "domain": "CNN", "authors": "Jane Doe"}},
]


@pytest.mark.parametrize("article", SERVICES)
def test_it_knows_the_fields_of(article: dict[str, object]) -> None:
    expected = RoughArticle("B", title="T", published=PUBLISHED, source="CNN", author="Jane Doe")
    assert found(json.dumps(article)) == [expected]


WRAPPINGS = [
    "[{0}]",
    '{{"articles": [{0}], "status": "ok"}}',
    '{{"response": {{"docs": [{0}], "n": [1]}}}}',
    "{0}\n{0}",
]


@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_it_finds_the_articles_in_an_answer(wrapping: str) -> None:
    articles = found(wrapping.format('{"title": "T", "body": "B"}'))
    assert articles[0] == RoughArticle("B", title="T", record=1)


ANSWERS: list[tuple[str, object]] = [
    ("NewsAPI", {"articles": [{"source": {"id": None, "name": "The Example"}, "title": "Talks go on - The Example",
                               "url": "https://example.org/a", "content": f"{FIRST}… [+1,234 chars]"}]}),
    ("Bing", {"value": [{"name": "Talks go on", "url": "https://example.org/a", "description": FIRST,
                         "provider": [{"_type": "Organization", "name": "The Example"}]}]}),
    ("LexisNexis", {"value": [{"Title": "Talks go on", "Source": {"Id": "x", "Name": "The Example"},
                               "Document": {"Content": f"<entry><bodyText><p>{FIRST}</p></bodyText></entry>"}}]}),
    ("trafilatura", {"title": "Talks go on", "text": FIRST, "source": "https://example.org/a",
                     "source-hostname": "The Example", "hostname": "example.org"}),
    ("Ghost", {"db": [{"meta": {"version": "5"}, "data": {"posts": [
        {"title": "Talks go on", "html": f"<p>{FIRST}</p>", "plaintext": FIRST, "source": "The Example"}]}}]}),
    ("GraphQL", {"data": {"articles": {"edges": [
        {"cursor": "x", "node": {"title": "Talks go on", "body": FIRST, "outlet": "The Example"}}]}}}),
    ("JSON Feed", {"version": "https://jsonfeed.org/version/1.1", "title": "The Example", "items": [
        {"title": "Talks go on", "content_text": FIRST, "url": "https://example.org/a"}]}),
    ("Zotero", [{"data": {"title": "Talks go on", "abstractNote": FIRST, "publicationTitle": "The Example",
                          "creators": [{"creatorType": "author", "firstName": "Jane", "lastName": "Doe"}]}}]),
]  # fmt: skip


@pytest.mark.parametrize(("service", "answer"), ANSWERS, ids=[name for name, _ in ANSWERS])
def test_it_reads_the_answer_of(service: str, answer: object) -> None:
    (article,) = read(read_json, json.dumps(answer).encode())
    assert isinstance(article, RoughArticle)
    assert (article.title, article.text, article.source) == ("Talks go on", FIRST, "The Example")
    assert article.author == ("Jane Doe" if service == "Zotero" else None)


def test_it_is_not_misled_by_lists_in_an_article() -> None:
    article = {"body": "B", "related": [{"title": "Another"}], "comments": [{"text": "first!"}]}
    assert found(json.dumps(article)) == [RoughArticle("B")]


def test_it_reads_html_in_a_field_as_text() -> None:
    html = "<p>The caf&eacute; is <b>closed</b>.</p><script>x()</script><p>It rained.<br>A lot.</p>"
    assert found(json.dumps({"body": html})) == [RoughArticle("The café is closed.\nIt rained.\nA lot.")]


@pytest.mark.parametrize("name", ["published at", "Published_At", "publishedAt", "PUBLISHED-AT"])
def test_it_knows_a_field_in_any_spelling(name: str) -> None:
    assert rough_article({"title": "T", name: STAMP}, NO_FIELDS, None).published == PUBLISHED


def test_of_several_summaries_the_longest_is_the_text() -> None:
    record = {"abstract": "They met.", "lead_paragraph": "They met in Geneva on Friday.", "snippet": "They met in"}
    assert rough_article(record, NO_FIELDS, None).text == record["lead_paragraph"]


def test_a_label_before_the_author_is_no_part_of_the_name() -> None:
    assert rough_article({"text": "T", "byline": "By Ada Quill"}, NO_FIELDS, None).author == "Ada Quill"
    assert rough_article({"text": "T", "byline": "Byron Quill"}, NO_FIELDS, None).author == "Byron Quill"


def test_no_name_is_known_for_two_things() -> None:
    meant = {(name, field) for own in FIELD_NAMES for field, names in own.names.items() for name in names}
    assert len(meant) == len({name for name, _ in meant})
    assert all(name == normal(name) for name, _ in meant)


@pytest.mark.parametrize("own", FIELD_NAMES, ids=lambda own: own.language)
def test_each_language_has_names_of_its_own(own: FieldNames) -> None:
    others = {name for other in FIELD_NAMES if other is not own for names in other.names.values() for name in names}
    for field in ("title", "body", "published", "source", "url"):
        assert set(own.names[field]) - others, field


@pytest.mark.parametrize(
    ("title", "text", "day", "outlet"),
    [
        ("Titel", "Text", "Datum", "Quelle"),
        ("Überschrift", "Volltext", "Erschienen am", "Zeitung"),
        ("Titre", "Texte", "Date de publication", "Journal"),
        ("Título", "Contenido", "Fecha de publicación", "Periódico"),
        ("Título", "Conteúdo", "Data de publicação", "Veículo"),
        ("Tytuł", "Treść", "Data publikacji", "Źródło"),
        ("Заголовок", "Полный текст", "Дата публикации", "Источник"),
        ("العنوان", "النص", "تاريخ النشر", "المصدر"),
        ("标题", "正文", "发布时间", "来源"),
        ("見出し", "本文", "掲載日", "媒体名"),
        ("제목", "본문", "게시일", "언론사"),
        ("Başlık", "Metin", "Tarih", "Kaynak"),
        ("Naslov", "Sadržaj", "Datum objave", "Izvor"),
        ("Заглавие", "Съдържание", "Дата на публикуване", "Източник"),
        ("หัวข้อข่าว", "เนื้อหา", "วันที่", "แหล่งข่าว"),
        ("Tiêu đề", "Nội dung", "Ngày đăng", "Nguồn"),
    ],
)
def test_it_knows_fields_in_other_languages(title: str, text: str, day: str, outlet: str) -> None:
    record = {title: "Talks go on", text: BODY, day: STAMP, outlet: "The Example"}
    found = RoughArticle(BODY, title="Talks go on", published=PUBLISHED, source="The Example")
    assert rough_article(record, NO_FIELDS, None) == found


def test_it_tells_an_empty_text_from_a_field_that_it_does_not_know() -> None:
    with pytest.raises(Unreadable, match=r"the text is empty \(field: Content\), and so is the title"):
        rough_article({"Content": " ", "title": None, "id": 7}, NO_FIELDS, None)
    with pytest.raises(Unreadable, match=r"no field that holds a text \(fields: words, id\)"):
        rough_article({"words": BODY, "id": 7}, NO_FIELDS, None)
    with pytest.raises(Unreadable, match=r"the text is empty \(field: words\)"):
        rough_article({"words": ""}, {"body": "words"}, None)


def test_it_reads_the_fields_that_the_user_names() -> None:
    record = {"title": "T", "text": "a summary", "data": {"story.text": "B"}, "story": {"text": "B"}}
    fields = field_map(("body=story.text",))
    assert rough_article(record, fields, None) == RoughArticle("B", title="T")


HEADLINE_ALONE = RoughArticle(
    "", title="T", record=1, doubts=("no field that holds a text: only the headline is read",)
)
BROKEN = [
    ('[{"title": "T"}, 3, {"t": 1}]', ["entry 2: not an object with fields"]),
    ('[{"title": "T"} {"title": "U"}]', ["stops: not JSON (a comma is missing)"]),
    ('[{"title": "T"}', ["stops: not JSON (the list breaks off)"]),
    ('[{"title": "T"}, {"title": "U', ["stops: not JSON (unterminated string starting at)"]),
    ('[{"title": "T"}, {"a": ' + '{"a":' * 100_000, ["stops: nested too deeply"]),
]


@pytest.mark.parametrize(("data", "whys"), BROKEN)
def test_it_keeps_the_articles_before_what_is_broken(data: str, whys: list[str]) -> None:
    first, *rest = found(data)
    assert first == HEADLINE_ALONE
    assert rest[: len(whys)] == whys


NONE = [
    ("3", "stops: no articles in this JSON"),
    ("{}", "stops: no field that holds a text (fields: none): name it with  --map body=NAME"),
    ('{"a": NaN}', "stops: no field that holds a text (fields: a): name it with  --map body=NAME"),
    ("hello", "stops: not JSON (expecting value)"),
    ("9" * 5000, "stops: no articles in this JSON"),
]


@pytest.mark.parametrize(("data", "why"), NONE)
def test_it_says_why_there_is_no_article(data: str, why: str) -> None:
    assert found(data) == [why]


@pytest.mark.parametrize("odd", ["9" * 100_000, "-" + "9" * 5000, "1e999", "NaN", "-Infinity"])
def test_an_odd_number_costs_no_article_and_is_no_text(odd: str) -> None:
    article = RoughArticle("S", title="T", record=1)
    line = f'{{"title": "T", "body": {odd}, "summary": "S", "date": {odd}}}'
    assert read(read_json_lines, line.encode()) == read(read_json, f"[{line}]".encode()) == [article]


def test_it_names_the_lines_that_are_no_articles() -> None:
    lines = ['{"title": "T"}', "", "oops", "[1]", '{"a": ' + "[" * 100_000, '{"x": 1}', '{"body": "\\ud800B"}']
    assert found("\n".join(lines), read_json_lines) == [
        HEADLINE_ALONE,
        "line 3: not JSON (expecting value)",
        "line 4: not an object with fields",
        "line 5: nested too deeply",
        "line 6: no field that holds a text (fields: x): name it with  --map body=NAME",
        RoughArticle("B", record=7),
    ]


def test_it_passes_over_an_endless_line_and_reads_on() -> None:
    data = b'{"text": "T"}\n{"text": "' + b"x" * 40_000_000 + b'"}\n{"text": "U"}'
    assert found(data, read_json_lines) == [
        RoughArticle("T", record=1),
        "line 2: longer than 32 MiB",
        RoughArticle("U", record=3),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_it_reads_lines_in_other_encodings(encoding: str) -> None:
    data = ('{"text": "café"}\n' * 2).encode(encoding)
    assert found(data, read_json_lines) == [RoughArticle("café", record=n) for n in (1, 2)]


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@settings(deadline=None)  # the machine may be busy, and the first time imports libraries
@given(st.lists(values), st.integers(1, 50), st.sampled_from([None, 1]))
def test_reading_a_list_in_pieces_is_reading_it_whole(items: list[object], size: int, indent: int | None) -> None:
    text = json.dumps(items, indent=indent)
    pieces = (text[start : start + size] for start in range(0, len(text), size))
    assert list(elements(JsonText(pieces, 1000))) == items


@settings(deadline=None)  # the machine may be busy, and the first time imports libraries
@given(st.binary(max_size=200) | st.text(alphabet='[]{}",:1a \n', max_size=60).map(str.encode))
def test_any_bytes_are_articles_or_are_refused(data: bytes) -> None:
    for reader in (read_json, read_json_lines):
        for each in found(data, reader):
            assert isinstance(each, str) or each.text or each.title


def test_memory_does_not_grow_with_a_list() -> None:
    def pieces() -> Iterator[str]:
        yield "["
        for number in range(20_000):
            yield json.dumps({"title": f"T{number}", "body": "word " * 200}) + ","
        yield "{}]"

    tracemalloc.start()
    count = sum(1 for _ in elements(JsonText(pieces(), 10**7)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 20_001
    assert peak < 4_000_000


def test_what_an_archive_notes_of_a_page_is_no_article() -> None:
    notes = {"timestamp": "1709633472.0", "url": "https://example.org/talks", "title": "Talks go on", "history": {}}
    assert found(json.dumps(notes)) == ["stops: what an archive notes of a page that it has saved, and not that page"]
