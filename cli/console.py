"""Lines as a terminal shows them, and how far a build is."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

from cli.printed import Line, PrintedKind, visible
from cli.terminal import draws_links, wants_colour

if TYPE_CHECKING:
    from rich.console import Console

NO_LINKS: Mapping[Line, str] = {}


def terminal() -> "Console":
    """Standard output: as wide as it is on a terminal, and elsewhere never broken into lines of our own."""
    from rich.console import Console

    is_file = sys.stdout is None or not sys.stdout.isatty()
    colours: Literal["auto"] | None = "auto" if wants_colour() else None
    return Console(highlight=False, markup=False, emoji=False, soft_wrap=is_file, color_system=colours)


def drawn(console: "Console", lines: Iterable[Line], gutter: int = 0, links: Mapping[Line, str] = NO_LINKS) -> str:
    """The lines as this terminal shows them, each kind of text in its style, and a link where one leads anywhere.

    What does not fit goes on under itself, beside a gutter of so many columns.
    """
    from rich.style import Style
    from rich.text import Text

    with console.capture() as captured:
        for line in lines:
            text = Text.assemble(*((visible(piece), STYLES[kind]) for piece, kind in line))
            if line in links and console.is_terminal and draws_links():
                text.stylize(Style(link=links[line]), gutter)
            edge, rest = text[:gutter], text[gutter:]
            wrapped = rest.wrap(console, max(20, console.width - gutter)) if console.is_terminal else [rest]
            for part in wrapped or [rest]:
                part.rstrip()
                console.print(edge + part)
                edge = Text(" " * gutter)
    return captured.get().rstrip("\n")


STYLES: dict[PrintedKind, str] = {
    "text": "",
    "title": "bold",
    "aside": "dim",
    **dict.fromkeys(("match", "title match"), "bold yellow"),
}


@contextmanager
def progress_bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """A function to call with what is done and what is to do; shown only on a terminal."""
    if not (sys.stderr is not None and sys.stderr.isatty() and wants_colour()):
        yield lambda done, todo: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None)
        yield lambda done, todo: bar.update(task, completed=done, total=todo)
