"""dateline story: who else tells the story of an article."""

import json

import click

from cli.article_choice import chosen_article
from cli.console import drawn, terminal
from cli.exit_codes import FOUND, NOTHING_FOUND
from cli.options import index_option, json_option
from cli.printed import story_lines
from cli.terminal import remark, say
from search.article.story import MOST_MEMBERS, story_of


@click.command("story", short_help="List the articles that tell the story of one.")
@click.argument("id")
@index_option
@json_option
def story_command(id: str, location: str, as_json: bool) -> int:
    """List the articles that tell the story of one, oldest first; exits 1 when nobody else tells it.

    As JSON, with what they say differently, what only one says, whom they quote and who took whose text.

    \b
    dateline story 54ce1f9f2a187429
    dateline story 2 --json          of the second hit of the last search here
    """
    from search.snapshots import open_engine
    from search.story.story_report import story_report, story_report_object

    engine = open_engine(location)
    article = chosen_article(engine, location, id)
    story = story_of(engine, article, MOST_MEMBERS)
    if story is None:
        remark(f"nobody else tells the story of {article.id}")
        return NOTHING_FOUND
    if as_json:
        members = engine.fetch([member.id for member in story.members])
        say(json.dumps(story_report_object(story, story_report(members)), default=str))
    else:
        say(drawn(terminal(), story_lines(story)))
    return FOUND
