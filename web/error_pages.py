"""The answers for what cannot be shown: what happened, and what to do next, as a page or as JSON."""

from dataclasses import dataclass

from flask import Flask, Response, current_app, jsonify, request
from werkzeug.exceptions import BadRequest, HTTPException, MethodNotAllowed, NotFound, TooManyRequests

from index.errors import DatelineError, IndexMissing, Unforeseen
from index.verify import is_untouched
from search.language.lexer import MAX_LENGTH
from search.request import Request
from web.cursor import GenerationGone
from web.links import Unanswerable
from web.locale.catalogs import gettext, gettext_noop
from web.templating import page

JSON_PATHS = frozenset({"/search.json", "/healthz"})


def is_json(path: str) -> bool:
    """Whether a program asks at this address, which wants its errors as JSON, too."""
    return path in JSON_PATHS or path.endswith(".json")


@dataclass(frozen=True, slots=True)
class Mishap:
    """What a reader is told when there is nothing to show."""

    status: int
    heading: str
    message: str
    command: str | None = None
    """What to type to mend it; None when no command would."""
    is_english: bool = False
    """The message is in no other language."""
    typed: str = ""
    """The words that were asked for, which can be looked for without the rest of the address."""


NAMED_BY_HTTP = (gettext_noop("Forbidden"), gettext_noop("Too Many Requests"))
"""What HTTP calls the errors of which this page tells the reason itself."""
OUR_FAULT = Mishap(
    500,
    gettext_noop("Something went wrong"),
    gettext_noop("The fault is ours, and was written to the log of the server."),
)


def answer_mishaps(app: Flask, is_public: bool = False) -> None:
    """Answer every mishap in words: our own, those of HTTP, and those that nobody thought of.

    A public page does not tell where the index lies.
    """
    app.register_error_handler(Unanswerable, unanswerable)
    app.register_error_handler(GenerationGone, outrun)
    cannot_be_read = unavailable_to_the_public if is_public else unavailable
    app.register_error_handler(DatelineError, cannot_be_read)
    app.register_error_handler(
        Unforeseen, lambda error: our_fault(error) if is_untouched(error.folder) else cannot_be_read(error)
    )
    app.register_error_handler(HTTPException, refused)


def unanswerable(error: Unanswerable) -> Response:
    """The answer to an address that asks for what cannot be."""
    typed = request.args.get("q", "").strip()[: MAX_LENGTH + 1]
    return told(Mishap(400, gettext("This address cannot be answered"), sentence(str(error)), typed=typed))


def outrun(error: GenerationGone) -> Response:
    """The answer to who reads on in an answer that the index has outrun."""
    return told(Mishap(410, gettext("The index has changed"), sentence(str(error))))


def unavailable(error: DatelineError) -> Response:
    """The answer when there is no index to search; it goes away by itself once there is one."""
    before, gap, after = str(error).rpartition("  ")  # a command to type stands after two spaces
    message, command = (before, after) if gap else (after, None)
    heading = (
        gettext("There is nothing to search yet")
        if isinstance(error, IndexMissing)
        else gettext("The index cannot be searched")
    )
    response = told(Mishap(503, heading, sentence(message), command, is_english=True))
    response.headers["Retry-After"] = "5"
    return response


def our_fault(error: Unforeseen) -> Response:
    """The answer when reading an index failed that is as we left it, for whatever reason; all of that goes to the log.

    The disk may be at fault, too, but to read all of the index for each such request would take too long.
    """
    also = "unless  dateline index --verify  finds damage, this is a fault of Dateline itself"
    current_app.logger.error("%s; %s", error, also, exc_info=error)
    return told(OUR_FAULT)


def unavailable_to_the_public(error: DatelineError) -> Response:
    """The same, for whoever can do nothing about it; what is wrong goes to the log."""
    current_app.logger.error("%s", error)
    response = told(
        Mishap(503, gettext("The index cannot be searched"), gettext("Whoever runs this page has to see to it."))
    )
    response.headers["Retry-After"] = "60"
    return response


def refused(error: HTTPException) -> Response:
    """The answer to a request that HTTP itself has a number for; Flask makes unforeseen faults into a 500."""
    response = told(mishap_of(error))
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        response.headers["Allow"] = ", ".join(error.valid_methods)
    if isinstance(error, TooManyRequests) and error.retry_after:
        response.headers["Retry-After"] = str(error.retry_after)
    return response


def mishap_of(error: HTTPException) -> Mishap:
    """The mishap behind an error of HTTP."""
    if isinstance(error, NotFound):
        return Mishap(
            404,
            gettext("There is no such page"),
            gettext("Nothing is at this address. Search for what you were looking for."),
        )
    if isinstance(error, MethodNotAllowed):
        return Mishap(405, gettext("This page can only be read"), gettext("Nothing can be sent here: use GET or HEAD."))
    if isinstance(error, BadRequest):
        own_words = error.description if error.description != BadRequest.description else None
        return Mishap(
            400, gettext("This request cannot be answered"), own_words or gettext("The request is malformed.")
        )
    if error.code is not None and error.code < 500:
        message = error.description or error.name
        return Mishap(error.code, error.name, message, is_english=message == type(error).description)
    return OUR_FAULT


def sentence(message: str) -> str:
    """An error's message, which begins small for the terminal, as a sentence begins on a page."""
    return message[:1].upper() + message[1:]


def told(mishap: Mishap) -> Response:
    """A mishap as JSON where JSON was asked for, and otherwise as a page."""
    if not is_json(request.path):
        return page("mishap.html", mishap.status, mishap=mishap, asked=Request(mishap.typed))
    words = ": ".join(part for part in (mishap.message, mishap.command) if part)
    response = jsonify({"status": words} if request.path == "/healthz" else {"error": words})
    response.status_code = mishap.status
    return response
