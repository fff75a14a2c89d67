"""The kernels of a made environment."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Kernel:
    """How a kernel is started; `{connection_file}` stands in its command."""

    name: str
    #: As kernelspecs and notebooks have it: `python`, `R`, `julia`.
    language: str
    argv: tuple[str, ...]
    env: dict[str, str] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """For the process that starts it."""
        return asdict(self)


def kernels_of(environment: Path) -> list[Kernel]:
    """Those that packages brought into an environment, by its folder.

    A command that only says `python` is this environment's.
    """
    kernels = []
    for path in sorted(environment.glob("share/jupyter/kernels/*/kernel.json")):
        try:
            spec = json.loads(path.read_text(encoding="utf-8"))
            argv = [str(part) for part in spec["argv"]]
            env = {str(name): str(value) for name, value in (spec.get("env") or {}).items()}
            language = str(spec["language"])
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            # A package's own mistake: a notebook for it has no kernel.
            continue
        if not argv:
            continue
        program = environment / "bin" / argv[0]
        if "/" not in argv[0] and program.exists():
            argv[0] = str(program)
        argv = [part.replace("{resource_dir}", str(path.parent)) for part in argv]
        kernels.append(Kernel(path.parent.name, language, tuple(argv), env))
    return kernels
