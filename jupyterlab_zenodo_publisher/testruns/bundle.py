"""Where a run's files come from, and how they are unpacked."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from ..errors import PublisherError
from ..jobs.entries import Entry
from ..jobs.source import Source
from ..project.files import ProjectFiles
from .folder import no_room


class Bundle(Protocol):
    """The files of a run."""

    def unpack(self, folder: Path, on_file: Callable[[], None]) -> None:
        """Write all files into an empty folder.

        :param on_file: called before each; what it raises ends it
        :raises FileChangedError, FileMissingError, FileForbiddenError, NoRoomError
        """


class SentBundle:
    """The files that a page names or sends."""

    def __init__(self, entries: Sequence[Entry], files: ProjectFiles) -> None:
        self._sources = [Source(entry, files) for entry in entries]

    def unpack(self, folder: Path, on_file: Callable[[], None]) -> None:
        """See `Bundle`."""
        for source in self._sources:
            on_file()
            source.check()
        for source in self._sources:
            on_file()
            _write(source, folder / source.entry.path)


class FolderBundle:
    """All files of a folder of this machine."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def unpack(self, folder: Path, on_file: Callable[[], None]) -> None:
        """See `Bundle`."""
        on_file()
        shutil.copytree(self._folder, folder, dirs_exist_ok=True)


def _write(source: Source, path: Path) -> None:
    """Write a file, of which the checks have seen that its path leads nowhere else."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # No file is written over: two names may be one where case does not count.
        with open(path, "xb") as file:
            for chunk in source.read():
                file.write(chunk)
    except OSError as error:
        full = no_room(error)
        if full:
            raise full from error
        raise UnwritableError("A file cannot be unpacked.", path=source.entry.path) from error
    # As scripts in a bundle are: Binder makes those of its own executable.
    os.chmod(path, 0o644)


class UnwritableError(PublisherError):
    """A name that this machine's disk does not take, or that another file has."""

    code = "trouble"
