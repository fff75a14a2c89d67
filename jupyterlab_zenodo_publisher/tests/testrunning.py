"""How the tests make environments, write notebooks and run them."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import nbformat
import pytest

from ..testruns.folder import RunFolder
from ..testruns.log import Log
from ..testruns.making.making import make_environment
from ..testruns.making.shop import Shop
from ..testruns.making.workplace import Workplace
from ..testruns.recipe.reading import read_recipe
from ..testruns.running.isolation import Sandbox, bubblewrap
from ..testruns.running.notebook import Setting, run_notebook
from ..testruns.state import MadeEnvironment, NotebookRun

#: What can be tested on this machine.
ISOLATIONS = [
    pytest.param(
        "hidden",
        marks=pytest.mark.skipif(not bubblewrap(), reason="bubblewrap does not work here"),
    ),
    "watched",
]


def notebook(
    *cells: str | nbformat.NotebookNode, language: str = "python", name: str = "my-env"
) -> str:
    """The JSON of a notebook with these cells."""
    made = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(one) if isinstance(one, str) else one for one in cells]
    )
    made.metadata.kernelspec = {"name": name, "display_name": name, "language": language}
    return nbformat.writes(made)


def printed(content: bytes | str) -> str:
    """What the cells of an executed notebook have written."""
    text = content.decode() if isinstance(content, bytes) else content
    cells = nbformat.reads(text, as_version=4).cells
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    return "".join(output.get("text", "") for output in outputs)


@dataclass
class Workshop:
    """An environment with a kernel only, in which notebooks are run one by one."""

    folder: RunFolder
    place: Workplace
    environment: MadeEnvironment
    log: Log
    isolation: str = "watched"
    number: int = 0

    def setting(self, **changes: object) -> Setting:
        """As a run has it."""
        bwrap = bubblewrap()
        programs, folders = tuple(self.place.programs), tuple(self.place.folders)
        sandbox = Sandbox(bwrap or "", self.folder, programs, folders)
        setting = Setting(
            folder=self.folder,
            kernels=tuple(self.place.kernels),
            sandbox=sandbox if self.isolation == "hidden" else None,
            container=None,
            readable=(*(one.resolve().parent.parent for one in programs), *folders),
            log=self.log,
            mark=f"mark-{self.number}",
            cell_seconds=60.0,
            memory_bytes=2 * 2**30,
            until=time.monotonic() + 120.0,
            is_cancelled=lambda: False,
        )
        return replace(setting, **changes)  # type: ignore[arg-type]

    def run(self, *cells: str, content: str | None = None, **changes: object) -> NotebookRun:
        """Run a notebook of these cells."""
        self.number += 1
        path = f"{self.number}.ipynb"
        text = notebook(*cells) if content is None else content
        (self.folder.bundle / path).write_text(text, encoding="utf-8")
        return run_notebook(self.setting(**changes), path, self.number, lambda *_: None)

    @property
    def printed(self) -> str:
        """What the last notebook has written."""
        return printed((self.folder.executed / f"{self.number}.ipynb").read_text("utf-8"))


def shop_in(folder: RunFolder, cache: Path, log: Log | None = None) -> Shop:
    """Where an environment is made, by nobody who cancels it."""
    return Shop(
        folder=folder,
        log=log or Log(),
        mark="mark-shop",
        cache=cache,
        until=time.monotonic() + 300.0,
        is_cancelled=lambda: False,
        on_installing=lambda: None,
    )


@pytest.fixture(scope="session")
def made_once(package_cache: Path) -> Iterator[Workshop]:
    folder, log = RunFolder(), Log()
    shop = shop_in(folder, package_cache, log)
    recipe = read_recipe(folder.bundle)
    environment, place = make_environment(recipe, frozenset(), shop, "watched")
    yield Workshop(folder, place, environment, log)
    folder.remove()


@pytest.fixture(params=ISOLATIONS)
def workshop(made_once: Workshop, request: pytest.FixtureRequest) -> Workshop:
    made_once.isolation = request.param
    return made_once


@pytest.fixture
def any_workshop(made_once: Workshop) -> Workshop:
    """Where it makes no difference how the machine is kept out."""
    made_once.isolation = "hidden" if bubblewrap() else "watched"
    return made_once


def wait_for(condition: object, seconds: float = 20.0) -> None:
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < end, "It did not come to that"
        threading.Event().wait(0.05)


def commands_with(word: str) -> Sequence[str]:
    """The command lines of processes with a word in them, ours not counted."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            line = path.read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if word in line:
            found.append(line)
    return found
