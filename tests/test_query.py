"""The nodes of a query: what stands in each, and what becomes of it."""

from hypothesis import given

from search.clause_walks import children, days_wanted, is_scoring, leaves, nodes, rewritten, times_asked, wanted
from search.clauses import About, And, Clause, Everything, Not, Or, Phrase, Said, Source, Spellings, Word
from tests.random_queries import clauses

WAR, PEACE, DAYS = Word("war", "war"), Word("peace", "peace"), About(None, None)
TREE = And((Or((WAR, Not(PEACE))), DAYS, Said(PEACE)))


def test_it_knows_what_a_clause_joins_or_excludes() -> None:
    assert children(TREE) == (Or((WAR, Not(PEACE))), DAYS, Said(PEACE))
    assert (children(Not(WAR)), children(Said(PEACE)), children(DAYS)) == ((WAR,), (), ())
    assert list(nodes(TREE)) == [TREE, Or((WAR, Not(PEACE))), WAR, Not(PEACE), PEACE, DAYS, Said(PEACE)]


def test_it_tells_what_is_wanted_of_a_text_once_and_in_order() -> None:
    assert wanted(And((TREE, WAR))) == (WAR, DAYS, Said(PEACE))
    assert (leaves(TREE), days_wanted(TREE)) == ((WAR, Said(PEACE)), (DAYS,))


def test_what_asks_for_words_in_any_case_has_a_score() -> None:
    assert is_scoring(And((Source("CNN"), WAR)))
    assert is_scoring(Or((WAR, PEACE)))
    unscored: list[Clause] = [Or((Source("CNN"), WAR)), Not(WAR), DAYS, Everything()]
    assert not any(map(is_scoring, unscored))


def test_each_word_of_a_phrase_may_be_any_of_its_spellings() -> None:
    phrase = Phrase("kiev post", ("kiev", "post"), None, (("kyiv", "kiew"), ()))
    assert phrase.places == (("kiev", "kyiv", "kiew"), ("post",))
    assert Phrase("war post", ("war", "post")).places == (("war",), ("post",))
    assert Said(phrase).places == phrase.places
    assert Said(Spellings("war", ("war", "wars"))).places == (("war", "wars"),)


@given(clauses)
def test_nothing_is_lost_when_a_clause_is_made_again(clause: Clause) -> None:
    assert again(clause) == clause


@given(clauses)
def test_every_child_is_rewritten_and_nothing_else(clause: Clause) -> None:
    asked: list[Clause] = []

    def replaced(child: Clause) -> Clause:
        asked.append(child)
        return Everything()

    found = rewritten(clause, replaced)
    assert tuple(asked) == children(clause)
    assert type(found) is type(clause)
    assert children(found) == (Everything(),) * len(asked)


def again(clause: Clause) -> Clause:
    """The same clause, made anew from the bottom."""
    return rewritten(clause, again)


def test_a_word_counts_as_often_as_it_stands_beside_others_that_any_of_is_wanted() -> None:
    a, b, c = (Word(letter, letter) for letter in "abc")
    assert times_asked(Or((a, b, a, And((c, a, c))))) == {a: 2, b: 1, c: 1}
    assert times_asked(And((a, a, Or((b, b, Or((b, b, b, c)))), Not(c)))) == {a: 1, b: 3, c: 1}
    deep: Clause = a
    for _ in range(500):
        deep = Or((deep, b))
    assert times_asked(deep) == {a: 1, b: 1}
