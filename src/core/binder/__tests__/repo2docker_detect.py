"""What the real repo2docker makes of some folders.

Reads a JSON list of layouts ({path: text}) from standard input, and writes a
JSON list of {"kind": …, "python": …, "error": …}: the build pack, the Python
version, and the type of the error if repo2docker fails before it builds.
No network, no container engine.
"""

import json
import logging
import sys
import tempfile
from pathlib import Path

from repo2docker.app import Repo2Docker
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


def detect(app):
    for pack in app.buildpacks:
        candidate = pack(base_image=app.base_image)
        if candidate.detect():
            return candidate
    return None


def look(app, layout):
    with tempfile.TemporaryDirectory() as folder:
        for path, text in layout.items():
            target = Path(folder, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text.encode())
        with chdir(folder):
            result = {"kind": None, "python": None, "error": None}
            try:
                found = detect(app)
                if found is None:
                    return result
                result["kind"] = KINDS.get(type(found).__name__)
                if result["kind"] is None:
                    raise NotImplementedError(type(found).__name__)
                if result["kind"] not in ("docker", "nix"):
                    found.platform = "linux/amd64"
                    if result["kind"] == "r":
                        found.r_version
                    if result["kind"] != "julia":
                        # The files for Julia depend on a list from the network.
                        found.get_build_script_files()
                    result["python"] = found.python_version
            except Exception as error:
                result["error"] = type(error).__name__
            return result


def main():
    logging.disable(logging.CRITICAL)
    app = Repo2Docker(dry_run=True, repo=".", platform="linux/amd64")
    json.dump([look(app, layout) for layout in json.load(sys.stdin)], sys.stdout)


if __name__ == "__main__":
    main()
