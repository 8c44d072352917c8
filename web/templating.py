"""Templates to answers: what they may call, and bytes that every browser can read."""

from flask import Flask, Response, redirect, render_template

from search.highlight.clipping import clipped
from search.results import matching
from web.links import (
    HOME,
    ICON,
    NOTES,
    SAVED,
    SCRIPT,
    STYLESHEET,
    article_url,
    beside_the_days,
    beside_the_page,
    beside_the_values,
    beside_the_words,
    citation_url,
    export_url,
    facet_url,
    is_web_address,
    json_url,
    note_url,
    notes_url,
    original_url,
    query_string,
    record_url,
    results_url,
    rooted,
    skipped_url,
    story_url,
)
from web.navigation import cleared_url, part_in_words, read_as_url, reads_otherwise, typed_url, ways_to_read
from web.wording import counted, number, shortened, site, span_in_short, unbent, when


def teach_templates(app: Flask) -> None:
    """Give the templates their filters and addresses."""
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(counted=counted, matching=matching, number=number, reads_otherwise=reads_otherwise)
    app.jinja_env.filters.update(clipped=clipped, span=span_in_short)
    app.jinja_env.filters.update(shortened=shortened, site=site, unbent=unbent, when=when)
    app.jinja_env.tests["web_address"] = is_web_address
    app.jinja_env.globals.update(
        article_url=article_url,
        citation_url=citation_url,
        export_url=export_url,
        facet_url=facet_url,
        original_url=original_url,
        record_url=record_url,
        query_string=query_string,
        results_url=results_url,
        json_url=json_url,
        note_url=note_url,
        notes_url=notes_url,
        notes_page=NOTES,
        saved_page=SAVED,
        desk=False,
        read_as_url=read_as_url,
        ways_to_read=ways_to_read,
        typed_url=typed_url,
        skipped_url=skipped_url,
        story_url=story_url,
        beside_the_words=beside_the_words,
        beside_the_days=beside_the_days,
        beside_the_page=beside_the_page,
        beside_the_values=beside_the_values,
        cleared_url=cleared_url,
        part_in_words=part_in_words,
        rooted=rooted,
        home=HOME,
        stylesheet=STYLESHEET,
        script=SCRIPT,
        icon=ICON,
    )


def page(template: str, status: int = 200, **values: object) -> Response:
    """The template filled with these values; half of a surrogate pair, which UTF-8 has not, becomes a "?"."""
    markup = render_template(template, **values)
    return Response(markup.encode("utf-8", "replace"), status, content_type="text/html; charset=utf-8")


def sent_to(address: str) -> Response:
    """An answer that leads to another page, which is then asked for with GET."""
    response = redirect(address, 303)
    assert isinstance(response, Response)  # noqa: S101  # Flask's own, whose type werkzeug does not know
    return response
