"""NLTK's Snowball stemmers, loaded without the rest of NLTK.

NLTK's package imports all of its rooms when one is asked for, and with them SciPy where it is installed: 0.2 to 1.5
seconds of a search that takes .3. The stemmers need three of its modules.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from types import ModuleType


@cache
def stemmer(language: str) -> Callable[[str], str]:
    """The stemmer of a language of Snowball, in English as NLTK names it: "english", "german".

    Raises ValueError for a language that Snowball does not know.
    """
    stem: Callable[[str], str] = snowball_module().SnowballStemmer(language).stem
    return stem


def snowball_module() -> ModuleType:
    """NLTK's module of stemmers: by itself where that can be done, else with all of NLTK."""
    known = sys.modules.get("nltk.stem.snowball")
    if known is not None:
        return known
    try:
        with LOADING, hollow_packages():
            return import_module("nltk.stem.snowball")
    except (ImportError, AttributeError):  # a version that is laid out in another way
        return import_module("nltk.stem.snowball")


LOADING = Lock()


@contextmanager
def hollow_packages() -> Iterator[None]:
    """NLTK's packages as names and folders alone while this is open; whoever imports NLTK later gets it whole."""
    whole = {name: module for name, module in sys.modules.items() if is_of_nltk(name)}
    found = None if whole else find_spec("nltk")
    if found is None or found.origin is None:
        yield
        return
    folder = Path(found.origin).parent
    hollow = {"nltk": folder, "nltk.stem": folder / "stem", "nltk.corpus": None}
    sys.modules.update({name: hollow_package(name, folder) for name, folder in hollow.items()})
    try:
        yield
    finally:
        for name in filter(is_of_nltk, list(sys.modules)):
            del sys.modules[name]


def hollow_package(name: str, folder: Path | None) -> ModuleType:
    """A package of which nothing has run; its modules are found in its folder."""
    package = ModuleType(name)
    package.__path__ = [] if folder is None else [str(folder)]
    package.__dict__["stopwords"] = None  # of nltk.corpus; the stemmers ask for it when stop words are to be kept
    return package


def is_of_nltk(name: str) -> bool:
    """It is NLTK, or a module of it."""
    return name == "nltk" or name.startswith("nltk.")
