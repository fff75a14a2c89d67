"""Runs one program in a session of its own, and ends it with all that it started."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

from .ending import end_tree

#: Seconds between two looks at whether it has to end.
_LOOK_EVERY = 0.1

#: Seconds that what a program wrote may come after its end: a stray may hold the pipe.
_LAST_WORDS = 2.0


class StoppedError(Exception):
    """A program was ended.

    :param reason: as `should_stop` gave it
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def run_command(
    argv: Sequence[str],
    *,
    cwd: Path,
    env: Mapping[str, str],
    on_text: Callable[[str], None],
    should_stop: Callable[[], str | None],
) -> int:
    """Run a program to its end.

    :param on_text: told of what it writes, by another thread
    :param should_stop: why it has to end now; None: it may go on
    :returns: its exit code
    :raises StoppedError: it was ended, with all its processes
    :raises OSError: it cannot be started
    """
    process = subprocess.Popen(  # noqa: S603 - a list, and no shell
        list(argv),
        cwd=cwd,
        env=dict(env),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    assert process.stdout  # noqa: S101 - as asked for
    reader = read_aside(process.stdout, on_text)
    over = threading.Event()
    reason: list[str] = []

    def watch() -> None:
        while not over.wait(_LOOK_EVERY):
            why = should_stop()
            if why is not None:
                reason.append(why)
                end_tree(process.pid, env)
                return

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    # Without a time limit: waiting with one asks again and again, and is late.
    code = process.wait()
    over.set()
    watcher.join()
    reader.join(_LAST_WORDS)
    if reason:
        raise StoppedError(reason[0])
    return code


def read_aside(stream: IO[bytes], on_text: Callable[[str], None]) -> threading.Thread:
    """Read a stream to its end in a thread, which closes it."""

    def read() -> None:
        with stream:
            descriptor = stream.fileno()
            while chunk := os.read(descriptor, 65536):
                on_text(chunk.decode("utf-8", errors="replace"))

    thread = threading.Thread(target=read, daemon=True)
    thread.start()
    return thread


def deadline(seconds: float) -> float:
    """The moment in so many seconds, by the clock that nobody sets."""
    return time.monotonic() + seconds
