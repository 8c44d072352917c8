"""What a person at a terminal is told: data on stdout, remarks on stderr."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterable
from shutil import which

from cli.printed import visible
from index.errors import DatelineError, reason


def remark(text: str) -> None:
    """A line for the person at the terminal, beside the data."""
    if sys.stderr is not None:
        print(visible(text), file=sys.stderr)


def failed(message: str, code: int) -> int:
    """The exit code, once stderr has the message on one line."""
    remark("dateline: " + LINE_ENDS.sub(" ", message.strip()))
    return code


LINE_ENDS = re.compile(r"\s*[\r\n]\s*")


def say(text: str) -> None:
    """A line of data on stdout; when nobody reads any further the rest is not said, which is no failure."""
    printed(text + "\n")
    printed("", flush=True)


def say_pieces(pieces: Iterable[str]) -> bool:
    """Say pieces of data on stdout as they are made; whether there was any.

    Those behind the one at which the reader went away are not made. On a terminal, nothing in them is obeyed.
    """
    is_terminal = sys.stdout is not None and sys.stdout.isatty()
    is_any = False
    for piece in pieces:
        is_any = True
        if not printed(visible(piece.replace("\r\n", "\n")) if is_terminal else piece):
            return is_any
    printed("", flush=True)
    return is_any


def printed(text: str, *, flush: bool = False) -> bool:
    """Whether somebody still reads what is printed; raises DatelineError where it cannot be printed."""
    if sys.stdout is None:
        raise DatelineError("standard output is closed: there is nowhere to print to")
    try:
        print(text, end="", flush=flush)
    except BrokenPipeError:
        # Whoever read has had enough; without this Python would complain when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return False
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise DatelineError(f"cannot print: {reason(error)}") from error
    return True


def wants_colour() -> bool:
    """Whether a terminal may be sent more than letters: nothing is bold or dim, and no bar moves, under NO_COLOR."""
    return not os.environ.get("NO_COLOR")


def chosen_pager() -> str | None:
    """The pager that the person chose, or the usual one; None when it is not on this machine, or no keys are."""
    pager = os.environ.get("PAGER", "").strip() or "less"
    has_keys = sys.stdin is not None and sys.stdin.isatty()
    return pager if has_keys and which(pager.split()[0]) else None


def page_through(text: str, pager: str) -> None:
    """Show a text in a pager, a command as a shell reads it; less leaves what fits on the screen there."""
    environment = {"LESS": "FRX", **os.environ}
    # By a shell, as git and man do, and because what is in $PAGER is the person's own.
    with subprocess.Popen(pager, shell=True, stdin=subprocess.PIPE, env=environment) as process:  # noqa: S602
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the pager
        try:
            process.communicate((text + "\n").encode(errors="replace"))
        finally:
            signal.signal(signal.SIGINT, before)


def draws_links() -> bool:
    """Whether the terminal is one of those that show a link by OSC 8; others may print its letters."""
    if os.environ.get("FORCE_HYPERLINK"):
        return os.environ["FORCE_HYPERLINK"] != "0"
    if os.environ.get("TERM", "dumb") in ("dumb", "linux") or os.environ.get("STY"):
        return False
    vte = os.environ.get("VTE_VERSION", "")
    return (
        (vte.isdecimal() and int(vte) >= 5000)
        or os.environ.get("TERM_PROGRAM", "") in LINKING_PROGRAMS
        or os.environ.get("TERM", "") in LINKING_TERMINALS
        or any(os.environ.get(name) for name in ("WT_SESSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID"))
    )


LINKING_PROGRAMS = ("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio")
LINKING_TERMINALS = ("xterm-kitty", "xterm-ghostty", "alacritty", "foot", "contour", "wezterm")
"""Those of the list at github.com/Alhadis/OSC8-Adoption that say who they are."""
