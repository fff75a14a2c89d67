"""R: the one of this machine, with a library of the run's own before its others."""

from __future__ import annotations

import subprocess
from pathlib import Path

from ..recipe.reading import Recipe
from ..state import Difference
from ..troubles import NoToolError
from .kernels import Kernel
from .shop import Shop, find_program
from .variables import SYSTEM_PATH
from .workplace import Workplace

#: Where a date's packages are. Source: repo2docker/buildpacks/r.py.
_SNAPSHOTS = "https://packagemanager.posit.co/cran"
_NEWEST = "https://cloud.r-project.org"

#: The version; whether the kernel is there; and the libraries, one a line.
_ASK = """
cat(as.character(getRversion()), "\n", sep = "")
cat(requireNamespace("IRkernel", quietly = TRUE), "\n", sep = "")
cat(.libPaths(), R.home(), sep = "\n")
"""

_DESCRIPTION = """
if (!requireNamespace("remotes", quietly = TRUE)) install.packages("remotes")
remotes::install_local(".", upgrade = "never", force = TRUE)
"""

#: Seconds for an answer.
_PATIENCE = 60.0


def make_r(recipe: Recipe, shop: Shop) -> Workplace:
    """Make it.

    :raises NoToolError: there is no R; InstallError, OutOfTimeError, StoppedError
    """
    program = find_program("Rscript")
    if program is None:
        raise NoToolError("There is no R here.", "Rscript")
    version, has_kernel, libraries = _ask(program)
    library = shop.folder.environment / "R"
    library.mkdir(parents=True, exist_ok=True)
    profile = library / ".Rprofile"
    repository = f"{_SNAPSHOTS}/{recipe.date}" if recipe.date else _NEWEST
    profile.write_text(f'options(repos = c(CRAN = "{repository}"))\n', encoding="utf-8")
    variables = {"R_LIBS_USER": str(library), "R_PROFILE_USER": str(profile)}
    shop.on_installing()
    if recipe.install_r:
        shop.run(program, recipe.install_r, more=variables)
    if recipe.description:
        shop.run(program, "-e", _DESCRIPTION, more=variables)
    differences = [Difference("own-library")]
    if recipe.wanted and recipe.wanted != ".".join(version.split(".")[:2]):
        differences.insert(0, Difference("version", recipe.wanted))
    argv = (
        str(Path(program).with_name("R")),
        "--slave",
        "-e",
        "IRkernel::main()",
        "--args",
        "{connection_file}",
    )
    return Workplace(
        "R",
        version,
        differences,
        [Kernel("ir", "R", argv, variables)] if has_kernel else [],
        programs=[Path(program)],
        folders=libraries,
    )


def _ask(program: str) -> tuple[str, bool, list[Path]]:
    try:
        answer = subprocess.run(  # noqa: S603 - a list, and no shell
            [program, "-e", _ASK],
            env={"PATH": SYSTEM_PATH, "LANG": "C.UTF-8"},
            capture_output=True,
            timeout=_PATIENCE,
            check=True,
            text=True,
        ).stdout.splitlines()
        return answer[0], answer[1] == "TRUE", [Path(line) for line in answer[2:] if line]
    except (OSError, subprocess.SubprocessError, IndexError) as error:
        raise NoToolError("The R of this machine does not start.", "Rscript") from error
