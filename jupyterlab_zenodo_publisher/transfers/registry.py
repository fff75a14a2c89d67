"""All transfers of this server: who may see which, and how long they are kept."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import AsyncIterator
from typing import Any

import httpx

from ..errors import NotFoundError, TooManyError
from ..project.files import ProjectFiles
from .limits import TransferLimits
from .request import TransferRequest
from .state import Phase
from .transfer import Transfer

#: Seconds that a server waits for its transfers when it ends.
_PATIENCE = 5.0


class Transfers:
    """The transfers, in memory: a server that ends forgets them, and the page
    asks the site what arrived.

    To be used by the server's own thread.
    """

    def __init__(
        self,
        files: ProjectFiles,
        limits: TransferLimits,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        """:param transport: for tests; None: the network"""
        self.limits = limits
        self._files = files
        self._transport = transport
        self._slots = threading.Semaphore(limits.running)
        self._all: dict[str, Transfer] = {}
        self._waiting: dict[str, set[asyncio.Event]] = {}

    def start(self, request: TransferRequest, token: str, owner: str) -> Transfer:
        """Begin a transfer, or find the one that does the same, or has done it.

        :raises TooManyError
        """
        self._forget_old()
        for transfer in self.of(owner):
            failed = transfer.state.phase in (Phase.FAILED, Phase.CANCELLED)
            if not failed and _is_same(transfer.request, request):
                transfer.set_token(token)
                return transfer
        if len(self._all) >= self.limits.kept:
            raise TooManyError("There are too many transfers on this server.")
        loop = asyncio.get_running_loop()

        def on_change(changed: Transfer) -> None:
            if not loop.is_closed():
                loop.call_soon_threadsafe(self._tell, changed.id)

        transfer = Transfer(
            request,
            token,
            owner,
            self._files,
            self.limits,
            self._slots,
            on_change,
            self._transport,
        )
        self._all[transfer.id] = transfer
        transfer.start()
        return transfer

    def of(self, owner: str) -> list[Transfer]:
        """Somebody's transfers, the newest first."""
        own = [one for one in self._all.values() if one.owner == owner]
        return sorted(own, key=lambda one: one.begun, reverse=True)

    def get(self, transfer_id: str, owner: str) -> Transfer:
        """:raises NotFoundError: there is none, or it is somebody else's"""
        transfer = self._all.get(transfer_id)
        if transfer is None or transfer.owner != owner:
            raise NotFoundError("There is no such transfer.")
        return transfer

    def remove(self, transfer_id: str, owner: str) -> None:
        """Cancel a transfer that runs; forget one that has ended.

        :raises NotFoundError
        """
        transfer = self.get(transfer_id, owner)
        if transfer.state.phase.is_final:
            del self._all[transfer_id]
        else:
            transfer.cancel()

    async def follow(self, transfer: Transfer, beat: float) -> AsyncIterator[dict[str, Any] | None]:
        """Its states, from the present one to the final one; None after each
        `beat` seconds without any."""
        event = asyncio.Event()
        listeners = self._waiting.setdefault(transfer.id, set())
        listeners.add(event)
        seen = -1
        try:
            while True:
                event.clear()
                state = transfer.state
                if state.sequence != seen:
                    seen = state.sequence
                    yield transfer.as_json()
                if state.phase.is_final:
                    return
                try:
                    await asyncio.wait_for(event.wait(), beat)
                except (TimeoutError, asyncio.TimeoutError):
                    yield None
        finally:
            listeners.discard(event)
            if not listeners:
                self._waiting.pop(transfer.id, None)

    @property
    def running(self) -> list[str]:
        """The ids of those that have not ended: they keep a server from being culled."""
        return [one.id for one in self._all.values() if not one.state.phase.is_final]

    async def close(self) -> None:
        """Cancel all, and wait a little for their ends."""
        threads = list(self._all.values())
        for transfer in threads:
            transfer.cancel()
        end = time.monotonic() + _PATIENCE

        def join() -> None:
            for transfer in threads:
                transfer.join(max(0.0, end - time.monotonic()))

        await asyncio.get_running_loop().run_in_executor(None, join)

    def _tell(self, transfer_id: str) -> None:
        for event in self._waiting.get(transfer_id, ()):
            event.set()

    def _forget_old(self) -> None:
        now = time.time()
        for transfer in list(self._all.values()):
            is_old = now - transfer.ended > self.limits.keep_finished
            if transfer.state.phase.is_final and is_old:
                del self._all[transfer.id]


def _is_same(one: TransferRequest, other: TransferRequest) -> bool:
    """The same files for the same draft: the page's stamp says so."""

    def identity(request: TransferRequest) -> tuple[str, ...]:
        return (request.site, request.draft, request.publication, request.stamp)

    return identity(one) == identity(other)
