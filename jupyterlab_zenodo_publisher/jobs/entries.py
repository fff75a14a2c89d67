"""The files that a page orders something for: read strictly, as they come from outside."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Protocol

from ..errors import BadRequestError, TooLargeError
from ..project.files import check_path


@dataclass(frozen=True)
class Entry:
    """One file to be deposited."""

    #: Its path in the archive, or its key among individual files.
    path: str
    #: ISO 8601 as the page has seen it; '' where nobody knows.
    last_modified: str
    #: The user's file, from the server's root; None: the page sent the bytes.
    source: str | None
    #: Bytes, as the page has seen them.
    size: int
    content: bytes | None = None
    #: The user chose this link though it leads out of the server's root.
    outside: bool = False


class EntryLimits(Protocol):
    """How much an order may name and send."""

    @property
    def entries(self) -> int:
        """Files."""

    @property
    def inline_bytes(self) -> int:
        """Bytes that the page itself sends."""

    @property
    def total_bytes(self) -> int:
        """Bytes of all files."""


def read_text(body: dict[str, object], name: str, longest: int) -> str:
    """A text of an order that must be there.

    :raises BadRequestError
    """
    value = body.get(name)
    if not isinstance(value, str) or not value or len(value) > longest:
        raise BadRequestError(f"“{name}” is missing, or no text.")
    return value


def read_entries(value: object, limits: EntryLimits) -> tuple[Entry, ...]:
    """The files of an order; no two have the same path.

    :raises BadRequestError, TooLargeError
    """
    if not isinstance(value, list) or not value:
        raise BadRequestError("“entries” is missing, or no list.")
    if len(value) > limits.entries:
        raise TooLargeError("These are too many files.", most=limits.entries)
    entries = tuple(_entry(one) for one in value)
    if len({entry.path for entry in entries}) != len(entries):
        raise BadRequestError("Two files have the same path.")
    inline = sum(len(entry.content or b"") for entry in entries)
    if inline > limits.inline_bytes:
        raise TooLargeError("The page sent too much.", most=limits.inline_bytes)
    if sum(entry.size for entry in entries) > limits.total_bytes:
        raise TooLargeError("These files are too large.", most=limits.total_bytes)
    return entries


def _entry(value: object) -> Entry:
    if not isinstance(value, dict):
        raise BadRequestError("A file is no object.")
    path = check_path(read_text(value, "path", 4096))
    last_modified = value.get("lastModified", "")
    if not isinstance(last_modified, str) or len(last_modified) > 64:
        raise BadRequestError("A time is no text.", path=path)
    if last_modified and parse_time(last_modified) is None:
        raise BadRequestError("A time is not ISO 8601.", path=path)
    if value.get("content") is not None:
        content = _content(value["content"], path)
        return Entry(path, last_modified, None, len(content), content)
    size = value.get("size")
    if not isinstance(size, int) or isinstance(size, bool) or size < 0:
        raise BadRequestError("The size of a file is missing.", path=path)
    source = check_path(read_text(value, "source", 4096))
    outside = value.get("outside") is True
    return Entry(path, last_modified, source, size, outside=outside)


def _content(value: object, path: str) -> bytes:
    if not isinstance(value, str):
        raise BadRequestError("The content of a file is no text.", path=path)
    try:
        return base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadRequestError("The content of a file is not base64.", path=path) from error


def parse_time(text: str) -> datetime | None:
    """A point in time of ISO 8601, in UTC; None where it is none."""
    try:
        # Python 3.10 does not know the Z.
        time = datetime.fromisoformat(re.sub("[Zz]$", "+00:00", text))
    except ValueError:
        return None
    return (time if time.tzinfo else time.replace(tzinfo=timezone.utc)).astimezone(timezone.utc)
