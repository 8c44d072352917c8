"""Builds of files that are made so that what is known of all articles together takes much memory.

python -m tests.attack.build_memory
"""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

MOST_BYTES = 1_500_000_000
"""That the building process may hold at once."""
SEED = 1987


def alike(path: Path) -> None:
    """A table of 8,000 rows of one day, each of 40 of a hundred words, so that every two of them are alike."""
    random = Random(SEED)
    words = [f"{''.join(random.choices('bdfgklmnprstv', k=6))}a" for _ in range(100)]
    with path.with_suffix(".csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["title", "body", "date"])
        for _ in range(8_000):
            own = random.sample(words, 40)
            rows.writerow([" ".join(own[:4]), " ".join(own), "2022-11-09"])


def left_out(path: Path) -> None:
    """Fifty records of a megabyte and a half, of which nearly all is left out as advertisements."""
    with path.with_suffix(".jsonl").open("w", encoding="utf-8") as file:
        for number in range(50):
            text = (
                f"The talks number {number} went on in Geneva on Friday, officials said.\n" + "Advertisement\n" * 99_990
            )
            file.write(json.dumps({"title": f"Talks {number}", "text": text}) + "\n")


def tiny(path: Path) -> None:
    """A hundred thousand records of a few bytes."""
    with path.with_suffix(".jsonl").open("w", encoding="utf-8") as file:
        for number in range(100_000):
            file.write(json.dumps({"id": number, "title": f"a{number % 1000}", "text": f"b{number % 777}"}) + "\n")


def copies(path: Path) -> None:
    """A thousand articles of a hundred sentences out of the same hundred and twenty."""
    random = Random(SEED)
    sentences = [f"The {random.choice('abcdef')}{number} went to {number % 97}, they said." for number in range(120)]
    with path.with_suffix(".jsonl").open("w", encoding="utf-8") as file:
        for number in range(1_000):
            text = " ".join(random.sample(sentences, 100))
            file.write(json.dumps({"title": f"Talks {number}", "text": text, "date": "2022-11-09"}) + "\n")


MADE: dict[str, Callable[[Path], None]] = {
    "rows made alike": alike,
    "lines left out": left_out,
    "tiny records": tiny,
    "near copies": copies,
}


def main() -> None:
    """Build each; says what it took, and fails where it was too much, or an article is not there."""
    for name, write in MADE.items():
        with TemporaryDirectory() as folder:
            place = Path(folder)
            write(place / "made")
            (place / "good.txt").write_text("Good talks\n\nAll about zebras in Geneva.\n", encoding="utf-8")
            index = str(place / ".index")
            command = [sys.executable, "-m", "dateline", "index", "--jobs", "1", "--index", index, folder]
            with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
                said = process.stdout.read() if process.stdout else ""
                _, status, used = os.wait4(process.pid, 0)
                process.returncode = os.waitstatus_to_exitcode(status)
            held, seconds = used.ru_maxrss * 1024, used.ru_utime + used.ru_stime
            print(f"{name}: {held / 1e6:.0f} MB at the most, {seconds:.0f} s of the processor")
            assert process.returncode == 0, f"{name}: {said}"
            assert held < MOST_BYTES, f"{name}: {held:,} bytes"
            search = [sys.executable, "-m", "dateline", "search", "--index", index, "--format", "ids", "zebras"]
            found = subprocess.run(search, capture_output=True, check=False).stdout.split()
            assert len(found) == 1, f"{name}: the good article is not found"


if __name__ == "__main__":
    main()
