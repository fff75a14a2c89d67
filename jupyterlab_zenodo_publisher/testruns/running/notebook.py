"""Runs one notebook in a process of its own, within its limits."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any

from ..folder import RunFolder
from ..log import Log, plain
from ..making.kernels import Kernel
from ..making.variables import run_variables
from ..state import CellError, NotebookRun
from .command import StoppedError, read_aside
from .container import Container
from .ending import end_below, end_tree, memory_below, memory_of
from .isolation import Sandbox
from .watching import read_notes, watch_variables

#: Seconds between two looks at time and memory.
_LOOK_EVERY = 0.2

#: Seconds for the last words of a process whose kernel was ended.
_LAST_WORDS = 20.0

#: Bytes that the process itself needs, and its packages.
_ITS_OWN = 200_000_000

#: The child's first lines: our own packages, and nothing of the variables' Python. Without
#: the package, jsonschema leaves out the check of international addresses, which notebooks'
#: schema has none of; to load it takes longer than all others together.
_BOOT = """
import json, sys
order = json.loads(sys.stdin.buffer.raw.readline())
sys.path[:] = order["path"]
sys.modules["rfc3987_syntax"] = None
from jupyterlab_zenodo_publisher.testruns.running.child import main
main(order)
"""


@dataclass(frozen=True)
class Setting:
    """What all notebooks of a run share."""

    folder: RunFolder
    kernels: tuple[Kernel, ...]
    #: None: the run is watched, or in a container.
    sandbox: Sandbox | None
    container: Container | None
    #: Folders outside that may be read where it is watched.
    readable: tuple[Path, ...]
    log: Log
    mark: str
    cell_seconds: float
    memory_bytes: int
    #: By `time.monotonic`, for all notebooks.
    until: float
    is_cancelled: Callable[[], bool]

    @property
    def is_watched(self) -> bool:
        """Nothing keeps it apart: what it reads elsewhere is noted."""
        return not self.sandbox and not self.container

    def prefix(self, cwd: Path) -> list[str]:
        """What stands before the command of a kernel in a folder."""
        apart = self.sandbox or self.container
        return apart.prefix(cwd) if apart else []


def run_notebook(
    setting: Setting, path: str, number: int, on_change: Callable[[NotebookRun, int], None]
) -> NotebookRun:
    """Run a notebook, in its folder, to its end or to one of the limits.

    :param number: of the notebook in its run
    :param on_change: told how far it is, and the number of the present cell, from 1
    :raises StoppedError: it was cancelled; nothing of it runs any more
    """
    began = time.monotonic()
    container = setting.container
    child = _Child(setting, path, number, on_change)
    try:
        result = child.follow()
        if result.outcome == "died" and container and container.ran_out_of_memory():
            # Sooner than we looked.
            result = replace(result, outcome="memory")
    finally:
        child.end()
    outside = read_notes(setting.folder, number) if setting.is_watched else ()
    return replace(result, seconds=time.monotonic() - began, outside=outside)


class _Child:
    def __init__(
        self,
        setting: Setting,
        path: str,
        number: int,
        on_change: Callable[[NotebookRun, int], None],
    ) -> None:
        self._setting = setting
        self._on_change = on_change
        self._run = NotebookRun(path, outcome="running")
        self._variables = run_variables(setting.folder, setting.mark)
        self._said: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._ended_for = ""
        self._process = subprocess.Popen(  # noqa: S603 - a list, and no shell
            [sys.executable, "-I", "-c", _BOOT],
            cwd=setting.folder.bundle,
            env=self._variables,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        assert self._process.stdin and self._process.stdout and self._process.stderr  # noqa: S101
        self._reader = read_aside(self._process.stderr, setting.log.write)
        threading.Thread(target=self._listen, args=(self._process.stdout,), daemon=True).start()
        try:
            # It stays open: its end tells the child that we are gone.
            self._process.stdin.write(json.dumps(self._order(path, number)).encode() + b"\n")
            self._process.stdin.flush()
        except OSError:
            # It has ended already, and says why on its other output.
            setting.log.line("The notebook's process did not start.")

    def follow(self) -> NotebookRun:
        """Listen until it ends, and look after its limits."""
        last_look = 0.0
        patience = float("inf")
        while True:
            try:
                said = self._said.get(timeout=_LOOK_EVERY)
            except queue.Empty:
                said = {}
            if said is None or time.monotonic() > patience:
                # It ended without a word.
                return replace(self._run, outcome=self._ended_for or "died")
            self._hear(said)
            if "end" in said:
                return self._run
            if time.monotonic() - last_look >= _LOOK_EVERY:
                last_look = time.monotonic()
                if self._ended_for:
                    # A kernel may have begun since then.
                    self._end_kernel()
                elif self._look():
                    patience = time.monotonic() + _LAST_WORDS

    def end(self) -> None:
        """End all of it, and see that nothing is left."""
        end_tree(self._process.pid, self._variables)
        self._end_container()
        self._process.wait()
        if self._process.stdin:
            self._process.stdin.close()
        self._reader.join(1.0)

    def _end_kernel(self) -> None:
        end_below(self._process.pid)
        self._end_container()

    def _end_container(self) -> None:
        if self._setting.container:
            self._setting.container.end()

    def _look(self) -> bool:
        """Whether a limit was reached, and its kernel ended for it."""
        setting, pid = self._setting, self._process.pid
        if setting.is_cancelled():
            raise StoppedError("cancelled")
        container, peak = setting.container, self._run.peak_bytes
        used = container.memory(peak) if container else memory_below(pid, at_least=peak)
        if used > self._run.peak_bytes:
            self._run = replace(self._run, peak_bytes=used)
        # What it collects for the notebook: outputs without end.
        collected = memory_of(pid) - _ITS_OWN
        if max(used, collected) > setting.memory_bytes:
            self._ended_for = "memory"
        elif time.monotonic() > setting.until:
            self._ended_for = "timeout"
        if self._ended_for:
            # Its process lives, and writes down what there is.
            self._end_kernel()
        return bool(self._ended_for)

    def _hear(self, said: Mapping[str, Any]) -> None:
        if "cells" in said:
            self._run = replace(self._run, cells=int(said["cells"]))
        if "number" in said:
            number = int(said["number"])
            self._run = replace(self._run, done=number - 1, cell=int(said["cell"]))
            self._on_change(self._run, number)
        if "end" in said:
            outcome = str(said["end"])
            if self._ended_for and outcome != "ran":
                outcome = self._ended_for
            error = said.get("error") if outcome == "error" else None
            self._run = replace(
                self._run,
                outcome=outcome,
                done=int(said["done"]),
                cell=said["cell"],
                error=CellError(**{name: plain(text) for name, text in error.items()})
                if error
                else None,
            )

    def _listen(self, stream: IO[bytes]) -> None:
        with stream:
            for line in stream:
                self._said.put(json.loads(line))
        self._said.put(None)

    def _order(self, path: str, number: int) -> dict[str, Any]:
        setting, folder = self._setting, self._setting.folder
        notebook = folder.bundle / path
        env = self._variables
        if setting.is_watched:
            env = watch_variables(folder, number, setting.readable, env)
        return {
            "path": sys.path,
            "notebook": str(notebook),
            "executed": str(folder.executed / path),
            "cwd": str(notebook.parent),
            "connection": str(folder.connection / f"kernel-{number}.json"),
            "kernels": [kernel.as_json() for kernel in setting.kernels],
            "prefix": setting.prefix(notebook.parent),
            "isInContainer": setting.container is not None,
            "lastOrders": setting.container.last_orders() if setting.container else [],
            "cellSeconds": setting.cell_seconds,
            "env": dict(env),
        }
