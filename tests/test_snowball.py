"""The stemmers of NLTK: the same as its own, at a part of the price."""

import subprocess
import sys

import pytest

from index.word_forms.snowball import stemmer

IN_A_NEW_PROCESS = """
import sys
from index.word_forms.snowball import stemmer
print(stemmer("english")("zebrafishes"))
print("scipy" in sys.modules, "nltk" in sys.modules, "nltk.corpus" in sys.modules)
import nltk.stem.snowball
print(nltk.__version__ != "", nltk.stem.snowball.SnowballStemmer("english").stem("zebrafishes"))
"""


def test_it_loads_nothing_else_of_nltk_and_leaves_nltk_to_be_imported_whole() -> None:
    done = subprocess.run([sys.executable, "-c", IN_A_NEW_PROCESS], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:3] == ["zebrafish", "False False False", "True zebrafish"]


@pytest.mark.parametrize(
    ("language", "word", "stem"),
    [("english", "governing", "govern"), ("german", "häuser", "haus"), ("russian", "выборы", "выбор")],
)
def test_it_stems_in_the_languages_of_snowball(language: str, word: str, stem: str) -> None:
    assert stemmer(language)(word) == stem


def test_it_says_that_a_language_is_unknown() -> None:
    with pytest.raises(ValueError, match="klingon"):
        stemmer("klingon")
