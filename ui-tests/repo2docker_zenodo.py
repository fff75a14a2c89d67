"""What repo2docker makes of a DOI that the simulator serves.

It fetches with repo2docker's own provider for Zenodo, and asks its own build
packs, without a default one, as mybinder.org does. Nothing is built.

Usage: repo2docker_zenodo.py <site's URL> <DOI>; prints one JSON object.
"""

import json
import logging
import os
import sys
import tempfile

from repo2docker.app import Repo2Docker
from repo2docker.contentproviders import Zenodo
from repo2docker.utils import chdir


class SimulatedZenodo(Zenodo):
    """The provider, with another site in place of zenodo.org and doi.org."""

    def __init__(self, base):
        super().__init__()
        self.base = base
        zenodo = next(
            host
            for host in self.hosts
            if any("//zenodo.org/" in name for name in host["hostname"])
        )
        pages = ("doi", "record", "records")
        self.hosts = [
            {
                **zenodo,
                "hostname": [f"{base}/{name}/" for name in pages],
                "api": f"{base}/api/records/",
            }
        ]

    def detect(self, doi, ref=None, extra_args=None):
        spec = super().detect(doi, ref, extra_args)
        if spec is not None:
            # As the release on mybinder.org does: a DOI's page ends in the DOI.
            self.record_id = spec["record"].rsplit(".", 1)[-1]
            spec = {**spec, "record": self.record_id}
        return spec

    def _request(self, url, **more):
        return super()._request(url.replace("https://doi.org", self.base), **more)

    # The base class binds its own: `fetch` asks through this name.
    urlopen = _request


def files_below(folder):
    """All files, by their path in the folder."""
    return sorted(
        os.path.relpath(os.path.join(top, name), folder).replace(os.sep, "/")
        for top, _, names in os.walk(folder)
        for name in names
    )


def build_pack_of(app):
    """The first build pack that takes the current folder, or None."""
    for make in app.buildpacks:
        pack = make(base_image=app.base_image)
        if pack.detect():
            pack.platform = app.platform
            # A runtime.txt or an environment.yml that it cannot read fails here.
            pack.render({"NB_USER": "jovyan", "NB_UID": "1000"})
            return pack
    return None


def look(base, doi):
    """Fetch a DOI and say what is in it."""
    provider = SimulatedZenodo(base)
    spec = provider.detect(doi)
    if spec is None:
        return {"detected": False}
    app = Repo2Docker(dry_run=True, repo=doi, platform="linux/amd64")
    with tempfile.TemporaryDirectory() as folder:
        for _ in provider.fetch(spec, folder):
            pass
        files = files_below(folder)
        with chdir(folder):
            pack = build_pack_of(app)
    return {
        "detected": True,
        "buildpack": None if pack is None else type(pack).__name__,
        "python": None if pack is None else getattr(pack, "python_version", None),
        "files": files,
    }


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    print(json.dumps(look(sys.argv[1].rstrip("/"), sys.argv[2])))
