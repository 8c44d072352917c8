"""Whether a sentence looks back or ahead where it names a day."""

import re

from index.meanings import Tense

FARTHEST = 120
"""Characters before and after the day in which its verb is looked for."""

AHEAD = (
    r"(?:won[’']t|[’']ll|(?:is|are|was|were|be|been) (?:set|due|scheduled|expected|planned|slated|likely|about|to)"
    r"|(?:set|due|scheduled|expected|planned|slated|going|plans?|hopes?|intends?|wants?|aims?|waits?|waiting|ready)"
    r" (?:to|for)|takes? (?:effect|office|place|part|over|up)|kicks? off|goes? to|ahead of|in time for"
    r"|will|shall|would|could|can|may|might|should|must|expects?|scheduled|until|till|upcoming|next|tomorrow"
    r"|arrives?|begins?|closes?|ends|enters?|expires?|faces?|hosts?|leaves|meets?|opens?|plays?|returns?|starts?)"
    # With the verb that it governs, which may look like one of the past: "will be released".
    r"(?:(?: not| also| be| have| to| been| then| only){0,3} [a-z]+)?"
)
BACK = (
    r"(?:[a-z]{2,}ed|was|were|had|did|said|told|made|took|went|came|began|won|lost|fell|rose|met|held|gave|found|left"
    r"|sent|saw|set|shot|spoke|struck|broke|became|got|led|wrote|paid|sold|hit|cut|put|ran|sat|stood|thought|brought"
    r"|bought|caught|grew|knew|kept|flew|drove|died|sank|swept|withdrew|since|ago|last|after|earlier)"
)
VERB = re.compile(rf"\b(?:(?P<ahead>{AHEAD})|{BACK})\b")
JUST_BEFORE = re.compile(
    r"\b(?:by|until|till|through|starting|beginning|effective|ahead of|payable|for) (?:on )?(?:early |late |mid-?)?$"
)
SENTENCE_END = re.compile(r"[.!?]['\"”’]?\s+(?=[A-Z“‘\"]|$)|\n|; ")
ABBREVIATED = re.compile(r"(?:\b(?:[A-Z][a-z]{0,2}|Sept|Capt|Prof|Gens|Reps|Sens)|\b(?:[A-Za-z]\.)+[A-Za-z])$")


def tense_at(text: str, start: int, end: int) -> Tense:
    """The tense of the verb that stands next to the words from `start` to `end`, one before them first."""
    before, after = text[max(0, start - FARTHEST) : start], text[end : end + FARTHEST]
    borders = [border for border in SENTENCE_END.finditer(before) if not ABBREVIATED.search(before, 0, border.start())]
    before = before[borders[-1].end() :] if borders else before
    if border := SENTENCE_END.search(after):
        after = after[: border.start()]
    if JUST_BEFORE.search(before):
        return "future"
    verbs = [(len(before) - verb.end(), verb) for verb in VERB.finditer(before)]
    verbs += [(verb.start() + AFTERWARDS, verb) for verb in VERB.finditer(after)]
    if not verbs:
        return "unknown"
    _, nearest = min(verbs, key=lambda pair: pair[0])
    return "future" if nearest["ahead"] else "past"


AFTERWARDS = 15
"""Characters by which a verb after the day counts as farther away than one before it: "said Friday that he will"."""
