"""A small press for tests of the page: enough articles for several pages, and one by a hostile hand."""

from dataclasses import replace
from datetime import date, timedelta

from index.article import Article, How, Precision, Published, Removed


def published(first: date, last: date | None = None, how: How = "stated", evidence: str = "") -> Published:
    """A publication date; one day when no last is given."""
    precision: Precision = "day" if last is None else "month"
    return Published(first, last or first, precision, how, evidence or first.isoformat())


TALKS = Article(
    id="talks",
    path="news/talks.txt",
    title="General urges peace talks",
    title_is_stated=True,
    body="The general said to seize the moment. “Seize it,” he added.\n\nTalks were refused.",
    source="CNN",
    url="https://example.org/talks?a=b&c=d",
    author="Ada Reporter",
    place="Washington",
    published=published(date(2022, 11, 12), evidence="date 2022-11-12"),
    cites=("The New York Times", "Reuters"),
    removed=(Removed("Read also: other news", "read also"), Removed("Posted on", "empty label")),
)
HOSTILE = Article(
    id="hostile",
    path="news/<img src=x>.txt",
    title='<script>alert("title")</script> & <mark>not a match</mark>',
    title_is_stated=True,
    body="<script>alert('body')</script> <mark>fake</mark> \u202ethe moment &amp; \x00 \ud800 " + "w" * 600,
    source='"><b onmouseover=alert(1)>Outlet</b>',
    url="javascript:alert(1)",
    author="<i>x</i>",
    place="<u>y</u>",
    published=published(date(2021, 3, 1), date(2021, 3, 31), "filename", '2021-03" onclick="alert(1)'),
    cites=("<s>z</s>",),
    removed=(Removed("</details><script>alert(2)</script>", "<rule>"),),
)
UNDATED = Article(
    id="undated", path="news/u.txt", title="He said the", title_is_stated=False, body="He said the moment."
)
ROUND_UPS = tuple(
    Article(
        id=f"round-up-{number:02}",
        path=f"news/{number}.txt",
        title=f"Round-up {number}",
        title_is_stated=True,
        body=f"Peace and talks, part {number}.",
        source="RT" if number % 2 else "CNN",
        published=published(date(2022, 1, 1) + timedelta(days=20 * number)),
    )
    for number in range(24)
)
PIER = Article(
    id="pier",
    path="bridge/pier.txt",
    title="Bridge closed",
    title_is_stated=True,
    body=(
        "Engineers found a crack of 12 centimetres in the northern pier. Traffic now goes through Meissen by ferry. "
        "Works begin soon."
    ),
    source="Elbe Post",
    published=published(date(2023, 5, 2)),
    story="crack",
    family="crack",
    wording="pier",
)
PRINTED_AGAIN = replace(
    PIER, id="pier-again", path="bridge/again.txt", source="Daily <b>Wire</b>", published=published(date(2023, 5, 4))
)
CRACK = Article(
    id="crack",
    path="bridge/crack.txt",
    title="Crack in <i>the</i> pier",
    title_is_stated=True,
    body=(
        "<script>alert(3)</script> Nobody was hurt. Twelve lorries wait.\n\n"
        "Engineers saw a crack of 12 centimetres in the northern pier. Traffic now goes through Meissen by ferry!"
    ),
    story="crack",
    family="crack",
)
TOLD = replace(CRACK, id="told", path="bridge/told.txt", title="Untold " + "x" * 400, body="", family=None)
SAID = replace(
    CRACK,
    id="said",
    title="Pier to be replaced",
    body="“The pier must be replaced before <b>the</b> storms,” said Anna Brandt on 3 May 2023.",
    story="said",
)
SAID_OTHERWISE = replace(SAID, id="said-otherwise", body=SAID.body.replace("must", "has to"))
STORY = (PIER, PRINTED_AGAIN, CRACK, TOLD, SAID, SAID_OTHERWISE)
"""Articles of two stories: of one of them a reprint, one that is reworded, one without a text; of the other, two that
quote the same words."""

PRESS = (TALKS, HOSTILE, UNDATED, *ROUND_UPS)
