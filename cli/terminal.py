"""What a person at a terminal is told: data on stdout, remarks on stderr."""

import os
import re
import signal
import subprocess
import sys
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
    if sys.stdout is None:
        raise DatelineError("standard output is closed: there is nowhere to print to")
    try:
        print(text, flush=True)
    except BrokenPipeError:
        # Whoever read has had enough; without this Python would complain when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise DatelineError(f"cannot print: {reason(error)}") from error


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
