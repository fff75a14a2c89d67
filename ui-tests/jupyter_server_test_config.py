"""JupyterLab for the tests in a browser. It has no protection: never expose it."""

import os

from jupyterlab.galata import configure_jupyter_server

c = get_config()  # noqa: F821

configure_jupyter_server(c)

c.ServerApp.ip = "127.0.0.1"
c.ServerApp.port = int(os.environ["ZP_LAB_PORT"])
# Containers and CI machines run as root.
c.ServerApp.allow_root = True
# The server extension sends files to the tests' site, too.
c.ZenodoPublisher.sites = [os.environ["ZP_SITE_URL"]]
c.ZenodoPublisher.start_delay = 0.0
# Links out of the root may be chosen, one by one.
c.ZenodoPublisher.allow_outside_links = True
# A test run takes no longer where Docker is.
c.ZenodoPublisher.test_run_repo2docker = False
# Its hundreds of lines about what is normal would hide the tests' own.
c.Application.log_level = "ERROR"
