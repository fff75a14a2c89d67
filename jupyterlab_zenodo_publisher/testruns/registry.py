"""All test runs of this server."""

from __future__ import annotations

import threading
from pathlib import Path

from ..jobs.registry import Jobs
from ..project.files import ProjectFiles
from .bundle import SentBundle
from .folder import sweep
from .limits import TestRunLimits
from .request import TestRunOrder
from .run import Task, TestRun


class TestRuns(Jobs[TestRun]):
    """The test runs, in memory: a server that ends forgets them, with their files.

    To be used by the server's own thread.
    """

    __test__ = False

    def __init__(self, files: ProjectFiles, limits: TestRunLimits) -> None:
        super().__init__(limits.kept, limits.keep_finished)
        self.limits = limits
        self._files = files
        self._slots = threading.Semaphore(limits.running)
        # Of servers that were killed. It may take a while.
        threading.Thread(target=sweep, args=(limits.folder,), daemon=True).start()

    def start(self, order: TestRunOrder, owner: str) -> TestRun:
        """Begin a run, or find the one that does the same and has not ended.

        :raises TooManyError
        """
        for run in self.of(owner):
            if not run.state.phase.is_final and _is_same(run.task, order):
                return run
        self._make_room()
        task = Task(
            notebooks=order.notebooks,
            bundle=SentBundle(order.entries, self._files),
            cell_seconds=order.cell_seconds,
            total_seconds=order.total_seconds,
            publication=order.publication,
            stamp=order.stamp,
            hidden=(Path(self._files.root),),
        )
        return self._begin(TestRun(task, owner, self.limits, self._slots, self._teller()))


def _is_same(task: Task, order: TestRunOrder) -> bool:
    """The same notebooks of the same files: the page's stamp says so."""
    return (task.publication, task.stamp, task.notebooks) == (
        order.publication,
        order.stamp,
        order.notebooks,
    )
