"""What is searched: collections of real articles, a folder of the user's, or articles that are made up."""

import json
import random
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar, assert_never

from index.article import Article, Published
from index.ingest.extract import articles_in
from index.ingest.walk import FoundFile, found_files
from tests.bench.generated import generated_articles

NEWS_SETS = ("allsides_abp", "newsarticles2017", "reuters21578", "bbc2005")
"""Collections of whole news articles: 65,181 of them, 262 MB of text."""
QUERY_SETS = ("q_trec_mq", "q_search_benchmark_game")
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Sets:
    """Collections laid out below a folder, each with its `corpus.jsonl`."""

    folder: Path
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Folder:
    """Files as a user has them."""

    path: Path


@dataclass(frozen=True, slots=True)
class Generated:
    """Articles that are made up, always the same for the same seed."""


Origin = Sets | Folder | Generated


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles to measure with, named so that another process can read them for itself."""

    origin: Origin
    count: int | None
    """How many articles, drawn by `seed`; None is all that there are."""
    seed: int

    def described(self) -> str:
        """Where the articles come from, for the report."""
        match self.origin:
            case Sets(names=names):
                return "real news articles (" + ", ".join(names) + ")"
            case Folder(path):
                return f"the articles of {path.name}"
            case Generated():
                return f"generated articles (Zipf-Mandelbrot with topics, seed {self.seed}): not real text"
            case _:
                assert_never(self.origin)

    def articles(self) -> list[Article]:
        """The articles, in the order of their collections."""
        match self.origin:
            case Sets(folder, names):
                places = range(sum(1 for _ in lines_of(folder, names)))
                chosen = set(drawn(places, self.count, self.seed))
                lines = enumerate(lines_of(folder, names))
                return [set_article(name, line) for place, (name, line) in lines if place in chosen]
            case Folder(path):
                files = [file for file in found_files([path], leave_out=path) if isinstance(file, FoundFile)]
                return list(read_articles(drawn(files, self.count, self.seed)))
            case Generated():
                return list(generated_articles(self.count or GENERATED_COUNT, self.seed))
            case _:
                assert_never(self.origin)


GENERATED_COUNT = 20_000
"""Articles that are made up when nobody says how many."""


def drawn(items: Sequence[Item], count: int | None, seed: int) -> list[Item]:
    """So many of them, drawn by a seed, in their order."""
    if count is None or count >= len(items):
        return list(items)
    return [items[place] for place in sorted(random.Random(seed).sample(range(len(items)), count))]


def lines_of(folder: Path, names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """The lines of collections, one for each article; one is in memory at a time, so that none counts as a peak."""
    for name in names:
        with (folder / name / "corpus.jsonl").open("rb") as lines:
            for line in lines:
                yield name, line


def set_article(name: str, line: bytes) -> Article:
    """The article on one line of a collection."""
    fields = json.loads(line)
    day = stated_day(fields.get("date"))
    return Article(
        id=f"{name}-{fields['id']}",
        path=f"/{name}/{fields['id']}.txt",
        title=fields.get("title") or "",
        title_is_stated=bool(fields.get("title")),
        body=fields.get("text") or "",
        source=fields.get("source") or None,
        url=fields.get("url") or None,
        author=fields.get("author") or None,
        published=Published(day, day, "day", "stated", day.isoformat()) if day else None,
    )


def stated_day(text: str | None) -> date | None:
    """The day that a collection states; None when it states none, or none that exists."""
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def read_articles(files: list[FoundFile]) -> Iterator[Article]:
    """The articles in the files, read as a build reads them; files without one are left out."""
    for file in files:
        yield from (found for found in articles_in(file.path) if isinstance(found, Article))


def laid_out(folder: Path, store: Path) -> bool:
    """Lay the collections out below `folder`, from the packed ones in `store`; False when there are none."""
    names = [*NEWS_SETS, *QUERY_SETS]
    if not all((folder / name).is_dir() for name in names) and (store / "unpack").is_file():
        subprocess.run([store / "unpack", folder, *names], check=True, stdout=subprocess.DEVNULL)
    return all((folder / name / "corpus.jsonl").is_file() for name in NEWS_SETS)


def text_bytes(article: Article) -> int:
    """How much text that is: title and body as UTF-8."""
    return len(article.title.encode()) + len(article.body.encode())
