"""The passage of an article that shows most of a query."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import form, ring_terms, terms
from index.text.sentences import sentences
from search.clauses import And, Clause, Everything, Not, Or, Phrase, Prefix, Word
from search.highlight import highlighter as highlighter_module
from search.highlight import snippet as snippet_module
from search.highlight.highlighter import marked, marks
from search.highlight.passage import MarkedText
from search.highlight.snippet import LIMIT, MOST_MATCHES, snippet, stretches, tidied
from search.language.parser import parse
from search.results import Piece

SEEDS = Path(__file__).parent.parent / "seeds"


def word(typed: str) -> Word:
    return Word(typed, terms(typed)[0], None, ring_terms(form(typed)))


def words(typed: str) -> And:
    return And(tuple(word(each) for each in typed.split()))


def phrase(typed: str) -> Phrase:
    return Phrase(typed, tuple(terms(typed)))


def shown(clause: Clause, body: str) -> str:
    """The snippet with its marks in brackets."""
    return "".join(f"[{text}]" if is_mark else text for text, is_mark in snippet(clause, body))


def seed(number: int) -> str:
    return next(SEEDS.glob(f"{number:03}_*.txt")).read_text()


FILLER = "Nothing of note was said there, as far as anyone who was in the room remembers it now."


@pytest.mark.parametrize(
    ("clause", "number", "expected"),
    [
        (
            phrase("seize the moment"),
            0,
            "When there is an opportunity to negotiate, when peace can be achieved, seize it. [Seize the "
            "moment], says Milley.",
        ),
        (
            words("milley peace talks"),
            3,
            "In a speech to the Economic Club of New York last week, [Milley] said that he saw an opportunity "
            "for [peace] [talks] between Russia and Ukraine. “When there’s an opportunity to negotiate when "
            "[peace] can be achieved, seize it,” he said. “Seize the moment.”",
        ),
        (
            words("kherson withdrawal"),
            2,
            "Milley was apparently referring to Moscow’s recent decision to [withdraw] its troops from the right "
            "bank of the Dnieper River, including the city of [Kherson], a move made to preserve the lives of "
            "Russian soldiers.",
        ),
        (
            phrase("bargaining table"),
            1,
            "…made the case in internal meetings that the Ukrainians have achieved about as much as they could "
            "reasonably expect on the battlefield before winter sets in, and so they should try to cement their "
            "gains at the [bargaining table], the NYT writes.",
        ),
        (
            Prefix("negotiat"),
            4,
            "Sullivan also publicly quoted Biden last week as saying it was up to Ukraine to decide “when and "
            "how they want to [negotiate].” Biden also reiterated that the US will not [negotiate] anything "
            "related to war without Ukraine at a G20 press conference on Monday.",
        ),
        (
            words("winter"),
            2,
            "According to White House officials interviewed by the outlet, Gen. Mark Milley, who heads the US "
            "Joint Chiefs of Staff, stated during internal meetings that Kiev’s forces had achieved all that "
            "they may reasonably expect before [winter] sets in and “should try…",
        ),
        (
            words("biden kherson"),
            3,
            "…other [Biden] administration officials are against the idea, CNN reported on Friday. … Russia on "
            "Friday announced it completed its withdrawal from the southern Ukrainian city of [Kherson] on "
            "Friday.",
        ),
    ],
)
def test_it_shows_what_a_good_editor_would_choose(clause: Clause, number: int, expected: str) -> None:
    assert shown(clause, seed(number)) == expected


def test_it_begins_at_the_beginning_when_the_body_has_nothing_of_the_query() -> None:
    body = f"The talks ended. Nobody signed.\n\n{FILLER} {FILLER} {FILLER}"
    expected = (("The talks ended. Nobody signed. " + " ".join([FILLER] * 2), False),)
    assert snippet(word("zzzz"), body) == snippet(Everything(), body) == snippet(Not(word("talks")), body) == expected


def test_it_passes_over_headings_when_it_shows_the_beginning() -> None:
    assert snippet(Everything(), "WASHINGTON\n\nRead more\n\nThe talks ended.") == (("The talks ended.", False),)


@pytest.mark.parametrize("body", ["", " \n\n\t "])
def test_it_is_empty_for_an_empty_body(body: str) -> None:
    assert snippet(word("talks"), body) == ()


def test_it_shows_where_it_was_said_and_not_where_it_was_not() -> None:
    said = "“We want talks now and nothing else but talks,” Mark Milley said."
    filling = " ".join("The talks went on for another day." for _ in range(12))
    asked = parse("speaker:Milley talks").clause
    assert shown(asked, f"{filling}\n\n{said}\n\n{filling}").startswith(
        "“We want [talks] now and nothing else but [talks],” Mark Milley said."
    )


def test_it_prefers_rare_words_of_the_query_to_frequent_ones() -> None:
    body = f"The man of the house of the king. The son of the man. {FILLER} {FILLER} {FILLER} A bank in England closed."
    assert "[bank] in [England]" in shown(words("the bank of england"), body)


def test_it_prefers_the_passage_with_more_matches_when_both_show_as_much() -> None:
    body = f"Talks began. {FILLER}\n\n{FILLER} {FILLER}\n\nTalks about talks ended. {FILLER} {FILLER}"
    assert shown(word("talks"), body).startswith("[Talks] about [talks] ended.")


def test_it_prefers_the_earlier_of_two_equal_passages() -> None:
    body = f"Talks began. {FILLER}\n\n{FILLER} {FILLER}\n\nTalks ended. {FILLER} {FILLER}"
    assert shown(word("talks"), body).startswith("[Talks] began.")


def test_it_joins_two_passages_when_one_cannot_show_everything() -> None:
    body = f"Kherson fell. {FILLER}\n\n{FILLER} {FILLER}\n\n{FILLER} Biden spoke."
    assert shown(words("kherson biden"), body) == f"[Kherson] fell. {FILLER} … {FILLER} [Biden] spoke."


def test_it_marks_a_phrase_only_where_it_is_one() -> None:
    body = f"Talks of peace. Peace and talks. The peace\ntalks began. {FILLER}"
    assert "[peace talks] began." in shown(phrase("peace talks"), body)
    assert shown(phrase("peace talks"), body).count("[") == 1


def test_it_never_halves_a_phrase_at_its_border() -> None:
    for length in range(150, 260):
        body = f"talks {'x' * 9} " + "so " * (length // 3) + "seize the moment and the day" + " and so on" * 40
        whole = shown(Or((word("xxxxxxxxx"), phrase("seize the moment"))), body)
        assert "[seize the moment]" in whole or "seize" not in whole


def test_it_runs_no_heading_into_the_text() -> None:
    body = f"Talks end\n\n{FILLER} The talks ended."
    assert shown(word("talks"), body) == f"{FILLER} The [talks] ended."


def test_it_leaves_no_word_dangling_before_an_ellipsis() -> None:
    body = "Milley " + "spoke at length about the war and the peace in the room of the club in the city " * 10
    assert (
        not shown(word("milley"), body).removesuffix("…").endswith((" the", " of", " in", " and", " at", " about the"))
    )


@pytest.mark.parametrize(
    "body",
    [
        "talks" * 200_000,
        "talks " * 100_000,
        "talks, " * 100_000,
        "x" * 500_000 + " talks " + "y" * 500_000,
        "talks" + " " * 500_000 + "talks",
        "." * 500_000,
        "談" * 300_000,
        "\u0301" * 300_000,
        "talks\n\n" * 50_000,
    ],
    ids=[
        "no space",
        "words",
        "clauses",
        "long words",
        "white space",
        "full stops",
        "no words",
        "accents",
        "paragraphs",
    ],
)
def test_it_keeps_its_length_whatever_the_body(body: str) -> None:
    text = "".join(text for text, _ in snippet(And((word("talks"), phrase("talks talks"), word("談"))), body))
    assert len(text) <= LIMIT


def test_it_cuts_a_phrase_that_is_longer_than_a_snippet_at_a_word() -> None:
    long = "seize the moment and " * 30
    found = snippet(phrase(long), f"He said: {long}.")
    assert [is_mark for _, is_mark in found] == [False, True, False]
    assert long.startswith(found[1][0] + " ")
    assert len("".join(text for text, _ in found)) <= LIMIT


VOCABULARY = ["talks", "peace", "war", "Milley’s", "the", "of", "a", "seized", "U.S.", "Kyiv", "negotiating", "strasse"]
SENTENCES = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=40).flatmap(
    lambda found: st.sampled_from([" ", ", ", " – ", "  "]).map(lambda gap: gap.join(found).capitalize() + ".")
)
BODIES = st.lists(st.tuples(SENTENCES, st.sampled_from([" ", "\n\n", "\n"])), max_size=20).map(
    lambda parts: "".join(sentence + gap for sentence, gap in parts)
)
QUERIES: st.SearchStrategy[Clause] = st.lists(
    st.one_of(
        st.sampled_from(VOCABULARY).map(word),
        st.lists(st.sampled_from(VOCABULARY), min_size=2, max_size=3).map(" ".join).map(phrase),
        st.sampled_from(["t", "neg", "str"]).map(Prefix),
    ),
    min_size=1,
    max_size=5,
).map(lambda found: Or(tuple(found)))


def without_ellipses(pieces: tuple[Piece, ...]) -> list[str]:
    """The stretches of text that the snippet took from the body."""
    return [run for run in "".join(text for text, _ in pieces).replace(" … ", "…").split("…") if run]


@given(QUERIES, BODIES)
def test_it_takes_its_passages_from_the_body_in_order_and_within_bounds(clause: Clause, body: str) -> None:
    folded = " ".join(body.split())
    pieces = snippet(clause, body)
    place = 0
    for run in without_ellipses(pieces):
        place = folded.index(run, place) + len(run)
    assert len("".join(text for text, _ in pieces)) <= LIMIT
    assert bool(pieces) == bool(folded)
    assert snippet(clause, body) == pieces


@given(QUERIES, BODIES)
def test_it_marks_what_the_whole_body_marks(clause: Clause, body: str) -> None:
    """Each run of the snippet stands somewhere in the body with just these marks."""
    bracketed = "".join(f"⟦{text}⟧" if is_mark else text for text, is_mark in marked(clause, tidied(body), "body"))
    folded = " ".join(bracketed.split())
    found = "".join(f"⟦{text}⟧" if is_mark else text for text, is_mark in snippet(clause, body))
    for run in found.replace(" … ", "…").split("…"):
        assert run in folded


@given(QUERIES, BODIES)
def test_it_shows_something_of_the_query_whenever_the_body_does(clause: Clause, body: str) -> None:
    in_body = any(is_mark for _, is_mark in marked(clause, body, "body"))
    assert any(is_mark for _, is_mark in snippet(clause, body)) == in_body


@given(QUERIES, st.text())
def test_it_takes_any_text(clause: Clause, body: str) -> None:
    assert len("".join(text for text, _ in snippet(clause, body))) <= LIMIT


def test_it_chooses_among_the_first_matches_where_nearly_every_word_matches() -> None:
    patterns = Or(tuple(Prefix(letter) for letter in "abcdefghijklmnopqrstuvwxyz"))
    body = "talks " * MOST_MATCHES + "zebra"
    found = marks(patterns, body, "body", most_matches=MOST_MATCHES)
    assert (len(found), found[-1].end) == (MOST_MATCHES, 6 * MOST_MATCHES - 1)
    assert len(marks(patterns, body, "body")) == MOST_MATCHES + 1
    assert not [text for text, _ in snippet(patterns, body) if "zebra" in text]
    few = Or((Prefix("t"), Word("zebra", "zebra")))
    assert [text for text, _ in snippet(few, body) if "zebra" in text]


@given(st.text("ab \n", max_size=60), st.integers(5, 20))
def test_a_very_long_text_is_cut_between_paragraphs_or_words_without_losing_any(text: str, longest: int) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(snippet_module, "STRETCH", longest)
        found = list(stretches(text))
    assert "".join(text[start:end] for start, end in found) == text
    assert all(0 < end - start <= longest for start, end in found) or found == [(0, 0)]


def test_the_passage_of_a_very_long_text_is_in_the_first_stretch_that_shows_anything(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(snippet_module, "STRETCH", 3 * len(FILLER))
    body = "\n\n".join([FILLER] * 8 + ["A truce holds at the river."] + [FILLER] * 8 + ["The truce is over."])
    assert "A [truce] holds at the river." in shown(word("truce"), body)
    monkeypatch.setattr(snippet_module, "MOST_STRETCHES", 2)
    assert "[" not in shown(word("truce"), body)
    assert shown(parse("first3(over)").clause, "\n\n".join([FILLER] * 9 + ["Over the river."])).count("[") == 0


def test_quotations_far_down_a_very_long_text_are_not_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    body = "\n\n".join(["“The truce holds,” said Mary Jones."] * 3)
    asked = parse("said:truce").clause
    assert sum(is_mark for _, is_mark in marked(asked, body, "body")) == 3
    monkeypatch.setattr(highlighter_module, "LONGEST_QUOTED", len(body) // 3)
    assert sum(is_mark for _, is_mark in marked(asked, body, "body")) == 1


SENTENCES = st.lists(
    st.tuples(
        st.sampled_from(["It rose.", "Mr. Smith left", "no end", "He (the “boss”) is here!", "戦争は。", "A B. C."]),
        st.sampled_from([" ", "\n\n", "\n \n\n", "\n", ""]),
    )
).map(lambda pairs: "".join(sentence + space for sentence, space in pairs))


@given(SENTENCES, st.tuples(st.integers(0, 90), st.integers(0, 90)).map(sorted), st.integers(0, 40))
def test_of_a_part_of_a_text_all_sentences_are_known(text: str, span: list[int], around: int) -> None:
    begin, end = (min(place, len(text)) for place in span)
    page = MarkedText(text, ()).page((begin, end), around)
    found, every = list(zip(page.starts, page.ends, strict=True)), sentences(text)
    near = [(start, stop) for start, stop in every if start <= end + around and stop >= begin - around]
    assert set(near) <= set(found)
    assert not found or found == every[every.index(found[0]) : every.index(found[-1]) + 1]


@given(SENTENCES, st.integers(0, 9))
def test_a_text_begins_with_so_many_sentences_where_it_has_them(text: str, fewest: int) -> None:
    page, every = MarkedText(text, ()).beginning(fewest, 0), sentences(text)
    assert list(page.starts) == [start for start, _ in every[: len(page.starts)]]
    assert len(page.starts) >= min(fewest, len(every))
