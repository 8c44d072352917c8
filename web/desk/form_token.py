"""A secret in each form of the page, by which it is told from what another site sends."""

import secrets

from flask import request
from werkzeug.exceptions import Forbidden

from web.locale.catalogs import gettext_noop

FIELD = "token"
NOT_OURS = gettext_noop(
    "This was not sent from a page of this Dateline, or it was started anew since: open the page again, and send it."
)


class FormToken:
    """A number that only who can read the page knows; another one each time that the page is started."""

    def __init__(self) -> None:
        self.value = secrets.token_urlsafe(24)

    def require(self) -> None:
        """Go on only with a form of the page itself; raises Forbidden."""
        origin = request.headers.get("Origin", "null")  # null: browsers that tell nobody where they come from
        is_ours = origin in ("null", request.host_url.rstrip("/"))
        if not is_ours or not secrets.compare_digest(request.form.get(FIELD, "").encode(), self.value.encode()):
            raise Forbidden(NOT_OURS)
