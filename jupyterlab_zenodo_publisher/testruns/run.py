"""One test run: a thread that unpacks, makes the environment and runs the notebooks."""

from __future__ import annotations

import json
import os
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..errors import NotFoundError, PublisherError, TooLargeError
from ..jobs.job import CancelledError, Job
from .bundle import Bundle
from .folder import RunFolder, no_room
from .limits import TestRunLimits
from .log import Log
from .making.docker import DockerTools, find_docker
from .making.making import make_as_binder, make_environment
from .making.shop import Shop
from .making.workplace import Workplace
from .recipe.reading import Recipe, read_recipe
from .running.command import StoppedError
from .running.container import Container
from .running.ending import end_marked
from .running.isolation import Sandbox, bubblewrap, choose_isolation
from .running.language import language_of
from .running.notebook import Setting, run_notebook
from .state import Failure, MadeEnvironment, NotebookRun, Now, Phase, State

#: Where installers keep what they downloaded, below the user's caches.
_CACHE = "jupyterlab-zenodo-publisher"


@dataclass(frozen=True)
class Task:
    """What a run is to do, wherever it came from."""

    notebooks: tuple[str, ...]
    bundle: Bundle
    cell_seconds: float
    total_seconds: float
    publication: str = ""
    stamp: str = ""
    #: What is not shown to notebooks: the server's root and the user's home.
    hidden: tuple[Path, ...] = ()


class TestRun(Job[State]):
    """Runs notebooks as a reader would.

    :param slots: taken while it works
    """

    __test__ = False

    def __init__(
        self,
        task: Task,
        owner: str,
        limits: TestRunLimits,
        slots: threading.Semaphore,
        on_change: Callable[[TestRun], None] = lambda _: None,
    ) -> None:
        state = State(notebooks=tuple(NotebookRun(path) for path in task.notebooks))
        super().__init__("test-run", owner, state, on_change)
        self.task = task
        self.log = Log()
        self._limits = limits
        self._slots = slots
        self._folder: RunFolder | None = None
        self._container: Container | None = None

    def as_json(self) -> dict[str, Any]:
        """What the page is told."""
        return {
            **super().as_json(),
            "publication": self.task.publication,
            "stamp": self.task.stamp,
            "ended": self.ended,
            "logLength": self.log.length,
        }

    def executed(self, path: str) -> bytes:
        """A notebook as it came out of the run.

        :raises NotFoundError: it is none of the run's, or has not been run
        :raises TooLargeError
        """
        folder = self._folder
        if folder is None or path not in self.task.notebooks:
            raise NotFoundError("There is no such notebook.")
        try:
            with open(folder.executed / path, "rb") as file:
                content = file.read(self._limits.notebook_bytes + 1)
        except OSError as error:
            raise NotFoundError("There is no such notebook.") from error
        if len(content) > self._limits.notebook_bytes:
            raise TooLargeError("This notebook is too large.", most=self._limits.notebook_bytes)
        return content

    def forget(self) -> None:
        """Remove its folder."""
        if self._folder:
            self._folder.remove()
            self._folder = None

    # What its thread does.

    def _run(self) -> None:
        try:
            self._take(self._slots)
            try:
                self._work()
            finally:
                self._slots.release()
        except (CancelledError, StoppedError):
            self._clear()
            self._end(phase=Phase.CANCELLED, now=None)
        except PublisherError as error:
            self._fail(error)
        except OSError as error:
            self._fail(no_room(error) or PublisherError("A file cannot be written or read."))
        except Exception:
            self._fail(PublisherError("Something went wrong on the server."))
            raise

    def _fail(self, error: PublisherError) -> None:
        text = str(error.details.get("text", ""))
        path = str(error.details.get("path", ""))
        code = "trouble" if error.code == "failed" else error.code
        self.log.line(f"{error} {path} {text}".strip())
        self._clear()
        self._end(phase=Phase.FAILED, failure=Failure(code, path, text), now=None)

    def _clear(self) -> None:
        """Nothing is left of it, no process and no file."""
        self._end_all()
        self.forget()

    def _end_all(self) -> None:
        end_marked(self.id)
        if self._container:
            self._container.remove()
            self._container = None

    def _work(self) -> None:
        tools = find_docker() if self._limits.repo2docker else None
        isolation = "hidden" if tools else choose_isolation(self._limits.isolation)
        self._folder = folder = RunFolder(self._limits.folder)
        self._set(phase=Phase.UNPACKING)
        self.task.bundle.unpack(folder.bundle, self._stop_if_cancelled)
        self._set(phase=Phase.ENVIRONMENT)
        recipe = read_recipe(folder.bundle, has_repo2docker=tools is not None)
        environment, place = self._make(recipe, folder, tools, isolation)
        self._set(phase=Phase.RUNNING, environment=environment)
        self._run_notebooks(self._setting(folder, place, environment))
        self._end_all()
        folder.keep_results_only()
        self._end(phase=Phase.DONE, now=None)

    def _make(
        self, recipe: Recipe, folder: RunFolder, tools: DockerTools | None, isolation: str
    ) -> tuple[MadeEnvironment, Workplace]:
        shop = Shop(
            folder=folder,
            log=self.log,
            mark=self.id,
            cache=self._cache(),
            until=time.monotonic() + self._limits.install_seconds,
            is_cancelled=lambda: self._is_cancelled,
            on_installing=lambda: self._set(phase=Phase.INSTALLING),
        )
        if tools:
            memory = self._limits.memory_bytes
            made = make_as_binder(tools, recipe, self.task.notebooks, shop, memory)
            self._container = made[1].container
            self._stop_if_cancelled()
            return made
        languages: frozenset[str] = frozenset()
        if recipe.kind in ("R", "julia"):
            paths = (folder.bundle / path for path in self.task.notebooks)
            languages = frozenset(_language(path) for path in paths)
        made = make_environment(recipe, languages, shop, isolation)
        self._stop_if_cancelled()
        return made

    def _cache(self) -> Path:
        if self._limits.cache:
            path = Path(self._limits.cache)
        else:
            path = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / _CACHE
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        return path.resolve()

    def _setting(
        self, folder: RunFolder, place: Workplace, environment: MadeEnvironment
    ) -> Setting:
        programs, folders = tuple(place.programs), tuple(place.folders)
        is_apart = environment.isolation == "hidden" and not place.container
        bwrap = bubblewrap() if is_apart else None
        hidden = tuple(path.resolve() for path in (*self.task.hidden, Path.home()))
        return Setting(
            folder=folder,
            kernels=tuple(place.kernels),
            sandbox=Sandbox(bwrap, folder, programs, folders, hidden) if bwrap else None,
            container=place.container,
            readable=(*(program.resolve().parent.parent for program in programs), *folders),
            log=self.log,
            mark=self.id,
            cell_seconds=self.task.cell_seconds,
            memory_bytes=self._limits.memory_bytes,
            until=time.monotonic() + self.task.total_seconds,
            is_cancelled=lambda: self._is_cancelled,
        )

    def _run_notebooks(self, setting: Setting) -> None:
        for number, path in enumerate(self.task.notebooks):
            self._stop_if_cancelled()
            if time.monotonic() > setting.until:
                self._put(number, replace(self._state.notebooks[number], outcome="timeout"))
                continue
            self.log.line(f"— {path}")
            self._put(number, NotebookRun(path, outcome="running"), Now(path, 0, 0))

            def on_change(run: NotebookRun, cell: int, number: int = number) -> None:
                self._put(number, run, Now(run.path, cell, run.cells))

            result = run_notebook(setting, path, number, on_change)
            self.log.line(f"— {path}: {result.outcome}, {result.seconds:.1f} s")
            self._put(number, result)

    def _put(self, number: int, run: NotebookRun, now: Now | None = None) -> None:
        notebooks = list(self._state.notebooks)
        notebooks[number] = run
        self._set(notebooks=tuple(notebooks), now=now)


def _language(path: Path) -> str:
    with suppress(OSError, ValueError, AttributeError, RecursionError):
        return language_of(json.loads(path.read_bytes()).get("metadata"))
    return ""
