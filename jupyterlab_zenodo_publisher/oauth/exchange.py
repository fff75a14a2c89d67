"""Trades a code, or a refresh token, for tokens: with the secret, or through the hub's service."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

import httpx

from ..errors import PublisherError
from ..sites import clean_url
from .clients import OAuthClient
from .errors import ClientRefusedError, GrantRefusedError, NoClientError, SiteSilentError
from .grant import Grant, Tokens

#: Seconds.
_TIMEOUT = 30.0


class Exchange(Protocol):
    """Where tokens come from. It keeps none."""

    async def clients(self) -> list[dict[str, Any]]:
        """The clients, as pages are told.

        :raises PublisherError
        """

    async def tokens(self, grant: Grant) -> Tokens:
        """The tokens for a grant.

        :raises NoClientError, GrantRefusedError, ClientRefusedError, SiteSilentError
        """


class OwnExchange:
    """The exchange on one's own machine, or in the hub's service: it knows the secrets."""

    def __init__(
        self,
        clients: Iterable[OAuthClient],
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        """:param transport: for tests; None: the network"""
        self._clients = {client.site: client for client in clients}
        self._transport = transport

    async def clients(self) -> list[dict[str, Any]]:
        """See `Exchange`."""
        return [client.as_json() for client in self._clients.values()]

    async def tokens(self, grant: Grant) -> Tokens:
        """See `Exchange`."""
        client = self._client_of(grant.site)
        form = {"client_id": client.client_id}
        if client.client_secret:
            form["client_secret"] = client.client_secret
        if grant.code:
            # What was asked for with another address than ours is not for us.
            if client.redirect_uri and grant.redirect_uri != client.redirect_uri:
                raise GrantRefusedError("The code belongs to another address.")
            form |= {
                "grant_type": "authorization_code",
                "code": grant.code,
                "redirect_uri": grant.redirect_uri,
            }
        else:
            form |= {"grant_type": "refresh_token", "refresh_token": grant.refresh_token}
        return _read_tokens(await self._post(f"{client.site}/oauth/token", form))

    def _client_of(self, site: str) -> OAuthClient:
        try:
            return self._clients[clean_url(site)]
        except (KeyError, ValueError):
            raise NoClientError("No client is registered for this site.") from None

    async def _post(self, url: str, form: dict[str, str]) -> httpx.Response:
        try:
            async with httpx.AsyncClient(
                transport=self._transport, timeout=_TIMEOUT, follow_redirects=False
            ) as http:
                return await http.post(url, data=form, headers={"Accept": "application/json"})
        except httpx.HTTPError:
            # Not chained: the request of the cause holds the secret.
            raise SiteSilentError("The site did not answer.") from None


class HubExchange:
    """The hub's service, asked with the token that the hub gave to this server."""

    def __init__(
        self,
        url: str,
        token: str,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        """
        :param url: of the service, as `http://hub:8081/services/zenodo`
        :param token: `JUPYTERHUB_API_TOKEN`
        """
        self._url = url.rstrip("/")
        self._token = token
        self._transport = transport

    async def clients(self) -> list[dict[str, Any]]:
        """See `Exchange`."""
        answer = await self._ask("GET", "clients")
        clients = answer.get("clients")
        return clients if isinstance(clients, list) else []

    async def tokens(self, grant: Grant) -> Tokens:
        """See `Exchange`."""
        answer = await self._ask("POST", "tokens", grant.as_json())
        return Tokens(
            access_token=str(answer.get("accessToken", "")),
            refresh_token=str(answer.get("refreshToken", "")),
            expires_in=_seconds(answer.get("expiresIn")),
            user=str(answer.get("user", "")),
        )

    async def _ask(self, method: str, path: str, body: object = None) -> dict[str, Any]:
        try:
            async with httpx.AsyncClient(
                transport=self._transport, timeout=_TIMEOUT, follow_redirects=False
            ) as http:
                answer = await http.request(
                    method,
                    f"{self._url}/{path}",
                    json=body,
                    headers={"Authorization": f"token {self._token}"},
                )
                value = answer.json()
        except (httpx.HTTPError, ValueError):
            raise SiteSilentError("The hub's service did not answer.") from None
        if not isinstance(value, dict):
            raise SiteSilentError("The hub's service gave a strange answer.")
        if not answer.is_success:
            raise _told(value)
        return value


#: The errors that the hub's service passes on, by their codes.
_TOLD: dict[str, type[PublisherError]] = {
    error.code: error
    for error in (GrantRefusedError, ClientRefusedError, NoClientError, SiteSilentError)
}


def _told(value: dict[str, Any]) -> PublisherError:
    error = _TOLD.get(str(value.get("code")), SiteSilentError)
    return error("The hub's service could not do this.")


def _read_tokens(answer: httpx.Response) -> Tokens:
    """Source: RFC 6749, sections 5.1 and 5.2; recorded answers of InvenioRDM."""
    try:
        body = answer.json()
    except ValueError:
        body = {}
    body = body if isinstance(body, dict) else {}
    if answer.is_success:
        access = body.get("access_token")
        if not isinstance(access, str) or not access:
            raise SiteSilentError("The site gave a strange answer.")
        refresh = body.get("refresh_token")
        return Tokens(
            access_token=access,
            refresh_token=refresh if isinstance(refresh, str) else "",
            expires_in=_seconds(body.get("expires_in")),
            user=_user_of(body),
        )
    error = body.get("error")
    if error in ("invalid_client", "unauthorized_client") or answer.status_code in (401, 404):
        raise ClientRefusedError("The site does not accept this server's client.")
    if 400 <= answer.status_code < 500 and answer.status_code != 429:
        raise GrantRefusedError("The site did not accept the code.")
    raise SiteSilentError("The site has a problem.")


def _seconds(value: object) -> float:
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return float(value) if is_number and value > 0 else 0.0  # type: ignore[operator, arg-type]


def _user_of(body: dict[str, Any]) -> str:
    """Source: recorded answers of InvenioRDM (`{"user": {"id": "1"}}`)."""
    user = body.get("user")
    found = user.get("id") if isinstance(user, dict) else None
    return str(found) if isinstance(found, (str, int)) else ""
