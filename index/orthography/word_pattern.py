"""Where the words of a text begin and end.

Most are runs of letters and digits. Others hold signs (O'Brien, U.S., 2,50,000, AT&T, C++, .NET), are cut before a unit
(155mm), or reach across a space (J. K. Rowling, AT & T): `index.inversion.tokenizing` knows the last kind one by one.
"""

import re

from index.orthography.characters import (
    APOSTROPHES,
    ARABIC_LETTERS,
    CAPITALS,
    FREE_BEFORE,
    HANGUL,
    LETTER,
    MARKS,
    NON_JOINER,
    UNSPACED,
    WILDCARDS,
    free_after,
)

UNITS = (
    *("mm", "cm", "km", "ft", "yds?", "nm", "ha", "kg", "mg", "lbs?", "oz", "ml", "cc"),
    *("bn", "bln", "mn", "mln", "tn", "trn", "million", "billion", "trillion", "lakh", "crore", "pc", "pct", "bps?"),
    *("am", "pm", "hrs?", "mins?", "secs?", "yrs?", "mph", "kph", "kmh", "rpm"),
    *("[kmgt]b", "[kmgt]wh?", "[kmg]?hz", "db", "px", "fps"),
)
"""Cut off from the number before them: 155mm and 155 mm are the same two words."""
SHORT_UNITS = "mkgb"
"""The same behind two digits or more ($20m, 100m, 10k); 3M, 4K and 5G are names."""
DEGREES = r"(?:Ph|Ed|Psy|Pharm|Sc|Th)\.D|[DM]\.Phil|[BMD]\.Sc|[BM]\.(?:Ed|Eng|Com)|LL\.[BDM]|D\.Litt"
WITH_AND = (
    "AT & T, R & D, Q & A, S & P, A & E, A & M, M & A, B & B, B & Q, C & A, D & G, E & Y, H & M, M & S, P & G, P & L, "
    "P & O, J & J, V & A, PG & E"
)
"""Names that are one word also where spaces are around their sign; AT&T without spaces needs no list."""

JOINING = re.escape(APOSTROPHES)


def with_spaces(names: str) -> str:
    """A pattern for these names with spaces around their sign."""
    pairs = [name.split(" & ") for name in names.split(", ")]
    return "|".join(rf"{left}\ (?:&amp;|&)\ {right}" for left, right in pairs)


POSSESSIVE = rf"(?:[{JOINING}][sS](?![^\W_]))?"
NO_ENTITY = r"(?!(?i:amp|lt|gt)(?![^\W_]))"
SPACED = rf"""
    {FREE_BEFORE} [{CAPITALS}]\. (?:\ [{CAPITALS}]\.)+ {free_after(2)}            # J. K.
  | {FREE_BEFORE} (?: {with_spaces(WITH_AND)} ) {free_after(3)}                    # AT & T
"""
"""Words that reach across a space."""
WORD = re.compile(
    rf"""
      (?<![a-z&]) (?:[a-z]++|[A-Z][a-z]++) (?:'s)?+ (?=[ ,\n]|\Z)                                       # the, Times
    | [{UNSPACED}][{MARKS}]*
    | (?<![^\W_]) (?:(?!\d){LETTER}) (?:\.(?!\d){LETTER})+ (?![^\W_]) \.? {POSSESSIVE}     # U.S.  a.m.  J.K
    | (?= [A-Za-z]{{1,5}}[.&+\#] | [A-Z]{{1,2}}\ & | [^\W\da-z_]\. ) (?:
          {SPACED}
        | (?<![^\W_]) (?i:{DEGREES}) (?![^\W_]) \.?                                          # Ph.D.
        | (?<![^\W_&]) [A-Za-z]{{1,3}} (?:&amp;|&) {NO_ENTITY} [A-Za-z]{{1,3}} (?![^\W_&]) {POSSESSIVE}    # AT&T
        | (?<![^\W_]) (?: [Cc]\+\+ | [CcFf]\# ) (?![^\W\d_+\#])                              # C++  C#
      )
    | (?=\d) (?:
          (?: \d{{1,3}} (?:[,٬，]\d{{3}})+ | \d{{1,2}} (?:[,٬，]\d{{2}})+ [,٬，]\d{{3}}) (?!\d) (?:[.٫．]\d+)? # 100,000
        | \d{{1,3}} (?:[{JOINING}]\d{{3}})+ (?!\d)                                           # 100'000
        | \d+ (?:[.٫．]\d+)+                                                                 # 3.5
        | \d+ (?=(?i:{"|".join(UNITS)})(?![^\W_]))                                           # 155mm
        | \d{{2,}} (?=(?i:[{SHORT_UNITS}])(?![^\W_]))                                        # 20m
      ) (?:[{WILDCARDS}]{LETTER}*)?                                                        # 100,000*
    | (?!a?m?p(?<=&amp)(?![^\W_]))                                                             # AT&amp;T
      {LETTER}+ (?: (?: [{JOINING}](?![\d{HANGUL}]) | {NON_JOINER}[{MARKS}]*(?![{ARABIC_LETTERS}]) ) {LETTER}+ )*
    | {FREE_BEFORE} \. (?:NET|Net|net) {free_after(3)}
    """,
    re.VERBOSE,
)
