"""Folders are shown with what a publication needs, and with nothing that must stay hidden."""

from __future__ import annotations

import json
import os

import pytest

from ..errors import UnknownSiteError
from ..project.hidden import is_known_hidden
from ..sites import Sites, clean_url
from .transferring import PREFIX, Page, page  # noqa: F401


async def listing(page: Page, path: str, depth: int = 0) -> dict:
    return await page.ask("GET", "listing", params={"path": path, "depth": str(depth)})


def names(found: dict, folder: str) -> list[str]:
    return [entry["name"] for entry in found["folders"][folder]]


async def test_hidden_files_that_matter_are_listed_and_others_are_not(page: Page):
    found = await listing(page, "soil", 5)
    assert names(found, "soil") == [".binder", ".zenodo.json", "data", "empty.txt"]
    assert names(found, "soil/.binder") == ["requirements.txt"]
    assert found["complete"] is True
    assert set(found["folders"]) == {"soil", "soil/.binder", "soil/data"}


async def test_an_entry_says_what_the_contents_manager_says(page: Page):
    [entry] = [
        entry
        for entry in (await listing(page, "soil/data"))["folders"]["soil/data"]
        if entry["name"] == "moisture.csv"
    ]
    answer = await page.fetch("api", "contents", "soil", "data", "moisture.csv")
    model = json.loads(answer.body)
    assert entry["size"] == model["size"]
    assert entry["lastModified"] == model["last_modified"]


async def test_links_are_shown_for_what_they_are(page: Page):
    soil = page.root / "soil"
    outside = page.root.parent / "outside"
    outside.mkdir()
    (outside / "x.csv").write_text("secret")
    (soil / "same.csv").symlink_to("data/moisture.csv")
    (soil / "more").symlink_to(soil / "data")
    (soil / "out.csv").symlink_to(outside / "x.csv")
    (soil / "away").symlink_to(outside)
    (soil / "broken").symlink_to("nowhere")
    (soil / "loop").symlink_to("loop")
    found = await listing(page, "soil", 3)
    links = {entry["name"]: entry for entry in found["folders"]["soil"] if entry["link"]}
    assert links["same.csv"]["link"] == {"inside": True, "target": "soil/data/moisture.csv"}
    assert links["more"]["kind"] == "folder"
    assert links["out.csv"]["link"] == {"inside": False, "target": ""}
    assert links["out.csv"]["size"] is None
    assert links["away"]["link"]["inside"] is False
    assert not {"broken", "loop"} & set(links)
    assert not {"soil/more", "soil/away"} & set(found["folders"])


async def test_a_folder_outside_is_not_listed(page: Page):
    outside = page.root.parent / "outside"
    outside.mkdir()
    (page.root / "away").symlink_to(outside)
    answer = await page.refused("listing?path=away", method="GET")
    assert answer["status"] in (403, 404)
    with pytest.raises(Exception, match="403"):
        await listing(page, "away")


async def test_a_folder_that_is_not_there_is_said(page: Page):
    with pytest.raises(Exception, match="404"):
        await listing(page, "nowhere")


async def test_a_hidden_file_that_matters_can_be_read(page: Page):
    answer = await page.fetch(PREFIX, "file", params={"path": "soil/.zenodo.json"})
    assert answer.body == b'{"title": "Soil"}'
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    "path", ["soil/.ssh/id_ed25519", "soil/empty.txt", "", "../x", "soil/.zenodo.json/../../x"]
)
async def test_no_other_file_can(page: Page, path: str):
    with pytest.raises(Exception, match=r"40[034]"):
        await page.fetch(PREFIX, "file", params={"path": path})


async def test_a_link_to_a_secret_by_a_known_name_is_not_read(page: Page):
    (page.root / "soil" / ".gitignore").symlink_to(page.root / "soil" / ".ssh" / "id_ed25519")
    with pytest.raises(Exception, match="403"):
        await page.fetch(PREFIX, "file", params={"path": "soil/.gitignore"})


async def test_a_folder_that_cannot_be_read_stays_out(page: Page, monkeypatch):
    scandir = os.scandir

    def refuse(path):
        if str(path).endswith("data"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = await listing(page, "soil", 3)
    assert "soil" in found["folders"]
    assert "soil/data" not in found["folders"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (".zenodo.json", True),
        ("a/.binder/environment.yml", True),
        (".binder", True),
        (".binder/.env", False),
        (".git/config", False),
        (".env", False),
        ("a/b.csv", True),
        (".zenodo.json/x", False),
    ],
)
def test_few_hidden_names_are_known(path: str, expected: bool):
    assert is_known_hidden(path) is expected


async def test_it_says_what_it_can_do(page: Page):
    answer = await page.ask("GET", "capabilities")
    assert answer["sites"] == [page.simulator.base]
    assert answer["files"] is True
    assert answer["outsideLinks"] is False
    assert answer["transfers"] == {"maxBytes": 50 * 10**9, "maxInlineBytes": 200 * 10**6}


@pytest.mark.parametrize("publisher_settings", [{"transfers_enabled": False}])
async def test_transfers_can_be_switched_off(page: Page):
    assert (await page.ask("GET", "capabilities"))["transfers"] is None
    assert (await page.refused("transfers", body=page.request("abc")))["code"] == "not-found"


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org",
        "https://user:secret@example.org",
        "https://example.org?x",
        "https://example.org#x",
        "ftp://example.org",
        "example.org",
        "",
    ],
)
def test_an_address_that_cannot_be_a_site_is_refused(url: str):
    with pytest.raises(ValueError, match="address"):
        clean_url(url)


def test_a_site_is_known_in_each_way_of_writing_it():
    sites = Sites(["https://Rdm.Example.org/"])
    assert sites.check("https://rdm.example.org") == "https://rdm.example.org"
    with pytest.raises(UnknownSiteError):
        sites.check("https://rdm.example.org/other")
