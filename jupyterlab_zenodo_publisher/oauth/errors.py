"""Why signing in did not work."""

from __future__ import annotations

from ..errors import PublisherError


class GrantRefusedError(PublisherError):
    """The code, or the refresh token, is used, too old, or another client's."""

    code = "grant-refused"
    status = 400


class ClientRefusedError(PublisherError):
    """The site does not know the client, or its secret: the administrator has to mend it."""

    code = "client-refused"
    status = 502


class NoClientError(PublisherError):
    """No client is registered for this site here."""

    code = "no-client"
    status = 404


class SiteSilentError(PublisherError):
    """The site, or the exchange of the hub, did not answer, or not in time."""

    code = "unreachable"
    status = 502
