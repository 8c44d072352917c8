"""The line that says who wrote an article."""

import re
from dataclasses import dataclass

from index.lexicon.outlet_names import canonical_name
from index.lexicon.outlet_words import is_called_as_outlets_are

LONGEST = 160
"""Characters; a byline is shorter."""


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote it, and what the line says besides."""

    author: str | None
    """None when the line names only an outlet or a job."""
    source: str | None
    """The outlet named beside the author; None when there is none."""
    rest: str
    """What follows the names, such as a day; empty when nothing does."""


WORD = r"[A-ZÀ-ÖØ-ÞА-ЯІЇЄҐ][\w.'’-]*"
PERSON = rf"{WORD}(?:[ ](?:{WORD}|de|da|van|von|der|den|bin|al|el|la|le|du|di)){{1,5}}"
LABEL = r"(?: [Bb]y | BY | (?:[Ww]ritten|[Pp]osted|[Pp]ublished|[Ss]tory|[Rr]eporting)\ [Bb]y | Author ) (?: :\ ? | \ )"
BYLINE = re.compile(
    rf"""
      {LABEL}
      (?P<people> {PERSON} (?: (?: ,\ (?:and\ )? | \ (?:and|AND|&)\ ) {PERSON} ){{0,5}} )
      (?P<rest> \ on\ .* | \ ?[,|·•–—(/-].* | \ for\ .* )?
    """,
    re.VERBOSE,
)
BY_OUTLET = re.compile(rf"{LABEL} (?P<outlet>[^|·•–—(/-]{{2,60}})", re.VERBOSE)
NOT_PEOPLE = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:January|February|The|This|That|These|Those)\b"
    r"|^(?:My|Your|Our|Their|His|Her|Its|Any|All|No|Every|Some|An?)\b"
)


def byline(line: str) -> Byline | None:
    """The byline that this whole line is; None when it is something else."""
    if len(line) > LONGEST or line.endswith((".", "!", "?", ":")):
        return None
    if job := job_line(line):
        return job
    match = BYLINE.fullmatch(line)
    if match is None or NOT_PEOPLE.search(match["people"]):
        return outlet_byline(line)
    people, source = people_and_outlet(match["people"])
    beside = beside_names((match["rest"] or "").removeprefix(" on ").removeprefix(" for "))
    return Byline(people, source or beside.outlet, beside.rest) if people or source else None


def outlet_byline(line: str) -> Byline | None:
    """A byline that names nobody but an outlet: "By Reuters"."""
    match = BY_OUTLET.fullmatch(line)
    outlet = canonical_name(match["outlet"]) if match else None
    return Byline(None, outlet, "") if outlet else None


JOBS = frozenset(
    str.split("analyst columnist contributor correspondent editor journalist producer reporter staff writer")
)
"""The word that ends a job title."""

JOB_WORDS = JOBS | frozenset(
    str.split("""
    affairs africa and arts asia associate assistant bureau business chief city climate congressional contributing
    correspondents court crime culture data defence defense deputy digital diplomatic east economic economics editors
    education energy environment europe executive feature features finance foreign freelance general global health
    home house in international investigations investigative justice legal life local managing media metro middle
    military moscow national news night of online opinion parliamentary police policy political politics race religion
    reporters royal science security senior service special sport sports staff state technology transport travel uk un
    us video washington weekend white world writers
    """)
)
"""The words of job titles."""

JOB_ENDINGS = tuple(ending for job in JOBS for ending in (f" {job}", f" {job.capitalize()}"))

JOB_LINE = re.compile(
    r"(?P<job>[A-Z][\w’'&-]*(?: [\w’'&-]+){0,5})(?:(?:, | at | for | [|·–—-] )(?P<outlet>[^,|]{2,60}))?"
)


def job_line(line: str) -> Byline | None:
    """A line of its own under the name: "Staff Writer", "AP Economics Writer", "Business reporter, BBC News"."""
    match = JOB_LINE.fullmatch(line)
    if match is None:
        return None
    if not is_job(match["job"]):
        person, outlet = person_and_outlet(line) if line.endswith(JOB_ENDINGS) else (line, None)
        return None if person else Byline(None, outlet, "")
    if match["outlet"] is None:
        return Byline(None, None, "") if " " in line else None
    outlet = outlet_in(match["outlet"])
    return Byline(None, outlet, "") if outlet else None


def is_job(words: str) -> bool:
    """The words are a job title: "Economics Writer"."""
    known = [word in JOB_WORDS for word in words.lower().split()]
    return all(known) and not JOBS.isdisjoint(words.lower().replace("editors", "editor").split())


PAPER = re.compile(
    r"(?:[Tt]he )?(?:[A-Z][\w.'’&-]*,? (?:of |the |and |& )?){1,4}"
    r"(?:Chronicle|Courier|Daily|Dispatch|Examiner|Gazette|Herald|Inquirer|Journal|Magazine|Mirror|Monitor|News"
    r"|Newspaper|Newspapers|Network|Observer|Post|Press|Radio|Record|Register|Review|Sentinel|Standard|Star|Telegraph"
    r"|Times|Today|Tribune|TV|Weekly)"
)
"""The name of a paper that we need not know: "Springfield Gazette"."""


WITH_ARTICLE = re.compile(r"The [A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}")
"""As "The Ferret" behind the names of people."""


def outlet_in(words: str) -> str | None:
    """The outlet that these words name, known or not; None when they name none."""
    is_name = PAPER.fullmatch(words) or (WITH_ARTICLE.fullmatch(words) and is_called_as_outlets_are(words))
    return canonical_name(words) or (words if is_name else None)


def people_and_outlet(names: str) -> tuple[str | None, str | None]:
    """Names without the outlets and jobs that follow them: "Jane Doe, BBC News" or "JOHN ROE AP Economics Writer"."""
    # Every second piece is what joins two names.
    pieces = ["", *re.split(r"(, (?:and )?| (?:and|AND|&) )", names)]
    found = [
        (joint.lower(), *part_of_names(joint, name)) for joint, name in zip(pieces[::2], pieces[1::2], strict=True)
    ]
    people = "".join(part for joint, person, _ in found if person for part in (joint, person))
    outlet = next((outlet for _, _, outlet in found if outlet), None)
    return re.sub(r"^(?:, (?:and )?| and | & )", "", people) or None, outlet


def part_of_names(joint: str, words: str) -> tuple[str | None, str | None]:
    """A person or an outlet; a paper that we do not know stands after a comma, for Emily Post may be an author."""
    outlet = outlet_in(words) if joint == ", " else None
    return (None, outlet) if outlet else person_and_outlet(words)


def person_and_outlet(words: str) -> tuple[str | None, str | None]:
    """One name without the outlet or the job that follows it, and not all in capitals; None when it is no name."""
    if outlet := canonical_name(words):
        return None, outlet
    parts = words.split()
    for count in (0, *range(2, len(parts))):
        if is_job(" ".join(parts[count:])):
            return name_of(parts[:count]), None
        for end in range(len(parts), count, -1):
            outlet = canonical_name(" ".join(parts[count:end]))
            if outlet and (end == len(parts) or is_job(" ".join(parts[end:]))) and outlet != "Forbes":
                return name_of(parts[:count]), outlet
    return name_of(parts), None


def name_of(parts: list[str]) -> str | None:
    """A person's name as it is written in running text; None when there is none."""
    name = " ".join(parts)
    if not name.isupper():
        return name or None
    return re.sub(r"[^\W\d_]{3,}|(?<=['’-])[^\W\d_]+", lambda word: word.group().capitalize(), name)


@dataclass(frozen=True, slots=True)
class BylineNames:
    """What stands beside the names in a byline: an outlet, and what is neither that nor a job."""

    outlet: str | None
    rest: str


def beside_names(rest: str) -> BylineNames:
    """What follows the names, taken apart at bars, dashes and commas: "| BBC News | 12 November 2022, 10:00"."""
    outlet: str | None = None
    parts: list[str] = []
    for part in re.split(r"\s?[|·•–—]\s?|\s[/-]\s?", rest.strip(" ,|·•–—-/()")):
        words = [each for each in part.split(", ") if not is_job(each)]
        named = [found for each in words if (found := outlet_in(each.strip(" ()")))]
        outlet = outlet or next(iter(named), None)
        if others := [each for each in words if not outlet_in(each.strip(" ()"))]:
            parts.append(", ".join(others))
    return BylineNames(outlet, " | ".join(part for part in parts if part))
