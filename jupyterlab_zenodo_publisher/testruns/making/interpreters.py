"""Finds the Pythons of this machine, and the one that is nearest to what is wanted."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ..recipe.runtime import DEFAULT_PYTHON
from ..troubles import NoPythonError
from .variables import SYSTEM_PATH

#: The oldest that kernels of today run on.
_OLDEST = (3, 8)
_NEWEST_MINOR = 15

_ASK = """
import importlib.util as u, json, sys
print(json.dumps([
    sys.executable, sys.base_prefix, sys.version_info[:3], u.find_spec("ensurepip") is not None
]))
"""

#: Seconds for an answer.
_PATIENCE = 10.0


@dataclass(frozen=True)
class Interpreter:
    """A Python of this machine."""

    path: str
    #: Where its library is.
    prefix: str
    version: tuple[int, int, int]
    #: It can bring pip into a new environment.
    has_ensurepip: bool

    @property
    def full_version(self) -> str:
        """As `3.12.4`."""
        return ".".join(map(str, self.version))

    @property
    def minor_version(self) -> str:
        """As `3.12`."""
        return ".".join(map(str, self.version[:2]))


def find_python(wanted: str) -> Interpreter:
    """The Python of a version, or the nearest one; the newest of equals.

    Nothing is downloaded.

    :param wanted: as `3.12`; '' = Binder's own
    :raises NoPythonError
    """
    major, minor = map(int, (wanted or DEFAULT_PYTHON).split(".")[:2])

    def distance(path: str) -> tuple[int, int]:
        found = _minor(path)
        return (abs(found - minor), -found) if major == 3 else (-found, 0)

    # By their names first: each question costs time.
    for path in sorted(_candidates(), key=distance):
        interpreter = ask(path)
        if interpreter and interpreter.version[:2] >= _OLDEST:
            return interpreter
    raise NoPythonError("There is no Python here.", wanted or DEFAULT_PYTHON)


@lru_cache(maxsize=64)
def ask(path: str) -> Interpreter | None:
    """What a Python says of itself, started with nothing of ours; None: it does not work."""
    try:
        answer = subprocess.run(  # noqa: S603 - a list, and no shell
            [path, "-I", "-S", "-c", _ASK],
            env={"PATH": SYSTEM_PATH},
            capture_output=True,
            timeout=_PATIENCE,
            check=True,
        )
        executable, prefix, version, has_ensurepip = json.loads(answer.stdout)
        return Interpreter(executable or path, prefix, tuple(version), has_ensurepip)
    except (OSError, subprocess.SubprocessError, ValueError, TypeError):
        return None


def _candidates() -> list[str]:
    """Pythons whose names tell their version: of uv, of pyenv, on PATH; and our own."""
    home = Path.home()
    uv = Path(os.environ.get("UV_PYTHON_INSTALL_DIR") or home / ".local/share/uv/python")
    pyenv = Path(os.environ.get("PYENV_ROOT") or home / ".pyenv")
    found = [
        *sorted(uv.glob("cpython-3.*/bin/python3.[0-9]*"), reverse=True),
        *sorted(pyenv.glob("versions/3.*/bin/python3.[0-9]*"), reverse=True),
    ]
    for folder in (*os.environ.get("PATH", "").split(os.pathsep), *SYSTEM_PATH.split(":")):
        # pyenv's own are scripts that start one of those above, or none.
        if folder and not folder.rstrip("/").endswith("/shims"):
            found += (Path(folder) / f"python3.{minor}" for minor in range(8, _NEWEST_MINOR + 1))
    named = [str(path) for path in found if re.fullmatch(r"python3\.\d+", path.name)]
    base = os.path.join(sys.base_prefix, "bin", f"python3.{sys.version_info[1]}")
    return list(dict.fromkeys(path for path in (*named, base) if os.access(path, os.X_OK)))


def _minor(path: str) -> int:
    return int(path.rsplit(".", 1)[-1])
