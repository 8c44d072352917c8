"""Lines for a terminal."""

from dataclasses import replace
from datetime import date

from cli.printed import article_lines, explanation_lines, found, remarks, results_lines, summary, visible
from index.article import Article, Published, Removed
from search.article.story import story_of
from search.explain import explain
from search.find import LOOSENED, find
from search.request import Request
from tests.scan_engine import ScanEngine

TALKS = Article(
    id="talks",
    path="/news/talks.txt",
    title="Peace talks",
    title_is_stated=True,
    body="Seize the moment, he said.\n\nNobody answered.",
    source="CNN",
    author="Jane Doe",
    published=Published(date(2022, 11, 12), date(2022, 11, 13), "day", "stated", "date 2022-11-12"),
    cites=("Reuters",),
    removed=(Removed("Read also: more", "teaser"),),
)
NEWS = ScanEngine([TALKS])


def text(lines: object) -> str:
    """The lines without their kinds."""
    return "\n".join("".join(piece for piece, _ in line) for line in lines)  # type: ignore[attr-defined]


def test_it_prints_hits() -> None:
    results = find(NEWS, Request("peace moment"))
    lines = list(results_lines(results))
    assert text(lines) == (
        " 1. Peace talks\n    2022-11-12..2022-11-13 · CNN · talks\n    Seize the moment, he said. Nobody answered.\n"
    )
    assert [piece for line in lines for piece, kind in line if "match" in kind] == ["Peace", "moment"]
    assert summary(results) == "1 article · read as: peace AND moment"


def test_it_counts_in_thousands_and_says_the_page_beside_results_alone() -> None:
    results = replace(find(NEWS, Request("peace moment")), total=12_345, stories=1_154, pages=1_154)
    assert found(results) == "12,345 articles, 1,154 stories"
    assert summary(results) == "12,345 articles, 1,154 stories, page 1 of 1,154 · read as: peace AND moment"


def test_it_says_how_many_articles_stand_under_a_hit() -> None:
    story = replace(TALKS, story="talks")
    engine = ScanEngine([story, replace(story, id="b", body="Seize it."), replace(TALKS, id="c", title="Rain")])
    results = find(engine, Request("peace"))
    assert text(results_lines(results)).split("\n")[2] == "    1 more tells this story"
    assert summary(results) == "2 articles, 1 story · read as: peace"
    printed = ScanEngine([replace(each, wording="talks") for each in engine.articles[:2]])
    assert text(results_lines(find(printed, Request("peace")))).split("\n")[2] == "    1 reprint"


def test_it_says_what_a_mistyped_word_was_taken_for_and_how_to_do_without() -> None:
    said = list(remarks(find(ScanEngine([TALKS]), Request("momnet")), is_terminal=False))
    assert said == ["showing: moment (only as typed:  =momnet)"]


def test_it_says_which_other_spellings_were_looked_for_and_how_to_do_without() -> None:
    news = ScanEngine([TALKS, replace(TALKS, id="new", body="Zelenskyy was in Kyiv. Zelenskiy left.")])
    said = list(remarks(find(news, Request("Zelensky -kiev talks-x")), is_terminal=False))
    assert said == ["also: Zelenskyy, Zelenskiy; Kyiv (only as typed:  =Zelensky -=kiev talks-x)", LOOSENED]
    assert list(remarks(find(news, Request("=Zelensky")), is_terminal=False)) == []


def test_it_prints_an_article_and_what_was_left_out() -> None:
    assert text(article_lines(TALKS)) == (
        "Peace talks\n2022-11-12..2022-11-13 · CNN · Jane Doe · /news/talks.txt\n"
        "dated by: date 2022-11-12 (stated, confidence 0.88)\ncites: Reuters\n\n"
        "Seize the moment, he said.\n\nNobody answered.\n\n"
        "left out of the text:\n    Read also: more  (teaser)"
    )


def test_it_says_that_an_article_has_no_headline() -> None:
    first = text(article_lines(replace(TALKS, title="Seize the…", title_is_stated=False))).split("\n")[:2]
    assert first == ["Seize the…", "the article has no headline; these are its first words"]


def test_it_prints_the_story_of_an_article() -> None:
    body = "Envoys met for secret talks in Oslo. They agreed to swap wounded prisoners before winter."
    talks = replace(TALKS, body=body, story="first", family="first")
    first = replace(talks, id="first", title="Talks", source=None, published=None, wording="w")
    again = replace(first, id="second", title="Talks again")
    other = replace(first, id="third", family=None, wording=None)
    news = ScanEngine([talks, first, again, other])
    _, shown = text(article_lines(talks, story_of(news, talks))).split("(teaser)\n\n")
    assert shown == (
        "told by 4 articles\n"
        "    Peace talks  2022-11-12..2022-11-13 · CNN · talks · this article\n"
        "    Talks  no date · unknown source · first · same source text as this article: 2 sentences\n"
        "    Talks again  no date · unknown source · second · same text as first\n"
        "    Talks  no date · unknown source · third"
    )
    few = text(article_lines(talks, story_of(news, talks, 2)))
    assert "told by 4 articles; all of them:  dateline search --copies all --sort oldest story:first\n" in few
    assert "Talks again" not in few


def test_it_prints_an_explanation() -> None:
    lines = text(explanation_lines(explain(NEWS, "talks", "peace -moment"))).split("\n")
    assert lines[:2] == ["Peace talks", "read as: peace AND NOT moment"]
    assert lines[2] == "does not match: NOT moment"
    assert lines[-1] == "not among the 0 articles found"


def test_it_prints_what_a_score_is_for_as_bars() -> None:
    lines = text(explanation_lines(explain(NEWS, "talks", "peace talks"))).split("\n")
    bars = [(line[9:].split("  ")[1], float(line[:9]), line.count("█")) for line in lines if "█" in line]
    assert [name for name, *_ in bars] == ["words", "own forms", "side by side", "in the title"]
    assert abs(sum(score for _, score, _ in bars) - float(lines[-1][:9])) < 0.0003
    lengths = [length for *_, length in bars]
    scores = [score for _, score, _ in bars]
    longest_first = [length for _, length in sorted(zip(scores, lengths, strict=True), reverse=True)]
    assert (longest_first, 38 <= sum(lengths) <= 42) == (sorted(lengths, reverse=True), True)


def test_it_prints_a_few_of_the_words_that_a_pattern_stands_for() -> None:
    lines = text(explanation_lines(explain(NEWS, "talks", "*e* OR ta*"))).split("\n")
    assert [line.strip().partition("  ")[2] for line in lines[2:4]] == [
        "*e*  (in title and body, as peace, seize, the, moment, he and 1 more)",
        "ta*  (in title, as talks)",
    ]


def test_it_prints_which_words_name_the_days_that_are_asked_for() -> None:
    news = ScanEngine([replace(TALKS, body="On Thursday he spoke, and on Nov. 10.")])
    lines = text(explanation_lines(explain(news, "talks", "about:2022-11-10"))).split("\n")
    assert lines[2:] == [
        "           about:2022-11-10  (it names 2022-11-10 as “Thursday” and “Nov. 10”)",
        "   0.0000  in all: rank 1 of 1",
    ]
    lines = text(explanation_lines(explain(news, "talks", "about:2021"))).split("\n")
    assert lines[2:] == [
        "does not match: about:2021",
        "           about:2021  (it names no such day, but 2022-11-10 as “Thursday” and “Nov. 10”)",
        "not among the 0 articles found",
    ]
    assert "  (it names no day)" in text(explanation_lines(explain(NEWS, "talks", "about:2021")))


def test_it_shows_a_terminal_nothing_to_obey() -> None:
    assert visible("a\x1b[2Jb\x07\u202ec\ud800\td\n") == "a\ufffd[2Jb\ufffd\ufffdc\ufffd\td\n"
