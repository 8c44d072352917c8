"""Which articles tell the same story: over whole builds, and when articles come, change and go."""

import json
from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.build import rebuild_index, update_index
from index.columns.story_stems import StoryStems
from index.stories import (
    cluster,
    compared_texts,
    document_vectors,
    filled_forms,
    heavy_stems,
    near_duplicates,
    relate,
)
from index.stories.document_vectors import Corpus
from index.stories.heavy_stems import story_stems
from index.stories.portions import portions, portions_of_pairs
from search.clauses import Everything
from search.query import Query
from search.snapshots import open_engine

FIRST = date(2022, 11, 1)
Groups = list[list[str]]


class Press:
    """A folder of articles of made-up words, and the index of it."""

    def __init__(self, folder: Path) -> None:
        self._news, self._index = folder / "news", folder / "index"
        self._news.mkdir(parents=True)

    def publish(self, name: str, text: str, day: int | None = 0, title: str = "") -> None:
        """Write an article, published so many days after FIRST, or without a date."""
        fields = {"title": title or f"Of {name}", "text": text}
        if day is not None:
            fields["date"] = (FIRST + timedelta(days=day)).isoformat()
        (self._news / f"{name}.json").write_text(json.dumps(fields), "utf-8")

    def withdraw(self, name: str) -> None:
        """Remove an article."""
        (self._news / f"{name}.json").unlink()

    def update(self) -> "Press":
        """Bring the index up to date."""
        update_index([self._news], self._index, 1, lambda done, todo: None)
        return self

    def rebuild(self) -> "Press":
        """Make the index anew."""
        rebuild_index([self._news], self._index, 1, lambda done, todo: None)
        return self

    def groups(self, kind: str = "story") -> Groups:
        """The names of the articles of each story, family or wording."""
        engine = open_engine(str(self._index))
        ids = [candidate.id for candidate in engine.match(Query(Everything()), 10_000).candidates]
        found = defaultdict(list)
        for article in engine.fetch(ids):
            if getattr(article, kind) is not None:
                found[getattr(article, kind)].append((Path(article.path).stem, article.id))
        assert all(group == min(id for _, id in members) for group, members in found.items())
        return sorted(sorted(name for name, _ in members) for members in found.values())


@pytest.fixture
def press(tmp_path: Path) -> Press:
    """A press that has published nothing."""
    return Press(tmp_path)


def words(kind: str, seed: int, count: int) -> list[str]:
    """So many words of a kind, each kind with 60 of its own; always the same."""
    return [f"{kind}{number}" for number in np.random.default_rng(seed).integers(60, size=count)]


def telling(event: str, seed: int, share: float = 0.7) -> str:
    """A text of 160 words, such a share of them of an event, in no order that another text has."""
    count = int(160 * share)
    text = words(event, seed, count) + [f"{event}own{seed}x{number}" for number in range(160 - count)]
    return " ".join(np.random.default_rng(seed).permutation(text))


def test_articles_of_one_event_are_a_story(press: Press) -> None:
    for seed, name in enumerate(["a1", "a2", "a3", "b1", "b2", "c1"]):
        press.publish(name, telling(name[0], seed), day=seed % 3)
    assert press.update().groups() == [["a1", "a2", "a3"], ["b1", "b2"]]


@pytest.mark.parametrize(("day", "together"), [(5, True), (6, False), (None, True), (-5, True), (-6, False)])
def test_they_lie_five_days_apart_at_most_or_have_no_date(press: Press, day: int | None, together: bool) -> None:
    press.publish("one", telling("a", 1), day=0)
    press.publish("other", telling("a", 2), day=day)
    assert press.update().groups() == ([["one", "other"]] if together else [])


def test_a_story_does_not_last_for_months(press: Press) -> None:
    for number in range(12):
        press.publish(f"n{number:02}", telling("a", number, 0.8), day=5 * number)
    lengths = [len(group) for group in press.update().groups()]
    assert sum(lengths) == 12
    assert max(lengths) <= 7


def test_reports_that_come_every_day_are_not_a_story_of_weeks(press: Press) -> None:
    for number in range(30):
        direction = ["higher", "lower"][number % 2]
        press.publish(f"n{number:02}", telling("a", number, 0.8), number, f"Tokyo stocks end {direction}, up {number}")
        press.publish(f"o{number:02}", telling(f"b{number}x", number), number, f"Something else number{number}")
    groups = press.update().groups()
    days = [[int(name[1:]) for name in group] for group in groups]
    assert sum(map(len, days)) > 20
    assert max(max(group) - min(group) for group in days) <= 2


def test_a_copy_is_a_reprint_and_a_half_too(press: Press) -> None:
    text = telling("a", 1, 0.2).split()
    press.publish("whole", " ".join(text), 0)
    press.publish("copy", " ".join(text), 1)
    press.publish("half", " ".join(text[:80]), 2)
    press.publish("told", telling("a", 2, 0.9), 1)
    press.publish("retold", telling("a", 3, 0.9), 1)
    press.update()
    assert press.groups("wording") == [["copy", "half", "whole"]]
    assert press.groups("family") == [["copy", "half", "whole"]]
    assert ["retold", "told"] in press.groups()


def test_an_article_that_takes_over_sentences_is_of_the_family(press: Press) -> None:
    text = telling("a", 1).split()
    press.publish("source", " ".join(text))
    press.publish("user", " ".join(text[20:40]) + " " + telling("a", 2))
    press.publish("other", telling("a", 3))
    press.update()
    assert (press.groups(), press.groups("family"), press.groups("wording")) == (
        [["other", "source", "user"]],
        [["source", "user"]],
        [],
    )


def test_a_copy_is_of_the_story_however_late_it_comes(press: Press) -> None:
    press.publish("first", telling("a", 1))
    press.publish("again", telling("a", 1), day=400)
    press.publish("later", telling("a", 2), day=400)
    groups = press.update().groups()
    assert press.groups("wording") == [["again", "first"]]
    assert groups == [["again", "first"]] or ["again", "later"] in [sorted(set(g) - {"first"}) for g in groups]


def test_copies_in_great_number_are_one_wording(press: Press) -> None:
    for number in range(60):
        press.publish(f"n{number:02}", telling("a", 1), day=number % 2)
    names = [f"n{number:02}" for number in range(60)]
    assert press.update().groups() == [names]
    assert press.groups("wording") == [names]


def test_texts_of_few_words_are_alike_only_when_they_are_the_same(press: Press) -> None:
    press.publish("one", "Board sets quarterly dividend of ten cents payable in April", title="Acme Brick payout")
    press.publish("two", "Board sets quarterly dividend of nine cents payable in May", title="Zenith Lamp payout")
    assert press.update().groups() == []


NOTICE = (
    "{0} Corporation said on Tuesday that its board of directors has declared a regular quarterly dividend of {1} "
    "cents a share on the common stock of the company, payable on {2} to shareholders of record at the close of "
    "business on {3}. The {0} treasurer said the payout reflects confidence in the outlook of the business. "
)
WISH = "Shareholders may reinvest what they are paid through the plan that the company offers them without any charge. "


@pytest.mark.parametrize("more", ["", 3 * WISH])
def test_texts_that_fill_in_one_form_are_neither_a_story_nor_reprints(press: Press, more: str) -> None:
    for number, name in enumerate(["Varlen", "Pulitzer", "Thompsen", "Ryland"]):
        figures = [f"{10 * number + count}" for count in (11, 14, 17)]
        press.publish(name, NOTICE.format(name, *figures) + more, None, f"{name} declares quarterly dividend")
    press.update()
    assert (press.groups(), press.groups("family"), press.groups("wording")) == ([], [], [])


def test_a_notice_that_is_printed_again_is_a_reprint(press: Press) -> None:
    text = NOTICE.format("Varlen", "11", "14", "17")
    press.publish("first", text, None, "Varlen declares quarterly dividend")
    press.publish("again", text + "Our desk has it from the company.", None, "Varlen to pay dividend")
    press.publish("other", NOTICE.format("Ryland", "31", "34", "37"), None, "Ryland declares quarterly dividend")
    assert press.update().groups("wording") == press.groups() == [["again", "first"]]


def test_a_report_that_comes_with_other_figures_for_the_third_time_is_one_of_each_day(press: Press) -> None:
    for day in range(6):
        figures = " ".join(f"{1000 * day + count}" for count in range(20))
        press.publish(f"n{day}", f"{telling('a', day, 0.8)} {figures}", day, "Tokyo stocks end higher")
        press.publish(f"o{day}", telling("b", day, 0.8), day, "Search for miners goes on")
    groups = press.update().groups()
    reports = [[int(name[1:]) for name in group] for group in groups if group[0][0] == "n"]
    assert (len(reports), max(max(days) - min(days) for days in reports)) == (2, 2)
    assert [group for group in groups if group[0][0] == "o"] == [[f"o{day}" for day in range(6)]]


def test_unrelated_articles_are_none(press: Press) -> None:
    for seed in range(12):
        press.publish(f"n{seed}", telling(f"e{seed}x", seed))
    assert press.update().groups() == []


def test_a_new_article_joins_the_story_that_is_there(press: Press) -> None:
    press.publish("m1", telling("a", 1))
    press.publish("m2", telling("a", 2))
    press.publish("z", telling("b", 3))
    assert press.update().groups() == [["m1", "m2"]]
    press.publish("b", telling("a", 4))
    press.publish("y", telling("b", 5))
    assert press.update().groups() == [["b", "m1", "m2"], ["y", "z"]]


def test_a_story_stays_when_one_of_it_goes_and_ends_with_the_last_but_one(press: Press) -> None:
    for seed, name in enumerate(["a1", "a2", "a3"]):
        press.publish(name, telling("a", seed))
    press.update()
    press.withdraw("a1")
    assert press.update().groups() == [["a2", "a3"]]
    press.withdraw("a3")
    assert press.update().groups() == []


def test_an_article_that_changed_is_compared_anew(press: Press) -> None:
    for name, text in [("a1", telling("a", 1)), ("a2", telling("a", 2)), ("b1", telling("b", 3))]:
        press.publish(name, text)
    press.update()
    press.publish("a2", telling("b", 4))
    assert press.update().groups() == [["a2", "b1"]]


def test_nothing_is_left_of_an_index_that_is_emptied(press: Press) -> None:
    press.publish("a1", telling("a", 1))
    press.update()
    press.withdraw("a1")
    assert press.update().groups() == []
    press.publish("a2", "")
    assert press.update().groups() == []


@pytest.mark.parametrize("as_in_a_large_index", [False, True])
def test_it_finds_the_same_stories_in_whatever_portions_articles_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, as_in_a_large_index: bool
) -> None:
    if as_in_a_large_index:
        # What is known stays, and the few articles that are compared are indexed by themselves.
        monkeypatch.setattr(relate, "SOON_COMPARED", 0)
        monkeypatch.setattr(compared_texts, "FEW", 0)
    events = np.random.default_rng(5).integers(12, size=60)
    presses = [Press(tmp_path / "whole"), Press(tmp_path / "parts")]
    for number in np.random.default_rng(6).permutation(60):
        for press in presses:
            press.publish(f"n{number:02}", telling(f"e{events[number]}x", int(number)), int(number) % 5)
        if number % 9 == 0:
            presses[1].update()
    whole, parts = (press.update().groups() for press in presses)
    assert sum(map(len, whole)) > 50
    assert parts == whole
    assert presses[1].rebuild().groups() == whole


def test_it_finds_the_same_however_much_fits_into_memory(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(15):
        press.publish(f"n{number:02}", telling(f"e{number % 3}x", number), number % 4)
    for number in range(6):
        notice = f"The bank of {words('bank', number, 1)[0]} pays {number}.{number} a share on {number} May, it says. "
        press.publish(f"p{number:02}", notice * 4, number % 4, f"The bank of {words('bank', number, 1)[0]} pays")
        press.publish(f"q{number:02}", telling(f"e{number % 3}x", number)[:-40], 30)
    kinds = ("story", "family", "wording")
    whole = [press.update().groups(kind) for kind in kinds]
    assert all(map(len, whole))
    for module in (cluster, filled_forms, heavy_stems, near_duplicates):
        monkeypatch.setattr(module, "MOST_WORDS", 1)
    monkeypatch.setattr(near_duplicates, "MOST_PRINTS", 1)
    monkeypatch.setattr(filled_forms, "MOST_FIGURES", 1)
    monkeypatch.setattr(document_vectors, "PIECE", 300)
    assert [press.rebuild().groups(kind) for kind in kinds] == whole


@given(st.lists(st.integers(0, 9), max_size=12), st.integers(1, 20))
def test_portions_are_full_but_not_too_full(sizes: list[int], most: int) -> None:
    found = [sizes[portion] for portion in portions(np.array(sizes, np.int64), most)]
    assert [size for portion in found for size in portion] == sizes
    assert all(sum(portion) <= most or len(portion) == 1 for portion in found)
    assert all(sum(portion) + after[0] > most for portion, after in pairwise(found))


PAIRS_OF_ARTICLES = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12)


@given(PAIRS_OF_ARTICLES, st.lists(st.integers(1, 9), min_size=6, max_size=6), st.integers(1, 30))
def test_pairs_stand_together_whose_articles_fit(pairs: list[tuple[int, int]], sizes: list[int], most: int) -> None:
    left, right = np.array(pairs, np.int64).reshape(-1, 2).T
    found = [pairs[portion] for portion in portions_of_pairs(np.array(sizes), left, right, most)]
    assert [pair for portion in found for pair in portion] == pairs
    held = [[sizes[article] for article in {each for pair in portion for each in pair}] for portion in found]
    assert all(sum(portion) <= most or len(pairs) == 1 for portion, pairs in zip(held, found, strict=True))


def test_what_was_compared_before_is_not_read_again(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relate, "SOON_COMPARED", 0)
    monkeypatch.setattr(compared_texts, "FEW", 0)
    read: list[int] = []

    def noted(corpus: Corpus) -> StoryStems:
        read.append(len(corpus))
        return story_stems(corpus)

    for number in range(12):
        press.publish(f"{'ab'[number % 2]}{number}", telling("ab"[number % 2], number))
    press.update()
    monkeypatch.setattr(cluster, "story_stems", noted)
    press.publish("a12", telling("a", 12))
    assert press.update().groups() == [
        sorted(f"a{number}" for number in (0, 2, 4, 6, 8, 10, 12)),
        sorted(f"b{number}" for number in (1, 3, 5, 7, 9, 11)),
    ]
    assert read == [1]
