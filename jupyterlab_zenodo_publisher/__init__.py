"""Publish notebooks from JupyterLab to Zenodo: the built front end."""

try:
    from ._version import __version__
except ImportError:
    # A checkout that was never installed: the build writes _version.py.
    __version__ = "dev"


def _jupyter_labextension_paths() -> list[dict[str, str]]:
    """Where `jupyter-builder develop` finds the built front end, and under which name."""
    return [{"src": "labextension", "dest": "jupyterlab-zenodo-publisher"}]
