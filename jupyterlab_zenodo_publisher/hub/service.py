"""The service: tells the clients, trades codes and refresh tokens, has the callback page."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterable
from typing import Any
from urllib.parse import urlsplit

from tornado import web

from ..errors import BadRequestError, PublisherError
from ..oauth.callback_page import POLICY, callback_html, callback_script
from ..oauth.clients import OAuthClient
from ..oauth.exchange import Exchange
from ..oauth.grant import read_grant

#: Says whether a token of the hub may use this service.
MayUse = Callable[[str], Awaitable[bool]]


class NotAllowedError(PublisherError):
    """The hub does not know the token, or it may not use this service."""

    code = "not-allowed"
    status = 403


class _Handler(web.RequestHandler):
    def initialize(self, exchange: Exchange, may_use: MayUse) -> None:
        self.exchange = exchange
        self._may_use = may_use

    async def allow(self) -> None:
        """Only a token in a header counts: a browser never sends that by itself.

        :raises NotAllowedError
        """
        scheme, _, token = self.request.headers.get("Authorization", "").partition(" ")
        is_token = scheme.lower() in ("token", "bearer") and token != ""
        if not is_token or not await self._may_use(token):
            raise NotAllowedError("This token may not use this service.")

    def check_xsrf_cookie(self) -> None:
        """No cookie counts here."""

    def answer(self, value: dict[str, Any]) -> None:
        """JSON that no cache keeps."""
        self.set_header("Content-Type", "application/json")
        self.set_header("Cache-Control", "no-store")
        self.finish(json.dumps(value))

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """The reason of ours, else nothing."""
        error = (kwargs.get("exc_info") or (None, None, None))[1]
        if isinstance(error, PublisherError):
            self.set_status(error.status)
            self.answer(error.as_json())
        else:
            self.finish()

    def log_exception(self, typ: Any, value: Any, tb: Any) -> None:
        """What is expected is no traceback."""
        if not isinstance(value, PublisherError):
            super().log_exception(typ, value, tb)


class ClientsHandler(_Handler):
    """The clients, without their secrets."""

    async def get(self) -> None:
        """List them."""
        await self.allow()
        self.answer({"clients": await self.exchange.clients()})


class TokensHandler(_Handler):
    """The exchange."""

    async def post(self) -> None:
        """Trade a grant for tokens."""
        await self.allow()
        try:
            body = json.loads(self.request.body)
        except ValueError:
            body = None
        if not isinstance(body, dict):
            raise BadRequestError("The request is no object.")
        self.answer((await self.exchange.tokens(read_grant(body))).as_json())


class _PageHandler(_Handler):
    def prepare(self) -> None:
        """Keep the code out of the log."""
        _log_no_query(self)
        self.set_header("Content-Security-Policy", POLICY)
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Referrer-Policy", "no-referrer")


class CallbackPageHandler(_PageHandler):
    """The page to which a site sends all users of the hub back."""

    def get(self) -> None:
        """It is the same for everybody."""
        self.finish(callback_html())


class CallbackScriptHandler(_PageHandler):
    """Its script."""

    def get(self) -> None:
        """It holds nothing of anybody's."""
        self.set_header("Content-Type", "text/javascript; charset=utf-8")
        self.finish(callback_script())


class NothingHandler(web.ErrorHandler):
    """All other addresses: a redirect URI with a slash too many brings a code, too."""

    def initialize(self) -> None:
        """There is one answer."""
        super().initialize(404)

    def prepare(self) -> None:
        """Keep the code out of the log."""
        _log_no_query(self)
        super().prepare()


def _log_no_query(handler: web.RequestHandler) -> None:
    handler.request.uri = handler.request.path


def check_addresses(clients: Iterable[OAuthClient], prefix: str) -> None:
    """See that each client names the callback page of this service.

    Without it, each user's server would name a page of its own, which no site knows.

    :param prefix: `JUPYTERHUB_SERVICE_PREFIX`
    :raises ValueError: one does not; its message holds no secret
    """
    path = f"{prefix.rstrip('/')}/callback"
    for client in clients:
        if urlsplit(client.redirect_uri).path != path:
            raise ValueError(
                f"The redirect_uri of the OAuth client of {client.site} has to be "
                f"the hub's public address with {path}"
            )


def make_app(prefix: str, exchange: Exchange, may_use: MayUse) -> web.Application:
    """The service's web application.

    :param prefix: `JUPYTERHUB_SERVICE_PREFIX`, as `/services/zenodo/`
    """
    parts = {"exchange": exchange, "may_use": may_use}
    routes = {
        "clients": ClientsHandler,
        "tokens": TokensHandler,
        "callback": CallbackPageHandler,
        r"callback\.js": CallbackScriptHandler,
    }
    base = prefix.rstrip("/")
    return web.Application(
        [(f"{base}/{path}", handler, parts) for path, handler in routes.items()],
        default_handler_class=NothingHandler,
    )
