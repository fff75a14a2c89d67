"""The course of a job, as server-sent events."""

from __future__ import annotations

import json
from typing import Any

from tornado.iostream import StreamClosedError

from ..jobs.job import Job
from ..jobs.registry import Jobs
from .base import PublisherHandler

#: Seconds between signs of life, so that no proxy takes the connection for dead.
_BEAT = 15.0


class EventsHandler(PublisherHandler):
    """Can tell of a job as it goes on.

    Source: the HTML standard, section "Server-sent events".
    """

    async def send_events(self, jobs: Jobs, job: Job) -> None:
        """Send each state, from the present one to the final one."""
        self.set_header("Content-Type", "text/event-stream")
        self.set_header("Cache-Control", "no-store")
        # Source: nginx's X-Accel-Buffering: each event at once.
        self.set_header("X-Accel-Buffering", "no")
        try:
            async for state in jobs.follow(job, _BEAT):
                await self._send(state)
        except StreamClosedError:
            # The page was closed; the job goes on.
            return

    async def _send(self, state: dict[str, Any] | None) -> None:
        self.write(": still here\n\n" if state is None else f"data: {json.dumps(state)}\n\n")
        await self.flush()
