"""The operators of another search engine as its grammar has them, told in words."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from search.language.dialects.dialect_reading import CALLED
from search.language.dialects.grammar import EXAMPLE_PAIR, Grammar, JointForm, Target
from search.language.messages import BORROWED
from search.language.nearness import SIDE_BY_SIDE
from search.query_help.operator_rows import OperatorRow, OperatorSection, OperatorTable

FIRST, SECOND = EXAMPLE_PAIR
ABSENT = "nato"
"""The example word for what is excluded."""


def dialect_table(grammar: Grammar) -> OperatorTable:
    """All that can be asked in the dialect of a grammar."""
    fields = tuple(field_rows(grammar))
    own = [joint for joint in grammar.joints if joint.remark != BORROWED]
    borrowed = [joint.operator for joint in grammar.joints if joint.remark == BORROWED]
    return OperatorTable(
        grammar.name,
        CALLED[grammar.name],
        order_in_words(grammar),
        (
            OperatorSection("Words", "", tuple(word_rows(grammar))),
            OperatorSection("Operators", "", (*map(joint_row, own), group_row(grammar))),
            OperatorSection("Fields", "", tuple(row for row in fields if row.is_honoured)),
            OperatorSection("Days, lengths and what else it writes", "", tuple(special_rows(grammar))),
            OperatorSection(
                "Not had", "left out, and that is said", tuple(row for row in fields if not row.is_honoured)
            ),
        ),
        (*grammar.differences, f"Nearness as others write it is understood, too: {', '.join(borrowed)}."),
    )


SPACES = {"and": "all wanted", "or": "any of them", "near": "a phrase"}


def order_in_words(grammar: Grammar) -> str:
    """What a space means, and which operators bind tighter than others."""
    signed = [(form.level, operator_without_number(form)) for form in grammar.joints if form.remark != BORROWED]
    levels = groupby(sorted(signed, key=lambda pair: -pair[0]), key=lambda pair: pair[0])
    ranked = " > ".join(", ".join(dict.fromkeys(operator for _, operator in level)) for _, level in levels)
    smallest = "; of several numbers, the smallest" if any(form.smallest_first for form in grammar.joints) else ""
    return f"Words side by side are {SPACES[grammar.space.kind]}. Binds tightest first{smallest}: {ranked}."


def operator_without_number(form: JointForm) -> str:
    """The operator with n for the number of words."""
    return form.operator.translate({ord(figure): "n" for figure in "0123456789"}).replace("nn", "n")


def joint_row(form: JointForm) -> OperatorRow:
    """An operator, and what it joins."""
    typed = form.example
    if form.kind in ("not", "not near"):
        typed = typed.removesuffix(SECOND) + ABSENT
    return OperatorRow(typed, joint_in_words(form), form.also)


def group_row(grammar: Grammar) -> OperatorRow:
    """What brackets do."""
    tightest_last = sorted(grammar.joints, key=lambda form: form.level)
    operators = {form.kind: form.operator for form in reversed(tightest_last)}
    opening, closing = grammar.brackets[0], grammar.brackets[1]
    joint = next((f" {operators[kind]} " for kind in ("and", "not") if kind in operators), " ")
    choice = f"{opening}{FIRST} {operators.get('or', 'OR')} {SECOND}{closing}"
    return OperatorRow(choice + joint + ABSENT, "what stands in brackets first, whatever binds tighter")


def joint_in_words(form: JointForm) -> str:
    """What an operator asks of the two beside it."""
    match form.kind:
        case "and":
            return "both"
        case "or":
            return "one of them, or both"
        case "not":
            return "the first, and not what follows"
        case "not near":
            return f"the first at least once without the second {reach_in_words(form)}"
        case "near":
            order = "the first before the second, " if form.reach.is_ordered else "both "
            return order + reach_in_words(form)


def reach_in_words(form: JointForm) -> str:
    """How near the two stand."""
    figures = "".join(filter(str.isdigit, form.operator))
    if form.reach.scope != "words":
        return f"in one {form.reach.scope}"
    if form.plus:
        return f"with at most {figures} words between"
    if figures:
        return f"within {figures} words"
    return "in the same field, headline or text" if form.reach.words is None else f"within {form.reach.words} words"


def word_rows(grammar: Grammar) -> Iterator[OperatorRow]:
    """How words and phrases are written."""
    side_by_side = {"and": "both words", "or": "one of the words, or both", "near": "the words as a phrase"}
    yield OperatorRow(grammar.space.example, side_by_side[grammar.space.kind])
    if grammar.space.reach != SIDE_BY_SIDE:
        exact = "in these forms only" if grammar.exact_quotes else "in any of their forms"
        yield OperatorRow(f'"{FIRST} {SECOND}"', f"these words one right after the other, {exact}")
    else:
        yield OperatorRow(f'"{FIRST} {SECOND}"', "the same; needed where and, or, not is a word of it")
    for form in grammar.word_forms:
        yield OperatorRow(form.example, form.finds)
    if "-" in grammar.signs:
        yield OperatorRow(f"{FIRST} -{ABSENT}", "without the word behind it")
    if "+" in grammar.signs:
        yield OperatorRow(
            f"+{FIRST} {SECOND}", "the word behind it is wanted; those without a sign only add to the score"
        )
    if grammar.first_words:
        yield OperatorRow(f"{SECOND}/F90/", "among so many first words, or in the headline")
    if "atleast" in "".join(pattern for pattern, _ in grammar.mended) or grammar.calls:
        brackets = grammar.prefix_level is None
        yield OperatorRow("atleast2(grain)" if brackets else "atleast2 grain", "at least so many times")


TARGETS: Mapping[Target, tuple[str, str]] = {
    "title": ("Kherson", "in the headline"),
    "body": ("talks", "in the text"),
    "anywhere": ("talks", "in the headline or the text"),
    "hlead": ("talks", "in the headline or the beginning of the text"),
    "lead": ("talks", "in the beginning of the text"),
    "author": ("Smith", "by somebody of this name"),
    "source": ("CNN", "of this outlet"),
    "place": ("Kyiv", "with this place in the dateline"),
    "site": ("cnn.com", "at an address of this site, or of the outlet whose it is"),
    "url": ("2022/11", "with this in the address"),
    "language": ("english", "in this language, by its name or code"),
    "words": ("Turkey", "the name as words of the article; there is no index of names as the vendor has it"),
    "exact": ("talks", "this form and no other"),
    "caps": ("Turkey", "written with a capital"),
    "allcaps": ("AIDS", "written all in capitals"),
    "nocaps": ("moment", "written without a capital"),
    "code": ("…", "a code or place of the vendor, which articles here do not carry"),
}
"""What stands in the example of a field, and what it asks for."""


def field_rows(grammar: Grammar) -> Iterator[OperatorRow]:
    """The fields of a dialect: those that ask for the same are one row."""
    sign = grammar.prefix_sign.strip("[]")[0]
    if ("title",) in grammar.calls.values():
        name = next(name for name, own in grammar.calls.items() if own == ("title",))
        choice = next(form.operator for form in grammar.joints if form.kind == "or")
        yield OperatorRow(
            f"{name}({TARGETS['title'][0]} {choice} {SECOND})", "operators stand in the brackets of a field, too"
        )
    own_prefixes = {name: targets for name, targets in grammar.prefixes.items() if name not in grammar.calls}
    for fields, opening, closing in ((grammar.calls, "(", ")"), (own_prefixes, sign, "")):
        for targets in dict.fromkeys(fields.values()):
            first, *others = [name for name, own in fields.items() if own == targets]
            value, finds = TARGETS[targets[0]]
            yield OperatorRow(
                f"{first}{opening}{value}{closing}",
                finds,
                tuple(f"{name}{opening}{closing}" for name in others),
                is_honoured=targets != ("code",),
            )


def special_rows(grammar: Grammar) -> Iterator[OperatorRow]:
    """What the dialect writes in a way of its own."""
    for form in grammar.specials:
        yield OperatorRow(form.example, form.finds, is_honoured=not form.finds.startswith(("left out", "likewise")))
