"""The server extension: its settings, its handlers, and what lives as long as the server."""

from __future__ import annotations

import os

from jupyter_server.extension.application import ExtensionApp
from jupyter_server.utils import url_path_join
from traitlets import Bool, Dict, Float, Integer, List, TraitError, Unicode, default, validate

from . import doi
from .handlers import routes
from .jobs.registry import Jobs
from .oauth.clients import clients_of_environment, read_clients
from .oauth.exchange import Exchange, HubExchange, OwnExchange
from .project.files import ProjectFiles
from .sites import BUILT_IN, Sites, clean_url
from .testruns.settings import TestRunSettings
from .transfers.limits import TransferLimits
from .transfers.registry import Transfers

#: Where all requests to this extension begin, after the server's base URL.
PREFIX = "jupyterlab-zenodo-publisher"


class ZenodoPublisher(TestRunSettings, ExtensionApp):
    """Adds to the front end what a browser cannot do well. It keeps no token."""

    name = "jupyterlab_zenodo_publisher"
    extension_url = f"/{PREFIX}"
    load_other_extensions = True

    sites = List(
        Unicode(),
        default_value=list(BUILT_IN),
        help="""Addresses of the sites that files may be sent to. Neither a
        request nor a user's settings can add one.""",
    ).tag(config=True)

    doi_resolvers = List(
        Unicode(),
        default_value=list(doi.BUILT_IN),
        help="""Addresses of the resolvers that may be asked whether a DOI leads
        anywhere yet. Those of other sites are asked by the pages themselves.""",
    ).tag(config=True)

    transfers_enabled = Bool(
        True, help="Offer to send files from this server straight to a site."
    ).tag(config=True)

    max_transfer_bytes = Integer(
        50 * 10**9, min=1, help="Bytes of all files of one transfer, at most."
    ).tag(config=True)

    max_inline_bytes = Integer(
        200 * 10**6,
        min=1,
        help="""Bytes of what the page itself sends for one transfer, at most:
        notebooks with their badges and generated files.""",
    ).tag(config=True)

    max_running = Integer(8, min=1, help="Transfers of this server at one time; others wait.").tag(
        config=True
    )

    spool_bytes = Integer(
        10**9,
        min=0,
        help="""Bundles up to this many bytes are compressed into a temporary
        file first. Larger ones are sent as they are read, not compressed.""",
    ).tag(config=True)

    start_delay = Float(
        2.0,
        min=0.0,
        help="""Seconds: a transfer begins after a random part of them, so that
        many users of one hub do not ask a site at once.""",
    ).tag(config=True)

    keep_finished = Float(
        7 * 24 * 3600.0,
        min=60.0,
        help="Seconds for which the result of an ended transfer is kept.",
    ).tag(config=True)

    wait_for_sign_in = Float(
        24 * 3600.0,
        min=1.0,
        help="Seconds that a transfer waits for its user to sign in again.",
    ).tag(config=True)

    oauth_clients = Dict(
        help="""OAuth clients that were registered with sites, by the sites'
        addresses: {"https://zenodo.org": {"client_id": "…", "client_secret": "…"}}.
        Not on a hub: what is here can be read from a notebook; see `exchange_url`.
        The environment variable ZENODO_PUBLISHER_OAUTH_CLIENTS takes the same as JSON."""
    ).tag(config=True)

    exchange_url = Unicode(
        help="""Address of the hub's service that knows the secrets of the OAuth
        clients. The environment variable ZENODO_PUBLISHER_EXCHANGE_URL is the same."""
    ).tag(config=True)

    allow_outside_links = Bool(
        False,
        help="""Let users choose, one by one, links that lead out of the
        server's root folder.""",
    ).tag(config=True)

    @default("exchange_url")
    def _exchange_url_of_environment(self) -> str:
        return os.environ.get("ZENODO_PUBLISHER_EXCHANGE_URL", "")

    @default("oauth_clients")
    def _clients_of_environment(self) -> dict:
        return dict(clients_of_environment())

    @validate("oauth_clients")
    def _check_clients(self, proposal: dict) -> dict:
        try:
            read_clients(proposal["value"])
        except ValueError as error:
            raise TraitError(f"ZenodoPublisher.oauth_clients: {error}") from None
        return proposal["value"]

    @validate("sites", "doi_resolvers")
    def _check_addresses(self, proposal: dict) -> list[str]:
        try:
            return [clean_url(url) for url in proposal["value"]]
        except ValueError as error:
            raise TraitError(f"ZenodoPublisher.{proposal['trait'].name}: {error}") from error

    def initialize_settings(self) -> None:
        """Make what the handlers work with."""
        app = self.serverapp
        files = ProjectFiles(app.contents_manager, self.allow_outside_links)
        limits = TransferLimits(
            total_bytes=self.max_transfer_bytes,
            inline_bytes=self.max_inline_bytes,
            running=self.max_running,
            spool_bytes=self.spool_bytes,
            start_delay=self.start_delay,
            keep_finished=self.keep_finished,
            wait_for_sign_in=self.wait_for_sign_in,
        )
        self.settings.update(
            {
                f"{PREFIX}:sites": Sites(self.sites),
                f"{PREFIX}:resolvers": doi.Resolvers(self.doi_resolvers),
                f"{PREFIX}:files": files,
                f"{PREFIX}:exchange": self._exchange(),
                f"{PREFIX}:transfers": Transfers(files, limits)
                if self.transfers_enabled and files.are_local
                else None,
                f"{PREFIX}:test_runs": self.test_runs(files, self.max_inline_bytes),
            }
        )

    def _exchange(self) -> Exchange | None:
        if self.exchange_url:
            token = os.environ.get("JUPYTERHUB_API_TOKEN", "")
            return HubExchange(self.exchange_url, token)
        clients = read_clients(self.oauth_clients)
        return OwnExchange(clients) if clients else None

    def initialize_handlers(self) -> None:
        """Register the handlers."""
        self.handlers.extend(
            (url_path_join("/", PREFIX, path), handler) for path, handler in routes
        )

    def current_activity(self) -> list[str] | None:
        """Transfers and test runs that have not ended: a server that works is not idle."""
        return [one for jobs in self._jobs for one in jobs.running] or None

    async def stop_extension(self) -> None:
        """End all transfers and test runs; none goes on without its server."""
        for jobs in self._jobs:
            await jobs.close()

    @property
    def _jobs(self) -> list[Jobs]:
        found = (self.settings.get(f"{PREFIX}:{name}") for name in ("transfers", "test_runs"))
        return [jobs for jobs in found if jobs]
