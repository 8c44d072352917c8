"""Names in running text: runs of capitalised words, without the offices before them and what is no name."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from index.lexicon.places import is_known_place
from index.text.sentences import is_abbreviation


class CapitalisedToken(NamedTuple):
    """A word of running text, and what stands between it and the next one."""

    text: str
    start: int
    end: int
    gap: str
    """Up to the next word, or to the end of what was read."""


FIRST = re.compile(r"\w")
TOKEN = re.compile(r"(\w++(?:[’'.&/-]++\w++)*)(\W*+)")
"""A word and the gap behind it."""


def words(text: str, start: int, end: int) -> list[CapitalisedToken]:
    """The words of a part of a text, with places in the whole text."""
    first = FIRST.search(text, start, end)
    if first is None:
        return []
    place = first.start()
    found: list[CapitalisedToken] = []
    for word, gap in TOKEN.findall(text, place, end):
        after = place + len(word)
        found.append(new_tuple(CapitalisedToken, (word, place, after, gap)))
        place = after + len(gap)
    return found


new_tuple = tuple.__new__
"""Makes a named tuple in half the time; there are hundreds in an article."""


OFFICES = frozenset(
    str.split("""
    Adm Administrator Admiral Adviser Advisor Aide Ambassador Analyst Archbishop Assemblyman Assemblywoman Assistant
    Associate Attorney Brig Brigadier Capt Captain Cardinal Chair Chairman Chairwoman Chancellor Chief Chiefs
    Co-founder Coach Col Colonel Commander Commissioner Congressman Congresswoman Coordinator Correspondent Council
    Councillor Councilman Councilwoman CEO CFO COO CTO Dame Delegate Democrat Deputy Detective Director Doctor Dr
    Editor Envoy Executive First Former Founder Gen General Gov Governor Head Host Imam Inspector Judge Justice Lady
    Lawyer Leader Lieutenant Lord Lt Maj Major Majority Manager Marshal Mayor Messrs Minister Minority Miss Mr Mrs
    Ms Officer Ombudsman Owner Pastor Police Pope Premier President President-elect Press Prime Prince Princess
    Principal Producer Prof Professor Prosecutor Rabbi Rep Reporter Representative Republican Rev Reverend
    Right-wing Secretary Sen Senator Sergeant Sgt Sheikh Sheriff Sir Sister Solicitor Spokesman Spokesperson
    Spokeswoman Speaker Staff Strategist Sultan Superintendent Supt Treasurer Trooper Vice Warden Whip
    """)
)
"""What stands before the name of a person, and is no part of it; without the full stop."""
ROLES = frozenset(
    str.split("""
    Attorney Chairman Chairwoman Congressman Congresswoman Democrat Governor Lawmaker Mayor Minister President
    Republican Secretary Senator Spokesman Spokeswoman
    """)
)
"""Offices that end no name: the Arizona Democrat, the Prime Minister."""
TITLES = frozenset(str.split("Mr Mrs Ms Miss Dr Gen Sen Rep Gov Prof Rev Sgt Lt Col Capt Maj Adm Sir Dame Lord Lady"))
"""Titles that only people have."""
BRANCHES = frozenset(
    str.split("""
    Affairs Agriculture Commerce Defence Defense Education Energy Health Homeland House Intelligence Interior
    Justice Labor Labour Treasury Security Services Staff State States Transportation Veterans War
    """)
)
"""What an office may be of: Secretary of State, Secretary of Homeland Security."""
BODIES = frozenset(
    str.split("""
    Academy Administration Agency Airlines Airport Army Assembly Association Authority Bank Board Bureau Cabinet
    Center Centre Church City Club College Commission Committee Company Conference Congress Corporation Corps
    Council County Court Department District Embassy Federation Force Forces Foundation Front Fund Government Group
    Guard Hospital House Inc Industries Institute Institution Journal Law League Magazine Media Ministry Movement
    Museum National Intelligence Nations Network News Office Organisation Organization Parliament Party Pentagon
    Police Post Press Project Republic Register Herald Tribune Chronicle Gazette Globe School Senate Service
    Services Society State States Street Studies Times TV Treasury Tribunal Trust Union United University War West
    White Act Bowl Cup Day Deal Edition Game Games Islamic Radio Show Today Tonight North South East Northern
    Southern Eastern Western
    """)
)
"""Words that stand in the names of institutions, places and things, and not in those of people."""
PARTICLES = frozenset(
    str.split("""
    de da do dos das del della der den di du la le van von ter ten bin ibn bint al el ul y
    """)
)
STARTERS = frozenset(
    str.split("""
    A About According Across Actually Afterwards After Again Ahead All Also Although Among An And Another Any Anyway
    As Asked At Because Before Besides Both But By Certainly Clearly Despite During Each Earlier Either Else Even
    Eventually Every Everyone Finally First For Formerly From Further Furthermore He Hence Her Here His How However
    I If I’m I've In Indeed Instead Into It Its Just Last Late Later Like Maybe Meanwhile Moments More Moreover Most
    Much My Nevertheless Next No Nobody None Nonetheless Not Now Of On Once One Only Or Other Others Our Over
    Perhaps Quite Rather Recently Second Separately She Similarly Since So Some Somebody Someone Sometimes Soon
    Speaking Still Such That The Their Then There Thereafter These They Third This Those Though Three Through Thus
    Today Together Tomorrow Tonight Two Under Unlike Until Upon Very Was We Well Were What When Whenever Where
    Whether Which While Who Whoever Why With Without Yes Yesterday Yet You Your Monday Tuesday Wednesday Thursday
    Friday Saturday Sunday January February March April May June July August September October November December Jan
    Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec
    """)
)
"""Capitalised words that are no part of a name, at the beginning of a sentence or anywhere."""
MANY = frozenset(
    str.split("""
    Activists Advocates Agents Aides Allies Americans Analysts Attorneys Authorities Britons Campaigners Christians
    Clinicians Commentators Conservatives Critics Defenders Democrats Detectives Diplomats Doctors Economists
    Employees Experts Families Fans Friends Germans Historians Investigators Israelis Jews Journalists Judges
    Lawmakers Lawyers Leaders Liberals Many Ministers Muslims Negotiators Neighbors Neighbours Observers Officers
    Officials Opponents Organizers Others Palestinians Parents Participants People Police Politicians Proponents
    Prosecutors Protesters Republicans Reports Researchers Residents Russians Scientists Senators Several Sources
    Specialists Students Supporters Survivors Teachers Teammates Ukrainians Victims Voters Witnesses Women Men
    Workers Asked Counsel Court Defendant Man Management Mother Father Nothing Opposition Prosecution Question
    Report Source Statement Student Study Team Woman
    """)
)
"""Nouns that a sentence begins with and that name nobody."""


def is_capitalised(word: str) -> bool:
    """The word begins like a name: Milley, al-Assad, d’Estaing."""
    return word[0].isupper() or PREFIXED.match(word) is not None


PREFIXED = re.compile(r"(?:al|el|as|ad|ul|bin|d[’'])-?[A-Z]|d[’'][A-Z]")
POSSESSIVE = ("’s", "'s", "s’", "s'")


def is_possessive(token: CapitalisedToken) -> bool:
    """What is named belongs to it: Milley’s, or Milleys’ before a space."""
    return token.text.endswith(POSSESSIVE[:2]) or (token.text[-1] == "s" and token.gap[:1] in ("’", "'"))


NEXT = "CapitalisedName"
"""What may follow an abbreviation."""


def hangs_on(token: CapitalisedToken) -> bool:
    """The next word may belong to the same name: a space stands between, or the full stop of an abbreviation."""
    gap = token.gap.strip()
    return not gap or (gap == "." and is_abbreviation(token.text, NEXT))


def ends_sentence(token: CapitalisedToken) -> bool:
    """A sentence ends behind the word."""
    end = SENTENCE_END.search(token.gap)
    return end is not None and not (end.group().strip() == "." and is_abbreviation(token.text, NEXT))


SENTENCE_END = re.compile(r"[.!?…]['\"’”»)\]]*(?:\s|$)")


def without_offices(run: Sequence[CapitalisedToken]) -> Sequence[CapitalisedToken]:
    """The name in a run of capitalised words: what stands behind offices, weekdays and words that begin a sentence."""
    first = 0
    while first < len(run) and run[first].text in STARTERS:
        first += 1
    last_office = first
    place = first
    while place < len(run):
        if run[place].text in OFFICES:
            last_office = place + 1
            if last_office < len(run) and run[last_office].text == "of":
                last_office += 3 if last_office + 1 < len(run) and run[last_office + 1].text == "the" else 2
                while last_office < len(run) and run[last_office].text in BRANCHES:
                    last_office += 1
            place = last_office
        else:
            place += 1
    kept = run[last_office:]
    if kept and not all(token.text in NO_NAME for token in kept):
        return kept
    if len(run) - first > 1 and run[-2].text in TITLES:
        return run[-1:]
    return run[first:]


NO_NAME = BODIES | {"of", "the", "Jr", "Sr"}
"""Words of which none is a name on its own."""


class CapitalisedName(NamedTuple):
    """What a run of capitalised words names, with places in the run."""

    start: int
    end: int
    given: str
    """The first word."""
    surname: str
    """The last word."""
    words: int
    titled: bool
    """A title that only people have stands before it."""
    may_be_person: bool
    """It has two to four words, and is not that of a place or an institution."""


class Naming(NamedTuple):
    """A place in a text where somebody may be named."""

    start: int
    end: int
    name: CapitalisedName


def namings(text: str, start: int, end: int) -> list[Naming]:
    """The runs of capitalised words in a part of a text that may name somebody, in order."""
    found: list[Naming] = []
    for match in RUN.finditer(text, start, end):
        run, place = match.group(), match.start()
        name = known_name(run) if len(run) <= LONGEST_KNOWN else name_in(run)
        if name:
            found.append(new_tuple(Naming, (place + name.start, place + name.end, name)))
    return found


def name_in(run: str) -> CapitalisedName | None:
    """The name in a run of capitalised words; None when nobody is named."""
    if run.isalpha():  # one word: what the rest of this comes to
        is_name = run not in STARTERS and run not in OFFICES
        return CapitalisedName(0, len(run), run, run, words=1, titled=False, may_be_person=False) if is_name else None
    tokens = words(run, 0, len(run))
    named = without_bodies(without_offices(tokens))
    if not named or named[-1].text in OFFICES or named[0].text in STARTERS:
        return None
    titled = len(named) < len(tokens) and tokens[len(tokens) - len(named) - 1].text in TITLES
    start, end = named[0].start, named[0].start + length(named)
    name = run[start:end]
    return CapitalisedName(
        start,
        end,
        given=name.split(maxsplit=1)[0],
        surname=bare(named[-1].text),
        words=len(named),
        titled=titled,
        may_be_person=not titled and may_be_person(name),
    )


LONGEST_KNOWN = 100
"""Characters of a run that is remembered; longer ones would fill the memory."""
known_name = lru_cache(maxsize=16_384)(name_in)
"""The same, remembered: the same few names stand in many places, and what they name hangs on nothing beside them."""


def without_bodies(run: Sequence[CapitalisedToken]) -> Sequence[CapitalisedToken]:
    """The name behind what belongs to an office or owns it: (Speaker of the) House John Boehner, CNN’s Jake Tapper."""
    first = 0
    for place, token in enumerate(run[:-1]):
        if is_possessive(token) or (place == first and token.text in BODIES and len(run) - place > MOST_NAMES):
            first = place + 1
    return run[first:]


MOST_NAMES = 2
"""Words of a person's name that stand behind an institution."""


def length(named: Sequence[CapitalisedToken]) -> int:
    """The characters of a name, without the possessive at its end."""
    return named[-1].end - named[0].start - (len(named[-1].text) - len(bare(named[-1].text)))


def bare(word: str) -> str:
    """The word without a possessive ending."""
    return word[:-2] if word.endswith(POSSESSIVE[:2]) else word


CAPITAL, REST = "[A-ZÀ-ÖØ-ÞĀ-ŽΑ-ΩЀ-Я]", r"[\w’'&-]*"
CAPITALISED = CAPITAL + REST
# The capital stands first, so that a search leaps from one to the next; what stands before it is asked afterwards.
RUN = re.compile(
    rf"""
      {CAPITAL} (?<![\w.].) {REST}
      (?: \.?[ ] (?: (?:{"|".join(sorted(PARTICLES))})[ ] )? (?: (?:al|el)-)? {CAPITALISED} ){{0,7}}
    """,
    re.VERBOSE,
)


def may_be_person(name: str) -> bool:
    """A name of two to four words that is not that of a place or an institution."""
    parts = name.split()
    return 2 <= len(parts) <= 4 and not BODIES.intersection(parts) and not is_known_place(name)
