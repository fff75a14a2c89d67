"""Begin, follow, read, cancel test runs."""

from __future__ import annotations

import json

from jupyter_server.auth.decorator import authorized
from tornado import web
from tornado.ioloop import IOLoop

from ..errors import BadRequestError, NotFoundError
from ..testruns.registry import TestRuns
from ..testruns.request import read_order
from .events import EventsHandler


class _TestRunHandler(EventsHandler):
    @property
    def runs(self) -> TestRuns:
        """:raises NotFoundError: this server has none"""
        runs = self.setting("test_runs")
        if runs is None:
            raise NotFoundError("This server does not run notebooks by itself.")
        return runs


class TestRunsHandler(_TestRunHandler):
    """All test runs of the user."""

    @web.authenticated
    @authorized
    def get(self) -> None:
        """List them, the newest first."""
        own = self.runs.of(self.owner)
        self.finish(json.dumps({"testRuns": [one.as_json() for one in own]}))

    @web.authenticated
    @authorized
    async def post(self) -> None:
        """Begin one."""
        runs = self.runs
        run = runs.start(read_order(self.body(), runs.limits), self.owner)
        self.set_status(201)
        self.finish(json.dumps(run.as_json()))


class TestRunHandler(_TestRunHandler):
    """One test run."""

    @web.authenticated
    @authorized
    def get(self, run_id: str) -> None:
        """Say where it is."""
        self.finish(json.dumps(self.runs.get(run_id, self.owner).as_json()))

    @web.authenticated
    @authorized
    def delete(self, run_id: str) -> None:
        """Cancel it, or forget one that has ended, with its notebooks."""
        self.runs.remove(run_id, self.owner)
        self.set_status(204)
        self.finish()


class TestRunEventsHandler(_TestRunHandler):
    """The course of a test run, as server-sent events."""

    @web.authenticated
    @authorized
    async def get(self, run_id: str) -> None:
        """Send each state, from the present one to the final one."""
        await self.send_events(self.runs, self.runs.get(run_id, self.owner))


class TestRunLogHandler(_TestRunHandler):
    """The log of a test run."""

    @web.authenticated
    @authorized
    def get(self, run_id: str) -> None:
        """Query: `from`, the first character that is wanted, 0 by default."""
        run = self.runs.get(run_id, self.owner)
        try:
            start = int(self.get_query_argument("from", "0"))
        except ValueError as error:
            raise BadRequestError("“from” is no number.") from error
        # The length first: what is written meanwhile is sent again, not lost.
        length = run.log.length
        self.finish(json.dumps({"text": run.log.text(max(0, start), length), "length": length}))


class TestRunNotebookHandler(_TestRunHandler):
    """A notebook as it came out of a test run."""

    @web.authenticated
    @authorized
    async def get(self, run_id: str) -> None:
        """Query: `path` in the bundle."""
        run = self.runs.get(run_id, self.owner)
        path = self.get_query_argument("path", "")
        content = await IOLoop.current().run_in_executor(None, run.executed, path)
        # Nothing of it is ever shown as a page.
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Content-Type", "application/json")
        self.finish(content, set_content_type="application/json")
