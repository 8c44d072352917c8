"""Where a text matches a query."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import forms, stem, terms, tokens, unlisted_stem
from search.clause_walks import leaves
from search.clauses import (
    And,
    Between,
    Clause,
    Everything,
    Field,
    Fuzzy,
    Identified,
    Leaf,
    Not,
    Nothing,
    Or,
    Phrase,
    Prefix,
    Said,
    Source,
    Speaker,
    Spellings,
    Wildcard,
    Word,
    choices_of,
)
from search.highlight import telling_stretches
from search.highlight.highlighter import Mark, marked, marks
from tests.scan_engine import count


def word(typed: str, field: Field | None = None) -> Word:
    return Word(typed, terms(typed)[0], field)


def phrase(typed: str, field: Field | None = None) -> Phrase:
    return Phrase(typed, tuple(terms(typed)), field)


def any_phrase(words: list[list[str]]) -> Phrase:
    """A phrase with a choice of words at each place."""
    stems = [tuple(terms(" ".join(choice))) for choice in words]
    return Phrase("", tuple(choice[0] for choice in stems), None, tuple(choice[1:] for choice in stems))


def shown(clause: Clause, text: str, field: Field = "body") -> str:
    """The text with its matches in brackets."""
    return "".join(f"[{piece}]" if is_mark else piece for piece, is_mark in marked(clause, text, field))


@pytest.mark.parametrize(
    ("clause", "text", "expected"),
    [
        (word("negotiate"), "ready to negotiate", "ready to [negotiate]"),
        (word("negotiate"), "Negotiating, negotiations.", "[Negotiating], negotiations."),
        (word("milley"), "Milley’s push, and Milley's", "[Milley’s] push, and [Milley's]"),
        (word("talk"), "talkative stalk talks", "talkative stalk [talks]"),
        (word("Zürich"), "in Zurich", "in [Zurich]"),
        (Prefix("negotiat"), "negotiating, negotiable, Negotiated", "[negotiating], negotiable, [Negotiated]"),
        (Wildcard("neg*ting"), "Negotiating, negating, negotiation", "[Negotiating], [negating], negotiation"),
        (Wildcard("z?rich"), "in Zürich", "in [Zürich]"),
        (Fuzzy("zelensky", 1), "Zelenskyy’s, Zelensky, Zelenski", "[Zelenskyy’s], [Zelensky], [Zelenski]"),
        (Fuzzy("talks", 0), "talk talks Talks", "talk [talks] [Talks]"),
        (Spellings("Kiev", ("kiev", "kyiv")), "Kiev, Kyiv’s, Kharkiv", "[Kiev], [Kyiv’s], Kharkiv"),
        (
            Phrase("in Kiev", ("in", "kiev"), None, ((), ("kyiv",))),
            "in Kyiv, in\nKiev, on Kyiv",
            "[in Kyiv], [in\nKiev], on Kyiv",
        ),
        (Phrase("Kiev in", ("kiev", "in"), None, (("kyiv",), ())), "Kyiv in Kiev in", "[Kyiv in] [Kiev in]"),
        (And((Wildcard("*war*"), word("war"))), "warfare, war", "[warfare], [war]"),
        (phrase("peace talks"), "peace talks, talks of peace", "[peace talks], talks of peace"),
        (phrase("peace talks"), "peace\ntalks", "[peace\ntalks]"),
        (phrase("peace talks"), "peace\n\ntalks", "peace\n\ntalks"),
        (phrase("peace talks"), "for peace, talks", "for [peace, talks]"),
        (phrase("bank of England"), "bank England, bank of England", "bank England, [bank of England]"),
        (phrase("a b a"), "a b a b a c", "[a b a b a] c"),
        (phrase("a b"), "a b a b", "[a b] [a b]"),
        (Or((phrase("new york"), phrase("york times"))), "New York Times", "[New York Times]"),
        (And((phrase("peace talks"), word("talks"))), "peace talks, talks", "[peace talks], [talks]"),
        (And((phrase("peace talks"), word("war"))), "talks, war, peace", "talks, [war], peace"),
        (And((word("war"), Not(word("peace")))), "war and peace", "[war] and peace"),
        (Not(Or((word("war"), Prefix("pea")))), "war and peace", "war and peace"),
        (word("和"), "戦争と平和", "戦争と平[和]"),
        (word("war"), "", ""),
        (Phrase("", ()), "war", "war"),
        (Word("", ""), "war", "war"),
    ],
)
def test_it_marks_what_matches_and_nothing_else(clause: Clause, text: str, expected: str) -> None:
    assert shown(clause, text) == expected


@pytest.mark.parametrize(
    "clause", [Source("CNN"), Between(None, None), Identified("cnn"), Everything(), Nothing(), And(()), Or(())]
)
def test_it_marks_nothing_for_what_is_not_in_the_words(clause: Clause) -> None:
    assert marked(clause, "CNN says", "body") == (("CNN says", False),)


@pytest.mark.parametrize(
    ("field", "expected"), [("title", "[war] and peace [talks]"), ("body", "war and [peace] [talks]")]
)
def test_it_marks_only_what_was_asked_of_this_field(field: Field, expected: str) -> None:
    clause = And((word("war", "title"), word("peace", "body"), word("talks")))
    assert shown(clause, "war and peace talks", field) == expected


SPOKEN = "“Peace talks,” Mark Milley said of talks. “No peace,” Joe Biden said. “Talks”"
MILLEY = Speaker("Milley", ("milley",))


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (Said(word("talks")), "“Peace [talks],” Mark Milley said of talks. “No peace,” Joe Biden said. “[Talks]”"),
        (
            Said(word("peace"), MILLEY),
            "“[Peace] talks,” Mark Milley said of talks. “No peace,” Joe Biden said. “Talks”",
        ),
        (
            Said(phrase("peace talks")),
            "“[Peace talks],” Mark Milley said of talks. “No peace,” Joe Biden said. “Talks”",
        ),
        (Said(phrase("peace mark")), SPOKEN),
        (MILLEY, "“[Peace talks,]” Mark Milley said of talks. “No peace,” Joe Biden said. “Talks”"),
        (
            Speaker("B", ("b",), (("biden",),)),
            "“Peace talks,” Mark Milley said of talks. “[No peace,]” Joe Biden said. “Talks”",
        ),
        (
            And((Said(word("talks"), MILLEY), word("talking"))),
            "“Peace [talks],” Mark Milley said of [talks]. “No peace,” Joe Biden said. “[Talks]”",
        ),
    ],
)
def test_it_marks_what_is_said_only_inside_quotations(clause: Clause, expected: str) -> None:
    assert shown(clause, SPOKEN) == expected


def test_it_marks_no_quotation_in_a_title() -> None:
    assert shown(And((Said(word("talks")), MILLEY)), "“Talks,” Milley said.", "title") == "“Talks,” Milley said."


def test_it_says_which_part_of_the_query_a_mark_shows_and_which_others_are_within() -> None:
    talks, seize = word("talks"), phrase("peace talks")
    assert marks(And((talks, seize)), "peace talks, talks", "body") == [
        Mark(0, 11, seize, (talks,)),
        Mark(13, 18, talks),
    ]


def test_it_names_a_phrase_rather_than_a_word_of_the_same_length() -> None:
    alone = Phrase("talks", ("talk",))
    assert marks(Or((word("talks"), alone)), "talks", "body") == [Mark(0, 5, alone, (word("talks"),))]


def test_it_gives_no_pieces_for_no_text() -> None:
    assert marked(word("war"), "", "body") == ()


WORDS = st.sampled_from(["a", "b", "c", "abc", "talk", "talks", "Talking", "U.S.", "it’s"])
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from([" ", ", ", "\n\n", "-"]))).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)
LEAVES: st.SearchStrategy[Leaf] = st.one_of(
    WORDS.map(word),
    st.tuples(WORDS, WORDS).map(lambda two: replace(word(two[0]), ring=tuple({*terms(two[1])} - {*terms(two[0])}))),
    st.tuples(WORDS, WORDS, WORDS).map(
        lambda three: Spellings("", (stem("abc"),), None, (tuple(terms(" ".join(three))),))
    ),
    st.lists(WORDS, min_size=1, max_size=3).map(lambda words: phrase(" ".join(words))),
    st.lists(WORDS, min_size=1, max_size=3).map(lambda words: Spellings("", tuple(terms(" ".join(words))))),
    st.lists(st.lists(WORDS, min_size=1, max_size=2), min_size=1, max_size=3).map(any_phrase),
    st.sampled_from(["a", "ab", "t", "talk", "talki", "x"]).map(Prefix),
    st.sampled_from(["*s", "t?lk*", "*a*", "?"]).map(Wildcard),
    st.builds(Fuzzy, st.sampled_from(["atlk", "talks", "b", "us"]), st.integers(0, 2)),
)
CLAUSES: st.SearchStrategy[Clause] = st.recursive(
    LEAVES,
    lambda parts: st.one_of(
        st.lists(parts, max_size=4).map(lambda found: And(tuple(found))),
        st.lists(parts, max_size=4).map(lambda found: Or(tuple(found))),
        parts.map(Not),
    ),
    max_leaves=6,
)


def matched_places(clause: Clause, text: str) -> set[int]:
    """The numbers of the words that match, found in the plainest way."""
    words = list(tokens(text))
    stems = [stem(token.form) for token in words]
    places: set[int] = set()
    for leaf in leaves(clause):
        if isinstance(leaf, Word | Spellings):
            own = places_of_words(leaf.family, stems)
            places |= own or places_of_words(leaf, stems)
        elif isinstance(leaf, Phrase):
            places |= places_of_phrase(leaf, stems)
        else:
            places |= {place for place, token in enumerate(words) if count(leaf, token.form)}
    return places


def places_of_words(leaf: Word | Spellings, stems: list[str]) -> set[int]:
    """Where a word stands, or another of its ring, or one of its runs."""
    single = {leaf.term} if isinstance(leaf, Word) else {*leaf.terms}
    runs = () if isinstance(leaf, Word) else leaf.runs
    found = {place for place, term in enumerate(stems) if term in single | {*leaf.ring}}
    return found.union(*(places_of_phrase(Phrase("", run), stems) for run in runs))


def places_of_phrase(phrase: Phrase, stems: list[str]) -> set[int]:
    """Where all words of a phrase stand in a row."""
    choices = choices_of(phrase.terms, phrase.others)
    length = len(choices)
    starts = [
        place
        for place in range(len(stems) - length + 1)
        if all(term in choice for term, choice in zip(stems[place : place + length], choices, strict=True))
    ]
    return {place for start in starts for place in range(start, start + length)}


@pytest.mark.parametrize("short", [0, 400])
@given(CLAUSES, TEXTS)
def test_it_marks_the_words_that_the_plainest_reading_finds(short: int, clause: Clause, text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(telling_stretches, "SHORT", short)
        found = marks(clause, text, "body")
    covered = {
        place
        for place, token in enumerate(tokens(text))
        if any(mark.start <= token.start and token.end <= mark.end for mark in found)
    }
    assert covered == matched_places(clause, text)
    edges = [edge for mark in found for edge in (mark.start, mark.end)]
    assert edges == sorted(edges)


@given(st.text(st.characters(codec="ascii")))
def test_it_may_rely_on_unlisted_stems_keeping_the_first_letter(text: str) -> None:
    known = ["dying", "skies", "yyyys", "ies", "ed"]
    assert [unlisted_stem(form)[:1] for form in known + forms(text)] == [form[0] for form in known + forms(text)]


def test_it_marks_forms_that_begin_with_another_letter_than_their_word() -> None:
    assert shown(word("go"), "He went. Goes.") == "He [went]. [Goes]."


NEGOTIATORS = Word("negotiators", "negotiator", None, ("negotiation", "negotiate"))


def test_it_marks_other_words_of_a_ring_only_where_there_is_no_form_of_the_word_itself() -> None:
    assert shown(NEGOTIATORS, "A negotiator negotiates.") == "A [negotiator] negotiates."
    assert shown(NEGOTIATORS, "Negotiations: they negotiate.") == "[Negotiations]: they [negotiate]."


def test_it_marks_a_word_written_as_two() -> None:
    ceasefire = Spellings("ceasefire", ("ceasefire",), None, (("cease", "fire"),))
    assert shown(ceasefire, "A cease-fire? They cease to fire. The ceasefire.") == (
        "A [cease-fire]? They cease to fire. The [ceasefire]."
    )


@given(CLAUSES, st.one_of(TEXTS, st.text()))
def test_its_pieces_join_to_the_text(clause: Clause, text: str) -> None:
    found = marked(clause, text, "body")
    assert "".join(piece for piece, _ in found) == text
    assert all(piece for piece, _ in found)
