"""What a page asks for: read strictly, as it comes from outside."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass, field
from datetime import datetime, timezone

from ..errors import BadRequestError, TooLargeError
from ..project.files import check_path
from ..sites import Sites
from .limits import TransferLimits

#: An id of a draft. Source: invenio-pidstore and Zenodo's own, letters and digits.
_DRAFT_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,63}")

#: A key of a file. Source: invenio-records-resources, `key` ≤ 255.
_LONGEST_KEY = 255

_SHA256 = re.compile(r"[0-9a-f]{64}")


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


@dataclass(frozen=True)
class TransferRequest:
    """A whole transfer. The token is not part of it: it comes and goes."""

    site: str
    draft: str
    #: The publication that it belongs to, and the stamp of what is packed: by
    #: them a page finds it again.
    publication: str
    stamp: str
    #: The archive's key; None: individual files.
    archive: str | None
    entries: tuple[Entry, ...]
    #: Stand-ins of 64 characters in the last entries' bytes, which become the
    #: SHA-256 of the files at these paths once those are read.
    checksums: dict[str, str] = field(default_factory=dict)

    @property
    def total_bytes(self) -> int:
        """Bytes of all files."""
        return sum(entry.size for entry in self.entries)


def read_token(body: dict[str, object]) -> str:
    """The token of a request, which goes into no error.

    :raises BadRequestError: there is none, or it cannot be one
    """
    token = body.get("token")
    if not isinstance(token, str) or not re.fullmatch(r"[\x21-\x7e]{1,4096}", token):
        raise BadRequestError("A token is missing.")
    return token


def read_request(body: dict[str, object], sites: Sites, limits: TransferLimits) -> TransferRequest:
    """:raises BadRequestError, UnknownSiteError, TooLargeError"""
    site = sites.check(_text(body, "site", 500))
    draft = _text(body, "draft", 64)
    if not _DRAFT_ID.fullmatch(draft):
        raise BadRequestError("This is no id of a draft.")
    archive = None
    if body.get("archive") is not None:
        archive = _key(_text(body, "archive", 1000))
    entries = _entries(body.get("entries"), limits)
    if archive is None:
        for entry in entries:
            _key(entry.path)
            if entry.size == 0:
                raise BadRequestError("A site takes no empty file.", path=entry.path)
    return TransferRequest(
        site=site,
        draft=draft,
        publication=_text(body, "publication", 200),
        stamp=_text(body, "stamp", 200),
        archive=archive,
        entries=entries,
        checksums=_checksums(body.get("checksums"), entries),
    )


def _text(body: dict[str, object], name: str, longest: int) -> str:
    value = body.get(name)
    if not isinstance(value, str) or not value or len(value) > longest:
        raise BadRequestError(f"“{name}” is missing, or no text.")
    return value


def _key(key: str) -> str:
    check_path(key)
    if len(key) > _LONGEST_KEY or key.startswith("."):
        raise BadRequestError("A site takes no file of this name.", path=key)
    return key


def _entries(value: object, limits: TransferLimits) -> tuple[Entry, ...]:
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
    path = check_path(_text(value, "path", 4096))
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
    source = check_path(_text(value, "source", 4096))
    outside = value.get("outside") is True
    return Entry(path, last_modified, source, size, outside=outside)


def _content(value: object, path: str) -> bytes:
    if not isinstance(value, str):
        raise BadRequestError("The content of a file is no text.", path=path)
    try:
        return base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadRequestError("The content of a file is not base64.", path=path) from error


def _checksums(value: object, entries: tuple[Entry, ...]) -> dict[str, str]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise BadRequestError("“checksums” is no object.")
    read = {entry.path for entry in entries if entry.source is not None}
    for stand_in, path in value.items():
        if not _SHA256.fullmatch(stand_in) or path not in read:
            raise BadRequestError("A stand-in for a checksum is wrong.")
    return dict(value)


def parse_time(text: str) -> datetime | None:
    """A point in time of ISO 8601, in UTC; None where it is none."""
    try:
        # Python 3.10 does not know the Z.
        time = datetime.fromisoformat(re.sub("[Zz]$", "+00:00", text))
    except ValueError:
        return None
    return (time if time.tzinfo else time.replace(tzinfo=timezone.utc)).astimezone(timezone.utc)
