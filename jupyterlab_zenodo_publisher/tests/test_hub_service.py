"""Signing in through the hub's service, whose secret no user's server knows."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import httpx
import pytest
from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port

from ..hub.service import check_addresses, make_app
from ..oauth.clients import OAuthClient, read_clients
from ..oauth.errors import SiteSilentError
from ..oauth.exchange import HubExchange, OwnExchange
from .conftest import Simulator
from .signing_in import client_of, grant, redirect_of
from .transferring import Page, page  # noqa: F401


@pytest.fixture
def kind() -> str:
    return "confidential"


@pytest.fixture
def service(simulator: Simulator, kind: str, jp_asyncio_loop, monkeypatch) -> Iterator[str]:
    async def may_use(token: str) -> bool:
        return token == "ada's server"

    client = {**client_of(simulator, kind), "redirect_uri": redirect_of(simulator, kind)}
    exchange = OwnExchange(read_clients({simulator.base: client}))
    monkeypatch.setenv("JUPYTERHUB_API_TOKEN", "ada's server")
    sock, port = bind_unused_port()

    async def serve() -> HTTPServer:
        server = HTTPServer(make_app("/services/zenodo/", exchange, may_use))
        server.add_sockets([sock])
        return server

    server = jp_asyncio_loop.run_until_complete(serve())
    yield f"http://127.0.0.1:{port}/services/zenodo"
    server.stop()


@pytest.fixture
def publisher_settings(service: str) -> dict:
    return {"exchange_url": service}


async def test_a_code_becomes_a_token_that_is_refreshed(page: Page):
    [client] = (await page.ask("GET", "capabilities"))["oauth"]
    assert client["redirectUri"] == redirect_of(page.simulator)
    tokens = await page.ask("POST", "oauth", "tokens", body=grant(page.simulator))
    assert tokens["accessToken"]
    body = {"site": page.simulator.base, "refreshToken": tokens["refreshToken"]}
    assert (await page.ask("POST", "oauth", "tokens", body=body))["accessToken"]


@pytest.mark.parametrize("kind", ["public"])
async def test_a_client_without_secret_gets_a_token_that_is_not_renewed(page: Page, kind: str):
    [client] = (await page.ask("GET", "capabilities"))["oauth"]
    assert (client["redirectUri"], client["refreshes"]) == (redirect_of(page.simulator), False)
    body = grant(page.simulator, kind)
    assert (await page.ask("POST", "oauth", "tokens", body=body))["accessToken"]


async def test_why_it_was_refused_is_passed_on(page: Page):
    body = grant(page.simulator, code="used")
    assert (await page.refused("oauth", "tokens", body=body))["code"] == "grant-refused"


async def test_a_code_for_another_address_is_refused(page: Page):
    body = grant(page.simulator, redirectUri="https://evil.example/callback")
    assert (await page.refused("oauth", "tokens", body=body))["code"] == "grant-refused"


@pytest.mark.parametrize("header", ["", "token wrong", "Basic YTpi", "token"])
async def test_only_servers_of_the_hub_may_use_it(page: Page, service: str, header):
    async with httpx.AsyncClient() as http:
        for method, path in (("GET", "clients"), ("POST", "tokens")):
            headers = {"Authorization": header} if header else {}
            answer = await http.request(method, f"{service}/{path}", headers=headers)
            assert (answer.status_code, answer.json()["code"]) == (403, "not-allowed")


async def test_its_callback_page_needs_no_sign_in(page: Page, service: str):
    async with httpx.AsyncClient() as http:
        answer = await http.get(f"{service}/callback", params={"code": "c"})
        assert answer.status_code == 200
        assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
        assert (await http.get(f"{service}/callback.js")).status_code == 200


async def test_a_hub_without_its_service_offers_nothing():
    exchange = HubExchange("http://127.0.0.1:9/services/zenodo", "t")
    with pytest.raises(SiteSilentError):
        await exchange.clients()


@pytest.mark.parametrize("path", ["callback", "callback/", "callback.js", "elsewhere"])
async def test_no_address_with_a_code_is_logged(simulator: Simulator, service: str, path, caplog):
    caplog.set_level(logging.DEBUG, logger="tornado")
    async with httpx.AsyncClient() as http:
        answer = await http.get(f"{service}/{path}", params={"code": "very-secret", "state": "s"})
    assert f"{answer.status_code} GET /services/zenodo/{path} (" in caplog.text
    messages = [one.getMessage() for one in caplog.records if one.name.startswith("tornado")]
    assert "very-secret" not in "".join(messages)


@pytest.mark.parametrize(
    "redirect_uri",
    [
        "",
        "https://hub.example.org/services/zenodo/callback/",
        "https://hub.example.org/user/ada/jupyterlab-zenodo-publisher/oauth/callback",
        "https://hub.example.org/services/other/callback",
    ],
)
def test_a_client_that_sends_users_elsewhere_is_refused(redirect_uri: str):
    client = OAuthClient("https://zenodo.org", "id", "very-secret", redirect_uri)
    with pytest.raises(ValueError, match="/services/zenodo/callback") as caught:
        check_addresses([client], "/services/zenodo/")
    assert "very-secret" not in str(caught.value)


@pytest.mark.parametrize("base", ["", "/jupyter"])
def test_a_client_that_names_the_callback_page_is_taken(base: str):
    address = f"https://hub.example.org{base}/services/zenodo/callback"
    client = OAuthClient("https://zenodo.org", "id", "secret", address)
    check_addresses([client], f"{base}/services/zenodo/")
