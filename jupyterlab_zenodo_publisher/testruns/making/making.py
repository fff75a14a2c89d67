"""Makes the environment that a recipe asks for, with what this machine has."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from ..recipe.reading import Recipe
from ..state import Difference, MadeEnvironment
from .conda import find_conda, make_conda
from .docker import DockerTools, make_image
from .julia import make_julia
from .kernels import kernels_of
from .python import make_python
from .r import make_r
from .shop import Shop
from .workplace import Workplace


def make_environment(
    recipe: Recipe, languages: frozenset[str], shop: Shop, isolation: str
) -> tuple[MadeEnvironment, Workplace]:
    """Make it on this machine.

    :param languages: of the notebooks, in small letters, as far as they tell
    :raises InstallError, NoPythonError, NoToolError, OutOfTimeError, StoppedError
    """
    began = time.monotonic()
    place = _make(recipe, languages, shop)
    place.differences += [*recipe.differences, *_apt(recipe.apt)]
    return _made(recipe, place, isolation, began), place


def make_as_binder(
    tools: DockerTools, recipe: Recipe, notebooks: Sequence[str], shop: Shop, memory_bytes: int
) -> tuple[MadeEnvironment, Workplace]:
    """Make the image that Binder would make.

    :raises InstallError, OutOfTimeError, StoppedError
    """
    began = time.monotonic()
    place = make_image(tools, recipe, notebooks, shop, memory_bytes)
    # A container sees nothing of the machine.
    return _made(recipe, place, "hidden", began), place


def _made(recipe: Recipe, place: Workplace, isolation: str, began: float) -> MadeEnvironment:
    return MadeEnvironment(
        tool=place.tool,
        files=recipe.files,
        language=recipe.language,
        wanted=recipe.wanted,
        used=place.used,
        differences=tuple(place.differences),
        isolation=isolation,
        seconds=time.monotonic() - began,
    )


def _make(recipe: Recipe, languages: frozenset[str], shop: Shop) -> Workplace:
    if recipe.kind == "R":
        place = make_r(recipe, shop)
    elif recipe.kind == "julia":
        place = make_julia(recipe, shop)
    else:
        return _python(recipe, shop)
    # Their environments on Binder have Python, too.
    if recipe.requirements or recipe.conda or recipe.is_package or "python" in languages:
        python = _python(recipe, shop)
        place.kernels += python.kernels
        place.programs += python.programs
        place.folders += python.folders
        place.differences += python.differences
    return place


def _python(recipe: Recipe, shop: Shop) -> Workplace:
    environment = shop.folder.environment
    conda = find_conda() if recipe.conda else None
    if conda:
        used, differences = make_conda(conda, recipe, shop)
        return Workplace(conda.name, used, differences, kernels_of(environment))
    made = make_python(recipe, shop)
    return Workplace(
        made.tool,
        made.interpreter.full_version,
        list(made.differences),
        [*kernels_of(environment), made.kernel],
        programs=[environment / "bin" / "python", Path(made.interpreter.path)],
        folders=[made.base],
    )


def _apt(names: tuple[str, ...]) -> list[Difference]:
    """What of `apt.txt` this machine lacks."""
    missing = [name for name in names if not _is_installed(name)]
    return [Difference("apt", " ".join(missing))] if missing else []


def _is_installed(name: str) -> bool:
    query = shutil.which("dpkg-query")
    if query is None:
        return False
    answer = subprocess.run(  # noqa: S603 - a list, no shell, a name that was checked
        [query, "-W", "-f", "${db:Status-Status}", name], capture_output=True, check=False
    )
    return answer.stdout.startswith(b"installed")
