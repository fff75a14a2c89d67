"""What transfers may take."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class TransferLimits:
    """See the settings of the same names in `extension.py`. Times in seconds."""

    total_bytes: int = 50 * 10**9
    inline_bytes: int = 200 * 10**6
    running: int = 8
    spool_bytes: int = 10**9
    start_delay: float = 2.0
    keep_finished: float = 7 * 24 * 3600.0
    wait_for_sign_in: float = 24 * 3600.0
    #: Files of one transfer. Source: APPNOTE.TXT 4.3.14, more need Zip64, which
    #: is written; a record of single files takes 100.
    entries: int = 200_000
    #: Transfers that are kept, ended ones included.
    kept: int = 200
