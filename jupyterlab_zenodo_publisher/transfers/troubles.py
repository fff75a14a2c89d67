"""What a site answers when it does not do what a transfer asks for."""

from __future__ import annotations

import time
from collections.abc import Mapping

from ..errors import PublisherError

#: Seconds, where a site does not say how long.
_USUAL_WAIT = 60.0

#: Seconds: no site asks for more, and a wrong header must not stop us for ever.
_LONGEST_WAIT = 3600.0


class UnreachableError(PublisherError):
    """Nothing was sent."""

    code = "unreachable"


class AnswerLostError(PublisherError):
    """The connection broke, or the answer makes no sense: it may have happened."""

    code = "answer-lost"


class SiteTroubleError(PublisherError):
    """An answer of 500 or more."""

    code = "site-trouble"


class SignInNeededError(PublisherError):
    """The token ended, or never was good for this draft."""

    code = "sign-in"


class DraftGoneError(PublisherError):
    """The draft was deleted, or published."""

    code = "draft-gone"


class RefusedError(PublisherError):
    """The site will not take it, now or later."""

    code = "refused"


class ChecksumError(PublisherError):
    """What arrived is not what was sent; it was removed from the draft."""

    code = "checksum"


class RateLimitedError(PublisherError):
    """The site asks us to wait."""

    code = "rate-limited"

    def __init__(self, headers: Mapping[str, str]) -> None:
        super().__init__("The site asks us to wait.")
        #: Seconds from now.
        self.wait = _wait(headers, time.time())


def _wait(headers: Mapping[str, str], now: float) -> float:
    """Source: flask-limiter's headers: `Retry-After` in seconds, `X-RateLimit-Reset` since 1970."""
    for name, since in (("retry-after", 0.0), ("x-ratelimit-reset", now)):
        try:
            seconds = float(headers[name]) - since
        except (KeyError, ValueError):
            continue
        return min(max(seconds, 1.0), _LONGEST_WAIT)
    return _USUAL_WAIT
