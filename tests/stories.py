"""What stories are worth, and what they cost, as one table:  make stories, or  python -m tests.stories.

Events that people labelled (ecbplus) are looked for alone, and among 23,824 other articles; the same articles come in
ten portions in the order of time; one article more, and a thousand more, come into all news that there are; and what
relating articles takes grows with their number. It takes the collections in `.data/`, and says which rows it leaves out
without them. All of it takes half an hour and 3 GB; --rows names those that are wanted.
"""

import argparse
import json
import math
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from index.annotations import NO_ANNOTATIONS
from index.article import Article
from index.columns.relations import NONE, Relations
from index.generation_files import RELATIONS
from index.ingest.extract import articles_in
from index.stories.relate import relate
from tests.bench.building import in_a_new_process
from tests.bench.corpora import NEWS_SETS, Generated, Sets, drawn, lines_of, set_article
from tests.bench.corpora import Corpus as Articles
from tests.bench.steps import spent_relating
from tests.built_index import write_generation, writing
from tests.relevance.collections import collection_folder
from tests.relevance.test_stories import b_cubed

PILE = {"allsides_abp": 20_000, "newsarticles2017": 3_824}
"""So many articles of each lie around the labelled ones."""
PORTIONS, SEED = 10, 13
SIZES = (10_000, 20_000, 40_000, 80_000)
MORE = (1, 1_000)


def main() -> None:
    """Print the table."""
    chosen: list[str] = parser().parse_args().rows
    for name in chosen:
        with TemporaryDirectory() as folder:
            for row in in_a_new_process(ROWS[name], Path(folder)):
                print(f"{row[0]:<72} {row[1]:>10}   goal {row[2]}", flush=True)


def parser() -> argparse.ArgumentParser:
    """The arguments of the command."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rows", nargs="*", choices=ROWS, default=[*ROWS])
    return arguments


Row = tuple[str, str, str]


def labelled(folder: Path) -> tuple[list[Article], dict[str, str]]:
    """The articles of ecbplus as they are read, and the event that each tells of by the id of the article."""
    lines = (folder / "corpus.jsonl").read_text("utf-8").splitlines()
    events = [json.loads(line)["cluster"] for line in lines]
    found = [each for each in articles_in(folder / "corpus.jsonl") if isinstance(each, Article)]
    return found, {each.id: events[(each.record or 0) - 1] for each in found}


def grouping(batches: Sequence[Sequence[Article]], folder: Path) -> Mapping[str, str]:
    """The story of each article when they come in these batches; its own id where it stands alone."""
    relations: Relations | None = None
    found: Mapping[str, str] = {}
    for batch in batches:
        with writing(folder) as writer:
            before = RELATIONS.read(folder, writer.generation - 1) if relations else None
            for article in batch:
                writer.add(article, NO_ANNOTATIONS)
            relations = relate(writer, before)
            write_generation(writer, relations)
            found = dict(stories_in(relations, {name: list(part.segment.ids) for name, part in writer.parts().items()}))
            writer.commit()
    return found


def stories_in(relations: Relations, ids: Mapping[str, Sequence[bytes]]) -> Iterator[tuple[str, str]]:
    """The id and the story of each article."""
    for name, known in relations.segments.items():
        for id, story in zip(ids[name], known.story.tolist(), strict=True):
            yield id.decode(), (id if story == NONE else relations.story_ids[story]).decode()


def f1(found: Mapping[str, str], gold: Mapping[str, str]) -> str:
    """The B-cubed F1 of the articles in `gold`; what stands with them besides is not looked at."""
    precision, recall = b_cubed({id: found[id] for id in gold}, gold)
    return f"{2 * precision * recall / (precision + recall):.3f}"


def alone(folder: Path) -> list[Row]:
    """Events among themselves."""
    events = collection_folder("ecbplus")
    if events is None:
        return [("events alone, dated as their texts say: no ecbplus here", "-", ".88")]
    articles, gold = labelled(events)
    undated = [replace(article, published=None) for article in articles]
    rows = [("events alone, dated as their texts say, B-cubed F1", articles), ("the same, undated", undated)]
    return [(name, f1(grouping([each], folder / str(number)), gold), ".88") for number, (name, each) in enumerate(rows)]


def piled(folder: Path) -> list[Row]:
    """Events among other articles, at once and in portions."""
    events = collection_folder("ecbplus")
    others = [article for name, count in PILE.items() for article in sampled(name, count)]
    if events is None or not others:
        return [("events among 23,824 articles: the collections are not here", "-", ".94")]
    articles, gold = labelled(events)
    whole = grouping([articles + others], folder / "whole")
    dated = {article.id: gold[article.id] for article in articles if article.published}
    in_time = sorted(articles + others, key=lambda each: each.published.first.toordinal() if each.published else 0)
    size = math.ceil(len(in_time) / PORTIONS)
    portions = grouping([in_time[start : start + size] for start in range(0, len(in_time), size)], folder / "parts")
    return [
        (f"events among {len(others):,} articles, B-cubed F1", f1(whole, gold), "-"),
        ("of these the dated ones", f1(whole, dated), ".94"),
        (f"{PORTIONS} portions in the order of time against one build, B-cubed F1", f1(portions, whole), ".995"),
    ]


def sampled(name: str, count: int) -> list[Article]:
    """So many articles of a collection; none where it is not here."""
    folder = collection_folder(name)
    if folder is None:
        return []
    lines = list(lines_of(folder.parent, [name]))
    return [set_article(name, line) for _, line in drawn(lines, count, SEED)]


def arriving(folder: Path) -> list[Row]:
    """What the whole command takes when few articles come into many."""
    found = [each for name in NEWS_SETS if (each := collection_folder(name))]
    if not found:
        return [("articles more: no collection of news is here", "-", "-")]
    lines = [line for _, line in lines_of(found[0].parent, [each.name for each in found])]
    Random(SEED).shuffle(lines)
    news, start, rows = folder / "news", sum(MORE), []
    news.mkdir()
    (news / "before.jsonl").write_bytes(b"".join(lines[start:]))
    whole = cpu_of_command(news, folder / "index")
    size = sum(path.stat().st_size for path in (folder / "index").iterdir())
    rows.append((f"index of {len(lines) - start:,} articles, CPU s", f"{whole:.1f}", "-"))
    rows.append(
        ("the same, bytes a byte of what was read", f"{size / (news / 'before.jsonl').stat().st_size:.2f}", "-")
    )
    for count, goal in zip(MORE, (".5", "5"), strict=True):
        start -= count
        (news / f"more{count}.jsonl").write_bytes(b"".join(lines[start : start + count]))
        rows.append((f"{count:,} more, whole command, CPU s", f"{cpu_of_command(news, folder / 'index'):.2f}", goal))
    return rows


def cpu_of_command(news: Path, index: Path) -> float:
    """What  dateline index  takes of the processors, all its processes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "dateline", "index", str(news), "--index", str(index)]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONPATH": str(Path.cwd())})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def growing(folder: Path) -> list[Row]:
    """How much more relating articles takes when there are twice as many."""
    news = collection_folder("allsides_abp")
    origins = {"generated": Generated(), "real": Sets(news.parent, NEWS_SETS) if news else None}
    rows: list[Row] = []
    for kind, origin in origins.items():
        sizes = SIZES if kind == "generated" else SIZES[:3]
        if origin is None:
            continue
        spent = {
            size: in_a_new_process(spent_relating, Articles(origin, size, SEED), folder / f"{kind}{size}").cpu_seconds
            for size in sizes
        }
        steps = ", ".join(f"{spent[size]:.1f}" for size in sizes)
        exponent = math.log(spent[sizes[-1]] / spent[sizes[0]]) / math.log(sizes[-1] / sizes[0])
        name = f"relating {sizes[0]:,} to {sizes[-1]:,} {kind} articles ({steps} s of CPU), exponent"
        rows.append((name, f"{exponent:.2f}", "1.1"))
    return rows


ROWS: Mapping[str, Callable[[Path], list[Row]]] = {
    "alone": alone,
    "piled": piled,
    "arriving": arriving,
    "growing": growing,
}

if __name__ == "__main__":
    main()
