"""Days in figures that one row of a file settles for all of its rows."""

import io
import json
from collections.abc import Iterator
from datetime import date

import pytest

from index.article import RoughArticle
from index.errors import Unreadable
from index.publication_date.metadata_dates import stated_by
from index.readers.kinds import kind_of
from index.readers.records import column_order
from index.readers.records.column_order import in_one_order
from index.readers.source import FileSource, Found


def days(name: str, text: str) -> list[str]:
    """The days of the articles of a file, two where one may be either."""
    source = FileSource(name, io.BytesIO(text.encode()))
    found = [each.published for each in kind_of(source).read(source) if isinstance(each, RoughArticle)]
    return ["/".join(sorted({f"{each.first:%d.%m.}", f"{each.last:%d.%m.}"})) if each else "none" for each in found]


def written(name: str, stamps: list[str]) -> str:
    """A file with an article of each day."""
    records = [{"title": f"Weir {n}", "date": stamp, "text": "It opens."} for n, stamp in enumerate(stamps)]
    if name.endswith(".csv"):
        return "title,date,text\n" + "".join(f"{each['title']},{each['date']},It opens.\n" for each in records)
    return json.dumps(records) if name.endswith(".json") else "\n".join(map(json.dumps, records))


ORDERS = [
    (["01/02/2022", "13/02/2022"], ["01.02.", "13.02."]),
    (["13/02/2022", "01/02/2022 10:15"], ["13.02.", "01.02."]),
    (["01/02/2022", "02/13/2022"], ["02.01.", "13.02."]),
    (["02/03/22", "13/02/22"], ["02.03.", "13.02."]),
    (["01/02/2022", "11/11/2022"], ["01.02./02.01.", "11.11."]),
    (["01/02/2022", "13/02/2022", "02/13/2022"], ["01.02./02.01.", "13.02.", "13.02."]),
    (["01/02/2022", "2022-02-13"], ["01.02./02.01.", "13.02."]),
]


@pytest.mark.parametrize("name", ["a.csv", "a.json", "a.jsonl"])
@pytest.mark.parametrize(("stamps", "expected"), ORDERS)
def test_one_row_settles_the_order_of_day_and_month_in_its_column(
    name: str, stamps: list[str], expected: list[str]
) -> None:
    assert days(name, written(name, stamps)) == expected


def rough(stamp: str) -> RoughArticle:
    """An article of a day."""
    return RoughArticle("It opens.", title="Weir", published=stated_by(stamp))


def test_a_settled_day_says_by_what() -> None:
    first, _ = in_one_order(iter([rough("01/02/2022"), rough("13/02/2022")]))
    assert isinstance(first, RoughArticle)
    assert first.published
    assert first.published.evidence == "01/02/2022, day first as elsewhere in its file"


def test_of_a_long_file_what_stands_above_counts_for_what_stands_below(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(column_order, "MOST_AHEAD", 2)
    taken = []

    def each_taken() -> Iterator[Found]:
        """The articles, each noted as it is asked for."""
        for stamp in ("01/02/2022", "01/02/2022", "01/02/2022", "13/02/2022", "01/02/2022"):
            taken.append(stamp)
            yield rough(stamp)

    found = in_one_order(each_taken())
    next(found)
    assert len(taken) == 2
    lasts = [each.published.last for each in found if isinstance(each, RoughArticle) and each.published]
    assert lasts == [date(2022, 2, 1), date(2022, 2, 1), date(2022, 2, 13), date(2022, 2, 1)]
    assert len(taken) == 5


def test_what_was_read_before_a_fault_is_told_first() -> None:
    def broken() -> Iterator[Found]:
        """Two articles, and what is no longer JSON."""
        yield rough("01/02/2022")
        yield Unreadable("entry 2: not an object with fields")
        yield rough("13/02/2022")
        raise Unreadable("not JSON")

    found = in_one_order(broken())
    told = [next(found) for _ in range(3)]
    with pytest.raises(Unreadable, match="not JSON"):
        next(found)
    assert isinstance(told[0], RoughArticle)
    assert told[0].published
    assert told[0].published.last == date(2022, 2, 1)
    assert isinstance(told[1], Unreadable)
