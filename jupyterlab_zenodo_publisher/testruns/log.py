"""The log of a test run: as much as anybody reads, in memory."""

from __future__ import annotations

import re
import threading

#: Characters that are kept: the beginning and the end, where the reasons are.
_HEAD = 500_000
_TAIL = 499_000

_GAP = "\n… what stood here was too much to keep …\n"

#: Source: ECMA-48, control sequences; and what ends with BEL, as titles of windows.
_ANSI = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])")

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")

#: A name and a password in an address, as those of package indexes.
_PASSWORD = re.compile(r"(?<=://)[^/\s@]+@")


def plain(text: str) -> str:
    """Text without colours, bells and passwords."""
    return _CONTROL.sub("", _PASSWORD.sub("****@", _ANSI.sub("", text)))


class Log:
    """Text that grows at its end and loses its middle. For any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._head: list[str] = []
        self._head_length = 0
        self._tail: list[str] = []
        self._tail_length = 0
        self._length = 0

    def write(self, text: str) -> None:
        """Append text, as plain text."""
        text = plain(text)
        with self._lock:
            self._length += len(text)
            room = _HEAD - self._head_length
            first, rest = text[:room], text[room:]
            if first:
                self._head.append(first)
                self._head_length += len(first)
            if rest:
                self._tail.append(rest)
                self._tail_length += len(rest)
            # Cut now and then, not with each line.
            if self._tail_length > 2 * _TAIL:
                self._tail = ["".join(self._tail)[-_TAIL:]]
                self._tail_length = _TAIL

    def line(self, text: str) -> None:
        """Append a line."""
        self.write(f"{text}\n")

    @property
    def length(self) -> int:
        """Characters that were written, those included that are not kept."""
        return self._length

    def text(self, start: int = 0, end: int | None = None) -> str:
        """What is kept from a character on, up to another; for what is not, a line says so."""
        with self._lock:
            head, tail, length = "".join(self._head), "".join(self._tail)[-_TAIL:], self._length
        if end is not None and end < length:
            tail = tail[: max(0, len(tail) - (length - end))]
            head, length = head[:end], end
        begins = length - len(tail)
        if start >= begins:
            return tail[start - begins :]
        gap = _GAP if begins > len(head) else ""
        return head[start:] + gap + tail
