"""Whether a DOI leads anywhere yet, asked of the resolvers of the configuration."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

import httpx

from .errors import BadRequestError, PublisherError
from .sites import clean_url

#: Where DOIs lead, without any configuration.
BUILT_IN = ("https://doi.org",)

#: Seconds for the whole answer.
_TIMEOUT = 15.0

#: Bytes: the record of a handle has some hundred.
_LARGEST = 64_000

#: A prefix with the number of its registrant, and a suffix. Source: DOI Handbook, 2.2.
_DOI = re.compile(r"10\.[0-9]{1,9}(?:\.[0-9]{1,9})*/[!-~]{1,200}", re.ASCII)


class UnknownResolverError(PublisherError):
    """A resolver that the server's configuration does not name."""

    code = "unknown-resolver"
    status = 403


class ResolverSilentError(PublisherError):
    """The resolver did not answer, or nothing that tells."""

    code = "unreachable"
    status = 502


class Resolvers:
    """The resolvers that may be asked."""

    def __init__(self, urls: Iterable[str]) -> None:
        """:raises ValueError: one of the addresses cannot be used"""
        self.urls = tuple(dict.fromkeys(clean_url(url) for url in urls))

    async def resolves(self, resolver: object, doi: object) -> bool:
        """Whether a resolver knows a DOI. Nothing of the user's is sent along.

        Source: the handle proxy's JSON API, https://www.handle.net/proxy_servlet.html

        :raises BadRequestError: it is no DOI
        :raises UnknownResolverError, ResolverSilentError
        """
        if resolver not in self.urls:
            raise UnknownResolverError("This server does not ask that resolver.")
        url = f"{resolver}/api/handles/{_path_of(doi)}"
        try:
            status, content = await asyncio.wait_for(_get(url), _TIMEOUT)
        except (httpx.HTTPError, asyncio.TimeoutError) as error:
            raise ResolverSilentError("The resolver did not answer.") from error
        code = _response_code(content)
        # 1 = found, 100 = there is no such handle, 200 = it has no values.
        if (status, code) == (200, 1):
            return True
        if code in (100, 200):
            return False
        raise ResolverSilentError("The resolver did not say.")


def _path_of(doi: object) -> str:
    if not isinstance(doi, str) or not _DOI.fullmatch(doi):
        raise BadRequestError("This is no DOI.")
    parts = doi.split("/")
    if any(part in ("", ".", "..") for part in parts):
        raise BadRequestError("This is no DOI.")
    return "/".join(quote(part, safe="") for part in parts)


async def _get(url: str) -> tuple[int, bytes]:
    """The status and the content, of which too much counts as none."""
    content = b""
    async with (
        httpx.AsyncClient(timeout=_TIMEOUT, follow_redirects=False) as http,
        http.stream("GET", url, headers={"Accept": "application/json"}) as answer,
    ):
        async for chunk in answer.aiter_bytes(8192):
            content += chunk
            if len(content) > _LARGEST:
                return answer.status_code, b""
    return answer.status_code, content


def _response_code(content: bytes) -> Any:
    try:
        answer = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return answer.get("responseCode") if isinstance(answer, dict) else None
