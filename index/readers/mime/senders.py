"""Who sends a mail: an outlet, or a person."""

import re
from dataclasses import dataclass
from unicodedata import combining, normalize

from index.lexicon.outlet_names import canonical_name
from index.lexicon.outlet_words import has_outlet_word
from index.readers.fields import one_line

ROLES = frozenset(
    str.split(
        "news newsletter newsletters noreply no-reply donotreply info mail mailing editor editors editorial hello hi"
        " updates update alerts alert briefing briefings daily digest contact contato kontakt redaktion redaction"
        " redazione redacao redaccion redactie redakcja redakce boletin boletim nyhetsbrev nieuwsbrief bulletin"
        " press media subscriptions subscribe members team service support headlines breaking morning evening"
    )
)
"""What stands before the @ of an address that belongs to an office, and to nobody in it."""
SENDER = re.compile(r"(?P<name>[^<\[@]*?)\s*(?:[<\[(](?:mailto:)?(?P<address>[^\s<>@\[\]]+@[^\s<>\[\]]+)[>\])]?.*)?")
PERSON_OF_OUTLET = re.compile(r"(?P<person>.{3,60}?)(?:,| from| at|@| \||,? von| chez| de| of)\s+(?P<outlet>.{3,60})")


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends: an outlet, a person, or a person of an outlet; None where nobody is named."""

    outlet: str | None
    author: str | None


def sender_of(line: str) -> Sender:
    """Who is named in a From line such as "The Courier <news@courier.example>"."""
    found = SENDER.fullmatch(line.strip())
    name = one_line(found["name"].strip(" \t\"'*,;")) if found else None
    if found is None or name is None:
        return Sender(None, None)
    if known := canonical_name(name):
        return Sender(known, None)
    # Of a person and a newspaper, the newspaper must look like one: "Ana de Souza" is nobody of Souza.
    both = PERSON_OF_OUTLET.fullmatch(name)
    if both and (known := canonical_name(both["outlet"])):
        return Sender(known, both["person"].strip())
    if both and is_written_from(both["outlet"], found["address"] or ""):
        return Sender(both["outlet"], both["person"].strip())
    return Sender(name, None) if is_outlet(name, found["address"] or "") else Sender(None, name)


def is_outlet(name: str, address: str) -> bool:
    """The name is that of an outlet: it has a word that outlets have, or is that of the site that it writes from."""
    if has_outlet_word(name):
        return True
    local, _, domain = address.casefold().partition("@")
    words = [word for word in re.findall(r"\w+", without_accents(name.casefold())) if len(word) > 3]
    if any(word in local for word in words):
        return False
    is_role = any(part in ROLES for part in re.split(r"[._+-]", local)) or local in ROLES
    is_called_so = any(word in domain for word in words)
    return is_called_so or (is_role and not is_name_of_person(name))


def without_accents(name: str) -> str:
    """The name in the letters that addresses have."""
    return "".join(letter for letter in normalize("NFD", name) if not combining(letter))


def is_written_from(outlet: str, address: str) -> bool:
    """The address is made of the words of this outlet, as that of a newsletter is."""
    letters = "".join(re.findall(r"\w", without_accents(outlet.casefold())))
    return len(letters) > 3 and letters in re.sub(r"[\W_]", "", address.casefold())


def is_name_of_person(name: str) -> bool:
    """The name is two or three words with capitals, as those of people are."""
    words = name.split()
    return 2 <= len(words) <= 3 and all(word[:1].isupper() and not word[1:].isupper() for word in words)
