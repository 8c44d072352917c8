"""What a reader found becomes an article: cleaned, dated and attributed; nothing is opened here."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from index.article import Article, Published, Removed, RoughArticle
from index.cleaning.cleaner import COMMENT_STAMP, clean, cleaned
from index.errors import Unreadable
from index.front_matter.bylines import byline
from index.front_matter.datelines import dateline
from index.front_matter.outlet_lines import outlet_and_author
from index.front_matter.publisher import outlets
from index.front_matter.stated_dates import MOST_LINES_ABOVE_DATE, stated_date, unknown_outlet_beside_date
from index.front_matter.written_dates import dates_in
from index.languages.identification import language_of
from index.lexicon.address_wrappers import unwrapped
from index.lexicon.outlet_sites import outlet_called
from index.publication_date.date_line_scorer import published_by_line
from index.publication_date.url_dates import published_by_name, published_by_url
from index.text.headlines import could_be_headline, title_of_prose
from index.text.paragraphs import paragraphs as paragraphs_of


def article_of(rough: RoughArticle, path: str) -> Article:
    """What a reader found, cleaned, dated and attributed; Unreadable when nothing but boilerplate is in it.

    What the file says of an article counts before what its text says.
    """
    require_sane_length(rough.text)
    words = words_of(rough)
    url = rough.url or address(words.removed)
    publisher = outlet_called(rough.source) if rough.source else None
    stated_title = words.title if words.title_is_stated else ""
    published = surest_day(rough, words.published, published_elsewhere(rough, url, path))
    alone = [line.text for line in words.removed if line.rule == "source"]
    named = outlets(stated_title, words.body, about_article(words.removed), url, alone)
    return Article(
        id=article_id(path, rough.key or rough.record or 0),
        path=path,
        title=words.title,
        title_is_stated=words.title_is_stated,
        body=words.body,
        source=publisher or named.source,
        url=url,
        author=rough.author or author(words.removed),
        place=rough.place or place(words.removed),
        published=published,
        changed=None if published else rough.changed,
        cites=tuple(outlet for outlet in named.cites if outlet != publisher),
        language=language_of(words.title, words.body),
        removed=words.removed,
        record=rough.record,
        record_id=rough.record_id,
        doubts=rough.doubts,
    )


def surest_day(rough: RoughArticle, by_text: Published | None, elsewhere: Published | None) -> Published | None:
    """The day of publication that the file states, or else the text, or else its address or its name.

    A day of change counts last, and no day counts that is later than the last change.
    """
    stated = rough.published or by_text
    if stated and stated.how != "changed":
        return stated if rough.published else not_after(rough.changed, stated)
    return not_after(stated or rough.changed, elsewhere) or stated


def not_after(changed: Published | None, published: Published | None) -> Published | None:
    """The date, unless it is later than the last change, of which a day is another one elsewhere in the world."""
    is_later = changed and published and published.first > changed.last + timedelta(days=1)
    return None if is_later else published


def require_sane_length(text: str) -> None:
    """Nothing, when the text may be one article; Unreadable when it is longer than any."""
    if len(text) > MOST_CHARACTERS:
        raise Unreadable(f"longer than {MOST_CHARACTERS // 1_000_000} million characters")
    if text.count("\n") >= MOST_LINES:
        raise Unreadable(f"more than {MOST_LINES:,} lines")


MOST_CHARACTERS, MOST_LINES = 8_000_000, 100_000
"""Of an article; a novel has a million characters and 15,000 lines."""


def article_id(path_name: str, record: int | str = 0) -> str:
    """The id of an article: 16 hexadecimal digits that depend only on its file and on what names it there."""
    place = path_name if record == 0 else f"{path_name}\0{record}"
    return sha256(place.encode("utf-8", "backslashreplace")).hexdigest()[:16]


def published_elsewhere(rough: RoughArticle, url: str | None, path: str) -> Published | None:
    """The date in the address of the page, or in the name of the file, unless the file has several articles."""
    by_url = published_by_url(url) if url else None
    return by_url or (published_by_name(path.rpartition("/")[2]) if rough.record is None else None)


@dataclass(frozen=True, slots=True)
class ArticleWords:
    """What an article says: its headline and its text, and what was left out."""

    title: str
    title_is_stated: bool
    body: str
    removed: tuple[Removed, ...]
    published: Published | None
    """When it was published, as its text states it."""


def words_of(rough: RoughArticle) -> ArticleWords:
    """The words of an article; Unreadable when nothing but boilerplate is in it."""
    if rough.title is not None:
        return words_under(rough.title, rough.text)
    found = clean(rough.text)
    lines = [piece.text for piece in found.pieces]
    stated = published_by_line(lines) or stated_date(about_article(found.removed))
    if stated:
        found = found.without(stated.evidence, "date line")
    if found.is_empty():
        raise Unreadable("nothing in it but lines that belong to no article")
    kept = found.kept
    title, paragraphs = title_and_body(kept)
    return ArticleWords(title, len(paragraphs) < len(kept), "\n\n".join(paragraphs), found.removed, stated)


def about_article(removed: Sequence[Removed]) -> list[str]:
    """The lines left out that may say something of the article, and not of what its readers wrote."""
    return [line.text for line in removed if line.rule != COMMENT_STAMP]


def words_under(title: str, text: str) -> ArticleWords:
    """The words of an article whose headline is known, without the headline that its text repeats."""
    # Unwrapped first: a headline above wrapped lines would look like a longer line of them.
    lines = paragraphs_of(text)
    found = cleaned([*paragraphs_of(title), *lines] if could_be_headline(title) else lines)
    kept, removed = list(found.kept), found.removed
    if kept and kept[0] == title:
        kept = kept[1:]
    if kept and is_same_headline(kept[0], title):
        removed = (Removed(kept[0], "repeated title"), *removed)
        kept = kept[1:]
    stated = stated_date(about_article(removed))
    # Of a line with an outlet that is not known beside the day, what is cleaned cannot tell that it is no deck.
    if stated is None and (line := next(filter(unknown_outlet_beside_date, kept[:MOST_LINES_ABOVE_DATE]), None)):
        kept.remove(line)
        removed = (*removed, Removed(line, "date line"))
        days = dates_in(line)[0].days
        stated = Published(days.first, days.last, days.precision, "stated", line)
    return ArticleWords(title, True, "\n\n".join(kept), removed, stated)


def is_same_headline(line: str, title: str) -> bool:
    """The line is the headline, or begins it where the title of the page goes on with the name of the site."""
    short, long = (" ".join(re.findall(r"\w+", text.casefold())) for text in (line, title))
    return bool(short) and (short == long or (len(short) > 20 and long.startswith(short + " ")))


def title_and_body(kept: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The headline and the paragraphs under it; or a title made of the first sentence, and all paragraphs."""
    if could_be_headline(kept[0]):
        return kept[0], kept[1:]
    return title_of_prose(kept[0]), kept


def author(removed: Sequence[Removed]) -> str | None:
    """Who wrote it, as the first byline says; None when there is none."""
    lines = [" ".join(line.text.split()) for line in removed if line.rule in {"byline", "date line"}]
    written_by = next((found.author for line in lines if (found := byline(line)) and found.author), None)
    return written_by or next((named.author for line in lines if (named := outlet_and_author(line))), None)


def address(removed: Sequence[Removed]) -> str | None:
    """Where it was published, as a line labelled "URL" says; None when there is none."""
    lines = (line.text for line in removed if line.rule == "address")
    return next((unwrapped(line[line.lower().index("http") :].strip()) for line in lines), None)


def place(removed: Sequence[Removed]) -> str | None:
    """Where it was written, as the dateline says; None when there is none."""
    lines = (line.text for line in removed if line.rule == "dateline")
    return next((found.place for line in lines if (found := dateline(line)) and found.place), None)
