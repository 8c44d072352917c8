"""All attacks in their long forms: what fails is named at the end.

python -m tests.attack            all of them
python -m tests.attack soak       those that are named

Those whose figures another one would disturb run alone, the others two at a time.
"""

import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

TOGETHER = 2
"""Attacks at a time: one for each processor of the smallest machine that is worth an attack."""


@dataclass(frozen=True, slots=True)
class Attack:
    """An attack, and the module that makes it."""

    name: str
    command: tuple[str, ...]
    """What Python is given: a module and its arguments."""
    expected_minutes: float
    is_alone: bool = False
    """It measures how long something takes."""


ATTACKS = (
    Attack("connections", ("-m", "tests.attack.connections", "300"), 5, is_alone=True),
    Attack("soak", ("-m", "tests.attack.soak", "200000"), 14),
    Attack("queries", ("-m", "tests.attack.queries", "100000", "5000"), 10),
    Attack("flips", ("-m", "tests.attack.flips"), 6),
    Attack("forged indexes", ("-m", "tests.attack.forged", "2000"), 4),
    Attack("files", ("-m", "tests.attack.files", "20000"), 4),
    Attack("memory of builds", ("-m", "tests.attack.build_memory"), 4),
    Attack("kills", ("-m", "tests.crash", "460"), 3),
    Attack("kills of several processes", ("-m", "tests.crash_together", "40"), 3),
    Attack("little memory", ("-m", "tests.attack.memory", "40"), 2),
    Attack("full disk", ("-m", "tests.attack.full_disk", "50"), 0.5),
)
"""The longest first, so that none of them is left to run alone at the end."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an attack."""

    attack: Attack
    has_held: bool


def main(names: Sequence[str]) -> int:
    """Make the attacks of these names, or all; the exit code is 1 when one of them found something."""
    unknown = set(names) - {attack.name for attack in ATTACKS}
    if unknown:
        print(f"there is no attack called {sorted(unknown)}: there are {[attack.name for attack in ATTACKS]}")
        return 2
    chosen = [attack for attack in ATTACKS if not names or attack.name in names]
    began = time.monotonic()
    outcomes = [made(attack) for attack in chosen if attack.is_alone]
    with ThreadPoolExecutor(TOGETHER) as pool:
        outcomes += pool.map(made, [attack for attack in chosen if not attack.is_alone])
    failed = [outcome.attack.name for outcome in outcomes if not outcome.has_held]
    print(f"{(time.monotonic() - began) / 60:.1f} minutes in all")
    print(f"what fell: {', '.join(failed)}" if failed else "all held")
    return 1 if failed else 0


def made(attack: Attack) -> Outcome:
    """Make an attack; what it said is printed when it is over."""
    print(f"{attack.name}: about {attack.expected_minutes} minutes", flush=True)
    began = time.monotonic()
    command = [sys.executable, *attack.command]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    said = "".join(f"    {line}\n" for line in done.stdout.splitlines())
    took = time.monotonic() - began
    print(f"{attack.name}: {took:.0f} s, exit code {done.returncode}\n{said}", end="", flush=True)
    return Outcome(attack, done.returncode == 0)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
