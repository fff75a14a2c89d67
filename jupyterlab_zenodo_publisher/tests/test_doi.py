"""Asking whether a DOI leads anywhere: the resolvers of the configuration, and nobody else."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from .. import doi as doi_module
from .conftest import Simulator
from .transferring import PREFIX, Page, page  # noqa: F401


class _Elsewhere(BaseHTTPRequestHandler):
    """A resolver that answers what a test wants, and writes down what it is asked."""

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))
        status, headers, content = self.server.answer
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *args: object) -> None:
        """Nobody reads it."""


@pytest.fixture
def elsewhere() -> Iterator[ThreadingHTTPServer]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Elsewhere) as server:
        server.asked = []
        server.answer = (200, {}, b'{"responseCode": 1}')
        server.url = f"http://127.0.0.1:{server.server_address[1]}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def publisher_settings(simulator: Simulator, elsewhere: ThreadingHTTPServer) -> dict:
    return {"doi_resolvers": [simulator.base, f"{elsewhere.url}/"]}


def _ask(page: Page, doi: object, resolver: object) -> dict:
    return page.ask("POST", "doi", body={"doi": doi, "resolver": resolver})


async def test_a_doi_that_nobody_registered_leads_nowhere(page: Page):
    base = page.simulator.base
    assert await _ask(page, "10.5281/zenodo.404", base) == {"resolves": False}
    [request] = page.simulator.requests()
    assert (request["method"], request["path"]) == ("GET", "/api/handles/10.5281/zenodo.404")


async def test_a_registered_one_does_and_the_resolver_learns_nothing_else(page: Page, elsewhere):
    assert await _ask(page, "10.5281/zenodo.1", elsewhere.url) == {"resolves": True}
    [(path, headers)] = elsewhere.asked
    assert path == "/api/handles/10.5281/zenodo.1"
    assert not {"authorization", "cookie", "referer"} & {name.lower() for name in headers}


async def test_pages_are_told_which_resolvers_can_be_asked(page: Page, elsewhere):
    answer = await page.ask("GET", "capabilities")
    assert answer["doiResolvers"] == [page.simulator.base, elsewhere.url]


@pytest.mark.parametrize(
    "resolver",
    [
        "https://evil.example",
        "https://doi.org",
        "{}@evil.example",
        "{}/x",
        "{}/..",
        "",
        None,
        7,
        [],
    ],
)
async def test_no_other_resolver_is_asked(page: Page, elsewhere, resolver: object):
    if isinstance(resolver, str):
        resolver = resolver.format(elsewhere.url)
    answer = await page.refused("doi", body={"doi": "10.5281/zenodo.1", "resolver": resolver})
    assert (answer["status"], answer["code"]) == (403, "unknown-resolver")
    assert elsewhere.asked == []


@pytest.mark.parametrize(
    "doi",
    [
        "",
        "10.5281",
        "10.5281/",
        "/10.5281/x",
        "11.5281/x",
        "10./x",
        "10.5281/../../admin",
        "10.5281/./x",
        "10.5281//evil.example/x",
        "10.5281/a b",
        "10.5281/a\r\nHost: evil.example",
        "10.5281/\0",
        "10.5281/ü",
        "١٠.5281/x",
        "https://evil.example/10.5281/x",
        "10.5281/" + "x" * 201,
        None,
        7,
        ["10.5281/x"],
    ],
)
async def test_what_is_no_doi_is_not_asked_for(page: Page, elsewhere, doi: object):
    answer = await page.refused("doi", body={"doi": doi, "resolver": elsewhere.url})
    assert (answer["status"], answer["code"]) == (400, "bad-request")
    assert elsewhere.asked == []


@pytest.mark.parametrize(
    ("suffix", "path"),
    [
        ("a?x=1", "a%3Fx%3D1"),
        ("a#b", "a%23b"),
        ("%2e%2e", "%252e%252e"),
        ("..%2f..", "..%252f.."),
        ("a\\b", "a%5Cb"),
        ("a@b:c", "a%40b%3Ac"),
        ("a/b", "a/b"),
    ],
)
async def test_what_is_special_in_an_address_is_part_of_the_doi(
    page: Page, elsewhere, suffix: str, path: str
):
    await _ask(page, f"10.5281/{suffix}", elsewhere.url)
    assert elsewhere.asked[0][0] == f"/api/handles/10.5281/{path}"


@pytest.mark.parametrize(
    "answer",
    [
        (302, {"Location": "/elsewhere"}, b'{"responseCode": 1}'),
        (200, {}, b"<html>a proxy's page</html>"),
        (200, {}, b'{"responseCode": 1, "x": "' + b"x" * 100_000 + b'"}'),
        (200, {}, b"[" * 50_000),
        (503, {}, b""),
        (404, {}, b"<html>a proxy knows no such page</html>"),
        (500, {}, b'{"responseCode": 2}'),
        (403, {}, b'{"responseCode": 1}'),
    ],
)
async def test_an_answer_that_does_not_tell_counts_as_none(page: Page, elsewhere, answer: tuple):
    elsewhere.answer = answer
    refused = await page.refused("doi", body={"doi": "10.5281/zenodo.1", "resolver": elsewhere.url})
    assert (refused["status"], refused["code"]) == (502, "unreachable")
    assert len(elsewhere.asked) == 1


async def test_nobody_waits_for_a_resolver_that_is_silent(page: Page, elsewhere, monkeypatch):
    monkeypatch.setattr(doi_module, "_TIMEOUT", 0.0)
    body = {"doi": "10.5281/zenodo.1", "resolver": elsewhere.url}
    assert (await page.refused("doi", body=body))["code"] == "unreachable"


async def test_no_body_of_another_kind_is_taken(page: Page):
    assert json.loads((await page.fetch(PREFIX, "capabilities")).body)["doiResolvers"]
    assert (await page.refused("doi", body=[]))["code"] == "bad-request"
