"""The page, as a Flask application.

Read in this order: links (addresses from requests and back), locale/ (the reader's language), cursor (where an answer
goes on), wording (dates and counts in words), navigation (what a reader can do with results), kept_reports (what
stories tell), beside/ (facets, timeline, story, names: what stands beside), home (what the home page tells), help (how
to ask), templating (templates to answers), error_pages (for what cannot be shown), exports (files and feeds), openapi/
(all of that told to programs), takeaway/ (a search to cite, the file of an article), desk/ (what its owner keeps
beside the index), views (a page for each address); rate_limiter (how often a client may ask), security (what guards
every page), caching (what need not be sent again), authentication/ (who may read them), trusted_proxy (what it says of
a client); connection (its time), listener (how many there are at once), server (waitress).
"""

import os
from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path

from flask import Flask, request
from werkzeug.exceptions import NotFound
from werkzeug.local import LocalProxy

from search.engine import Engine
from search.skipped import NOTHING_SKIPPED
from search.snapshots import Snapshots
from web.authentication.access import OWN_MACHINE, Access, PublicEngine
from web.authentication.login import Login
from web.caching import cache
from web.desk.form_token import FormToken
from web.desk.note_desk import NoteDesk
from web.desk.own_user import is_own_user
from web.desk.saved_searches import SavedSearches
from web.error_pages import answer_mishaps
from web.locale.language_switch import speak
from web.locale.reader_language import choose_languages
from web.security import LOOPBACK_HOSTS, guard, limit_requests
from web.takeaway.originals import Originals
from web.templating import teach_templates
from web.trusted_proxy import TrustedProxy
from web.views import Site

DEFAULT_LOCATION = ".dateline"


def create_app(
    engine: Engine | None = None,
    location: str | None = None,
    hosts: Collection[str] | None = LOOPBACK_HOSTS,
    today: Callable[[], date] = date.today,
    access: Access = OWN_MACHINE,
) -> Flask:
    """The page over an engine, or else over the newest snapshot of the index at `location`.

    Without a location it is `$DATELINE_INDEX`, then `.dateline`. Only requests for these hosts are answered; None is
    any host, for a page that others may reach, and `access` says which others. Days such as "yesterday" are counted
    from what `today` gives.
    """
    app = bare_app()
    choose_languages(app)
    is_placed = location is not None
    location = location or os.environ.get("DATELINE_INDEX") or DEFAULT_LOCATION
    if engine is None:
        newest = Snapshots(location)
        opened, skipped = newest.engine, newest.skipped
    else:
        opened, skipped = lambda: engine, lambda: NOTHING_SKIPPED
    answering = (lambda: PublicEngine(opened())) if access.is_public else opened
    site = Site(answering, skipped, today, access.is_public)
    cache(app)
    guard(app, hosts)
    if access.is_limited:
        limit_requests(app)
    teach_templates(app)
    speak(app)
    answer_mishaps(app, access.is_public)
    site.open_on(app)
    if not access.is_public:
        Originals(answering, [Path.cwd(), Path(location).absolute().parent]).open_on(app)
    if (engine is None or is_placed) and has_desk(access, location):
        open_desk(app, site, location)
    if access.password_hash is not None:
        Login(access.password_hash).guard(app)
    app.wsgi_app = TrustedProxy(app.wsgi_app, access.proxies)  # type: ignore[method-assign]  # as Flask tells to do
    return app


def bare_app() -> Flask:
    """An application that answers nothing but what is static, and that only to GET and HEAD."""
    app = Flask(__name__, static_folder=None)
    app.config["PROVIDE_AUTOMATIC_OPTIONS"] = False
    app.static_folder = "static"
    app.add_url_rule("/static/<path:filename>", endpoint="static", view_func=app.send_static_file)
    app.json.sort_keys = False  # type: ignore[attr-defined]  # keys in the order of the contract
    return app


def has_desk(access: Access, location: str) -> bool:
    """Only whoever uses this machine reads the page, so that what they keep beside the folder is theirs alone."""
    return "://" not in location and not (access.is_public or access.is_limited or access.password_hash is not None)


def open_desk(app: Flask, site: Site, location: str) -> None:
    """Notes, tags and saved searches, in files beside the index, for the user of this machine who serves the page."""
    token = FormToken()
    app.jinja_env.globals.update(desk=LocalProxy(is_own_user), token=token.value)
    before = {*app.view_functions}
    NoteDesk(site.engine, site.asked, location, token).open_on(app)
    SavedSearches(site.engine, site.asked, site.today, location, token).open_on(app)
    own = {*app.view_functions} - before

    @app.before_request
    def keep_out_others() -> None:
        if request.endpoint in own and not is_own_user():
            raise NotFound
