"""One transfer: a thread that packs and uploads, and what others may see and do of it."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from typing import Any

import httpx

from ..errors import PublisherError, TooLargeError
from ..jobs.job import CancelledError, Job
from ..jobs.source import Source
from ..project.files import ProjectFiles
from .archive import Content, SingleFile, SpooledArchive, StoredArchive
from .checksums import fill_in
from .deposit import Deposit
from .limits import TransferLimits
from .request import TransferRequest
from .site import SiteClient
from .state import Phase, ReadFile, State, Upload
from .troubles import SignInNeededError

#: Seconds between two reports of progress: more often nobody reads them.
_REPORT_EVERY = 0.2


class Transfer(Job[State]):
    """Packs files and brings them into a draft. It never publishes.

    Its own thread does the work; all methods may be called by any thread.

    :param owner: whose it is; nobody else is told of it
    :param slots: taken while it works
    :param on_change: called by its thread after each change
    """

    def __init__(
        self,
        request: TransferRequest,
        token: str,
        owner: str,
        files: ProjectFiles,
        limits: TransferLimits,
        slots: threading.Semaphore,
        on_change: Callable[[Transfer], None] = lambda _: None,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        super().__init__("transfer", owner, State(total=request.total_bytes), on_change)
        self.request = request
        self._files = files
        self._limits = limits
        self._slots = slots
        self._client = SiteClient(request.site, request.draft, transport)
        self._token = token
        self._reported = 0.0
        self._before = 0

    def as_json(self) -> dict[str, Any]:
        """What the page is told: no token, no bytes."""
        request = self.request
        return {
            **super().as_json(),
            "site": request.site,
            "draft": request.draft,
            "publication": request.publication,
            "stamp": request.stamp,
        }

    def set_token(self, token: str) -> None:
        """Go on with a new token: the user signed in again, or it was refreshed."""
        with self._changed:
            if not self._state.phase.is_final:
                self._token = token
                self._client.token = token
            self._changed.notify_all()

    # The course of a deposit.

    def wait(self, reason: str, seconds: float) -> None:
        """See `Course`."""
        self._set(wait_reason=reason, wait_until=time.time() + seconds)
        with self._changed:
            self._changed.wait_for(lambda: self._is_cancelled, timeout=seconds)
        self._stop_if_cancelled()
        self._set(wait_reason="", wait_until=0.0)

    def sign_in(self, refused: str) -> str:
        """See `Course`."""
        phase = self._state.phase
        self._set(phase=Phase.SIGN_IN)
        with self._changed:
            self._changed.wait_for(
                lambda: self._is_cancelled or self._token != refused,
                timeout=self._limits.wait_for_sign_in,
            )
            token = self._token
        self._stop_if_cancelled()
        if token == refused:
            raise SignInNeededError("Nobody signed in again.")
        self._set(phase=phase)
        return token

    def sending(self, sent: int) -> None:
        """See `Course`."""
        self._stop_if_cancelled()
        self._progress(self._before + sent)

    # What its thread does.

    def _run(self) -> None:
        contents: list[Content] = []
        try:
            self._client.token = self._token
            self.wait("start", random.uniform(0.0, self._limits.start_delay))
            self._take(self._slots)
            try:
                self._work(contents)
            finally:
                self._slots.release()
        except CancelledError:
            self._end(phase=Phase.CANCELLED)
        except PublisherError as error:
            self._end(phase=Phase.FAILED, error=error.as_json())
        except OSError as error:
            # Of the temporary file: those of the user's files have become ours.
            full = TooLargeError("There is no room for the archive.", reason=error.errno)
            self._end(phase=Phase.FAILED, error=full.as_json())
        except Exception:
            unknown = PublisherError("Something went wrong on the server.")
            self._end(phase=Phase.FAILED, error=unknown.as_json())
            raise
        finally:
            for content in contents:
                content.close()
            self._client.close()
            self._token = ""

    def _work(self, contents: list[Content]) -> None:
        sources: list[Source] = []
        for entry in self.request.entries:
            fill = lambda entry=entry: fill_in(self.request, entry, sources)  # noqa: E731
            sources.append(Source(entry, self._files, fill))
        for source in sources:
            self._stop_if_cancelled()
            source.check()
        keyed = self._contents(sources, contents)
        total = sum(content.size for _, content in keyed)
        self._set(phase=Phase.UPLOADING, done=0, total=total)
        deposit = Deposit(self._client, self)
        uploads = []
        for key, content in keyed:
            self._set(name=key)
            md5 = deposit.put(key, content)
            uploads.append(Upload(key, content.size, md5))
            self._before += content.size
        files = tuple(
            ReadFile(source.entry.path, source.entry.size, source.sha256 or "")
            for source in sources
        )
        self._end(phase=Phase.VERIFIED, done=total, uploads=tuple(uploads), files=files)

    def _contents(self, sources: list[Source], made: list[Content]) -> list[tuple[str, Content]]:
        """What goes under which key; what has to be closed is in `made`."""
        if self.request.archive is None:
            return [(source.entry.path, SingleFile(source)) for source in sources]
        if self.request.total_bytes > self._limits.spool_bytes:
            archive: Content = StoredArchive(sources)
        else:
            self._set(phase=Phase.PACKING, done=0, total=self.request.total_bytes)
            archive = SpooledArchive(sources, self._packing(sources))
        made.append(archive)
        return [(self.request.archive, archive)]

    def _packing(self, sources: list[Source]) -> Callable[[], None]:
        def on_bytes() -> None:
            self._stop_if_cancelled()
            self._progress(sum(source.count for source in sources))

        return on_bytes

    def _progress(self, done: int) -> None:
        now = time.monotonic()
        if now - self._reported >= _REPORT_EVERY:
            self._reported = now
            self._set(done=done)

    def _end(self, **changes: Any) -> None:
        super()._end(wait_reason="", wait_until=0.0, **changes)
