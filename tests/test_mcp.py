"""The index as assistants are given it, asked by the client of the protocol's own SDK."""

import asyncio
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from index.errors import DatelineError
from tests.test_command import SEEDS, dateline, environment, hits

mcp = pytest.importorskip("mcp")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an index of the seeds."""
    folder = tmp_path_factory.mktemp("place")
    shutil.copytree(SEEDS, folder / "seeds")
    assert dateline("index", "seeds", cwd=folder).returncode == 0
    return folder


Ask = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def ask(place: Path) -> Ask:
    """Calls a tool of a server in this process."""
    from cli.assistant_tools import assistant_server

    server = assistant_server(str(place / ".dateline"))

    async def called(name: str, given: dict[str, Any]) -> dict[str, Any]:
        async with mcp.Client(server) as client:
            result = await client.call_tool(name, given)
            assert not result.is_error, result.content
            return dict(result.structured_content)

    return lambda name, **given: asyncio.run(called(name, given))


def test_it_finds_articles_with_what_it_takes_to_cite_them(ask: Ask, place: Path) -> None:
    found = ask("search", query='"seize the moment"', limit=2)
    assert (found["total"], found["stories"], found["read_as"]) == (3, 1, '"seize the moment"')
    hit = found["hits"][0]
    path = next(each["path"] for each in hits("seize the moment", cwd=place) if each["id"] == hit["id"])
    assert hit["address"] == Path(path).as_uri()
    assert hit["published"]["how"] in ("stated", "inferred")
    assert "Seize the moment" in hit["snippet"]


def test_it_gives_an_article_its_story_and_reasons(ask: Ask) -> None:
    id = ask("search", query="milley")["hits"][0]["id"]
    article = ask("article", id=id[:6])
    assert (article["id"], article["next_begin"]) == (id, None)
    assert article["text"].startswith(ask("article", id=id, begin=0)["text"][:50])
    assert ask("article", id=id, begin=10)["text"] == article["text"][10:]
    story = ask("story", id=id)
    assert (story["total"], len(story["members"])) == (5, 5)
    why = ask("why", id=id, query="milley -milley")
    assert (why["matches"], why["rank"]) == (False, None)
    other = next(member["id"] for member in story["members"] if member["id"] != id)
    compared = ask("compare", left=id, right=other)
    assert (compared["left"]["id"], compared["right"]["id"]) == (id, other)
    assert compared["only_left"] > 0


def test_answers_are_bounded(ask: Ask) -> None:
    assert len(ask("search", query="the", limit=10_000)["hits"]) <= 50
    assert ask("search", query="(((", page=-3)["total"] == 0


def test_an_address_without_end_is_that_of_no_article(place: Path) -> None:
    from cli.assistant_tools import AssistantTools
    from search.snapshots import open_engine

    tools = AssistantTools(lambda: open_engine(str(place / ".dateline")), str(place / ".dateline"))
    begun = time.process_time()
    with pytest.raises(DatelineError, match="no article has the id"):
        tools.article("https://" + "a" * 2_000_000)
    assert time.process_time() - begun < 2


def test_halves_of_letters_are_written_as_signs() -> None:
    from cli.assistant_tools import writable

    assert writable({"a": ["x\ud800", 1, None], "b": "é"}) == {"a": ["x?", 1, None], "b": "é"}


def test_it_answers_over_standard_input_and_output_and_only_reads(place: Path) -> None:
    async def talk() -> None:
        command = mcp.StdioServerParameters(
            command=sys.executable, args=["-m", "dateline", "mcp"], cwd=place, env=environment()
        )
        async with mcp.Client(command) as client:
            tools = (await client.list_tools()).tools
            assert {tool.name for tool in tools} == {"search", "article", "story", "compare", "why"}
            assert all(tool.annotations.read_only_hint and tool.description for tool in tools)
            wrong = await client.call_tool("article", {"id": "nothing"})
            assert wrong.is_error
            assert "no article has the id" in wrong.content[0].text

    asyncio.run(talk())


def test_it_says_what_to_install_where_the_extra_is_not(place: Path, tmp_path: Path) -> None:
    (tmp_path / "mcp.py").write_text("raise ModuleNotFoundError(\"No module named 'mcp'\", name='mcp')")
    path = f"{tmp_path}:{environment()['PYTHONPATH']}"
    answer = dateline("mcp", cwd=place, env={"PYTHONPATH": path})
    assert (answer.returncode, answer.stdout, answer.stderr.count("\n")) == (2, "", 1)
    assert "pip install 'dateline[mcp]'" in answer.stderr
