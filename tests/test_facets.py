"""The values that matches share."""

from search.engine import Matches
from search.facets import facets
from search.results import Facet, FacetValue


def test_it_puts_the_outlet_with_most_matches_first_and_the_newest_days_first() -> None:
    matches = Matches(
        candidates=(),
        total=9,
        distinct={},
        sources={"RT": 2, "cnn": 3, "BBC": 3, "AP": 0},
        years={"2021": 1, "2022": 8},
        months={"2021-12": 1, "2022-11": 5, "2022-02": 3},
    )
    assert facets(matches) == (
        Facet("source", (FacetValue("BBC", 3), FacetValue("cnn", 3), FacetValue("RT", 2))),
        Facet("year", (FacetValue("2022", 8), FacetValue("2021", 1))),
        Facet("month", (FacetValue("2022-11", 5), FacetValue("2022-02", 3), FacetValue("2021-12", 1))),
    )


def test_it_leaves_out_what_no_match_has() -> None:
    assert facets(Matches((), 2, {}, {"CNN": 2}, {}, {})) == (Facet("source", (FacetValue("CNN", 2),)),)
    assert facets(Matches((), 0, {}, {}, {}, {})) == ()
