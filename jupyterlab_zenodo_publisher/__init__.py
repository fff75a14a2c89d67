"""Publish notebooks from JupyterLab to Zenodo: the front end, and a server extension."""

try:
    from ._version import __version__
except ImportError:
    # A checkout that was never installed: the build writes _version.py.
    __version__ = "dev"


def _jupyter_labextension_paths() -> list[dict[str, str]]:
    """Where `jupyter-builder develop` finds the built front end, and under which name."""
    return [{"src": "labextension", "dest": "jupyterlab-zenodo-publisher"}]


def _jupyter_server_extension_points() -> list[dict[str, object]]:
    """The server extension; the front end works without it."""
    from .extension import ZenodoPublisher

    return [{"module": "jupyterlab_zenodo_publisher", "app": ZenodoPublisher}]
