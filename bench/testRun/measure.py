"""Makes environments of one file in turns: by a test run, and by uv alone.

`python measure.py FOLDER REQUIREMENTS ROUNDS` writes one JSON object: the seconds of
each, and what they were made with. Both have the same uv, Python, cache and disk.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

from jupyterlab_zenodo_publisher.testruns.bundle import FolderBundle
from jupyterlab_zenodo_publisher.testruns.limits import TestRunLimits
from jupyterlab_zenodo_publisher.testruns.making.interpreters import find_python
from jupyterlab_zenodo_publisher.testruns.making.shop import find_program
from jupyterlab_zenodo_publisher.testruns.recipe.reading import read_recipe
from jupyterlab_zenodo_publisher.testruns.run import Task, TestRun
from jupyterlab_zenodo_publisher.testruns.state import Phase

NOTEBOOK = "soil.ipynb"

#: Imports all that the file names, and its kernel is that of the environment.
_CELL = """
import importlib, re, sys
for line in open('requirements.txt'):
    importlib.import_module(re.match(r'[a-z]+', line)[0])
assert '/env/' in sys.executable
"""


class Material:
    """A project with a notebook and a requirements file, and a cache for packages."""

    def __init__(self, folder: Path, requirements: str) -> None:
        self.folder = folder
        self.cache = folder / "cache"
        self.project = folder / "project"
        self.project.mkdir(parents=True)
        (self.project / "requirements.txt").write_text(requirements, encoding="utf-8")
        code = {"cell_type": "code", "metadata": {}, "source": _CELL, "outputs": []}
        content = {
            "cells": [{**code, "execution_count": None}],
            "metadata": {"kernelspec": {"name": "python3", "language": "python"}},
            "nbformat": 4,
            "nbformat_minor": 4,
        }
        (self.project / NOTEBOOK).write_text(json.dumps(content), encoding="utf-8")


class Ours:
    """Test runs, from their beginning until a notebook's kernel can be started."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._limits = TestRunLimits(
            repo2docker=False, folder=str(material.folder / "runs"), cache=str(material.cache)
        )

    def make(self, runs_notebook: bool) -> float:
        """Seconds until the environment is there.

        :param runs_notebook: the notebook is run, too, which takes no part in the time
        """
        ready: list[float] = []

        def on_change(run: TestRun) -> None:
            if run.state.phase == Phase.RUNNING and not ready:
                ready.append(time.perf_counter())
                if not runs_notebook:
                    run.cancel()

        bundle = FolderBundle(self._material.project)
        task = Task((NOTEBOOK,), bundle, cell_seconds=120.0, total_seconds=300.0)
        run = TestRun(task, "", self._limits, threading.Semaphore(1), on_change)
        began = time.perf_counter()
        run.start()
        run.join(3600.0)
        self._check(run, bool(ready), runs_notebook)
        run.forget()
        return ready[0] - began

    def _check(self, run: TestRun, is_ready: bool, runs_notebook: bool) -> None:
        [notebook] = run.state.notebooks
        if not is_ready or (runs_notebook and notebook.outcome != "ran"):
            raise RuntimeError(f"The test run failed:\n{run.log.text()}")


class Bare:
    """`uv venv` and `uv pip install -r`, and nothing around them."""

    def __init__(self, material: Material, uv: str, python: str) -> None:
        self._uv, self._python = uv, python
        self._file = str(material.project / "requirements.txt")
        self._environment = material.folder / "bare"
        self._variables = {
            **os.environ,
            "UV_CACHE_DIR": str(material.cache / "uv"),
            "UV_NO_PROGRESS": "1",
        }

    def make(self) -> float:
        """Seconds until the packages are installed."""
        where = str(self._environment)
        began = time.perf_counter()
        self._run("venv", "--python", self._python, where)
        self._run("pip", "install", "--python", where, "-r", self._file)
        took = time.perf_counter() - began
        shutil.rmtree(self._environment)
        return took

    def _run(self, *arguments: str) -> None:
        subprocess.run(  # noqa: S603 - a list, and no shell
            [self._uv, *arguments], env=self._variables, capture_output=True, check=True
        )


def main(folder: str, requirements: str, rounds: str) -> None:
    """Measure, and tell."""
    material = Material(Path(folder), requirements)
    uv = find_program("uv")
    if uv is None:
        raise RuntimeError("There is no uv.")
    interpreter = find_python(read_recipe(material.project).python)
    ours, bare = Ours(material), Bare(material, uv, interpreter.path)
    # Downloads the packages, and makes what all later runs share.
    first = ours.make(runs_notebook=True)
    bare.make()
    took: dict[str, list[float]] = {"ours": [], "bare": []}
    for number in range(int(rounds)):
        # Neither is always the first.
        for name in sorted(took, reverse=number % 2 == 0):
            seconds = ours.make(runs_notebook=False) if name == "ours" else bare.make()
            took[name].append(seconds)
    version = subprocess.run(  # noqa: S603 - as above
        [uv, "--version"], capture_output=True, check=True, text=True
    ).stdout.split()[1]
    told = {"first": first, **took, "uv": version, "python": interpreter.full_version}
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
