"""What this extension can do here."""

from __future__ import annotations

import json
from typing import Any

from jupyter_server.auth.decorator import authorized
from tornado import web

from .. import __version__
from ..errors import PublisherError
from ..oauth.exchange import Exchange
from .base import PublisherHandler


class CapabilitiesHandler(PublisherHandler):
    """Asked once by each page."""

    @web.authenticated
    @authorized
    async def get(self) -> None:
        """Answer with what the configuration allows."""
        exchange: Exchange | None = self.setting("exchange")
        transfers = self.setting("transfers")
        runs = self.setting("test_runs")
        files = self.setting("files")
        answer = {
            "version": __version__,
            "sites": list(self.setting("sites").urls),
            "doiResolvers": list(self.setting("resolvers").urls),
            "files": files.are_local,
            "oauth": await _clients(exchange) if exchange else [],
            "outsideLinks": files.allows_outside_links,
            "transfers": None
            if transfers is None
            else {
                "maxBytes": transfers.limits.total_bytes,
                "maxInlineBytes": transfers.limits.inline_bytes,
            },
            "testRuns": None
            if runs is None
            else {
                "maxBytes": runs.limits.total_bytes,
                "cellSeconds": runs.limits.cell_seconds,
                "totalSeconds": runs.limits.total_seconds,
                "memoryBytes": runs.limits.memory_bytes,
            },
        }
        self.finish(json.dumps(answer))


async def _clients(exchange: Exchange) -> list[dict[str, Any]]:
    try:
        return await exchange.clients()
    except PublisherError:
        # The hub's service is down: a token can still be pasted.
        return []
