"""Files go from the server into a draft: whole, right, and once."""

from __future__ import annotations

import asyncio
import hashlib
import io
import json
import zipfile
from datetime import datetime, timezone

import pytest

from .transferring import PREFIX, Page, inline, page, seen  # noqa: F401


def unzip(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("publisher_settings", [{}, {"spool_bytes": 0}], ids=["spooled", "stored"])
async def test_an_archive_arrives_whole(page: Page):
    draft = page.simulator.new_draft()
    begun = await page.start(draft)
    ended = await page.until(begun["id"], "verified")
    [upload] = ended["uploads"]
    content = page.simulator.content_of(draft, "soil.zip")
    there = page.simulator.files_of(draft)["soil.zip"]
    assert upload == {
        "key": "soil.zip",
        "size": len(content),
        "md5": hashlib.md5(content).hexdigest(),
    }
    assert there["status"] == "completed"
    assert there["checksum"] == f"md5:{upload['md5']}"
    files = unzip(content)
    folder = page.root / "soil"
    expected = {
        "soil.ipynb": b'{"cells": []}',
        **{
            path: (folder / path).read_bytes()
            for path in (
                "data/größe 🌱.txt",
                "data/moisture.csv",
                "data/noise.bin",
                "empty.txt",
            )
        },
    }
    assert files == expected
    assert ended["files"] == [
        {"path": path, "size": len(bytes_), "sha256": hashlib.sha256(bytes_).hexdigest()}
        for path, bytes_ in expected.items()
    ]


async def test_times_in_an_archive_are_utc(page: Page):
    draft = page.simulator.new_draft()
    begun = await page.start(draft)
    await page.until(begun["id"], "verified")
    content = page.simulator.content_of(draft, "soil.zip")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        info = archive.getinfo("data/moisture.csv")
    said = datetime.fromtimestamp(1_750_000_000, timezone.utc)
    assert datetime(*info.date_time, tzinfo=timezone.utc) == said


async def test_single_files_arrive_one_by_one(page: Page):
    draft = page.simulator.new_draft()
    entries = [
        seen(page.root, "soil/data/moisture.csv", "moisture.csv"),
        inline("soil.ipynb", b"{}"),
    ]
    begun = await page.start(draft, archive=None, entries=entries)
    ended = await page.until(begun["id"], "verified")
    assert [one["key"] for one in ended["uploads"]] == ["moisture.csv", "soil.ipynb"]
    assert page.simulator.content_of(draft, "soil.ipynb") == b"{}"
    there = page.simulator.files_of(draft)
    assert {file["status"] for file in there.values()} == {"completed"}


@pytest.mark.parametrize("publisher_settings", [{}, {"spool_bytes": 0}], ids=["spooled", "stored"])
async def test_checksums_that_a_page_cannot_know_are_filled_in(page: Page):
    draft = page.simulator.new_draft()
    stand_in = "0123456789abcdef" * 4
    crate = json.dumps({"sha256": stand_in, "name": "moisture"}).encode()
    entries = [
        seen(page.root, "soil/data/moisture.csv", "moisture.csv"),
        inline("ro-crate-metadata.json", crate),
    ]
    begun = await page.start(draft, entries=entries, checksums={stand_in: "moisture.csv"})
    await page.until(begun["id"], "verified")
    files = unzip(page.simulator.content_of(draft, "soil.zip"))
    written = json.loads(files["ro-crate-metadata.json"])
    assert written["sha256"] == hashlib.sha256(files["moisture.csv"]).hexdigest()


async def test_its_course_is_told_until_its_end(page: Page, jp_fetch):
    draft = page.simulator.new_draft()
    page.simulator.fault("delay", path="commit$", ms=600)
    begun = await page.start(draft)
    answer = await jp_fetch(PREFIX, "transfers", begun["id"], "events")
    assert answer.headers["Content-Type"] == "text/event-stream"
    states = [
        json.loads(line.removeprefix("data: "))
        for line in answer.body.decode().splitlines()
        if line.startswith("data: ")
    ]
    assert states[-1]["phase"] == "verified"
    sequences = [state["sequence"] for state in states]
    assert sequences == sorted(set(sequences))
    assert len(states) > 1


async def test_a_finished_one_is_found_again(page: Page):
    draft = page.simulator.new_draft()
    begun = await page.start(draft)
    await page.until(begun["id"], "verified")
    listed = (await page.ask("GET", "transfers"))["transfers"]
    assert [(one["id"], one["publication"], one["phase"]) for one in listed] == [
        (begun["id"], "p-1", "verified")
    ]
    await page.ask("DELETE", "transfers", begun["id"])
    assert (await page.ask("GET", "transfers"))["transfers"] == []


async def test_asking_twice_is_one_transfer(page: Page):
    draft = page.simulator.new_draft()
    page.simulator.fault("delay", path="commit$", ms=600)
    first = await page.start(draft)
    second = await page.start(draft)
    assert second["id"] == first["id"]
    await page.until(first["id"], "verified")
    third = await page.start(draft)
    assert (third["id"], third["phase"]) == (first["id"], "verified")
    uploads = [one for one in page.simulator.requests() if one["method"] == "PUT"]
    assert len(uploads) == 1


async def test_what_was_sent_before_and_is_another_one_is_replaced(page: Page):
    draft = page.simulator.new_draft()
    first = await page.start(draft)
    await page.until(first["id"], "verified")
    (page.root / "soil" / "empty.txt").write_text("no more")
    second = await page.start(draft, stamp="s-2")
    ended = await page.until(second["id"], "verified")
    content = page.simulator.content_of(draft, "soil.zip")
    assert unzip(content)["empty.txt"] == b"no more"
    assert hashlib.md5(content).hexdigest() == ended["uploads"][0]["md5"]


async def test_a_cancelled_one_leaves_no_thread_and_sends_no_more(page: Page):
    draft = page.simulator.new_draft()
    page.simulator.fault("rate-limit", path="files$", method="POST", seconds=50)
    begun = await page.start(draft)
    await _until_it_waits(page, begun["id"], "rate-limit")
    await page.ask("DELETE", "transfers", begun["id"])
    await page.until(begun["id"], "cancelled")
    assert not [one for one in page.simulator.requests() if one["method"] == "PUT"]


async def test_a_server_with_a_transfer_is_not_idle(page: Page, jp_serverapp):
    draft = page.simulator.new_draft()
    page.simulator.fault("rate-limit", path="files$", method="POST", seconds=50)
    assert not jp_serverapp.extension_manager.any_activity()
    begun = await page.start(draft)
    assert jp_serverapp.extension_manager.any_activity()
    await page.ask("DELETE", "transfers", begun["id"])
    await page.until(begun["id"], "cancelled")
    assert not jp_serverapp.extension_manager.any_activity()


@pytest.mark.parametrize("publisher_settings", [{"max_running": 1}])
async def test_more_than_the_server_takes_at_a_time_wait(page: Page):
    drafts = [page.simulator.new_draft() for _ in range(3)]
    page.simulator.fault("delay", path="commit$", ms=300, times=3)
    begun = [await page.start(draft) for draft in drafts]
    await asyncio.gather(*(page.until(one["id"], "verified") for one in begun))
    for draft in drafts:
        assert "soil.zip" in page.simulator.files_of(draft)


async def _until_it_waits(page: Page, transfer_id: str, reason: str) -> None:
    for _ in range(200):
        state = await page.ask("GET", "transfers", transfer_id)
        if state["wait"] and state["wait"]["reason"] == reason:
            return
        await asyncio.sleep(0.05)
    pytest.fail(f"It does not wait: {state}")
