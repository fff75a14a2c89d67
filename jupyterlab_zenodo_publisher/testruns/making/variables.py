"""The environment variables of what a run starts: made from nothing, not taken away from ours."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from ..folder import RunFolder
from ..running.ending import MARK

#: Where systems keep their programs; the server's own PATH leads into its environment.
SYSTEM_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

#: Of the network, and of who is trusted there; for installers alone.
_NETWORK = (
    "HTTP_PROXY",
    "HTTPS_PROXY",
    "ALL_PROXY",
    "NO_PROXY",
    "http_proxy",
    "https_proxy",
    "all_proxy",
    "no_proxy",
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
    "REQUESTS_CA_BUNDLE",
    "CURL_CA_BUNDLE",
    "NETRC",
    "CONDARC",
    "CONDA_SSL_VERIFY",
    "CONDA_CHANNEL_ALIAS",
    "MAMBARC",
    "JULIA_PKG_SERVER",
)

#: Where packages come from. Others of pip's and uv's settings would put them elsewhere.
_PIP = (
    "INDEX_URL",
    "EXTRA_INDEX_URL",
    "FIND_LINKS",
    "NO_INDEX",
    "TRUSTED_HOST",
    "CERT",
    "CLIENT_CERT",
    "PROXY",
    "TIMEOUT",
    "DEFAULT_TIMEOUT",
    "RETRIES",
    "CONFIG_FILE",
)
_UV = (
    "INDEX",
    "DEFAULT_INDEX",
    "INDEX_URL",
    "EXTRA_INDEX_URL",
    "FIND_LINKS",
    "NO_INDEX",
    "INSECURE_HOST",
    "NATIVE_TLS",
    "SYSTEM_CERTS",
    "KEYRING_PROVIDER",
    "HTTP_TIMEOUT",
    "HTTP_RETRIES",
    "OFFLINE",
    "CONFIG_FILE",
)

#: What uv calls what pip calls otherwise.
_SAME = {
    "PIP_INDEX_URL": "UV_DEFAULT_INDEX",
    "PIP_EXTRA_INDEX_URL": "UV_INDEX",
    "PIP_NO_INDEX": "UV_NO_INDEX",
    "PIP_TRUSTED_HOST": "UV_INSECURE_HOST",
    "PIP_CERT": "SSL_CERT_FILE",
}


def run_variables(folder: RunFolder, mark: str) -> dict[str, str]:
    """Those of a notebook: what Binder sets where it matters, and no more.

    Source: repo2docker/buildpacks/base.py; its containers are in UTC.
    """
    home = folder.home
    return {
        "PATH": f"{folder.environment / 'bin'}:{SYSTEM_PATH}",
        "HOME": str(home),
        "TMPDIR": str(folder.temporary),
        "USER": "jovyan",
        "LOGNAME": "jovyan",
        "NB_USER": "jovyan",
        "SHELL": "/bin/bash",
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "TZ": "Etc/UTC",
        "PYTHONUNBUFFERED": "1",
        "REPO_DIR": str(folder.bundle),
        "XDG_CACHE_HOME": str(home / ".cache"),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_DATA_HOME": str(home / ".local" / "share"),
        MARK: mark,
    }


def install_variables(
    folder: RunFolder, mark: str, cache: Path, ours: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Those of installers: the same, with the way to packages, and a cache that stays.

    :param ours: the server's own variables
    """
    ours = os.environ if ours is None else ours
    names = [*_NETWORK, *(f"PIP_{name}" for name in _PIP), *(f"UV_{name}" for name in _UV)]
    ways = {name: ours[name] for name in names if ours.get(name)}
    for pip, uv in _SAME.items():
        if pip in ways:
            ways.setdefault(uv, ways[pip])
    links = [link for link in ways.get("PIP_FIND_LINKS", "").split() if _leads_anywhere(link)]
    if links:
        # uv ends where a folder is not there; pip only says so.
        ways.setdefault("UV_FIND_LINKS", ",".join(links))
    return {
        **run_variables(folder, mark),
        **_settings_files(ours),
        "UV_INDEX_STRATEGY": "unsafe-best-match",
        **ways,
        "UV_CACHE_DIR": str(cache / "uv"),
        "UV_PYTHON_DOWNLOADS": "never",
        "UV_NO_PROGRESS": "1",
        "PIP_CACHE_DIR": str(cache / "pip"),
        "PIP_NO_INPUT": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_ROOT_USER_ACTION": "ignore",
        "CONDA_PKGS_DIRS": str(cache / "conda"),
        "MAMBA_ROOT_PREFIX": str(cache / "mamba"),
        "R_USER_CACHE_DIR": str(cache / "R"),
    }


def _settings_files(ours: Mapping[str, str]) -> dict[str, str]:
    """Files in the user's home that say where packages come from."""
    home = Path(ours.get("HOME") or Path.home())
    config = Path(ours.get("XDG_CONFIG_HOME") or home / ".config")
    found = {}
    candidates = {
        "PIP_CONFIG_FILE": (config / "pip" / "pip.conf", home / ".pip" / "pip.conf"),
        "UV_CONFIG_FILE": (config / "uv" / "uv.toml", Path("/etc/uv/uv.toml")),
        "NETRC": (home / ".netrc",),
        "CONDARC": (home / ".condarc", config / "conda" / ".condarc"),
    }
    for name, paths in candidates.items():
        there = [path for path in paths if path.is_file()]
        if there:
            found[name] = str(there[0])
    if "UV_CONFIG_FILE" not in found and not ours.get("UV_CONFIG_FILE"):
        # Binder's pip does not read the settings of uv in the bundle.
        found["UV_NO_CONFIG"] = "1"
    return found


def _leads_anywhere(link: str) -> bool:
    return bool(urlsplit(link).scheme) or os.path.isdir(link)
