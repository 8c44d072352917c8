"""dateline watch: the index stays current while files come and go."""

import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import FrameType

import click

from cli.arguments import given_path
from cli.exit_codes import FOUND
from cli.fault_report import fault_told, is_fault
from cli.options import PROCESSORS, index_option
from cli.terminal import remark, say
from index.errors import DatelineError, IndexLocked, Unforeseen, reason, shown

SETTLED_MS = 500
"""Milliseconds without a change after which files are taken to be whole."""
LONGEST_MS = 10_000
"""Milliseconds that changes are waited out for, while others go on coming."""
TRIED_AGAIN_MS = 5_000
"""Milliseconds until a build is tried again that could not be made."""

Build = Callable[[], None]


@click.command("watch", short_help="Keep the index current while files change.")
@click.argument("paths", nargs=-1, required=True, type=given_path)
@index_option
@click.option("--jobs", type=click.IntRange(1, 64), metavar="N", default=PROCESSORS, help="Processes that read.")
@click.option("--map", "maps", multiple=True, metavar="FIELD=NAME", help="Which field is what: body=content.")
def watch_command(paths: tuple[Path, ...], location: str, jobs: int, maps: Sequence[str]) -> int:
    """Index the articles under PATHS, and again whenever files there change, until Ctrl-C or SIGTERM.

    A line on standard output says what each build did; what went wrong is a line on standard error, and is tried again.

    \b
    dateline watch articles/
    """
    from index.build import Report, update_index
    from index.build_plan import BuildOptions
    from index.readers.fields import field_map

    options = BuildOptions(field_map(maps))
    said = list[Report]()

    def build() -> None:
        report = update_index(paths, Path(location), jobs, lambda done, todo: None, options)
        if not said or report.added or report.changed or report.removed:
            for skipped in report.skipped:
                remark(f"skipped {skipped.path}: {skipped.why}")
            say(f"{datetime.now():%H:%M:%S} {report.in_words(location)}")
            said[:] = [report]

    for path in paths:
        if not path.exists():
            raise DatelineError(f"{shown(path)}: no such file or folder to watch")
    with stopped_by_signals() as stop:
        has_built(build)
        remark("watching for changes (Ctrl-C stops it)")
        while not stop.is_set():
            follow(build, paths, Path(location), stop)
            stop.wait(TRIED_AGAIN_MS / 1000)
    return FOUND


def follow(build: Build, paths: tuple[Path, ...], index: Path, stop: threading.Event) -> None:
    """Build whenever something below the paths changes, until told to stop, or one of them is another folder.

    It builds a while after it has begun, too, for what changed before it watched.
    """
    from watchfiles import watch

    is_due, begun = True, identities(paths)
    try:
        for changed in watch(
            *(path for path in paths if path.exists()),
            watch_filter=lambda _, path: is_outside(path, index),
            debounce=LONGEST_MS,
            step=SETTLED_MS,
            stop_event=stop,
            rust_timeout=TRIED_AGAIN_MS,
            yield_on_timeout=True,
            raise_interrupt=False,
        ):
            if changed or is_due:
                is_due = not has_built(build)
            if identities(paths) != begun:
                return
    except (OSError, RuntimeError) as error:
        remark(f"cannot watch: {reason(error) if isinstance(error, OSError) else error}")
        has_built(build)  # what changed meanwhile, as nobody tells of it


def identities(paths: tuple[Path, ...]) -> list[int | None]:
    """What tells a folder from another of the same name; None for one that is not there."""
    return [path.stat().st_ino if path.exists() else None for path in paths]


def has_built(build: Build) -> bool:
    """Whether a build was made; what hindered it is said in a line."""
    try:
        build()
    except IndexLocked as error:
        remark(f"waiting: {error}")
    except Unforeseen as error:
        remark(f"not indexed: {fault_told(error) if is_fault(error) else error}")
    except DatelineError as error:
        remark(f"not indexed: {error}")
    except OSError as error:
        remark(f"not indexed: {reason(error)}")
    except MemoryError:
        remark("not indexed: there is too little memory for this")
    else:
        return True
    return False


def is_outside(path: str, index: Path) -> bool:
    """Whether a changed file is none of the index itself, whose every build would else begin another."""
    from index.generation_files import is_index_file
    from index.kept_files import is_kept_beside

    name, own = Path(path).name, index.resolve()
    changed = Path(path).parent.resolve() / name
    if changed.parent == own:
        return not name.startswith(".") and not is_index_file(name)
    if changed.parent == own.parent:
        is_being_written = name.startswith(f".{own.name}.")
        return name != own.name and not is_being_written and not is_kept_beside(name, own.name)
    return True


@contextmanager
def stopped_by_signals() -> Iterator[threading.Event]:
    """What is set when Ctrl-C is pressed or SIGTERM comes, so that a build under way is finished first."""
    stop = threading.Event()
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def leave(number: int, _frame: FrameType | None) -> None:
        stop.set()
        signal.signal(number, before[signal.Signals(number)])  # whoever asks twice does not want to wait

    for number in before:
        signal.signal(number, leave)
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
