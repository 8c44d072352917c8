"""How well pages are read, by what people, or a peer, say of each: its passages, text, headline, authors and day."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

BETWEEN_NAMES = r"[;,&]|\b(?:and|und|et)\b"


@dataclass(frozen=True, slots=True)
class PageRead:
    """What a reader makes of a page; all is empty where it makes nothing of it."""

    title: str = ""
    body: str = ""
    author: str = ""
    """Whoever is named, as the reader writes it."""
    day: str | None = None
    """The first day on which it may have been published, as ISO 8601 has it; None when it says none."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page with what people, or a peer, say of it, and what is read of it; None when nothing is."""

    gold: Mapping[str, str | list[str]]
    read: PageRead | None

    def text(self) -> str:
        """The headline and the text that are read of it."""
        return f"{self.read.title}\n{self.read.body}" if self.read else ""


def measured(read: Sequence[Page]) -> dict[str, float]:
    """All measures for which there is something to measure by, by name."""
    return {**passages(read), **texts(read), **titles(read), **authors(read), **dates(read)}


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words of a text, counted."""
    found = words(text)
    return Counter(tuple(found[start : start + 4]) for start in range(max(1, len(found) - 3)))


def shingle_f1(found: str, wanted: str) -> float:
    """The harmonic mean of precision and recall in runs of four words, as the article extraction benchmark has it."""
    ours, theirs = shingles(found), shingles(wanted)
    return 2 * (ours & theirs).total() / (ours.total() + theirs.total())


def f1(right: int, false: int, missed: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * right / (2 * right + false + missed)


def passages(read: Sequence[Page]) -> dict[str, float]:
    """How well the text keeps the passages that people want, and leaves out those that they do not."""
    marked = [(page.text(), page.gold["with_"], page.gold["without"]) for page in read if "with_" in page.gold]
    right = sum(segment in text for text, wanted, _ in marked for segment in wanted)
    missed = sum(segment not in text for text, wanted, _ in marked for segment in wanted)
    false = sum(segment in text for text, _, unwanted in marked for segment in unwanted)
    return {"segments F1": f1(right, false, missed)} if marked else {}


def texts(read: Sequence[Page]) -> dict[str, float]:
    """How well the text agrees with the text that a person, or a peer, takes out of the page."""
    scores = [shingle_f1(page.text(), str(page.gold["text"])) for page in read if page.gold.get("text")]
    return {"text F1": sum(scores) / len(scores)} if scores else {}


def titles(read: Sequence[Page]) -> dict[str, float]:
    """How often the headline is the one that a person, or a peer, takes out of the page, word for word."""
    wanted = [(page.read, str(page.gold["title"])) for page in read if page.gold.get("title")]
    same = sum(found is not None and words(found.title) == words(title) for found, title in wanted)
    return {"title exact": same / len(wanted)} if wanted else {}


def authors(read: Sequence[Page]) -> dict[str, float]:
    """How often the authors are those that a person, or a peer, names, in whatever order."""
    wanted = [(page.read, str(page.gold["author"])) for page in read if page.gold.get("author")]
    same = sum(found is not None and people(found.author) == people(named) for found, named in wanted)
    return {"author exact": same / len(wanted)} if wanted else {}


def people(author: str) -> set[tuple[str, ...]]:
    """The words of each name in a line of them."""
    return {tuple(found) for name in re.split(BETWEEN_NAMES, author) if (found := words(name))}


def words(text: str) -> list[str]:
    """The words of a text, whatever their case."""
    return re.findall(r"\w+", text.casefold())


def dates(read: Sequence[Page]) -> dict[str, float]:
    """How often the day that is found is the right one, and how often the right one is found."""
    dated = [(page.read.day, day) for page in read if page.read and is_day(day := str(page.gold.get("date", ""))[:10])]
    answers = [(found, day) for found, day in dated if found]
    exact = sum(found == day for found, day in answers)
    return {"date precision": exact / len(answers), "date recall": exact / len(dated)} if answers else {}


def is_day(text: str) -> bool:
    """The annotators have written a day that there is."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
