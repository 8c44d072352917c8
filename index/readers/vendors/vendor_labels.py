"""How the headers of exports call things, in the languages in which news databases are used."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from index.front_matter.written_dates import dates_in


@dataclass(frozen=True, slots=True)
class LabelNames:
    """A thing that headers state: the names of it before a colon, and a line that has it."""

    field: str
    names: str
    """With bars between them; upper and lower case are one."""
    example: str


LABELS = (
    LabelNames("author", "byline|autor|autoren|auteur|auteurs|autore|autores|door|autor/a|автор", "BYLINE: Ada Quill"),
    LabelNames(
        "section",
        "section|rubrik|ressort|rubrique|sección|seccion|sezione|rubriek|seção|secção|sektion|раздел",
        "Section: NEWS; Pg. 4",
    ),
    LabelNames(
        "length",
        "length|länge|longueur|longitud|lunghezza|lengte|extensão|comprimento|længde|längd|объем|długość",
        "Length: 140 words",
    ),
    LabelNames("title", "headline|titel|titre|titular|título|titolo|schlagzeile|title", "HEADLINE: The levy passes"),
    LabelNames("place", "dateline|ort|lieu|lugar|luogo", "DATELINE: MARLOW BAY"),
    LabelNames("highlight", "highlight|encart|destacado|in primo piano|vorspann", "Highlight: A vote past midnight"),
    LabelNames("series", "series|serie|série|type|genre|distribution|edition", "TYPE: Commentary"),
    LabelNames(
        "url", "url|link|document url|url del documento|dokument-url|url du document", "URL: https://a.example/1"
    ),
)
"""What stands above the text of an article in a Nexis export."""

TRAILERS = (
    LabelNames(
        "loaded",
        r"load-date|update(?=\s?:[^a-z]*\d)|datum des ladens|date-chargement|date de chargement|fecha-carga"
        "|fecha de carga|data-carico"
        "|data di caricamento|laaddatum|data de carregamento|data-carga",
        "Load-Date: November 13, 2022",
    ),
    LabelNames("language", "language|sprache|langue|idioma|lingua|taal|língua", "LANGUAGE: ENGLISH"),
    LabelNames(
        "kind",
        "publication-type|publication type|document-type|type-publication|type de publication|zeitungstyp"
        "|publikationstyp|tipo de publicación|tipo di pubblicazione|tipo-publicacion|soort publicatie|pub-type",
        "PUBLICATION-TYPE: Newspaper",
    ),
    LabelNames("code", "journal-code|journal code|acc-no|dokument-nr|document-nr|isbn|issn", "Journal Code: MARC"),
    LabelNames("address", r"(?:document[ -])?url(?=\s?:\s*https?:)", "URL: https://a.example/1"),
    LabelNames("classification", "classification|klassifizierung|classificazione|clasificación", "Classification"),
)
"""What stands below it, and is the text of nothing."""

PICTURES = LabelNames(
    "picture", "graphic|notes|correction-date|correction|graphik|grafik|graphique|note|photo|image", "GRAPHIC: Photo"
)
"""What may stand between the two; these are words with which a paragraph may begin, too."""

BODY = LabelNames(
    "body", "body|text|texte|haupttext|textkörper|corps|cuerpo|corpo|tekst|hoofdtekst|testo|texto", "Body"
)
"""What stands alone in a line above the text."""


def label_pattern(rows: Sequence[LabelNames]) -> re.Pattern[str]:
    """What finds a line with one of these labels and what it says, the group being the name of the field."""
    groups = (f"(?P<{row.field}>{row.names})" for row in rows)
    return re.compile(rf"(?:{'|'.join(groups)})\s?:\s*(?P<value>.*)", re.IGNORECASE)


HEADER_LABEL = label_pattern(LABELS)
TRAILER = re.compile(rf"{label_pattern(TRAILERS).pattern}|classification", re.IGNORECASE)
PICTURE = re.compile(rf"(?:{PICTURES.names})\s?(?::.*)?", re.IGNORECASE)
BODY_LABEL = re.compile(rf"(?:{BODY.names})\s?:?", re.IGNORECASE)

COPYRIGHT = re.compile(
    r"(?:(?:copyright|\(c\)|©|urheberrecht)[\s,:©]*(?:\(c\))?\s*(?:\d{4}|©).{0,300}"
    r"|(?:copyright.{0,100})?(?:all rights reserved|alle rechte vorbehalten|tous droits réservés"
    r"|todos los derechos reservados|tutti i diritti riservati|alle rechten voorbehouden"
    r"|todos os direitos reservados).{0,100})",
    re.IGNORECASE,
)
"""A line about who owns the text."""

EDITION = re.compile(
    r"(?:.*\b(?:edition|ausgabe|édition|edición|edizione|editie|edição|final)\b.*|correction appended)", re.IGNORECASE
)
MOST_EDITION_WORDS = 7

WORD_COUNT = re.compile(
    r"\d[\d.,  ]{0,8}\s(?:words?|wörter|worte|mots?|palabras|parole|woorden|palavras|ord|sanaa|słów|slov|слов[оа]?"
    r"|字|단어|語|kelime)",
    re.IGNORECASE,
)
"""How long an article is, as a line of its own."""

CLOCK = re.compile(r"\d\d?[:.]\d\d(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?)?(?:\s\(?[A-Z]{2,4}\)?)?|noon|midnight", re.IGNORECASE)
LABELLED = re.compile(r"[^\W\d][\w /-]{2,40}:\s")
MOST_WORDS_BESIDE_DAY = 3
LONGEST_DAY_LINE = 90


def is_day_line(line: str) -> bool:
    """The line is a day, with little more than the weekday, the time or the edition beside it."""
    if not line or len(line) > LONGEST_DAY_LINE or LABELLED.match(line):
        return False
    found = dates_in(line)
    if len({each.days for each in found}) != 1:
        return False
    beside = line
    for each in reversed(found):
        beside = f"{beside[: each.start]} {beside[each.end :]}"
    words = re.findall(r"[^\W\d_]{2,}", CLOCK.sub(" ", beside))
    return len(words) <= MOST_WORDS_BESIDE_DAY or EDITION.fullmatch(beside.strip(" ,.-")) is not None


def is_edition(line: str) -> bool:
    """The line says which edition of a paper this is."""
    return len(line.split()) <= MOST_EDITION_WORDS and EDITION.fullmatch(line) is not None


LONGEST_BLOCK = 12


def block_at(lines: Sequence[str], start: int) -> str:
    """The lines from there to the next blank one, as one."""
    block = []
    for line in islice(lines, start, start + LONGEST_BLOCK):
        if not line:
            break
        block.append(line)
    return " ".join(block)
