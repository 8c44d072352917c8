"""Who took whose text."""

from dataclasses import replace
from datetime import date

from search.story.text_chains import text_chains
from tests.press import published
from tests.told_story import LEDGER, RADIO, WIRE

KEPT = "Buses will carry the prisoners from Tarnow to the border in the morning."


def test_it_tells_what_a_later_article_kept_reworded_added_and_dropped() -> None:
    (chain,) = text_chains([WIRE, RADIO])
    first, second = chain.links
    assert (first.article, first.sentences, first.parent) == ("wire", 4, None)
    assert (second.parent, second.is_after, second.is_reprint, second.kept, second.reworded) == (
        "wire",
        True,
        False,
        3,
        2,
    )
    assert second.added == ("Fuel for the buses was paid by Marchetti, a merchant of the border town.",)
    assert second.dropped == ("Relatives waited with 340 candles for the buses and a word from the border.",)


def test_it_links_a_copy_to_the_copy_that_it_was_made_of() -> None:
    cut = replace(
        RADIO, id="cut", body=RADIO.body.partition(" The exchange")[0], published=published(date(2022, 11, 25))
    )
    (chain,) = text_chains([WIRE, RADIO, cut])
    assert [(link.article, link.parent) for link in chain.links] == [
        ("wire", None),
        ("radio", "wire"),
        ("cut", "radio"),
    ]


def test_it_does_not_say_who_was_first_where_days_do_not_tell() -> None:
    for copy in (replace(WIRE, id="copy"), replace(WIRE, id="copy", published=None)):
        (chain,) = text_chains([WIRE, copy])
        assert (chain.links[1].is_after, chain.links[1].kept) == (False, 4)
    reprint = replace(WIRE, wording="w"), replace(WIRE, id="copy", wording="w", published=published(date(2022, 12, 1)))
    (chain,) = text_chains(reprint)
    assert (chain.links[1].is_after, chain.links[1].is_reprint) == (True, True)


def test_it_calls_nothing_a_copy_that_has_hardly_a_sentence_of_the_other() -> None:
    assert text_chains([WIRE, replace(LEDGER, family="wire", body=KEPT + " Nothing else is known of it.")]) == ()
    assert text_chains([WIRE, LEDGER]) == ()
