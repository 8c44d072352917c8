"""An article as a reader cites it: in the styles of the APA (7th edition) and of Chicago (17th, notes)."""

import re
from calendar import month_name

from index.article import Article
from search.export.author_names import author_names
from search.export.days_known import DateParts, parts_known


def apa(article: Article) -> str:
    """Adeyemi, R. (2022, November 16). Title. Outlet. Address"""
    names = [initialled(name) for name in author_names(article.author)]
    authors = ", ".join(names[:-1]) + f", & {names[-1]}" if len(names) > 1 else "".join(names)
    parts = parts_known(article.published)
    day = f"({apa_day(parts) if parts else 'n.d.'})."
    title = sentence(article.title)
    beginning = [sentence(authors), day, title] if authors else [title, day]
    outlet = sentence(article.source) if article.source else ""
    return " ".join(part for part in (*beginning, outlet, article.url or "") if part)


def chicago(article: Article) -> str:
    """Ruth Adeyemi, “Title,” Outlet, November 16, 2022, Address."""
    names = author_names(article.author)
    authors = ", ".join(names[:-1]) + f" and {names[-1]}" if len(names) > 1 else "".join(names)
    parts = parts_known(article.published)
    day = chicago_day(parts) if parts else "n.d."
    title = article.title if article.title.endswith(("?", "!", "…")) else f"{article.title.rstrip('.')},"
    told = [authors, f"“{title}”", article.source or "", day, article.url or ""]
    text = ", ".join(part for part in told if part)
    return re.sub(r"([,?!…]”),", r"\1", text).rstrip(".") + "."


def initialled(name: str) -> str:
    """Ruth Anne Adeyemi -> Adeyemi, R. A.; a name of one word stays as it is."""
    if "," in name:
        return name
    *given, family = name.split()
    return f"{family}, {' '.join(f'{word[0]}.' for word in given)}" if given else family


def apa_day(parts: DateParts) -> str:
    """2022, November 16; or as much of it as is known."""
    year, *later = parts
    return f"{year}, {in_words(parts)}" if later else str(year)


def chicago_day(parts: DateParts) -> str:
    """November 16, 2022; or as much of it as is known."""
    if len(parts) == 1:
        return str(parts[0])
    return f"{in_words(parts)}{',' if len(parts) == 3 else ''} {parts[0]}"


def in_words(parts: DateParts) -> str:
    """The month, and the day if it is known."""
    return " ".join([month_name[parts[1]], *map(str, parts[2:])])


def sentence(text: str) -> str:
    """The text with one full stop at its end, if it does not end otherwise."""
    return text if text.endswith((".", "?", "!", "…", "”")) else f"{text}."
