"""The vectors of an index: made once, kept while their articles stay, and done without when they cannot be used."""

import json
from collections.abc import Sequence
from pathlib import Path
from random import Random

import numpy as np
import pytest

from index.build import Report, rebuild_index, update_index
from index.build_plan import BuildOptions
from index.errors import DatelineError, IndexOutdated
from index.generation_files import VECTORS, readable_generation
from index.meaning.article_vectors import ArticleVectors
from index.meaning.encoder import INSTALL, Encoder, cosines
from index.meaning.opening import WORDS, opening
from index.storage.arrays import Array
from index.verify import wrong_files
from search.find import find
from search.request import Request
from search.whoosh_source import open_whoosh_engine
from tests.attack.forged import forge, what_is_told
from tests.test_engines import article
from tests.word_encoder import WordEncoder


class Asked(WordEncoder):
    """The same, and remembers what it was asked."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def direction(self, text: str) -> Array:
        """See `Encoder.direction`."""
        self.texts.append(text)
        return super().direction(text)


class Newer(WordEncoder):
    """Another one, which looks the same."""

    name = "words 2"


def written(folder: Path, *bodies: str) -> Path:
    """A file with an article of each of these bodies."""
    folder.mkdir(exist_ok=True)
    lines = [
        json.dumps({"id": str(number), "title": f"No {number}", "text": body}) for number, body in enumerate(bodies)
    ]
    (folder / "news.jsonl").write_text("\n".join(lines), "utf-8")
    return folder


def build(
    news: Path, index: Path, wanted: bool | None = None, encoder: Encoder | None = None, rebuild: bool = False
) -> Report:
    """Bring the index up to date, or make it anew."""
    make = rebuild_index if rebuild else update_index
    return make([news], index, 1, lambda done, todo: None, BuildOptions(by_meaning=wanted, encoder=encoder))


def vectors(index: Path) -> ArticleVectors:
    """Those of the newest generation."""
    return VECTORS.read(index, readable_generation(index))


def remarks(index: Path, encoder: Encoder | None = None) -> Sequence[str]:
    """What the engine says of itself."""
    return open_whoosh_engine(index, encoder).remarks


def test_an_index_has_no_vectors_unless_it_is_told_so_and_then_keeps_to_it(tmp_path: Path) -> None:
    news, index, encoder = written(tmp_path / "news", "Talks began.", "War went on."), tmp_path / "index", Asked()
    build(news, index, None, encoder)
    assert (vectors(index), encoder.texts) == (ArticleVectors(), [])
    build(news, index, True, encoder)
    assert vectors(index).encoder == "words 1"
    assert sorted(encoder.texts) == ["No 0. Talks began.", "No 1. War went on."]
    generation = readable_generation(index)
    build(news, index, None, encoder)
    assert readable_generation(index) == generation
    build(news, index, None, encoder, rebuild=True)
    assert len(encoder.texts) == 4
    build(news, index, False, None)
    assert vectors(index) == ArticleVectors()


def test_only_new_and_changed_articles_are_read_for_their_meaning(tmp_path: Path) -> None:
    news, index, encoder = written(tmp_path / "news", "Talks began."), tmp_path / "index", Asked()
    build(news, index, True, encoder)
    for number in range(12):  # enough that segments are merged
        (news / f"{number}.txt").write_text(f"Headline {number}\n\nNews of day {number} came in.")
        encoder.texts.clear()
        build(news, index, None, encoder)
        assert encoder.texts == [f"Headline {number}. News of day {number} came in."]
    written(news, "Talks ended.")
    encoder.texts.clear()
    build(news, index, None, encoder)
    assert encoder.texts == ["No 0. Talks ended."]
    engine = open_whoosh_engine(index, WordEncoder())
    best = find(engine, Request("Headline 7 news of day 7 came in")).hits[0]
    assert "".join(text for text, _ in best.title) == "Headline 7"


def test_articles_are_read_anew_by_another_encoder(tmp_path: Path) -> None:
    news, index = written(tmp_path / "news", "Talks began."), tmp_path / "index"
    build(news, index, True, WordEncoder())
    assert remarks(index, WordEncoder()) == ()
    (remark,) = remarks(index, Newer())
    assert "words 1" in remark
    assert "words 2" in remark
    build(news, index, None, Newer())
    assert remarks(index, Newer()) == ()


def test_it_says_what_to_install_rather_than_leave_articles_without_vectors(tmp_path: Path) -> None:
    news, index = written(tmp_path / "news", "Talks began."), tmp_path / "index"
    with pytest.raises(DatelineError, match="extra") as told:
        build(news, index, True, None)
    assert INSTALL in str(told.value)
    build(news, index, True, WordEncoder())
    written(news, "Talks ended.")
    with pytest.raises(DatelineError, match="--no-semantic"):
        build(news, index, None, None)


def test_it_answers_by_words_with_a_remark_where_nothing_reads_what_a_query_means(tmp_path: Path) -> None:
    news, index = written(tmp_path / "news", "Talks began.", "Talks ended in war."), tmp_path / "index"
    build(news, index, True, WordEncoder())
    by_meaning = find(open_whoosh_engine(index, WordEncoder()), Request("talks war"))
    by_words = find(open_whoosh_engine(index, Newer()), Request("talks war"))
    assert {hit.id for hit in by_words.hits} == {hit.id for hit in by_meaning.hits}
    assert (by_meaning.notes, len(by_words.notes)) == ((), 1)
    assert by_meaning.hits[0].score > by_words.hits[0].score


def test_vectors_that_are_damaged_are_told(tmp_path: Path) -> None:
    news, index = written(tmp_path / "news", "Talks began.", "Talks ended in war."), tmp_path / "index"
    build(news, index, True, WordEncoder())
    path = VECTORS.path(index, readable_generation(index))
    content = path.read_bytes()
    for damaged in (content[:-9], content.replace(b"words 1", b"words 3"), None):
        if damaged is None:
            path.unlink()
        else:
            path.write_bytes(damaged)
        assert len(wrong_files(index)) == 1
        with pytest.raises(IndexOutdated, match="vectors"):
            open_whoosh_engine(index, WordEncoder())
        with pytest.raises(IndexOutdated, match="vectors"):
            build(news, index, None, WordEncoder())
        build(news, index, True, WordEncoder(), rebuild=True)
        path = VECTORS.path(index, readable_generation(index))
        content = path.read_bytes()


@pytest.mark.parametrize("seed", range(24))
def test_forged_vectors_are_answered_from_or_told(tmp_path: Path, seed: int) -> None:
    news, index = written(tmp_path / "news", "Talks began.", "Talks ended in war."), tmp_path / "index"
    build(news, index, True, WordEncoder())
    forge(VECTORS.path(index, readable_generation(index)), Random(seed))
    what_is_told(lambda: find(open_whoosh_engine(index, WordEncoder()), Request("talks war")), "vectors")
    written(news, "Talks began.", "Talks ended in peace.")
    told = what_is_told(lambda: build(news, index, None, WordEncoder()), "vectors")
    assert not told or "--rebuild" in told
    build(news, index, True, WordEncoder(), rebuild=True)
    assert wrong_files(index) == []


def test_the_opening_of_an_article_is_its_title_and_its_first_words() -> None:
    assert opening(article("a", "Talks", "They  began\nat last.")) == "Talks. They began at last."
    assert opening(article("a", "", "word " * (WORDS + 9))) == " ".join(["word"] * WORDS)


def test_cosines_are_those_of_the_angles() -> None:
    directions = np.array([[127, 0], [0, 5], [-9, 0], [0, 0], [127, 127]], np.int8)
    assert cosines(directions, np.array([[3, 0]], np.int8))[:, 0].tolist() == pytest.approx([1, 0, -1, 0, 0.5**0.5])
