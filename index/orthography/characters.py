"""Which characters are part of a word, which vanish, and which stand between words."""

# Scripts that write without spaces are read a character at a time: a longer word is then found as a phrase.
UNSPACED = (
    "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ebd-\u0ec6\u1000-\u102a\u1780-\u17b3"
    "\u2e80-\u2fd5\u3200-\u33ff\uff66-\uff9d\u0edc-\u0edf\u3005-\u3007\u3038-\u303a\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3192-\u319f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
NON_JOINER = "\u200c"
"""Written inside Persian words where others write a space; in other scripts it vanishes."""
IGNORABLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200d-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""Unicode's Default_Ignorable_Code_Point, but for NON_JOINER: nobody sees them, so they are no part of a form."""
HALF_WIDTH_MARKS = "\uff9e\uff9f"
"""The voicing marks of half-width katakana, which are letters to Python."""
TATWEEL = "\u0640"
"""Makes an Arabic word longer to the eye, and is a letter to Python."""
ARABIC_POINTS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
HEBREW_POINTS = "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
CLINGING = (
    f"{IGNORABLE}{HALF_WIDTH_MARKS}{TATWEEL}\u0300-\u036f\u0483-\u0487{HEBREW_POINTS}{ARABIC_POINTS}"
    "\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a03\u0a3c-\u0a4d"
    "\u0a81-\u0a83\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b4d\u0bbe-\u0bcd\u0c00-\u0c04\u0c3e-\u0c4d\u0cbc-\u0ccd"
    "\u0d3b-\u0d4d\u0dca-\u0ddf\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd"
    "\u102b-\u103e\u17b4-\u17d3\u3099\u309a"
)
"""What Python's \\w leaves out although it belongs to the letter before it, and what vanishes behind a letter."""
MARKS = CLINGING + NON_JOINER
"""All that may stand behind a letter and is none."""

APOSTROPHES = "'’‘‛`´′‵＇｀ʼʻʽʾʿˈʹˊˋꞌꞋ΄᾽῾ʹ՚׳״ߴߵ"
"""Whatever people type, or a keyboard or a converter puts, where an apostrophe belongs; gershayim of Hebrew acronyms
stand inside words as it does."""

ARABIC_LETTERS = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff\u0750-\u077f"
    "\ufb50-\ufdff\ufe70-\ufefc"
)
HANGUL = "\uac00-\ud7a3"
CAPITALS = "A-ZÀ-ÖØ-ÞΑ-ΡΣ-ΫА-ЯЁІЇЄҐЎ"
"""Letters that stand as initials before a name."""

WILDCARDS = "\U00010600\U00010601"
"""Letters of Linear A, which nobody can read: in place of the star and question mark of a query, so that the words
around these are told apart and folded by the rules for all words."""

SEPARATING = '\x00-!"$%(-*\\-/:-@\\[-_{-\x7f\xa0\u2010-\u2017\u201a\u201c-\u2027'
"""Characters that are in no word and join no two, whatever stands around them; all others of ASCII are letters, digits,
and the signs ' ` . , & + # that may join, which `index.inversion.tokenizing` knows too."""
NO_LETTERS = f"{UNSPACED}{HALF_WIDTH_MARKS}{TATWEEL}ʼʻʽʾʿˈʹˊˋꞌꞋߴߵ\u115f\u1160\u3164\uffa0"
"""Characters that Python takes for letters and that do not make a word as those of an alphabet do."""
LETTER = f"(?:(?![{NO_LETTERS}])[^\\W_][{CLINGING}]*)"


FREE_BEFORE = f"(?<![^{SEPARATING}])(?<!&amp;)"
"""Nothing that might belong to a word stands right before it, not even an & of markup."""


def free_after(marks: int) -> str:
    """Nor behind it; so many full stops and commas may."""
    return rf"(?=[.,'’‘`]{{0,{marks}}}(?:[{SEPARATING}]|\Z))"
