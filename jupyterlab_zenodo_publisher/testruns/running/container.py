"""A kernel in a container of Docker: how it begins, what it takes, how it ends."""

from __future__ import annotations

import os
import posixpath
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import psutil

from ..folder import RunFolder
from .ending import MARK, memory_below, memory_of

#: Seconds that an order to Docker may take.
_PATIENCE = 30.0

#: How much more than a run may have Docker gives, before it ends it by itself.
_SLACK = 1.25

#: What a container makes in the run's folder can be used outside, whoever is its user.
_OPEN = 'umask 0; exec "$@"'


@dataclass(frozen=True)
class Container:
    """What runs of one image, which goes with its run."""

    docker: str
    variables: Mapping[str, str]
    image: str
    #: Marks what runs of it.
    mark: str
    folder: RunFolder
    memory_bytes: int
    #: Where the files lie in the image.
    inside: str = ""

    def at(self, folder: str) -> Container:
        """The same, with the folder of the files in the image."""
        return replace(self, inside=folder)

    def command(self, *argv: str) -> list[str]:
        """What runs a command in a container that is made for it."""
        return [*self._run(), "--rm", self.image, *argv]

    def prefix(self, cwd: Path) -> list[str]:
        """What stands before a kernel's command that is run in a folder of the bundle.

        A kernel is reached by sockets in the run's folder: no network is needed.
        """
        connection = self.folder.connection
        # Nobody but its owner comes to it: the run's folder is closed.
        os.chmod(connection, 0o777)  # noqa: S103
        place = posixpath.join(self.inside, cwd.relative_to(self.folder.bundle).as_posix())
        return [
            *self._told(),
            *self._run(),
            *("--name", self.image),
            *("--volume", f"{connection}:{connection}", "--workdir", place),
            # Its file is open to all users, as it has to be; see `child.py`.
            *("--env", "JUPYTER_ALLOW_INSECURE_WRITES=true"),
            self.image,
            *("sh", "-c", _OPEN, "sh"),
        ]

    def memory(self, at_least: int) -> int:
        """Bytes that all that runs of it has in memory."""
        used = 0
        for pid in self._pids():
            used += memory_of(pid) + memory_below(pid, at_least)
        return used

    def ran_out_of_memory(self) -> bool:
        """Whether Docker ended what ran of it, because it took too much."""
        made = self._containers("--all")
        return bool(made) and "true" in self._ask(
            "inspect", "--format", "{{.State.OOMKilled}}", *made
        )

    def end(self) -> None:
        """Kill what runs of it."""
        made = self._containers("--all")
        if made:
            self._ask("rm", "--force", *made)

    def remove(self) -> None:
        """Leave nothing of it."""
        self.end()
        self._ask("image", "rm", "--force", self.image)

    def last_orders(self) -> list[list[str]]:
        """What removes it where nobody is left to call `remove`: commands, one by one."""
        return [
            [*self._told(), self.docker, "rm", "--force", self.image],
            [*self._told(), self.docker, "image", "rm", "--force", self.image],
        ]

    def _told(self) -> list[str]:
        """The beginning of a command that is run with other variables than ours."""
        return ["env", *(f"{name}={value}" for name, value in self.variables.items())]

    def _run(self) -> list[str]:
        most = str(int(self.memory_bytes * _SLACK))
        return [
            *(self.docker, "run", "--init"),
            *("--label", f"{MARK}={self.mark}"),
            *("--memory", most, "--memory-swap", most),
        ]

    def _containers(self, *which: str) -> list[str]:
        return self._ask("ps", "--quiet", *which, "--filter", f"label={MARK}={self.mark}").split()

    def _pids(self) -> list[int]:
        """Of the first process of each container, as this machine numbers them."""
        running = self._containers()
        if not running:
            return []
        pids = self._ask("inspect", "--format", "{{.State.Pid}}", *running).split()
        return [int(pid) for pid in pids if pid.isdecimal() and psutil.pid_exists(int(pid))]

    def _ask(self, *words: str) -> str:
        """What Docker answers; '' where it does not."""
        try:
            answer = subprocess.run(  # noqa: S603 - a list, and no shell
                [self.docker, *words],
                env={**os.environ, **self.variables},
                capture_output=True,
                timeout=_PATIENCE,
                check=True,
            )
        except (OSError, subprocess.SubprocessError):
            return ""
        return answer.stdout.decode("utf-8", errors="replace")
