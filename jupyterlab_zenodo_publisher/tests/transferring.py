"""How the tests of transfers ask for one and follow it."""

from __future__ import annotations

import asyncio
import base64
import json
from datetime import datetime, timezone
from pathlib import Path

import pytest
from tornado.httpclient import HTTPClientError

PREFIX = "jupyterlab-zenodo-publisher"


def seen(root: Path, source: str, path: str) -> dict:
    """An entry of a request for a file, as a page would see it."""
    status = (root / source).stat()
    time = datetime.fromtimestamp(status.st_mtime, timezone.utc)
    return {
        "path": path,
        "source": source,
        "size": status.st_size,
        "lastModified": time.isoformat().replace("+00:00", "Z"),
    }


def inline(path: str, content: bytes) -> dict:
    """An entry whose bytes the page sends."""
    return {"path": path, "content": base64.b64encode(content).decode()}


class Page:
    """Asks as the page does."""

    def __init__(self, fetch, root: Path, simulator) -> None:
        self.fetch = fetch
        self.root = root
        self.simulator = simulator

    async def ask(self, method: str, *path: str, body: object = None, **options):
        """The JSON of an answer."""
        text = None if body is None else json.dumps(body)
        answer = await self.fetch(PREFIX, *path, method=method, body=text, **options)
        return json.loads(answer.body) if answer.body else None

    def request(self, draft: str, **changes: object) -> dict:
        """A request for the whole project."""
        soil = ["data/größe 🌱.txt", "data/moisture.csv", "data/noise.bin", "empty.txt"]
        return {
            "site": self.simulator.base,
            "draft": draft,
            "token": self.simulator.token,
            "publication": "p-1",
            "stamp": "s-1",
            "archive": "soil.zip",
            "entries": [
                inline("soil.ipynb", b'{"cells": []}'),
                *(seen(self.root, f"soil/{path}", path) for path in soil),
            ],
            **changes,
        }

    async def start(self, draft: str, **changes: object) -> dict:
        """Begin a transfer."""
        return await self.ask("POST", "transfers", body=self.request(draft, **changes))

    async def until(self, transfer_id: str, *phases: str) -> dict:
        """Its state, once it is in one of these phases."""
        for _ in range(600):
            state = await self.ask("GET", "transfers", transfer_id)
            if state["phase"] in phases:
                return state
            if state["phase"] in ("failed", "cancelled", "verified"):
                pytest.fail(f"It ended: {state}")
            await asyncio.sleep(0.05)
        pytest.fail(f"It did not come to {phases}: {state}")

    async def refused(self, *path: str, method: str = "POST", body: object = None) -> dict:
        """The reason of an answer that is an error, with its status."""
        with pytest.raises(HTTPClientError) as caught:
            await self.ask(method, *path, body=body)
        try:
            reason = json.loads(caught.value.response.body)
        except ValueError:
            reason = {}
        return {**reason, "status": caught.value.code}


@pytest.fixture
def page(jp_fetch, jp_root_dir: Path, simulator, project: Path) -> Page:
    return Page(jp_fetch, jp_root_dir, simulator)
