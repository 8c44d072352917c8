"""Exports of ProQuest: a line of underscores before each article, whose text is one of its labelled fields."""

import re
from collections.abc import Iterator, Sequence

from index.readers.vendors.nexis_export import COUNTER
from index.readers.vendors.vendor_record import VendorRecord

RULE = re.compile(r"_{10,}")
LABELS = {
    "title": "title|titel|titre|título|titolo|título del documento",
    "author": "author|authors|autor|auteur|autore|autores",
    "text": "full text|volltext|texte intégral|texte complet|texto completo|testo completo|texto integral",
    "abstract": "abstract|zusammenfassung|résumé|resumen|riassunto|resumo",
    "outlet": "publication title|titel der publikation|titre de la publication|título de publicación"
    "|titolo pubblicazione|título da publicação|publikationstitel",
    "day": "publication date|publikationsdatum|date de publication|fecha de publicación|data di pubblicazione"
    "|data de publicação|erscheinungsdatum",
    "info": "publication info|publikationsinfo|informations sur la publication|información de publicación"
    "|publication information",
    "key": "proquest document id|proquest-dokument-id|identifiant du document proquest|id de documento de proquest"
    "|proquest-dokument-id-nummer|accession number",
    "url": "document url|url du document|dokument-url|url del documento|url do documento|url",
    "other": "links?|subject|location|people|company ?/ ?organization|classification|issn|isbn|e-?issn|copyright|volume"
    "|issue|pages?|first page|number of pages|publication year|publication subject|publisher|place of publication"
    "|country of publication|source type|language of publication|document type|document feature|last updated|database"
    "|dateline|section|credit|identifier ?/ ?keyword|company|business indexing term|column|edition|source attribution"
    "|publication milestones|rights notice|cite as|supplement|journal subject|source|sprache|année de publication"
    "|publikationsjahr|año de publicación|éditeur|editorial|verlag|dernière mise à jour|zuletzt aktualisiert"
    "|última actualización|base de données|datenbank|base de datos|materia|sujet|thema|schlagwort|lugar"
    "|lieu|ort|sección",
}
"""What the fields of a document are called, in the languages of the site."""
FIELD = re.compile("|".join(rf"(?P<{name}>(?:{names}))" for name, names in LABELS.items()), re.IGNORECASE)
LABELLED = re.compile(r"(?P<label>[^\W\d_][^:]{1,40}):(?:\s+(?P<value>.*)|$)")
ADDRESS = re.compile(r"https?://\S+")
FEWEST = 3
"""Fields that an article has; a page with a line of underscores has none of them."""


def proquest_articles(lines: Sequence[str]) -> list[VendorRecord]:
    """The articles of an export; none where it is no such export."""
    return [record for piece in pieces_between(lines) if (record := record_of(piece))]


def pieces_between(lines: Sequence[str]) -> Iterator[Sequence[str]]:
    """The lines between lines of underscores."""
    start = 0
    for end in [*(at for at, line in enumerate(lines) if RULE.fullmatch(line)), len(lines)]:
        yield lines[start:end]
        start = end + 1


def record_of(piece: Sequence[str]) -> VendorRecord | None:
    """The article of the lines after a rule; None where they are a list of titles, or nothing of the kind."""
    fields = fields_in(piece)
    text = fields.get("text") or fields.get("abstract")
    if len(fields) < FEWEST or not text or not fields.keys() & {"outlet", "day", "info", "key"}:
        return None
    outlet, day = of_info(ADDRESS.sub("", " ".join(fields.get("info", []))))
    values = {name: " ".join(" ".join(value).split()) or None for name, value in fields.items()}
    return VendorRecord(
        body="\n".join(text).strip(),
        title=values.get("title") or values.get("above"),
        day=values.get("day") or day,
        outlet=TOWN.sub("", values.get("outlet") or "") or outlet,
        author=in_order(values.get("author")),
        url=values.get("url"),
        key=values.get("key"),
    )


def fields_in(piece: Sequence[str]) -> dict[str, list[str]]:
    """The lines of each field; those above the first are the headline's."""
    fields: dict[str, list[str]] = {}
    current = fields.setdefault("above", [])
    for line in piece:
        if COUNTER.fullmatch(line):
            continue
        found = LABELLED.fullmatch(line)
        name = FIELD.fullmatch(found["label"].strip()) if found else None
        if found and name:
            current = fields.setdefault(name.lastgroup or "other", [])
            current.append(found["value"] or "")
        else:
            current.append(line)
    return {name: lines for name, lines in fields.items() if any(lines)}


DAY = re.compile(r"[.;\],]\s*(?P<day>\w[^.;\]]{0,30}\.?[^.;\]]{0,20}\d{4})\W{0,9}(?::|\Z)")
TOWN = re.compile(r"\s?[;\[].*")
"""What stands behind the name of an outlet."""
AFTER_OUTLET = re.compile(r"[;,\[]")


def of_info(info: str) -> tuple[str | None, str | None]:
    """The outlet and the day in "The Courier ; London [London]. Nov 11, 2022."; None where they are not told."""
    found = DAY.search(info)
    if found is None:
        return None, None
    outlet = AFTER_OUTLET.split(info[: found.start()], maxsplit=1)[0].strip()
    return (outlet, found["day"]) if outlet else (None, None)


INVERTED = re.compile(r"(?P<family>[^,;]+), (?P<given>[^,;]+)")


def in_order(names: str | None) -> str | None:
    """The names of people as they are spoken: "Quill, Ada; Orrell, Tamsin" are Ada Quill and Tamsin Orrell."""
    if not names:
        return None
    turned = (INVERTED.sub(r"\g<given> \g<family>", name.strip().rstrip(".")) for name in names.split(";"))
    return ", ".join(name for name in turned if name) or None
