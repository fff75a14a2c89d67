"""Python's own `zipfile`, made to give an archive piece by piece, of a length known before."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime, timezone

from ..jobs.entries import parse_time
from ..jobs.source import Source
from .compressed import is_compressed

#: Source: APPNOTE.TXT 4.4.6, the times that a zip can say.
_EARLIEST = datetime(1980, 1, 1, tzinfo=timezone.utc)
_LATEST = datetime(2107, 12, 31, 23, 59, 58, tzinfo=timezone.utc)

#: Rights of a plain file: read by all, written by its owner.
_MODE = 0o100644

# Bytes of an archive's parts. Source: APPNOTE.TXT 4.3.
_LOCAL_HEADER = 30
_LOCAL_ZIP64 = 20
_DESCRIPTOR = 16
_DESCRIPTOR_ZIP64 = 24
_CENTRAL_HEADER = 46
_END = 22
_END_ZIP64 = 56 + 20


class _Pipe:
    """What `zipfile` writes to: it cannot go back, and hands on what it got."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, data: bytes) -> int:
        """Keep a piece."""
        self._pieces.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def take(self) -> list[bytes]:
        """The pieces since the last call."""
        pieces, self._pieces = self._pieces, []
        return pieces


def zip_pieces(sources: Iterable[Source], *, compresses: bool) -> Iterator[bytes]:
    """An archive of all files, in their order.

    :param compresses: deflate what is not compressed already
    :raises as `Source.read`
    """
    pipe = _Pipe()
    with zipfile.ZipFile(pipe, "w") as archive:  # type: ignore[arg-type]
        for source in sources:
            entry = source.entry
            info = _info(source, compresses and not is_compressed(entry.path))
            with archive.open(info, "w", force_zip64=_is_large(entry.size)) as member:
                for chunk in source.read():
                    member.write(chunk)
                    yield from pipe.take()
            yield from pipe.take()
    yield from pipe.take()


def stored_size(sources: Iterable[Source]) -> int:
    """Bytes of `zip_pieces` where nothing is compressed, without reading anything."""
    offset = central = count = 0
    for source in sources:
        info = _info(source, deflates=False)
        size = source.entry.size
        name = len(info.filename.encode())
        fixed = name + len(info.extra)
        sizes = 2 if size > zipfile.ZIP64_LIMIT else 0
        places = 1 if offset > zipfile.ZIP64_LIMIT else 0
        extra = 4 + 8 * (sizes + places) if sizes + places else 0
        central += _CENTRAL_HEADER + fixed + extra
        offset += _LOCAL_HEADER + fixed + size
        offset += _LOCAL_ZIP64 + _DESCRIPTOR_ZIP64 if _is_large(size) else _DESCRIPTOR
        count += 1
    needs_zip64 = (
        count > zipfile.ZIP_FILECOUNT_LIMIT
        or offset > zipfile.ZIP64_LIMIT
        or central > zipfile.ZIP64_LIMIT
    )
    return offset + central + _END + (_END_ZIP64 if needs_zip64 else 0)


def _is_large(size: int) -> bool:
    # Deflate may make a file a little larger: `zipfile` allows as much.
    return size * 1.05 > zipfile.ZIP64_LIMIT


def _info(source: Source, deflates: bool) -> zipfile.ZipInfo:
    """The times are in UTC, as in the page's archives: nobody knows the reader's zone."""
    entry = source.entry
    time = parse_time(entry.last_modified) or _EARLIEST
    time = min(max(time, _EARLIEST), _LATEST)
    info = zipfile.ZipInfo(entry.path, time.timetuple()[:6])
    info.create_system = 3  # Unix: the rights below are read.
    info.external_attr = _MODE << 16
    info.compress_type = zipfile.ZIP_DEFLATED if deflates else zipfile.ZIP_STORED
    info.file_size = entry.size
    seconds = int(time.timestamp())
    if seconds < 1 << 31:
        # The extended timestamp, which is UTC by its nature. Source: Info-ZIP's
        # extra field 0x5455.
        info.extra = struct.pack("<HHBi", 0x5455, 5, 1, seconds)
    return info
