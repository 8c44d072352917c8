"""From one file to its articles."""

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import Article, Published, Removed, RoughArticle, Skipped
from index.errors import Unreadable
from index.ingest.article_assembly import article_id, article_of
from index.ingest.extract import articles_in
from index.ingest.walk import path_name
from index.languages.identification import language_of

PROSE = "The talks in Geneva went on for a third day, officials said, and nobody who took part would say when they end."
NOVEMBER_11 = date(2022, 11, 11)


def read(folder: Path, text: str) -> Article:
    """The one article of a file with this text."""
    path = folder / "article.txt"
    path.write_text(text, encoding="utf-8")
    (article,) = articles_in(path)
    assert isinstance(article, Article)
    return article


def expected(folder: Path, title: str, body: str, **known: object) -> Article:
    """An article with this title and body in that file, and what else is known; in the language that is told of it."""
    path = str(folder / "article.txt")
    values: dict[str, object] = {"title_is_stated": True, "language": language_of(title, body), **known}
    return Article(article_id(path), path, title, body=body, **values)  # type: ignore[arg-type]


def day_stated(evidence: str) -> Published:
    """11 November 2022, as these words state it."""
    return Published(NOVEMBER_11, NOVEMBER_11, "day", "stated", evidence)


def test_it_reads_agency_copy(tmp_path: Path) -> None:
    opening = "GENEVA, Nov. 11, 2022 (Reuters) -"
    text = f"Talks go on for a third day\n\n{opening} {PROSE}\n\nThey began on Nov. 9.\n"
    assert read(tmp_path, text) == expected(
        tmp_path,
        "Talks go on for a third day",
        f"{PROSE}\n\nThey began on Nov. 9.",
        source="Reuters",
        place="Geneva",
        published=day_stated(opening),
        removed=(Removed(opening, "dateline"),),
    )


def test_it_reads_a_byline_under_a_headline(tmp_path: Path) -> None:
    text = f"Are the talks over?\nBy Jane Doe and John Roe, BBC News\nPublished: 11 November 2022\n\n{PROSE}"
    assert read(tmp_path, text) == expected(
        tmp_path,
        "Are the talks over?",
        PROSE,
        source="BBC",
        author="Jane Doe and John Roe",
        published=day_stated("Published: 11 November 2022"),
        removed=(
            Removed("By Jane Doe and John Roe, BBC News", "byline"),
            Removed("Published: 11 November 2022", "date line"),
        ),
    )


def test_it_reads_a_byline_with_a_date(tmp_path: Path) -> None:
    line = "By Jane Doe | Nov. 11, 2022"
    assert read(tmp_path, f"Talks go on\n{line}\n{PROSE}") == expected(
        tmp_path,
        "Talks go on",
        PROSE,
        author="Jane Doe",
        published=day_stated(line),
        removed=(Removed(line, "date line"),),
    )


def test_it_reads_a_blog(tmp_path: Path) -> None:
    text = (
        "What the talks mean\nPosted by admin on 11 November 2022\nCategoriesThe NYT reports that talks go on.\n"
        f"{PROSE}\nTags:\nShare this\nYou may also like: More talks\n"
    )
    assert read(tmp_path, text) == expected(
        tmp_path,
        "What the talks mean",
        f"The NYT reports that talks go on.\n\n{PROSE}",
        published=day_stated("Posted by admin on 11 November 2022"),
        cites=("The New York Times",),
        removed=(
            Removed("Posted by admin on 11 November 2022", "date line"),
            Removed("Categories", "glued label"),
            Removed("Tags:", "empty label"),
            Removed("Share this", "empty label"),
            Removed("You may also like: More talks", "teaser"),
        ),
    )


def test_it_reads_wrapped_text_in_another_encoding(tmp_path: Path) -> None:
    text = (
        "Talks go on in a café\r\n\r\n"
        "The talks in Geneva’s oldest café went on for a third day on Friday,\r\n"
        "officials said, and nobody who took part in them would say “yes” when\r\n"
        "they were asked whether they are going to end, or whether they believe\r\n"
        "that they will.\r\n\r\nPublished 11 Nov 2022\r\n"
    )
    path = tmp_path / "article.txt"
    path.write_bytes(text.encode("cp1252"))
    assert list(articles_in(path)) == [
        expected(
            tmp_path,
            "Talks go on in a café",
            "The talks in Geneva’s oldest café went on for a third day on Friday, officials said, and nobody who took "
            "part in them would say “yes” when they were asked whether they are going to end, or whether they believe "
            "that they will.",
            published=day_stated("Published 11 Nov 2022"),
            removed=(Removed("Published 11 Nov 2022", "date line"),),
        )
    ]


def test_it_makes_a_title_of_the_first_sentence(tmp_path: Path) -> None:
    title = "The talks in Geneva went on for a third day, officials said, and nobody who took part…"
    assert read(tmp_path, f"{PROSE} It rained.") == expected(
        tmp_path, title, f"{PROSE} It rained.", title_is_stated=False
    )


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("It rained. Then it stopped.", "It rained."),
        (f"{'a' * 85} {'b' * 10}.", f"{'a' * 85}…"),
        (f"{'a' * 90} b.", f"{'a' * 90}…"),
        (f"{'a' * 300}.", f"{'a' * 89}…"),
        (f"{'a' * 80}, {'b' * 20}.", f"{'a' * 80}…"),
        ("Gen. Milley met Mr. Biden. They talked.", "Gen. Milley met Mr. Biden."),
    ],
)
def test_it_cuts_a_title_between_words(tmp_path: Path, body: str, title: str) -> None:
    assert read(tmp_path, body) == expected(tmp_path, title, body, title_is_stated=False)


@pytest.mark.parametrize(
    "title", ["Talks go on", "Will they end?", "Talks open in the U.S.", "‘Seize it,’ he says", "停戦"]
)
def test_it_reads_a_headline_alone(tmp_path: Path, title: str) -> None:
    assert read(tmp_path, f"\n {title} \n") == expected(tmp_path, title, "")


def test_it_keeps_the_sentence_under_a_headline(tmp_path: Path) -> None:
    text = f"Talks go on\nA third day brings no end, but hope.\n11 Nov, 2022 10:53\n{PROSE}"
    assert read(tmp_path, text) == expected(
        tmp_path,
        "Talks go on",
        f"A third day brings no end, but hope.\n\n{PROSE}",
        published=day_stated("11 Nov, 2022 10:53"),
        removed=(Removed("11 Nov, 2022 10:53", "date line"),),
    )


def test_it_takes_no_date_from_prose(tmp_path: Path) -> None:
    text = f"Talks of 11 November 2022\n\nOn November 11, 2022, talks began.\n\n{PROSE}\n\nUpdated 12 Nov 2022"
    assert read(tmp_path, text) == expected(
        tmp_path,
        "Talks of 11 November 2022",
        f"On November 11, 2022, talks began.\n\n{PROSE}",
        removed=(Removed("Updated 12 Nov 2022", "date line"),),
    )


DATED = [
    ("Talks go on", "November 11, 2022", PROSE),
    ("Talks go on", "Another day brings no end.", "November 11, 2022", PROSE),
    ("Talks go on", "November 11, 2022", "Reuters", PROSE),
    ("Talks go on", "November 11, 2022", "By Ann Lee", PROSE),
    ("Talks go on", PROSE, "By Ann Lee", "November 11, 2022"),
    ("Talks go on", "Nov 11, 2022, 06:00am EST | 1,204 views", PROSE),
    ("Talks go on", PROSE, "Posted in News on 11 November 2022 by editor. 3 comments"),
    ("By Ann Lee | November 11, 2022", "Chronology", "24 February 2022", "A war.", "2 March 2022", "A siege."),
    ("Talks go on", "3 Comments", "Nov 11, 2022, 06:00am EST", PROSE, PROSE * 3),
]


@pytest.mark.parametrize("lines", DATED, ids=lambda lines: lines[1])
def test_it_reads_the_day(tmp_path: Path, lines: tuple[str, ...]) -> None:
    article = read(tmp_path, "\n\n".join(lines))
    assert article.published is not None
    assert (article.published.first, article.published.last) == (NOVEMBER_11, NOVEMBER_11)
    assert article.published.evidence in lines


UNDATED = [
    ("Talks go on", PROSE, "Comments", "Bob", "So sad.", "March 4, 2021 at 10:11 am"),
    ("Talks go on", PROSE, "Comments", "Bob", "March 4, 2021 at 10:11 am", "So sad."),
    ("Talks go on", PROSE, "2 comments", "Bob", "Posted by Bob Roe on March 4, 2021", "So sad."),
    ("The night the wall fell", "November 9, 1989", "That night nobody slept."),
    ("Timeline", "February 24, 2022", "Russia invades.", "March 2, 2022", "Kherson falls."),
    ("Jazz in the park", "The quartet plays at eight.", "12 May 2023"),
    ("Jazz in the park", PROSE, "12 May 2023"),
]


@pytest.mark.parametrize("lines", UNDATED, ids=lambda lines: lines[-2])
def test_it_makes_no_date_up(tmp_path: Path, lines: tuple[str, ...]) -> None:
    article = read(tmp_path, "\n\n".join(lines))
    assert (article.published, article.author, article.source) == (None, None, None)


def test_it_takes_the_address_from_its_label(tmp_path: Path) -> None:
    line = "URL: https://example.org/talks?page=1"
    assert read(tmp_path, f"Talks go on\n{PROSE}\n{line}") == expected(
        tmp_path,
        "Talks go on",
        PROSE,
        source="example.org",
        url="https://example.org/talks?page=1",
        removed=(Removed(line, "address"),),
    )


def test_an_outlet_alone_is_the_source_and_no_title(tmp_path: Path) -> None:
    assert read(tmp_path, f"CNN\n\nFloods kill ten\n\n{PROSE}") == expected(
        tmp_path, "Floods kill ten", PROSE, source="CNN", removed=(Removed("CNN", "source"),)
    )


def test_it_reads_an_agency_byline(tmp_path: Path) -> None:
    line = "By CHRISTOPHER RUGABER AP Economics Writer"
    assert read(tmp_path, f"Rates rise\n{line}\n{PROSE}") == expected(
        tmp_path,
        "Rates rise",
        PROSE,
        source="Associated Press",
        author="Christopher Rugaber",
        removed=(Removed(line, "byline"),),
    )


def test_it_refuses_a_file_with_nothing_but_boilerplate(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("Oops!\nSomething went wrong.\nRead also: Talks go on\n11 Nov 2022\n", encoding="utf-8")
    assert list(articles_in(path)) == [Skipped(str(path), "nothing in it but lines that belong to no article")]


def test_a_text_of_nothing_but_the_line_that_states_its_day_is_named(tmp_path: Path) -> None:
    path = tmp_path / "cut.txt"
    path.write_text(
        '--- title: "Bridge between Brask and Arlen opens after 21 months of repairs" source: https://brask.example/2021/03/'
        '12/bridge site: "Brask-Arlen Observer" published: 2021-03-12 created: 2024-'
    )
    assert list(articles_in(path)) == [Skipped(str(path), "nothing in it but lines that belong to no article")]


@pytest.mark.parametrize("name", ["article.TXT", "article.text", "a.b.txt", "ünï\ncode.txt"])
def test_it_reads_files_by_the_end_of_their_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("Talks go on")
    assert [article.title for article in articles_in(path) if isinstance(article, Article)] == ["Talks go on"]


@pytest.mark.parametrize("name", ["article", "article.jpg", ".txt", "article.txt.bak"])
def test_it_refuses_other_kinds_of_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("Talks go on")
    assert list(articles_in(path)) == [Skipped(str(path), "not a kind of file that Dateline reads")]


@given(st.text() | st.lists(st.sampled_from(["A", "a.", " ", "\n", "\n\n", "“", "CNN", "—", "1", "é"])).map("".join))
def test_any_text_is_an_article_or_is_refused(text: str) -> None:
    try:
        article = article_of(RoughArticle(text), "/news/a.txt")
    except Unreadable:
        return
    assert 0 < len(article.title) <= 250
    assert article.title == " ".join(article.title.split())
    assert article.title_is_stated or article.body.startswith(article.title.removesuffix("…"))
    assert article.source not in article.cites


def test_it_names_a_path_that_is_not_unicode() -> None:
    path = Path(os.fsdecode(b"/news/caf\xe9\n\xc3\xa9.txt"))
    assert path_name(path) == "/news/caf\\xe9\\x0aé.txt"


def test_a_backslash_in_a_name_is_not_an_escape() -> None:
    names = [b"a\\xe9.txt", b"a\xe9.txt", b"a\\x0a.txt", b"a\n.txt", b"a\x80.txt", b"a\xc2\x80.txt"]
    assert [path_name(Path(os.fsdecode(b"/news/" + name))) for name in names] == [
        "/news/a\\\\xe9.txt",
        "/news/a\\xe9.txt",
        "/news/a\\\\x0a.txt",
        "/news/a\\x0a.txt",
        "/news/a\\x80.txt",
        "/news/a\\u0080.txt",
    ]


NAME = st.lists(
    st.sampled_from([b"\\", b"\\x", b"x", b"u", b"0", b"00", b"8", b"e9", b"\xe9", b"\x80", b"\xc2", b"\n", b"0a"]),
    min_size=1,
    max_size=8,
).map(b"".join)


@given(NAME, NAME)
def test_two_paths_never_have_one_name(first: bytes, second: bytes) -> None:
    names = {path_name(Path(os.fsdecode(b"/news/" + name))) for name in (first, second)}
    assert len(names) == len({first, second})


def test_it_names_a_relative_path_in_full() -> None:
    assert path_name(Path("a.txt")) == str(Path.cwd() / "a.txt")


def test_an_id_depends_on_the_place_alone(tmp_path: Path) -> None:
    assert read(tmp_path, "Talks go on").id == read(tmp_path, "Talks are over").id
    assert article_id("/news/a.txt") == article_id("/news/a.txt", 0) == "f9f0787840db503b"
    assert len({article_id("/news/a.txt"), article_id("/news/a.txt", 1), article_id("/news/a.txt\x001", 0)}) == 2


@given(st.binary(max_size=60).filter(lambda name: b"\x00" not in name))
def test_every_path_can_be_written_and_identified(name: bytes) -> None:
    written = path_name(Path(os.fsdecode(b"/news/" + name)))
    assert written.encode()
    assert written.isascii() or written.encode().decode() == written
    assert "\n" not in written
    assert len(article_id(written)) == 16
