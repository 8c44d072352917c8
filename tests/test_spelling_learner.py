"""Spellings that are learned from articles."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import Article
from index.build import update_index
from index.columns.segment import SegmentColumns
from index.generation_files import SPELLINGS
from index.spelling.learned_spellings import Learned, learned_after
from index.spelling.phonetic_key import REWRITTEN, skeletons
from index.spelling.spelling_learner import learned_variants
from index.text.edit_distance import within
from search.find import find
from search.request import Request
from search.whoosh_source import open_whoosh_engine
from tests.built_index import built


def article(number: int, body: str) -> Article:
    """An article of these words."""
    return Article(f"a{number}", f"/news/{number}.txt", "News", True, body)


RUSSIAN = ["Andrei Lavrov met the envoy.", "The minister Andrei Lavrov left. Lavrov smiled.", "So said Andrei Ryabkov."]
TURKISH = [body.replace("Andrei", "Andrey") for body in RUSSIAN]
OTHERS = ["So said nobody at all.", "The minister smiled, and the envoy left it at that: the minister met him."] * 15


def segments_of(folder: Path, *batches: list[str]) -> list[SegmentColumns]:
    """Segments, each of these articles."""
    numbered = iter(range(1000))
    built(folder, [[article(next(numbered), body) for body in batch] for batch in batches])
    return [SegmentColumns(folder, path.stem) for path in sorted(folder.glob("*.columns"))]


@pytest.mark.parametrize("batches", [[RUSSIAN + TURKISH + OTHERS], [RUSSIAN, TURKISH + OTHERS]], ids=["one", "two"])
def test_it_learns_two_spellings_that_stand_beside_the_same_names(tmp_path: Path, batches: list[list[str]]) -> None:
    assert learned_variants(segments_of(tmp_path, *batches)) == {"andrei": ("andrey",), "andrey": ("andrei",)}


TRAPS = {
    "two people": [body.replace("Lavrov", "Shnurov").replace("Ryabkov", "Guriev") for body in TURKISH],
    "words that stand together": [f"{body} {other}" for body, other in zip(RUSSIAN, TURKISH, strict=True)],
    "words of which one is not a name": [body.replace("Andrey", "andrey") for body in TURKISH],
    "one article only": TURKISH[:1],
    "neighbours that stand everywhere": [body.replace("Andrei", "Lavrov") for body in RUSSIAN * 30] + TURKISH,
}


@pytest.mark.parametrize("bodies", TRAPS.values(), ids=TRAPS)
def test_it_does_not_take_for_one_name(tmp_path: Path, bodies: list[str]) -> None:
    assert learned_variants(segments_of(tmp_path, RUSSIAN + bodies + OTHERS)) == {}


def test_a_rare_spelling_does_not_find_all_of_a_common_name(tmp_path: Path) -> None:
    commoner = ["Joseph Stalin died.", "Joseph Stalin ruled.", *(f"Joseph Number{n} left." for n in range(20))]
    rarer = ["Josef Stalin died.", "Josef Stalin ruled."]
    assert learned_variants(segments_of(tmp_path, commoner + rarer)) == {"joseph": ("josef",)}


def test_it_learns_nothing_from_nothing(tmp_path: Path) -> None:
    assert learned_variants([]) == learned_variants(segments_of(tmp_path, ["", "x"])) == {}


@pytest.mark.parametrize("row", REWRITTEN, ids=[row[0] for row in REWRITTEN])
def test_each_row_brings_two_spellings_together(row: tuple[str, str, str]) -> None:
    one, other = row[2].split()
    assert len(set(skeletons([one, other]))) == 1


@given(st.lists(st.text("abcdehijknoqstuwyz", min_size=1, max_size=10), max_size=5))
def test_the_skeleton_of_a_word_does_not_depend_on_others(words: list[str]) -> None:
    assert skeletons(words) == [skeleton for word in words for skeleton in skeletons([word])]


def test_it_tells_words_that_are_a_few_edits_apart() -> None:
    assert [within("gadhafi", other, 2) for other in ("gaddafi", "qadhafi", "kadafi", "qaddafy")] == [
        True,
        True,
        True,
        False,
    ]


def test_it_learns_again_when_a_tenth_of_the_articles_is_new(tmp_path: Path) -> None:
    segments = segments_of(tmp_path, RUSSIAN + TURKISH + OTHERS)
    known = Learned({"kept": ("as it was",)}, articles=36, changes=0)
    assert learned_after(known, segments, 3) == Learned(known.variants, 36, 3)
    anew = learned_after(known, segments, 4)
    assert (anew.variants["andrei"], anew.articles, anew.changes) == (("andrey",), 36, 0)
    assert learned_after(Learned({}, articles=60), segments, 0).articles == 36


def test_it_keeps_what_it_learned_and_reads_nothing_from_a_damaged_file(tmp_path: Path) -> None:
    learned = Learned({"andrei": ("andrey",)}, 12, 3)
    SPELLINGS.write(tmp_path, 7, learned)
    assert (SPELLINGS.read_if_whole(tmp_path, 7), SPELLINGS.read_if_whole(tmp_path, 8)) == (learned, None)
    for text in ("", "[]", '{"variants": [], "articles": 1}', '{"variants": {"a": 1}, "articles": 1, "changes": 0}'):
        (tmp_path / "spellings.7.json").write_text(text)
        assert SPELLINGS.read_if_whole(tmp_path, 7) is None


def test_a_build_learns_and_a_search_uses_it(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    for number, body in enumerate(RUSSIAN + TURKISH + OTHERS):
        (folder / f"{number}.txt").write_text(f"A headline about nothing\n\n{body} And so it went on for a while.")
    index = tmp_path / "index"
    update_index([folder], index, 1, lambda done, total: None)
    results = find(open_whoosh_engine(index), Request("ANDREY ryabkov", copies="all"))
    assert (results.with_all_words, [each.spellings for each in results.also], results.exactly) == (
        2,
        [("Andrei",)],
        "=ANDREY ryabkov",
    )
    (folder / "new.txt").write_text("A headline\n\nAndrej is a third spelling that stands alone in this text.")
    update_index([folder], index, 1, lambda done, total: None)
    assert [path.name for path in index.glob("spellings.*")] == ["spellings.2.json"]
    assert list(open_whoosh_engine(index).spellings("andrey")) == ["andrei"]
