"""Finds the environment files of a bundle, in repo2docker's order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from ..state import Difference
from ..troubles import InstallError, NoToolError
from .condafile import CondaFile, read_conda
from .runtime import Runtime, newest_that_satisfies, read_runtime

#: An environment file is short; what is longer is none.
_LONGEST = 2_000_000


@dataclass(frozen=True)
class Recipe:
    """What a bundle asks for."""

    #: `python`, `conda`, `R` or `julia`; `other`: only repo2docker knows it
    kind: str
    #: The folder of the environment files: '', `binder` or `.binder`.
    folder: str
    #: The environment files that count, by their paths in the bundle.
    files: tuple[str, ...]
    #: Of the language of `kind`; '' = none is named.
    wanted: str = ""
    #: Of Python, also where R or Julia is wanted.
    python: str = ""
    requirements: str | None = None
    conda: CondaFile | None = None
    #: The bundle is a Python package itself, which Binder installs.
    is_package: bool = False
    #: Of R: when its packages are taken from; scripts and descriptions.
    date: str = ""
    install_r: str | None = None
    description: bool = False
    #: Of Julia: the folder of `Project.toml`.
    project: str | None = None
    apt: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()

    @property
    def language(self) -> str:
        """The language of the environment."""
        return {"conda": "python", "other": ""}.get(self.kind, self.kind)


class _Files:
    """The environment files below a folder. Names count with their case, as on Binder."""

    def __init__(self, bundle: Path) -> None:
        self.bundle = bundle
        present = [name for name in ("binder", ".binder") if (bundle / name).is_dir()]
        if len(present) > 1:
            raise InstallError("Two folders.", "There are both binder/ and .binder/.")
        self.folder = present[0] if present else ""
        self.used: list[str] = []

    def path(self, name: str) -> str:
        return f"{self.folder}/{name}" if self.folder else name

    def has(self, name: str) -> bool:
        return (self.bundle / self.path(name)).is_file()

    def use(self, name: str) -> str:
        """The text of a file that counts."""
        self.used.append(self.path(name))
        with open(self.bundle / self.path(name), encoding="utf-8", errors="replace") as file:
            return file.read(_LONGEST)

    def use_if_there(self, name: str) -> str | None:
        """The path of a file that counts, where there is one."""
        if not self.has(name):
            return None
        self.used.append(self.path(name))
        return self.path(name)


def read_recipe(bundle: Path, has_repo2docker: bool = False) -> Recipe:
    """Read the environment files of a bundle.

    :raises NoToolError: nothing but repo2docker makes it, which is not there
    :raises InstallError: Binder would not build it
    """
    files = _Files(bundle)
    try:
        return _read(files)
    except NoToolError as error:
        if not has_repo2docker:
            raise
        language = "python" if error.text.endswith(("Pipfile", "Pipfile.lock")) else "other"
        return Recipe(kind=language, folder=files.folder, files=(error.text,))


def _read(files: _Files) -> Recipe:
    for name in ("Dockerfile", "REQUIRE", "default.nix"):
        if files.has(name) and not (name == "default.nix" and _is_julia(files)):
            if name == "REQUIRE" and _is_julia(files):
                continue
            raise NoToolError(f"{name} needs repo2docker.", files.path(name))
    text = files.use("runtime.txt") if files.has("runtime.txt") else ""
    runtime = read_runtime(text)
    if _is_julia(files):
        return _with_python(files, _julia(files), runtime)
    has_description = not files.folder and files.has("DESCRIPTION")
    if (runtime and runtime.language == "R") or has_description:
        return _with_python(files, _r(files, runtime, has_description), None)
    if files.has("environment.yml") or files.has("environment.yaml"):
        return _with_python(files, {"kind": "conda"}, None)
    for name in ("Pipfile.lock", "Pipfile"):
        if files.has(name):
            raise NoToolError("A Pipfile needs repo2docker.", files.path(name))
    return _with_python(files, {"kind": "python"}, runtime)


def _is_julia(files: _Files) -> bool:
    return files.has("Project.toml") or files.has("JuliaProject.toml")


def _julia(files: _Files) -> dict[str, object]:
    name = "JuliaProject.toml" if files.has("JuliaProject.toml") else "Project.toml"
    text = files.use(name)
    compat = text.partition("[compat]")[2]
    found = re.search(r'^\s*julia\s*=\s*"[^\d"]*(\d+(?:\.\d+)?)', compat, re.MULTILINE)
    files.use_if_there("Manifest.toml")
    return {"kind": "julia", "project": files.folder, "wanted": found[1] if found else ""}


def _r(files: _Files, runtime: Runtime | None, has_description: bool) -> dict[str, object]:
    if has_description:
        files.used.append("DESCRIPTION")
    return {
        "kind": "R",
        "wanted": runtime.version if runtime and runtime.language == "R" else "",
        "date": runtime.date if runtime else "",
        "install_r": files.use_if_there("install.R"),
        "description": has_description,
    }


def _with_python(files: _Files, more: dict[str, object], runtime: Runtime | None) -> Recipe:
    """With what all buildpacks share: they all bring Python. Source: repo2docker's classes."""
    python = runtime.version if runtime and runtime.language == "python" else ""
    conda = None
    requirements = None
    is_package = False
    for name in ("environment.yml", "environment.yaml"):
        if files.has(name):
            conda = read_conda(files.use(name), files.path(name))
            python = conda.python
            break
    else:
        requirements = files.use_if_there("requirements.txt")
        is_package, requires = _package(files)
        python = python or requires
    if more["kind"] in ("python", "conda"):
        more = {"wanted": python, **more}
    apt = _apt(files.use("apt.txt")) if files.has("apt.txt") else ()
    scripts = [Difference("script", name) for name in ("postBuild", "start") if files.has(name)]
    empty = [] if files.used else [Difference("empty")]
    return Recipe(
        folder=files.folder,
        files=tuple(files.used),
        python=python,
        requirements=requirements,
        conda=conda,
        is_package=is_package,
        apt=apt,
        differences=(*scripts, *empty),
        **more,  # type: ignore[arg-type]
    )


def _package(files: _Files) -> tuple[bool, str]:
    """Whether the bundle is a package to be installed, and the Python that it asks for."""
    if files.folder:
        return False, ""
    requires = ""
    is_package = files.use_if_there("setup.py") is not None
    if files.has("pyproject.toml"):
        text = (files.bundle / "pyproject.toml").read_text(encoding="utf-8", errors="replace")
        # Both tables are needed. Source: repo2docker/buildpacks/python.
        tables = {"[project]", "[build-system]"}
        if tables <= {line.strip() for line in text.splitlines()}:
            files.used.append("pyproject.toml")
            is_package = True
            found = re.search(r"^requires-python\s*=\s*[\"']([^\"']+)", text, re.MULTILINE)
            requires = newest_that_satisfies(found[1]) if found else ""
    return is_package, requires


def _apt(text: str) -> tuple[str, ...]:
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    names = (word for line in lines for word in line.split())
    # A name, and nothing that a program could take for an option.
    return tuple(name for name in names if re.fullmatch(r"[a-z0-9][a-z0-9+.:-]*", name))
