"""Signing in with a site: the callback page, and the exchange of codes for tokens."""

from __future__ import annotations

import json

from jupyter_server.auth.decorator import authorized
from jupyter_server.base.handlers import JupyterHandler
from tornado import web

from ..errors import NotFoundError
from ..oauth.callback_page import POLICY, callback_html, callback_script
from ..oauth.exchange import Exchange
from ..oauth.grant import read_grant
from .base import PublisherHandler


class TokensHandler(PublisherHandler):
    """Trades what the page got for tokens, and forgets them."""

    @web.authenticated
    @authorized
    async def post(self) -> None:
        """Answer with the tokens, which no cache may keep."""
        exchange: Exchange | None = self.setting("exchange")
        if exchange is None:
            raise NotFoundError("Nobody can sign in here this way.")
        tokens = await exchange.tokens(read_grant(self.body()))
        self.set_header("Cache-Control", "no-store")
        self.finish(json.dumps(tokens.as_json()))


class _CallbackHandler(JupyterHandler):
    auth_resource = "contents"

    async def prepare(self) -> None:
        """Keep the code out of the log, which has the addresses of all requests."""
        self.request.uri = self.request.path
        await super().prepare()

    @property
    def content_security_policy(self) -> str:
        """Nothing but its own script."""
        return POLICY


class CallbackPageHandler(_CallbackHandler):
    """The page that hands on what the site answered."""

    @web.authenticated
    @authorized
    def get(self) -> None:
        """It is the same for everybody: its script reads the address."""
        self.set_header("Cache-Control", "no-store")
        self.finish(callback_html())


class CallbackScriptHandler(_CallbackHandler):
    """Its script."""

    @web.authenticated
    @authorized
    def get(self) -> None:
        """The script, which holds nothing of the user's."""
        self.set_header("Content-Type", "text/javascript; charset=utf-8")
        self.finish(callback_script())
