"""The package and the front end that it carries belong together."""

import json
from importlib.metadata import version
from pathlib import Path

from jupyter_core.paths import jupyter_path

import jupyterlab_zenodo_publisher

NAME = "jupyterlab-zenodo-publisher"
PACKAGE = Path(jupyterlab_zenodo_publisher.__file__).parent


def source_of_the_front_end() -> dict:
    return json.loads((PACKAGE.parent / "package.json").read_text(encoding="utf-8"))


def test_the_path_leads_to_the_built_front_end():
    [paths] = jupyterlab_zenodo_publisher._jupyter_labextension_paths()
    assert paths["dest"] == NAME
    built = json.loads((PACKAGE / paths["src"] / "package.json").read_text(encoding="utf-8"))
    assert built["name"] == NAME
    entry = built["jupyterlab"]["_build"]["load"]
    assert (PACKAGE / paths["src"] / entry).is_file()


def test_the_schemas_are_in_the_built_front_end():
    sources = {path.name for path in (PACKAGE.parent / "schema").glob("*.json")}
    built = {path.name for path in (PACKAGE / "labextension/schemas" / NAME).glob("*.json")}
    assert sources <= built


def test_one_version_everywhere():
    declared = source_of_the_front_end()["version"]
    assert jupyterlab_zenodo_publisher.__version__ == declared
    assert version(NAME) == declared


def test_jupyterlab_finds_the_extension():
    found = [
        Path(folder) / NAME / "package.json"
        for folder in jupyter_path("labextensions")
        if (Path(folder) / NAME / "package.json").is_file()
    ]
    assert found
    assert (
        json.loads(found[0].read_text(encoding="utf-8"))["version"]
        == (source_of_the_front_end()["version"])
    )
