"""Lines that pages put around every article, as a table of rules."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from index.front_matter.publisher import LABELLED, ORIGIN, is_origin_line, labelled_source
from index.text.headlines import could_be_headline


@dataclass(frozen=True, slots=True)
class LineRule:
    """Leaves out a paragraph that is nothing but what the rule describes."""

    name: str
    fits: Callable[[str], object]
    example: str
    """A line that it leaves out, and no other rule does."""
    unlike: str
    """A line that resembles the example and stays."""


LONGEST_LINE = 1000
"""Characters; a longer paragraph is never left out whole, except a list of icons."""


def line_rule(text: str) -> str | None:
    """The name of the first rule of the table that fits this paragraph; None when none does."""
    return known_line_rule(text) if len(text) <= LONGEST_LINE else first_rule(text)


@lru_cache(maxsize=1024)
def known_line_rule(text: str) -> str | None:
    """The same, of a paragraph that is not too long to be remembered: most are asked about several times."""
    return first_rule(text) if "icon" in text or ANY_WHOLE(text) else None


def first_rule(text: str) -> str | None:
    """The same, by asking one rule after the other."""
    return next((rule.name for rule in LINE_RULES if rule.fits(text)), None)


def teased(text: str) -> str | None:
    """The headline of the other article that a teaser leads to; None when the line is no teaser, or names none."""
    return LABEL_OF_TEASER(text) if line_rule(text) == TEASER_RULE else None


def opens_comments(text: str) -> bool:
    """What readers wrote may follow this line."""
    return len(text) <= LONGEST_COMMENTS and bool(COMMENTS(text))


LONGEST_COMMENTS = 60
"""Characters; no line above comments is longer."""


class WholeText:
    """A rule's test: the whole line is of this pattern, whatever its case, and passes what is asked besides."""

    def __init__(self, pattern: str, besides: Callable[[str], object] = bool) -> None:
        self.pattern = pattern
        self._compiled = re.compile(pattern, re.IGNORECASE)
        self._besides = besides

    def __call__(self, line: str) -> bool:
        """The line fits."""
        return len(line) <= LONGEST_LINE and bool(self._compiled.fullmatch(line) and self._besides(line))


def headline_after(pattern: str) -> Callable[[str], str | None]:
    """What follows these words, whatever their case; None when the line does not begin with them, or ends with them."""
    compiled = re.compile(pattern, re.IGNORECASE)

    def headline(line: str) -> str | None:
        match = compiled.match(line)
        return (line[match.end() :].strip() or None) if match else None

    return headline


def before_headline(pattern: str) -> WholeText:
    """A rule's test: these words, and then what reads like the headline of another article."""
    following = headline_after(pattern)

    def goes_on(line: str) -> bool:
        rest = following(line)
        return rest is not None and not rest[0].islower() and could_be_headline(rest)

    return WholeText(f"(?:{pattern}).+", goes_on)


FEWEST_ICONS = 5
LONGEST_ICON_LIST = 10_000
"""Characters; the icons of one page are a few hundred at most."""


def is_icon_list(line: str) -> bool:
    """Many words of the line are "icon" or run into it, and it has no full stop."""
    if line.count("icon") < FEWEST_ICONS or len(line) > LONGEST_ICON_LIST:
        return False
    words = line.split()
    with_icon = sum("icon" in word for word in words)
    return with_icon >= FEWEST_ICONS and 4 * with_icon >= len(words) and "." not in line


SECTIONS = frozenset(
    str.split("""
    africa americas arts asia books business climate contact culture economy education election elections entertainment
    environment europe features food health home investigations latest life lifestyle live local login magazine markets
    media menu money more music national news newsletters opinion photos podcasts politics radio science search sport
    sports style subscribe tech technology top travel tv u.s. uk us video videos war weather world
    """)
)
BAR = r"[|·•›»>]"
MENU = rf"[^|·•›»>]{{1,40}}+(?:{BAR}[^|·•›»>]{{1,40}}+){{2,40}}"
"""At least three short names between bars or dots."""


def has_sections(line: str) -> bool:
    """Most of the names between bars or dots are sections of a paper."""
    names = [name.strip() for name in re.split(BAR, line)]
    if any(len(name.split()) > 3 for name in names):
        return False
    return 2 * sum(name.lower() in SECTIONS for name in names) > len(names)


BULLET = r"(?:[•*·–-] ?)?"
TEASER = r"(?:(?:read|see) (?:also|more|next)|also read|related(?: (?:article|story|stories|news|content))?)"
INVITATION = r"(?:you (?:may|might) also like|more on this(?: story| topic)?)"
TEASER_RULE = "teaser"
LABEL_OF_TEASER = headline_after(f"{BULLET}(?:{TEASER}|{INVITATION}): ?")
LABEL = r"(?:categor(?:y|ies)|tags?|tagged|author|share(?: this)?(?: article| post| story)?)"
OPINIONS = r"(?:disclaimer: ?)?the (?:views|opinions)(?: and (?:views|opinions))? expressed"
NOT_OURS = r"(?:do(?:es)? not (?:necessarily )?(?:reflect|represent)|are (?:solely )?those of)"
WORK = r"(?:(?:additional |further )?(?:reporting|writing|editing|compiled|translated|graphics))"
COMMENTS = WholeText(
    r"comments?:?|(?:no|\d{1,6}) (?:comments?|replies|responses)|comments? ?\(\d{1,6}\)|leave a (?:reply|comment)"
    r"|(?:post|add|write) (?:a|your) comment|(?:show|view|load) (?:all |more )?comments|join the conversation"
)

IN_BROWSER = (
    r"(?:view|read|open|see) (?:this |the |it )?(?:post |e-?mail |newsletter |message |campaign )?"
    r"(?:on the web|online|in (?:your|a|the)? ?(?:web )?browser)"
    r"|(?:(?:diese[nr]? )?(?:newsletter|e-?mail) )?(?:online|im (?:web)?browser) (?:ansehen|anzeigen|öffnen|lesen)"
    r"|(?:voir|afficher|lire|ouvrir) (?:cet? (?:e-?mail|message) |la newsletter )?(?:dans (?:le|votre) navigateur"
    r"|en ligne)"
    r"|(?:ver|abrir) (?:este (?:correo|e-?mail) )?(?:en (?:el|tu|su) |no (?:seu )?)navegador"
    r"|(?:visualizza|apri|leggi) (?:questa e-?mail )?nel (?:tuo )?browser"
    r"|bekijk (?:deze (?:e-?mail|nieuwsbrief) )?(?:in (?:je|uw|de) )?(?:web)?browser"
)
UNSUBSCRIBE = (
    r"(?:you can |or )?(?:\*\* )?(?:unsubscribe|opt out|update your (?:e-?mail )?preferences"
    r"|(?:manage|change) your (?:subscriptions?|(?:e-?mail )?preferences))"
    r"(?: from (?:this list|these e-?mails|all e-?mails))?(?: at any time)?"
    r"|(?:newsletter |hier )?abbestellen|se désabonner|se désinscrire|darse de baja|cancelar (?:la )?suscripción"
    r"|annulla (?:l['’])?iscrizione|afmelden|uitschrijven"
)
"""What stands below and above a newsletter."""

LINE_RULES = (
    LineRule(
        "icon names",
        is_icon_list,
        "icon camera icon check icon close icon download icon edit v2",
        "The icon of the cathedral is a copy.",
    ),
    LineRule("ornament", WholeText(r"[\W_]+"), "* * *", "* * * and more"),
    LineRule("error text", WholeText(BULLET + r"oops[!.]?"), "• Oops!", "“Oops!” he said."),
    LineRule(
        "error text",
        WholeText(BULLET + r"something went wrong[.!]?"),
        "Something went wrong.",
        "Something went wrong. Nobody knows what it was.",
    ),
    LineRule(
        "error text",
        WholeText(BULLET + r"please try again(?: later)?[.!]?"),
        "• Please try again later.",
        "Please try again later, they were told.",
    ),
    LineRule(
        "navigation",
        WholeText(r"(?:skip|jump) to (?:the )?(?:main |page )?(?:content|navigation|menu)|back to top|sign in|log ?in"),
        "Skip to main content",
        "Skip to the main point, he said.",
    ),
    LineRule("navigation", WholeText(r"(?:open |close |main |toggle )(?:menu|navigation)"), "Main menu", "Main dishes"),
    LineRule("navigation", WholeText(MENU, has_sections), "Home | World | Europe", "Biden | Trump | Harris"),
    LineRule(
        "advertisement",
        WholeText(r"[\[(]?(?:(?:story|article) continues (?:below|after) (?:this )?)?advertis?ement[\])]?"),
        "ADVERTISEMENT",
        "Advertisement is the art of lying.",
    ),
    LineRule(
        TEASER_RULE,
        before_headline(BULLET + TEASER + ": ?"),
        "Read also: US announces a military aid package",
        "See also: the sea, which is a character in my book and I love it.",
    ),
    LineRule(
        TEASER_RULE,
        before_headline(INVITATION + ": ?"),
        "You may also like: More talks",
        "You may also like: the sea",
    ),
    LineRule(TEASER_RULE, WholeText(INVITATION), "You may also like", "You may also like it."),
    LineRule(
        "newsletter",
        WholeText(
            r"(?:sign up|subscribe)(?: here| now| today)? (?:for|to) [^,;:“”\"]{0,80}newsletters?(?: here)?[.!]?"
        ),
        "Sign up for our newsletter",
        "Sign up for our newsletter, he told them, and they did.",
    ),
    LineRule(
        "address",
        WholeText(
            r"(?:(?:(?:original |source |page )?url|permalink|web address):|(?:view|read) this post on the web at)"
            r" ?https?://\S+"
        ),
        "URL: https://example.org/talks",
        "URL: a word that nobody could spell",
    ),
    LineRule(
        "newsletter",
        WholeText(rf"(?:{IN_BROWSER})(?: (?:at )?\(?https?://\S+)?"),
        "View this email in your browser (https://example.org/x)",
        "View this email in your browser, he wrote, and weep.",
    ),
    LineRule(
        "newsletter",
        WholeText(rf"(?:{UNSUBSCRIBE}) ?(?:(?:at |here |now )?\(?https?://\S+|here|now)?[.)]?"),
        "or ** unsubscribe from this list (https://example.org/x)",
        "Unsubscribe from the list of the damned.",
    ),
    LineRule(
        "newsletter",
        WholeText(
            r"(?:you(?:['’]re| are)? (?:receiv(?:ed?|ing)|getting|got) this (?:e-?mail|newsletter|message) because"
            r"|this (?:e-?mail|newsletter|message) was sent to|no longer want to receive these emails\?"
            r"|want to change how you receive these emails\?|forwarded this (?:e-?mail|newsletter)\?).{0,250}"
        ),
        "You are receiving this email because you opted in via our website.",
        "You are receiving this gift because you are kind.",
    ),
    LineRule(
        "origin",
        WholeText(ORIGIN.pattern, is_origin_line),
        "Read the original article on The New Voice of Ukraine",
        "Read the original article and decide.",
    ),
    LineRule(
        "source",
        WholeText(LABELLED.pattern, labelled_source),
        "Source: Reuters",
        "Source: the ministry of defence, which gives no numbers.",
    ),
    LineRule(
        "empty label",
        WholeText(r"(?:posted|published|filed|updated)(?: (?:on|in|by|under|at))?:?"),
        "Posted on",
        "Posted on the wall was a list of names.",
    ),
    LineRule("empty label", WholeText(LABEL + ":?"), "Categories", "Categories of aid include shells and food."),
    LineRule("empty label", WholeText(TEASER + ":?"), "Read more", "Read more books."),
    LineRule("comments", COMMENTS, "3 Comments", "3 comments were enough."),
    LineRule(
        "picture credit",
        WholeText(r"image (?:source|credit|copyright)(?:, ?|: ?)(?-i:[A-Z0-9])[^.,;:]{1,80}"),
        "Image source, Getty Images",
        "Image source, he said, is a word for light.",
    ),
    LineRule(
        "copyright",
        WholeText(r"(?:copyright ?)?(?:©|\(c\)|copyright) ?(?:\d{4}(?:[-–]\d{4})?)\b[^!?]{0,120}"),
        "© 2022 CNN",
        "© is a sign that nobody can pronounce.",
    ),
    LineRule(
        "copyright",
        WholeText(r"(?:[\w.'’&,/-]++ ){0,8}all rights reserved\.?"),
        "CNN. All Rights Reserved.",
        "All rights reserved for the king were lost.",
    ),
    LineRule(
        "credits",
        WholeText(
            rf"\({WORK}(?: and (?:writing|editing))? by (?-i:[A-Z]).{{1,400}}\)"
            rf"|{WORK} by (?-i:[A-Z]).{{1,200}}; ?{WORK} by .{{1,200}}"
        ),
        "(Reporting by Jane Doe; Editing by John Roe)",
        "(Reporting by candlelight was hard.)",
    ),
    LineRule(
        "disclaimer",
        WholeText(r"we remind our readers that (?:the )?publication .{0,100}does not mean that we .*"),
        "We remind our readers that publication of articles does not mean that we agree.",
        "We remind our readers that the talks go on.",
    ),
    LineRule(
        "disclaimer",
        WholeText(rf"{OPINIONS} .{{0,200}}{NOT_OURS} .*"),
        "The views expressed in this article do not necessarily reflect those of the paper.",
        "The views expressed in the room were many.",
    ),
)
"""Asked in this order, wherever the paragraph stands."""
ANY_WHOLE = WholeText("|".join(f"(?:{rule.fits.pattern})" for rule in LINE_RULES if isinstance(rule.fits, WholeText)))
"""Fits what any rule but that of icons may fit: nearly every paragraph is asked this instead of all of them."""

LABELS = re.compile(
    r"""
      (?P<mark> (?:\#{1,6}|>+) (?=\s+[^\W\d]) )
    | (?P<glued> (?:Categor(?:ies|y)|Tags|Tagged|Posted\ in|Filed\ under) (?=[A-Z“‘"]) )
    | (?P<title> (?i:Title|Headline): (?=.) )
    """,
    re.VERBOSE,
)
NAMES = {"mark": "mark", "glued": "glued label", "title": "title label"}


def label_before(text: str, is_first: bool) -> tuple[str, str] | None:
    """The mark or label with which a paragraph begins, and its rule; only the first paragraph has a title label."""
    match = LABELS.match(text)
    if match is None or match.lastgroup is None or (match.lastgroup == "title" and not is_first):
        return None
    return match.group(), NAMES[match.lastgroup]
