"""All that is told of a story: what its articles say differently and alone, whom they quote, who took whose text."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from index.article import Article
from search.article.quotation_versions import QuoteVersions, quote_versions
from search.article.quoted_words import beginning
from search.article.story import Story, story_object
from search.story.only_here import OnlyHere, only_here
from search.story.said_differently import SaidDifferently, said_differently
from search.story.sentence_groups import grouped
from search.story.text_chains import TextChain, text_chains

MOST_READ = 40
"""Articles of a story that are laid beside each other, some 40 milliseconds for each; of more, the first by date."""
MOST_QUOTED = 20
"""Articles whose quotations are compared."""


@dataclass(frozen=True, slots=True)
class StoryReport:
    """What the articles of a story say together and each alone."""

    differences: tuple[SaidDifferently, ...]
    only_here: tuple[OnlyHere, ...]
    chains: tuple[TextChain, ...]
    quotations: tuple[QuoteVersions, ...]
    read: int
    """How many articles are laid beside each other."""
    is_cut: bool
    """Of some of them only the beginning is."""


def story_report(articles: Sequence[Article]) -> StoryReport:
    """What these articles tell, which are those of one story, oldest first."""
    read = articles[:MOST_READ]
    told = grouped(read)
    return StoryReport(
        differences=said_differently(told.groups),
        only_here=only_here(told.alone, told.groups),
        chains=text_chains(articles),
        quotations=quote_versions([beginning(article) for article in articles[:MOST_QUOTED]]),
        read=len(read),
        is_cut=told.is_cut,
    )


def story_report_object(story: Story, report: StoryReport) -> dict[str, object]:
    """A story as JSON, with what its articles say."""
    told = asdict(report)
    return {
        **story_object(story),
        "differences": told["differences"],
        "only_here": told["only_here"],
        "source_texts": told["chains"],
        "quotations": told["quotations"],
        "read": report.read,
        "is_cut": report.is_cut,
    }
