"""Begin, follow, cancel transfers."""

from __future__ import annotations

import json

from jupyter_server.auth.decorator import authorized
from tornado import web

from ..errors import NotFoundError
from ..transfers.registry import Transfers
from ..transfers.request import read_request, read_token
from .events import EventsHandler


class _TransferHandler(EventsHandler):
    @property
    def transfers(self) -> Transfers:
        """:raises NotFoundError: this server has none"""
        transfers = self.setting("transfers")
        if transfers is None:
            raise NotFoundError("This server does not send files by itself.")
        return transfers


class TransfersHandler(_TransferHandler):
    """All transfers of the user."""

    @web.authenticated
    @authorized
    def get(self) -> None:
        """List them, the newest first."""
        own = self.transfers.of(self.owner)
        self.finish(json.dumps({"transfers": [one.as_json() for one in own]}))

    @web.authenticated
    @authorized
    async def post(self) -> None:
        """Begin one."""
        transfers, body = self.transfers, self.body()
        token = read_token(body)
        request = read_request(body, self.setting("sites"), transfers.limits)
        transfer = transfers.start(request, token, self.owner)
        self.set_status(201)
        self.finish(json.dumps(transfer.as_json()))


class TransferHandler(_TransferHandler):
    """One transfer."""

    @web.authenticated
    @authorized
    def get(self, transfer_id: str) -> None:
        """Say where it is."""
        transfer = self.transfers.get(transfer_id, self.owner)
        self.finish(json.dumps(transfer.as_json()))

    @web.authenticated
    @authorized
    def patch(self, transfer_id: str) -> None:
        """Hand it a new token."""
        transfer = self.transfers.get(transfer_id, self.owner)
        transfer.set_token(read_token(self.body()))
        self.finish(json.dumps(transfer.as_json()))

    @web.authenticated
    @authorized
    def delete(self, transfer_id: str) -> None:
        """Cancel it, or forget one that has ended."""
        self.transfers.remove(transfer_id, self.owner)
        self.set_status(204)
        self.finish()


class TransferEventsHandler(_TransferHandler):
    """The course of a transfer, as server-sent events."""

    @web.authenticated
    @authorized
    async def get(self, transfer_id: str) -> None:
        """Send each state, from the present one to the final one."""
        await self.send_events(self.transfers, self.transfers.get(transfer_id, self.owner))
