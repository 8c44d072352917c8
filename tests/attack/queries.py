"""Queries that nobody would type, in process and over HTTP: each is answered, quickly and in little memory.

python -m tests.attack.queries 100000 5000
python -m tests.attack.queries 0 0 100000     # so many are only read, in each of the languages
"""

import gc
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args
from urllib.parse import quote, urlsplit

from index.build import update_index
from search.engine import Engine
from search.find import find
from search.language.dialects.dialect_reading import GRAMMARS, read_query
from search.language.serializer import written
from search.query import Copies, Order, Syntax
from search.request import Request
from search.snapshots import open_engine
from tests.attack.served import served
from tests.test_command import SEEDS

TODAY = date(2022, 11, 30)
MOST_SECONDS = 0.5
"""Of processor time for one query."""
LONGEST_ADDRESS = 60_000
"""Characters; longer ones are refused."""
MOST_BYTES = 200_000_000
"""That all of them together may add to the highest memory."""
REAL = (
    *("peace talks", '"bank of England"', "peace OR truce", "talks -nato", "(peace OR truce) AND kherson"),
    *(
        "negotiat*",
        "*gate",
        "neg*ting",
        "wom?n",
        "milley~",
        "kyiv~2",
        "=talks",
        "title:biden",
        'said:"seize the moment"',
    ),
    *("speaker:Milley diplomacy", 'source:"The New Voice of Ukraine"', "since:2022-11-01", "about:2021..2022"),
    *("story:3f0a9c4412d07be1", "date:2022", "until:last week", '"Volodymyr Zelensky"', "Kiev"),
)
WORDS = (
    *("peace", "talks", "war", "Milley", "the", "of", "a", "Zelensky", "2022-11-09", "zürich", "中文", "ไทย", "مرحبا"),
    *("z" * 40, "ab", "100,000", "U.S.", "we'll", "о́н", "🗞️", "\u202eabc", "ﬁ", "İ"),
)
FIELDS = (
    *("title", "body", "said", "speaker", "source", "story", "date", "since", "until", "about", "nofield", ""),
    *("url", "path", "site", "format", "language", "author", "place", "cites", "has", "length", "id", "dated"),
    *("person", "stem"),
)
JOINTS = (
    " AND ",
    " OR ",
    " NOT ",
    " ",
    " w/5 ",
    " pre/2 ",
    " not w/3 ",
    " w/s ",
    " w/p ",
    " adj3 ",
    " NEAR/9 ",
    " /4 ",
)
CALLS = ("atleast3", "hlead", "first50", "caps", "allcaps", "nocaps", "atl999999999999", "intitle:", "noexist")
ORDERS: tuple[Order, ...] = get_args(Order)
SIGNS = "\"()*?~=+-:;,.&|!<>[]{}^/\\'`#%$@ \t\n\x00\u2028“”«»"


def main(in_process: int, over_http: int, only_read: int = 0, seed: int = 1) -> None:
    """Ask so many in this process, and so many of a server; fails at the first that is not answered as it should be."""
    chance = random.Random(seed)
    for syntax in get_args(Syntax) if only_read else ():
        print(f"{only_read} queries read as {syntax}: the slowest took {read_in(syntax, only_read, chance):.2f} s")
    if not in_process and not over_http:
        return
    with TemporaryDirectory() as name:
        index = Path(name) / "index"
        update_index([SEEDS], index, 1, lambda done, todo: None)
        slowest, added = ask_in_process(str(index), in_process, chance)
    print(f"{in_process} queries in process: the slowest took {slowest:.2f} s, memory grew by {added / 1e6:.0f} MB")
    assert slowest <= MOST_SECONDS, "a query took too long"
    assert added <= MOST_BYTES, "queries took too much memory"
    ask_over_http(over_http, chance)
    print(f"{over_http} queries over HTTP were answered")


def read_in(syntax: Syntax, count: int, chance: random.Random) -> float:
    """The most seconds of processor time that reading one in a language took, and writing what was read."""
    slowest = 0.0
    for typed, _ in zip(typed_queries(chance), range(count), strict=False):
        began = time.process_time()
        try:
            written(read_query(typed, TODAY, syntax).clause)
        except Exception as error:
            raise AssertionError(f"{typed!r} was not read as {syntax}: {error!r}") from error
        slowest = max(slowest, time.process_time() - began)
    assert slowest <= MOST_SECONDS, "reading a query took too long"
    return slowest


def ask_in_process(index: str, count: int, chance: random.Random) -> tuple[float, int]:
    """The most seconds of processor time that one took, and by how many bytes the highest memory grew."""
    engine = open_engine(index)
    find(engine, Request("peace talks"))  # what is imported and mapped late is there
    gc.collect()
    slowest, before = 0.0, highest_memory()
    for typed, _ in zip(typed_queries(chance), range(count), strict=False):
        order, copies = chance.choice(ORDERS), chance.choice(get_args(Copies))
        request = Request(typed, order, copies=copies, syntax=chance.choice([None, *get_args(Syntax)]))
        took = seconds_taken(engine, request)
        if took > MOST_SECONDS:
            # Tables that a process reads once, and garbage of all queries before, are no cost of this one; what an
            # engine keeps of answers is, and so another is asked.
            gc.collect()
            took = seconds_taken(open_engine(index), request)
        assert took <= MOST_SECONDS, f"{typed!r} took {took:.2f} s"
        slowest = max(slowest, took)
    return slowest, highest_memory() - before


def seconds_taken(engine: Engine, request: Request) -> float:
    """Of processor time for an answer; raises AssertionError where there is none."""
    began = time.process_time()
    try:
        find(engine, request)
    except Exception as error:
        raise AssertionError(f"{request.typed!r} was not answered: {error!r}") from error
    return time.process_time() - began


def highest_memory() -> int:
    """The most bytes that this process ever had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def ask_over_http(count: int, chance: random.Random) -> None:
    """Ask a server; fails when an answer is a fault of its own."""
    with TemporaryDirectory() as name, served(Path(name), str(SEEDS)) as (_, address):
        parts = urlsplit(address)
        queries = typed_queries(chance)
        for first in range(0, count, 100):
            with closing(HTTPConnection(str(parts.hostname), parts.port, timeout=60)) as connection:
                for _ in range(min(100, count - first)):
                    typed = next(queries)
                    query = quote(typed.encode("utf-8", "replace"), safe="")[:LONGEST_ADDRESS]
                    connection.request("GET", "/search.json?q=" + query)
                    answer = connection.getresponse()
                    answer.read()
                    assert answer.status == 200, f"{typed!r} was answered with {answer.status}"


def typed_queries(chance: random.Random) -> Iterator[str]:
    """Queries without end: by the grammar, real ones that were mutated, and random bytes."""
    ways: tuple[Callable[[random.Random], str], ...] = (grammatical, mutated, in_dialect, random_bytes, broad, endless)
    while True:
        yield chance.choices(ways, [8, 8, 8, 4, 2, 1])[0](chance)


def grammatical(chance: random.Random, depth: int = 0) -> str:
    """A query as the grammar has it, of several kinds of parts within each other."""
    word = chance.choice(WORDS)
    if depth > chance.randint(0, 6):
        return word
    inner = [grammatical(chance, depth + 1) for _ in range(chance.randint(1, 4))]
    forms = (
        " ".join(inner),
        "(" + chance.choice(JOINTS).join(inner) + ")",
        f"{chance.choice(CALLS)}({inner[0]})",
        f'"{word} {chance.choice(WORDS)}"',
        f"{chance.choice(FIELDS)}:{inner[0]}",
        f"{chance.choice('+-=!')}{inner[0]}",
        f"{word[: chance.randint(0, 4)]}{chance.choice('*?')}{word[-1:]}",
        f"{word}~{chance.choice(['', '0', '1', '2', '9'])}",
    )
    return chance.choice(forms)


def mutated(chance: random.Random) -> str:
    """A real query after some changes: parts left out, doubled, exchanged, and signs put in."""
    text = " ".join(chance.choices(REAL, k=chance.randint(1, 4)))
    for _ in range(chance.randint(1, 8)):
        first, last = sorted(chance.choices(range(len(text) + 1), k=2))
        kept, part, rest = text[:first], text[first:last], text[last:]
        text = chance.choice(
            [kept + rest, kept + part * 3 + rest, rest + part + kept, kept + chance.choice(SIGNS) + rest]
        )
    return text[:4000]


def in_dialect(chance: random.Random) -> str:
    """What a dialect writes in its own ways, put together as nobody would."""
    grammar = chance.choice(list(GRAMMARS.values()))
    operators = [word for form in grammar.joints for word in (form.operator, *form.also)]
    sign = grammar.prefix_sign.strip("[]")[:1]
    fields = [f"{name}(" for name in grammar.calls] + [f"{name}{sign}" for name in grammar.prefixes]
    examples = [form.example for form in grammar.word_forms] + [form.example for form in grammar.specials]
    signs = ("(", ")", ")", '"', "atleast5(", "^2", "*")
    pieces = (*operators, *operators, *fields, *examples, *WORDS, *WORDS, *signs)
    return "".join(chance.choice(pieces) + chance.choice([" ", " ", ""]) for _ in range(chance.randint(1, 25)))


def random_bytes(chance: random.Random) -> str:
    """Bytes as UTF-8 has them or not."""
    return chance.randbytes(chance.randint(0, 300)).decode(
        "utf-8", chance.choice(["replace", "ignore", "surrogateescape"])
    )


def broad(chance: random.Random) -> str:
    """Many patterns that match much."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    field = chance.choice(["", "", "url:", "path:"])
    parts = [field + chance.choice([f"{letter}*", f"*{letter}*", f"{letter}?*", f"*{letter}"]) for letter in letters]
    joint = chance.choice(["", " ", " OR ", " w/9 "]) if not field else chance.choice([" ", " OR "])
    return joint.join(chance.choices(parts, k=chance.randint(10, 45)))


def endless(chance: random.Random) -> str:
    """A piece over and over, for longer than anything that is read."""
    piece: str = chance.choice([*SIGNS, *WORDS, "_", "1", "A", "a-", "a.", "w/5 ", "a:(", "ab,", "-1:"])
    return (piece * 60_000)[:60_000]


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
