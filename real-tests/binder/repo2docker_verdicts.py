"""What the real repo2docker makes of many bundles, and pip of their lists.

Reads a JSON list of cases from standard input and writes a JSON list of answers,
in the same order and in one process, without network or container engine. A case
has either

- `folder`: {path: content in base64}, or
- `record`: {key: file's path}, which repo2docker's own provider for Zenodo
  fetches and unpacks; null: the record has no files that everybody may read.

An answer is {"kind", "python", "error", "files", "pip"}: the build pack that
takes it, its Python, the type of the error if repo2docker fails before it builds,
the files as they were unpacked, and what pip says against requirements.txt.
"""

import base64
import json
import logging
import os
import sys
import tempfile
from pathlib import Path

from pip._internal.network.session import PipSession
from pip._internal.req.constructors import install_req_from_parsed_requirement
from pip._internal.req.req_file import parse_requirements
from repo2docker.app import Repo2Docker
from repo2docker.buildpacks import JuliaProjectTomlBuildPack, RBuildPack
from repo2docker.contentproviders import Zenodo
from repo2docker.utils import chdir

KINDS = {
    "DockerBuildPack": "docker",
    "JuliaProjectTomlBuildPack": "julia",
    "NixBuildPack": "nix",
    "RBuildPack": "r",
    "CondaBuildPack": "conda",
    "PipfileBuildPack": "pipfile",
    "PythonBuildPack": "python",
}

# The two things for which rendering asks the network.
RBuildPack.get_rspm_snapshot_url = lambda self, *_: "https://example.org/snapshot"
JuliaProjectTomlBuildPack.all_julias = ["1.6.7", "1.10.8", "1.11.3"]


class Answer:
    """An answer of the record's site."""

    status_code = 200

    def __init__(self, value=None, file=None):
        self.value = value
        self.file = file

    def json(self):
        return self.value

    def raise_for_status(self):
        pass

    def iter_content(self, chunk_size=None):
        yield Path(self.file).read_bytes()


class LocalRecord(Zenodo):
    """The provider, with a record that lies on this disk."""

    def __init__(self, files):
        super().__init__()
        self.files = files

    def _request(self, url, **_):
        if url.startswith("file:"):
            return Answer(file=url[len("file:") :])
        if not url.endswith("/files"):
            return Answer({"links": {"files": f"{url}/files"}})
        if self.files is None:
            return Answer({"enabled": False})
        entries = [
            {"key": key, "links": {"content": f"file:{file}"}}
            for key, file in self.files.items()
        ]
        return Answer({"entries": entries})

    # The base class binds its own: `fetch` asks through this name.
    urlopen = _request


def fill(folder, case):
    """Put a case's files into a folder."""
    if "record" in case:
        provider = LocalRecord(case["record"])
        host = next(h for h in provider.hosts if "zenodo.org" in h["api"])
        for _ in provider.fetch({"record": "1", "host": host}, folder):
            pass
        return
    for path, content in case["folder"].items():
        target = Path(folder, path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(base64.b64decode(content))


def files_below(folder):
    """All files, by their path in the folder."""
    return sorted(
        os.path.relpath(os.path.join(top, name), folder).replace(os.sep, "/")
        for top, _, names in os.walk(folder)
        for name in names
    )


def pack_of(app):
    """The first build pack that takes the current folder, or None."""
    for make in app.buildpacks:
        pack = make(base_image=app.base_image)
        if pack.detect():
            pack.platform = app.platform
            return pack
    return None


def pip_objection(path):
    """What pip says against a list of packages before it asks any index."""
    try:
        for line in parse_requirements(path, session=PipSession()):
            if not line.constraint:
                install_req_from_parsed_requirement(line)
    except Exception as error:
        return f"{type(error).__name__}: {error}"[:200]
    return None


def look(app, case):
    """The answer to one case."""
    answer = {"kind": None, "python": None, "error": None, "files": [], "pip": None}
    with tempfile.TemporaryDirectory() as folder:
        try:
            fill(folder, case)
        except Exception as error:
            return {**answer, "error": type(error).__name__}
        answer["files"] = files_below(folder)
        with chdir(folder):
            try:
                pack = pack_of(app)
                if pack is None:
                    return answer
                name = type(pack).__name__
                answer["kind"] = KINDS.get(name)
                if answer["kind"] is None:
                    raise NotImplementedError(name)
                pack.render({"NB_USER": "jovyan", "NB_UID": "1000"})
                if answer["kind"] not in ("docker", "nix"):
                    answer["python"] = pack.python_version
            except Exception as error:
                answer["error"] = type(error).__name__
                return answer
            if hasattr(pack, "binder_path"):
                requirements = pack.binder_path("requirements.txt")
                if answer["kind"] == "python" and os.path.exists(requirements):
                    answer["pip"] = pip_objection(requirements)
    return answer


def main():
    """Answer all cases."""
    logging.disable(logging.CRITICAL)
    app = Repo2Docker(dry_run=True, repo=".", platform="linux/amd64")
    json.dump([look(app, case) for case in json.load(sys.stdin)], sys.stdout)


if __name__ == "__main__":
    main()
