"""The command:  python -m tests.extraction  reads the pages of each collection, and prints the table as Markdown."""

import argparse
from collections.abc import Iterator, Mapping

from tests.extraction.page_measures import measured
from tests.extraction.page_readers import READERS, pages

COLLECTIONS = ("ext_trafilatura", "ext_readability", "ext_goose_newspaper")


def main() -> None:
    """Measure, and print the table."""
    every: int = parser().parse_args().every
    for name in COLLECTIONS:
        found = {reader: measured(list(pages(name, read, every))) for reader, read in READERS.items()}
        print("\n".join(table(name, found)), flush=True)


def parser() -> argparse.ArgumentParser:
    """The arguments."""
    parser = argparse.ArgumentParser(prog="python -m tests.extraction", description=__doc__)
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only every N-th page")
    return parser


def table(name: str, found: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """The lines of the table of a collection: readers by row, measures by column."""
    measures = list(dict.fromkeys(measure for each in found.values() for measure in each))
    yield f"\n| {name} | {' | '.join(measures)} |"
    yield f"|---|{'--:|' * len(measures)}"
    for reader, each in found.items():
        yield f"| {reader} | {' | '.join(f'{each[key]:.3f}' if key in each else '–' for key in measures)} |"


if __name__ == "__main__":
    main()
