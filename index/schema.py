"""The fields of the index; nowhere else are they named."""

import json
from collections.abc import Iterator
from dataclasses import fields as dataclass_fields
from datetime import date
from types import NoneType
from typing import Any, get_args

from whoosh.analysis import Analyzer, Token
from whoosh.columns import NumericColumn, RefBytesColumn
from whoosh.fields import COLUMN, DATETIME, ID, STORED, TEXT, Schema

from index.analysis import VERSION as WORDS_VERSION
from index.analysis import forms, terms
from index.article import Article, How, Precision, Published, Removed

FIELDS_VERSION = 4
"""Raised whenever a field changes, or who speaks in the same text: an index with other fields is outdated."""

COLUMNS_VERSION = 12
"""Raised whenever the files of a segment or of a generation change."""

STAMP = f"dateline fields {FIELDS_VERSION} words {WORDS_VERSION} columns {COLUMNS_VERSION}"
"""What an index must be stamped with for this version of Dateline to read it."""


class Words(Analyzer):  # type: ignore[misc]  # Whoosh has no types
    """Whoosh's way to our words: the stems of a text, each with its position.

    Whoosh writes the path of this class into every index: moving or renaming it makes them all outdated.
    """

    def texts(self, value: str) -> list[str]:
        """The terms of a text, in order."""
        return terms(value)

    def __call__(self, value: str, **_: object) -> Iterator[Token]:
        """One Whoosh token, used again and again as Whoosh expects, for each word of `value`."""
        token = Token(positions=True, chars=False, removestops=False, mode="index", boost=1.0)
        for position, text in enumerate(self.texts(value)):
            token.text = text
            token.pos = position
            token.boost = 1.0
            yield token


class Forms(Words):
    """Whoosh's way to the forms of words, before they are stemmed."""

    def texts(self, value: str) -> list[str]:
        """The forms of a text, in order."""
        return forms(value)


UNDATED = 0
"""What the columns of days hold for an article without a date; days are counted as `date.toordinal` does."""

SCHEMA = Schema(
    id=ID(unique=True, sortable=True),
    source=ID(),
    outlet=COLUMN(RefBytesColumn()),
    published=DATETIME(sortable=True),
    first_day=COLUMN(NumericColumn("i")),
    last_day=COLUMN(NumericColumn("i")),
    title=TEXT(analyzer=Words()),
    body=TEXT(analyzer=Words()),
    title_form=TEXT(analyzer=Forms(), phrase=False),
    body_form=TEXT(analyzer=Forms(), phrase=False),
    title_length=COLUMN(NumericColumn("i")),
    body_length=COLUMN(NumericColumn("i")),
    article=STORED(),
)


def stored_text(article: Article, body: bytes) -> bytes:
    """The article for the stored field, in UTF-8: what is known of it as one line, and then its body as it is."""
    known = {name: value for name in STORED_FIELDS if (value := getattr(article, name)) is not None and value != ()}
    for name in DATES:
        if isinstance(day := getattr(article, name), Published):
            known[name] = published_fields(day)
    if article.removed:
        known["removed"] = [removed_fields(removed) for removed in article.removed]
    return b"%b\n%b" % (utf8(ENCODER.encode(known)), body)


DATES = ("published", "changed")


def removed_fields(removed: Removed) -> dict[str, str | int]:
    """A piece that was left out, as JSON has it."""
    fields: dict[str, str | int] = {"text": removed.text, "rule": removed.rule}
    return fields if removed.place is None else {**fields, "place": removed.place}


def utf8(text: str) -> bytes:
    """Any text as bytes, half of a pair of surrogates too."""
    return text.encode("utf-8", "surrogatepass")


ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def published_fields(published: Published) -> dict[str, str | float]:
    """A date as JSON has it; how sure it is only where that was worked out for it alone."""
    weighed = {} if published.weighed is None else {"weighed": published.weighed}
    return {
        "first": published.first.isoformat(),
        "last": published.last.isoformat(),
        "precision": published.precision,
        "how": published.how,
        "evidence": published.evidence,
        **weighed,
    }


def published_from(fields: dict[str, Any]) -> Published:
    """The date that `published_fields` gave; raises ValueError for what is none."""
    first, last = date.fromisoformat(fields["first"]), date.fromisoformat(fields["last"])
    published = Published(**{**fields, "first": first, "last": last})
    if published.precision not in get_args(Precision) or published.how not in get_args(How):
        raise ValueError(f"not a date: {published.precision}, {published.how}")
    if not isinstance(published.evidence, str) or not isinstance(published.weighed, int | float | NoneType):
        raise ValueError("not a date: its evidence")
    if first > last or not (published.weighed is None or 0 <= published.weighed <= 1):  # nor is it nan
        raise ValueError(f"not a date: from {first} to {last}, sure to {published.weighed}")
    return published


ACROSS = ("story", "family", "wording")
"""What is known of an article only beside others; it is not stored with the article."""
STORED_FIELDS = tuple(field.name for field in dataclass_fields(Article) if field.name not in {"body", *ACROSS})


def source_key(name: str) -> str:
    """The name of an outlet as it is compared: its words without case, accents and punctuation."""
    return name_key(name) or name.casefold().strip()


def name_key(name: str) -> str:
    """The words of a name without case, accents and punctuation; empty when it has none."""
    return " ".join(forms(name))


def stored_article(text: str) -> Article:
    """The article that `stored_text` wrote."""
    known, _, body = text.partition("\n")
    fields = json.loads(known)
    fields["cites"] = tuple(fields.get("cites", ()))
    fields["doubts"] = tuple(fields.get("doubts", ()))
    fields["removed"] = tuple(Removed(**removed) for removed in fields.get("removed", ()))
    fields |= {name: published_from(fields[name]) for name in DATES if name in fields}
    return sound(Article(body=body, **fields))


KINDS: dict[str, tuple[type, ...]] = {
    **dict.fromkeys(("id", "path", "title", "body"), (str,)),
    **dict.fromkeys(("source", "url", "author", "place", "language", "record_id"), (str, NoneType)),
    "title_is_stated": (bool,),
    "record": (int, NoneType),
}
"""What each part of an article is."""


def sound(article: Article) -> Article:
    """The article, each part of which is what it should be; raises ValueError, for it may come from a stranger."""
    wrong = [name for name, kinds in KINDS.items() if not isinstance(getattr(article, name), kinds)]
    texts = (
        *article.cites,
        *article.doubts,
        *(text for removed in article.removed for text in (removed.text, removed.rule)),
    )
    if wrong or not all(isinstance(text, str) for text in texts):
        raise ValueError(f"not an article: its {', '.join(wrong) or 'texts'}")
    if not all(isinstance(removed.place, int | NoneType) for removed in article.removed):
        raise ValueError("not an article: its removed")
    return article
