"""What is uploaded under one key: a file, or an archive of all files."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from ..jobs.source import CHUNK, Source
from .zipping import stored_size, zip_pieces


class Content(Protocol):
    """Bytes of a known number. They may be read again, from their beginning."""

    size: int

    def read(self) -> Iterator[bytes]:
        """The bytes, piece by piece.

        :raises as `Source.read`
        """

    def close(self) -> None:
        """Remove what was made for it."""


class SingleFile:
    """A file as it is."""

    def __init__(self, source: Source) -> None:
        self.size = source.entry.size
        self._source = source

    def read(self) -> Iterator[bytes]:
        """See `Content`."""
        return self._source.read()

    def close(self) -> None:
        """Nothing was made."""


class StoredArchive:
    """An archive that is made while it is read, each time anew; nothing is compressed."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._sources = tuple(sources)
        self.size = stored_size(self._sources)

    def read(self) -> Iterator[bytes]:
        """See `Content`."""
        return zip_pieces(self._sources, compresses=False)

    def close(self) -> None:
        """Nothing was made."""


class SpooledArchive:
    """A compressed archive in a temporary file that has no name."""

    def __init__(self, sources: Iterable[Source], on_bytes: Callable[[], None]) -> None:
        """
        :param on_bytes: called after each piece; may raise to end the work
        :raises OSError: there is no room; all others as `Source.read`
        """
        self._file = tempfile.TemporaryFile(prefix="zenodo-publisher-")  # noqa: SIM115 - see `close`
        try:
            for chunk in zip_pieces(sources, compresses=True):
                self._file.write(chunk)
                on_bytes()
            self.size = self._file.tell()
        except BaseException:
            self.close()
            raise

    def read(self) -> Iterator[bytes]:
        """See `Content`."""
        self._file.seek(0)
        while chunk := self._file.read(CHUNK):
            yield chunk

    def close(self) -> None:
        """Remove the file."""
        self._file.close()


class Digest:
    """Passes bytes on, and knows their MD5: what a site tells of its files."""

    def __init__(self) -> None:
        self.renew()

    def renew(self) -> Digest:
        """Forget what has passed."""
        self._md5 = hashlib.md5(usedforsecurity=False)
        self._count = 0
        return self

    def through(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """The same bytes."""
        for chunk in chunks:
            self._md5.update(chunk)
            self._count += len(chunk)
            yield chunk

    def is_whole(self, size: int) -> bool:
        """So many bytes have passed, and there were some."""
        return self._count == size > 0

    @property
    def md5(self) -> str:
        """Of what has passed, in hexadecimal."""
        return self._md5.hexdigest()
