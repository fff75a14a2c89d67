"""Keeps the rest of the machine out of a run, with bubblewrap where it works."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ..folder import RunFolder
from ..troubles import NoToolError

#: What a run sees of the system: programs and libraries. Not /home, /opt, /srv, /var …
_SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32")
_MORE = ("/sys", "/nix/store", "/gnu/store", "/var/cache/fontconfig", "/var/lib/texmf")

#: Of /etc what programs need: names, networks, certificates, fonts; no service's settings.
_ETC = """
    alternatives ca-certificates crypto-policies fonts group host.conf hosts ImageMagick-6
    ImageMagick-7 java ld.so.cache ld.so.conf ld.so.conf.d localtime locale.alias magic
    matplotlibrc mime.types nsswitch.conf OpenCL openmpi os-release passwd pki profile protocols
    R resolv.conf services ssl terminfo texmf timezone vulkan
"""

#: Where what is installed below a prefix has its programs and libraries.
_OF_PREFIX = ("bin", "lib", "lib64", "libexec", "include", "ssl")

#: Seconds for the first try.
_PATIENCE = 10.0


@lru_cache(maxsize=1)
def bubblewrap() -> str | None:
    """The path of a bubblewrap that works here; None: there is none.

    Many machines have it and forbid what it does, so it is tried.
    """
    path = shutil.which("bwrap")
    if path is None:
        return None
    command = [path, *_APART, "--ro-bind", "/", "/", "--proc", "/proc", "--dev", "/dev"]
    try:
        subprocess.run(  # noqa: S603 - a list, and no shell
            [*command, "true"], capture_output=True, timeout=_PATIENCE, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return path


#: Processes of its own, which end with whoever began them. The network stays: Binder has it.
_APART = ("--die-with-parent", "--new-session", "--unshare-pid", "--unshare-ipc", "--unshare-uts")


def choose_isolation(wanted: str) -> str:
    """`hidden` or `watched`.

    :param wanted: one of them, or `auto`
    :raises NoToolError: bubblewrap is wanted and does not work here
    """
    if wanted == "watched":
        return "watched"
    if bubblewrap():
        return "hidden"
    if wanted == "hidden":
        raise NoToolError("bubblewrap does not work here.", "bubblewrap")
    return "watched"


@dataclass(frozen=True)
class Sandbox:
    """What a kernel sees, and nothing else."""

    bwrap: str
    folder: RunFolder
    #: Programs outside of the environment, and further folders, to be read.
    programs: tuple[Path, ...] = ()
    folders: tuple[Path, ...] = ()
    #: What is never seen, also where the system's own folders have it.
    hidden: tuple[Path, ...] = ()

    def prefix(self, cwd: Path) -> list[str]:
        """What stands before a command that is run in a folder."""
        folder = self.folder
        return [
            self.bwrap,
            *_APART,
            *("--unsetenv", "JPY_PARENT_PID"),  # Its number is another one inside.
            *_system(),
            *_hide(self.hidden),
            *("--proc", "/proc", "--dev", "/dev"),
            *("--bind", str(folder.temporary), "/tmp"),  # noqa: S108 - the run's own
            *_read_only(self._to_read()),
            *(
                word
                for place in (
                    folder.bundle,
                    folder.home,
                    folder.temporary,
                    folder.environment,
                    folder.connection,
                )
                for word in ("--bind", str(place), str(place))
            ),
            *("--chdir", str(cwd), "--"),
        ]

    def _to_read(self) -> Iterable[Path]:
        prefixes = {link.parent.parent for program in self.programs for link in _chain(program)}
        for prefix in sorted(prefixes):
            if not _is_within(prefix, (self.folder.path,)):
                yield from (prefix / name for name in _OF_PREFIX)
        yield from self.folders


def _system() -> list[str]:
    words: list[str] = []
    for name in _SYSTEM:
        if os.path.islink(name):
            words += ["--symlink", os.readlink(name), name]
        elif os.path.isdir(name):
            words += ["--ro-bind", name, name]
    for name in (*_MORE, *(f"/etc/{name}" for name in _ETC.split())):
        words += ["--ro-bind-try", name, name]
    # systemd keeps it elsewhere, and links there.
    resolver = os.path.realpath("/etc/resolv.conf")
    if not resolver.startswith("/etc/"):
        words += ["--ro-bind-try", resolver, resolver]
    return words


def _hide(paths: Iterable[Path]) -> list[str]:
    """Empty what would be seen as part of the system."""
    system = [Path(name) for name in _SYSTEM]
    return [word for path in paths if _is_within(path, system) for word in ("--tmpfs", str(path))]


def _read_only(paths: Iterable[Path]) -> list[str]:
    system = [Path(name) for name in _SYSTEM]
    return [
        word
        for path in paths
        if not _is_within(path, system)
        for word in ("--ro-bind-try", str(path), str(path))
    ]


def _chain(program: Path) -> list[Path]:
    """A program, and what its links lead to, step by step."""
    chain = [program]
    while chain[-1].is_symlink() and len(chain) < 20:
        chain.append(chain[-1].parent / os.readlink(chain[-1]))
    return [*chain, program.resolve()]


def _is_within(path: Path, folders: Iterable[Path]) -> bool:
    return any(folder == path or folder in path.parents for folder in folders)
