"""Whether a paragraph reads like a headline, and a title for an article that has none."""

import re

from index.text.sentences import sentences

LONGEST_HEADLINE = 250
"""Characters; some are whole sentences, but no headline is longer."""

LONGEST_TITLE = 90
"""Characters of a first sentence that stand for a headline."""

ENDS_IN_ACRONYM = re.compile(r"(?:^|\s)(?:[A-Z]\.){2,}[\"'”’»)\]]*$")
CLOSING = "\"'”’»)]"


WORD_CHARACTER = re.compile(r"[^\W_]")


def could_be_headline(paragraph: str) -> bool:
    """It is short, and does not end as a sentence of prose does; a question may be one."""
    if len(paragraph) > LONGEST_HEADLINE or not WORD_CHARACTER.search(paragraph):
        return False
    if not ends_as_prose(paragraph):
        return True
    # Looked for only where the letter before the last one has a full stop, too.
    return paragraph.rstrip(CLOSING + "\n")[-3:-2] == "." and ENDS_IN_ACRONYM.search(paragraph) is not None


def ends_as_prose(paragraph: str) -> bool:
    """It ends with a mark that headlines do not end with, perhaps before closing marks."""
    line = paragraph.removesuffix("\n")
    return line.endswith("…") or line.rstrip(CLOSING).endswith((".", ",", ";", ":"))


def title_of_prose(paragraph: str) -> str:
    """The beginning of the first sentence, cut between words; "…" stands where it was cut."""
    start, end = sentences(paragraph[: 20 * LONGEST_TITLE])[0]
    sentence = paragraph[start:end]
    if len(sentence) <= LONGEST_TITLE:
        return sentence
    beginning = sentence[:LONGEST_TITLE]
    cut = beginning if sentence[LONGEST_TITLE].isspace() else beginning.rpartition(" ")[0] or beginning[:-1]
    return cut.rstrip(" ,;:–—-") + "…"
