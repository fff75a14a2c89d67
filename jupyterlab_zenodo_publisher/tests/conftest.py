"""A simulated Zenodo over HTTP, and a Jupyter server with the extension that may use it."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import subprocess
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest_plugins = ["pytest_jupyter.jupyter_server"]

REPOSITORY = Path(__file__).parents[2]


class Simulator:
    """The simulator, as its users and its tests see it."""

    def __init__(self, base: str, credentials: dict) -> None:
        self.base = base
        self.token: str = credentials["token"]
        #: Another one of the same person.
        self.no_scope_token: str = credentials["token_noscope"]
        self.clients: dict[str, dict] = credentials["clients"]
        self.password: str = credentials["password"]
        self.other_token: str = credentials["token_other"]

    def ask(self, method: str, path: str, body: object = None, token: str | None = None):
        """A request with the owner's token; the answer's JSON, or its bytes."""
        request = urllib.request.Request(
            f"{self.base}{path}",
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={
                "Authorization": f"Bearer {token or self.token}",
                "Accept": "application/vnd.inveniordm.v1+json",
                "Content-Type": "application/json",
            },
        )
        with urllib.request.urlopen(request) as answer:
            content = answer.read()
            is_json = "json" in answer.headers.get("Content-Type", "")
            return json.loads(content) if is_json and content else content

    def new_draft(self) -> str:
        """The id of a new draft of the owner's."""
        return self.ask("POST", "/api/records", {"files": {"enabled": True}})["id"]

    def files_of(self, draft: str) -> dict[str, dict]:
        """The files of a draft by their keys."""
        listed = self.ask("GET", f"/api/records/{draft}/draft/files")
        return {file["key"]: file for file in listed["entries"]}

    def content_of(self, draft: str, key: str) -> bytes:
        """The bytes of a file of a draft."""
        return self.ask("GET", f"/api/records/{draft}/draft/files/{key}/content")

    def fault(self, kind: str, **more: object) -> None:
        """Have something go wrong; see the simulator's README."""
        self.ask("POST", "/_simulator/faults", {"kind": kind, **more})

    def requests(self) -> list[dict]:
        """What was asked since the last reset."""
        return self.ask("GET", "/_simulator/requests")

    def reset(self) -> None:
        """Forget drafts, faults and requests; the tokens stay."""
        self.ask("DELETE", "/_simulator/faults")
        self.ask("POST", "/_simulator/tokens/restore")
        self.ask("POST", "/_simulator/reset")


@pytest.fixture(scope="session")
def running_simulator(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Simulator]:
    tsx = REPOSITORY / "node_modules/.bin/tsx"
    if not tsx.exists() or not shutil.which("node"):
        pytest.skip("The simulator runs in a checkout with its node packages")
    folder = tmp_path_factory.mktemp("simulator")
    creds = folder / "creds.json"
    command = [str(tsx), "simulator/cli.ts", "--port", "0", "--creds", str(creds)]
    with subprocess.Popen(
        [*command, "--lag", "0"], cwd=REPOSITORY, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout
            process.stdout.readline()
            credentials = json.loads(creds.read_text(encoding="utf-8"))
            yield Simulator(credentials["base"].rstrip("/"), credentials)
        finally:
            process.terminate()


@pytest.fixture
def simulator(running_simulator: Simulator) -> Simulator:
    running_simulator.reset()
    return running_simulator


@pytest.fixture
def publisher_settings() -> dict:
    """Settings of the extension; to be overridden."""
    return {}


@pytest.fixture
def jp_server_config(simulator: Simulator, publisher_settings: dict) -> dict:
    return {
        "ServerApp": {"jpserver_extensions": {"jupyterlab_zenodo_publisher": True}},
        "ZenodoPublisher": {
            "sites": [simulator.base],
            "start_delay": 0.0,
            **publisher_settings,
        },
    }


@pytest.fixture
def project(jp_root_dir: Path) -> Path:
    """A folder with a notebook, data and what belongs to them."""
    folder = jp_root_dir / "soil"
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "moisture.csv").write_text("day,percent\n" + "1,23.5\n" * 20_000)
    (folder / "data" / "noise.bin").write_bytes(secrets.token_bytes(300_000))
    (folder / "data" / "größe 🌱.txt").write_text("ein Wort")
    (folder / "empty.txt").write_text("")
    (folder / ".zenodo.json").write_text('{"title": "Soil"}')
    (folder / ".ssh").mkdir()
    (folder / ".ssh" / "id_ed25519").write_text("secret")
    (folder / ".binder").mkdir()
    (folder / ".binder" / "requirements.txt").write_text("numpy==2.3.5\n")
    os.utime(folder / "data" / "moisture.csv", (1_750_000_000.5, 1_750_000_000.5))
    return folder


@pytest.fixture(scope="session")
def package_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where test runs keep packages: they are downloaded once."""
    return tmp_path_factory.mktemp("packages")


@pytest.fixture(autouse=True)
def no_docker(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Test runs are the same on all machines, but for the tests that are about Docker."""
    if not request.module.__name__.endswith("_docker"):
        monkeypatch.setattr("jupyterlab_zenodo_publisher.testruns.run.find_docker", lambda: None)
