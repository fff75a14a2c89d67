"""All jobs of one kind on this server: who may see which, and how long they are kept."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from typing import Any, Generic, TypeVar

from ..errors import NotFoundError, TooManyError
from .job import Job

#: Seconds that a server waits for its jobs when it ends.
_PATIENCE = 5.0

J = TypeVar("J", bound=Job)


class Jobs(Generic[J]):
    """The jobs, in memory: a server that ends forgets them.

    To be used by the server's own thread.

    :param kept: how many there may be, ended ones included
    :param keep_finished: seconds for which an ended one is kept
    """

    def __init__(self, kept: int, keep_finished: float) -> None:
        self._kept = kept
        self._keep_finished = keep_finished
        self._all: dict[str, J] = {}
        self._waiting: dict[str, set[asyncio.Event]] = {}

    def of(self, owner: str) -> list[J]:
        """Somebody's jobs, the newest first."""
        own = [one for one in self._all.values() if one.owner == owner]
        return sorted(own, key=lambda one: one.begun, reverse=True)

    def get(self, job_id: str, owner: str) -> J:
        """:raises NotFoundError: there is none, or it is somebody else's"""
        job = self._all.get(job_id)
        if job is None or job.owner != owner:
            raise NotFoundError("There is nothing of this id.")
        return job

    def remove(self, job_id: str, owner: str) -> None:
        """Cancel a job that runs; forget one that has ended.

        :raises NotFoundError
        """
        job = self.get(job_id, owner)
        if job.state.phase.is_final:
            self._forget(job)
        else:
            job.cancel()

    async def follow(self, job: J, beat: float) -> AsyncIterator[dict[str, Any] | None]:
        """Its states, from the present one to the final one; None after each
        `beat` seconds without any."""
        event = asyncio.Event()
        listeners = self._waiting.setdefault(job.id, set())
        listeners.add(event)
        seen = -1
        try:
            while True:
                event.clear()
                state = job.state
                if state.sequence != seen:
                    seen = state.sequence
                    yield job.as_json()
                if state.phase.is_final:
                    return
                try:
                    await asyncio.wait_for(event.wait(), beat)
                except (TimeoutError, asyncio.TimeoutError):
                    yield None
        finally:
            listeners.discard(event)
            if not listeners:
                self._waiting.pop(job.id, None)

    @property
    def running(self) -> list[str]:
        """The ids of those that have not ended: they keep a server from being culled."""
        return [one.id for one in self._all.values() if not one.state.phase.is_final]

    async def close(self) -> None:
        """Cancel all, wait a little for their ends, and remove what they left."""
        jobs = list(self._all.values())
        for job in jobs:
            job.cancel()
        end = time.monotonic() + _PATIENCE

        def finish() -> None:
            for job in jobs:
                job.join(max(0.0, end - time.monotonic()))
                job.forget()

        await asyncio.get_running_loop().run_in_executor(None, finish)

    def _make_room(self) -> None:
        """Forget what is old, before another one is made.

        :raises TooManyError
        """
        now = time.time()
        for job in list(self._all.values()):
            if job.state.phase.is_final and now - job.ended > self._keep_finished:
                self._forget(job)
        if len(self._all) >= self._kept:
            raise TooManyError("There are too many of them on this server.")

    def _begin(self, job: J) -> J:
        """Keep a job, and start it."""
        self._all[job.id] = job
        job.start()
        return job

    def _teller(self) -> Callable[[J], None]:
        """What a job's thread calls after each change."""
        loop = asyncio.get_running_loop()

        def on_change(changed: J) -> None:
            if not loop.is_closed():
                loop.call_soon_threadsafe(self._tell, changed.id)

        return on_change

    def _tell(self, job_id: str) -> None:
        for event in self._waiting.get(job_id, ()):
            event.set()

    def _forget(self, job: J) -> None:
        del self._all[job.id]
        job.forget()
