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


FEWEST_WORDS_OF_SENTENCE = 6
"""In a sentence; what ends as one and has fewer is a name with a full stop."""
ENDS = ("!", "?", "”", '"', "。", "！", "？")


def is_sentence(line: str) -> bool:
    """The line ends as a sentence does, and is as long as one; languages without spaces write it in few letters."""
    is_ended = ends_as_prose(line) or line.endswith(ENDS)
    return is_ended and (
        len(line.split()) >= FEWEST_WORDS_OF_SENTENCE
        or (line.count(" ") < 2 and len(line) >= 2 * FEWEST_WORDS_OF_SENTENCE)
    )


def title_of_prose(paragraph: str) -> str:
    """The beginning of the first sentence, cut between words; "…" stands where it was cut."""
    start, end = sentences(paragraph[: 20 * LONGEST_TITLE])[0]
    sentence = paragraph[start:end]
    if len(sentence) <= LONGEST_TITLE:
        return sentence
    beginning = sentence[:LONGEST_TITLE]
    cut = beginning if sentence[LONGEST_TITLE].isspace() else beginning.rpartition(" ")[0] or beginning[:-1]
    return cut.rstrip(" ,;:–—-") + "…"
