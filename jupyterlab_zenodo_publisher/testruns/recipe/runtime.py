"""What `runtime.txt` and others say of a version. Source: repo2docker's buildpacks, 2026.4."""

from __future__ import annotations

import re
from dataclasses import dataclass

from packaging.specifiers import InvalidSpecifier, SpecifierSet

from ..troubles import InstallError

#: Source: repo2docker/buildpacks/conda/__init__.py, `major_pythons`.
DEFAULT_PYTHON = "3.10"

#: Source: the lock files beside it.
PYTHONS = tuple(f"3.{minor}" for minor in range(7, 15))

_R = re.compile(r"r-(?:(?P<version>\d+\.\d+(?:\.\d+)?)-)?(?P<date>\d{4}-\d{2}-\d{2})")


@dataclass(frozen=True)
class Runtime:
    """A language and its version, '' where none is named; of R the date of its packages."""

    language: str
    version: str = ""
    date: str = ""


def read_runtime(text: str) -> Runtime | None:
    """What `runtime.txt` asks for; None: nothing that would be read.

    :raises InstallError: Binder does not build with it
    """
    text = text.strip()
    if found := _R.fullmatch(text):
        return Runtime("R", _minor(found["version"] or ""), found["date"])
    name, _, version = text.partition("-")
    if name == "r":
        raise InstallError("runtime.txt cannot be read.", f"runtime.txt: {text[:100]}")
    if name != "python":
        return None
    if version == "3":
        return Runtime("python", DEFAULT_PYTHON)
    if not re.fullmatch(r"\d+\.\d+", version):
        # As repo2docker, which ends with a ValueError.
        raise InstallError("runtime.txt cannot be read.", f"runtime.txt: {text[:100]}")
    return Runtime("python", version)


def newest_that_satisfies(requires: str) -> str:
    """The Python that repo2docker takes for `requires-python`; '' = none."""
    try:
        wanted = SpecifierSet(requires)
    except InvalidSpecifier:
        return ""
    fitting = [version for version in PYTHONS if f"{version}.99" in wanted]
    return fitting[-1] if fitting else ""


def _minor(version: str) -> str:
    return ".".join(version.split(".")[:2])
