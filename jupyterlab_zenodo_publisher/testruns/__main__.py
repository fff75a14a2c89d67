"""Runs notebooks of a folder in a fresh environment: `python -m …testruns FOLDER --notebook …`.

Writes the state as one JSON object a line, as it changes, and the executed notebooks
with the log into a folder. Ends with 0 where there is a result, whatever became of
the notebooks.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
import threading
from pathlib import Path

from ..errors import PublisherError
from .bundle import FolderBundle
from .limits import TestRunLimits
from .run import Task, TestRun
from .state import Phase


def main(arguments: list[str] | None = None) -> int:
    """Run it; the exit code."""
    options = _parser().parse_args(arguments)
    defaults = TestRunLimits()
    limits = TestRunLimits(
        memory_bytes=options.memory_bytes or defaults.memory_bytes,
        cache=str(options.cache) if options.cache else "",
        isolation=options.isolation,
        repo2docker=not options.without_repo2docker,
    )
    task = Task(
        notebooks=tuple(options.notebook),
        bundle=FolderBundle(options.folder),
        cell_seconds=options.cell_seconds or defaults.cell_seconds,
        total_seconds=options.total_seconds or defaults.total_seconds,
        hidden=(options.folder,),
    )
    lock = threading.Lock()
    logged = 0

    def tell(run: TestRun) -> None:
        nonlocal logged
        with lock:
            text = run.log.text(logged)
            logged = run.log.length
            sys.stderr.write(text)
            sys.stderr.flush()
            sys.stdout.write(json.dumps(run.as_json()) + "\n")
            sys.stdout.flush()

    run = TestRun(task, "", limits, threading.Semaphore(1), tell)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: run.cancel())
    run.start()
    while not run.state.phase.is_final:
        run.join(0.5)
    run.join(5.0)
    _keep(run, options.out)
    run.forget()
    return 0 if run.state.phase == Phase.DONE else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="the files, which are copied")
    parser.add_argument("--notebook", action="append", required=True, help="from the folder")
    parser.add_argument("--cell-seconds", type=float)
    parser.add_argument("--total-seconds", type=float)
    parser.add_argument("--memory-bytes", type=int)
    parser.add_argument("--isolation", choices=["hidden", "watched", "auto"], default="auto")
    parser.add_argument("--without-repo2docker", action="store_true", help="though it is there")
    parser.add_argument("--cache", type=Path, help="for what installers download")
    parser.add_argument("--out", type=Path, required=True)
    return parser


def _keep(run: TestRun, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "log.txt").write_text(run.log.text(), encoding="utf-8")
    for path in run.task.notebooks:
        try:
            content = run.executed(path)
        except PublisherError:
            # It was not run.
            continue
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


if __name__ == "__main__":
    sys.exit(main())
