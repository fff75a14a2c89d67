"""What befalls a transfer: each way ends verified, or stopped with a reason."""

from __future__ import annotations

import hashlib

import pytest

from ..transfers import deposit
from .transferring import Page, page, seen  # noqa: F401


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A minute between two attempts is for sites, not for tests."""
    monkeypatch.setattr(deposit, "_FIRST_WAIT", 0.01)


def uploads_of(page: Page) -> int:
    return len([one for one in page.simulator.requests() if one["method"] == "PUT"])


CONTENT = r"/content$"
COMMIT = r"/commit$"


@pytest.mark.parametrize("publisher_settings", [{}, {"spool_bytes": 0}], ids=["spooled", "stored"])
@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "gateway", "path": "files$"},
        {"kind": "server-error", "path": CONTENT, "method": "PUT"},
        {"kind": "drop", "path": CONTENT, "method": "PUT", "share": 0.5},
        {"kind": "lose-answer", "path": CONTENT, "method": "PUT"},
        {"kind": "gateway-after", "path": COMMIT},
        {"kind": "lose-answer", "path": COMMIT},
        {"kind": "empty-answer", "path": COMMIT},
        {"kind": "garbled-answer", "path": COMMIT},
        {"kind": "lose-answer", "path": "files$", "method": "POST"},
        {"kind": "lose-content", "path": CONTENT, "method": "PUT"},
        {"kind": "rate-limit", "path": CONTENT, "method": "PUT", "seconds": 1},
    ],
    ids=lambda fault: f"{fault['kind']} {fault['path']}",
)
async def test_it_goes_on_by_itself(page: Page, fault: dict):
    draft = page.simulator.new_draft()
    page.simulator.fault(**fault)
    begun = await page.start(draft)
    ended = await page.until(begun["id"], "verified")
    files = page.simulator.files_of(draft)
    assert list(files) == ["soil.zip"]
    content = page.simulator.content_of(draft, "soil.zip")
    assert hashlib.md5(content).hexdigest() == ended["uploads"][0]["md5"]


async def test_an_answer_that_was_lost_is_not_sent_again(page: Page):
    draft = page.simulator.new_draft()
    page.simulator.fault("lose-answer", path=COMMIT)
    begun = await page.start(draft)
    await page.until(begun["id"], "verified")
    assert uploads_of(page) == 1


@pytest.mark.parametrize("path", [CONTENT, COMMIT, "files$"])
async def test_a_token_that_ended_is_asked_for_and_used(page: Page, path: str):
    draft = page.simulator.new_draft()
    page.simulator.fault("refuse", path=path, status=403)
    begun = await page.start(draft)
    await page.until(begun["id"], "needs-sign-in")
    # The same again is no answer; another token of the same person is.
    await page.ask("PATCH", "transfers", begun["id"], body={"token": page.simulator.token})
    still = await page.ask("GET", "transfers", begun["id"])
    assert still["phase"] == "needs-sign-in"
    await page.ask("PATCH", "transfers", begun["id"], body={"token": page.simulator.no_scope_token})
    await page.until(begun["id"], "verified")


@pytest.mark.parametrize("publisher_settings", [{"wait_for_sign_in": 1.0}])
async def test_nobody_is_waited_for_without_end(page: Page):
    draft = page.simulator.new_draft()
    page.simulator.fault("refuse", path=CONTENT, status=403)
    begun = await page.start(draft)
    ended = await page.until(begun["id"], "failed")
    assert ended["error"]["code"] == "sign-in"


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ({"kind": "refuse", "path": CONTENT, "status": 400}, "refused"),
        ({"kind": "too-large", "path": CONTENT, "method": "PUT"}, "refused"),
        ({"kind": "corrupt", "path": CONTENT}, "checksum"),
        ({"kind": "discard-draft", "path": "files$", "method": "POST"}, "draft-gone"),
        ({"kind": "server-error", "path": "files", "times": 100}, "site-trouble"),
    ],
    ids=lambda value: value if isinstance(value, str) else value["kind"],
)
async def test_it_stops_with_a_reason(page: Page, fault: dict, code: str):
    draft = page.simulator.new_draft()
    page.simulator.fault(**fault)
    begun = await page.start(draft)
    ended = await page.until(begun["id"], "failed")
    assert ended["error"]["code"] == code
    if code == "checksum":
        assert page.simulator.files_of(draft) == {}


async def test_a_file_that_changed_is_not_sent(page: Page):
    draft = page.simulator.new_draft()
    request = page.request(draft)
    (page.root / "soil" / "data" / "moisture.csv").write_text("newer")
    begun = await page.ask("POST", "transfers", body=request)
    ended = await page.until(begun["id"], "failed")
    assert ended["error"]["code"] == "file-changed"
    assert ended["error"]["path"] == "data/moisture.csv"
    assert uploads_of(page) == 0


async def test_a_file_that_is_gone_is_named(page: Page):
    draft = page.simulator.new_draft()
    request = page.request(draft)
    (page.root / "soil" / "data" / "moisture.csv").unlink()
    begun = await page.ask("POST", "transfers", body=request)
    ended = await page.until(begun["id"], "failed")
    assert ended["error"]["code"] == "file-missing"


async def test_no_token_is_kept_after_its_end(page: Page, jp_serverapp):
    draft = page.simulator.new_draft()
    begun = await page.start(draft)
    await page.until(begun["id"], "verified")
    transfers = jp_serverapp.web_app.settings["jupyterlab-zenodo-publisher:transfers"]
    transfer = transfers.get(begun["id"], "")
    transfer.join(5)
    assert transfer._token == ""
    assert transfer._client.token == ""
    assert page.simulator.token not in repr(vars(transfer))
