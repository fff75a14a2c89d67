"""Where nothing can be hidden: has Python note what it reads elsewhere, and reads the notes."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Mapping
from pathlib import Path

from ..folder import RunFolder
from ..log import plain

_HOOK = Path(__file__).parent / "watch"

#: Of the system, which a reader has, too.
_SYSTEM = (
    *("/usr/", "/bin/", "/sbin/", "/lib/", "/lib32/", "/lib64/", "/etc/", "/proc/", "/sys/"),
    *("/dev/", "/run/", "/nix/store/", "/gnu/store/", "/var/cache/", "/var/lib/texmf/"),
)

#: Paths that are told of one notebook; bytes of notes that are read for them.
_MOST = 100
_MOST_BYTES = 1_000_000


def watch_variables(
    folder: RunFolder, number: int, readable: tuple[Path, ...], variables: Mapping[str, str]
) -> dict[str, str]:
    """The variables of a kernel that notes what it reads.

    :param number: of the notebook
    :param readable: further folders that may be read
    """
    allowed = [*_SYSTEM, f"{folder.path}/", *(f"{os.path.realpath(path)}/" for path in readable)]
    settings = folder.seen / f"{number}.json"
    record = folder.seen / f"{number}.jsonl"
    content = {"allowed": allowed, "record": str(record), "since": time.time()}
    settings.write_text(json.dumps(content), encoding="utf-8")
    return {**variables, "PYTHONPATH": str(_HOOK), "ZENODO_PUBLISHER_WATCH": str(settings)}


def read_notes(folder: RunFolder, number: int) -> tuple[str, ...]:
    """What was read elsewhere: absolute, or from `~`; each once, in order."""
    record = folder.seen / f"{number}.jsonl"
    try:
        with open(record, "rb") as file:
            lines = file.read(_MOST_BYTES).decode("utf-8", errors="replace").splitlines()
    except OSError:
        return ()
    home = os.path.realpath(Path.home())
    found: dict[str, None] = {}
    for line in lines:
        try:
            path = json.loads(line)
        except ValueError:
            continue
        if isinstance(path, str) and len(path) < 4096:
            is_below = home != "/" and path.startswith(f"{home}/")
            found[plain(f"~{path[len(home) :]}" if is_below else path)] = None
    return tuple(found)[:_MOST]
