"""The fields of the language: what stands before a colon, what people call it otherwise, and what none can answer."""

from dataclasses import dataclass
from typing import Literal

Scope = Literal[
    "title", "body", "stem", "said", "speaker", "source", "story", "author", "place", "person", "org", "cites", "url",
    "site", "path", "format", "dated", "length", "id", "has", "nowhere",
]  # fmt: skip
"""What the words behind a field are looked for in; nowhere is what no index here can answer."""


@dataclass(frozen=True, slots=True)
class FieldForm:
    """A field: its name, other names for it, and what may be typed with it."""

    scope: Scope
    also: tuple[str, ...]
    example: str


FIELD_FORMS = (
    FieldForm("title", ("intitle", "headline", "heading", "allintitle"), "title:biden"),
    FieldForm("body", ("intext", "inbody", "fulltext", "allintext"), "body:kherson"),
    FieldForm("stem", (), "stem:organ"),
    FieldForm("said", (), "said:talks"),
    FieldForm("speaker", (), "speaker:Milley"),
    FieldForm("source", ("publication", "pub", "outlet", "publisher", "newspaper"), "source:CNN"),
    FieldForm("story", (), "story:3f0a9c4412d07be1"),
    FieldForm("author", ("byline", "by", "authors", "writer", "inauthor"), "author:smith"),
    FieldForm("place", ("location", "dateline"), "place:Kherson"),
    FieldForm("person", ("people",), 'person:"Mark Milley"'),
    FieldForm("org", ("organization", "organisation", "company"), "org:NATO"),
    FieldForm("cites", ("citing",), "cites:Reuters"),
    FieldForm("url", ("inurl", "allinurl", "address"), "url:2022/11"),
    FieldForm("site", ("domain", "host"), "site:cnn.com"),
    FieldForm("path", ("file", "filename"), "path:*.html"),
    FieldForm("format", ("filetype", "ext"), "format:pdf"),
    FieldForm("dated", ("datedhow",), "dated:inferred"),
    FieldForm("length", ("wc", "wordcount"), "length>800"),
    FieldForm("id", (), "id:54ce1f9f2a187429"),
    FieldForm("has", (), "has:author"),
)
"""Each field that is looked for."""
UNANSWERED = {
    **dict.fromkeys(("language", "lang", "sourcelang"), "the language of articles is not known"),
    **dict.fromkeys(("subject", "topic", "theme", "tag", "tags", "category"), "articles carry no codes"),
    **dict.fromkeys(("related", "link", "links", "cache", "info"), "nothing is looked up beyond the index"),
    **dict.fromkeys(("section", "page", "edition"), "pages and sections of newspapers are not known"),
    **dict.fromkeys(("country", "sourcecountry", "region", "near"), "where outlets and events are is not known"),
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
NAMES: frozenset[Scope] = frozenset({"source", "speaker", "author", "place", "person", "org", "cites", "url", "path"})
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
        "dated",
        "length",
        "id",
        "has",
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
