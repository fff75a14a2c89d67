"""A page orders test runs, follows them, reads what came of them, and ends them."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tornado.httpclient import HTTPClientError

from ..testruns.folder import PREFIX as FOLDERS
from ..testruns.folder import RunFolder, sweep
from .test_security import NO_TOKEN, XSRF, Named
from .testrunning import commands_with, notebook, printed, wait_for
from .transferring import PREFIX, Page, inline, page, seen  # noqa: F401

SLOW = f"import time\nword = 'server-run-{os.getpid()}'\ntime.sleep(600)"


@pytest.fixture
def runs_in(tmp_path: Path) -> Path:
    return tmp_path / "runs"


@pytest.fixture
def test_run_settings() -> dict:
    """Settings of test runs; to be overridden."""
    return {}


@pytest.fixture
def publisher_settings(package_cache: Path, runs_in: Path, test_run_settings: dict) -> dict:
    return {
        "test_run_cache": str(package_cache),
        "test_run_folder": str(runs_in),
        **test_run_settings,
    }


def order(page: Page, *cells: str, **changes: object) -> dict:
    """An order for a notebook of these cells, with a file of the project's."""
    return {
        "publication": "p-1",
        "stamp": "s-1",
        "notebooks": ["soil.ipynb"],
        "entries": [
            inline("soil.ipynb", notebook(*cells).encode()),
            seen(page.root, "soil/data/größe 🌱.txt", "data/größe 🌱.txt"),
        ],
        "cellSeconds": None,
        "totalSeconds": None,
        **changes,
    }


async def until(page: Page, run_id: str, *phases: str) -> dict:
    """The state of a run, once it is in one of these phases."""
    for _ in range(1200):
        state = await page.ask("GET", "test-runs", run_id)
        if state["phase"] in phases:
            return state
        if state["phase"] in ("done", "failed", "cancelled"):
            pytest.fail(f"It ended: {state}")
        await asyncio.sleep(0.05)
    pytest.fail(f"It did not come to {phases}: {state}")


def folders(runs_in: Path) -> list[Path]:
    return list(runs_in.glob(f"{FOLDERS}*"))


async def test_a_notebook_is_run_followed_and_read(page: Page, runs_in: Path):
    body = order(page, "print(open('data/größe 🌱.txt').read())", "1 / 0", notebooks=["soil.ipynb"])
    begun = await page.ask("POST", "test-runs", body=body)
    again = await page.ask("POST", "test-runs", body=body)
    assert (again["id"], begun["publication"], begun["stamp"]) == (begun["id"], "p-1", "s-1")
    answer = await page.fetch(PREFIX, "test-runs", begun["id"], "events", request_timeout=120)
    events = [
        json.loads(line.removeprefix("data: "))
        for line in answer.body.decode().splitlines()
        if line.startswith("data: ")
    ]
    phases = list(dict.fromkeys(event["phase"] for event in events))
    assert phases[-3:] == ["installing", "running", "done"] or phases[-2:] == ["running", "done"]
    assert [event["sequence"] for event in events] == sorted({e["sequence"] for e in events})
    ended = events[-1]
    assert ended["ended"] >= ended["begun"] > 1e9
    assert ended["failure"] is None
    made = ended["environment"]
    assert (made["language"], made["wanted"], made["files"]) == ("python", "", [])
    assert {"code": "empty", "detail": ""} in made["differences"]
    [run] = ended["notebooks"]
    assert (run["outcome"], run["done"], run["cells"], run["cell"]) == ("error", 1, 2, 1)
    assert run["error"]["name"] == "ZeroDivisionError"
    assert run["peakBytes"] > 10**7
    # What it was made of is gone; what came of it is there until it is forgotten.
    [folder] = folders(runs_in)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.name for path in folder.iterdir()} == {"executed", ".lock"}
    executed = await page.fetch(
        PREFIX, "test-runs", begun["id"], "notebook", params={"path": "soil.ipynb"}
    )
    assert printed(executed.body) == "ein Wort\n"
    log = await page.ask("GET", "test-runs", begun["id"], "log", params={"from": "0"})
    assert log["length"] == ended["logLength"] == len(log["text"])
    rest = await page.ask("GET", "test-runs", begun["id"], "log", params={"from": "10"})
    assert rest["text"] == log["text"][10:]
    for path in ("other.ipynb", "../.lock", ""):
        refused = await refusal(page, begun["id"], "notebook", params={"path": path})
        assert refused == 404
    await page.ask("DELETE", "test-runs", begun["id"])
    assert await page.ask("GET", "test-runs") == {"testRuns": []}
    assert folders(runs_in) == []


async def refusal(page: Page, *path: str, method: str = "GET", **options: object) -> int:
    with pytest.raises(HTTPClientError) as caught:
        await page.ask(method, "test-runs", *path, **options)
    return caught.value.code


async def test_a_run_is_cancelled_while_it_runs_and_while_it_waits(page: Page, runs_in: Path):
    first = await page.ask("POST", "test-runs", body=order(page, SLOW))
    second = await page.ask("POST", "test-runs", body=order(page, "1", stamp="s-2"))
    await until(page, first["id"], "running")
    assert (await page.ask("GET", "test-runs", second["id"]))["phase"] == "queued"
    await page.ask("DELETE", "test-runs", second["id"])
    await until(page, second["id"], "cancelled")
    await page.ask("DELETE", "test-runs", first["id"])
    await until(page, first["id"], "cancelled")
    assert folders(runs_in) == []
    assert commands_with(str(runs_in)) == []
    # Cancelled ones are forgotten by the same word.
    await page.ask("DELETE", "test-runs", first["id"])
    assert await refusal(page, first["id"]) == 404


@pytest.mark.parametrize("phase", ["environment", "installing"])
async def test_a_run_is_cancelled_while_its_environment_is_made(
    page: Page,
    runs_in: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    phase: str,
):
    # An installer that never ends, with a child of its own.
    slow = tmp_path / "uv"
    uv = shutil.which("uv", path=os.path.dirname(sys.executable)) or "uv"
    waits = "venv" if phase == "environment" else "pip"
    slow.write_text(f'#!/bin/sh\n[ "$1" = {waits} ] && {{ sleep 600 & wait; }}\nexec {uv} "$@"\n')
    slow.chmod(0o755)
    monkeypatch.setattr(
        "jupyterlab_zenodo_publisher.testruns.making.python.find_program", lambda _: str(slow)
    )
    files = [inline("soil.ipynb", notebook("1").encode()), inline("requirements.txt", b"six\n")]
    begun = await page.ask("POST", "test-runs", body=order(page, entries=files))
    await until(page, begun["id"], phase)
    wait_for(lambda: commands_with(str(slow)))
    await page.ask("DELETE", "test-runs", begun["id"])
    await until(page, begun["id"], "cancelled")
    assert folders(runs_in) == []
    assert commands_with(str(slow)) == []


async def test_packages_that_do_not_install_are_told_in_the_installer_s_words(page: Page):
    text = b"no-such-package-of-ours-9 @ file:///nowhere/at/all.whl\n"
    files = [inline("soil.ipynb", notebook("1").encode()), inline("requirements.txt", text)]
    begun = await page.ask("POST", "test-runs", body=order(page, entries=files))
    ended = await until(page, begun["id"], "failed")
    assert ended["failure"]["code"] == "install"
    assert "/nowhere/at/all.whl" in ended["failure"]["text"]
    assert len(ended["failure"]["text"]) <= 4000
    assert ended["notebooks"][0]["outcome"] == "waiting"


@pytest.mark.parametrize(
    ("files", "code", "text"),
    [
        ({"Dockerfile": b"FROM x"}, "no-tool", "Dockerfile"),
        ({"binder/Pipfile": b""}, "no-tool", "binder/Pipfile"),
        ({"runtime.txt": b"python-3.12.4"}, "install", "runtime.txt: python-3.12.4"),
    ],
)
async def test_what_cannot_be_made_here_is_told(page: Page, files: dict, code: str, text: str):
    entries = [inline("soil.ipynb", notebook("1").encode())]
    entries += [inline(path, content) for path, content in files.items()]
    begun = await page.ask("POST", "test-runs", body=order(page, entries=entries))
    ended = await until(page, begun["id"], "failed")
    assert ended["failure"] == {"code": code, "path": "", "text": text}


async def test_a_file_that_changed_is_not_run(page: Page, runs_in: Path):
    body = order(page, "1")
    (page.root / "soil" / "data" / "größe 🌱.txt").write_text("other words")
    begun = await page.ask("POST", "test-runs", body=body)
    ended = await until(page, begun["id"], "failed")
    assert ended["failure"]["code"] == "file-changed"
    assert ended["failure"]["path"] == "data/größe 🌱.txt"
    assert folders(runs_in) == []


@pytest.mark.parametrize(
    ("name", "code"), [("none.txt", "file-missing"), (".ssh/id_ed25519", "file-forbidden")]
)
async def test_only_files_that_jupyter_shows_are_run(page: Page, name: str, code: str):
    entry = {"path": "x", "source": f"soil/{name}", "size": 6, "lastModified": ""}
    entries = [inline("soil.ipynb", notebook("1").encode()), entry]
    begun = await page.ask("POST", "test-runs", body=order(page, entries=entries))
    ended = await until(page, begun["id"], "failed")
    assert ended["failure"]["code"] == code


@pytest.mark.parametrize("test_run_settings", [{"max_test_run_bytes": 300}])
async def test_too_much_is_refused(page: Page):
    answer = await page.refused("test-runs", body=order(page, "1" * 300))
    assert (answer["status"], answer["code"]) == (413, "too-large")


NONSENSE = [
    {"notebooks": []},
    {"notebooks": ["other.ipynb"]},
    {"notebooks": ["soil.ipynb", "soil.ipynb"]},
    {"notebooks": [7]},
    {"entries": [inline("../x", b"")]},
    {"cellSeconds": 0},
    {"totalSeconds": "long"},
    {"cellSeconds": True},
    {"stamp": ""},
]


async def test_nonsense_is_refused(page: Page):
    for changes in NONSENSE:
        answer = await page.refused("test-runs", body=order(page, "1", **changes))
        assert (answer["status"], answer["code"]) == (400, "bad-request"), changes
    assert await page.ask("GET", "test-runs") == {"testRuns": []}


@pytest.mark.parametrize("test_run_settings", [{"test_run_cell_seconds": 50.0}])
async def test_the_page_is_told_what_is_allowed(page: Page):
    offer = (await page.ask("GET", "capabilities"))["testRuns"]
    assert offer == {
        "maxBytes": 2 * 10**9,
        "cellSeconds": 50.0,
        "totalSeconds": 3600.0,
        "memoryBytes": 2 * 2**30,
    }


@pytest.mark.parametrize("test_run_settings", [{"test_runs_enabled": False}])
async def test_a_server_may_run_nothing(page: Page):
    assert (await page.ask("GET", "capabilities"))["testRuns"] is None
    answer = await page.refused("test-runs", body=order(page, "1"))
    assert (answer["status"], answer["code"]) == (404, "not-found")


class TestTwoUsers:
    @pytest.fixture
    def jp_server_config(self, jp_server_config: dict) -> dict:
        jp_server_config["ServerApp"]["identity_provider_class"] = Named
        return jp_server_config

    async def test_one_sees_nothing_of_the_other(self, page: Page):
        body = order(page, entries=[inline("soil.ipynb", b""), inline("REQUIRE", b"")])
        begun = await page.ask("POST", "test-runs", body=body)
        await until(page, begun["id"], "failed")
        bob = {"X-Who": "bob"}
        assert await page.ask("GET", "test-runs", headers=bob) == {"testRuns": []}
        for path in ((), ("events",), ("log",), ("notebook",)):
            assert await refusal(page, begun["id"], *path, headers=bob) == 404
        assert await refusal(page, begun["id"], method="DELETE", headers=bob) == 404


async def test_a_page_of_another_origin_cannot_ask_for_one(page: Page, jp_serverapp):
    first = await page.fetch(
        "api", "status", params={"token": jp_serverapp.identity_provider.token}, headers=NO_TOKEN
    )
    cookies = [one.split(";")[0] for one in first.headers.get_list("Set-Cookie") if "=" in one]

    async def post(**headers: str) -> int:
        cookie = {"Cookie": "; ".join(cookies)}
        options = {"method": "POST", "body": "{}", "raise_error": False}
        answer = await page.fetch(
            PREFIX, "test-runs", headers={**NO_TOKEN, **cookie, **headers}, **options
        )
        return answer.code

    cookies.append(f"_xsrf={XSRF}")
    assert await post() == 403
    assert await post(**{"X-XSRFToken": XSRF}) == 400


async def test_the_server_is_busy_and_its_end_ends_all(page: Page, runs_in: Path, jp_serverapp):
    manager = jp_serverapp.extension_manager
    [app] = manager.extension_apps["jupyterlab_zenodo_publisher"]
    begun = await page.ask("POST", "test-runs", body=order(page, SLOW))
    await until(page, begun["id"], "running")
    assert app.current_activity() == [begun["id"]]
    await app.stop_extension()
    assert app.current_activity() is None
    assert folders(runs_in) == []
    assert commands_with(str(runs_in)) == []


def test_what_a_killed_server_left_is_removed(runs_in: Path):
    mine = RunFolder(str(runs_in))
    code = (
        "import sys, os, signal; from jupyterlab_zenodo_publisher.testruns.folder import RunFolder;"
        "RunFolder(sys.argv[1]); os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", code, str(runs_in)])
    half, new = runs_in / f"{FOLDERS}half-removed", runs_in / f"{FOLDERS}just-made"
    for path in (half, new):
        path.mkdir()
    os.utime(half, (1e9, 1e9))
    assert len(folders(runs_in)) == 4
    sweep(str(runs_in))
    assert sorted(folders(runs_in)) == sorted([mine.path, new])
    new.rmdir()
    mine.remove()
    assert folders(runs_in) == []
