"""Environments of Python: by uv where it is there, else by venv and pip."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from ..recipe.reading import Recipe
from ..recipe.runtime import DEFAULT_PYTHON
from ..state import Difference
from .interpreters import Interpreter, find_python
from .shop import Shop, find_program

#: What Binder brings for the kernel and the notebooks, and files therefore do not
#: name. Source: repo2docker/buildpacks/conda/environment.yml.
BROUGHT = ("ipykernel", "ipywidgets", "nbformat", "pip", "setuptools", "wheel")


@dataclass(frozen=True)
class MadePython:
    """An environment of Python."""

    tool: str
    interpreter: Interpreter
    differences: tuple[Difference, ...]


def make_python(recipe: Recipe, shop: Shop) -> MadePython:
    """Make the environment of `requirements.txt` and the like, in one call of an installer.

    :raises InstallError, NoPythonError, OutOfTimeError, StoppedError
    """
    interpreter = find_python(recipe.python)
    requirements: list[str] = []
    if recipe.requirements:
        requirements += ["-r", recipe.requirements]
    differences = [*version_difference(recipe.python or DEFAULT_PYTHON, interpreter)]
    if recipe.conda:
        requirements += _of_conda(recipe, shop)
        differences.append(Difference("no-conda", " ".join(recipe.conda.left_out)))
    if recipe.is_package:
        requirements.append(".")
    uv = find_program("uv")
    if uv:
        _by_uv(uv, interpreter, requirements, shop)
    else:
        _by_pip(interpreter, requirements, shop)
    return MadePython("uv" if uv else "venv", interpreter, tuple(differences))


def version_difference(wanted: str, interpreter: Interpreter) -> list[Difference]:
    """That another version is used than Binder would."""
    return [] if wanted == interpreter.minor_version else [Difference("version", wanted)]


def _by_uv(uv: str, interpreter: Interpreter, requirements: list[str], shop: Shop) -> None:
    environment = str(shop.folder.environment)
    shop.run(uv, "venv", "--python", interpreter.path, environment)
    shop.on_installing()
    shop.run(uv, "pip", "install", "--python", environment, *requirements, *BROUGHT)


def _by_pip(interpreter: Interpreter, requirements: list[str], shop: Shop) -> None:
    environment = shop.folder.environment
    python = str(environment / "bin" / "python")
    # Our own pip spares some seconds, and need not be in the new environment.
    if find_spec("pip"):
        shop.run(interpreter.path, "-m", "venv", "--without-pip", str(environment))
        pip = [sys.executable, "-I", "-m", "pip", "--python", python]
    else:
        shop.run(interpreter.path, "-m", "venv", str(environment))
        pip = [python, "-m", "pip"]
    shop.on_installing()
    shop.run(*pip, "install", "--progress-bar", "off", *requirements, *BROUGHT)


def _of_conda(recipe: Recipe, shop: Shop) -> list[str]:
    """The arguments for what pip can install of an `environment.yml`."""
    if not recipe.conda or not recipe.conda.requirements:
        return []
    # Beside the file, where its paths lead from, and not for long.
    path = Path(recipe.conda.path).parent / ".zenodo-test-run-requirements.txt"
    text = "".join(f"{line}\n" for line in recipe.conda.requirements)
    (shop.folder.bundle / path).write_text(text, encoding="utf-8")
    return ["-r", str(path)]
