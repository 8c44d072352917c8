"""The dateline that opens a report."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.front_matter.datelines import DASH, IN_BORDERS, NO_DASH, Dateline, dateline
from index.lexicon.places import CITIES, REGIONS

DATELINES = [
    ("Washington CNN—", "", "Washington", "CNN", None),
    ("LONDON (Reuters) -", " Britain said", "London", "Reuters", None),
    ("WASHINGTON (AP) —", " The talks", "Washington", "Associated Press", None),
    ("KYIV, Nov 11 (Reuters) -", " Russia said", "Kyiv", "Reuters", "Nov 11"),
    ("KYIV, 11 November 2022 (Reuters) -", " Russia said", "Kyiv", "Reuters", "11 November 2022"),
    ("LONDON/KYIV, Nov 11 (Reuters) -", " Russia said", "London/Kyiv", "Reuters", "Nov 11"),
    ("MOSCOW, November 11. /TASS/.", " Russia said", "Moscow", "TASS", "November 11"),
    ("NEW YORK, Nov. 11, 2022 /PRNewswire/ --", " Acme said", "New York", "PRNewswire", "Nov. 11, 2022"),
    ("BEIJING, Nov. 11 (Xinhua) --", " China said", "Beijing", "Xinhua", "Nov. 11"),
    ("Kyiv, Ukraine (AFP) –", " Russia said", "Kyiv, Ukraine", "Agence France-Presse", None),
    ("Kyiv, Ukraine CNN —", " The talks", "Kyiv, Ukraine", "CNN", None),
    ("KYIV, Ukraine —", " The talks", "Kyiv, Ukraine", None, None),
    ("WASHINGTON, D.C. (Reuters) -", " The talks", "Washington, D.C.", "Reuters", None),
    ("RIO DE JANEIRO —", " “The talks” begin", "Rio de Janeiro", None, None),
    ("POKROVSK, Nov. 11 —", " The talks", "Pokrovsk", None, "Nov. 11"),
    ("KYIV/MOSCOW —", " The talks", "Kyiv/Moscow", None, None),
    ("SPRINGFIELD, Ill. —", " The talks", "Springfield, Ill.", None, None),
    ("UNITED NATIONS —", " The talks", "United Nations", None, None),
    ("LVIV (Gazeta) —", " The talks", "Lviv", "Gazeta", None),
    ("(CNN)", "The president", None, "CNN", None),
    ("CNN —", " The president", None, "CNN", None),
]


@pytest.mark.parametrize(("words", "rest", "place", "source", "day"), DATELINES)
def test_it_reads(words: str, rest: str, place: str | None, source: str | None, day: str | None) -> None:
    assert dateline(words + rest) == Dateline(words, place, source, day)


@pytest.mark.parametrize(
    "prose",
    [
        "NATO — The alliance met.",
        "BIDEN — The president said",
        "TRUMP — He said",
        "HIMARS — The rocket system",
        "BIDEN, Trump — The two",
        "BIDEN (Democrat) — The president said",
        "HIMARS (Lockheed) — The rocket system",
        "TIMELINE/MAP — The talks",
        "WASHINGTON — the city that never talks.",
        "BREAKING — Russia said",
        "UPDATE 1-Russia said",
        "Biden — who is 79 — said",
        "Milley—the general—said",
        "Anderson Cooper (CNN) said that",
        "He said CNN — The network — was wrong.",
        "PORTLAND (Monday) - The talks",
        "White House divided on pushing for peace in Ukraine – NYT",
        "The U.S.-led talks",
        "—",
        "",
    ],
)
def test_it_leaves_prose_alone(prose: str) -> None:
    assert dateline(prose) is None


@given(st.text(alphabet=st.sampled_from("ABc,. ()/-—CN")))
def test_its_words_open_the_paragraph(paragraph: str) -> None:
    found = dateline(paragraph)
    assert found is None or paragraph.lstrip().startswith(found.words)


@pytest.mark.parametrize("city", sorted(CITIES))
def test_it_reads_a_city_alone_in_capitals(city: str) -> None:
    found = dateline(f"{city.upper()} — The talks go on.")
    assert found is not None
    assert found.words == f"{city.upper()} —"


@pytest.mark.parametrize("region", sorted(REGIONS))
def test_it_reads_a_country_or_state_after_a_place(region: str) -> None:
    found = dateline(f"SPRINGFIELD, {region} — The talks go on.")
    assert found is not None
    assert found.words == f"SPRINGFIELD, {region} —"


@given(st.text(st.sampled_from("KYIV (CNN)/. -—–“"), max_size=20))
def test_it_needs_one_of_a_few_marks(head: str) -> None:
    assert IN_BORDERS.search(head) or not (DASH.search(head) or NO_DASH.search(head))
