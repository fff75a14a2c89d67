"""Where a transfer is, as the page is told."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from enum import Enum
from typing import Any


class Phase(str, Enum):
    """The phases of a transfer. The last four are final, but for `SIGN_IN`."""

    #: Others come first, or the random delay at the beginning.
    QUEUED = "queued"
    PACKING = "packing"
    UPLOADING = "uploading"
    #: The token ended; a new one is awaited.
    SIGN_IN = "needs-sign-in"
    #: All files are in the draft, with the right checksums.
    VERIFIED = "verified"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_final(self) -> bool:
        """Nothing happens any more."""
        return self in (Phase.VERIFIED, Phase.FAILED, Phase.CANCELLED)


@dataclass(frozen=True)
class Upload:
    """A file in the draft. The MD5 is in hexadecimal."""

    key: str
    size: int
    md5: str


@dataclass(frozen=True)
class ReadFile:
    """A file of the bundle, as it was read. The SHA-256 is in hexadecimal."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True)
class State:
    """One moment of a transfer. Holds no token."""

    phase: Phase = Phase.QUEUED
    #: Raised with each change.
    sequence: int = 0
    #: The file that is being read, or the key that is being sent.
    name: str = ""
    #: Bytes done and in all, of this phase.
    done: int = 0
    total: int = 0
    #: Why it waits, and until when (seconds since 1970); '' and 0 = it does not.
    wait_reason: str = ""
    wait_until: float = 0.0
    #: Of a failed one: what `PublisherError.as_json` says.
    error: dict[str, Any] | None = None
    #: Of a verified one.
    uploads: tuple[Upload, ...] = field(default=())
    files: tuple[ReadFile, ...] = field(default=())

    def as_json(self) -> dict[str, Any]:
        """The same with the names that the page uses."""
        return {
            "phase": self.phase.value,
            "sequence": self.sequence,
            "name": self.name,
            "done": self.done,
            "total": self.total,
            "wait": {"reason": self.wait_reason, "until": self.wait_until}
            if self.wait_reason
            else None,
            "error": self.error,
            "uploads": [asdict(upload) for upload in self.uploads],
            "files": [asdict(file) for file in self.files],
        }
