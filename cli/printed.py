"""Results, an article and an explanation as lines for a terminal: pieces of text, each with what it is."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from index.article import Article, Published
from search.article.days_named import DaysNamed
from search.article.story import Member, Story
from search.explain import DaysAsked, Explanation
from search.language.days import DayRange, days_written
from search.language.messages import listed
from search.results import Hit, Piece, Results, matching

PrintedKind = Literal["text", "title", "match", "title match", "aside"]
Line = tuple[tuple[str, PrintedKind], ...]
"""What stands on one line; a terminal shows each kind in its own style."""

INDENT = "    "
BESIDE_SCORES = " " * 11
"""Where a score would stand, and the gap behind it."""


def results_lines(results: Results) -> Iterator[Line]:
    """The hits, each with its title, what is known of it, and its snippet."""
    for hit in results.hits:
        if hit.rank == results.begins_to_lack:
            yield (("with some of the words:", "aside"),)
            yield ()
        yield title_line(hit)
        yield ((INDENT + about(hit), "aside"),)
        if hit.tellers > 1:
            yield ((INDENT + folded(hit), "aside"),)
        yield (INDENT, "text"), *styled(hit.snippet, "text", "match")
        if hit.lacks:
            yield ((f"{INDENT}lacks: {', '.join(hit.lacks)}", "aside"),)
        yield ()


def title_line(hit: Hit) -> Line:
    """The rank of a hit, and its title."""
    return (f"{hit.rank:>2}. ", "aside"), *styled(hit.title, "title", "title match")


def title_links(results: Results) -> dict[Line, str]:
    """Where the titles of the hits lead that lead anywhere: to the original."""
    return {title_line(hit): link for hit in results.hits if (link := original(hit.url, hit.path))}


def original(url: str | None, path: str) -> str | None:
    """The address of an article, or else of its file; None for one that is no page of the web, and in no file."""
    if url and is_web_address(url):
        return CONTROLS.sub("", url)
    try:
        return Path(path).as_uri() if Path(path).is_absolute() else None
    except UnicodeEncodeError:  # half of a pair of surrogates, which is in the name of no file here
        return None


def is_web_address(url: str) -> bool:
    """Whether an address is one of a web page, which a browser may be given."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def about(hit: Hit) -> str:
    """When, by whom, and the id to ask for more."""
    return " · ".join([day(hit.published), hit.source or "unknown source", hit.id])


def folded(hit: Hit) -> str:
    """How many other articles tell its story: "4 more tell this story · 2 reprints", and whether all of them match."""
    retold = "1 more tells this story" if hit.retold == 1 else f"{hit.retold} more tell this story"
    reprints = "1 reprint" if hit.reprints == 1 else f"{hit.reprints} reprints"
    told = " · ".join(words for words, count in ((retold, hit.retold), (reprints, hit.reprints)) if count)
    return told if len(hit.folded) == hit.tellers - 1 else f"{told} ({matching(len(hit.folded))})"


def counted(articles: int) -> str:
    """So many articles, in words."""
    return "1 article" if articles == 1 else f"{articles:,} articles"


def summary(results: Results) -> str:
    """How many there are, and how the query was read."""
    page = f", page {results.request.page:,} of {results.pages:,}" if results.pages > 1 else ""
    return f"{found(results)}{page} · read as: {results.read_as or 'everything'}"


def found(results: Results) -> str:
    """How many articles and stories there are."""
    articles = counted(results.total)
    if results.is_loosened and results.with_all_words:
        articles = f"{results.with_all_words:,} with all words · {results.total:,} with some"
    if results.stories != results.total:
        articles += ", 1 story" if results.stories == 1 else f", {results.stories:,} stories"
    return articles


def remarks(results: Results, is_terminal: bool) -> Iterator[str]:
    """What to say beside the hits: on a terminal how many there are, and anywhere what was mended or loosened."""
    if is_terminal:
        yield summary(results) + "\n"
    yield from corrections(results)
    if results.also:
        yield also(results)
    yield from results.notes
    if results.total and not results.hits:
        pages = "is 1 page" if results.pages == 1 else f"are {results.pages:,} pages"
        yield f"page {results.request.page:,} is past the end: there {pages}"


def corrections(results: Results) -> Iterator[str]:
    """Which query was answered in place of the one typed, or may have been meant."""
    if results.corrected is not None:
        yield f"showing: {results.corrected.query} (only as typed:  {results.corrected.insisting})"
    if results.did_you_mean is not None:
        yield f"did you mean:  {results.did_you_mean.query}  ({counted(results.did_you_mean.total)})"


def also(results: Results) -> str:
    """Which other spellings were looked for, and how to do without."""
    others = "; ".join(", ".join(each.spellings) for each in results.also)
    return f"also: {others} (only as typed:  {results.exactly})"


def styled(pieces: tuple[Piece, ...], kind: PrintedKind, match: PrintedKind) -> Line:
    """The pieces with their kinds."""
    return tuple((text, match if is_marked else kind) for text, is_marked in pieces)


def article_lines(article: Article, story: Story | None = None) -> Iterator[Line]:
    """An article, what is known of it, what was left out, and who else tells its story."""
    yield ((article.title, "title"),)
    if not article.title_is_stated:
        yield (("the article has no headline; these are its first words", "aside"),)
    facts = [day(article.published), article.source, article.author, article.place, article.url, where(article)]
    yield ((" · ".join(fact for fact in facts if fact), "aside"),)
    if article.published:
        yield ((f"dated by: {article.published.evidence} ({how_known(article.published)})", "aside"),)
    elif article.changed:
        changed = f"{day(article.changed)} as “{article.changed.evidence}”"
        yield ((f"changed: {changed}, and so published no later", "aside"),)
    for doubt in article.doubts:
        yield ((f"in doubt: {doubt}", "aside"),)
    if article.cites:
        yield ((f"cites: {', '.join(article.cites)}", "aside"),)
    for paragraph in article.body.split("\n\n"):
        yield ()
        yield ((paragraph, "text"),)
    if article.removed:
        yield ()
        yield (("left out of the text:", "aside"),)
    for removed in article.removed:
        yield ((f"{INDENT}{removed.text}  ({removed.rule})", "aside"),)
    if story is not None:
        yield ()
        yield from story_lines(story)


def story_lines(story: Story) -> Iterator[Line]:
    """The articles of a story by date, and how to find those that are not listed."""
    is_cut = story.total > len(story.members)
    more = f"; all of them:  dateline search --copies all --sort oldest {story.search}" if is_cut else ""
    yield ((f"told by {story.total} articles{more}", "aside"),)
    for member in story.members:
        yield (f"{INDENT}{member.title}  ", "text"), (telling(member), "aside")


def telling(member: Member) -> str:
    """When, by whom, its id, and what it is to the other articles of its story."""
    kinship = ["this article"] if member.is_this else []
    if member.reprint_of:
        kinship.append(f"reprint of {member.reprint_of}")
    elif member.same_text_as:
        kinship.append(f"same text as {member.same_text_as}")
    elif member.shares_source:
        kinship.append(f"same source text as this article: {member.in_common} sentences")
    return " · ".join([day(member.published), member.source or "unknown source", member.id, *kinship])


def where(article: Article) -> str:
    """The file, and which of its records when it has several."""
    return article.path if article.record is None else f"{article.path} (record {article.record})"


BAR = 40
"""Characters of a whole score."""


def explanation_lines(explanation: Explanation) -> Iterator[Line]:
    """Where an article ranks and what each word brings, or what it fails."""
    yield ((explanation.article.title, "title"),)
    yield ((f"read as: {explanation.read_as or 'everything'}", "aside"),)
    for note in explanation.notes:
        yield ((note, "aside"),)
    for clause in explanation.failed:
        yield ((f"does not match: {clause}", "match"),)
    for share in explanation.shares:
        where = f"in {' and '.join(share.fields)}" if share.fields else "not in this article"
        forms = f", as {listed(share.forms)}" if share.forms else ""
        own = "" if share.family is None else f"; {share.family:.4f} of it for its own forms"
        yield ((f"{share.score:9.4f}  {share.leaf}  ({where}{forms}{own})", "text"),)
    for days in explanation.days:
        yield ((f"{BESIDE_SCORES}{days.asked}  ({naming(days)})", "text"),)
    if explanation.failed:
        yield ((f"not among the {explanation.total:,} articles found", "text"),)
        return
    for name, score in explanation.parts:
        if score > 0:
            bar = "█" * max(1, round(BAR * score / explanation.score))
            yield ((f"{score:9.4f}  {name:<12}  {bar}", "aside"),)
    rank = f"{explanation.rank:,}" if explanation.rank else "far down"
    yield ((f"{explanation.score:9.4f}  in all: rank {rank} of {explanation.total:,}", "text"),)


def naming(days: DaysAsked) -> str:
    """Which days the article names, and with which words: "it names 2022-11-09 as “Wednesday”, “Nov. 9”"."""
    if days.named:
        return f"it names {days_listed(days.named)}"
    return f"it names no such day, but {days_listed(days.others)}" if days.others else "it names no day"


def days_listed(named: Sequence[DaysNamed]) -> str:
    """The first few of these days, each with words that name it."""
    return listed([f"{each.written} as {' and '.join(f'“{words}”' for words in each.words)}" for each in named])


def how_known(published: Published) -> str:
    """How a date is known, and how sure it is: "inferred, confidence 0.55"."""
    return f"{published.how}, confidence {published.confidence:.2f}"


def day(published: Published | None) -> str:
    """When, in a few figures, as a search takes them: 2022-11-12, 2022-11, or 2022-11-10..2022-11-13."""
    return "no date" if published is None else days_written(DayRange(published.first, published.last))


def visible(text: str) -> str:
    """The text with nothing that a terminal would obey: control characters, overrides of direction, halves of pairs."""
    return CONTROLS.sub("\ufffd", text)


CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
