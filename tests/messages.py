"""Gathers the sentences of the page and brings the catalogs of its languages up to date: python -m tests.messages."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from web.locale.catalogs import FOLDER
from web.locale.interface_languages import ENGLISH, INTERFACE_LANGUAGES, InterfaceLanguage
from web.locale.told_sentences import told_sentences

WEB = Path(__file__).parent.parent / "web"
METHODS = [("templates/*.html", "jinja2.ext:babel_extract"), ("**.py", "python")]
KEYWORDS: Mapping[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_noop": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_noop": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
TOLD = "search/"
"""Where sentences are said to be from that the page takes over from there."""


def path_of(language: InterfaceLanguage) -> Path:
    """The file of a language's catalog."""
    return FOLDER / language.code / "LC_MESSAGES" / "messages.po"


def gathered() -> Iterator[tuple[str, str | tuple[str, ...], str | None]]:
    """Each sentence with the place that it is from and its context."""
    options = {"templates/*.html": {"trimmed": "true"}}
    for found in extract_from_dir(WEB, METHODS, options, KEYWORDS, strip_comment_tags=True):
        path, _, message, _, context = found
        yield f"web/{path}", message, context
    yield from ((TOLD, sentence, None) for sentence in told_sentences() if sentence)


def template() -> Catalog:
    """All sentences, each once."""
    found = Catalog(project="Dateline", fuzzy=False)
    for place, message, context in gathered():
        found.add(message, locations=[(place, None)], context=context)  # type: ignore[list-item]
    return found


def catalog_of(language: InterfaceLanguage) -> Catalog:
    """The catalog of a language as it is; empty where there is none yet."""
    path = path_of(language)
    if not path.exists():
        return Catalog(locale=language.locale, project="Dateline", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language.locale)


def messages_of(catalog: Catalog) -> list[Message]:
    """The sentences of a catalog without its head."""
    return [message for message in catalog if message.id]


def updated(language: InterfaceLanguage, sentences: Catalog) -> Catalog:
    """The catalog of a language with the sentences that are new, and without those that are gone."""
    catalog = catalog_of(language)
    catalog.update(sentences, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    return catalog


DULL = ("POT-Creation", "PO-Revision", "Last-Translator", "Language-Team", "Report-Msgid", "Project-Id", "Generated-By")
"""Lines of the head of a catalog that tell nothing here, and that would change whenever it is written."""


def written(catalog: Catalog) -> bytes:
    """A catalog as its file has it."""
    content = BytesIO()
    write_po(content, catalog, width=110, include_lineno=False, ignore_obsolete=True)
    lines = content.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(tuple(f'"{dull}' for dull in DULL))).encode()


def main() -> None:
    """Write every catalog anew, and say what is still to be translated."""
    sentences = template()
    for language in INTERFACE_LANGUAGES:
        if language == ENGLISH:
            continue
        catalog = updated(language, sentences)
        path_of(language).parent.mkdir(parents=True, exist_ok=True)
        path_of(language).write_bytes(written(catalog))
        missing = sum(not (message.string and all(message.string)) for message in messages_of(catalog))
        print(f"{language.code}: {len(messages_of(catalog))} sentences, {missing} to translate")


if __name__ == "__main__":
    main()
