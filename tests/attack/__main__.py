"""All attacks in their long forms, one after the other: what fails is named at the end.

python -m tests.attack            all of them
python -m tests.attack soak       those that are named
"""

import subprocess
import sys
import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Attack:
    """An attack, and the module that makes it."""

    name: str
    command: tuple[str, ...]
    """What Python is given: a module and its arguments."""
    expected_minutes: int


ATTACKS = (
    Attack("kills", ("-m", "tests.crash", "500"), 8),
    Attack("kills with a reader", ("-m", "tests.crash_together", "40"), 3),
    Attack("files", ("-m", "tests.attack.files", "20000"), 7),
    Attack("flips", ("-m", "tests.attack.flips"), 15),
    Attack("forged indexes", ("-m", "tests.attack.forged", "2000"), 10),
    Attack("queries", ("-m", "tests.attack.queries", "100000", "5000"), 22),
    Attack("soak", ("-m", "tests.attack.soak", "200000"), 35),
)


def main(names: list[str]) -> int:
    """Make the attacks of these names, or all; the exit code is 1 when one of them found something."""
    unknown = set(names) - {attack.name for attack in ATTACKS}
    if unknown:
        print(f"there is no attack called {sorted(unknown)}: there are {[attack.name for attack in ATTACKS]}")
        return 2
    failed = [attack.name for attack in ATTACKS if (not names or attack.name in names) and not held(attack)]
    print(f"what fell: {', '.join(failed)}" if failed else "all held")
    return 1 if failed else 0


def held(attack: Attack) -> bool:
    """Whether nothing was found."""
    print(f"{attack.name}: about {attack.expected_minutes} minutes", flush=True)
    began = time.monotonic()
    done = subprocess.run([sys.executable, *attack.command], check=False)
    print(f"{attack.name}: {time.monotonic() - began:.0f} s, exit code {done.returncode}", flush=True)
    return done.returncode == 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
