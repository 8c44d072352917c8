"""How many edits make one word of another: a letter too many, too few or other, or two neighbours changed round."""


def within(one: str, other: str, edits: int) -> bool:
    """Whether at most so many edits make one of the other; no pair of letters is edited twice.

    Only the diagonal band that `edits` can reach is filled, row by row as in Ukkonen (1985), and no further than
    there is hope: O(edits x length).
    """
    if abs(len(one) - len(other)) > edits:
        return False
    if edits == 1:
        return is_one_edit_at_most(one, other)
    far = edits + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        earlier, before, row = before, row, [far] * (len(other) + 1)
        if place <= edits:
            row[0] = place
        for spot in range(max(1, place - edits), min(len(other), place + edits) + 1):
            cost = before[spot - 1] + (letter != other[spot - 1])
            cost = min(cost, before[spot] + 1, row[spot - 1] + 1)
            if place > 1 < spot and letter == other[spot - 2] and one[place - 2] == other[spot - 1]:
                cost = min(cost, earlier[spot - 2] + 1)
            row[spot] = cost
        if min(row) > edits and min(before) > edits:
            return False
    return row[-1] <= edits


def is_one_edit_at_most(one: str, other: str) -> bool:
    """The same for one edit, which can only be where the words, at most one letter apart in length, first differ."""
    for place in range(min(len(one), len(other))):
        if one[place] != other[place]:
            return is_edited_at_start(one[place:], other[place:])
    return True


def is_edited_at_start(one: str, other: str) -> bool:
    """Whether an edit of the first letter, or of the first two, makes one of the other."""
    if len(one) != len(other):
        return one[1:] == other if len(one) > len(other) else one == other[1:]
    return one[1:] == other[1:] or (one[:2] == other[1::-1] and one[2:] == other[2:])
