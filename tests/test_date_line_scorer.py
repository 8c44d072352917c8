"""The line of a saved page that states when its article was published."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import Published
from index.publication_date.date_candidates import dated_line
from index.publication_date.date_features import SHAPES, shape
from index.publication_date.date_line_scorer import MOST_DATED, date_lines, published_by_line

PROSE = "The talks in Geneva went on for a third day, officials said, and nobody who took part would say when they end."
MENU = ["News", "Opinion", "Sport"]
NOVEMBER_11 = date(2022, 11, 11)


@pytest.mark.parametrize("number", range(len(SHAPES)))
def test_each_shape_is_needed_for_its_example(number: int) -> None:
    dated = dated_line(SHAPES[number].example, None)
    assert dated is not None
    assert shape(dated) == SHAPES[number]


BELIEVED = [
    [*MENU, "Talks go on", "Published on November 11, 2022 by Jane Doe in News", PROSE, "Related", "12 November 2022"],
    [*MENU, "Talks go on", "Jane Doe, 11 November 2022", PROSE],
    [*MENU, "Talks go on", "By Jane Doe • November 11, 2022 • 5 min read", PROSE, "A party", "May 3, 2021"],
    [*MENU, "Talks go on", "Nov 11, 2022, 10:53am | 3 Comments", PROSE],
    [*MENU, "Talks go on", "11. November 2022 um 10:53 Uhr", PROSE],
    [*MENU, "Talks go on", "Von Jana Dohm 11.11.2022, 10:53 Uhr", PROSE],
    [*MENU, "Talks go on", "11.11.22, 10:53 Uhr", PROSE],
    [*MENU, "Talks go on", "Posted on November 11, 2022November 11, 2022Author Jane Doe", PROSE],
    [*MENU, "Talks go on", "11/11/2022 by Jane Doe", PROSE, "12/11/2022 at 3:00 pm", "They will fail."],
    [*MENU, "Talks go on", "November 11, 2022", PROSE, *["x"] * 9, "12 May 2021", "A party", "13 May 2021", "A feast"],
    ["Talks go on", PROSE, *["x"] * 20, "Posted on 11 November 2022", "Bob", "12 May 2021", "Eve", "13 May 2021"],
    [*MENU, "Talks go on", "11. November 202211. November 2022 Jana Dohm 3 Kommentare Genf, Hotels, Seen, Ufer", PROSE],
    [*MENU, "Talks go on", "Pressemitteilung vom 11.11.2022", PROSE],
    [*MENU, "Les pourparlers", "Par Jeanne Dupont le 11 novembre 2022 à 10h53", PROSE],
    [*MENU, "Siguen las conversaciones", "Por Juana Pérez | 11 de noviembre de 2022", PROSE],
    [PROSE, *["x"] * 20, "Talks go on", "11 November 2022", PROSE, PROSE, "Bob says:", "12 November 2022 at 3:00 pm"],
    ["Talks go on", "11 November 2022", *[PROSE] * 3, "2 thoughts on “Talks”", "Bob", "12 November 2022", "So sad."],
    [*["12 May 2021", "A party", "13 May 2021", "A feast", "14 May 2021"], "Talks", "Jane, 11 November 2022", PROSE],
]


@pytest.mark.parametrize("lines", BELIEVED, ids=lambda lines: lines[4])
def test_it_believes_the_line_that_states_it(lines: list[str]) -> None:
    published = published_by_line(lines)
    assert published is not None
    assert (published.first, published.last, published.how) == (NOVEMBER_11, NOVEMBER_11, "stated")
    assert published.evidence in lines


NOT_BELIEVED = [
    [*MENU, "Talks go on", PROSE],
    [*MENU, "Talks go on", "11 November 2022"],
    [*MENU, "Talks of 11 November 2022", PROSE],
    [*MENU, "Talks go on", "© 11 November 2022 Gazette", PROSE],
    [*MENU, "Talks go on", "Retrieved on 11 November 2022", PROSE],
    [*MENU, "The night the wall fell", "9 November 1989", f"That night nobody slept. {PROSE}"],
    [*MENU, "The wall", "9 November 1989", f"It has been a museum since 2009. {PROSE}"],
    [*MENU, "Talks go on", PROSE, "11 November 2022"],
    [*MENU, "Talks go on", PROSE, "Comments", "Posted by Bob on 11 November 2022", "So sad."],
    [*MENU, "Talks go on", "11 November 2022", "A party", "12 November 2022", "A feast", PROSE],
    [*MENU, "会谈继续", "代表张伟，2022年11月11日出生于新加坡，现定居于日内瓦。", PROSE],
    [*MENU, "Talks go on", PROSE, "Bob says:", "11 November 2022 at 3:00 pm", "So sad."],
    [*MENU, "Talks go on", PROSE, "11 November 2022 at 3:00 pm", "Reply", "So sad.", "x"],
    [*MENU, "Talks go on", *[PROSE] * 3, "2 Kommentare", "Bob", "11. November 2022", "Wie traurig.", "x"],
    [*MENU, *["x"] * 20, "11 November 2022", "12 November 2022", "13 November 2022", *["x"] * 20, PROSE],
]


@pytest.mark.parametrize("lines", NOT_BELIEVED, ids=lambda lines: " ".join(lines[4:6])[:60])
def test_it_does_not_believe(lines: list[str]) -> None:
    assert published_by_line(lines) is None


@pytest.mark.parametrize(
    ("line", "others", "first", "last"),
    [
        ("03/04/2022 by Jane Doe", [], date(2022, 3, 4), date(2022, 4, 3)),
        ("03/04/2022 by Jane Doe", ["25/04/2022"], date(2022, 4, 3), date(2022, 4, 3)),
        ("03/04/2022 by Jane Doe", ["4/25/2022"], date(2022, 3, 4), date(2022, 3, 4)),
        ("03/04/2022 by Jane Doe", ["4/25/2022", "25/04/2022"], date(2022, 3, 4), date(2022, 4, 3)),
        ("03.04.2022 by Jane Doe", ["4/25/2022"], date(2022, 4, 3), date(2022, 4, 3)),
    ],
)
def test_it_leaves_open_what_only_other_figures_of_the_text_could_tell(
    line: str, others: list[str], first: date, last: date
) -> None:
    lines = ["Talks go on", line, PROSE, *["x"] * 9, *(f"An event of {other}" for other in others)]
    assert published_by_line(lines) == Published(first, last, "day", "stated", line)


def test_it_says_where_each_line_stands() -> None:
    found = date_lines(["Talks go on", "11 November 2022", PROSE, "It was 9 November 2022, and it rained."])
    assert [(line.number, line.place, line.days.first) for line in found] == [
        (1, -1, NOVEMBER_11),
        (3, 1, date(2022, 11, 9)),
    ]


PIECES = st.sampled_from(
    [
        "11 November 2022",
        "03/04/2022",
        "Published",
        "by Jane Doe",
        "Comments",
        "News",
        PROSE,
        "12.11.22",
        "10:53",
        "|",
        "",
    ]
)


@given(st.lists(st.lists(PIECES, max_size=4).map(" ".join), max_size=12))
def test_what_it_believes_is_a_line_of_the_text(lines: list[str]) -> None:
    published = published_by_line(lines)
    shown = [" ".join(line.split()) for line in lines]
    assert published is None or any(line.startswith(published.evidence) for line in shown)


def test_it_takes_what_a_long_paragraph_opens_with() -> None:
    lines = ["Talks go on", f"Genf, 11. November 2022 – Die Gespräche gehen weiter. {PROSE} {PROSE}", PROSE]
    assert published_by_line(lines) == Published(NOVEMBER_11, NOVEMBER_11, "day", "stated", "Genf, 11. November 2022 –")


def test_it_looks_no_further_in_a_text_of_nothing_but_dates() -> None:
    assert len(date_lines([PROSE, *["11 November 2022"] * 2 * MOST_DATED])) == MOST_DATED


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("11 November 2022", NOVEMBER_11),
        ("Published 11.11.22", NOVEMBER_11),
        ("1/1/22 " * 25, date(2022, 1, 1)),
        ("x", None),
        (PROSE, None),
        ("2022 " * 39, None),
    ],
)
def test_it_takes_of_many_lines_what_it_takes_of_the_first_of_them(line: str, day: date | None) -> None:
    published = published_by_line([PROSE, *[line] * 20_000])
    assert published == published_by_line([PROSE, *[line] * MOST_DATED])
    assert (published and published.first) == day


@pytest.mark.parametrize(
    "line",
    [
        "On March 22, 2016, bombs exploded at the airport of Brussels and in the metro, and 32 people died.",
        "From 1 January 2025, all shops of the old town will be closed on Sundays, as the council has decided.",
        "It was August 4, 2020, when the harbour of Beirut blew up.",
        "Paris, 31 August 1997: the day on which Diana died in a tunnel by the Seine.",
        "On 6 August 1945, an American bomber dropped a bomb on the town by order of the president.",
        "Nacido el 6 de mayo de 1931 en Cádiz",
        "Nato il 6 maggio 1931 a Bari",
        "Родился 6 мая 1931 в Пскове",
        "La final será el 6 de mayo de 2023",
        "Le festival aura lieu le 12 mars 2023",
    ],
)
def test_it_takes_no_day_that_a_text_speaks_of(line: str) -> None:
    assert published_by_line(["What we know", line, PROSE]) is None
    assert published_by_line([line, PROSE]) is None


@pytest.mark.parametrize(
    "line",
    [
        "Mis à jour le 15/11/2022 à 12h00 | Publié le 11/11/2022 à 10h53",
        "Actualizado: 15/11/2022 12:00 | Publicado: 11/11/2022 09:00",
        "Updated November 15, 2022 | Published November 11, 2022",
        "Paris, le 11 novembre 2022",
    ],
)
def test_it_takes_the_day_of_publication_and_not_that_of_an_update(line: str) -> None:
    published = published_by_line(["Titel", line, FRENCH, FRENCH])
    assert published is not None
    assert (published.first, published.last) == (NOVEMBER_11, NOVEMBER_11)


FRENCH = (
    "Le maire de la ville a ouvert vendredi un nouveau pont sur la rivière, dont la construction a duré des années et "
    "coûté beaucoup d’argent, et les cyclistes de la région en sont ravis, dit le maire."
)


@pytest.mark.parametrize(
    "line",
    [
        "Last updated: 11 November 2022",
        "Aktualisiert am 11. November 2022",
        "Zaktualizowano: 11 listopada 2022",
        "Aktualizováno 11. listopadu 2022",
        "Güncelleme: 11 Kasım 2022",
        "Ενημερώθηκε: 11 Νοεμβρίου 2022",
        "Päivitetty 11.11.2022",
        "עודכן: 11 בנובמבר 2022",
        "آخر تحديث: 11 نوفمبر 2022",
        "Cập nhật: 11 tháng 11, 2022",
        "更新日：2022年11月11日",
    ],
)
def test_the_day_of_an_update_is_labelled_so_in_any_language(line: str) -> None:
    published = published_by_line(["The talks", line, PROSE, PROSE])
    assert published is not None
    assert (published.first, published.how) == (date(2022, 11, 11), "changed")


@pytest.mark.parametrize(
    "line",
    [
        "Opublikowano: 11 listopada 2022",
        "Yayınlanma: 11 Kasım 2022, Güncelleme: 12 Kasım 2022",
        "Published 11 November 2022, updated 12 November 2022",
        "By Jane Doe, 11 November 2022 | Updated 12 November 2022",
    ],
)
def test_the_day_of_publication_beside_it_is_stated(line: str) -> None:
    published = published_by_line(["The talks", line, PROSE, PROSE])
    assert published is not None
    assert (published.first, published.how) == (date(2022, 11, 11), "stated")
