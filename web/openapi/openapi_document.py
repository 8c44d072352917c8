"""The addresses for programs, what they take and what they answer, as OpenAPI 3.1 tells it."""

from importlib.metadata import version
from typing import get_args

from search.export.export_formats import EXPORT_FORMATS
from search.language.lexer import MAX_LENGTH
from search.query import Copies, FacetName, Order, Syntax, WordsWanted
from web.exports import OFFERED
from web.links import LAST_PAGE, LONGEST_SOURCE, MOST_ON_A_PAGE, MOST_SOURCES, NONE_KNOWN
from web.openapi.answer_schemas import SCHEMAS, TEXT, Schema, list_of, named, one_of

JSON, SUGGESTIONS = "application/json", "application/x-suggestions+json"
MOST_NAMES = 20
"""Outlets, and authors, that may stand in one address beside everything else: of all, it may have a hundred."""


def openapi_document(server: str) -> dict[str, object]:
    """The whole description; `server` is where the addresses begin."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Dateline",
            "version": version("dateline"),
            "description": "Search a pile of news articles. Nothing that is typed as a query is an error.",
        },
        "servers": [{"url": server}],
        "paths": {path: {"get": operation} for path, operation in operations().items()},
        "components": {"schemas": SCHEMAS},
    }


def operations() -> dict[str, dict[str, object]]:
    """What each address does."""
    ranks = [*asking(), *paging()]
    return {
        "/search.json": operation("A page of results", named("Answer"), ranks, gone=True),
        **{path: exported(summary, media, asking()) for path, summary, media in files("/search", "Everything found")},
        "/search.atom": exported("The newest of what is found, as a feed", "application/atom+xml", asking()),
        "/search.rss": exported("The same as RSS", "application/rss+xml", asking()),
        "/article/{id}.json": operation("An article", named("Article"), [identifier(), *asking()[:1]], missing=True),
        **{
            path: exported(summary, media, [identifier()])
            for path, summary, media in files("/article/{id}", "An article as a citation")
        },
        "/story/{id}.json": operation("The story of an article", named("Story"), [identifier()], missing=True),
        "/record.json": operation("The record of a search", named("Record"), asking()),
        "/suggest": suggestions(),
        "/healthz": operation("Whether there is an index that answers", named("Health"), []),
        "/openapi.json": operation("This description", {"type": "object"}, []),
    }


def files(stem: str, what: str) -> list[tuple[str, str, str]]:
    """Each format that something is given in: the address, what it is, and the type of the file."""
    formats = [EXPORT_FORMATS[name] for name in OFFERED]
    return [(f"{stem}.{each.ending}", f"{what}, as .{each.ending}", each.media_type) for each in formats]


def operation(
    summary: str, answer: Schema, parameters: list[Schema], *, missing: bool = False, gone: bool = False
) -> dict[str, object]:
    """What an address answers as JSON."""
    statuses = sorted(["400", "429", "503", *["404"] * missing, *["410"] * gone])
    return {"summary": summary, "parameters": parameters, "responses": responses(summary, JSON, answer, statuses)}


def responses(summary: str, media_type: str, answer: Schema, statuses: list[str]) -> dict[str, object]:
    """The answer of this type, and those that say what is wrong."""
    error = {"description": "What is wrong", "content": {JSON: {"schema": named("Error")}}}
    answered = {"description": summary, "content": {media_type: {"schema": answer}}}
    return {"200": answered, **dict.fromkeys(statuses, error)}


def suggestions() -> dict[str, object]:
    """How what is typed may go on."""
    summary, told = "How what is typed may go on", named("Suggestions")
    answered = responses(summary, "application/x-suggestions+json", told, [])
    return {**exported(summary, JSON, asking()[:1]), "responses": {**wrong_answers(), **answered}}


def exported(summary: str, media_type: str, parameters: list[Schema]) -> dict[str, object]:
    """What an address answers as a file."""
    answered = {"description": summary, "content": {media_type: {"schema": {}}}}
    return {"summary": summary, "parameters": parameters, "responses": {"200": answered, **wrong_answers()}}


def wrong_answers() -> dict[str, object]:
    """What an address of a file answers where something is wrong: a page."""
    content = {"text/html": {"schema": TEXT}, JSON: {"schema": named("Error")}}
    return {status: {"description": "What is wrong", "content": content} for status in ("400", "429", "503")}


def parameter(name: str, schema: Schema, description: str, where: str = "query") -> Schema:
    """What may stand in an address."""
    return {"name": name, "in": where, "required": where == "path", "schema": schema, "description": description}


def identifier() -> Schema:
    """The id of an article."""
    return parameter("id", {"type": "string", "minLength": 1, "pattern": "^[0-9a-f]+$"}, "An id.", "path")


def asking() -> list[Schema]:
    """What is asked for."""
    facets = [name for name in get_args(FacetName) if name not in ("source", "author")]
    return [
        parameter("q", {"type": "string"}, f"The query; {MAX_LENGTH:,} characters of it are read."),
        parameter("syntax", one_of(Syntax), "The language of the query; it is told by itself where that is sure."),
        parameter("words", one_of(WordsWanted), "How many of the words articles must have."),
        parameter("sort", one_of(Order), "The order."),
        parameter("copies", one_of(Copies), "What is shown once; every article, unless it is said."),
        parameter("since", TEXT, "Published on this day or later: 2022-11-12, 2022-11, last week."),
        parameter("until", TEXT, "Published on this day or before."),
        parameter("source", names(MOST_NAMES), "Only of one of these outlets."),
        parameter("author", names(MOST_NAMES), "Only by one of these."),
        *(
            parameter(name, names(MOST_SOURCES // len(facets)), f"Only with one of these; {NONE_KNOWN} is none.")
            for name in facets
        ),
    ]


def names(most: int) -> Schema:
    """A list of at most so many names."""
    return {**list_of({**TEXT, "maxLength": LONGEST_SOURCE}), "maxItems": most}


def paging() -> list[Schema]:
    """Which part of the results."""
    return [
        parameter("n", {"type": "integer", "minimum": 1, "maximum": MOST_ON_A_PAGE}, "Hits on a page."),
        parameter("page", {"type": "integer", "minimum": 1, "maximum": LAST_PAGE}, "Which page."),
        parameter("after", TEXT, "Where to go on, from “next” of an answer; 410 once the index has changed."),
    ]
