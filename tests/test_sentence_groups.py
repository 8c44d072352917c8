"""Which sentences of the articles of a story say the same."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from search.article.alignment import first_sentences
from search.article.compare import compare
from search.story.sentence_groups import LEAST_OF_ONE, MOST_SENTENCES, alike_pairs, grouped
from tests.told_story import EXCHANGE, LEDGER, RADIO, WIRE


def test_it_puts_the_wordings_of_one_sentence_together() -> None:
    found = grouped(EXCHANGE)
    assert [[wording.articles for wording in group] for group in found.groups] == [
        [("wire",), ("radio",), ("ledger",)],
        [("wire", "radio"), ("ledger",)],
        [("wire",), ("radio",)],
    ]
    assert [wording.articles for wording in found.alone] == [("wire",), ("radio",), ("ledger",)]
    assert not found.is_cut


def test_it_puts_two_sentences_of_one_article_in_no_group() -> None:
    twice = replace(WIRE, body=WIRE.body + " " + RADIO.body)
    assert all(
        len({id for wording in group for id in wording.articles}) == sum(len(wording.articles) for wording in group)
        for group in grouped([twice, LEDGER]).groups
    )


def test_it_looks_at_so_many_sentences_of_each_article_and_says_so() -> None:
    long = replace(WIRE, body=" ".join(f"Lorry {number} crossed the frozen border bridge." for number in range(2000)))
    found = grouped([replace(long, id=str(number)) for number in range(8)])
    assert found.is_cut
    assert max(len(wording.printed) for wording in found.alone) == 8
    assert len(found.alone) + len(found.groups) <= max(LEAST_OF_ONE, MOST_SENTENCES // 8)


WORDS = ["pier", "elbe", "crack", "bridge", "mayor", "June", "12", "the", "said", "engineers", "Meissen", "ferry"]
lines = st.lists(st.sampled_from(WORDS), min_size=4, max_size=9).map(lambda words: " ".join(words).capitalize() + ".")


@settings(deadline=None)
@given(st.lists(lines, max_size=4), st.lists(lines, max_size=4))
def test_of_two_articles_it_holds_alike_what_the_comparison_does(left: list[str], right: list[str]) -> None:
    articles = [replace(WIRE, id="a", body=" ".join(left)), replace(WIRE, id="b", body=" ".join(right))]
    texts = [first_sentences(article.body) for article in articles]
    alike = alike_pairs([*texts[0], *texts[1]])
    for row in compare(*articles).rows:
        if row.kind == "reworded" and len(row.left) == len(row.right) == 1:
            assert (row.left[0].number - 1, len(texts[0]) + row.right[0].number - 1) in alike
