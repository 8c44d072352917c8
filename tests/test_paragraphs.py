"""The paragraphs of a plain text, whether its lines are wrapped or not."""

import pytest

from index.text.paragraphs import paragraphs

TEXTS = [
    # Lines, and which of them are one paragraph.
    (
        ["The talks in Geneva went on", "for a third day, officials", "said, and nobody would say", "when they end."],
        [4],
    ),
    (
        [
            "Talks go on",
            "The delegates in Geneva met",
            "for a third day, officials",
            "of both sides told",
            "Jane Doe",
            "there.",
        ],
        [1, 5],
    ),
    (
        ["The talks", "in Geneva went on", "for a", "third day,", "and on.", "A spokesman", "said that they", "would."],
        [5, 3],
    ),
    (["Milk, two litres", "Bread, brown", "Butter", "Coffee for the delegates", "and tea"], [1, 1, 1, 1, 1]),
    (["The talks went on.", "Nobody knew why.", "they said.", "Coffee came.", "It was cold."], [1, 1, 1, 1, 1]),
]


@pytest.mark.parametrize(("lines", "sizes"), TEXTS)
def test_lines_that_go_on_are_one_paragraph(lines: list[str], sizes: list[int]) -> None:
    expected, start = [], 0
    for size in sizes:
        expected.append(" ".join(lines[start : start + size]))
        start += size
    assert [paragraph.text for paragraph in paragraphs("\n".join(lines))] == expected
