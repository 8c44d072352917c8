"""Builds that have less and less memory: each ends, well or with one line, and leaves the old articles or the new ones.

python -m tests.attack.memory 40
"""

import resource
import shutil
import sys
from collections import Counter
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from index.build import update_index
from index.ingest.reader_process import address_space
from index.verify import wrong_files
from tests import made_files as made
from tests.attack.full_disk import command, write
from tests.crash import indexed, leftovers

LEAST_BYTES = 3_000_000
"""That the build with the most memory has beside the least it had when it began, for each build that is made."""
MOST_SECONDS = 120
"""For a build of a few articles, with room for a machine that does other things."""


def main(builds: int) -> None:
    """Make so many; says how they ended, and fails where one did not, or lost anything."""
    ends: Counter[str] = Counter()
    with TemporaryDirectory() as name:
        place = Path(name)
        news, index = place / "news", place / "index"
        write(news, "old")
        (news / "page.html").write_text(made.page("Talks go on"))
        update_index([news], place / "whole", 1, lambda done, todo: None)
        for build in range(builds):
            if index.is_dir():
                shutil.rmtree(index)
            shutil.copytree(place / "whole", index)
            before = indexed(index)
            write(news, f"new{build}")
            (news / "page.html").write_text(made.page(f"Talks {build} go on"))
            code, line = command(news, index, partial(have_no_more, LEAST_BYTES * build), MOST_SECONDS)
            after = indexed(index)
            assert wrong_files(index) == [], "what is left is damaged"
            assert code in (0, 2), f"with {LEAST_BYTES * build} bytes more, a build ended with {code}: {line}"
            if code:
                assert after == before, "the articles are not the old ones"
                assert line.count("\n") == 1, f"it is told on several lines: {line}"
            ends["built" if code == 0 else "told"] += 1
            assert command(news, index, lambda: None, MOST_SECONDS)[0] == 0, "the next build failed"
            assert not leftovers(index), f"left over: {leftovers(index)}"
    print(f"{builds} builds with little memory: {dict(ends)}")


def have_no_more(more_bytes: int) -> None:
    """Let this process have so many bytes more than it has."""
    resource.setrlimit(resource.RLIMIT_AS, (address_space() + more_bytes, resource.RLIM_INFINITY))


if __name__ == "__main__":
    main(int(sys.argv[1]))
