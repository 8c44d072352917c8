"""Nine articles in which every operator finds some and not others."""

from datetime import date

from index.article import Article, Published

TODAY = date(2022, 11, 30)


def article(number: int, title: str, body: str, day: date | None, **known: object) -> Article:
    """An article of a day; None is that it has no date."""
    published = day and Published(day, day, "day", "stated", str(day))
    ending = "html" if number == 1 else "txt"
    return Article(f"a{number}", f"/news/{number}.{ending}", title, True, body, published=published, **known)  # type: ignore[arg-type]


NEWS = [
    article(
        1,
        "Kherson retreat",
        "Troops left Kherson on Wednesday. General Surovikin ordered it.\n\nNATO and Turkey watched, and said little.",
        date(2022, 11, 9),
        source="CNN",
        author="Jane Smith",
        place="Kyiv",
        language="en",
        url="https://edition.cnn.com/2022/11/09/kherson",
    ),
    article(
        2,
        "Peace talks fail",
        "Talks of peace failed on Monday. The talks were the third.\n\nOil prices rose.",
        date(2022, 11, 12),
        source="Reuters",
        author="Mark Jones",
        story="a2",
    ),
    article(
        3,
        "Oil price cap agreed",
        "The price of oil was capped at $60. Ministers agreed.\n\nPeace was not spoken of. The talks were.",
        date(2022, 11, 20),
        source="The Guardian",
        cites=("Reuters",),
    ),
    article(
        4,
        "Grain deal renewed",
        "The grain deal, a deal on grain, was renewed. “It takes patience,” Mark Milley said.\n\n"
        "Grain and peace talks go on. Goodwill shows, the B B C wrote.",
        date(2022, 11, 17),
        source="BBC",
        place="Istanbul",
        story="a2",
    ),
    article(
        5,
        "Help arrives",
        "AIDS is treated, and it aids women. A woman spoke of it.",
        date(2021, 12, 1),
        source="CNN",
        url="https://edition.cnn.com/2021/12/01/aids",
    ),
    article(
        6,
        "Loans and banks",
        "The student took a loan. Bankrupt banks discharged loans, and a bank discharges more.",
        date(2020, 1, 5),
    ),
    article(7, "Apple pie", "An apple pie is baked. Another apple was pressed into juice.", None),
    article(8, "Apple earns more", "Apple sold phones. It ordered parts.", date(2022, 11, 28), author="Jane Smith"),
    article(9, "Union talks", "Union talks began in London. Crane drivers want more.", date(2022, 10, 1)),
]
