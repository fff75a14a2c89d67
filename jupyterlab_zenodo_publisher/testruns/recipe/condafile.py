"""Reads `environment.yml`, and what of it pip can install."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from ..troubles import InstallError
from .condanames import is_left_out, pip_name

#: As repo2docker reads a version of Python: with one or two `=`.
_PYTHON = re.compile(r"python\s*={1,2}\s*(\d+\.\d+)(?:[.*=\s].*)?")

#: Another way to ask for one: what it names is the nearest that we know.
_SOME_PYTHON = re.compile(r"python\s*[<>=!~ ]+\s*(\d+\.\d+).*")

#: `channel::name`, then a version in one of conda's ways.
_SPEC = re.compile(r"(?:(?P<channel>[^\s:]+)::)?(?P<name>[A-Za-z0-9_.-]+)\s*(?P<version>.*)")

#: Whose names are those of PyPI, with few exceptions.
_COMMON = ("conda-forge", "defaults", "anaconda", "main")


@dataclass(frozen=True)
class CondaFile:
    """What an `environment.yml` asks for."""

    path: str
    #: As `3.12`; '' = none is named.
    python: str
    #: For pip: what has a name there, and what is listed for pip anyway.
    requirements: tuple[str, ...]
    #: The names of programs, libraries and other things that pip does not have.
    left_out: tuple[str, ...]


def read_conda(text: str, path: str) -> CondaFile:
    """:raises InstallError: it is no such file"""
    try:
        content = yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError) as error:
        raise InstallError("This is no YAML.", f"{path}: {str(error)[:500]}") from error
    content = {} if content is None else content
    if not isinstance(content, dict) or not isinstance(content.get("dependencies") or [], list):
        raise InstallError("This is no environment.yml.", f"{path}: no mapping")
    python = ""
    requirements: list[str] = []
    left_out: list[str] = []
    for one in content.get("dependencies") or []:
        if isinstance(one, dict):
            listed = one.get("pip")
            requirements += [str(line) for line in listed] if isinstance(listed, list) else []
        elif isinstance(one, str):
            found = _PYTHON.fullmatch(one.strip()) or _SOME_PYTHON.fullmatch(one.strip())
            if found:
                python = found[1]
            elif one.strip() not in ("python", "pip"):
                _take(one.strip(), requirements, left_out)
    return CondaFile(path, python, tuple(requirements), tuple(left_out))


def _take(spec: str, requirements: list[str], left_out: list[str]) -> None:
    found = _SPEC.fullmatch(spec)
    name = found["name"].lower() if found else ""
    if not found or name == "pip":
        return
    # What another channel calls so may be anything on PyPI.
    if is_left_out(name) or (found["channel"] or "defaults") not in _COMMON:
        left_out.append(name)
        return
    requirements.append(f"{pip_name(name)}{_version(found['version'])}")


def _version(spec: str) -> str:
    """A version in pip's way. Source: conda's documentation, "Package match specifications"."""
    spec = spec.strip()
    if found := re.fullmatch(r"={0,2}\s*([\d.]+)(?:\.?\*)?(?:\s*=\s*|\s+)\S+", spec):
        # With a build, which PyPI does not have.
        return f"=={found[1].rstrip('.')}"
    if found := re.fullmatch(r"=?\s*([\d.]+)(?:\.?\*)?", spec):
        return f"=={found[1].rstrip('.')}.*"
    if re.fullmatch(r"(?:[<>!=~]=?\s*[\w.*+]+\s*,?\s*)+", spec):
        return spec.replace(" ", "")
    return ""
