"""Follows every link of the page, so many of each shape, and tells which are not answered.

python -m tests.crawl .dateline --most-of-a-shape 200
"""

import sys
from argparse import ArgumentParser
from collections import Counter, deque
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from flask.testing import FlaskClient

from tests.shown_page import ShownPage


@dataclass(slots=True)
class Crawl:
    """What was asked for, and what came of it."""

    answered: int = 0
    wrong: list[str] = field(default_factory=list)
    """The addresses that were not answered with 200, with the page on which each stands."""
    shapes: Counter[str] = field(default_factory=Counter)
    """How many addresses of each shape there were: a path without ids, and the names of parameters."""


def shape_of(address: str) -> str:
    """What addresses have in common that lead to the same kind of page with the same kinds of choices."""
    parts = urlsplit(address)
    first, *rest = parts.path.strip("/").split("/")
    kind = [first, *("…" + name[name.rfind(".") :] if "." in name else "…" for name in rest[:1]), *rest[1:2]]
    kind = kind[:2] if first == "compare" else kind
    return f"/{'/'.join(kind)}?{'&'.join(sorted({name for name, _ in parse_qsl(parts.query)}))}"


def crawl(client: FlaskClient, most_of_a_shape: int, most: int) -> Crawl:
    """The pages that can be reached from the home page, so many of each shape and in all."""
    found, known, waiting = Crawl(), {"/"}, deque([("/", "")])
    while waiting and found.answered < most:
        address, page = waiting.popleft()
        response = client.get(address)
        found.answered += 1
        if response.status_code != 200:
            found.wrong.append(f"{response.status_code} {address} on {page}")
            continue
        if not (response.content_type or "").startswith("text/html"):
            response.close()
            continue
        for link in links_on(response.text):
            if link in known:
                continue
            shape = shape_of(link)
            found.shapes[shape] += 1
            if found.shapes[shape] <= most_of_a_shape:
                known.add(link)
                waiting.append((link, address))
    return found


def links_on(markup: str) -> list[str]:
    """Where the links of a page lead, within the site."""
    every = ShownPage(markup).elements
    addresses = [each.attributes.get("href", "") for each in every if each.tag in ("a", "link")]
    return [address.partition("#")[0] for address in addresses if address.startswith("/")]


def main() -> int:
    """Crawl the page over an index."""
    from web import create_app

    parser = ArgumentParser(description=__doc__)
    parser.add_argument("index")
    parser.add_argument("--most-of-a-shape", type=int, default=50)
    parser.add_argument("--most", type=int, default=5_000)
    given = parser.parse_args()
    found = crawl(create_app(location=given.index).test_client(), given.most_of_a_shape, given.most)
    for line in found.wrong:
        print(line)
    print(f"{found.answered} addresses of {len(found.shapes)} shapes asked, {len(found.wrong)} not answered with 200")
    return 1 if found.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
