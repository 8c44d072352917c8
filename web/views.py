"""A page for each address: home and results, an article, JSON, and whether all is well."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from threading import Lock
from typing import get_args

from flask import Flask, Response, jsonify
from flask import request as http
from werkzeug.exceptions import NotFound

from search.article.quoted_words import near_in_story
from search.article.story import reprints, story_of
from search.clauses import Everything
from search.correction.parts_found import parts_found
from search.correction.relaxations import relaxations
from search.engine import Engine
from search.explain import explain, explanation_object
from search.find import explained, find, total
from search.language.days import first_written, last_written
from search.language.lexer import MAX_LENGTH
from search.likeness.like_reading import read_for
from search.query import FacetName, Query
from search.request import Request
from search.results import Hit, Results, article_object, generation_told, hit_object, results_object, with_notes
from search.skipped import SkippedFiles
from search.story.story_report import story_report_object
from web.beside.facet_view import facet_page, facet_rows
from web.beside.reading_view import alike, citations, reading, turn, walk
from web.beside.sidebar import days_beside, headlines_beside, names_beside, prints_beside, voices_beside
from web.beside.story_page import story_page
from web.beside.story_view import side_by_side, tellings
from web.beside.timeline_view import timeline_view
from web.cursor import cursor, hits_read
from web.error_pages import Mishap, told
from web.exports import Exports
from web.help import HelpTable, help_tables
from web.home import Front, front
from web.kept_reports import KeptReports
from web.links import HOME, LONGEST_SOURCE, Asked, article_url, asked_by, json_url, results_url, skipped_url
from web.locale.catalogs import gettext, gettext_noop
from web.locale.reader_language import current_language
from web.locale.told_sentences import told_in_own_language
from web.navigation import (
    EVERYTHING,
    SIZES,
    Choice,
    densities,
    filters,
    heading,
    only_whole,
    orders,
    pager,
    pages,
    sizes,
    ways_forward,
    ways_to_fold,
    ways_to_widen,
)
from web.openapi.openapi_document import openapi_document
from web.takeaway.search_record import SearchRecords
from web.templating import page
from web.wording import when

NO_SUCH_ARTICLE = Mishap(
    404,
    gettext_noop("There is no such article"),
    gettext_noop("No article has this id. It may have left the index since this link was made: search for it."),
)


NO_SUCH_STORY = Mishap(
    404,
    gettext_noop("There is no such story"),
    gettext_noop(
        "No story has this id, and no article of a story. Its articles may have left the index: search for them."
    ),
)


class Site:
    """Every page, over whichever engine is the newest when it is asked for."""

    def __init__(
        self,
        engine: Callable[[], Engine],
        skipped: Callable[[], SkippedFiles],
        today: Callable[[], date],
        is_public: bool,
    ) -> None:
        """Ask `engine` once for each answer, so that one answer speaks of one snapshot.

        A public page does not tell where files lie on this machine.
        """
        self.is_public = is_public
        self.engine = engine
        self.skipped_files = skipped
        self.today = today
        self.reports = KeptReports()
        self.fronts: dict[str, tuple[tuple[str, str], Front]] = {}  # by language; with the generation and prefix
        self.tables: tuple[tuple[str, str], tuple[HelpTable, ...]] | None = None  # likewise
        self.making_tables = Lock()

    def open_on(self, app: Flask) -> None:
        """Give every page its address."""
        app.jinja_env.globals["is_public"] = self.is_public
        app.add_url_rule("/", view_func=self.home_or_results)
        app.add_url_rule("/article/<path:identifier>", view_func=self.article)
        app.add_url_rule("/help", view_func=self.help)
        app.add_url_rule("/skipped", view_func=self.skipped)
        app.add_url_rule("/article/<identifier>.json", view_func=self.article_json)
        app.add_url_rule("/story/<path:identifier>", view_func=self.story)
        app.add_url_rule("/story/<identifier>.json", view_func=self.story_json)
        app.add_url_rule("/compare/<left>/<right>", view_func=self.compare)
        app.add_url_rule("/facet/<name>", view_func=self.facet)
        app.add_url_rule("/search.json", view_func=self.search_json)
        Exports(self.engine, self.asked, self.today, self.is_public).open_on(app)
        SearchRecords(self.engine, self.asked, self.today, self.skipped_files, self.is_public).open_on(app)
        app.add_url_rule("/healthz", view_func=self.health)
        app.add_url_rule("/openapi.json", view_func=self.openapi)

    def home_or_results(self) -> Response:
        """The results of what was asked, or the home page when nothing was."""
        asked = self.asked()
        if replace(asked.request, typed=asked.request.typed.strip()) == HOME and not asked.notes:
            skipped = self.skipped_files().total
            return page("home.html", front=self.front_page(), asked=HOME, everything=EVERYTHING, skipped=skipped)
        return results_page(self.engine(), asked, self.today())

    def help(self) -> Response:
        """How to ask, in examples that run."""
        engine = self.engine()
        held_for = engine.generation, http.script_root
        with self.making_tables:  # one makes them for all who ask meanwhile
            kept = self.tables
            if kept is None or kept[0] != held_for:
                self.tables = kept = held_for, help_tables(engine)
        return page("help.html", tables=kept[1])

    def front_page(self) -> Front:
        """What the home page tells, worked out once for each snapshot and language."""
        engine, language = self.engine(), current_language().code
        held_for, kept = (engine.generation, http.script_root), self.fronts.get(language)
        if kept is None or kept[0] != held_for:
            self.fronts[language] = kept = held_for, front(engine)
        return kept[1]

    def article(self, identifier: str) -> Response:
        """One article, with the matches marked and the way back to the results."""
        asked = as_far_as_read(self.asked().request)
        engine = self.engine()
        article = next(iter(engine.fetch([identifier])), None)
        if article is None:
            return told(NO_SUCH_ARTICLE)
        rank, match = number_from(http.args.get("at", "")), number_from(http.args.get("m", ""))
        story = story_of(engine, article)
        read = reading(article, read_for(engine, asked.typed, self.today(), asked.syntax))
        near = near_in_story(engine, article, story)
        return page(
            "article.html",
            reading=read,
            walk=walk(article_url(identifier, asked, rank), match, read.matches),
            turn=turn(engine, asked, identifier, rank, self.today()),
            why=explain(engine, identifier, asked.typed, self.today(), asked.syntax) if "why" in http.args else None,
            alike=alike(engine, article, self.today()),
            citations=citations(article),
            known=article.published and when(article.published),
            changed=None if article.published else article.changed and when(article.changed),
            story=story and tellings(story, article, asked),
            prints=prints_beside(near, story),
            voices=voices_beside(article),
            names=names_beside(near),
            days=days_beside(article),
            headlines=headlines_beside(article),
            asked=asked,
        )

    def article_json(self, identifier: str) -> Response:
        """One article as JSON."""
        engine = self.engine()
        article = next(iter(engine.fetch([identifier])), None)
        if article is None:
            return told(NO_SUCH_ARTICLE)
        answer = article_object(article, reprints(engine, article))
        asked = as_far_as_read(self.asked().request)
        if asked.typed:
            told_why = explain(engine, identifier, asked.typed, self.today(), asked.syntax)
            answer |= {"why": explanation_object(told_why)}
        return jsonify({**answer, "path": None} if self.is_public else answer)

    def story(self, identifier: str) -> Response:
        """A story: its articles by outlet and day, who was first, who has whose text, and what they say differently."""
        found = self.reports.told(self.engine(), identifier)
        if found is None:
            return told(NO_SUCH_STORY)
        asked = as_far_as_read(self.asked().request)
        return page("story.html", shown=story_page(found, asked), asked=asked)

    def story_json(self, identifier: str) -> Response:
        """A story as JSON."""
        found = self.reports.told(self.engine(), identifier)
        return told(NO_SUCH_STORY) if found is None else jsonify(story_report_object(found.story, found.report))

    def facet(self, name: str) -> Response:
        """All values of a facet of what is found, or those that hold some words."""
        facet = next((own for own in get_args(FacetName) if own == name), None)
        if facet is None:
            raise NotFound
        asked = as_far_as_read(self.asked().request)
        results = find(self.engine(), replace(asked, page=1, size=1), self.today())
        words = " ".join(http.args.get("find", "")[:LONGEST_SOURCE].split())
        return page(
            "facet.html",
            shown=facet_page(asked, results, facet, words),
            total=results.with_all_words or results.total,
            filters=filters(asked),
            heading=heading(asked),
            asked=asked,
        )

    def compare(self, left: str, right: str) -> Response:
        """Two articles side by side."""
        engine = self.engine()
        found = [*engine.fetch([left]), *engine.fetch([right])]
        if len(found) != 2:
            return told(NO_SUCH_ARTICLE)
        asked = as_far_as_read(self.asked().request)
        return page("compare.html", beside=side_by_side(found[0], found[1], asked), asked=asked)

    def skipped(self) -> Response:
        """The files that gave no article, and why."""
        if self.is_public:
            raise NotFound
        number, skipped = self.asked().request.page, self.skipped_files()
        return page("skipped.html", skipped=skipped, number=number, pager=pages(number, skipped.pages, skipped_url))

    def search_json(self) -> Response:
        """The results as JSON."""
        asked = self.asked()
        # A program is told of every article, and of the story of each, unless it asks for stories.
        given = asked.request if "copies" in http.args else replace(asked.request, copies="all")
        engine = self.engine()
        if after := http.args.get("after", ""):
            given = replace(given, skipped=hits_read(after, generation_told(engine.generation)))
        results = find(engine, given, self.today())
        told = explained(engine, with_notes(results, asked.notes), self.today())
        answer = results_object(told, next_address(results))
        return jsonify({**answer, "hits": list(map(without_path, results.hits))} if self.is_public else answer)

    def health(self) -> Response:
        """Whether there is an index that answers, and how many articles it holds."""
        return jsonify({"status": "ok", "articles": self.engine().match(Query(Everything()), 1).total})

    def openapi(self) -> Response:
        """What programs get at each address."""
        return jsonify(openapi_document(http.host_url.rstrip("/") + http.script_root))

    def asked(self) -> Asked:
        """What the address asks for."""
        return asked_by(http.query_string.decode("utf-8", "replace"), self.today())


def next_address(results: Results) -> str | None:
    """Where the hits behind these are given as JSON, from the same state of the index; None when there are none."""
    last = results.request.last
    if last >= results.shown:
        return None
    return json_url(replace(results.request, page=1), cursor(generation_told(results.generation), last))


def without_path(hit: Hit) -> dict[str, object]:
    """A hit as JSON, for whom the files of this machine do not concern."""
    return {**hit_object(hit), "path": None}


def results_page(engine: Engine, given: Asked, today: date) -> Response:
    """The results of a request, or, when there are none, what else to ask."""
    asked = as_far_as_read(replace(given.request, size=min(given.request.size, SIZES[-1])))
    results = with_notes(find(engine, asked, today), given.notes)
    return page(
        "results.html" if results.total else "nothing.html",
        asked=asked,
        heading=heading(asked),
        results=results,
        filters=filters(asked),
        facets=facet_rows(results) if results.total else (),
        timeline=timeline_view(results) if results.total else None,
        orders=orders(asked),
        densities=densities(asked),
        sizes=sizes(asked),
        only_whole=only_whole(asked),
        folding=ways_to_fold(results),
        widening=ways_to_widen(results),
        pager=pager(results),
        parts=() if results.total else parts_found(engine, asked, today),
        ways=() if results.total else tuple(open_ways(engine, asked, today)),
        everything=EVERYTHING,
        since=first_written(asked.since) if asked.since else "",
        until=last_written(asked.until) if asked.until else "",
    )


def as_far_as_read(asked: Request) -> Request:
    """The request without what the parser cuts off unread, and would otherwise stand in every link of the page."""
    return replace(asked, typed=asked.typed.strip()[: MAX_LENGTH + 1])


def open_ways(engine: Engine, asked: Request, today: date) -> Iterator[Choice]:
    """The ways forward that lead somewhere, with how many articles are there."""
    for wide in relaxations(asked, today, lambda other: total(engine, other, today)):
        sentence = gettext("The same %(wider)s") % {"wider": told_in_own_language(wide.sentence).words}
        yield Choice(sentence, results_url(wide.request), count=wide.total)
    for sentence, request in ways_forward(asked):
        if count := total(engine, request, today):
            yield Choice(sentence, results_url(request), count=count)


def number_from(value: str) -> int | None:
    """A number of a result or match, from 1; None where there is none."""
    return int(value) if value.isascii() and value.isdigit() and 0 < len(value) < 8 and int(value) else None
