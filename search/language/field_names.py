"""The fields of the language: what stands before a colon, what people call it otherwise, and what none can answer."""

from dataclasses import dataclass
from typing import Literal

Scope = Literal[
    "title", "body", "stem", "said", "speaker", "source", "story", "author", "place", "person", "org", "cites", "url",
    "site", "path", "format", "language", "dated", "length", "id", "has", "like", "nowhere",
]  # fmt: skip
"""What the words behind a field are looked for in; nowhere is what no index here can answer."""


@dataclass(frozen=True, slots=True)
class FieldForm:
    """A field: its name, other names for it, and what may be typed with it."""

    scope: Scope
    also: tuple[str, ...]
    example: str
    finds: str
    """What it asks for, for whoever reads how to ask: articles that are so."""


FIELD_FORMS = (
    FieldForm("title", ("intitle", "headline", "heading", "allintitle", "hd", "hl"), "title:biden", "in the headline"),
    FieldForm(
        "body", ("intext", "inbody", "fulltext", "allintext", "text", "content", "td"), "body:kherson", "in the text"
    ),
    FieldForm("stem", (), "stem:organ", "every word with the stem of this one, whatever it means"),
    FieldForm("said", (), "said:talks", "inside quotation marks, whoever speaks"),
    FieldForm("speaker", (), "speaker:Milley", "that quote somebody of this name; words beside it are what is quoted"),
    FieldForm(
        "source",
        ("publication", "pub", "outlet", "publisher", "newspaper", "sn"),
        "source:CNN",
        "of one outlet, by its name, what people call it, or its site",
    ),
    FieldForm("story", (), "story:3f0a9c4412d07be1", "of one story, by the id of any of its articles"),
    FieldForm("author", ("byline", "by", "authors", "writer", "inauthor"), "author:smith", "by somebody of this name"),
    FieldForm("place", ("location", "dateline"), "place:Kherson", "with this place in the dateline"),
    FieldForm("person", ("people",), 'person:"Mark Milley"', "the name as words in a row"),
    FieldForm("org", ("organization", "organisation", "company"), "org:NATO", "the name as words in a row"),
    FieldForm("cites", ("citing",), "cites:Reuters", "that repeat a report of this outlet"),
    FieldForm("url", ("inurl", "allinurl", "address"), "url:2022/11", "with this in their address"),
    FieldForm("site", ("domain", "host"), "site:cnn.com", "at an address of this site, or of the outlet whose it is"),
    FieldForm("path", ("file", "filename"), "path:*.html", "from files with such a name"),
    FieldForm("format", ("filetype", "ext"), "format:pdf", "from files in such a format"),
    FieldForm("language", ("lang", "sourcelang"), "language:english", "in this language, by its name or code"),
    FieldForm(
        "dated",
        ("datedhow",),
        "dated:inferred",
        "by how their day is known: stated, url, filename, inferred, changed or file",
    ),
    FieldForm("length", ("wc", "wordcount"), "length>800", "texts of more words; also length<3000 and length:500..800"),
    FieldForm("id", (), "id:54ce1f9f2a187429", "the article with this id"),
    FieldForm(
        "has", (), "has:author", "of which it is known: author, date, language, place, quotes, source, story, url"
    ),
    FieldForm(
        "like",
        ("morelike",),
        "like:54ce1f9f2a187429",
        "like the article with this id: they share the words that say most of it",
    ),
)
"""Each field that is looked for."""
UNANSWERED = {
    **dict.fromkeys(("subject", "topic", "theme", "tag", "tags", "category"), "articles carry no codes"),
    **dict.fromkeys(("related", "link", "links", "cache", "info", "inanchor"), "nothing is looked up beyond the index"),
    **dict.fromkeys(("section", "page", "edition"), "pages and sections of newspapers are not known"),
    **dict.fromkeys(("country", "sourcecountry", "region", "near"), "where outlets and events are is not known"),
    **dict.fromkeys(("daterange",), "days are counted otherwise here: write since: and until:"),
    **dict.fromkeys(("rst", "ns", "fds"), "articles carry no codes"),
    **dict.fromkeys(("tone", "sentiment", "reach"), "articles are not weighed by tone or reach"),
}
"""What others have and no index here can answer, and why: left out, for as a word it would mean something else."""
SCOPES: dict[str, Scope] = {
    **{name: form.scope for form in FIELD_FORMS for name in (form.scope, *form.also)},
    **dict.fromkeys(UNANSWERED, "nowhere"),
}
"""What each name that may stand before a colon asks for."""
WHOLE_REST = frozenset({"allintitle", "allintext", "allinurl"})
"""Fields that take all words up to the end."""
NAMES: frozenset[Scope] = frozenset({"source", "speaker", "author", "place", "person", "org", "cites", "path"})
"""Fields whose value is a name: words side by side in brackets are one."""
FILTERS: frozenset[Scope] = frozenset(
    {
        "author",
        "place",
        "person",
        "org",
        "cites",
        "url",
        "site",
        "path",
        "format",
        "language",
        "dated",
        "length",
        "id",
        "has",
        "like",
        "nowhere",
    }
)
"""Fields whose value is what is known of an article."""
DAY_FIELDS = {
    **{name: name for name in ("since", "until", "date", "about", "after", "before", "when")},
    **dict.fromkeys(("pubdate", "published", "publishdate", "pub_date", "publish_date", "publication_date"), "date"),
}
"""Fields of days, by what people call them."""
EVEN_APART = (
    *("title", "body", "stem", "said", "speaker", "source", "story", "date", "since", "until", "about"),
    *("intitle", "inurl", "intext", "allintitle", "allintext", "allinurl", "site"),
)
"""Fields also where a space stands before the value; others are words then, as in  Place: the Ritz."""
