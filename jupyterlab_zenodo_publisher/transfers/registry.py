"""All transfers of this server."""

from __future__ import annotations

import threading

import httpx

from ..jobs.registry import Jobs
from ..project.files import ProjectFiles
from .limits import TransferLimits
from .request import TransferRequest
from .state import Phase
from .transfer import Transfer


class Transfers(Jobs[Transfer]):
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
        super().__init__(limits.kept, limits.keep_finished)
        self.limits = limits
        self._files = files
        self._transport = transport
        self._slots = threading.Semaphore(limits.running)

    def start(self, request: TransferRequest, token: str, owner: str) -> Transfer:
        """Begin a transfer, or find the one that does the same, or has done it.

        :raises TooManyError
        """
        for transfer in self.of(owner):
            failed = transfer.state.phase in (Phase.FAILED, Phase.CANCELLED)
            if not failed and _is_same(transfer.request, request):
                transfer.set_token(token)
                return transfer
        self._make_room()
        transfer = Transfer(
            request,
            token,
            owner,
            self._files,
            self.limits,
            self._slots,
            self._teller(),
            self._transport,
        )
        return self._begin(transfer)


def _is_same(one: TransferRequest, other: TransferRequest) -> bool:
    """The same files for the same draft: the page's stamp says so."""

    def identity(request: TransferRequest) -> tuple[str, ...]:
        return (request.site, request.draft, request.publication, request.stamp)

    return identity(one) == identity(other)
