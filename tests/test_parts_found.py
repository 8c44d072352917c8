"""What each part of a request finds, where all of them find nothing."""

from datetime import date

from search.correction.parts_found import MOST_PARTS, parts_found
from search.engine import Matches
from search.query import Query
from search.request import Chosen, Request
from tests.press import PRESS
from tests.scan_engine import ScanEngine

ENGINE = ScanEngine(PRESS)


def test_it_counts_each_part_alone_and_the_others_without_it() -> None:
    asked = Request("seize title:peace", sources=("RT",), since=date(2022, 12, 1))
    found = parts_found(ENGINE, asked, None)
    assert [(part.written, part.choice, part.alone, part.without) for part in found] == [
        ("seize", None, 1, 0),
        ("title:peace", None, 1, 0),
        ("", None, 7, 0),
        ("", Chosen("source", "RT"), 12, 0),
    ]


def test_it_leads_to_the_request_without_the_part() -> None:
    asked = Request("zebra refused", chosen=(Chosen("author", "Ada Reporter"),))
    zebra, refused, author = parts_found(ENGINE, asked, None)
    assert (zebra.request, zebra.without) == (Request("refused", chosen=asked.chosen), 1)
    assert (refused.request.typed, refused.without) == ("zebra", 0)
    assert (author.request, author.without) == (Request("zebra refused"), 0)


def test_it_has_nothing_to_tell_of_a_request_of_one_part() -> None:
    assert parts_found(ENGINE, Request("zebra"), None) == ()


class CountingEngine(ScanEngine):
    """It counts what it is asked."""

    asked = 0

    def match(self, query: Query, limit: int, skip: int = 0) -> Matches:
        """See `search.engine.Engine.match`."""
        self.asked += 1
        return super().match(query, limit, skip)


def test_it_asks_for_no_more_parts_than_it_tells_of() -> None:
    engine = CountingEngine(PRESS[:1])
    found = parts_found(engine, Request(" ".join(f"zq{number}x" for number in range(60))), None)
    assert (len(found), engine.asked) == (MOST_PARTS, 2 * MOST_PARTS)
