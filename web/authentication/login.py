"""Logging in with the password, the cookie that then stands for it, and logging out."""

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from datetime import timedelta
from threading import Lock

from flask import Flask, Response, request, session
from flask.sessions import SecureCookieSessionInterface
from werkzeug.exceptions import TooManyRequests, Unauthorized

from web.authentication.passwords import is_password
from web.error_pages import is_json
from web.links import LOGIN, LOGOUT, is_own_path, rooted
from web.locale.catalogs import gettext, gettext_noop
from web.rate_limiter import LOGINS, RateLimiter
from web.templating import page, sent_to

STAY = timedelta(hours=12)
"""How long a login lasts; a server that is started anew knows none of before."""
MOST_SESSIONS = 1000
"""Logged in at once; the oldest is logged out when there are more."""
TRY_LATER = gettext_noop("Too many passwords were tried from your address: wait a minute, and try again.")


class Sessions:
    """Who is logged in now, by a number of each that nobody can guess; safe to share by threads."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        """`seconds` is a clock that never goes back."""
        self._seconds = seconds
        self._ends: OrderedDict[str, float] = OrderedDict()
        self._guard = Lock()

    def begin(self) -> str:
        """Somebody has logged in: the number of the session."""
        number = secrets.token_urlsafe(32)
        with self._guard:
            self._ends[number] = self._seconds() + STAY.total_seconds()
            if len(self._ends) > MOST_SESSIONS:
                self._ends.popitem(last=False)
        return number

    def is_open(self, number: object) -> bool:
        """Whether this is the number of somebody who is logged in."""
        return isinstance(number, str) and self._ends.get(number, 0.0) > self._seconds()

    def end(self, number: object) -> None:
        """Log out; whoever has a copy of the cookie is logged out as well."""
        with self._guard:
            if isinstance(number, str):
                self._ends.pop(number, None)


class StrictCookie(SecureCookieSessionInterface):
    """Flask's signed cookie, for the path that the page is served under, and under https never sent without it."""

    def get_cookie_path(self, app: Flask) -> str:
        """The prefix of a proxy, or all of the host."""
        return request.script_root or "/"

    def get_cookie_secure(self, app: Flask) -> bool:
        """Whether the page was asked for under https."""
        return request.is_secure


class Login:
    """The pages for logging in and out, and what keeps everyone else from all others."""

    def __init__(self, password_hash: str, seconds: Callable[[], float] = time.monotonic) -> None:
        self._password_hash = password_hash
        self._sessions = Sessions(seconds)
        self._tries = RateLimiter(LOGINS, seconds)

    def guard(self, app: Flask) -> None:
        """Show the pages of an application only to whoever is logged in."""
        app.secret_key = secrets.token_bytes(32)
        app.session_interface = StrictCookie()
        app.config.update(
            SESSION_COOKIE_NAME="dateline",
            SESSION_COOKIE_HTTPONLY=True,
            SESSION_COOKIE_SAMESITE="Strict",
            SESSION_REFRESH_EACH_REQUEST=False,
            PERMANENT_SESSION_LIFETIME=STAY,
        )
        app.jinja_env.globals["logout"] = LOGOUT
        app.before_request(self.refuse_strangers)
        app.after_request(keep_to_the_reader)
        app.add_url_rule(LOGIN, view_func=self.log_in, methods=["GET", "POST"])
        app.add_url_rule(LOGOUT, view_func=self.log_out, methods=["POST"])

    def refuse_strangers(self) -> Response | None:
        """The page to log in on, in place of what was asked for; as JSON where JSON was asked for."""
        # The page to log in on, and what it is drawn with, are for everyone.
        is_open = request.path == LOGIN or request.path.startswith("/static/")
        if is_open or self._sessions.is_open(session.get("number")):
            return None
        if is_json(request.path):
            raise Unauthorized("A password is needed: log in at /login, and send the cookie along.")
        asked = request.full_path if request.query_string else request.path
        response = login_page(401, rooted(asked if request.method in ("GET", "HEAD") else "/"))
        response.headers["WWW-Authenticate"] = 'Session realm="Dateline"'
        return response

    def log_in(self) -> Response:
        """The page to log in on, or what was asked for before it, once the password is right."""
        if request.method != "POST":
            return login_page(200, rooted("/"))
        onward = request.form.get("next", "")
        if not is_own_path(onward):
            onward = rooted("/")
        if not self._tries.allows(request.remote_addr or ""):
            raise TooManyRequests(TRY_LATER, retry_after=int(1 / LOGINS.per_second))
        if not is_password(request.form.get("password", ""), self._password_hash):
            return login_page(403, onward, gettext("This is not the password."))
        self._sessions.end(session.get("number"))
        session.clear()
        session.permanent = True
        session["number"] = self._sessions.begin()
        return sent_to(onward)

    def log_out(self) -> Response:
        """End the session, also for whoever has a copy of its cookie."""
        self._sessions.end(session.get("number"))
        session.clear()
        return sent_to(rooted(LOGIN))


def login_page(status: int, onward: str, mistake: str | None = None) -> Response:
    """The page to log in on, which leads on to an address of ours."""
    return page("login.html", status, onward=onward, mistake=mistake, login=LOGIN)


def keep_to_the_reader(response: Response) -> Response:
    """Have nobody keep what is shown to whoever is logged in, such as a cache that others ask as well."""
    if not request.path.startswith("/static/"):
        response.headers["Cache-Control"] = "no-store"
    return response
