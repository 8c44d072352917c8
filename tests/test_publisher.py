"""Who published an article, and whose reports it repeats."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import RoughArticle
from index.front_matter.publisher import Outlets, is_origin_line, outlets
from index.ingest.article_assembly import article_of
from index.lexicon.outlet_names import CANONICAL, OTHER_NAMES, OutletMention, canonical_name, mentions
from index.lexicon.outlet_sites import SITES, host_in, known_site, outlet_asked_for, outlet_called, site_outlet

SOURCES = [
    ("Read the original article on The New Voice of Ukraine", "The New Voice of Ukraine"),
    ("Read the full story at Gazeta Wyborcza.", "Gazeta Wyborcza"),
    ("This article was originally published on NYT", "The New York Times"),
    ("The post Talks go on appeared first on Example.com.", "Example.com"),
    ("Originally published by the Kyiv Independent", "The Kyiv Independent"),
    ("Washington CNN—", "CNN"),
    ("LONDON (Reuters) -", "Reuters"),
    ("WASHINGTON (AP) —", "Associated Press"),
    ("KYIV, Nov 11 (Reuters) -", "Reuters"),
    ("Source: AFP", "Agence France-Presse"),
    ("By Jane Doe, BBC News", "BBC"),
    ("By Ann Lee | BBC News | 12 November 2022, 10:00 GMT", "BBC"),
    ("Business reporter, BBC News", "BBC"),
    ("By Ann Lee, Springfield Gazette", "Springfield Gazette"),
    ("By CHRISTOPHER RUGABER AP Economics Writer", "Associated Press"),
    ("CNN", "CNN"),
    ("BBC News | 11 November 2022", "BBC"),
    ("November 11, 2022 / 10:53 AM / CBS News", "CBS News"),
    ("The Ostrel Lantern, 11 November 2022", "The Ostrel Lantern"),
    ("Wendish Observer | 2022-11-11", "Wendish Observer"),
    ("Friday 11 November 2022, Wendskt Dagblad", "Wendskt Dagblad"),
    ("The Hague, 11 November 2022", None),
    ("Los Angeles, 11 November 2022", None),
    ("The council votes, 11 November 2022", None),
    ("The Pier, The Ostrel Lantern, 11 November 2022", None),
    ("CNN fell silent on 11 November 2022", None),
    ("Source: Getty Images", None),
    ("Read the original article", None),
    ("Originally published on 11 November 2022", None),
    ("This article was first published in January", None),
    ("KYIV —", None),
    ("11 Nov, 2022 10:53", None),
    ("Oops!", None),
    ("Source: " + "CNN " * 100, None),
]


@pytest.mark.parametrize(("line", "source"), SOURCES)
def test_it_reads_the_source_from_a_line(line: str, source: str | None) -> None:
    assert outlets("Talks go on", "The talks go on.", [line]) == Outlets(source, ())


def test_it_believes_the_origin_before_the_dateline() -> None:
    lines = ["KYIV (Reuters) -", "Source: CNN", "Read the original article on RT"]
    assert outlets("", "", lines) == Outlets("RT", ())
    assert outlets("", "", lines[:2]) == Outlets("CNN", ())


PROSE = [
    ("", "Two US officials told CNN.", Outlets("CNN", ())),
    ("", "CNN previously reported that talks go on.", Outlets(None, ("CNN",))),
    ("", "The memo, seen by Reuters, says so.", Outlets(None, ("Reuters",))),
    ("", "The memo, seen by Reuters, says so. “No,” he told Reuters.", Outlets("Reuters", ())),
    ("", "The senator told Fox News on Sunday that talks go on.", Outlets(None, ("Fox News",))),
    ("", "The senator told Fox News so. “I will,” he said, speaking to Fox News.", Outlets(None, ("Fox News",))),
    ("", "“I hate it,” he told BBC Radio 4.", Outlets(None, ("BBC",))),
    ("", "Two people familiar with the plans of the ministry told Reuters.", Outlets("Reuters", ())),
    ("", "Sources have told CNN so.", Outlets("CNN", ())),
    ("", "He warned officials. The senator told CNN so.", Outlets(None, ("CNN",))),
    ("", "CNN has learned that talks go on.", Outlets("CNN", ())),
    ("", "CNN previously reported it. Officials told CNN so.", Outlets("CNN", ())),
    ("", "CNN reported on Friday. Officials told CNN so.", Outlets(None, ("CNN",))),
    ("", "The CNN report said so. Officials told CNN so.", Outlets(None, ("CNN",))),
    ("", "He told Reuters. She told CNN.", Outlets(None, ("Reuters", "CNN"))),
    ("", "The talks failed, the NYT writes. The Washington Post reported it too.", None),
    ("", "As the New York Times first reported, citing the WaPo, talks failed.", None),
    ("", "According to The New York Times and a Washington Post report, they failed.", None),
    ("Talks fail – NYT", "They failed, the Washington Post’s report said.", None),
    ("NYT: Talks fail", "The Washington Post has also reported it.", None),
    ("Talks fail", "Officials met the press.", Outlets(None, ())),
    ("CNN cuts jobs", "The head of CNN said it would cut jobs, on CNN and at NBC.", Outlets(None, ())),
    ("Talks at NYT", "He reads the New York Times.", Outlets(None, ())),
    ("", "He told the Post, and the Times reported it.", Outlets(None, ())),
    ("", "He told CNNs and ACNN reported it at CNN.", Outlets(None, ())),
]


@pytest.mark.parametrize(("title", "body", "expected"), PROSE)
def test_it_reads_how_the_prose_speaks_of_outlets(title: str, body: str, expected: Outlets | None) -> None:
    assert outlets(title, body, []) == (expected or Outlets(None, ("The New York Times", "The Washington Post")))


def test_the_paper_in_a_byline_is_no_rival_that_it_quotes() -> None:
    body = "Officials told Fox News on Sunday that talks go on."
    assert outlets("", body, ["By Ann Lee, Springfield Gazette"]) == Outlets("Springfield Gazette", ("Fox News",))


def test_it_never_cites_the_source() -> None:
    body = "CNN reported on Friday, and the BBC reported on Saturday. He told CNN. She told Reuters."
    assert outlets("Talks – CNN", body, ["CNN —"]) == Outlets("CNN", ("BBC", "Reuters"))


@pytest.mark.parametrize(("form", "name"), CANONICAL.items())
def test_it_knows_every_name_of_an_outlet(form: str, name: str) -> None:
    assert canonical_name(form) == name
    assert [mention.outlet for mention in mentions(f"officials told {form} so")] == [name]


def test_no_name_belongs_to_two_outlets() -> None:
    names = [form for name, others in OTHER_NAMES.items() for form in (name, *others)]
    assert sorted(names) == sorted(set(names))


def test_it_takes_the_longest_name() -> None:
    text = "the New York Times, The Washington Times, the Times of Israel and Interfax-Ukraine"
    assert [text[mention.start : mention.end] for mention in mentions(text)] == [
        "the New York Times",
        "The Washington Times",
        "the Times of Israel",
        "Interfax-Ukraine",
    ]


def test_it_knows_an_origin_line_from_a_sentence() -> None:
    assert not is_origin_line("Read the original article and decide.")
    assert not is_origin_line("This story was first published on 11 November 2022.")
    assert is_origin_line("View the original article.")


@pytest.mark.parametrize("piece", ["The ", "New York ", "CNN ", "told CNN, ", "A", "NYT reported ", "the the "])
def test_it_reads_a_million_characters(piece: str) -> None:
    assert len(outlets("", piece * (1_000_000 // len(piece)), []).cites) <= 1


PLAIN_NAMES = "|".join(re.escape(form) for form in sorted(CANONICAL, key=len, reverse=True))
PLAIN_NAME = re.compile(rf"(?<![\w./@-])(?:[Tt]he (?=[A-Z]))?(?P<name>{PLAIN_NAMES})(?![\w@]|[.-]\w)")
BESIDE_NAMES = st.sampled_from(["the ", "The ", " ", "-", ".", "/", "@", "x", "é", "\n", "’s", '"', "the"])


@given(st.lists(st.sampled_from(sorted(CANONICAL)) | BESIDE_NAMES).map("".join))
def test_it_leaps_to_the_names_that_a_plain_pattern_finds(text: str) -> None:
    """A search that looks at every character gives the same outlets at the same places."""
    plain = [OutletMention(CANONICAL[match["name"]], *match.span()) for match in PLAIN_NAME.finditer(text)]
    assert list(mentions(text)) == plain


WORDS = st.sampled_from(["CNN", "told ", "reported ", "NYT", " ", "\n", "– ", ": ", ".", "the "])


@given(st.lists(WORDS).map("".join))
def test_it_reads_any_text_without_an_error(text: str) -> None:
    named = outlets(text.replace("\n", " "), text, [text])
    assert named.source not in named.cites


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://edition.cnn.com/2022/11/10/politics/talks/index.html", "CNN"),
        ("http://www.rte.ie:80/news/1.html", "RTÉ"),
        ("https://europe.chinadaily.com.cn/a/1.html", "China Daily"),
        ("https://www.bbc.co.uk/news/world-1", "BBC"),
        ("https://notcnn.com/talks", "notcnn.com"),
        ("https://www.springfield-gazette.example/talks?from=cnn.com", "springfield-gazette.example"),
        ("https://web.archive.org/web/20221112000000id_/https://www.dawn.com/news/1", "Dawn"),
        ("https://web.archive.org/web/2022/", None),
        ("https://t.co/abc", None),
        ("https://feeds.feedburner.com/talks", None),
        ("https://user:secret@127.0.0.1/talks", None),
        ("https://[::1/talks", None),
        ("file:///tmp/cnn.com", None),
        ("mailto:desk@cnn.com", None),
        ("https://" + "a." * 5000 + "com", None),
        ("", None),
    ],
)
def test_it_knows_who_publishes_at_an_address(url: str, outlet: str | None) -> None:
    assert site_outlet(url) == outlet


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("www.huffingtonpost.com", "HuffPost"),
        ("abcnews.go.com", "ABC News"),
        ("https://www.aljazeera.com/", "Al Jazeera"),
        ("www.springfield-gazette.example", "springfield-gazette.example"),
        ("NYT", "The New York Times"),
        ("Example.com", "Example.com"),
        ("Springfield Gazette", "Springfield Gazette"),
        ("A.B.C. News // Desk", "A.B.C. News // Desk"),
    ],
)
def test_it_calls_an_outlet_by_its_name(name: str, outlet: str) -> None:
    assert outlet_called(name) == outlet


def test_it_believes_the_site_before_what_the_text_says_of_reporters_and_after_the_dateline() -> None:
    told = "Two US officials told CNN."
    assert outlets("", told, [], "https://www.rte.ie/news/1") == Outlets("RTÉ", ("CNN",))
    assert outlets("", told, ["LONDON (Reuters) -"], "https://www.rte.ie/news/1") == Outlets("Reuters", ("CNN",))


def test_each_site_is_a_host_and_listed_once() -> None:
    hosts = [host for host in SITES if host not in CANONICAL]
    assert [host for host in SITES if host_in(host) != host] == []
    assert hosts == sorted(hosts)
    assert [host for host in hosts if known_site(host.partition(".")[2]) == SITES[host]] == []


@pytest.mark.parametrize("name", sorted({*CANONICAL, *SITES}))
def test_it_finds_an_outlet_by_every_name_in_any_case(name: str) -> None:
    meant = outlet_asked_for(name)
    assert meant == (CANONICAL.get(name) or SITES[name])
    assert outlet_asked_for(name.lower()) == meant == outlet_asked_for(name.upper())
    assert outlet_asked_for(meant) == meant


HOSTS = [
    # What stands between the headline and the text, and the outlet.
    (["courier.example", "11 November 2022"], "courier.example"),
    (["11 November 2022", "www.courier.example"], "courier.example"),
    (["www.cnn.com", "November 11, 2022"], "CNN"),
    (["By Jane Doe", "https://courier.co.uk/", "11 November 2022"], "courier.co.uk"),
    (["courier.example"], None),
    (["J.Doe", "11 November 2022"], None),
    (["10.30 p.m.", "11 November 2022"], None),
]


@pytest.mark.parametrize(("lines", "outlet"), HOSTS)
def test_a_host_beside_the_date_is_the_outlet_whatever_agencies_the_text_names(
    lines: list[str], outlet: str | None
) -> None:
    prose = (
        "The talks went on for a third day, officials told Reuters in the evening, and nobody would say when they end."
    )
    article = article_of(RoughArticle("\n\n".join(["Talks go on", *lines, prose, prose])), "/news/a.txt")
    assert article.source == (outlet or "Reuters")
    assert "courier" not in article.body or outlet is None
