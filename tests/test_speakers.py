"""The quotations of an article, and who speaks them."""

import cProfile
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.entities.capitalised_names import RUN, known_name, name_in
from index.entities.name_tokens import words
from index.orthography.characters import MARKS as ACCENTS
from index.quotations.quotation_spans import MARK, PAIRS, Closing
from index.quotations.speakers import quotes
from tests.quoted_news import PASSAGES

Pair = tuple[str, str | None]


def found(text: str) -> list[Pair]:
    """Each quotation with the name of its speaker."""
    return [(text[q.start : q.end], text[slice(*q.speaker)] if q.speaker else None) for q in quotes(text)]


def measured() -> dict[str, float]:
    """How many of the quotations, and of their speakers, are right, and how many of the right ones are found."""
    pairs = [(set(found(text)), set(expected)) for text, expected in PASSAGES]
    spans = [({quote for quote, _ in ours}, {quote for quote, _ in theirs}) for ours, theirs in pairs]
    named = [({pair for pair in ours if pair[1]}, {pair for pair in theirs if pair[1]}) for ours, theirs in pairs]
    return {
        f"{what} {which}": sum(len(ours & theirs) for ours, theirs in sets) / sum(len(pair[side]) for pair in sets)
        for what, sets in (("quotation", spans), ("speaker", named))
        for side, which in enumerate(("precision", "recall"))
    }


FLOORS = {
    "quotation precision": 1.0,
    "quotation recall": 1.0,
    "speaker precision": 0.979,
    "speaker recall": 0.979,
}


def test_it_reads_quotations_and_speakers_as_people_do() -> None:
    scores = measured()
    print(" ".join(f"{name}={score:.3f}" for name, score in scores.items()))
    assert sum(len(expected) for _, expected in PASSAGES) >= 80
    assert {name: scores[name] for name, floor in FLOORS.items() if scores[name] < floor} == {}


@pytest.mark.parametrize(("mark", "closing"), PAIRS.items())
def test_each_mark_opens_a_quotation(mark: str, closing: Closing) -> None:
    example = closing.example
    (only,) = quotes(example)
    assert example[: only.start].endswith(mark)
    assert example[only.end] in closing.marks
    assert example[only.start : only.end].strip() in ("We go,", "We go", "Wir gehen", "On y va", "行きます")


ATTRIBUTIONS: list[tuple[str, str, Pair]] = [
    ("behind: a name and a verb", "“We go now,” Milley said.", ("We go now,", "Milley")),
    ("behind: a verb and a name", "“We go now,” said Gen. Mark Milley.", ("We go now,", "Mark Milley")),
    ("behind: the full name, found elsewhere", "Mark Milley left. “No,” Milley said.", ("No,", "Mark Milley")),
    ("behind: an apposition", "“No,” Ned Price, a spokesman, told CNN.", ("No,", "Ned Price")),
    ("behind: brackets", "“No,” Chuck Schumer (D-N.Y.) said.", ("No,", "Chuck Schumer")),
    ("behind: adverbs", "“No,” Milley later also said.", ("No,", "Milley")),
    ("behind: according to", "“No,” according to Milley.", ("No,", "Milley")),
    ("behind: the name behind a noun", "“No,” said his rival, Bill Stone.", ("No,", "Bill Stone")),
    ("behind: the outlet's reporter", "“No,” wrote CNN’s Jake Tapper.", ("No,", "Jake Tapper")),
    ("behind: a pronoun", "Mark Milley left. “No,” he said.", ("No,", "Mark Milley")),
    ("before: a colon", "Milley said: “We go.”", ("We go.", "Milley")),
    ("before: who is told", "Milley told CNN on Friday: “We go.”", ("We go.", "Milley")),
    ("before: a part of a sentence", "Milley said it was “a good time to talk.”", ("a good time to talk.", "Milley")),
    ("before: an apposition", "Milley, who leads them, said: “We go.”", ("We go.", "Milley")),
    ("before: a name in apposition", "The general, Mark Milley, said: “We go.”", ("We go.", "Mark Milley")),
    ("before: a relative clause", "It was Mark Milley, who said, “We go.”", ("We go.", "Mark Milley")),
    ("before: according to", "According to Milley, “we go right now.”", ("we go right now.", "Milley")),
    ("before: turned round", "The men, said Milley, “go right now.”", ("go right now.", "Milley")),
    ("before: a name alone", "Mark Milley: “We go.”", ("We go.", "Mark Milley")),
    ("before: an adverb", "Milley, however, said: “We go.”", ("We go.", "Milley")),
    ("none: nobody", "“No,” officials said.", ("No,", None)),
    ("none: a noun for many", "“No,” Witnesses said.", ("No,", None)),
    ("none: an office", "“No,” the Arizona Republican said.", ("No,", None)),
    ("none: who speaks for the one named", "“No,” said a spokesman for Milley.", ("No,", None)),
    ("none: the same before the verb", "A spokesman for Milley said: “No.”", ("No.", None)),
    ("none: who is told", "Milley was told “to leave at once.”", ("to leave at once.", None)),
    ("none: another sentence", "“No!” Milley said he would go.", ("No!", None)),
    ("none: somebody else's word", "Biden said Milley called it “a very bad idea.”", ("a very bad idea.", None)),
    ("none: a term", "Milley said the “deep state” was at work.", ("deep state", None)),
    ("none: a title", "Milley told “The New Yorker” all.", ("The New Yorker", None)),
    ("none: two may be meant", "Mark Milley met Ned Price. “No,” he said.", ("No,", None)),
    ("none: a common noun", "The team won. “No,” Team said.", ("No,", None)),
    ("none: two together", "Milley and Price said they “regret it all.”", ("regret it all.", None)),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in ATTRIBUTIONS], ids=[row[0] for row in ATTRIBUTIONS])
def test_it_names_who_speaks_and_nobody_else(text: str, expected: Pair) -> None:
    assert found(text) == [expected]


MARKS: list[tuple[str, str, list[str]]] = [
    ("apostrophes are no quotes", "The workers’ unions don’t like the ’90s, rock ’n’ roll or O'Brien's 5' wall.", []),
    (
        "possessives do not close",
        "‘The workers’ rights and the unions’ rights come first.’",
        ["The workers’ rights and the unions’ rights come first."],
    ),
    (
        "a short one in s closes all the same",
        "The ‘terrorists’ were farmers, and the Smiths’ house burned.",
        ["terrorists"],
    ),
    ("the outermost of nested ones", "“He said ‘no’ and «go» to me,” she said.", ["He said ‘no’ and «go» to me,"]),
    ("double marks inside single ones", "‘He said “no” to me.’", ["He said “no” to me."]),
    ("mixed marks", 'He left “with no word."', ["with no word."]),
    ("a mark that turns the wrong way", "”We go,” she said", ["We go,"]),
    ("marks with spaces inside", '« On y va » et " voila "', [" On y va ", " voila "]),
    ("marks without a space before", 'He said:"We go."Then he left.', ["We go."]),
    ("inches are no marks", 'He is 5\'10" tall, "a tower."', ["a tower."]),
    ("one left open ends with its paragraph", "“We go. And so on.\n\nHe left.", ["We go. And so on."]),
    ("one left open ends before the next", "“We go. “We stay.”", ["We go. ", "We stay."]),
    ("paragraphs that each open", "“One.\n\n“Two.\n\n“Three.” “Four.”", ["One.\n\n“Two.\n\n“Three.", "Four."]),
    ("paragraphs that each open, in single marks", "‘One.\n\n‘Two,’ he said. ‘Three.’", ["One.\n\n‘Two,", "Three."]),
    ("marks around nothing", '“” "" ‘ ’ “ ”', []),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in MARKS], ids=[row[0] for row in MARKS])
def test_it_finds_what_stands_between_marks(text: str, expected: list[str]) -> None:
    assert [text[quotation.start : quotation.end] for quotation in quotes(text)] == expected


PIECES = ["“", "”", '"', "'", "‘", "’", "``", "''", "«", "»", "„", "\n\n", "\n", " ", ". ", ", ", ": ", "he said"]
PIECES += ["Mark Milley", "Milley", "said", "who", "(", ")", "told CNN", "according to", "Mr.", "of", "’90s", "\u0301"]


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text())
def test_quotations_lie_in_order_and_speakers_outside_of_them(text: str) -> None:
    spans = quotes(text)
    edges = [edge for quote in spans for edge in (quote.start, quote.end)]
    assert edges == sorted(edges)
    assert all(text[quote.start : quote.end].strip() for quote in spans)
    for quote in spans:
        if quote.speaker:
            start, end = quote.speaker
            assert text[start:end].strip() == text[start:end] != ""
            assert not any(other.start < end and start < other.end for other in spans)


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
@example("‘ \n\n‘")
def test_white_space_does_not_change_what_is_quoted(text: str) -> None:
    tidy = "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))
    assert [said.split() for said, _ in found(text)] == [said.split() for said, _ in found(tidy)]


HOSTILE = [
    '"a ',
    "'a ",
    "“A said ",
    "“",
    "'x' ",
    "“we” he said. ",
    "Milley said ",
    "A. ",
    "'s s' ",
    "“a\n\n",
    "Ab Cd, ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_it_takes_time_that_grows_with_the_text_only(piece: str) -> None:
    counted = [calls(piece * count) for count in (500, 2_000)]
    assert counted[1] < 5 * counted[0] + 5_000


def calls(text: str) -> int:
    """How many functions are called for a text, which is the same on every machine."""
    profile = cProfile.Profile()
    profile.runcall(quotes, text)
    return sum(row.callcount for row in profile.getstats())


PLAIN_MARK = re.compile(rf"""[“”„«»‹›「」『』]|(?<!'\d)(?<!'\d\d)"|``|''|['‘’‚](?!\w)|(?<![\w{ACCENTS}])['‘’‚]""")


@given(st.text("“”„«»'‘’‚`\" \n5a.") | st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_it_leaps_to_the_marks_that_a_plain_pattern_finds(text: str) -> None:
    """A search that looks at every character gives the same marks at the same places."""
    assert [mark.span() for mark in MARK.finditer(text)] == [mark.span() for mark in PLAIN_MARK.finditer(text)]


@given(st.text('Ab’-&. 1\n"') | st.text())
def test_words_and_gaps_are_the_text(text: str) -> None:
    """Each word stands at its places, and the gap behind it is all that stands before the next one."""
    found = words(text, 0, len(text))
    assert [text[token.start : token.end] for token in found] == [token.text for token in found]
    assert "".join(token.text + token.gap for token in found) == text[found[0].start if found else len(text) :]


def test_a_name_that_is_remembered_is_the_name_that_is_read() -> None:
    """What was read of a run of capitalised words once is what reading it again gives."""
    runs = [run.group() for text, _ in PASSAGES for run in RUN.finditer(text)]
    assert [known_name(run) for run in runs * 2] == [name_in(run) for run in runs * 2]
