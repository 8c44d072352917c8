"""Markdown: one article each, as note books and clippers save it, with what the block above it says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from index.article import RoughArticle
from index.errors import Unreadable
from index.lexicon.record_fields import normal
from index.readers.documents.metadata_block import Metadata, metadata_and_text
from index.readers.encodings import decoded, without_controls
from index.readers.fields import address, one_line, rough_article
from index.readers.source import FileSource
from index.readers.vendors.vendor_exports import taken_apart
from index.text.html_text import text_of

if TYPE_CHECKING:
    from markdown_it.token import Token

DAYS_OF_THE_FILE = frozenset(
    str.split("created createdat datecreated ctime saved savedat datesaved dateadded added clipped clippedat captured")
)
"""When the note was made, which is not when the article was published."""
WORD = re.compile(r"[^\W_]")
FEWEST_WORDS_OF_A_TITLE = 3
"""In the name of a file; "notes-7.md" is no headline."""


def read_markdown(source: FileSource) -> Iterator[RoughArticle]:
    """The one article of a text in Markdown; Unreadable when it has no words."""
    metadata, marked = metadata_and_text(without_controls(decoded(source.whole())))
    lines = list(lines_of(marked))
    text = "\n\n".join(line for _, line in lines)
    if not WORD.search(text):
        raise Unreadable("no words in it")
    if not metadata and (articles := articles_below_headings(lines)):
        yield from articles
        return
    said = said_of_article(metadata)
    if linked := SOURCE_LINK.search(marked, 0, TOP):
        said.setdefault("url", linked["page"])
        text = "\n\n".join(line for _, line in lines_of(marked[: linked.start()] + marked[linked.end() :]))
    heading = next((line for tag, line in lines if tag == "h1"), None)
    rough = rough_article({**said, "body": text}, {}, None)
    title = rough.title or one_line(heading) or (title_of_file(source.name) if metadata else None)
    yield replace(rough, text=text, title=title)


SOURCE_LINK = re.compile(
    r"^[*_> ]{0,4}\[(?:source|original(?: article)?|view original|read original|quelle)\]\((?P<page>https?://[^\s()]{3,2000})\)"
    r"[*_ ]{0,3}$",
    re.IGNORECASE | re.MULTILINE,
)
TOP = 3000
"""Characters in which a line is looked for that is nothing but a link called "Source", as clippers write it."""


def articles_below_headings(lines: Sequence[tuple[str, str]]) -> list[RoughArticle]:
    """The articles of a text that has several headings of the first rank, each with a day below it; none of another."""
    if sum(tag == "h1" for tag, _ in lines) < FEWEST_HEADINGS:
        return []
    return taken_apart("\n\n".join(f"{RULE}\n{line}" if tag == "h1" else line for tag, line in lines)).articles


FEWEST_HEADINGS = 2
RULE = "=========="


def said_of_article(metadata: Metadata) -> dict[str, object]:
    """The fields that speak of the article and not of the note; an address given as its source is its address."""
    fields: dict[str, object] = {
        name: value for name, value in metadata.items() if normal(name) not in DAYS_OF_THE_FILE
    }
    for name, value in metadata.items():
        if normal(name) in {"source", "site", "website", "via"} and address(value):
            del fields[name]
            fields.setdefault("url", value)
    return fields


def title_of_file(name: str) -> str | None:
    """The name of the file without its ending, where it reads like a headline: clippers call the note so."""
    stem = name.rpartition(".")[0]
    return one_line(stem) if len(stem.split()) >= FEWEST_WORDS_OF_A_TITLE else None


def lines_of(marked: str) -> Iterator[tuple[str, str]]:
    """The paragraphs, headings and items of Markdown, each with the tag that it has in HTML, without marks."""
    # Imported here, because few folders hold Markdown.
    from markdown_it import MarkdownIt

    tag = "p"
    for token in MarkdownIt("commonmark").enable("table").parse(WIKI_LINK.sub(r"\1", marked)):
        if token.type == "heading_open":
            tag = token.tag
        elif token.type == "inline":
            yield tag, " ".join(shown_words(token.children or []).split())
            tag = "p"
        elif token.type in {"fence", "code_block"}:
            yield "pre", token.content.strip()
        elif token.type == "html_block":
            yield from (("p", line) for line in text_of(token.content).split("\n") if "<" not in line)


WIKI_LINK = re.compile(r"(?<!!)\[\[(?:[^\[\]|\n]{1,300}\|)?([^\[\]|\n]{1,300})\]\]")


def shown_words(children: "list[Token]") -> str:
    """The words of a line of Markdown; of a picture, nothing, for its words are those of no reader."""
    pieces = []
    for child in children:
        if child.type in {"text", "code_inline", "text_special"}:
            pieces.append(child.content)
        elif child.type in {"softbreak", "hardbreak"} or (child.type == "html_inline" and child.content[:3] == "<br"):
            pieces.append(" ")
    return "".join(pieces)
