"""What a page asks for: read strictly, as it comes from outside."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..errors import BadRequestError
from ..jobs.entries import Entry, read_entries, read_text
from ..project.files import check_path
from ..sites import Sites
from .limits import TransferLimits

#: An id of a draft. Source: invenio-pidstore and Zenodo's own, letters and digits.
_DRAFT_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,63}")

#: A key of a file. Source: invenio-records-resources, `key` ≤ 255.
_LONGEST_KEY = 255

_SHA256 = re.compile(r"[0-9a-f]{64}")


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
    site = sites.check(read_text(body, "site", 500))
    draft = read_text(body, "draft", 64)
    if not _DRAFT_ID.fullmatch(draft):
        raise BadRequestError("This is no id of a draft.")
    archive = None
    if body.get("archive") is not None:
        archive = _key(read_text(body, "archive", 1000))
    entries = read_entries(body.get("entries"), limits)
    if archive is None:
        for entry in entries:
            _key(entry.path)
            if entry.size == 0:
                raise BadRequestError("A site takes no empty file.", path=entry.path)
    return TransferRequest(
        site=site,
        draft=draft,
        publication=read_text(body, "publication", 200),
        stamp=read_text(body, "stamp", 200),
        archive=archive,
        entries=entries,
        checksums=_checksums(body.get("checksums"), entries),
    )


def _key(key: str) -> str:
    check_path(key)
    if len(key) > _LONGEST_KEY or key.startswith("."):
        raise BadRequestError("A site takes no file of this name.", path=key)
    return key


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
