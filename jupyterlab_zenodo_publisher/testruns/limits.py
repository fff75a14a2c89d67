"""What test runs may take."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class TestRunLimits:
    """See the settings of like names in `settings.py`. Times in seconds, sizes in bytes."""

    #: Not a test, though its name begins so.
    __test__ = False

    #: Source: mybinder.org's build pods have 2 GB for everything.
    total_bytes: int = 2 * 10**9
    #: Of what the page itself sends: notebooks with badges, generated files.
    inline_bytes: int = 200 * 10**6
    cell_seconds: float = 600.0
    #: All notebooks of a run together.
    total_seconds: float = 3600.0
    #: Making the environment. Source: mybinder.org's `build` limit of one hour.
    install_seconds: float = 3600.0
    #: Source: mybinder.org's limit of a session's memory.
    memory_bytes: int = 2 * 2**30
    running: int = 1
    keep_finished: float = 24 * 3600.0
    #: Files of one run.
    entries: int = 200_000
    #: Runs that are kept, ended ones included.
    kept: int = 50
    notebooks: int = 100
    #: An executed notebook that is handed out.
    notebook_bytes: int = 50 * 10**6
    #: Where the runs' folders are made, and where installers keep what they
    #: downloaded; '' = the system's folder for temporary files, the user's for caches.
    folder: str = ""
    cache: str = ""
    #: `auto`, `hidden` (bubblewrap or nothing) or `watched`.
    isolation: str = "auto"
    #: Have repo2docker make the environment where it is there, with Docker.
    repo2docker: bool = True
