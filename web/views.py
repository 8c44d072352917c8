"""A page for each address: home and results, an article, JSON, and whether all is well."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from flask import Flask, Response, jsonify
from flask import request as http
from werkzeug.exceptions import NotFound

from index.article import Article
from search.article.quoted_words import near_in_story
from search.article.story import story_of
from search.clauses import Clause, Everything
from search.engine import Engine
from search.find import find
from search.highlight.date_marks import day_marks
from search.highlight.highlighter import MOST_MARKS, marked
from search.language.days import first_written, last_written
from search.language.dialects.dialect_reading import read_query
from search.language.lexer import MAX_LENGTH
from search.language.parser import Reading
from search.query import Query
from search.request import Request
from search.results import Hit, Piece, Results, generation_told, hit_object, results_object, with_notes
from search.skipped import SkippedFiles
from web.cursor import cursor, hits_read
from web.error_pages import Mishap, told
from web.facet_view import facet_rows
from web.home import Front, front
from web.links import HOME, Asked, asked_by, json_url, results_url, skipped_url
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
from web.sidebar import days_beside, headlines_beside, names_beside, prints_beside, voices_beside
from web.story_view import side_by_side, tellings
from web.templating import page
from web.timeline_view import timeline_view
from web.wording import marked_paragraphs, when

NO_SUCH_ARTICLE = Mishap(
    404,
    "There is no such article",
    "No article has this id. It may have left the index since this link was made: search for it.",
)


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """An article with what was asked marked in it."""

    article: Article
    title: tuple[Piece, ...]
    paragraphs: tuple[tuple[Piece, ...], ...]
    matches: int

    @property
    def is_full(self) -> bool:
        """It has as many marks as are shown: there may be other matches."""
        return self.matches >= MOST_MARKS


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
        self.front: tuple[tuple[str, str], Front] | None = None  # with the generation and prefix that it holds for

    def open_on(self, app: Flask) -> None:
        """Give every page its address."""
        app.jinja_env.globals["is_public"] = self.is_public
        app.add_url_rule("/", view_func=self.home_or_results)
        app.add_url_rule("/article/<path:identifier>", view_func=self.article)
        app.add_url_rule("/skipped", view_func=self.skipped)
        app.add_url_rule("/compare/<left>/<right>", view_func=self.compare)
        app.add_url_rule("/search.json", view_func=self.search_json)
        app.add_url_rule("/healthz", view_func=self.health)

    def home_or_results(self) -> Response:
        """The results of what was asked, or the home page when nothing was."""
        asked = self.asked()
        if replace(asked.request, typed=asked.request.typed.strip()) == HOME and not asked.notes:
            skipped = self.skipped_files().total
            return page("home.html", front=self.front_page(), asked=HOME, everything=EVERYTHING, skipped=skipped)
        return results_page(self.engine(), asked, self.today())

    def front_page(self) -> Front:
        """What the home page tells, worked out once for each snapshot."""
        engine = self.engine()
        held_for, kept = (engine.generation, http.script_root), self.front
        if kept is None or kept[0] != held_for:
            self.front = kept = held_for, front(engine)
        return kept[1]

    def article(self, identifier: str) -> Response:
        """One article, with the matches marked and the way back to the results."""
        asked = as_far_as_read(self.asked().request)
        engine = self.engine()
        article = next(iter(engine.fetch([identifier])), None)
        if article is None:
            return told(NO_SUCH_ARTICLE)
        story = story_of(engine, article)
        near = near_in_story(engine, article, story)
        return page(
            "article.html",
            reading=reading(article, read_query(asked.typed, self.today(), asked.syntax)),
            known=article.published and when(article.published),
            story=story and tellings(story, article, asked),
            prints=prints_beside(near, story),
            voices=voices_beside(article),
            names=names_beside(near),
            days=days_beside(article),
            headlines=headlines_beside(article),
            asked=asked,
        )

    def compare(self, left: str, right: str) -> Response:
        """Two articles side by side."""
        engine = self.engine()
        found = [*engine.fetch([left]), *engine.fetch([right])]
        return page("compare.html", beside=side_by_side(*found)) if len(found) == 2 else told(NO_SUCH_ARTICLE)

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
        answer = results_object(with_notes(results, asked.notes), next_address(results))
        return jsonify({**answer, "hits": list(map(without_path, results.hits))} if self.is_public else answer)

    def health(self) -> Response:
        """Whether there is an index that answers, and how many articles it holds."""
        return jsonify({"status": "ok", "articles": self.engine().match(Query(Everything()), 1).total})

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
    for sentence, request in ways_forward(asked):
        if total := find(engine, request, today).total:
            yield Choice(sentence, results_url(request), count=total)


def reading(article: Article, read: Reading) -> MarkedArticle:
    """The article with what was asked marked in it; when it has none of that whole, with the parts that it has."""
    whole = marked_article(article, read.clause)
    return whole if whole.matches or read.loosened is None else marked_article(article, read.loosened)


def marked_article(article: Article, clause: Clause) -> MarkedArticle:
    """The article with the matches of a clause marked in its title and in each paragraph."""
    title = marked(clause, article.title, "title")
    body = marked(clause, article.body, "body", day_marks(clause, article))
    matches = sum(is_marked for _, is_marked in (*title, *body))
    return MarkedArticle(article, title, marked_paragraphs(body), matches)
