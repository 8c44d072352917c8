"""What in a text is not the article."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.article import Removed
from index.cleaning.cleaned import Cleaned, TextPiece
from index.cleaning.cleaner import clean
from index.cleaning.line_rules import LINE_RULES, LineRule, line_rule, teased
from index.text.headlines import ENDS_IN_ACRONYM, could_be_headline, ends_as_prose

PROSE = "The talks in Geneva went on for a third day, officials said, and nobody who took part would say when they end."
LONG_PROSE = f"{PROSE} {PROSE} {PROSE}"


@pytest.mark.parametrize("number", range(len(LINE_RULES)))
def test_each_rule_is_needed_for_its_example(number: int) -> None:
    example = LINE_RULES[number].example
    assert [place for place, rule in enumerate(LINE_RULES) if rule.fits(example)] == [number]
    assert clean(f"Talks go on\n{PROSE}\n{example}").removed == (Removed(example, LINE_RULES[number].name),)


@pytest.mark.parametrize("rule", LINE_RULES, ids=lambda rule: rule.unlike)
def test_no_rule_leaves_out_a_line_that_resembles_its_example(rule: LineRule) -> None:
    assert clean(f"Talks go on\n{PROSE}\n{rule.unlike}\n{LONG_PROSE}").removed == ()


LEFT_OUT = [
    (f"CNN\n\nTalks go on\n\n{PROSE}", ["Talks go on", PROSE]),
    (f"Skip to main content\nHome | World | Europe\nTalks go on\n{PROSE}", ["Talks go on", PROSE]),
    (f"> Rates rise again\n\n{PROSE}", ["Rates rise again", PROSE]),
    (f"# Rates rise again\n\n{PROSE}\n\n## The end", ["Rates rise again", PROSE, "The end"]),
    (f"Talks\nBy Ann Lee\nStaff Writer\n{PROSE}", ["Talks", PROSE]),
    (f"Talks\nBy Ann Lee\nBusiness reporter, BBC News\n{PROSE}", ["Talks", PROSE]),
    (f"Talks\nReuters\nNovember 11, 2022\n{PROSE}", ["Talks", PROSE]),
    (f"Talks\n{PROSE}\n40 percent\n\n40 percent\n{PROSE}", ["Talks", PROSE, "40 percent", PROSE]),
    (f"Talks\n{LONG_PROSE}\nAnn Lee\nAnn Lee\n{PROSE}", ["Talks", LONG_PROSE, "Ann Lee", PROSE]),
    (f"Talks\n{LONG_PROSE}\nImage source, Reuters\n© 2022 CNN. All Rights Reserved.", ["Talks", LONG_PROSE]),
    (
        f"Talks\n{LONG_PROSE}\n3 Comments\nLeave a Reply\nBob\nPosted by Bob Roe\nSad.",
        ["Talks", LONG_PROSE, "Bob", "Sad."],
    ),
    (f"Title: Talks\nDate: 2022-11-11\n{PROSE}", ["Talks", PROSE]),
    (f"***\n\nTalks\n\n———\n{PROSE}", ["Talks", PROSE]),
    ("Talks\nOops!\n• Something went wrong\nPlease try again later.", ["Talks"]),
    (f"Talks\nREAD MORE: A deal is near\n{PROSE}", ["Talks", PROSE]),
    (f"Talks\nThis article was originally published by Gazeta.\n{PROSE}", ["Talks", PROSE]),
    (f"Talks\nTags:\nPosted in\nShare this article\n{PROSE}", ["Talks", PROSE]),
    (f"Talks\nTagsThe end is near.\n{PROSE}", ["Talks", "The end is near.", PROSE]),
    (f"Talks\nMark Milley\n{PROSE}\nMark Milley\nMark Milley\nMark Milley", ["Talks", "Mark Milley", PROSE]),
    (f"Talks go on\nTalks go on\n{PROSE}\nTalks go on", ["Talks go on", PROSE]),
    (f"Talks\nBy Jane Doe\n11 Nov 2022\n{PROSE}", ["Talks", PROSE]),
    (f"Talks\n{LONG_PROSE}\nPublished 11 Nov 2022\nBy Jane Doe, BBC News", ["Talks", LONG_PROSE]),
    (f"Talks\nGENEVA, Nov 11 (Reuters) - {PROSE}", ["Talks", PROSE]),
    (f"CategoriesGENEVA (AP) — {PROSE}", [PROSE]),
    (f"Talks\n\nGENEVA (AP) —\n\n{PROSE}", ["Talks", PROSE]),
]


@pytest.mark.parametrize(("text", "kept"), LEFT_OUT)
def test_it_leaves_out_what_is_not_the_article(text: str, kept: list[str]) -> None:
    assert list(clean(text).kept) == kept


STAYS = [
    "Read also the fine print: it matters.",
    "He had read also: nobody believed him.",
    "Something went wrong. Nobody knows what it was.",
    "“Oops!” he said.",
    "Posted on the wall was a list of names.",
    "Categories of aid include shells and food.",
    "CATEGORIES and TAGS are words.",
    "Tagsüber ist es hell.",
    "Source: the ministry of defence, which gives no numbers.",
    "We remind our readers that the talks go on.",
    "The views expressed in the room were many.",
    "The icon of the cathedral is a copy.",
    "By the river, the talks went on.",
    "By Friday Night They Had Left.",
    "Published works are rare.",
    "On 11 November 2022 the city was free.",
    "11 November 2022 was a day of joy.",
    "NATO — the alliance — did not comment.",
    "The full report was not read.",
    "Title: a word before a name.",
    "BIDEN — The president said so.",
    "TRUMP — He denies it.",
    "HIMARS — The rocket system has arrived.",
    "Read also: the footnotes, which are wonderful.",
    "Read more: the minister said to read more books.",
    "Related: The two talks are about one war.",
    "> 100 people were there.",
    "#MeToo",
    "Reuters",
]


@pytest.mark.parametrize("paragraph", STAYS)
def test_it_keeps_prose_that_resembles_a_rule(paragraph: str) -> None:
    text = f"Talks go on\n\n{paragraph}\n\n{PROSE}"
    assert clean(text).kept == ("Talks go on", paragraph, PROSE)


KEPT_WHOLE = [
    ("Hits of the year", "Blue Light", "Your Side", "By Your Side"),
    ("Hits of the year", *(f"Blue Light {number}" for number in range(9)), "By Jane Doe"),
    ("The night the wall fell", "November 9, 1989", "That night the wall fell, and nobody slept."),
    ("The wall", "November 9, 1989", "The wall fell. It has been a museum since 2009."),
    ("Timeline", "February 24, 2022", "Russia invades.", "March 2, 2022", "Kherson falls."),
    ("Timeline", "February 24, 2022", "Russia invades.", "March 2, 2022", "Kherson falls.", "May 2022", "It rains."),
    ("Jazz in the park", "The quartet plays at eight.", "12 May 2023"),
    ("Jazz in the park", "The quartet plays.", "12 May 2023, 8 pm"),
    ("Jazz in the park", "12 May 2023"),
    ("Jazz in the park", LONG_PROSE, "12 May 2023"),
    ("Talks go on", LONG_PROSE, "Bob", "So sad.", "March 4, 2021 at 10:11 am"),
    ("Markets", "LONDON — The index fell.", "PARIS — The index rose.", "TOKYO — The index slept."),
]


@pytest.mark.parametrize("kept", KEPT_WHOLE, ids=lambda kept: kept[-1])
def test_it_keeps_every_line_of(kept: tuple[str, ...]) -> None:
    assert clean("\n\n".join(kept)).kept == kept


def test_it_leaves_out_the_hours_of_comments() -> None:
    kept = ("Talks go on", PROSE, "Bob", "So sad.")
    assert clean(f"{kept[0]}\n{kept[1]}\nComments\nBob\nMarch 4, 2021 at 10:11 am\nSo sad.") == Cleaned(
        (
            *(TextPiece(text, None) for text in kept[:2]),
            TextPiece("Comments", "comments"),
            TextPiece("Bob", None),
            TextPiece("March 4, 2021 at 10:11 am", "comment stamp"),
            TextPiece("So sad.", None),
        )
    )


def test_it_keeps_dates_that_head_the_parts_of_a_chronology() -> None:
    kept = ("A year of talks", LONG_PROSE, "11 November 2022", PROSE, "12 November 2022", "By Jane Doe", PROSE)
    assert clean("\n\n".join(kept)).kept == kept


def test_it_keeps_a_sentence_that_is_said_twice() -> None:
    kept = ("Talks go on", "Seize the moment.", "Seize the moment.", "Now", "Now", PROSE)
    assert clean("\n".join(kept)).kept == kept


def test_it_shows_what_was_left_out_in_reading_order_as_it_stood() -> None:
    text = f" 11  Nov 2022 \nTalks\nOops!\nCategoriesGENEVA (AP) — {PROSE}\nRead also:  More talks"
    assert clean(text).removed == (
        Removed("11  Nov 2022", "date line"),
        Removed("Oops!", "error text"),
        Removed("Categories", "glued label"),
        Removed("GENEVA (AP) —", "dateline"),
        Removed("Read also:  More talks", "teaser"),
    )


def test_it_keeps_every_line_of_a_text_without_blank_lines_apart() -> None:
    assert clean("Talks\nFirst part.\nSecond part.").kept == ("Talks", "First part.", "Second part.")


WRAPPED = """\
A headline that stands alone

The talks in Geneva went on for a third day on Friday, officials
said, and nobody who took part in them would say when they are
going to end.
  Another paragraph begins here, because the line before it had
room for its first word.

A third one is short.
"""


def test_it_joins_lines_that_were_wrapped() -> None:
    assert clean(WRAPPED).kept == (
        "A headline that stands alone",
        "The talks in Geneva went on for a third day on Friday, officials said, and nobody who took part in them "
        "would say when they are going to end.",
        "Another paragraph begins here, because the line before it had room for its first word.",
        "A third one is short.",
    )


def test_it_joins_three_wrapped_lines() -> None:
    lines = WRAPPED.split("\n")[2:5]
    assert clean("Talks go on\n\n" + "\n".join(lines)).kept == ("Talks go on", " ".join(lines))


def test_it_joins_the_lines_of_a_headline_in_capitals() -> None:
    lines = ["SENATE PASSES SWEEPING CLIMATE BILL AFTER", "MONTHS OF TALKS"]
    for below in ("BY ANN LEE", "NOVEMBER 11, 2022", "", "The vote was close"):
        assert clean(f"{lines[0]}\n{lines[1]}\n{below}\n\n{PROSE}").kept[0] == " ".join(lines)
        assert clean(f"{lines[0]}\n{below}\n\n{PROSE}").kept[0] == lines[0]
    assert clean(f"TALKS GO ON\nNO END\n\n{PROSE}").kept == ("TALKS GO ON", "NO END", PROSE)


def test_it_joins_wrapped_lines_beside_an_address_that_cannot_be_broken() -> None:
    address = "https://example.org/" + "a" * 100
    assert clean(f"{WRAPPED}\n{address}\n").kept == (*clean(WRAPPED).kept, address)


LINES = st.sampled_from(
    [
        "Talks go on",
        "Mark Milley",
        "Oops!",
        "11 Nov, 2022 10:53",
        "Published: 12 Nov 2022",
        "By Jane Doe",
        "Read also: a deal",
        "GENEVA (AP) —",
        "Washington CNN—",
        "12 November 2022",
        "11 November 2022",
        "March 4, 2021 at 10:11 am",
        "Comments",
        "CNN",
        "Staff Writer",
        "40 percent",
        "# Talks go on",
        "KYIV — The talks go on.",
        "LONDON — Nobody talks.",
        "That night they talked.",
        f"KYIV, Nov 11 (Reuters) - {PROSE}",
        "CategoriesTagsWhile talks go on",
        "CategoriesBy Jane Doe",
        "A short sentence.",
        PROSE,
        LONG_PROSE,
        "",
    ]
)


@example(["12 November 2022", "Talks go on", "11 November 2022", "12 November 2022", "CNN", "A short sentence."])
@example(["11 November 2022", "Talks go on", "By Jane Doe", "11 November 2022", "12 November 2022", "A sentence."])
@example(["Talks go on", "CNN", "# Talks go on", "12 November 2022"])
@given(st.lists(LINES, max_size=25))
def test_cleaning_twice_is_cleaning_once(lines: list[str]) -> None:
    once = clean("\n".join(lines))
    twice = clean("\n\n".join(once.kept))
    assert twice.kept == once.kept
    assert twice.removed == ()


@given(st.lists(LINES | st.text(max_size=80), max_size=25))
def test_nothing_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    pieces = clean(text).pieces
    assert "".join("".join(piece.text.split()) for piece in pieces) == "".join(text.split())


LONG_LINES = ["A", "a ", "icon ", "Read also: ", "By Jane ", "- ", "(", "—", "A, ", "2022-11-1", "• "]


@pytest.mark.parametrize("piece", LONG_LINES)
def test_it_reads_a_line_of_a_million_characters(piece: str) -> None:
    line = (piece * 1_000_000)[:1_000_000].strip()
    assert clean(line).kept == (" ".join(line.split()),)


@pytest.mark.parametrize("piece", ["GENEVA (AP) — ", "Categories", "> ", "KYIV — "])
def test_it_takes_a_line_of_nothing_but_beginnings_apart(piece: str) -> None:
    line = (piece * 1_000_000)[:1_000_000]
    assert "".join("".join(piece.text.split()) for piece in clean(line).pieces) == "".join(line.split())


@pytest.mark.parametrize("line", ["A", "A b", "11 Nov 2022", "By Jane Doe", "Tags", "A.", "GENEVA (AP) —"])
def test_it_reads_many_short_lines(line: str) -> None:
    assert "".join("".join(piece.text.split()) for piece in clean(f"{line}\n" * 20_000).pieces) == "".join(
        line.split() * 20_000
    )


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("Read also: US announces a military aid package", "US announces a military aid package"),
        ("You may also like: More talks", "More talks"),
        ("You may also like", None),
        ("See also: the sea, which is a character in my book and I love it.", None),
        ("Talks go on.", None),
    ],
)
def test_it_knows_the_headline_that_a_teaser_leads_to(line: str, headline: str | None) -> None:
    assert teased(line) == headline


@given(st.text(st.sampled_from("US. ”)\n"), max_size=9))
def test_a_headline_may_end_in_an_acronym(end: str) -> None:
    line = "Talks in the " + end
    assert could_be_headline(line) == (not ends_as_prose(line) or ENDS_IN_ACRONYM.search(line) is not None)


@given(
    st.lists(st.sampled_from(["Source: Reuters", "Home | World", "See also: More", "© 2022 CNN", "Read the ", "a."]))
)
def test_asking_for_any_rule_first_changes_nothing(parts: list[str]) -> None:
    line = " ".join("".join(parts).split())
    assert line_rule(line) == next((rule.name for rule in LINE_RULES if rule.fits(line)), None)
