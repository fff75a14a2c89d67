"""The few requests to a site that a transfer makes. No redirect is followed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

import httpx

from .. import __version__
from .troubles import (
    AnswerLostError,
    DraftGoneError,
    RateLimitedError,
    RefusedError,
    SignInNeededError,
    SiteTroubleError,
    UnreachableError,
)

#: Source: docs-invenio-rdm, "REST API": InvenioRDM's own JSON, not Zenodo's older one.
_ACCEPT = "application/vnd.inveniordm.v1+json"

_AGENT = (
    f"jupyterlab-zenodo-publisher/{__version__} "
    "(+https://pypi.org/project/jupyterlab-zenodo-publisher; server)"
)

#: Seconds. An answer to a large upload comes when the site has stored it.
_TIMEOUT = httpx.Timeout(60.0, read=600.0, write=300.0)

#: A page of a front server is not read further than this.
_MOST_TEXT = 300


@dataclass(frozen=True)
class RemoteFile:
    """A file of a draft, as the site tells of it."""

    key: str
    status: str
    size: int | None
    #: In hexadecimal; None while there is none.
    md5: str | None


class SiteClient:
    """Speaks to one draft of one site.

    All its methods raise UnreachableError (nothing was sent), AnswerLostError,
    SiteTroubleError, RateLimitedError, SignInNeededError, DraftGoneError and
    RefusedError, and what their content raises.
    """

    def __init__(self, site: str, draft: str, transport: httpx.BaseTransport | None = None) -> None:
        """:param transport: for tests; None: the network"""
        self._files = f"{site}/api/records/{quote(draft, safe='')}/draft/files"
        self._http = httpx.Client(
            follow_redirects=False,
            timeout=_TIMEOUT,
            transport=transport,
            headers={"User-Agent": _AGENT, "Accept": _ACCEPT},
        )
        #: The newest token; set anew when the user has signed in again.
        self.token = ""

    def close(self) -> None:
        """End the connections and forget the token."""
        self.token = ""
        self._http.close()

    def get(self, key: str) -> RemoteFile | None:
        """What the draft has under a key."""
        try:
            return _remote_file(self._send("GET", self._url(key)))
        except DraftGoneError:
            # A file that is not there and a draft that is not there answer
            # alike: the list of files tells them apart.
            self._send("GET", self._files)
            return None

    def begin(self, key: str) -> None:
        """Announce a file."""
        self._send("POST", self._files, json=[{"key": key}])

    def upload(self, key: str, content: Iterator[bytes], size: int) -> None:
        """Send a file's bytes.

        :param content: exactly `size` bytes
        """
        headers = {
            "Content-Type": "application/octet-stream",
            "Content-Length": str(size),
        }
        url = f"{self._url(key)}/content"
        self._send("PUT", url, content=content, headers=headers)

    def commit(self, key: str) -> RemoteFile:
        """Say that all was sent."""
        return _remote_file(self._send("POST", f"{self._url(key)}/commit"))

    def remove(self, key: str) -> None:
        """Remove a file, if it is there."""
        try:
            self._send("DELETE", self._url(key))
        except DraftGoneError:
            return

    def _url(self, key: str) -> str:
        return f"{self._files}/{quote(key, safe='')}"

    def _send(self, method: str, url: str, **options: object) -> httpx.Response:
        headers = {
            "Authorization": f"Bearer {self.token}",
            **options.pop("headers", {}),  # type: ignore[arg-type]
        }
        try:
            answer = self._http.request(method, url, headers=headers, **options)  # type: ignore[arg-type]
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            raise UnreachableError("The site cannot be reached.") from error
        except httpx.TransportError as error:
            raise AnswerLostError("The connection broke.") from error
        if answer.is_success:
            return answer
        raise _trouble(answer)


def _trouble(answer: httpx.Response) -> Exception:
    status = answer.status_code
    if status == 429:
        return RateLimitedError(answer.headers)
    if status in (401, 403):
        return SignInNeededError("The site does not accept the token any more.")
    if status in (404, 410):
        return DraftGoneError("The draft is not there any more.")
    if status >= 500 or status == 408:
        return SiteTroubleError("The site has a problem.", site_status=status)
    return RefusedError("The site refused the request.", site_status=status, text=_text(answer))


def _text(answer: httpx.Response) -> str:
    """The site's own message, for the page to show as text."""
    try:
        message = answer.json().get("message")
    except (ValueError, AttributeError):
        return ""
    return message[:_MOST_TEXT] if isinstance(message, str) else ""


def _remote_file(answer: httpx.Response) -> RemoteFile:
    """:raises AnswerLostError: the answer is none of InvenioRDM's"""
    try:
        body = answer.json()
        key, status = body["key"], body["status"]
    except (ValueError, KeyError, TypeError) as error:
        raise AnswerLostError("The site's answer makes no sense.") from error
    size, checksum = body.get("size"), body.get("checksum")
    md5 = None
    if isinstance(checksum, str) and checksum.lower().startswith("md5:"):
        md5 = checksum[4:].lower()
    return RemoteFile(
        key=str(key),
        status=str(status),
        size=size if isinstance(size, int) else None,
        md5=md5,
    )
