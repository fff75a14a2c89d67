"""The sites that the server talks to: those of its configuration, no others."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from .errors import UnknownSiteError

#: zenodo.org and its sandbox, which need no configuration.
BUILT_IN = ("https://zenodo.org", "https://sandbox.zenodo.org")

_LOOPBACK = ("localhost", "127.0.0.1", "::1")


def clean_url(url: str) -> str:
    """The address of a site without a trailing slash.

    :raises ValueError: it is no https address (http only on this computer), or
        holds a password, a query or a fragment
    """
    parts = urlsplit(url.strip())
    is_safe = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)
    if not is_safe or not parts.hostname:
        raise ValueError("The address of a site begins with https://")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise ValueError("The address of a site has no password, query or fragment")
    return f"{parts.scheme}://{parts.netloc.lower()}{parts.path.rstrip('/')}"


class Sites:
    """The allowed sites."""

    def __init__(self, urls: Iterable[str]) -> None:
        """:raises ValueError: one of the addresses cannot be used"""
        self._urls = tuple(dict.fromkeys(clean_url(url) for url in urls))

    @property
    def urls(self) -> tuple[str, ...]:
        """Their addresses, without a trailing slash."""
        return self._urls

    def check(self, url: str) -> str:
        """The address of an allowed site, as the configuration has it.

        :raises UnknownSiteError: it is not allowed
        """
        try:
            cleaned = clean_url(url)
        except ValueError:
            cleaned = ""
        if cleaned not in self._urls:
            raise UnknownSiteError("This server does not send files to that site.")
        return cleaned
