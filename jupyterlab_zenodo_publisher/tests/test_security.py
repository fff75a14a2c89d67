"""What a request must not be able to do."""

from __future__ import annotations

import json
import logging
import os
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from jupyter_server.auth.authorizer import Authorizer
from jupyter_server.auth.identity import IdentityProvider, User
from jupyter_server.utils import ensure_async
from tornado.httpclient import HTTPClientError

from .. import handlers
from .transferring import PREFIX, Page, inline, page, seen  # noqa: F401


@pytest.mark.parametrize(
    "site",
    [
        "https://evil.example",
        "https://zenodo.org.evil.example",
        "https://zenodo.org@evil.example",
        "http://zenodo.org",
        "https://zenodo.org/../evil",
        "file:///etc",
        "",
        7,
    ],
)
async def test_no_other_host_gets_anything(page: Page, site: object):
    answer = await page.refused("transfers", body=page.request("abc-1", site=site))
    assert answer["status"] in (400, 403)
    assert answer["code"] in ("unknown-site", "bad-request")
    assert page.simulator.requests() == []


@pytest.mark.parametrize("draft", ["", "../../communities", "a/b", "x?y", "a" * 65])
async def test_an_id_of_a_draft_stays_one(page: Page, draft: str):
    answer = await page.refused("transfers", body=page.request(draft))
    assert answer["code"] == "bad-request"


@pytest.mark.parametrize(
    "source",
    ["../outside.csv", "soil/../../outside.csv", "/etc/passwd", "soil//x", "./soil", "a\0b"],
)
async def test_no_path_leads_out_of_the_root(page: Page, source: str):
    (page.root.parent / "outside.csv").write_text("secret")
    entry = {"path": "x.csv", "source": source, "size": 6, "lastModified": ""}
    draft = page.simulator.new_draft()
    answer = await page.refused("transfers", body=page.request(draft, entries=[entry]))
    assert answer["code"] == "bad-request"


@pytest.mark.parametrize("path", ["../x.csv", "/x.csv", "a/../b", "", "a//b", "x\0"])
async def test_no_name_in_an_archive_leads_out_of_it(page: Page, path: str):
    draft = page.simulator.new_draft()
    body = page.request(draft, entries=[inline(path, b"x")])
    assert (await page.refused("transfers", body=body))["code"] == "bad-request"


@pytest.mark.parametrize(
    ("make", "source"),
    [
        (lambda soil, out: (soil / "x.csv").symlink_to(out / "outside.csv"), "soil/x.csv"),
        (lambda soil, out: (soil / "far").symlink_to(out), "soil/far/outside.csv"),
        (lambda soil, out: (soil / "key").symlink_to(soil / ".ssh" / "id_ed25519"), "soil/key"),
        (lambda soil, out: None, "soil/.ssh/id_ed25519"),
        (lambda soil, out: os.mkfifo(soil / "pipe"), "soil/pipe"),
        (lambda soil, out: None, "soil/data"),
    ],
    ids=["link", "link on the way", "link to hidden", "hidden", "pipe", "folder"],
)
async def test_what_must_not_be_read_ends_the_transfer(page: Page, make, source: str):
    outside = page.root.parent / "elsewhere"
    outside.mkdir()
    (outside / "outside.csv").write_text("secret")
    make(page.root / "soil", outside)
    draft = page.simulator.new_draft()
    entry = {"path": "x.csv", "source": source, "size": 6, "lastModified": "", "outside": True}
    begun = await page.start(draft, entries=[entry])
    ended = await page.until(begun["id"], "failed")
    assert ended["error"]["code"] == "file-forbidden"
    assert page.simulator.files_of(draft) == {}


@pytest.mark.parametrize("publisher_settings", [{"allow_outside_links": True}])
@pytest.mark.parametrize("chosen", [True, False])
async def test_a_link_outside_needs_the_configuration_and_a_choice(page: Page, chosen: bool):
    outside = page.root.parent / "outside.csv"
    outside.write_text("shared")
    (page.root / "soil" / "x.csv").symlink_to(outside)
    draft = page.simulator.new_draft()
    entry = {**seen(page.root, "soil/x.csv", "x.csv"), "outside": chosen}
    begun = await page.start(draft, entries=[entry])
    ended = await page.until(begun["id"], "verified" if chosen else "failed")
    assert bool(ended["uploads"]) is chosen


async def test_a_link_inside_goes_in_as_a_file(page: Page):
    (page.root / "soil" / "same.csv").symlink_to(page.root / "soil" / "data" / "moisture.csv")
    draft = page.simulator.new_draft()
    entries = [seen(page.root, "soil/same.csv", "same.csv")]
    begun = await page.start(draft, archive=None, entries=entries)
    await page.until(begun["id"], "verified")
    content = page.simulator.content_of(draft, "same.csv")
    assert content == (page.root / "soil" / "data" / "moisture.csv").read_bytes()


@pytest.mark.parametrize(
    "publisher_settings", [{"max_transfer_bytes": 1000, "max_inline_bytes": 10}]
)
@pytest.mark.parametrize("content", [b"x" * 11, None])
async def test_sizes_are_limited(page: Page, content: bytes | None):
    entries = [
        inline("a.ipynb", content)
        if content
        else seen(page.root, "soil/data/moisture.csv", "moisture.csv")
    ]
    draft = page.simulator.new_draft()
    answer = await page.refused("transfers", body=page.request(draft, entries=entries))
    assert (answer["code"], answer["status"]) == ("too-large", 413)


@pytest.mark.parametrize(
    "changes",
    [
        {"token": ""},
        {"token": "a\r\nX: y"},
        {"entries": []},
        {"entries": {}},
        {"entries": [7]},
        {"entries": [{"path": "a", "source": "a", "size": -1}]},
        {"entries": [{"path": "a", "source": "a", "size": True}]},
        {"entries": [{"path": "a", "content": "§"}]},
        {"entries": [inline("a", b"1"), inline("a", b"2")]},
        {"archive": ".hidden.zip"},
        {"archive": "x" * 256},
        {"archive": None, "entries": [inline("empty.txt", b"")]},
        {"checksums": {"zz": "a"}},
        {"checksums": []},
        {"stamp": None},
    ],
    ids=lambda changes: json.dumps(changes)[:60],
)
async def test_nonsense_is_refused_before_anything_happens(page: Page, changes: dict):
    draft = page.simulator.new_draft()
    before = len(page.simulator.requests())
    answer = await page.refused("transfers", body=page.request(draft, **changes))
    assert (answer["status"], answer["code"]) == (400, "bad-request")
    assert len(page.simulator.requests()) == before


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", ["capabilities"]),
        ("GET", ["transfers"]),
        ("POST", ["transfers"]),
        ("GET", ["transfers", "x"]),
        ("PATCH", ["transfers", "x"]),
        ("DELETE", ["transfers", "x"]),
        ("GET", ["transfers", "x", "events"]),
        ("GET", ["test-runs"]),
        ("POST", ["test-runs"]),
        ("GET", ["test-runs", "x"]),
        ("DELETE", ["test-runs", "x"]),
        ("GET", ["test-runs", "x", "events"]),
        ("GET", ["test-runs", "x", "log"]),
        ("GET", ["test-runs", "x", "notebook"]),
        ("POST", ["doi"]),
        ("GET", ["listing"]),
        ("GET", ["file"]),
    ],
)
async def test_nobody_is_let_in_without_signing_in(page: Page, jp_http_port, method, path):
    with pytest.raises(HTTPClientError) as caught:
        await page.fetch(
            PREFIX,
            *path,
            method=method,
            body="{}" if method in ("POST", "PATCH") else None,
            headers={"Authorization": "token wrong"},
            follow_redirects=False,
        )
    assert caught.value.code in (302, 403)


def test_every_method_is_authenticated_and_authorized():
    for _, handler in handlers.routes:
        for method in ("get", "post", "put", "patch", "delete"):
            own = vars(handler).get(method)
            if own is not None:
                assert getattr(own, "__wrapped__", None), (handler, method)
        assert handler.auth_resource == "contents"


#: Keeps the tests' own token out of a request.
NO_TOKEN = {"Authorization": ""}

#: As Tornado makes them, version 1.
XSRF = "0123456789abcdef0123456789abcdef"


class NobodyMayWrite(Authorizer):
    def is_authorized(self, handler, user, action, resource) -> bool:
        return action == "read"


class TestAuthorization:
    @pytest.fixture
    def jp_server_config(self, jp_server_config: dict) -> dict:
        jp_server_config["ServerApp"]["authorizer_class"] = NobodyMayWrite
        return jp_server_config

    async def test_who_may_not_write_may_not_send(self, page: Page):
        answer = await page.refused("transfers", body=page.request("abc"))
        assert answer["status"] == 403
        assert (await page.ask("GET", "transfers")) == {"transfers": []}


class Named(IdentityProvider):
    """Says who asks, as a hub does."""

    async def get_user(self, handler):
        user = await ensure_async(super().get_user(handler))
        return user and User(username=handler.request.headers.get("X-Who", "ada"))


class TestTwoUsers:
    @pytest.fixture
    def jp_server_config(self, jp_server_config: dict) -> dict:
        jp_server_config["ServerApp"]["identity_provider_class"] = Named
        return jp_server_config

    async def test_one_sees_nothing_of_the_other(self, page: Page, jp_serverapp):
        draft = page.simulator.new_draft()
        page.simulator.fault("delay", path="commit$", ms=300)
        begun = await page.start(draft)
        bob = {"X-Who": "bob"}
        assert await page.ask("GET", "transfers", headers=bob) == {"transfers": []}
        for method, body in (("GET", None), ("PATCH", {"token": "x"}), ("DELETE", None)):
            with pytest.raises(HTTPClientError) as caught:
                await page.ask(method, "transfers", begun["id"], body=body, headers=bob)
            assert caught.value.code == 404
        await page.until(begun["id"], "verified")


async def test_a_page_of_another_origin_cannot_ask_for_one(page: Page, jp_serverapp):
    first = await page.fetch(
        "api", "status", params={"token": jp_serverapp.identity_provider.token}, headers=NO_TOKEN
    )
    cookies = [
        cookie.split(";")[0] for cookie in first.headers.get_list("Set-Cookie") if "=" in cookie
    ]

    async def post(**headers: str) -> int:
        answer = await page.fetch(
            PREFIX,
            "transfers",
            method="POST",
            body="{}",
            headers={**NO_TOKEN, "Cookie": "; ".join(cookies), **headers},
            raise_error=False,
        )
        return answer.code

    # The browser of somebody who is signed in sends the cookies by itself.
    assert await post() == 403
    # Our page also sends what only it can read.
    cookies.append(f"_xsrf={XSRF}")
    assert await post() == 403
    assert await post(**{"X-XSRFToken": XSRF}) == 400


async def test_no_log_holds_a_token(page: Page, caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG)
    draft = page.simulator.new_draft()
    page.simulator.fault("refuse", path="/content$", status=403)
    begun = await page.start(draft)
    await page.until(begun["id"], "needs-sign-in")
    other = page.simulator.no_scope_token
    await page.ask("PATCH", "transfers", begun["id"], body={"token": other})
    await page.until(begun["id"], "verified")
    await page.refused("transfers", body=page.request("../x"))
    assert caplog.text
    for token in (page.simulator.token, other):
        assert token not in caplog.text


async def test_no_answer_holds_a_token(page: Page):
    draft = page.simulator.new_draft()
    begun = await page.start(draft)
    ended = await page.until(begun["id"], "verified")
    listed = await page.ask("GET", "transfers")
    assert page.simulator.token not in json.dumps([begun, ended, listed])


class Redirecting(BaseHTTPRequestHandler):
    """A site that sends everybody to another host."""

    seen: list[tuple[str, str]] = []

    def do_GET(self) -> None:
        host = self.headers["Host"]
        self.seen.append((host, self.headers.get("Authorization", "")))
        self.send_response(307)
        # Another host to a client, and this server to us.
        other = host.replace("127.0.0.1", "localhost")
        self.send_header("Location", f"http://{other}{self.path}?again")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Quiet."""


class TestRedirects:
    @pytest.fixture
    def redirecting(self) -> Iterator[str]:
        Redirecting.seen = []
        server = ThreadingHTTPServer(("127.0.0.1", 0), Redirecting)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        server.server_close()

    @pytest.fixture
    def publisher_settings(self, redirecting: str) -> dict:
        return {"sites": [redirecting]}

    async def test_a_redirect_is_not_followed(self, page: Page, redirecting: str):
        begun = await page.start("abc-1", site=redirecting)
        ended = await page.until(begun["id"], "failed")
        assert ended["error"]["code"] == "refused"
        assert {host for host, _ in Redirecting.seen} == {redirecting.removeprefix("http://")}
