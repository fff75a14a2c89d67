"""Environments of conda, made as repo2docker does: a base, then the file's packages into it."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass

from ..recipe.reading import Recipe
from ..recipe.runtime import DEFAULT_PYTHON
from ..state import Difference
from .base import BROUGHT
from .shop import Shop, find_program

#: Seconds in which a program has to say what it is.
_PATIENCE = 30.0


@dataclass(frozen=True)
class CondaTool:
    """A program that makes environments of conda."""

    #: `micromamba`, `mamba` or `conda`
    name: str
    path: str


def find_conda() -> CondaTool | None:
    """The fastest one that is here."""
    for name in ("micromamba", "mamba", "conda"):
        path = find_program(name)
        if path and (name != "mamba" or _is_of_conda(path)):
            return CondaTool(name, path)
    return None


def _is_of_conda(path: str) -> bool:
    """Whether a `mamba` makes environments: a program that runs tests is called so, too."""
    try:
        subprocess.run(  # noqa: S603 - a list, and no shell
            [path, "info", "--json"], capture_output=True, timeout=_PATIENCE, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def make_conda(tool: CondaTool, recipe: Recipe, shop: Shop) -> tuple[str, list[Difference]]:
    """Make it.

    :returns: the version of Python in it, and what differs
    :raises InstallError, OutOfTimeError, StoppedError
    """
    assert recipe.conda  # noqa: S101 - a recipe of this kind
    wanted = recipe.python or DEFAULT_PYTHON
    prefix = str(shop.folder.environment)
    base = ["create", "--yes", "--prefix", prefix, "--channel", "conda-forge"]
    shop.run(tool.path, *base, f"python={wanted}", *BROUGHT)
    shop.on_installing()
    path = recipe.conda.path
    if tool.name == "micromamba":
        shop.run(tool.path, "install", "--yes", "--prefix", prefix, "--file", path)
    else:
        shop.run(tool.path, "env", "update", "--prefix", prefix, "--file", path)
    used = _python_in(shop)
    differs = not f"{used}.".startswith(f"{wanted}.")
    return used, [Difference("version", wanted)] if differs else []


def _python_in(shop: Shop) -> str:
    for path in shop.folder.environment.glob("conda-meta/python-[0-9]*.json"):
        return str(json.loads(path.read_text(encoding="utf-8")).get("version", ""))
    return ""
