"""What only one article of a story has."""

from dataclasses import replace

from index.article import Article
from search.story.only_here import MOST_OF_ONE, OnlyHere, only_here
from search.story.sentence_groups import grouped
from tests.told_story import EXCHANGE, LEDGER, RADIO, WIRE


def facts(*articles: Article) -> tuple[OnlyHere, ...]:
    """The facts that single articles have alone."""
    told = grouped(articles)
    return only_here(told.alone, told.groups)


def test_it_finds_sentences_with_a_name_or_number_that_no_other_article_has() -> None:
    assert [(fact.article, [text for text, own in fact.pieces if own]) for fact in facts(*EXCHANGE)] == [
        ("wire", ["340"]),
        ("radio", ["Marchetti"]),
    ]


def test_it_leaves_out_what_shares_no_word_with_the_story_or_states_nothing() -> None:
    assert "ledger" not in {fact.article for fact in facts(*EXCHANGE)}  # it has a sentence of its own, with no value
    assert facts(WIRE, RADIO, LEDGER)[1].pieces[0] == ("Fuel for the buses was paid by ", False)


def test_it_takes_few_facts_of_each_article() -> None:
    names = ("Adams", "Brown", "Clark", "Davis")
    many = replace(WIRE, body=" ".join(f"The prisoners at the bridge met the merchant {name} there." for name in names))
    assert len([fact for fact in facts(many, RADIO, LEDGER) if fact.article == "wire"]) <= MOST_OF_ONE
