"""`python -m jupyterlab_zenodo_publisher.hub`: what JupyterHub starts as a service."""

from __future__ import annotations

import asyncio
import os
from urllib.parse import urlsplit

from jupyterhub.services.auth import HubAuth

from ..oauth.clients import clients_of_environment, read_clients
from ..oauth.exchange import OwnExchange
from .service import MayUse, make_app


def hub_says(auth: HubAuth) -> MayUse:
    """Ask the hub about a token; it has to have the scope to use this service."""

    async def may_use(token: str) -> bool:
        user = await auth.user_for_token(token, sync=False)
        return bool(user and auth.check_scopes(auth.access_scopes, user))

    return may_use


async def main() -> None:
    """Serve until the hub ends it. Its settings are JupyterHub's environment variables."""
    exchange = OwnExchange(read_clients(clients_of_environment()))
    prefix = os.environ["JUPYTERHUB_SERVICE_PREFIX"]
    place = urlsplit(os.environ["JUPYTERHUB_SERVICE_URL"])
    app = make_app(prefix, exchange, hub_says(HubAuth()))
    app.listen(place.port or 80, address=place.hostname or "127.0.0.1")
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
