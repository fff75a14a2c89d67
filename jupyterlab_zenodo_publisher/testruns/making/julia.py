"""Julia: the one of this machine, with a depot of the run's own."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from ..recipe.reading import Recipe
from ..state import Difference
from ..troubles import NoToolError
from .kernels import Kernel
from .shop import Shop, find_program
from .workplace import Workplace

#: The project's packages, and the kernel beside them. Source: IJulia's manual.
_INSTALL = 'using Pkg; Pkg.instantiate(); Pkg.activate(); Pkg.add("IJulia")'

#: Seconds for an answer.
_PATIENCE = 60.0


def make_julia(recipe: Recipe, shop: Shop) -> Workplace:
    """Make it.

    :raises NoToolError: there is no Julia; InstallError, OutOfTimeError, StoppedError
    """
    program = find_program("julia")
    version = _version(program) if program else ""
    if not program or not version:
        raise NoToolError("There is no Julia here.", "julia")
    depot = shop.folder.environment / "julia"
    depot.mkdir(parents=True, exist_ok=True)
    project = shop.folder.bundle / (recipe.project or "")
    variables = {"JULIA_DEPOT_PATH": f"{depot}:", "JULIA_PROJECT": str(project)}
    shop.on_installing()
    shop.run(program, f"--project={project}", "-e", _INSTALL, more=variables)
    argv = (
        program,
        "-i",
        "--color=yes",
        f"--project={project}",
        "-e",
        "import IJulia; IJulia.run_kernel()",
        "{connection_file}",
    )
    differs = bool(recipe.wanted) and not f"{version}.".startswith(f"{recipe.wanted}.")
    return Workplace(
        "julia",
        version,
        [Difference("version", recipe.wanted)] if differs else [],
        [Kernel("julia", "julia", argv, variables)],
        programs=[Path(program)],
    )


def _version(program: str) -> str:
    try:
        answer = subprocess.run(  # noqa: S603 - a list, and no shell
            [program, "--version"], capture_output=True, timeout=_PATIENCE, check=True, text=True
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    found = re.search(r"\d+\.\d+\.\d+", answer.stdout)
    return found[0] if found else ""
