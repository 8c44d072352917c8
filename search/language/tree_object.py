"""A query as a tree of JSON, for programs: each node says its kind, and how it is written."""

from typing import assert_never

from search.clauses import (
    About,
    And,
    AtLeast,
    Attribute,
    Between,
    Cased,
    Clause,
    Everything,
    Fuzzy,
    Identified,
    InStory,
    Lead,
    Length,
    Near,
    Not,
    Nothing,
    NotNear,
    Or,
    Phrase,
    Prefix,
    Said,
    SameStem,
    Source,
    Speaker,
    Spellings,
    Wildcard,
    Word,
)
from search.language.serializer import written

TreeObject = dict[str, object]


def tree_object(clause: Clause) -> TreeObject:
    """The node of a clause: its kind, how it is written, what it asks, and in `parts` what it joins."""
    return {"kind": kind_of(clause), "text": written(clause), **asked_by_node(clause), **joined_by_node(clause)}


def kind_of(clause: Clause) -> str:
    """What a clause is called."""
    return clause.name if isinstance(clause, Attribute) else KINDS_OF_NODES[type(clause)]


KINDS_OF_NODES: dict[type, str] = {
    Word: "word",
    Spellings: "word",
    Near: "near",
    Between: "published",
    And: "and",
    Or: "or",
    Not: "not",
    NotNear: "not_near",
    AtLeast: "at_least",
    Lead: "lead",
    Cased: "cased",
    Phrase: "phrase",
    Prefix: "prefix",
    Wildcard: "wildcard",
    Fuzzy: "fuzzy",
    SameStem: "stem",
    Said: "said",
    Speaker: "speaker",
    Source: "source",
    Length: "length",
    InStory: "story",
    About: "about",
    Identified: "id",
    Everything: "everything",
    Nothing: "nothing",
}


def asked_by_node(clause: Clause) -> TreeObject:
    """What a clause asks for beside what stands in it."""
    match clause:
        case Word() | Spellings() | Phrase() | Prefix() | Wildcard() | SameStem():
            return {"field": clause.field}
        case Fuzzy():
            return {"field": clause.field, "edits": clause.edits}
        case Near() | NotNear():
            return {"words": clause.words, "ordered": clause.is_ordered, "scope": clause.scope}
        case AtLeast():
            return {"times": clause.times}
        case Lead():
            return {"words": clause.words}
        case Cased():
            return {"case": clause.case}
        case Attribute():
            return {"value": clause.value}
        case Source() | Speaker():
            return {"value": clause.name}
        case InStory() | Identified():
            return {"value": clause.id}
        case Length():
            return {"least": clause.least, "most": clause.most}
        case Between():
            return {"first": day(clause.since), "last": day(clause.until)}
        case About():
            return {"first": day(clause.first), "last": day(clause.last)}
        case Said() | And() | Or() | Not() | Everything() | Nothing():
            return {}
        case _:
            assert_never(clause)


def joined_by_node(clause: Clause) -> TreeObject:
    """The nodes that stand in that of a clause, where any may."""
    match clause:
        case And(parts) | Or(parts) | Near(parts):
            return {"parts": [tree_object(part) for part in parts]}
        case NotNear(part, other):
            return {"parts": [tree_object(part), tree_object(other)]}
        case Not(part) | AtLeast(part) | Lead(part) | Cased(part):
            return {"parts": [tree_object(part)]}
        case Said(part, speaker):
            return {"parts": [tree_object(each) for each in (part, speaker) if each is not None]}
        case _:
            return {}


def day(given: object) -> str | None:
    """A day as JSON; None where there is none."""
    return None if given is None else str(given)
