"""The OAuth clients that an administrator registered with sites."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..sites import clean_url

#: The same as the setting `oauth_clients`, as JSON.
ENVIRONMENT = "ZENODO_PUBLISHER_OAUTH_CLIENTS"


@dataclass(frozen=True)
class OAuthClient:
    """A client of one site."""

    #: The site's address.
    site: str
    client_id: str
    #: Never shown; '' for a public client, whose tokens cannot be refreshed.
    client_secret: str = field(default="", repr=False)
    #: The one address that is registered; '' = that of this server's own callback page.
    redirect_uri: str = ""

    def as_json(self) -> dict[str, Any]:
        """What pages are told: no secret."""
        return {
            "site": self.site,
            "clientId": self.client_id,
            "redirectUri": self.redirect_uri,
            "refreshes": self.client_secret != "",
        }


def read_clients(value: Mapping[str, Any]) -> tuple[OAuthClient, ...]:
    """The clients of a setting: `{site: {client_id, client_secret, redirect_uri}}`.

    :raises ValueError: something is missing; its message holds no secret
    """
    clients = []
    for site, settings in value.items():
        if not isinstance(settings, Mapping):
            raise ValueError(f"The OAuth client of {site} is no object")
        texts = {name: settings.get(name, "") for name in _NAMES}
        if not all(isinstance(text, str) for text in texts.values()):
            raise ValueError(f"The OAuth client of {site} has something that is no text")
        if unknown := set(settings) - set(_NAMES):
            raise ValueError(f"The OAuth client of {site} has no setting {sorted(unknown)[0]}")
        if not texts["client_id"]:
            raise ValueError(f"The OAuth client of {site} has no client_id")
        clients.append(OAuthClient(clean_url(site), **texts))
    return tuple(clients)


def clients_of_environment(
    environment: MutableMapping[str, str] = os.environ,
) -> Mapping[str, Any]:
    """The same setting, from the environment; it is taken out of it.

    Kernels and terminals inherit the environment, and a notebook could show it.

    :raises ValueError: it is no JSON object; its message does not repeat it
    """
    text = environment.pop(ENVIRONMENT, "")
    return _parse(text, ENVIRONMENT) if text else {}


def clients_of_file(path: str) -> Mapping[str, Any]:
    """The same setting, from a file.

    :raises ValueError: it cannot be read, or is no JSON object; its message does not
        repeat what is in it
    """
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeError):
        raise ValueError(f"{path} cannot be read") from None
    return _parse(text, path)


def _parse(text: str, where: str) -> Mapping[str, Any]:
    try:
        value = json.loads(text)
    except ValueError:
        # Not chained: the text of the cause would hold the secret.
        raise ValueError(f"{where} is no JSON") from None
    if not isinstance(value, dict):
        raise ValueError(f"{where} is no JSON object")
    return value


_NAMES = ("client_id", "client_secret", "redirect_uri")
