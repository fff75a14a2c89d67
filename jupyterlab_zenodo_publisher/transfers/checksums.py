"""Fills in the checksums that a page cannot know: those of files that it never sees."""

from __future__ import annotations

from collections.abc import Iterable

from ..jobs.entries import Entry
from ..jobs.source import Source
from .request import TransferRequest


def fill_in(request: TransferRequest, entry: Entry, read: Iterable[Source]) -> bytes:
    """The bytes that the page has sent, with the true checksums in place of their
    stand-ins. A stand-in is as long as a checksum: the size stays the same.

    :param read: the files of the transfer; what an entry names comes before it
    """
    content = entry.content or b""
    if not request.checksums:
        return content
    known = {source.entry.path: source.sha256 for source in read}
    for stand_in, path in request.checksums.items():
        sha256 = known.get(path)
        if sha256:
            content = content.replace(stand_in.encode(), sha256.encode())
    return content
