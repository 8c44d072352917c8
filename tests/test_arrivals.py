"""What the index holds in the end depends on the files that are there, not on when they came and what went."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.build import update_index
from index.build_plan import BuildOptions
from index.date_inference.inference import EARLIEST, LATEST
from index.stories import relate
from index.verify import wrong_files
from search.clauses import About, Everything
from search.query import Query
from search.snapshots import open_engine

FIRST = date(2022, 11, 7)
FOOTERS = (
    "Get our free app for the latest on this and more.",
    "The Daily Example has been printed in the old town since 1871 and is read in every house of the valley, by cooks "
    "and by judges alike; letters to its editors are welcome at any time, and so are corrections, which are printed.",
)
EVENTS = ("flood", "chess", "bees", "tram", "mine")


def told(event: str, seed: int, length: int) -> str:
    """So many words of an event, in no order that another text has."""
    chance = np.random.default_rng(seed)
    return " ".join(f"{event}{number}" for number in chance.integers(length // 2, size=length))


def written(number: int) -> Mapping[str, str]:
    """One of twenty articles: of five events and two sites, short and long, dated and not, over footers and none."""
    event, turn = EVENTS[number % 5], number // 5
    day = FIRST + timedelta(turn)
    lines = [
        told(event, number, 12 if turn == 3 else 80),
        f"The council met on Monday because of the {event}, and will meet again on Wednesday.",
    ]
    lines += [footer for place, footer in enumerate(FOOTERS) if (number + place) % 3]
    site = ("daily", "weekly")[number % 7 == 0]
    fields = {"title": f"Of {event} {number}", "url": f"https://{site}.example/{number}", "text": "\n\n".join(lines)}
    return fields if turn % 2 else {**fields, "date": day.isoformat()}


def held(news: Path, index: Path) -> tuple[object, ...]:
    """All that is told of the articles, after an update."""
    update_index([news], index, 1, lambda done, todo: None, BuildOptions(prunes=True))
    engine = open_engine(str(index))
    ids = sorted(candidate.id for candidate in engine.match(Query(Everything()), 100).candidates)
    days = [FIRST + timedelta(count) for count in range(EARLIEST, LATEST)]
    named = [sorted(found.id for found in engine.match(Query(About(day, day)), 100).candidates) for day in days]
    return engine.fetch(ids), named, wrong_files(index)


@pytest.mark.parametrize("soon_compared", [relate.SOON_COMPARED, 0])
@settings(max_examples=12, deadline=None)
@given(st.lists(st.sets(st.integers(0, 19)), min_size=1, max_size=4), st.sets(st.integers(0, 19), min_size=6))
def test_it_holds_what_a_build_of_all_would_hold(
    soon_compared: int, before: Sequence[set[int]], present: set[int]
) -> None:
    with TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        patch.setattr(relate, "SOON_COMPARED", soon_compared)
        news, index, fresh = (Path(name) / each for each in ("news", "index", "fresh"))
        news.mkdir()
        for wanted in (*before, present):
            lay_out(news, wanted)
            update_index([news], index, 1, lambda done, todo: None, BuildOptions(prunes=True))
        assert held(news, index) == held(news, fresh)


def lay_out(news: Path, wanted: set[int]) -> None:
    """Just these articles lie in the folder, those that were there as they were."""
    for number in range(20):
        path = news / f"{number}.json"
        if number not in wanted:
            path.unlink(missing_ok=True)
        elif not path.exists():
            path.write_text(json.dumps(written(number)), "utf-8")
