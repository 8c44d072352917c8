"""Articles as readers cite them."""

from dataclasses import replace
from datetime import date

import pytest

from index.article import Article, Published
from search.export.citation_styles import apa, chicago

DAY = date(2022, 11, 16)
SPLIT = Article(
    id="split",
    path="split.txt",
    title="Cabinet splits",
    title_is_stated=True,
    body="",
    source="Meridian Post",
    url="https://mpost.example/split",
    author="Ruth Anne Adeyemi and Bo Li",
    published=Published(DAY, DAY, "day", "stated", "16 Nov 2022"),
)
MONTH = Published(date(2022, 11, 1), date(2022, 11, 30), "month", "stated", "")
NEAR = Published(date(2022, 11, 14), DAY, "day", "inferred", "")


@pytest.mark.parametrize(
    ("article", "in_apa", "in_chicago"),
    [
        (
            SPLIT,
            "Adeyemi, R. A., & Li, B. (2022, November 16). Cabinet splits. Meridian Post. https://mpost.example/split",
            "Ruth Anne Adeyemi and Bo Li, “Cabinet splits,” Meridian Post, November 16, 2022, https://mpost.example/split.",
        ),
        (
            replace(SPLIT, author=None, published=MONTH, url=None),
            "Cabinet splits. (2022, November). Meridian Post.",
            "“Cabinet splits,” Meridian Post, November 2022.",
        ),
        (
            replace(SPLIT, author="AFP", published=NEAR, url=None, title="Who splits?"),
            "AFP. (2022, November). Who splits? Meridian Post.",
            "AFP, “Who splits?” Meridian Post, November 2022.",
        ),
        (
            replace(SPLIT, author=None, published=None, source=None, url=None),
            "Cabinet splits. (n.d.).",
            "“Cabinet splits,” n.d.",
        ),
    ],
)
def test_it_cites_as_much_as_is_known(article: Article, in_apa: str, in_chicago: str) -> None:
    assert (apa(article), chicago(article)) == (in_apa, in_chicago)
