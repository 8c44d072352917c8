"""What names an article in its file: its id stays when others come before it, go, or change."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from index.article import Article, RoughArticle
from index.errors import Unreadable
from index.ingest.extract import articles_in
from index.ingest.record_keys import keyed
from index.readers.source import Found
from tests.made_files import BODY, feed, mail, mbox, zipped

Titles = Sequence[str]


def as_csv(titles: Titles) -> bytes:
    return "".join(["title,body\n", *(f"{title},The text of {title} is here.\n" for title in titles)]).encode()


def as_numbered_csv(titles: Titles) -> bytes:
    rows = (f"n{title[-1]},{'Late' if len(titles) > 2 else 'Early'} {title},The text of it.\n" for title in titles)
    return "".join(["id,title,body\n", *rows]).encode()


def as_json(titles: Titles) -> bytes:
    return json.dumps({"articles": [{"title": title, "body": BODY} for title in titles]}).encode()


def as_lines(titles: Titles) -> bytes:
    return "\n".join(
        json.dumps({"_id": {"$oid": title[-1]}, "title": title, "body": BODY}) for title in titles
    ).encode()


def as_linked_lines(titles: Titles) -> bytes:
    lines = ({"url": f"https://example.org/{t[-1]}", "title": f"{len(titles)} {t}", "body": BODY} for t in titles)
    return "\n".join(map(json.dumps, lines)).encode()


def as_untitled_lines(titles: Titles) -> bytes:
    return "\n".join(json.dumps({"text": f"{title} is where talks begin.\n\n{BODY}"}) for title in titles).encode()


def as_feed(titles: Titles) -> bytes:
    return feed("".join(f"<item><title>{title}</title><description>{BODY}</description></item>" for title in titles))


def as_mailbox(titles: Titles) -> bytes:
    return mbox([f"Message-ID: <{title[-1]}@example.org>\n".encode() + mail(title) for title in titles])


def as_packed_mailbox(titles: Titles) -> bytes:
    return zipped({"a/box.mbox": as_mailbox(titles)})


def as_csv_of_one_title(titles: Titles) -> bytes:
    return "".join(["title,date,body\n", *(f"Deaths,2022-11-11,{begun(title)}\n" for title in titles)]).encode()


def as_feed_of_one_title(titles: Titles) -> bytes:
    items = (f"<item><title>Deaths</title><description>{begun(title)}</description></item>" for title in titles)
    return feed("".join(items))


def as_mailbox_without_ids(titles: Titles) -> bytes:
    return mbox([mail("Deaths", begun(title)) for title in titles])


def as_mailbox_of_one_id(titles: Titles) -> bytes:
    mails = [mail("The first", "Smith Z has the id first."), *(mail("Deaths", begun(title)) for title in titles)]
    return mbox([b"Message-ID: <1@example.org>\n" + each for each in mails])


def begun(title: str) -> str:
    return f"Smith {title[-1]} died on Thursday at home after a long illness."


WAYS: list[tuple[str, Callable[[Titles], bytes]]] = [
    ("a.csv", as_csv),
    ("a.csv", as_numbered_csv),
    ("a.json", as_json),
    ("a.jsonl", as_lines),
    ("a.jsonl", as_linked_lines),
    ("a.jsonl", as_untitled_lines),
    ("a.rss", as_feed),
    ("a.mbox", as_mailbox),
    ("a.zip", as_packed_mailbox),
]


@pytest.mark.parametrize(("name", "written"), WAYS, ids=[f"{way.__name__}" for _, way in WAYS])
def test_an_id_stays_when_articles_come_before_it_and_go(
    tmp_path: Path, name: str, written: Callable[[Titles], bytes]
) -> None:
    path = tmp_path / name
    path.write_bytes(written(["News A", "News B"]))
    before = ids_by_letter(path)
    path.write_bytes(written(["News C", "News B", "News A"]))
    after = ids_by_letter(path)
    assert {letter: after[letter] for letter in "AB"} == before
    assert len(set(after.values())) == 3


OF_ONE_TITLE: list[tuple[str, Callable[[Titles], bytes]]] = [
    ("a.csv", as_csv_of_one_title),
    ("a.rss", as_feed_of_one_title),
    ("a.mbox", as_mailbox_without_ids),
    ("a.mbox", as_mailbox_of_one_id),
]


@pytest.mark.parametrize(("name", "written"), OF_ONE_TITLE, ids=[f"{way.__name__}" for _, way in OF_ONE_TITLE])
def test_an_id_stays_when_articles_of_its_title_come_before_it(
    tmp_path: Path, name: str, written: Callable[[Titles], bytes]
) -> None:
    path = tmp_path / name
    path.write_bytes(written(["A", "B"]))
    before = ids_by_smith(path)
    path.write_bytes(written(["C", "B", "A"]))
    after = ids_by_smith(path)
    assert {smith: after[smith] for smith in before} == before
    assert len(set(after.values())) == len(before) + 1


def ids_by_smith(path: Path) -> dict[str, str]:
    """The id of each article, by the second word of it."""
    return {each.body.split()[1]: each.id for each in articles_in(path) if isinstance(each, Article)}


def ids_by_letter(path: Path) -> dict[str, str]:
    """The id of each article, by the last letter of its title, or of the first words of it."""
    articles = [each for each in articles_in(path) if isinstance(each, Article)]
    return {article.title.removesuffix(" is where talks begin.")[-1]: article.id for article in articles}


def test_articles_with_one_name_are_counted_and_what_is_none_passes() -> None:
    complaint = Unreadable("line 2: not JSON")
    found: list[Found] = [
        RoughArticle("x", title="A", record=1),
        complaint,
        RoughArticle("x", title="A", record=3),
        RoughArticle("y", title="A", record=3),
        RoughArticle("z", title="A", record=4, key="7"),
        RoughArticle("the only one", title="A"),
    ]
    named = list(keyed(iter(found)))
    keys = [each.key if isinstance(each, RoughArticle) else each for each in named]
    assert keys == ["A\0\0x", complaint, "A\0\0x\0002", "A\0\0y", "7", None]
    assert [each.record_id for each in named if isinstance(each, RoughArticle)] == [None, None, None, "7", None]


def test_no_name_is_one_that_counting_gives_to_another() -> None:
    found = [RoughArticle("t", record=number, key=key) for number, key in enumerate(["x", "x", "x\0002", "x\ufffd2"])]
    keys = [each.key for each in keyed(iter(found)) if isinstance(each, RoughArticle)]
    assert len(set(keys)) == 4


def test_an_article_is_known_by_what_its_file_calls_it_also_alone_and_in_an_archive(tmp_path: Path) -> None:
    lines = as_lines(["A", "B", "B"])
    files = {
        "a.jsonl": lines,
        "b.json": json.dumps({"docid": 12, "title": "Talks go on", "text": BODY}).encode(),
        "c.zip": zipped({"c.jsonl": lines}),
        "d.csv": as_csv(["A", "B"]),
        "e.txt": BODY.encode(),
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    found = {
        name: [each.record_id for each in articles_in(tmp_path / name) if isinstance(each, Article)] for name in files
    }
    assert found == {
        "a.jsonl": ["A", "B", "B"],
        "b.json": ["12"],
        "c.zip": ["A", "B", "B"],
        "d.csv": [None, None],
        "e.txt": [None],
    }


def test_a_mail_without_an_id_or_with_that_of_another_has_one_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "a.mbox"
    named = b"Message-ID: <1@example.org>\n"
    path.write_bytes(mbox([named + mail("A"), named + mail("B"), mail("C"), mail("D"), mail("D")]))
    articles = [each for each in articles_in(path) if isinstance(each, Article)]
    assert [article.title for article in articles] == ["A", "B", "C", "D", "D"]
    assert len({article.id for article in articles}) == 5
