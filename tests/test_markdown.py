"""Markdown, with what the block above it says of the article."""

from datetime import date

import pytest

from index.article import Published, RoughArticle
from index.readers.documents.markdown import read_markdown
from index.readers.documents.metadata_block import metadata_and_text
from index.readers.kinds import kind_of
from tests.made_files import BODY, read, source

CLIPPED = f"""---
title: "Talks: go on"
source: https://example.org/talks
author:
  - "[[Jane Doe]]"
  - '[[people/John Roe|John O''Roe]]'
published: 2022-11-11
created: 2023-03-20
tags: [clippings, "peace, and war"]
description: >
  Nobody says
  when they end.
---
# Talks: go on

{BODY}
"""


def test_it_reads_a_clipped_article_and_believes_no_day_of_the_note() -> None:
    day = date(2022, 11, 11)
    assert read(read_markdown, CLIPPED.encode(), "note.md") == [
        RoughArticle(
            text=f"Talks: go on\n\n{BODY}",
            title="Talks: go on",
            published=Published(day, day, "day", "stated", "2022-11-11"),
            author="Jane Doe, John O'Roe",
            url="https://example.org/talks",
        )
    ]
    without_day = CLIPPED.replace("published: 2022-11-11\n", "")
    (article,) = read(read_markdown, without_day.encode())
    assert isinstance(article, RoughArticle)
    assert article.published is None


@pytest.mark.parametrize("name", ["note.txt", "note.md", "note.markdown"])
def test_it_is_told_by_its_block_whatever_the_file_is_called(name: str) -> None:
    assert kind_of(source(CLIPPED.encode(), name)).name == "Markdown"
    assert kind_of(source(f"Talks go on\n\n---\n\n{BODY}".encode(), "note.txt")).name == "text"
    assert kind_of(source(f"---\nTalks go on\n---\n{BODY}".encode(), "note.txt")).name == "text"


@pytest.mark.parametrize("name", ["page.md", "page.txt"])
def test_the_lines_that_a_reader_of_pages_writes_above_are_no_text(name: str) -> None:
    above = "Title: Talks go on\n\nURL Source: https://example.org/talks\n\nPublished Time: 2022-11-11T08:00:00Z\n\n"
    data = f"{above}Markdown Content:\n## Why\n\n{BODY}".encode()
    assert kind_of(source(data, name)).name == "Markdown"
    (article,) = read(read_markdown, data, name)
    assert isinstance(article, RoughArticle)
    assert (article.title, article.url, article.text) == ("Talks go on", "https://example.org/talks", f"Why\n\n{BODY}")
    assert article.published is not None
    assert article.published.first == date(2022, 11, 11)


def test_a_line_that_links_to_the_source_is_its_address() -> None:
    note = f"# Talks go on\n\n[Source](https://example.org/talks)\n\n{BODY}\n\n[Source](https://example.org/other)"
    (article,) = read(read_markdown, note.encode(), "note.md")
    assert isinstance(article, RoughArticle)
    assert (article.title, article.url) == ("Talks go on", "https://example.org/talks")
    assert article.text == f"Talks go on\n\n{BODY}\n\nSource"


MARKS = [
    # Markdown, and the words that a reader of it sees.
    ("The [talks](https://example.org/a_(b)) *went* on, **officials** said.", "The talks went on, officials said."),
    ("The [[talks]] in [[places/Geneva|Geneva]].", "The talks in Geneva."),
    ("Before ![a picture](a.png) after", "Before after"),
    ("## Why they went on", "Why they went on"),
    ("> The hosts\n> asked for coffee.", "The hosts asked for coffee."),
    ("- The first\n- The second", "The first\n\nThe second"),
    ("One line\nand its end", "One line and its end"),
    ("A <b>bold</b> claim<br>of theirs", "A bold claim of theirs"),
    ("<div>\n<p>Between tags</p>\n</div>", "Between tags"),
    ("| Day | Talks |\n|---|---|\n| Friday | none |", "Day\n\nTalks\n\nFriday\n\nnone"),
    ("A star \\* and 5 &lt; 6", "A star * and 5 < 6"),
]


@pytest.mark.parametrize(("marked", "seen"), MARKS)
def test_it_keeps_the_words_and_leaves_out_the_marks(marked: str, seen: str) -> None:
    (article,) = read(read_markdown, marked.encode())
    assert isinstance(article, RoughArticle)
    assert article.text == seen


def test_its_headline_is_stated_or_its_first_heading_or_what_a_clipper_called_the_file() -> None:
    def title(text: str, name: str) -> str | None:
        (article,) = read(read_markdown, text.encode(), name)
        assert isinstance(article, RoughArticle)
        return article.title

    block = "---\nurl: https://example.org/a\n---\n"
    assert title(f"{block}# In the text\n\n{BODY}", "In the name.md") == "In the text"
    assert title(f"{block}{BODY}", "In the name.md") == "In the name"
    assert title(f"{block}{BODY}", "notes-7.md") is None
    assert title(BODY, "In the name.md") is None


BLOCKS = [
    ("---\ntitle: It's: a claim\n---\nx", {"title": "It's: a claim"}),
    ('---\ntitle: "He said \\"no\\""\n---\nx', {"title": 'He said "no"'}),
    ('---\ntitle: "broken \\ escape"\n---\nx', {"title": "broken \\ escape"}),
    ("---\ntitle: A long\n  headline\n---\nx", {"title": "A long headline"}),
    ("---\ntitle: |\n  Lines\n  of it\n---\nx", {"title": "Lines of it"}),
    ('+++\ntitle = "Talks"\ndate = 2022-11-11\n+++\nx', {"title": "Talks", "date": "2022-11-11"}),
]


@pytest.mark.parametrize(("text", "said"), BLOCKS)
def test_it_reads_a_block_as_people_write_it(text: str, said: dict[str, str]) -> None:
    assert metadata_and_text(text) == (said, "x")


@pytest.mark.parametrize("text", ["---\nno fields\n---\nx", "+++\nno toml\n+++\nx", "---\ntitle: never closed\nx", "x"])
def test_what_is_no_block_stays_in_the_text(text: str) -> None:
    assert metadata_and_text(text) == ({}, text)


def test_it_says_that_a_file_has_no_words() -> None:
    assert read(read_markdown, b"---\ntitle: x\n---\n***\n") == ["stops: no words in it"]
