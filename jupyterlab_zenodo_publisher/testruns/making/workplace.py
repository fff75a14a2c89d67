"""A made environment, as those need it who run in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ..running.container import Container
from ..state import Difference
from .kernels import Kernel


@dataclass
class Workplace:
    """An environment that was made."""

    tool: str
    #: As `3.12.4`.
    used: str
    differences: list[Difference]
    kernels: list[Kernel]
    #: Programs outside of the environment that kernels are: where they are
    #: installed has to be read.
    programs: list[Path] = field(default_factory=list)
    #: Further folders that have to be read.
    folders: list[Path] = field(default_factory=list)
    #: What kernels run in; None: on this machine itself.
    container: Container | None = None
