"""dateline index: bring an index up to date with the files under some paths."""

import json
import shlex
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.arguments import given_path
from cli.console import progress_bar
from cli.exit_codes import FAILED, FOUND
from cli.options import DEFAULT_LOCATION, PROCESSORS, index_option, json_option
from cli.terminal import remark, say

if TYPE_CHECKING:
    from index.article import Skipped
    from index.build import Report


@click.command("index", short_help="Index articles: new and changed files are read.")
@click.argument("paths", nargs=-1, type=given_path)
@index_option
@click.option("--jobs", type=click.IntRange(1, 64), metavar="N", default=PROCESSORS, help="Processes that read.")
@click.option("--rebuild", is_flag=True, help="Make the index anew from these paths alone.")
@click.option("--verify", is_flag=True, help="Only check that the index is as it was written.")
@click.option("--map", "maps", multiple=True, metavar="FIELD=NAME", help="Which field is what: body=content.")
@click.option("--prune", "prunes", is_flag=True, help="Drop the articles of what is gone, empty or closed, too.")
@click.option("--follow-links", "follows_links", is_flag=True, help="Read what links outside PATHS lead to.")
@click.option("--ocr", "reads_scans", is_flag=True, help="Read scanned PDF files, too, with the program tesseract.")
@click.option("--semantic/--no-semantic", "by_meaning", default=None, help="Rank by meaning, too (needs an extra).")
@json_option
def index_command(
    paths: tuple[Path, ...],
    location: str,
    jobs: int,
    rebuild: bool,
    verify: bool,
    maps: Sequence[str],
    prunes: bool,
    follows_links: bool,
    reads_scans: bool,
    by_meaning: bool | None,
    as_json: bool,
) -> int:
    """Index the articles under PATHS: new and changed files are read, vanished ones leave the index.

    \b
    dateline index articles/
    dateline index export.csv --map body=content
    dateline index --verify
    """
    if verify:
        if paths or rebuild or maps or prunes or follows_links or reads_scans or by_meaning is not None:
            raise click.UsageError("--verify only looks at the index: leave out paths and what says how to read them")
        return verify_index(Path(location), as_json)
    from index.build import rebuild_index, update_index
    from index.build_plan import BuildOptions
    from index.readers.fields import field_map

    build = rebuild_index if rebuild else update_index
    options = BuildOptions(field_map(maps), prunes, follows_links, reads_scans, by_meaning)
    is_first = not Path(location).exists()
    with progress_bar("reading articles") as progress:
        report = build(paths, Path(location), jobs, progress, options)
    is_away = name_troubles(report, as_json)
    tell(report, location, as_json=as_json)
    if is_first and report.articles and not as_json:
        remark(next_step(location))
    return FAILED if is_away else FOUND


def name_troubles(report: "Report", as_json: bool) -> bool:
    """Name what was skipped and what is in doubt; what is away is named to programs, too. Something is away."""
    from index.article import Away

    away = [skipped for skipped in report.skipped if isinstance(skipped, Away)]
    for line in map(skipped_line, away) if as_json else skipped_lines(report.skipped):
        remark(line)
    for doubtful in () if as_json else report.doubtful:
        remark(f"in doubt {doubtful.path}: {doubtful.why}")
    return bool(away)


MOST_ALIKE = 5
"""Parts of one file that are named which were skipped for the same reason; a list may have thousands."""


def skipped_lines(skipped: "Sequence[Skipped]") -> Iterator[str]:
    """What was skipped and why, a line for each file, and for the first of its parts that are alike."""
    from index.holdings import reason_of

    alike = Counter((each.path, reason_of(each)) for each in skipped)
    told = Counter[tuple[str, str]]()
    for each in skipped:
        of_file = each.path, reason_of(each)
        told[of_file] += 1
        if told[of_file] <= MOST_ALIKE:
            yield skipped_line(each)
        elif told[of_file] == alike[of_file]:
            yield f"skipped {each.path}: {alike[of_file] - MOST_ALIKE} more likewise"


def skipped_line(skipped: "Skipped") -> str:
    """A line that names what was skipped."""
    return f"skipped {skipped.path}: {skipped.why}"


def as_told(report: "Report") -> dict[str, object]:
    """What programs are told of a build; of doubts only where there are any."""
    told = {**asdict(report), "seconds": round(report.seconds, 3)}
    return told if report.doubtful else {name: value for name, value in told.items() if name != "doubtful"}


def tell(report: "Report", location: str, *, as_json: bool) -> None:
    """Say what a build did, and to a person what the index holds now."""
    from index.holdings import holdings, table_of_holdings

    if as_json:
        say(json.dumps(as_told(report)))
        return
    say(report.in_words(location))
    for line in table_of_holdings(holdings(Path(location)), report.skipped):
        say(line)


def next_step(location: str) -> str:
    """What to type once there is an index."""
    where = "" if location == DEFAULT_LOCATION else f" --index {shlex.quote(location)}"
    return f"search it:  dateline search{where} WORDS  or as a web page:  dateline serve{where}"


def verify_index(folder: Path, as_json: bool) -> int:
    """Say that the index is as it was written; raises DatelineError when it is not, which JSON says, too."""
    from index.verify import verified, wrong_files

    wrong = wrong_files(folder)
    if as_json:
        say(json.dumps({"index": str(folder), "wrong": wrong}))
    sentence = verified(folder, wrong)
    if not as_json:
        say(sentence)
    return FOUND
