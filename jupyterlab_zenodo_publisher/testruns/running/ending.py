"""Ends processes as a whole, also those that left their group, and measures them."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping

import psutil

#: Marks all processes of a run: a daemon that no longer is a child is found by it.
MARK = "ZENODO_PUBLISHER_TEST_RUN"

#: Seconds until what was killed is gone; and how often we look.
_PATIENCE = 5.0
_LOOK_EVERY = 0.02


def end_tree(pid: int, env: Mapping[str, str]) -> None:
    """Kill a process with all below it, and all that carry the mark of its run.

    Again until nothing is left: while some are killed, others may begin.
    """
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        found = {process.pid: process for process in (*_tree(pid), *marked(env.get(MARK, "")))}
        if not _kill(found.values()):
            return
        time.sleep(_LOOK_EVERY)


def end_below(pid: int) -> None:
    """Kill all below a process, and not itself."""
    end = time.monotonic() + _PATIENCE
    while _kill(below(pid)) and time.monotonic() < end:
        time.sleep(_LOOK_EVERY)


def end_marked(mark: str) -> None:
    """Kill all that carry the mark of a run."""
    end = time.monotonic() + _PATIENCE
    while _kill(marked(mark)) and time.monotonic() < end:
        time.sleep(_LOOK_EVERY)


def below(pid: int) -> list[psutil.Process]:
    """All processes below one."""
    try:
        return psutil.Process(pid).children(recursive=True)
    except psutil.Error:
        return []


def marked(mark: str) -> list[psutil.Process]:
    """All processes that carry a mark in their environment, where that can be read."""
    if not mark:
        return []
    found = []
    for process in psutil.process_iter():
        try:
            if process.environ().get(MARK) == mark:
                found.append(process)
        except (psutil.Error, OSError):
            # Somebody else's, or gone.
            continue
    return found


def memory_below(pid: int, at_least: int) -> int:
    """Bytes that the processes below one have in memory.

    Pages that several share count once, as far as the system tells; it is asked
    only where the plain sum exceeds `at_least`, because that takes time.
    """
    processes = below(pid)
    total = sum(_bytes(process, exact=False) for process in processes)
    if total <= at_least or len(processes) < 2:
        return total
    return sum(_bytes(process, exact=True) for process in processes)


def memory_of(pid: int) -> int:
    """Bytes that one process has in memory; 0 = it is gone."""
    try:
        return _bytes(psutil.Process(pid), exact=False)
    except psutil.Error:
        return 0


def _bytes(process: psutil.Process, exact: bool) -> int:
    try:
        if exact:
            full = process.memory_full_info()
            return int(getattr(full, "pss", 0) or full.rss)
        return int(process.memory_info().rss)
    except (psutil.Error, OSError):
        return 0


def _tree(pid: int) -> list[psutil.Process]:
    try:
        return [*below(pid), psutil.Process(pid)]
    except psutil.Error:
        return []


def _kill(processes: Iterable[psutil.Process]) -> bool:
    """Kill them; whether there was anything to kill."""
    any_alive = False
    for process in processes:
        try:
            if process.status() != psutil.STATUS_ZOMBIE:
                any_alive = True
                process.kill()
        except (psutil.Error, OSError):
            continue
    return any_alive
