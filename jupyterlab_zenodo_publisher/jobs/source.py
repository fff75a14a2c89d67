"""Reads one file of a transfer, and makes sure that it is the one that the page has seen."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import BinaryIO

from ..errors import FileChangedError, FileForbiddenError
from ..project.files import ProjectFiles
from .entries import Entry, parse_time

#: Bytes that are read at once: few calls, little memory.
CHUNK = 1 << 20

#: Seconds by which two writings of the same time may differ.
_SAME_TIME = 0.002


class Source:
    """An entry's bytes, read once at a time, and what was found out on the way."""

    def __init__(
        self,
        entry: Entry,
        files: ProjectFiles,
        content: Callable[[], bytes] | None = None,
    ) -> None:
        """:param content: makes the bytes of an entry that the page has sent"""
        self.entry = entry
        self._files = files
        self._content = content
        #: SHA-256 in hexadecimal of what was read last.
        self.sha256: str | None = None
        #: Bytes read so far, this time.
        self.count = 0

    def check(self) -> None:
        """See whether the file is the one that the page has seen.

        :raises FileChangedError, FileMissingError, FileForbiddenError
        """
        if self.entry.source is not None:
            with ExitStack() as stack:
                self._open(stack)

    def read(self) -> Iterator[bytes]:
        """The bytes, piece by piece.

        :raises FileChangedError: it changed since the page has seen it, or while
            it was read: what was read must not be used
        :raises FileMissingError, FileForbiddenError
        """
        digest = hashlib.sha256()
        self.count = 0
        if self.entry.source is None:
            content = self._content() if self._content else self.entry.content or b""
            digest.update(content)
            self.count = len(content)
            yield content
        else:
            yield from self._read_file(digest)
        self.sha256 = digest.hexdigest()

    def _read_file(self, digest: hashlib._Hash) -> Iterator[bytes]:
        with ExitStack() as stack:
            file, before = self._open(stack)
            while chunk := self._chunk(file):
                self.count += len(chunk)
                if self.count > self.entry.size:
                    raise self._changed()
                digest.update(chunk)
                yield chunk
            after = os.fstat(file.fileno())
            if self.count != self.entry.size or after.st_mtime_ns != before.st_mtime_ns:
                raise self._changed()

    def _chunk(self, file: BinaryIO) -> bytes:
        try:
            return file.read(CHUNK)
        except OSError as error:
            raise FileForbiddenError("This cannot be read.", path=self.entry.path) from error

    def _open(self, stack: ExitStack) -> tuple[BinaryIO, os.stat_result]:
        entry = self.entry
        opened = self._files.open(entry.source or "", outside=entry.outside)
        file, status = stack.enter_context(opened)
        seen = parse_time(entry.last_modified) if entry.last_modified else None
        if status.st_size != entry.size or (
            seen and abs(seen.timestamp() - status.st_mtime) > _SAME_TIME
        ):
            raise self._changed()
        return file, status

    def _changed(self) -> FileChangedError:
        return FileChangedError("This file has changed.", path=self.entry.path)
