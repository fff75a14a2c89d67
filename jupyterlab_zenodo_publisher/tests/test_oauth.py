"""Signing in with the simulated Zenodo: codes and refresh tokens become tokens, nothing is kept."""

from __future__ import annotations

import gc
import json
import logging
from pathlib import Path

import pytest

from ..oauth.clients import (
    OAuthClient,
    clients_of_environment,
    clients_of_file,
    read_clients,
)
from ..oauth.grant import Grant
from .conftest import Simulator
from .signing_in import client_of, grant
from .transferring import PREFIX, Page, page  # noqa: F401


@pytest.fixture
def kind() -> str:
    return "confidential"


@pytest.fixture
def publisher_settings(simulator: Simulator, kind: str) -> dict:
    return {"oauth_clients": {simulator.base: client_of(simulator, kind)}}


async def test_a_code_becomes_a_token_that_works(page: Page):
    tokens = await page.ask("POST", "oauth", "tokens", body=grant(page.simulator))
    assert tokens["expiresIn"] > 0
    answer = page.simulator.ask("GET", "/api/user/records?size=1", token=tokens["accessToken"])
    assert "hits" in answer


async def test_a_refresh_gives_a_new_token_and_ends_the_old_one(page: Page):
    first = await page.ask("POST", "oauth", "tokens", body=grant(page.simulator))
    refresh = {"site": page.simulator.base, "refreshToken": first["refreshToken"]}
    second = await page.ask("POST", "oauth", "tokens", body=refresh)
    assert second["accessToken"] != first["accessToken"]
    path = "/api/user/records?size=1"
    assert "hits" in page.simulator.ask("GET", path, token=second["accessToken"])
    again = await page.refused("oauth", "tokens", body=refresh)
    assert (again["status"], again["code"]) == (400, "grant-refused")


async def test_a_code_is_good_once(page: Page):
    body = grant(page.simulator)
    await page.ask("POST", "oauth", "tokens", body=body)
    assert (await page.refused("oauth", "tokens", body=body))["code"] == "grant-refused"


@pytest.mark.parametrize("kind", ["public"])
async def test_a_public_client_gets_a_token_but_no_new_one(page: Page, kind: str):
    [client] = (await page.ask("GET", "capabilities"))["oauth"]
    assert client["refreshes"] is False
    tokens = await page.ask("POST", "oauth", "tokens", body=grant(page.simulator, kind))
    body = {"site": page.simulator.base, "refreshToken": tokens["refreshToken"]}
    answer = await page.refused("oauth", "tokens", body=body)
    assert answer["code"] in ("grant-refused", "client-refused")


async def test_pages_are_told_the_client_and_never_its_secret(page: Page):
    answer = await page.fetch(PREFIX, "capabilities")
    [client] = json.loads(answer.body)["oauth"]
    confidential = page.simulator.clients["confidential"]
    assert client == {
        "site": page.simulator.base,
        "clientId": confidential["client_id"],
        "redirectUri": "",
        "refreshes": True,
    }
    assert confidential["client_secret"] not in answer.body.decode()


@pytest.mark.parametrize(
    "changes",
    [
        {"code": ""},
        {"code": "a b"},
        {"refreshToken": "both"},
        {"redirectUri": "javascript:alert(1)"},
        {"code": 7},
        {"site": "https://evil.example"},
        {"site": ""},
    ],
    ids=str,
)
async def test_what_is_no_grant_goes_nowhere(page: Page, changes: dict):
    body = {"site": page.simulator.base, "code": "c", "redirectUri": "http://a", **changes}
    before = len(page.simulator.requests())
    answer = await page.refused("oauth", "tokens", body=body)
    assert answer["code"] in ("bad-request", "no-client")
    assert len(page.simulator.requests()) == before


async def test_nothing_is_kept_and_nothing_is_logged(page: Page, caplog, jp_serverapp):
    body = grant(page.simulator)
    caplog.set_level(logging.DEBUG)
    caplog.clear()
    tokens = await page.ask("POST", "oauth", "tokens", body=body)
    await page.refused("oauth", "tokens", body=body)
    kept = [body["code"], tokens["accessToken"], tokens["refreshToken"]]
    secret = page.simulator.clients["confidential"]["client_secret"]
    for text in (*kept, secret):
        assert text not in caplog.text
    # What the answer was made of is gone with it.
    gc.collect()
    from ..oauth.grant import Tokens

    own = [one for one in gc.get_objects() if isinstance(one, (Tokens, Grant))]
    assert own == []
    for folder in (jp_serverapp.runtime_dir, jp_serverapp.config_dir, page.root):
        for file in _files_below(folder):
            content = file.read_bytes()
            assert not any(text.encode() in content for text in kept), file


def _files_below(folder):
    return [file for file in Path(folder).rglob("*") if file.is_file()]


async def test_the_callback_page_runs_its_own_script_alone_and_logs_no_code(page: Page, caplog):
    caplog.set_level(logging.DEBUG)
    answer = await page.fetch(
        PREFIX, "oauth", "callback", params={"code": "very-secret", "state": "s"}
    )
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert b"<script>" not in answer.body
    script = await page.fetch(PREFIX, "oauth", "callback.js")
    assert b"postMessage(answer, location.origin)" in script.body
    assert "very-secret" not in caplog.text


class TestWithoutClients:
    @pytest.fixture
    def publisher_settings(self) -> dict:
        return {}

    async def test_nobody_is_offered_to_sign_in_this_way(self, page: Page):
        assert (await page.ask("GET", "capabilities"))["oauth"] == []
        body = {"site": page.simulator.base, "code": "c", "redirectUri": "http://a"}
        assert (await page.refused("oauth", "tokens", body=body))["status"] == 404


def test_a_client_shows_its_secret_nowhere():
    client = OAuthClient("https://zenodo.org", "id", "very-secret")
    assert "very-secret" not in repr(client)
    assert "very-secret" not in json.dumps(client.as_json())


@pytest.mark.parametrize(
    "value",
    [
        {"https://zenodo.org": {}},
        {"https://zenodo.org": "very-secret"},
        {"https://zenodo.org": {"client_id": "a", "client_secret": 7}},
        {"https://zenodo.org": {"client_id": "a", "secret": "very-secret"}},
        {"http://zenodo.org": {"client_id": "a", "client_secret": "very-secret"}},
    ],
)
def test_a_wrong_client_is_refused_without_telling_secrets(value: dict):
    with pytest.raises(ValueError, match=r".") as caught:
        read_clients(value)
    assert "very-secret" not in str(caught.value)


@pytest.mark.parametrize("text", ["very-secret", '["very-secret"]'])
def test_an_environment_variable_that_is_no_json_is_not_repeated(text: str):
    with pytest.raises(ValueError, match="no JSON") as caught:
        clients_of_environment({"ZENODO_PUBLISHER_OAUTH_CLIENTS": text})
    assert "very-secret" not in repr(caught.value)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize("text", ["very-secret", '["very-secret"]', "\udcff very-secret"])
def test_a_file_that_is_no_json_is_not_repeated(text: str, tmp_path: Path):
    file = tmp_path / "clients.json"
    file.write_text(text, encoding="utf-8", errors="surrogateescape")
    with pytest.raises(ValueError, match=r"clients\.json") as caught:
        clients_of_file(str(file))
    assert "very-secret" not in repr(caught.value)
    assert caught.value.__cause__ is None


def test_a_file_has_the_same_as_the_setting(tmp_path: Path):
    file = tmp_path / "clients.json"
    file.write_text('{"https://zenodo.org": {"client_id": "ä"}}', encoding="utf-8")
    [client] = read_clients(clients_of_file(str(file)))
    assert (client.site, client.client_id) == ("https://zenodo.org", "ä")
    for missing in ("", str(tmp_path), str(tmp_path / "none.json")):
        with pytest.raises(ValueError, match="cannot be read"):
            clients_of_file(missing)
