"""Brings one file into a draft: look, act, verify. It may be done again at any time."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Protocol, TypeVar

from .archive import Content, Digest
from .site import RemoteFile, SiteClient
from .troubles import (
    AnswerLostError,
    ChecksumError,
    DraftGoneError,
    RateLimitedError,
    SignInNeededError,
    SiteTroubleError,
    UnreachableError,
)

T = TypeVar("T")

#: So often is a file sent, and so often does a site ask us to wait, at most.
ATTEMPTS = 6
_LIMIT_ATTEMPTS = 60

#: Seconds before the second attempt; doubled with each further one.
_FIRST_WAIT = 2.0
_LONGEST_WAIT = 120.0


class Course(Protocol):
    """What a deposit asks of the transfer that it is part of."""

    def wait(self, reason: str, seconds: float) -> None:
        """Wait, unless the transfer is cancelled.

        :param reason: `rate-limit`, `connection` or `trouble`
        :raises CancelledError
        """

    def sign_in(self, refused: str) -> str:
        """Wait for the user to sign in again.

        :param refused: the token that was sent
        :returns: another one
        :raises SignInNeededError: nobody came; CancelledError
        """

    def sending(self, sent: int) -> None:
        """Told of the bytes sent; begins again at 0 with each attempt.

        :raises CancelledError
        """


class Deposit:
    """Puts files into a draft."""

    def __init__(self, client: SiteClient, course: Course) -> None:
        self._client = client
        self._course = course

    def put(self, key: str, content: Content, md5: str | None = None) -> str:
        """Bring a file into the draft.

        A committed file is never written to: the site would delete it (a PUT of
        its content does that). What is there and not ours is removed first.

        :param md5: of an earlier attempt whose answer was lost
        :returns: the MD5 of what is there now, in hexadecimal
        :raises ChecksumError, DraftGoneError, RefusedError, SignInNeededError,
            CancelledError; after all attempts UnreachableError, AnswerLostError,
            SiteTroubleError; and what reading the content raises
        """
        known = md5
        for attempt in range(1, ATTEMPTS + 1):
            digest = Digest()
            try:
                return self._try(key, content, digest, known)
            except (AnswerLostError, UnreachableError, SiteTroubleError) as error:
                if attempt == ATTEMPTS:
                    raise
                if digest.is_whole(content.size):
                    # All was sent, and may have been taken.
                    known = digest.md5
                wait = min(_FIRST_WAIT * 2 ** (attempt - 1), _LONGEST_WAIT)
                reason = "trouble" if isinstance(error, SiteTroubleError) else "connection"
                # All users of a hub must not come back in the same second.
                self._course.wait(reason, wait * random.uniform(0.5, 1.0))
        raise AssertionError("The last attempt returns or raises")

    def _try(self, key: str, content: Content, digest: Digest, known: str | None) -> str:
        there = self._ask(lambda: self._client.get(key))
        if there and there.status == "completed":
            if known is not None and _is(there, known, content.size):
                self._course.sending(content.size)
                return known
            self._ask(lambda: self._client.remove(key))
            there = None
        if there is None:
            self._ask(lambda: self._client.begin(key))
        try:
            # Sent again whole where the token ended meanwhile.
            self._ask(lambda: self._upload(key, content, digest.renew()))
            committed = self._ask(lambda: self._client.commit(key))
        except DraftGoneError as error:
            # Of the file or of the whole draft: a look at the draft tells.
            self._ask(lambda: self._client.get(key))
            raise AnswerLostError("The file vanished from the draft.") from error
        if not _is(committed, digest.md5, content.size):
            self._ask(lambda: self._client.remove(key))
            raise ChecksumError("What arrived is not what was sent.", key=key)
        return digest.md5

    def _upload(self, key: str, content: Content, digest: Digest) -> None:
        self._client.upload(key, self._counted(digest.through(content.read())), content.size)

    def _counted(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        sent = 0
        self._course.sending(0)
        for chunk in chunks:
            yield chunk
            sent += len(chunk)
            self._course.sending(sent)

    def _ask(self, request: Callable[[], T]) -> T:
        """Send a request, and wait where the site wants us to."""
        for _ in range(_LIMIT_ATTEMPTS):
            token = self._client.token
            try:
                return request()
            except RateLimitedError as error:
                # A little more each time for each of many that wait.
                self._course.wait("rate-limit", error.wait + random.uniform(0.0, 2.0))
            except SignInNeededError:
                self._client.token = self._course.sign_in(token)
        raise SiteTroubleError("The site asked us to wait again and again.")


def _is(file: RemoteFile, md5: str, size: int) -> bool:
    return (
        file.status == "completed" and file.md5 == md5 and (file.size is None or file.size == size)
    )
