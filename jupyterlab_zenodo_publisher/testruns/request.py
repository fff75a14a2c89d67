"""What a page asks a test run for: read strictly, as it comes from outside."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import BadRequestError, TooLargeError
from ..jobs.entries import Entry, read_entries, read_text
from .limits import TestRunLimits


@dataclass(frozen=True)
class TestRunOrder:
    """A whole test run."""

    __test__ = False

    #: The publication, and the stamp of its files: by them a page finds it again.
    publication: str
    stamp: str
    #: The notebooks to run, in this order.
    notebooks: tuple[str, ...]
    entries: tuple[Entry, ...]
    #: As the page wants them, within what the server allows.
    cell_seconds: float
    total_seconds: float

    @property
    def total_bytes(self) -> int:
        """Bytes of all files."""
        return sum(entry.size for entry in self.entries)


def read_order(body: dict[str, object], limits: TestRunLimits) -> TestRunOrder:
    """:raises BadRequestError, TooLargeError"""
    entries = read_entries(body.get("entries"), limits)
    return TestRunOrder(
        publication=read_text(body, "publication", 200),
        stamp=read_text(body, "stamp", 200),
        notebooks=_notebooks(body.get("notebooks"), entries, limits),
        entries=entries,
        cell_seconds=_seconds(body.get("cellSeconds"), limits.cell_seconds),
        total_seconds=_seconds(body.get("totalSeconds"), limits.total_seconds),
    )


def _notebooks(value: object, entries: tuple[Entry, ...], limits: TestRunLimits) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise BadRequestError("“notebooks” is missing, or no list.")
    if len(value) > limits.notebooks:
        raise TooLargeError("These are too many notebooks.", most=limits.notebooks)
    present = {entry.path for entry in entries}
    for path in value:
        if not isinstance(path, str) or path not in present:
            raise BadRequestError("A notebook is not among the files.")
    if len(set(value)) != len(value):
        raise BadRequestError("A notebook is there twice.")
    return tuple(value)


def _seconds(value: object, most: float) -> float:
    if value is None:
        return most
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not value > 0:
        raise BadRequestError("A time limit is no number of seconds.")
    return min(float(value), most)
