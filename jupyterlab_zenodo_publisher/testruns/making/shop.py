"""What those that make environments work with: a folder, programs that can be stopped, a log."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..folder import RunFolder
from ..log import Log, plain
from ..running.command import StoppedError, run_command
from ..troubles import InstallError, OutOfTimeError
from .variables import SYSTEM_PATH, install_variables

#: Characters of what an installer said last.
_LAST_WORDS = 4000


@dataclass
class Shop:
    """Where one environment is made."""

    folder: RunFolder
    log: Log
    #: Marks its processes.
    mark: str
    #: Where installers keep what they downloaded.
    cache: Path
    #: By `time.monotonic`: when it has to be ready.
    until: float
    is_cancelled: Callable[[], bool]
    #: Told when packages begin to be installed.
    on_installing: Callable[[], None]
    variables: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.variables = install_variables(self.folder, self.mark, self.cache)

    def run(
        self,
        *argv: str,
        cwd: Path | None = None,
        more: Mapping[str, str] | None = None,
        on_text: Callable[[str], None] | None = None,
    ) -> None:
        """Run a program of an installer.

        :param cwd: the bundle by default
        :param more: environment variables
        :param on_text: told of what it says, which then is not logged
        :raises InstallError: it failed; with what it said last
        :raises StoppedError: the run was cancelled
        :raises OutOfTimeError
        """
        said: list[str] = []
        self.log.line(f"$ {shlex.join(argv)}")

        def hear(text: str) -> None:
            said.append(text)
            (on_text or self.log.write)(text)
            if len(said) > 100:
                said[:] = ["".join(said)[-_LAST_WORDS:]]

        try:
            code = run_command(
                argv,
                cwd=cwd or self.folder.bundle,
                env={**self.variables, **(more or {})},
                on_text=hear,
                should_stop=self._should_stop,
            )
        except StoppedError as stopped:
            if stopped.reason == "timeout":
                raise OutOfTimeError("The environment was not ready in time.") from stopped
            raise
        except OSError as error:
            raise InstallError("A program cannot be started.", f"{argv[0]}: {error}") from error
        if code != 0:
            text = plain("".join(said))[-_LAST_WORDS:].strip()
            raise InstallError("An installer failed.", text or f"{argv[0]}: exit code {code}")

    def stop_if_asked(self) -> None:
        """
        :raises StoppedError, OutOfTimeError
        """
        reason = self._should_stop()
        if reason == "timeout":
            raise OutOfTimeError("The environment was not ready in time.")
        if reason:
            raise StoppedError(reason)

    def _should_stop(self) -> str | None:
        if self.is_cancelled():
            return "cancelled"
        return "timeout" if time.monotonic() > self.until else None


def find_program(*names: str) -> str | None:
    """The first of these programs that is here: beside our Python, on PATH, or where systems
    have them."""
    beside = os.path.dirname(sys.executable)
    path = os.pathsep.join((os.environ.get("PATH", ""), SYSTEM_PATH))
    for name in names:
        found = shutil.which(name, path=beside) or shutil.which(name, path=path)
        if found:
            return found
    return None
