"""`python -m jupyterlab_zenodo_publisher.hub`: what JupyterHub starts as a service."""

from __future__ import annotations

import asyncio
import os
import sys
from urllib.parse import urlsplit

from jupyterhub.services.auth import HubAuth

from ..oauth.clients import clients_of_environment, read_clients
from ..oauth.exchange import OwnExchange
from .service import MayUse, check_addresses, make_app


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
        clients = read_clients(clients_of_environment())
        check_addresses(clients, prefix)
    except ValueError as error:
        sys.exit(str(error))
    exchange = OwnExchange(clients)
    place = urlsplit(os.environ["JUPYTERHUB_SERVICE_URL"])
    app = make_app(prefix, exchange, hub_says(HubAuth()))
    app.listen(place.port or 80, address=place.hostname or "127.0.0.1")
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
