"""Whoever speaks is called the same beside the quotation and among the names of the article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.entities.name_tokens import words
from index.entities.offices import named_in
from index.entities.recognizer import Name, names
from index.lexicon.name_words import BRANCHES, FORMS_OF_ADDRESS, OFFICES
from index.quotations.speakers import quotes

NAMES = [
    "Mary Poole",
    "Rima Batalova",
    "Mark A. Milley",
    "Bashar al-Assad",
    "Ursula von der Leyen",
    "Jiří Žižka",
    "Ångström",
    "Poole",
]
SAYING = [
    "“We leave right now,” {} said.",
    "“We leave right now,” said {}.",
    "They met there, and {} said: “We leave right now.”",
    "{} told them: “We leave right now.”",
]


def speaker(text: str) -> str | None:
    """The name of whoever speaks the one quotation of a text."""
    (quote,) = quotes(text)
    return text[slice(*quote.speaker)] if quote.speaker else None


def named_as_speaker(text: str) -> Name | None:
    """The name of the article that stands where the speaker of its one quotation is named."""
    (quote,) = quotes(text)
    return next((name for name in names(text) if quote.speaker in name.spans), None)


@pytest.mark.parametrize("saying", SAYING)
@pytest.mark.parametrize("office", sorted(OFFICES))
def test_a_holder_of_an_office_is_one_person_in_both(office: str, saying: str) -> None:
    for person in NAMES:
        text = saying.format(f"{office} {person}")
        assert speaker(text) == person, text
        assert named_as_speaker(text) == Name(person, "person", names(text)[0].spans), text


@pytest.mark.parametrize("title", sorted(FORMS_OF_ADDRESS - {"Dame", "Lady", "Lord", "Miss", "Sir"}))
def test_the_full_stop_of_a_title_ends_no_name(title: str) -> None:
    for person in NAMES:
        text = f"“We leave right now,” {title}. {person} said."
        assert (speaker(text), [name.text for name in names(text)]) == (person, [person])


HELD = [
    *("Prime Minister", "Deputy Prime Minister", "Acting Vice President", "Vice-President", "Attorney General"),
    *("Chief Executive", "Chief Strategy Officer", "National Security Adviser", "Chief of Staff", "Lt. Gen."),
    *(f"Secretary of {branch}" for branch in sorted(BRANCHES - {"House"})),
    *("Secretary of Homeland Security", "Minister of Foreign Affairs", "Director of Research", "President of France"),
    *("Vice President of the Russian Paralympic Committee", "Chairman of the Joint Chiefs of Staff"),
    *("Governor of the Bank of England", "German Chancellor", "UK Prime Minister"),
]


@pytest.mark.parametrize("office", HELD)
@pytest.mark.parametrize("person", ["Mary Poole", "Rima Batalova"])
def test_an_office_of_several_words_is_no_part_of_the_name(office: str, person: str) -> None:
    text = f"“We leave right now,” {office} {person} said."
    assert speaker(text) == person
    name = named_as_speaker(text)
    assert name == Name(person, "person", name.spans if name else ())


PEOPLE = [
    ("a surname that is an office", "Stephen King", "Stephen King"),
    ("a surname that is an office, behind a title", "Mr King", "King"),
    ("a surname that is a month", "Theresa May", "Theresa May"),
    ("a surname that is a month, behind a title", "Prime Minister May", "May"),
    ("a surname that is a region, behind a title", "Mr North", "North"),
    ("a given name that is a verb", "Will Smith", "Will Smith"),
    ("where somebody is from", "South Korea Alexander Timonin", "Alexander Timonin"),
    ("of what nation somebody is", "Russian Olga Petrova", "Olga Petrova"),
    ("whose reporter it is", "CNN’s Jake Tapper", "Jake Tapper"),
    ("particles behind a title", "Mr de Mistura", "de Mistura"),
    ("a company that begins as an office", "General Electric", "General Electric"),
    ("an organisation that begins with a nation", "British Gas", "British Gas"),
]


@pytest.mark.parametrize(("said", "name"), [row[1:] for row in PEOPLE], ids=[row[0] for row in PEOPLE])
def test_it_is_called_by_its_name_in_both(said: str, name: str) -> None:
    text = f"“We leave right now,” {said} said."
    assert speaker(text) == name
    assert name in [each.text for each in names(text)]


def test_somebody_named_with_particles_is_whom_the_text_names_in_full() -> None:
    text = "Peter de Mistura spoke. “We leave right now,” Mr de Mistura told them."
    assert speaker(text) == "Peter de Mistura"
    assert names(text) == (Name("Peter de Mistura", "person", ((0, 16), (text.index("de", 20), text.index(" told")))),)


@pytest.mark.parametrize(
    "office", ["the Secretary of State", "the Ayatollah", "one Green Party MP", "the Chief of Staff"]
)
def test_an_office_alone_is_nobody(office: str) -> None:
    assert speaker(f"“We leave right now,” {office} said.") is None


def test_no_name_goes_on_over_the_end_of_a_sentence() -> None:
    text = "They left Washington. Trump stayed. “We leave right now,” Trump said."
    assert speaker(text) == "Trump"
    assert [name.text for name in names(text)] == ["Trump", "Washington"]


@given(
    st.lists(st.sampled_from([*sorted(OFFICES), "of", "the", "State", "Bank", "de", "Mary", "Poole", "’s"]), max_size=8)
)
def test_a_name_is_the_end_of_its_run(run: list[str]) -> None:
    """Only what stands before a name is left out, whatever stands there."""
    tokens = words(" ".join(run), 0, len(" ".join(run)))
    named = list(named_in(tokens))
    assert named == tokens[len(tokens) - len(named) :]
