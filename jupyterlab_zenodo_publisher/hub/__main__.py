"""`python -m jupyterlab_zenodo_publisher.hub`: what JupyterHub starts as a service."""

from __future__ import annotations

import asyncio
import os
import sys
from urllib.parse import urlsplit

from jupyterhub.services.auth import HubAuth

from ..oauth.clients import clients_of_file, read_clients
from ..oauth.exchange import OwnExchange
from .service import MayUse, check_addresses, make_app

#: Path of a file with the same JSON as the setting `oauth_clients`. Not the JSON itself:
#: JupyterHub writes the environment of its services into its database.
CLIENTS_FILE = "ZENODO_PUBLISHER_OAUTH_CLIENTS_FILE"


def hub_says(auth: HubAuth) -> MayUse:
    """Ask the hub about a token; it has to have the scope to use this service."""

    async def may_use(token: str) -> bool:
        user = await auth.user_for_token(token, sync=False)
        return bool(user and auth.check_scopes(auth.access_scopes, user))

    return may_use


async def main() -> None:
    """Serve until the hub ends it. Its settings are JupyterHub's environment variables."""
    prefix = os.environ["JUPYTERHUB_SERVICE_PREFIX"]
    try:
        clients = read_clients(clients_of_file(os.environ.get(CLIENTS_FILE, "")))
        check_addresses(clients, prefix)
    except ValueError as error:
        sys.exit(f"{CLIENTS_FILE}: {error}")
    exchange = OwnExchange(clients)
    place = urlsplit(os.environ["JUPYTERHUB_SERVICE_URL"])
    app = make_app(prefix, exchange, hub_says(HubAuth()))
    app.listen(place.port or 80, address=place.hostname or "127.0.0.1")
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
