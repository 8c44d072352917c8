"""What is answered as JSON, as JSON Schema 2020-12 tells it; a test holds it to real answers."""

from typing import get_args

from index.article import How, Precision
from search.language.note_kinds import NoteKind
from search.language.tree_object import KINDS_OF_NODES
from search.leaves.metadata_filters import AttributeName
from search.query import Syntax
from search.story.stated_values import ValueKind
from search.timeline import Unit

Schema = dict[str, object]

TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "number"}
COUNT: Schema = {"type": "integer", "minimum": 0}
BOOLEAN: Schema = {"type": "boolean"}
DAY: Schema = {"type": "string", "format": "date"}


def or_null(schema: Schema) -> Schema:
    """The same, or null where none is known."""
    return {"anyOf": [schema, {"type": "null"}]}


def list_of(schema: Schema) -> Schema:
    """A list of such values."""
    return {"type": "array", "items": schema}


def one_of(values: object) -> Schema:
    """One of these words."""
    return {"type": "string", "enum": sorted(get_args(values))}


def named(name: str) -> Schema:
    """What is described under this name."""
    return {"$ref": f"#/components/schemas/{name}"}


def told(description: str, **fields: Schema) -> Schema:
    """An object with all of these keys and no others."""
    return {
        "type": "object",
        "description": description,
        "properties": fields,
        "required": list(fields),
        "additionalProperties": False,
    }


PIECES: Schema = list_of({"type": "array", "prefixItems": [TEXT, BOOLEAN], "minItems": 2, "maxItems": 2})
"""A text, and of each piece of it whether it is marked."""
HIT_FIELDS: dict[str, Schema] = {
    "rank": or_null({"type": "integer", "minimum": 1}),
    "id": TEXT,
    "score": or_null(NUMBER),
    "title": TEXT,
    "source": or_null(TEXT),
    "path": or_null(TEXT),
    "url": or_null(TEXT),
    "published": or_null(named("Published")),
    "snippet": PIECES,
    "story": or_null(TEXT),
    "copies": list_of(TEXT),
    "cites": list_of(TEXT),
    "record": or_null({"type": "integer", "minimum": 1}),
    "lacks": list_of(TEXT),
}
ARTICLE_FIELDS: dict[str, Schema] = {
    **HIT_FIELDS,
    "body": TEXT,
    "author": or_null(TEXT),
    "place": or_null(TEXT),
    "language": or_null(TEXT),
    "removed": list_of(TEXT),
}
SOMETIMES: dict[str, Schema] = {"changed": named("Published"), "doubts": list_of(TEXT)}
"""What only some articles have: the day of a change where no other is known, and what was assumed to read them."""
NODE_KINDS = sorted({*KINDS_OF_NODES.values(), *get_args(AttributeName)})
FACET: Schema = list_of(told("A value, and how many matches share it.", value=TEXT, count=COUNT))

SCHEMAS: dict[str, Schema] = {
    "Published": told(
        "A date: the day lies from the first to the last.",
        first=DAY,
        last=DAY,
        precision=one_of(Precision),
        how={"type": "string", "enum": sorted({*get_args(How), "changed"})},
        evidence=TEXT,
        confidence={"type": "number", "minimum": 0, "maximum": 1},
    ),
    "Hit": told("An article found.", **HIT_FIELDS),
    "Article": {
        **told("An article, and with q in the address why it answers that.", **ARTICLE_FIELDS),
        "properties": {**ARTICLE_FIELDS, **SOMETIMES, "why": named("Why")},
    },
    "Why": told(
        "Why an article answers a query, or why not.",
        read_as=TEXT,
        matches=BOOLEAN,
        failed=list_of(TEXT),
        rank=or_null({"type": "integer", "minimum": 1}),
        total=COUNT,
        score=NUMBER,
        parts={"type": "object", "additionalProperties": NUMBER},
        words=list_of(told("What a word brings.", text=TEXT, score=NUMBER, fields=list_of(TEXT), forms=list_of(TEXT))),
        notes=list_of(TEXT),
    ),
    "Node": {
        "type": "object",
        "description": "A node of the query as it was understood; what it joins is in parts.",
        "properties": {
            "kind": {"type": "string", "enum": NODE_KINDS},
            "text": TEXT,
            "parts": list_of(named("Node")),
        },
        "required": ["kind", "text"],
    },
    "Note": told(
        "What was mended, left out or read otherwise, and the characters of the query that it is about.",
        kind=one_of(NoteKind),
        text=TEXT,
        **{"from": or_null(COUNT), "to": or_null(COUNT)},
    ),
    "Timeline": told(
        "When the matches may have been published.",
        unit=one_of(Unit),
        bars=list_of(told("Days in a row.", first=DAY, last=DAY, count=COUNT, sure=COUNT)),
        before=COUNT,
        after=COUNT,
        inexact=COUNT,
    ),
    "Answer": told(
        "A page of results.",
        query=TEXT,
        read_as=TEXT,
        tree=named("Node"),
        notes=list_of(named("Note")),
        loosened=BOOLEAN,
        corrected=or_null(TEXT),
        did_you_mean=or_null(told("Another query, which finds clearly more.", query=TEXT, total=COUNT)),
        also=list_of(told("Other spellings that are found, too.", typed=TEXT, spellings=list_of(TEXT))),
        total=COUNT,
        with_all_words=COUNT,
        stories=COUNT,
        page={"type": "integer", "minimum": 1},
        pages={"type": "integer", "minimum": 1},
        next=or_null(TEXT),
        facets=told("How many matches share each value.", source=FACET, year=FACET, month=FACET),
        timeline=named("Timeline"),
        generation=TEXT,
        hits=list_of(named("Hit")),
    ),
    "Story": told(
        "A story: its members are the first by date, and its total counts all.",
        id=TEXT,
        total=COUNT,
        members=list_of(
            told(
                "An article of it.",
                id=TEXT,
                title=TEXT,
                source=or_null(TEXT),
                published=or_null(named("Published")),
                is_this=BOOLEAN,
                reprint_of=or_null(TEXT),
                same_text_as=or_null(TEXT),
                in_common=COUNT,
            )
        ),
        differences=list_of(named("Difference")),
        only_here=list_of(
            told("A sentence of one article, its own numbers and names marked.", article=TEXT, pieces=PIECES)
        ),
        source_texts=list_of(told("Articles with one source text.", links=list_of(named("Link")))),
        quotations=list_of(named("Quotation")),
        read=COUNT,
        is_cut=BOOLEAN,
    ),
    "Difference": told(
        "One thing that the articles of a story say differently.",
        kind=one_of(ValueKind),
        what=or_null(TEXT),
        sayings=list_of(told("What some of them say.", value=TEXT, pieces=PIECES, articles=list_of(TEXT))),
    ),
    "Link": told(
        "An article, and what it has of the text of one before it.",
        article=TEXT,
        sentences=COUNT,
        parent=or_null(TEXT),
        is_after=BOOLEAN,
        is_reprint=BOOLEAN,
        kept=COUNT,
        reworded=COUNT,
        added=list_of(TEXT),
        dropped=list_of(TEXT),
    ),
    "Quotation": told(
        "A quotation in the wordings that articles print.",
        speaker=or_null(TEXT),
        versions=list_of(
            told("A wording.", articles=list_of(TEXT), speaker=or_null(TEXT), is_quoted=BOOLEAN, pieces=PIECES)
        ),
    ),
    "Record": told(
        "A search, to be repeated or cited.",
        query=TEXT,
        read_as=TEXT,
        syntax=one_of(Syntax),
        chosen=list_of(told("What was chosen beside the words.", kind=TEXT, value=TEXT, excluded=BOOLEAN)),
        notes=list_of(TEXT),
        total=COUNT,
        with_all_words=COUNT,
        stories=COUNT,
        by_outlet={"type": "object", "additionalProperties": COUNT},
        by_month={"type": "object", "additionalProperties": COUNT},
        corpus=COUNT,
        skipped=or_null(COUNT),
        generation=TEXT,
        date=DAY,
        address=TEXT,
        citation=TEXT,
    ),
    "Suggestions": {
        "type": "array",
        "description": "What was typed, how it may go on, and how many articles each has, as OpenSearch 1.1 tells it.",
        "items": {"anyOf": [TEXT, list_of(TEXT)]},
        "minItems": 3,
        "maxItems": 3,
    },
    "Health": told("Whether there is an index that answers.", status=TEXT, articles=COUNT),
    "Error": told("What is wrong, and what to do.", error=TEXT),
}
