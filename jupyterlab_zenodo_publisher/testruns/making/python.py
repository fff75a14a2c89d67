"""Environments of Python: by uv where it is there, else by venv and pip."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from ..recipe.reading import Recipe
from ..recipe.runtime import DEFAULT_PYTHON
from ..state import Difference
from .base import BROUGHT, fits, lay_under, provide_base
from .interpreters import Interpreter, find_python
from .kernels import Kernel
from .shop import Shop, find_program


@dataclass(frozen=True)
class MadePython:
    """An environment of Python."""

    tool: str
    interpreter: Interpreter
    differences: tuple[Difference, ...]
    #: That of the base, where packages brought no other.
    kernel: Kernel
    #: What lies beside the environment.
    base: Path


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
    installer: _Installer = _Uv(uv, interpreter, shop) if uv else _Pip(interpreter, shop)
    environment = shop.folder.environment
    installer.make()
    shop.on_installing()
    base = provide_base(interpreter, shop, installer.install_into)
    if requirements:
        installer.install(*requirements)
        if not fits(base, environment, interpreter):
            shop.log.line("The kernel needs other versions: it is installed with the packages.")
            installer.install(*requirements, *BROUGHT)
    lay_under(base, environment)
    python = str(environment / "bin" / "python")
    argv = (python, "-m", "ipykernel_launcher", "-f", "{connection_file}")
    return MadePython(
        tool=installer.name,
        interpreter=interpreter,
        differences=tuple(differences),
        kernel=Kernel("python3", "python", argv),
        base=base,
    )


def version_difference(wanted: str, interpreter: Interpreter) -> list[Difference]:
    """That another version is used than Binder would."""
    return [] if wanted == interpreter.minor_version else [Difference("version", wanted)]


class _Installer(Protocol):
    """Makes an environment and installs into it."""

    name: str

    def make(self) -> None:
        """Make an empty environment."""

    def install(self, *requirements: str) -> None:
        """Install into it, in one call."""

    def install_into(self, folder: Path) -> None:
        """Install what Binder brings into a folder."""


class _Uv:
    name = "uv"

    def __init__(self, uv: str, interpreter: Interpreter, shop: Shop) -> None:
        self._uv, self._interpreter, self._shop = uv, interpreter, shop

    def make(self) -> None:
        environment = str(self._shop.folder.environment)
        self._shop.run(self._uv, "venv", "--python", self._interpreter.path, environment)

    def install(self, *requirements: str) -> None:
        environment = str(self._shop.folder.environment)
        self._shop.run(self._uv, "pip", "install", "--python", environment, *requirements)

    def install_into(self, folder: Path) -> None:
        where = ("--python", self._interpreter.path, "--target", str(folder))
        self._shop.run(self._uv, "pip", "install", *where, *BROUGHT)


class _Pip:
    name = "venv"

    def __init__(self, interpreter: Interpreter, shop: Shop) -> None:
        self._interpreter, self._shop = interpreter, shop
        self._python = str(shop.folder.environment / "bin" / "python")
        # Our own pip spares some seconds, and need not be in the new environment.
        ours = [sys.executable, "-I", "-m", "pip", "--python", self._python]
        self._has_own = find_spec("pip") is not None
        self._pip = ours if self._has_own else [self._python, "-m", "pip"]

    def make(self) -> None:
        without = ("--without-pip",) if self._has_own else ()
        environment = str(self._shop.folder.environment)
        self._shop.run(self._interpreter.path, "-m", "venv", *without, environment)

    def install(self, *requirements: str) -> None:
        self._shop.run(*self._pip, "install", "--progress-bar", "off", *requirements)

    def install_into(self, folder: Path) -> None:
        self.install("--target", str(folder), *BROUGHT)


def _of_conda(recipe: Recipe, shop: Shop) -> list[str]:
    """The arguments for what pip can install of an `environment.yml`."""
    if not recipe.conda or not recipe.conda.requirements:
        return []
    # Beside the file, where its paths lead from, and not for long.
    path = Path(recipe.conda.path).parent / ".zenodo-test-run-requirements.txt"
    text = "".join(f"{line}\n" for line in recipe.conda.requirements)
    (shop.folder.bundle / path).write_text(text, encoding="utf-8")
    return ["-r", str(path)]
