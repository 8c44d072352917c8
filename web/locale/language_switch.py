"""The switch of languages at the foot of each page, and what pages say of their language."""

from urllib.parse import quote

from flask import Flask, Response, request

from web.links import rooted, without_language
from web.locale.interface_languages import BY_CODE, INTERFACE_LANGUAGES, InterfaceLanguage
from web.locale.reader_language import COOKIE, current_language
from web.templating import sent_to

FIELD = "lang"
KEPT_SECONDS = 365 * 24 * 3600


def speak(app: Flask) -> None:
    """Answer readers in their language, say so in every page, and let them choose another.

    The switch sends its language to the address of the page that it stands on, which none other of our forms does.
    """
    app.jinja_env.globals.update(languages=INTERFACE_LANGUAGES, current_language=current_language)

    @app.before_request
    def choose() -> Response | None:
        is_choice = request.method == "POST" and set(request.form) == {FIELD}
        language = BY_CODE.get(request.form[FIELD]) if is_choice else None
        return kept(language) if language else None

    @app.after_request
    def told(response: Response) -> Response:
        if response.mimetype == "text/html":
            response.headers["Content-Language"] = current_language().tag
            response.vary.update(("Accept-Language", "Cookie"))
        return response


def kept(language: InterfaceLanguage) -> Response:
    """The answer that has a browser keep the language in a cookie, and ask again for the same page."""
    query = without_language(request.query_string.decode("latin-1"))
    response = sent_to(rooted(quote(request.path, errors="replace")) + query)
    response.set_cookie(
        COOKIE,
        language.code,
        max_age=KEPT_SECONDS,
        path=request.script_root or "/",
        secure=request.is_secure,
        httponly=True,
        samesite="Lax",
    )
    return response
