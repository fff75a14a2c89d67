"""Whether a DOI leads anywhere yet."""

from __future__ import annotations

import json

from jupyter_server.auth.decorator import authorized
from tornado import web

from .base import PublisherHandler


class DoiHandler(PublisherHandler):
    """Asks a resolver, where the browser's network may not let the page do so."""

    @web.authenticated
    @authorized
    async def post(self) -> None:
        """Answer whether `doi` leads anywhere, by `resolver`. A POST, so that no
        other page can have this server ask."""
        body = self.body()
        resolves = await self.setting("resolvers").resolves(body.get("resolver"), body.get("doi"))
        self.finish(json.dumps({"resolves": resolves}))
