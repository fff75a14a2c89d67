"""JupyterHub on loopback for two users, with the very lines of docs/jupyterhub.md.

All programs run as one user of the system, so only the hub's own walls are tried here.
"""

import json
import os
import re
from pathlib import Path

c = get_config()  # noqa: F821

place = json.loads(os.environ["ZP_HUB"])

c.JupyterHub.bind_url = place["url"]
c.JupyterHub.hub_port = place["hubPort"]
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{place['proxyPort']}"
c.ConfigurableHTTPProxy.command = place["proxy"]
c.JupyterHub.authenticator_class = "dummy"
c.DummyAuthenticator.password = place["password"]
c.Authenticator.allow_all = True
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = f"{place['homes']}/{{username}}"
# Containers and CI machines run as root.
c.Spawner.cmd = [f"{place['bin']}/jupyterhub-singleuser", "--allow-root"]
c.Spawner.environment = {"JUPYTER_CONFIG_PATH": place["settings"]}
c.JupyterHub.allow_named_servers = True
# All that could be logged is.
c.JupyterHub.log_level = "DEBUG"
c.Spawner.debug = True
# The tests do not wait for servers that end slowly.
c.LocalProcessSpawner.interrupt_timeout = 1
c.LocalProcessSpawner.term_timeout = 1

page = (Path(__file__).parents[3] / "docs" / "jupyterhub.md").read_text(encoding="utf-8")


def documented(language: str, **here: str) -> str:
    """The page's only block in a language, for this hub instead of the example's."""
    [text] = re.findall(rf"^```{language}\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    for name, value in here.items():
        assert examples[name] in text, name
        text = text.replace(examples[name], value)
    return text


examples = {
    "url": "https://hub.example.org/",
    "site": "https://zenodo.org",
    "service": "127.0.0.1:10101",
    "file": "/etc/jupyterhub/zenodo-clients.json",
    "client_id": "<Client ID>",
    "client_secret": "<Client Secret>",
}
clients = Path(place["clientsFile"])
clients.touch(mode=0o600)
clients.write_text(
    documented(
        "json",
        url=place["url"],
        site=place["siteUrl"],
        client_id=os.environ["ZP_CLIENT_ID"],
        client_secret=os.environ["ZP_CLIENT_SECRET"],
    ),
    encoding="utf-8",
)
service = f"127.0.0.1:{place['servicePort']}"
lines = documented("python", service=service, file=str(clients))
exec(compile(lines, "docs/jupyterhub.md", "exec"))
