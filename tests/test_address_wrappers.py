"""The address of a page behind archives, caches, translators and libraries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.lexicon.address_wrappers import ADDRESS_WRAPPERS, AddressWrapper, page_in, unwrapped
from index.lexicon.outlet_sites import site_outlet


@pytest.mark.parametrize("wrapper", ADDRESS_WRAPPERS, ids=lambda wrapper: wrapper.name)
def test_each_way_shows_the_page_as_no_other_does(wrapper: AddressWrapper, monkeypatch: pytest.MonkeyPatch) -> None:
    assert unwrapped(wrapper.example) == "https://example.org/a"
    import index.lexicon.address_wrappers as module

    monkeypatch.setattr(module, "PATTERNS", [pair for pair in module.PATTERNS if pair[0] is not wrapper])
    assert page_in(wrapper.example) is None


WRAPPED = [
    "https://wayback.archive-it.org/1234/20240305101112/https://example.org/a",
    "https://webarchive.nationalarchives.gov.uk/ukgwa/20240305101112mp_/https://example.org/a",
    "https://arquivo.pt/noFrame/replay/20240305101112/https://example.org/a",
    "https://www.webarchive.org.uk/wayback/archive/20240305101112/https://example.org/a",
    "https://web.archive.org/web/2024*/https://example.org/a",
    "http://archive.is/newest/https://example.org/a",
    "https://web.archive.org/web/2022%2A/https:/example.org/a",
    "https://megalodon.jp/2024-0305-1011-12/https://example.org/a",
    "https://via.hypothes.is/https://example.org/a",
    "https://scribe.rip/https://example.org/a",
    "https://web.archive.org/web/20240305101112/https:/example.org/a",
    "https://www.google.com/url?sa=t&url=https%3A%2F%2Fexample.org%2Fa&usg=x",
    "https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa&data=x",
    "https://login.ezproxy.lib.edu/login?url=https://example.org/a",
    "https://translate.google.com/translate?sl=de&u=https://example.org/a",
    "https://web.archive.org/web/2024/https://www.google.com/amp/s/example.org/a",
    "https://www.removepaywall.com/https://example.org/a",
    "https://webcache.googleusercontent.com/search?cd=1&q=cache%3Ak7w%3Ahttps%3A%2F%2Fexample.org%2Fa+",
]


@pytest.mark.parametrize("address", WRAPPED)
def test_it_finds_the_page_in(address: str) -> None:
    assert unwrapped(address) == "https://example.org/a"
    assert site_outlet(address) == "example.org"


BARE = [
    "https://example.org/a",
    "https://example.org/2022/11/11/talks",
    "https://example.org/share?title=talks&n=2",
    "https://archive.ph/AbCdE",
    "https://news.google.com/articles/CBMi",
    "https://idm.example.org/a",
    "",
]


@pytest.mark.parametrize("address", BARE)
def test_an_address_that_wraps_none_stays(address: str) -> None:
    assert unwrapped(address) == address


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("https://www-nytimes-com.ezproxy.lib.edu/2022/a.html", "https://www.nytimes.com/2022/a.html"),
        ("https://the--paper-example-org.translate.goog/a?_x_tr_sl=de", "https://the-paper.example.org/a"),
        ("https://www-ft-com.eu1.proxy.openathens.net/content/a", "https://www.ft.com/content/a"),
        ("https://www.google.com/amp/s/example.org/a%3fpage=2", "https://example.org/a?page=2"),
        ("https://www.wsj.com.libproxy.uni.edu/a?b=c", "https://www.wsj.com/a?b=c"),
    ],
)
def test_hosts_of_libraries_and_translators_are_read(address: str, page: str) -> None:
    assert unwrapped(address) == page


@pytest.mark.parametrize(
    "address", ["https://archive.ph/AbCdE", "https://news.google.com/articles/CBMi", "https://t.co/x"]
)
def test_who_shows_the_pages_of_others_is_no_outlet(address: str) -> None:
    assert site_outlet(address) is None


@given(st.text(alphabet="htps:/.?=&%w0-9a-z_", max_size=200))
def test_any_address_has_an_end(address: str) -> None:
    assert len(unwrapped(address)) <= len(address) + 8


def test_a_long_hostile_address_takes_no_time() -> None:
    for hostile in (
        "https://a/" + "b?url=" * 600,
        "https://" + "a-" * 1900,
        "https://x/" + "1/" * 1900,
        "http://a.b" * 399,
    ):
        assert unwrapped(hostile)
