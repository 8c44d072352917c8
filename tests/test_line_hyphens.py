"""Words that were broken at the end of a line."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text.line_hyphens import joined_at_line_ends


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("the nego-\ntiations over", "the negotiations\nover"),
        ("would re-\n  sume, and", "would resume,\nand"),
        ("a well-\nknown man", "a well-known\nman"),
        ("a cease-\nfire monitor", "a ceasefire\nmonitor"),
        ("the cease-fire; a cease-\nfire monitor", "the cease-fire; a cease-fire\nmonitor"),
        ("the Anglo-\nAmerican pact", "the Anglo-American\npact"),
        ("die Verhand-\nlungen in", "die Verhandlungen\nin"),
        ("negoti\u00ad\nations", "negotiations\n"),
        ("Wirtschafts-\nund Finanzpolitik", "Wirtschafts-\nund Finanzpolitik"),
        ("the F-\n16 jets", "the F-\n16 jets"),
        ("he paused -\nthen left", "he paused -\nthen left"),
        ("a break-\n\nthrough", "a break-\n\nthrough"),
        ("it ar-\nrived\nat noon", "it arrived\nat noon"),
        ("one line-only", "one line-only"),
    ],
)
def test_a_word_is_whole_where_its_line_ends(broken: str, whole: str) -> None:
    assert joined_at_line_ends(broken) == whole


def test_it_takes_no_longer_where_a_text_is_one_run_of_letters() -> None:
    began = time.process_time()
    text = "acgt" * 250_000 + "-\n" + "acgt" * 250_000
    assert joined_at_line_ends(text) == text.replace("-\n", "") + "\n"
    assert time.process_time() - began < 2


@given(st.text(alphabet="ab-\n \u00adA1", max_size=60))
def test_no_letter_is_lost_and_no_line_is_added(text: str) -> None:
    found = joined_at_line_ends(text)
    assert [letter for letter in found if letter.isalnum()] == [letter for letter in text if letter.isalnum()]
    assert found.count("\n") <= text.count("\n")


@pytest.mark.parametrize(
    ("broken", "whole"),
    [("hand-\ned over", "handed\nover"), ("in-\nto it", "into\nit"), ("pre-\nand post-war", "pre-\nand post-war")],
)
def test_an_ending_that_is_also_a_word_is_an_ending_where_that_gives_a_word(broken: str, whole: str) -> None:
    assert joined_at_line_ends(broken) == whole
