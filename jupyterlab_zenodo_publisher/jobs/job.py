"""One job: a thread that works, and what others may see and do of it."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Generic, Protocol, TypeVar

from ..errors import PublisherError


class CancelledError(PublisherError):
    """The user, or the end of the server, ended it."""

    code = "cancelled"


class JobPhase(Protocol):
    """What a job is doing."""

    @property
    def is_final(self) -> bool:
        """Nothing happens any more."""


class JobState(Protocol):
    """One moment of a job: a frozen dataclass."""

    @property
    def phase(self) -> JobPhase:
        """What it is doing."""

    #: Raised with each change.
    @property
    def sequence(self) -> int:
        """How many changes there were."""

    def as_json(self) -> dict[str, Any]:
        """What the page is told."""


S = TypeVar("S", bound=JobState)


class Job(Generic[S]):
    """Work in a thread of its own; all methods may be called by any thread.

    :param owner: whose it is; nobody else is told of it
    :param on_change: called by its thread after each change
    """

    def __init__(self, name: str, owner: str, state: S, on_change: Callable[[Any], None]) -> None:
        self.id = secrets.token_urlsafe(16)
        self.owner = owner
        self.begun = time.time()
        self.ended = 0.0
        self._state = state
        self._on_change = on_change
        self._changed = threading.Condition()
        self._is_cancelled = False
        self._thread = threading.Thread(
            target=self._run, name=f"zenodo-{name}-{self.id[:6]}", daemon=True
        )

    @property
    def state(self) -> S:
        """Where it is."""
        return self._state

    def as_json(self) -> dict[str, Any]:
        """What the page is told."""
        return {"id": self.id, "begun": self.begun, **self._state.as_json()}

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def cancel(self) -> None:
        """End it as soon as possible."""
        with self._changed:
            self._is_cancelled = True
            self._changed.notify_all()

    def join(self, timeout: float) -> None:
        """Wait for its end, at most so many seconds."""
        self._thread.join(timeout)

    def forget(self) -> None:
        """Remove what it left on this machine. It has ended."""

    def _run(self) -> None:
        raise NotImplementedError

    def _take(self, slots: threading.Semaphore) -> None:
        """Wait for a slot.

        :raises CancelledError
        """
        while not slots.acquire(timeout=0.2):
            self._stop_if_cancelled()

    def _stop_if_cancelled(self) -> None:
        if self._is_cancelled:
            raise CancelledError("It was cancelled.")

    def _end(self, **changes: Any) -> None:
        self.ended = time.time()
        self._set(**changes)

    def _set(self, **changes: Any) -> None:
        with self._changed:
            sequence = self._state.sequence + 1
            self._state = replace(self._state, sequence=sequence, **changes)  # type: ignore[type-var]
        self._on_change(self)
