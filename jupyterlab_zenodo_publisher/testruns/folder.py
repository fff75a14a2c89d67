"""The folder of a test run, which only its user can open, and which goes with the run."""

from __future__ import annotations

import errno
import glob
import os
import shutil
import tempfile
import time
from pathlib import Path

from .troubles import NoRoomError

try:
    import fcntl
except ImportError:
    # Not on Windows, where there are no test runs.
    fcntl = None  # type: ignore[assignment]

#: How the folders' names begin.
PREFIX = "zenodo-test-run-"

_LOCK = ".lock"

#: Seconds after which a folder without a lock is not one that is just made.
_OLD = 3600.0


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
        #: Held as long as its server lives, so that others know; see `sweep`.
        self._lock = os.open(self.path / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        _take(self._lock)

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
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1


def sweep(parent: str = "") -> None:
    """Remove the folders of servers that were killed: nobody holds their locks."""
    pattern = os.path.join(glob.escape(parent or tempfile.gettempdir()), f"{PREFIX}*")
    for path in glob.glob(pattern):
        try:
            if os.lstat(path).st_uid != os.getuid():
                continue
            lock = os.open(os.path.join(path, _LOCK), os.O_RDWR | os.O_CLOEXEC)
        except FileNotFoundError:
            # Not whole yet; or its server was killed while it was removed.
            if _age(path) > _OLD:
                _remove(Path(path))
            continue
        except OSError:
            continue
        try:
            if _take(lock):
                _remove(Path(path))
        finally:
            os.close(lock)


def _age(path: str) -> float:
    try:
        return time.time() - os.stat(path).st_mtime
    except OSError:
        return 0.0


def _take(lock: int) -> bool:
    """Whether the lock was free, and is ours now."""
    if fcntl is None:
        return False
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


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
