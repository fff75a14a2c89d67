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
    target = "soil/data/moisture.csv"
    assert links["same.csv"]["link"] == {"inside": True, "target": target, "allowed": True}
    assert links["same.csv"]["size"] == (page.root / target).stat().st_size
    assert links["more"]["kind"] == "folder"
    target = str(outside / "x.csv")
    assert links["out.csv"]["link"] == {"inside": False, "target": target, "allowed": False}
    assert links["out.csv"]["size"] is None
    assert links["away"]["link"]["inside"] is False
    assert not {"broken", "loop"} & set(links)
    assert not {"soil/more", "soil/away"} & set(found["folders"])


@pytest.mark.parametrize("publisher_settings", [{"allow_outside_links": True}])
async def test_where_links_may_lead_outside_it_is_said_what_they_lead_to(page: Page):
    outside = page.root.parent / "outside"
    outside.mkdir()
    (outside / "x.csv").write_text("1,2")
    (page.root / "soil" / "out.csv").symlink_to(outside / "x.csv")
    (page.root / "soil" / "away").symlink_to(outside)
    found = await listing(page, "soil", 3)
    links = {entry["name"]: entry for entry in found["folders"]["soil"] if entry["link"]}
    assert links["out.csv"]["size"] == 3
    assert links["out.csv"]["link"]["allowed"] is True
    assert links["away"]["kind"] == "folder"
    assert "soil/away" not in found["folders"]
    assert names(await listing(page, "soil/away"), "soil/away") == ["x.csv"]


async def test_a_link_to_what_is_hidden_says_that_it_is_not_given(page: Page):
    (page.root / "soil" / "key.txt").symlink_to(page.root / "soil" / ".ssh" / "id_ed25519")
    entry = await page.ask("GET", "listing", params={"path": "soil/key.txt", "depth": "entry"})
    assert entry["entry"]["link"] == {
        "inside": True,
        "target": "soil/.ssh/id_ed25519",
        "allowed": False,
    }


@pytest.mark.parametrize("path", ["soil/.ssh", "soil/.ssh/id_ed25519", "soil/nowhere", "../x"])
async def test_of_what_is_hidden_or_not_there_nothing_is_told(page: Page, path: str):
    with pytest.raises(Exception, match=r"40[034]"):
        await page.ask("GET", "listing", params={"path": path, "depth": "entry"})


async def test_folders_hold_what_the_contents_manager_shows(page: Page):
    soil = page.root / "soil"
    (soil / "__pycache__").mkdir()
    (soil / "__pycache__" / "a.pyc").write_text("")
    (soil / "notes.txt~").write_text("")
    (soil / "data" / "deep").mkdir()
    (soil / "data" / "deep" / "a.csv").write_text("1")
    found = await listing(page, "soil", 9)
    for folder, entries in found["folders"].items():
        if ".binder" in folder:
            continue
        answer = await page.fetch("api", "contents", *folder.split("/"))
        shown = {
            model["name"]: (
                "folder" if model["type"] == "directory" else "file",
                model["size"],
                model["last_modified"],
            )
            for model in json.loads(answer.body)["content"]
        }
        assert shown == {
            entry["name"]: (entry["kind"], entry["size"], entry["lastModified"])
            for entry in entries
            if not entry["hidden"]
        }
    assert "soil/data/deep" in found["folders"]


async def test_nobody_looks_into_installed_packages_unless_asked(page: Page):
    env = page.root / "soil" / "env"
    (env / "lib").mkdir(parents=True)
    (env / "pyvenv.cfg").write_text("")
    (page.root / "soil" / "node_modules" / "left-pad").mkdir(parents=True)
    folders = (await listing(page, "soil", 9))["folders"]
    assert {"soil/env", "soil/node_modules"} <= set(folders)
    assert not {"soil/env/lib", "soil/node_modules/left-pad"} & set(folders)
    assert "soil/env/lib" in (await listing(page, "soil/env", 9))["folders"]


async def test_ten_thousand_files_are_one_answer(page: Page):
    for number in range(500):
        folder = page.root / "large" / f"group-{number % 25}" / f"run-{number}"
        folder.mkdir(parents=True)
        for file in range(20):
            (folder / f"result-{file}.csv").write_text("1")
    found = await listing(page, "large", 20)
    assert found["complete"] is True
    files = [one for entries in found["folders"].values() for one in entries]
    assert sum(one["kind"] == "file" for one in files) == 10_000


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


@pytest.mark.parametrize("publisher_settings", [{}, {"allow_outside_links": True}])
async def test_what_lies_outside_is_read_where_it_is_allowed_and_chosen(
    page: Page, publisher_settings: dict
):
    outside = page.root.parent / "outside.bin"
    outside.write_bytes(b"abc" * 1_000_000)
    (page.root / "soil" / "far.bin").symlink_to(outside)
    (page.root / "soil" / "near.csv").symlink_to("data/moisture.csv")
    chosen = {"path": "soil/far.bin", "outside": "true"}
    if publisher_settings:
        answer = await page.fetch(PREFIX, "file", params=chosen)
        assert answer.body == outside.read_bytes()
    else:
        with pytest.raises(Exception, match="400"):
            await page.fetch(PREFIX, "file", params=chosen)
    for refused in (
        {"path": "soil/far.bin"},
        {"path": "soil/near.csv", "outside": "true"},
        {"path": "soil/.ssh/id_ed25519", "outside": "true"},
    ):
        with pytest.raises(Exception, match=r"40[03]"):
            await page.fetch(PREFIX, "file", params=refused)


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
