"""Templates to answers: what they may call, and bytes that every browser can read."""

from flask import Flask, Response, redirect, render_template
from markupsafe import Markup

from search.clauses import Field
from search.highlight.clipping import clipped
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
from web.locale.catalogs import gettext, ngettext_noop, pgettext, translated, translated_counting
from web.locale.interface_languages import ENGLISH
from web.locale.reader_language import current_language
from web.locale.told_sentences import told_in_own_language
from web.navigation import cleared_url, part_in_words, read_as_url, reads_otherwise, typed_url, ways_to_read
from web.wording import counted, counting, decimal, isolated, number, shortened, site, span_in_short, unbent, when


def places_in_words(fields: tuple[Field, ...]) -> str:
    """In which fields a word stands."""
    if len(fields) > 1:
        return gettext("in the title and body")
    return gettext("in the title") if fields == ("title",) else gettext("in the body")


def in_english() -> Markup:
    """The attributes of what stands in English on a page in another language; none on one in English."""
    return Markup("") if current_language() is ENGLISH else Markup(' lang="en" dir="ltr"')


def written_in(code: str | None) -> Markup:
    """The attribute of what is written in a language, by its code; none where that is the page's own, or not known."""
    return Markup(' lang="{}"').format(code) if code and code != current_language().code else Markup("")


def in_own_language(message: str) -> Markup:
    """The attributes of a sentence that the catalog of the reader's language may not have."""
    return in_english() if gettext(message) == message else Markup("")


def matching_told(count: int) -> str:
    """How many of the articles under a hit match as well, when not all do."""
    return counting(*MATCHING, count) if count else gettext("none of them match")


MATCHING = ngettext_noop("%(count)s of them matches", "%(count)s of them match")


def teach_templates(app: Flask) -> None:
    """Give the templates their filters, sentences and addresses."""
    teach_words(app)
    teach_addresses(app)


def teach_words(app: Flask) -> None:
    """Give the templates their sentences, and what puts values into words."""
    app.jinja_env.trim_blocks = True
    app.jinja_env.globals.update({"_": translated, "ngettext": translated_counting, "pgettext": pgettext})
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(counted=counted, number=number, decimal=decimal, reads_otherwise=reads_otherwise)
    app.jinja_env.filters.update(clipped=clipped, span=span_in_short, matching=matching_told)
    app.jinja_env.filters.update(told_in_own_language=told_in_own_language, own_words=gettext, isolated=isolated)
    app.jinja_env.filters["places_in_words"] = places_in_words
    app.jinja_env.filters.update(shortened=shortened, site=site, unbent=unbent, when=when)
    app.jinja_env.globals.update(
        in_english=in_english,
        in_own_language=in_own_language,
        written_in=written_in,
        own_direction=Markup(' dir="auto"'),
    )


def teach_addresses(app: Flask) -> None:
    """Give the templates the addresses of pages."""
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
