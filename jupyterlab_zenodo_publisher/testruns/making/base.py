"""What Binder brings by itself: kept ready beside the environments, one for each Python.

On Binder the bundle's packages are installed into an environment that has a kernel
already. Here, that is a folder which an environment looks into after its own
packages: so those of the bundle win, and the kernel's many files are not installed
anew for each run.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import distributions
from pathlib import Path

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion

from .interpreters import Interpreter
from .shop import Shop

try:
    import fcntl
except ImportError:
    # Not on Windows, where there are no test runs.
    fcntl = None  # type: ignore[assignment]

#: Files do not name these, because Binder has them. Source:
#: repo2docker/buildpacks/conda/environment.yml.
BROUGHT = ("ipykernel", "ipywidgets", "nbformat", "pip", "setuptools", "wheel")

#: Written when all is there.
_READY = ".ready"

#: What its packages need, by their names.
_NEEDS = ".needs.json"

#: Source: PEP 508.
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")

#: Seconds for which one is used before it is made anew, with what is new by then.
_FRESH = 30 * 24 * 3600.0

#: Seconds between two looks at whether another run has made it.
_LOOK_EVERY = 0.2

_TRY = """
import site; site.addsitedir({folder!r})
import ipykernel.ipkernel, ipykernel.kernelapp, ipykernel.inprocess, ipywidgets, nbformat, jedi
"""

_PIP = """#!{python}
import sys
from pip._internal.cli.main import main
sys.exit(main())
"""


def provide_base(interpreter: Interpreter, shop: Shop, install: Callable[[Path], None]) -> Path:
    """The folder for a Python; made where it is not there, or old.

    :param install: installs `BROUGHT` into an empty folder
    :raises as `Shop.run`
    """
    what = hashlib.sha256("\n".join((interpreter.prefix, *BROUGHT)).encode()).hexdigest()[:12]
    stem, period = f"{interpreter.full_version}-{what}", int(time.time() // _FRESH)
    folder = shop.cache / "kernels" / f"{stem}-{period}"
    folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if (folder / _READY).exists():
        return folder
    with _alone(folder.with_name(f"{stem}.lock"), shop):
        if not (folder / _READY).exists():
            shutil.rmtree(folder, ignore_errors=True)
            install(folder)
            # Compiles what a kernel needs: later the folder is only read.
            shop.run(interpreter.path, "-I", "-c", _TRY.format(folder=str(folder)))
            _write_needs(folder)
            (folder / _READY).touch()
        for old in folder.parent.glob(f"{stem}-*"):
            # Runs may still use the last one.
            if old.name not in (folder.name, f"{stem}-{period - 1}"):
                shutil.rmtree(old, ignore_errors=True)
    return folder


def lay_under(base: Path, environment: Path) -> None:
    """Have an environment look into the folder, after its own packages."""
    site = _site(environment)
    line = f"import site; site.addsitedir({str(base)!r})\n"
    (site / "_binder_base.pth").write_text(line, encoding="utf-8")
    for name in ("pip", "pip3"):
        program = environment / "bin" / name
        if not program.exists():
            python = environment / "bin" / "python"
            program.write_text(_PIP.format(python=python), encoding="utf-8")
            program.chmod(0o755)


def fits(base: Path, environment: Path, interpreter: Interpreter) -> bool:
    """Whether the base's packages can work with those of the bundle that hide some of them."""
    own = dict(_installed(_site(environment)))
    needs = json.loads((base / _NEEDS).read_text(encoding="utf-8"))
    return all(
        _is_met(text, own, interpreter)
        for name, texts in needs.items()
        if name not in own
        for text in texts
    )


def _write_needs(base: Path) -> None:
    """What its packages need, so that not all have to be asked each time."""
    needs = {
        canonicalize_name(one.name): list(one.requires or ())
        for one in distributions(path=[str(base)])
        if one.name
    }
    (base / _NEEDS).write_text(json.dumps(needs), encoding="utf-8")


def _is_met(text: str, own: dict[str, str], interpreter: Interpreter) -> bool:
    found = _NAME.match(text)
    there = own.get(canonicalize_name(found[0])) if found else None
    if there is None:
        return True
    environment = {
        "python_version": interpreter.minor_version,
        "python_full_version": interpreter.full_version,
        "extra": "",
    }
    try:
        requirement = Requirement(text)
        if requirement.marker and not requirement.marker.evaluate(environment):
            return True
        return requirement.specifier.contains(there, prereleases=True)
    except (InvalidRequirement, InvalidVersion):
        return False


def _installed(folder: Path) -> Iterator[tuple[str, str]]:
    """Names and versions. Source: the core metadata of packages, names of `.dist-info`."""
    for entry in os.scandir(folder):
        stem, dot, ending = entry.name.rpartition(".")
        name, dash, version = stem.partition("-")
        if dot and dash and ending == "dist-info":
            yield canonicalize_name(name), version


def _site(environment: Path) -> Path:
    return next(environment.glob("lib/python3*/site-packages"))


@contextmanager
def _alone(lock: Path, shop: Shop) -> Iterator[None]:
    """While no other run does the same."""
    descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except OSError:
                shop.stop_if_asked()
                time.sleep(_LOOK_EVERY)
        yield
    finally:
        os.close(descriptor)
