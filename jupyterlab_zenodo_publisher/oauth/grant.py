"""What a page hands in for tokens, and what it gets: read strictly, kept nowhere."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from ..errors import BadRequestError

_SECRET = re.compile(r"[\x21-\x7e]{1,2048}")


@dataclass(frozen=True)
class Grant:
    """A code with the address that it was asked for with, or a refresh token."""

    site: str
    code: str = field(default="", repr=False)
    redirect_uri: str = ""
    refresh_token: str = field(default="", repr=False)

    def as_json(self) -> dict[str, str]:
        """The same, for another exchange."""
        return {
            "site": self.site,
            "code": self.code,
            "redirectUri": self.redirect_uri,
            "refreshToken": self.refresh_token,
        }


@dataclass(frozen=True)
class Tokens:
    """What a site answers. Nobody but the page keeps it."""

    access_token: str = field(repr=False)
    #: '' where the site gives none.
    refresh_token: str = field(repr=False)
    #: Seconds.
    expires_in: float
    #: The user's id on the site; '' where it does not say.
    user: str = ""

    def as_json(self) -> dict[str, Any]:
        """For the page."""
        return {
            "accessToken": self.access_token,
            "refreshToken": self.refresh_token,
            "expiresIn": self.expires_in,
            "user": self.user,
        }


def read_grant(body: dict[str, Any]) -> Grant:
    """:raises BadRequestError: it is neither a code nor a refresh token"""
    texts = {name: body.get(name, "") for name in ("site", "code", "redirectUri", "refreshToken")}
    if not all(isinstance(text, str) and len(text) <= 2048 for text in texts.values()):
        raise BadRequestError("This is no grant.")
    code, refresh = texts["code"], texts["refreshToken"]
    if bool(code) == bool(refresh) or not _SECRET.fullmatch(code or refresh):
        raise BadRequestError("This is no grant.")
    if code and urlsplit(texts["redirectUri"]).scheme not in ("http", "https"):
        raise BadRequestError("The address of the callback page is missing.")
    return Grant(
        site=texts["site"],
        code=code,
        redirect_uri=texts["redirectUri"] if code else "",
        refresh_token=refresh,
    )
