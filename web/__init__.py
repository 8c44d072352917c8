"""The page, as a Flask application.

Read in this order: links (addresses from requests and back), cursor (where an answer goes on), wording (dates and
counts in words), navigation (what a reader can do with results), kept_reports (what stories tell), beside/ (facets,
timeline, story, names: what stands beside), home (what the home page tells), help (how to ask), templating (templates
to answers), error_pages (for what cannot be shown), exports (files and feeds), search_record (a search to cite),
openapi/ (all of that told to programs), views (a page for each address); rate_limiter (how often a client may ask),
security (what guards every page), caching (what need not be sent again), authentication/ (who may read them),
trusted_proxy (what it says of a client); connection (its time), server (waitress).
"""

import os
from collections.abc import Callable, Collection
from datetime import date

from flask import Flask

from search.engine import Engine
from search.skipped import NOTHING_SKIPPED
from search.snapshots import Snapshots
from web.authentication.access import OWN_MACHINE, Access, PublicEngine
from web.authentication.login import Login
from web.caching import cache
from web.error_pages import answer_mishaps
from web.security import LOOPBACK_HOSTS, guard, limit_requests
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
    app = Flask(__name__, static_folder=None)
    app.config["PROVIDE_AUTOMATIC_OPTIONS"] = False  # only GET and HEAD are answered, also for what is static
    app.static_folder = "static"
    app.add_url_rule("/static/<path:filename>", endpoint="static", view_func=app.send_static_file)
    app.json.sort_keys = False  # type: ignore[attr-defined]  # keys in the order of the contract
    if engine is None:
        newest = Snapshots(location or os.environ.get("DATELINE_INDEX") or DEFAULT_LOCATION)
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
    answer_mishaps(app, access.is_public)
    site.open_on(app)
    if access.password_hash is not None:
        Login(access.password_hash).guard(app)
    app.wsgi_app = TrustedProxy(app.wsgi_app, access.proxies)  # type: ignore[method-assign]  # as Flask tells to do
    return app
