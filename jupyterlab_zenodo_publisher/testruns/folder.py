"""The folder of a test run, which only its user can open, and which goes with the run."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from pathlib import Path

from .troubles import NoRoomError

#: How the folders' names begin.
PREFIX = "zenodo-test-run-"


class RunFolder:
    """An empty folder with a place for each thing.

    :param parent: where it is made; '' = the system's folder for temporary files
    """

    def __init__(self, parent: str = "") -> None:
        if parent:
            os.makedirs(parent, exist_ok=True)
        # Readable by its owner alone. Source: Python's documentation of mkdtemp.
        self.path = Path(os.path.realpath(tempfile.mkdtemp(prefix=PREFIX, dir=parent or None)))
        #: The files, as a reader gets them.
        self.bundle = self.path / "bundle"
        #: The run's own home and place for temporary files.
        self.home = self.path / "home"
        self.temporary = self.path / "tmp"
        #: The fresh environment.
        self.environment = self.path / "env"
        #: How kernels are reached.
        self.connection = self.path / "kernel"
        #: The notebooks as they came out of the run.
        self.executed = self.path / "executed"
        #: What was read elsewhere, one file a notebook.
        self.seen = self.path / "seen"
        for place in self._places:
            place.mkdir(mode=0o700)

    @property
    def _places(self) -> tuple[Path, ...]:
        return (
            self.bundle,
            self.home,
            self.temporary,
            self.connection,
            self.executed,
            self.seen,
        )

    def keep_results_only(self) -> None:
        """Remove all but the executed notebooks."""
        for place in (*self._places, self.environment):
            if place != self.executed:
                _remove(place)

    def remove(self) -> None:
        """Remove everything."""
        _remove(self.path)


def no_room(error: OSError) -> NoRoomError | None:
    """What a failure to write says about room; None: it says something else."""
    full = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    return NoRoomError("There is no room for the test run.") if error.errno in full else None


def _remove(path: Path) -> None:
    """Remove a folder, also where a notebook took its own rights away."""
    shutil.rmtree(path, ignore_errors=True)
    if not path.exists():
        return
    for folder, _, _ in os.walk(path):
        try:
            os.chmod(folder, 0o700)
        except OSError:
            # Not ours: what can be removed is removed below.
            continue
    shutil.rmtree(path, ignore_errors=True)
