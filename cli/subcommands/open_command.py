"""dateline open: the original of an article, where it was published or in its file."""

from collections.abc import Sequence
from pathlib import Path

import click

from cli.article_choice import chosen_article
from cli.exit_codes import FOUND
from cli.options import index_option
from cli.printed import CONTROLS, is_web_address
from cli.terminal import remark, say
from index.article import Article
from index.errors import DatelineError, shown


@click.command("open", short_help="Open the original of an article.")
@click.argument("id")
@index_option
@click.option("--print", "only_prints", is_flag=True, help="Only print its address.")
@click.option("--file", "wants_file", is_flag=True, help="The file, although the address is known.")
@click.option("--root", "roots", multiple=True, type=click.Path(path_type=Path), metavar="DIR", help="Open files here.")
def open_command(id: str, location: str, only_prints: bool, wants_file: bool, roots: Sequence[Path]) -> int:
    """Open an article where it was published, or else its file, in the browser.

    ID is an id, the beginning of one, or the number of a hit that this terminal has just shown. Only pages of the web
    are opened, and files of articles below this folder, the folder that holds the index, or a DIR.

    \b
    dateline open 2                  the second hit of the last search here
    dateline open 54ce --print       its address, for another program
    dateline open 54ce --file
    """
    import webbrowser

    from search.snapshots import open_engine

    article = chosen_article(open_engine(location), location, id)
    allowed = [Path.cwd(), Path(location).absolute().parent, *roots]
    address = web_page(article) if not wants_file else None
    address = address or file_address(article, None if only_prints else allowed)
    if only_prints:
        say(address)
    elif webbrowser.open(address):
        remark(f"opened {address}")
    else:
        say(address)
        raise DatelineError("there is no browser here that opens it: set $BROWSER, or open the address yourself")
    return FOUND


def web_page(article: Article) -> str | None:
    """Where the article was published; None when it is not known, or no page of the web."""
    return CONTROLS.sub("", article.url) if article.url and is_web_address(article.url) else None


def file_address(article: Article, allowed: Sequence[Path] | None) -> str:
    """The file of the article, or the archive that it is in, as an address; raises DatelineError when it is not there.

    Only files under the allowed folders, and of kinds that articles are read from, are told; None is anywhere. An index
    that came from somebody else may name any file, and to open some kinds is to run them.
    """
    from index.readers.kinds import BY_ENDING

    path = Path(article.path)
    while not path.is_file():
        if path == path.parent:
            raise DatelineError(f"the file is not there any more: {shown(Path(article.path))}")
        path = path.parent
    real = path.resolve()
    if allowed is not None:
        if not any(real.is_relative_to(root.resolve()) for root in allowed):
            raise DatelineError(
                f"{shown(real)} lies neither below this folder nor beside the index: allow it with  --root DIR"
            )
        if real.suffix.lower() not in BY_ENDING:
            raise DatelineError(f"{shown(real)} is of no kind that is opened: its address is told by  --print")
    return real.as_uri()
