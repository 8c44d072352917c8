"""Answers that a browser has already are not sent again, and the others are sent packed."""

import gzip

from flask import Flask, Response, request

LEAST_BYTES = 1000
"""What is smaller is hardly smaller when it is packed."""
PACKED = ("text/", "application/json", "application/atom+xml", "application/rss+xml", "image/svg+xml")


def cache(app: Flask) -> None:
    """Tag every page by what it says, answer 304 to whoever has it, and pack it for whoever can unpack it."""

    @app.after_request
    def tagged_and_packed(response: Response) -> Response:
        if response.status_code != 200 or response.is_streamed or response.direct_passthrough:
            return response
        response.headers.setdefault("Cache-Control", "private, no-cache")
        response.add_etag(weak=True)
        response.vary.add("Accept-Encoding")
        response.make_conditional(request)
        is_text = (response.content_type or "").startswith(PACKED)
        if response.status_code == 200 and is_text and request.accept_encodings["gzip"]:
            content = response.get_data()
            if len(content) >= LEAST_BYTES:
                response.set_data(gzip.compress(content, 5, mtime=0))
                response.headers["Content-Encoding"] = "gzip"
        return response
