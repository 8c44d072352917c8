"""In which language a request is answered: as its address says, or the reader chose, or the browser prefers."""

from contextvars import ContextVar

from flask import Flask, request
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

from web.locale.interface_languages import BY_CODE, ENGLISH, InterfaceLanguage, language_called

COOKIE = "dateline_language"
LONGEST_HEADER = 400
"""Characters of the languages that a browser prefers; of more, the first count."""
FOR_PROGRAMS = frozenset({"/healthz"})
SUGGESTIONS = "/suggest"
"""Asked by browsers for their own box as well, which name no language; the page names its own."""


SPOKEN: ContextVar[InterfaceLanguage] = ContextVar("the language of the answer that is being made", default=ENGLISH)


def current_language() -> InterfaceLanguage:
    """The language of the answer that is being made; English where none is."""
    return SPOKEN.get()  # asked some 700 times for a page


def choose_languages(app: Flask) -> None:
    """Choose the language of each answer before anything else is done for it."""

    @app.before_request
    def choose() -> None:
        SPOKEN.set(language_asked())

    @app.teardown_request
    def fall_silent(_: BaseException | None) -> None:
        SPOKEN.set(ENGLISH)


def language_asked() -> InterfaceLanguage:
    """What the address says, or else the cookie, or else the browser; for programs, English."""
    said = language_called(request.args.get("lang", ""))
    if request.path == SUGGESTIONS:
        return said or ENGLISH
    if request.path in FOR_PROGRAMS or "." in request.path.rpartition("/")[2]:  # a file, a feed, JSON
        return ENGLISH
    chosen = BY_CODE.get(request.cookies.get(COOKIE, ""))
    return said or chosen or language_preferred(request.headers.get("Accept-Language", ""))


def language_preferred(header: str) -> InterfaceLanguage:
    """The first of ours among the languages that a browser prefers; English where it names none of them."""
    accepted = parse_accept_header(header[:LONGEST_HEADER], LanguageAccept)
    found = (language_called(tag) for tag, quality in accepted if quality > 0)
    return next((language for language in found if language is not None), ENGLISH)
