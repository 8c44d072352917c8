"""What each step from a file to an index takes, so that the slowest is known."""

import os
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path

from index.annotations import NO_ANNOTATIONS
from index.article import Article
from index.cleaning.repeated_lines import lines_of
from index.columns.segment_builder import SegmentBuilder
from index.ingest.annotate import annotations_of
from index.quotations.speakers import quotes
from index.stories.relate import relate
from index.timex.mentions import mentions
from tests.bench.building import cpu_seconds, in_a_new_process
from tests.bench.corpora import Corpus, text_bytes
from tests.bench.files import Spent, as_file, spent_building, spent_reading
from tests.built_index import writing


@dataclass(frozen=True, slots=True)
class Step:
    """What a step took for some articles."""

    name: str
    articles: int
    bytes: int
    """Of their texts."""
    spent: Spent


def steps(corpus: Corpus, folder: Path, say: Callable[[str], None]) -> list[Step]:
    """Each step by itself, in a new process; those of the articles of text files, and of web pages made of them."""
    shutil.rmtree(folder, ignore_errors=True)
    articles = corpus.articles()
    total = sum(map(text_bytes, articles))
    texts, pages, jobs = folder / "texts", folder / "pages", os.cpu_count() or 1
    lay_out(articles, texts, pages)
    works: dict[str, Callable[[], Spent]] = {
        "reading text files": partial(spent_reading, texts),
        "reading web pages": partial(spent_reading, pages),
        **{name: partial(spent_on_each, corpus, name) for name in LOOKS},
        "words to a segment": partial(spent_on_segment, corpus, folder / "segment"),
        "stories, reprints, repeated lines": partial(spent_relating, corpus, folder / "related"),
        "index of text files, one process": partial(spent_building, texts, folder / "texts one", 1),
        f"index of text files, {jobs} processes": partial(spent_building, texts, folder / "texts all", jobs),
        "index of web pages, one process": partial(spent_building, pages, folder / "pages one", 1),
        f"index of web pages, {jobs} processes": partial(spent_building, pages, folder / "pages all", jobs),
    }
    found: list[Step] = []
    for name, work in works.items():
        say(name)
        found.append(Step(name, len(articles), total, in_a_new_process(work)))
    shutil.rmtree(folder, ignore_errors=True)
    return found


def lay_out(articles: Sequence[Article], texts: Path, pages: Path) -> None:
    """Write each article as a text file and as a web page."""
    texts.mkdir(parents=True)
    pages.mkdir()
    for number, article in enumerate(articles):
        (texts / f"{number:06}.txt").write_text(as_file(article), "utf-8")
        (pages / f"{number:06}.html").write_text(as_page(article), "utf-8")


MENU = "".join(f'<li><a href="/{name}">{name.title()}</a></li>' for name in ("world", "europe", "business", "sport"))
TEASERS = "".join(
    f'<li><a href="/{number}">Another headline of the day, number {number}</a></li>' for number in range(20)
)


def as_page(article: Article) -> str:
    """The article as a site shows it: between a menu, teasers and a footer."""
    day = article.published.first.isoformat() if article.published else ""
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in article.body.split("\n") if line.strip())
    return (
        f'<!doctype html><html lang="en"><head><title>{escape(article.title)} - Site</title>'
        f'<meta property="article:published_time" content="{day}"></head><body><nav><ul>{MENU}</ul></nav>'
        f"<main><article><h1>{escape(article.title)}</h1>{paragraphs}</article></main>"
        f"<aside><ul>{TEASERS}</ul></aside><footer><p>All rights reserved.</p></footer></body></html>"
    )


LOOKS: dict[str, Callable[[Article], object]] = {
    "days that texts name": lambda article: mentions(article.body, article.published),
    "quotations and speakers": lambda article: quotes(article.body),
    "keys of lines": lines_of,
}
"""What is looked for in each article beside its words."""


def spent_on_each(corpus: Corpus, name: str) -> Spent:
    """What it takes to look for something in every article."""
    articles, look = corpus.articles(), LOOKS[name]
    return spent_on(lambda: [look(article) for article in articles])


def spent_on_segment(corpus: Corpus, folder: Path) -> Spent:
    """What it takes to split articles into words and to write their postings and texts."""
    folder.mkdir(parents=True)
    articles = corpus.articles()

    def build() -> None:
        builder = SegmentBuilder(folder)
        for article in articles:
            builder.add(article, NO_ANNOTATIONS)
        builder.finished()

    return spent_on(build)


def spent_relating(corpus: Corpus, folder: Path) -> Spent:
    """What it takes to compare the articles of an index that has just been filled."""
    with writing(folder) as writer:
        for article in corpus.articles():
            writer.add(article, annotations_of(article))
        writer.settle()
        return spent_on(lambda: relate(writer, None))


def spent_on(work: Callable[[], object]) -> Spent:
    """What it takes to do this, in this process."""
    wall, cpu = time.perf_counter(), cpu_seconds()
    work()
    return Spent(time.perf_counter() - wall, cpu_seconds() - cpu)


def step_rows(found: Sequence[Step]) -> Iterator[list[str]]:
    """A row for each step."""
    for step in found:
        wall = step.spent.wall_seconds
        yield [
            step.name,
            f"{wall:.3g}",
            f"{step.spent.cpu_seconds:.3g}",
            f"{step.articles / wall:,.0f}",
            f"{step.bytes / 1e6 / wall:.3g}",
        ]
