"""Where a test run is, as the page is told: `ITestRun` in src/core/testRun/testRuns.ts."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import Enum
from typing import Any


class Phase(str, Enum):
    """The phases of a test run. The last three are final."""

    QUEUED = "queued"
    UNPACKING = "unpacking"
    ENVIRONMENT = "environment"
    INSTALLING = "installing"
    RUNNING = "running"
    #: There is a result, though notebooks may have failed.
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_final(self) -> bool:
        """Nothing happens any more."""
        return self in (Phase.DONE, Phase.FAILED, Phase.CANCELLED)


@dataclass(frozen=True)
class Difference:
    """In what an environment differs from Binder's; the codes are in testRuns.ts."""

    code: str
    detail: str = ""


@dataclass(frozen=True)
class MadeEnvironment:
    """The environment as the page is told of it; see `ITestEnvironment`."""

    tool: str
    files: tuple[str, ...]
    language: str
    wanted: str
    used: str
    differences: tuple[Difference, ...]
    isolation: str
    seconds: float


@dataclass(frozen=True)
class CellError:
    """What a cell raised: plain text of bounded length."""

    name: str
    value: str
    traceback: str


@dataclass(frozen=True)
class NotebookRun:
    """What became of one notebook; see `INotebookRun`."""

    path: str
    outcome: str = "waiting"
    cells: int = 0
    done: int = 0
    #: Among all cells of the notebook, from 0.
    cell: int | None = None
    error: CellError | None = None
    seconds: float = 0.0
    peak_bytes: int = 0
    outside: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The same with the names that the page uses."""
        fields = asdict(self)
        peak = fields.pop("peak_bytes")
        return {**fields, "peakBytes": peak, "outside": list(self.outside)}


@dataclass(frozen=True)
class Now:
    """The notebook that runs, and its cell among `cells`, from 1."""

    notebook: str
    cell: int
    cells: int


@dataclass(frozen=True)
class Failure:
    """Why there is no result; see `ITestRunFailure`."""

    code: str
    path: str = ""
    text: str = ""


@dataclass(frozen=True)
class State:
    """One moment of a test run."""

    phase: Phase = Phase.QUEUED
    #: Raised with each change.
    sequence: int = 0
    now: Now | None = None
    environment: MadeEnvironment | None = None
    notebooks: tuple[NotebookRun, ...] = ()
    failure: Failure | None = None
    log_length: int = 0

    def as_json(self) -> dict[str, Any]:
        """The same with the names that the page uses."""
        return {
            "phase": self.phase.value,
            "sequence": self.sequence,
            "now": asdict(self.now) if self.now else None,
            "environment": asdict(self.environment) if self.environment else None,
            "notebooks": [one.as_json() for one in self.notebooks],
            "failure": asdict(self.failure) if self.failure else None,
            "logLength": self.log_length,
        }
