"""The page behind a reverse proxy: believed is what the proxy says, and nobody else."""

from collections.abc import Mapping

import pytest
from werkzeug.test import TestResponse

from index.errors import DatelineError
from tests.press import PRESS
from tests.scan_engine import ScanEngine
from tests.shown_page import ShownPage
from web import create_app
from web.authentication.access import Access
from web.authentication.passwords import HASHER

APP = create_app(
    ScanEngine(PRESS), hosts=None, access=Access(HASHER.hash("secret"), proxies=["127.0.0.1"], is_limited=True)
)
PUBLIC = create_app(ScanEngine(PRESS), hosts=None, access=Access(is_public=True, proxies=["127.0.0.1"]))
SAID = {
    "X-Forwarded-For": "198.51.100.7, 192.0.2.1",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Host": "news.example",
    "X-Forwarded-Prefix": "/archive",
}


def asked(url: str, said: Mapping[str, str] = SAID, proxy: str = "127.0.0.1") -> TestResponse:
    """The answer of the public page to what a proxy at this address passes on."""
    return PUBLIC.test_client().get(url, headers=said, environ_base={"REMOTE_ADDR": proxy}, buffered=True)


def addresses(page: ShownPage) -> list[str]:
    """Whatever a page leads to or loads."""
    names = ("href", "src", "action")
    return [element.attributes[name] for element in page.elements for name in names if name in element.attributes]


@pytest.mark.parametrize("url", ["/", "/?q=peace", "/article/talks?q=peace", "/?q=zzzz", "/no", "/archive/?q=peace"])
def test_every_address_is_under_the_prefix(url: str) -> None:
    own = [address for address in addresses(ShownPage(asked(url).text)) if address[:1] == "/"]
    assert own
    assert [address for address in own if not address.startswith("/archive/")] == []
    bare = addresses(ShownPage(asked(url.removeprefix("/archive"), {}).text))
    assert [address for address in bare if address.startswith("/archive")] == []


def test_every_link_under_the_prefix_leads_to_a_page() -> None:
    for address in addresses(ShownPage(asked("/?q=peace").text)):
        if address.startswith("/"):
            assert asked(address).status_code == 200, address
            assert asked(address.removeprefix("/archive")).status_code == 200, address


def test_logging_in_stays_under_the_prefix() -> None:
    client = APP.test_client()
    proxy = {"REMOTE_ADDR": "127.0.0.1"}
    page = ShownPage(client.get("/?q=peace", headers=SAID, environ_base=proxy).text)
    actions = [form.attributes.get("action", "") for form in page.all("form")]
    assert actions == ["/archive/login", ""]  # the switch of languages asks where it stands
    onward = next(each.attributes["value"] for each in page.all("input") if each.attributes["name"] == "next")
    assert onward == "/archive/?q=peace"
    answer = client.post("/login", data={"password": "secret", "next": onward}, headers=SAID, environ_base=proxy)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/archive/?q=peace")
    assert {"Path=/archive", "Secure", "HttpOnly", "SameSite=Strict"} <= set(answer.headers["Set-Cookie"].split("; "))


@pytest.mark.parametrize("proxy", ["192.0.2.1", "127.0.0.2", "", "::1"])
def test_nobody_else_is_believed(proxy: str) -> None:
    answer = asked("/?q=peace", SAID, proxy)
    assert "/archive" not in answer.text
    assert answer.request.scheme == "http"


@pytest.mark.parametrize(
    "prefix", ["//evil.example", "archive", "/../x", "/a b", '/"><script>', "/a//b", "https://evil.example", "/a\\b"]
)
def test_what_cannot_be_a_prefix_is_none(prefix: str) -> None:
    answer = asked("/?q=peace", {**SAID, "X-Forwarded-Prefix": prefix})
    of_the_page = [
        link for link in addresses(ShownPage(answer.text)) if not link.startswith(("#", "https://example.org/"))
    ]
    assert not [link for link in of_the_page if link[:2] not in ("/?", "/s", "/a", "/o", "/h", "/r", "/")]


def test_each_client_behind_the_proxy_is_limited_for_itself() -> None:
    client = APP.test_client()

    def tried(address: str) -> int:
        headers = {**SAID, "X-Forwarded-For": f"203.0.113.9, {address}"}
        return client.post(
            "/login", data={"password": "no"}, headers=headers, environ_base={"REMOTE_ADDR": "127.0.0.1"}
        ).status_code

    assert [tried("198.51.100.1") for _ in range(6)] == [403] * 5 + [429]
    assert tried("198.51.100.2") == 403


def test_a_proxy_is_named_by_its_address() -> None:
    with pytest.raises(DatelineError, match=r"proxy\.example is no address of a proxy"):
        create_app(ScanEngine(PRESS), access=Access(proxies=["proxy.example"]))
