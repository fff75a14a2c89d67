"""Runs one notebook with nbclient: the program of a process of its own.

It speaks one JSON object a line on its first output. Where its input ends, whoever
began it is gone, and so is it, with all below it.
"""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
import sys
import threading
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

import nbformat
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from .ending import end_below
from .language import choose_kernel

#: Source: linux/prctl.h. Orphans become children of ours, so that all can be found.
_PR_SET_CHILD_SUBREAPER = 36

#: Characters of an error and of its traceback.
_LONGEST_VALUE = 4000
_LONGEST_TRACEBACK = 20_000

#: Seconds until a kernel has to answer.
_STARTUP = 120


def main(order: Mapping[str, Any]) -> None:
    """Run the notebook of an order; see `notebook.py`."""
    # What kernels write themselves goes to the log, not between our lines.
    channel = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    os.dup2(2, 1)
    # Of cells without ids, as older notebooks have them: nothing for a log.
    warnings.simplefilter("ignore")
    _adopt_orphans()
    threading.Thread(
        target=_end_with_whoever_began_us, args=(order["lastOrders"],), daemon=True
    ).start()
    try:
        _Run(order, channel).run()
    finally:
        end_below(os.getpid())
    channel.flush()
    # Threads of kernels' clients must not keep us.
    os._exit(0)


class _Run:
    def __init__(self, order: Mapping[str, Any], channel: IO[str]) -> None:
        self._order = order
        self._channel = channel
        self._number = 0
        self._index: int | None = None

    def run(self) -> None:
        order = self._order
        try:
            notebook = nbformat.read(order["notebook"], as_version=4)
            if not isinstance(notebook.get("cells"), list):
                raise ValueError("no cells")
        except Exception as error:  # noqa: BLE001 - nbformat raises of many kinds
            print(f"{type(error).__name__}: {error}"[:1000], file=sys.stderr)  # noqa: T201
            self._end("unreadable")
            return
        for cell in notebook.cells:
            # What is not run anew must not look as if it were.
            if cell.cell_type == "code":
                cell.outputs, cell.execution_count = [], None
        self._say(cells=sum(_is_run(cell) for cell in notebook.cells))
        kernel = choose_kernel(notebook.metadata, order["kernels"])
        if kernel is None:
            self._end("no-kernel")
            return
        manager = self._manager(kernel)
        client = NotebookClient(
            notebook,
            km=manager,
            timeout=order["cellSeconds"],
            startup_timeout=_STARTUP,
            record_timing=False,
            resources={"metadata": {"path": order["cwd"]}},
            on_cell_execute=self._on_cell,
        )
        try:
            outcome, more = self._execute(client, {**order["env"], **kernel["env"]})
        finally:
            end_below(os.getpid())
        executed = Path(order["executed"])
        executed.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(notebook, executed)
        self._end(outcome, **more)

    def _manager(self, kernel: Mapping[str, Any]) -> AsyncKernelManager:
        argv = [*self._order["prefix"], *kernel["argv"]]
        if "ipykernel_launcher" in argv:
            # Nobody else is to connect: it need not say how.
            argv.append("--log-level=50")
        connection = self._order["connection"]
        manager = AsyncKernelManager(connection_file=connection)
        if self._order["isInContainer"]:
            manager = _SharedConnection(connection_file=connection)
            # Sockets in the run's folder, which the container shares.
            manager.transport, manager.ip = "ipc", f"{connection}.socket"
        # By its command: no list of kernels, neither the server's nor the user's, is asked.
        manager._kernel_spec = KernelSpec(argv=argv, language=kernel["language"], env={})
        return manager

    def _execute(self, client: NotebookClient, env: dict[str, str]) -> tuple[str, dict[str, Any]]:
        try:
            client.execute(env=env)
        except CellExecutionError as error:
            told = {
                "name": str(error.ename)[:200],
                "value": str(error.evalue)[:_LONGEST_VALUE],
                "traceback": self._traceback(client)[-_LONGEST_TRACEBACK:],
            }
            return "error", {"error": told}
        except CellTimeoutError:
            return "cell-timeout", {}
        except (DeadKernelError, RuntimeError) as error:
            # nbclient says so of a kernel that never answered.
            print(f"{type(error).__name__}: {error}"[:1000], file=sys.stderr)  # noqa: T201
            return "died", {}
        return "ran", {}

    def _traceback(self, client: NotebookClient) -> str:
        """As the notebook has it: nbclient's own text repeats the cell."""
        outputs = client.nb.cells[self._index or 0].get("outputs", [])
        raised = [one for one in outputs if one.output_type == "error"]
        return "\n".join(map(str, raised[-1].traceback)) if raised else ""

    def _on_cell(self, cell: Any, cell_index: int) -> None:
        self._number += 1
        self._index = cell_index
        self._say(cell=cell_index, number=self._number)

    def _end(self, outcome: str, **more: Any) -> None:
        ran = outcome == "ran"
        done = self._number if ran else max(0, self._number - 1)
        self._say(end=outcome, done=done, cell=None if ran else self._index, **more)

    def _say(self, **fields: Any) -> None:
        self._channel.write(json.dumps(fields) + "\n")
        self._channel.flush()


class _SharedConnection(AsyncKernelManager):
    """A kernel's manager whose file the user of a container can use, whoever that is."""

    def write_connection_file(self, **more: Any) -> None:
        super().write_connection_file(**more)
        # Kernels write it anew. It lies in the run's folder, which only its owner can open.
        os.chmod(self.connection_file, 0o666)  # noqa: S103


def _is_run(cell: Any) -> bool:
    """As nbclient decides."""
    tags = cell.metadata.get("tags", [])
    return cell.cell_type == "code" and bool(cell.source.strip()) and "skip-execution" not in tags


def _adopt_orphans() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _end_with_whoever_began_us(last_orders: list[list[str]]) -> None:
    while os.read(0, 1024):
        pass
    end_below(os.getpid())
    for argv in last_orders:
        # A container is none of ours, and lives on.
        subprocess.run(argv, capture_output=True, check=False)  # noqa: S603 - no shell
    os._exit(1)
