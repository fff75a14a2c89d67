"""What this extension can do here."""

from __future__ import annotations

import json

from jupyter_server.auth.decorator import authorized
from tornado import web

from .. import __version__
from .base import PublisherHandler


class CapabilitiesHandler(PublisherHandler):
    """Asked once by each page."""

    @web.authenticated
    @authorized
    def get(self) -> None:
        """Answer with what the configuration allows."""
        transfers = self.setting("transfers")
        files = self.setting("files")
        answer = {
            "version": __version__,
            "sites": list(self.setting("sites").urls),
            "files": files.are_local,
            "outsideLinks": files.allows_outside_links,
            "transfers": None
            if transfers is None
            else {
                "maxBytes": transfers.limits.total_bytes,
                "maxInlineBytes": transfers.limits.inline_bytes,
            },
        }
        self.finish(json.dumps(answer))
