"""Environment files are read as repo2docker reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..testruns.recipe.condafile import read_conda
from ..testruns.recipe.reading import read_recipe
from ..testruns.recipe.runtime import newest_that_satisfies
from ..testruns.running.language import choose_kernel, language_of
from ..testruns.troubles import InstallError, NoToolError


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


@pytest.mark.parametrize(
    ("files", "kind", "used", "wanted"),
    [
        ({}, "python", (), ""),
        ({"requirements.txt": "six"}, "python", ("requirements.txt",), ""),
        (
            {"runtime.txt": "python-3.12\n", "requirements.txt": "six"},
            "python",
            ("runtime.txt", "requirements.txt"),
            "3.12",
        ),
        ({"runtime.txt": "python-3"}, "python", ("runtime.txt",), "3.10"),
        (
            {"binder/requirements.txt": "six", "environment.yml": "", "setup.py": ""},
            "python",
            ("binder/requirements.txt",),
            "",
        ),
        (
            {"environment.yml": "dependencies: [python=3.11]", "requirements.txt": "six"},
            "conda",
            ("environment.yml",),
            "3.11",
        ),
        ({"environment.yaml": ""}, "conda", ("environment.yaml",), ""),
        (
            {"pyproject.toml": '[project]\nrequires-python = ">=3.12"\n[build-system]\n'},
            "python",
            ("pyproject.toml",),
            "3.14",
        ),
        ({"pyproject.toml": "[tool.ruff]"}, "python", (), ""),
        (
            {"runtime.txt": "r-4.3-2024-05-01", "install.R": "", "requirements.txt": ""},
            "R",
            ("runtime.txt", "install.R", "requirements.txt"),
            "4.3",
        ),
        ({"DESCRIPTION": "Package: x"}, "R", ("DESCRIPTION",), ""),
        ({"binder/apt.txt": "", "DESCRIPTION": "x"}, "python", ("binder/apt.txt",), ""),
        (
            {"Project.toml": '[deps]\n[compat]\njulia = "1.10"', "environment.yml": ""},
            "julia",
            ("Project.toml", "environment.yml"),
            "1.10",
        ),
    ],
)
def test_the_files_that_count(tmp_path: Path, files: dict, kind: str, used: tuple, wanted: str):
    recipe = read_recipe(write(tmp_path, files))
    assert (recipe.kind, recipe.files, recipe.wanted) == (kind, used, wanted)
    assert ("empty" in [one.code for one in recipe.differences]) is (not used)


@pytest.mark.parametrize(
    "name", ["Dockerfile", "REQUIRE", "default.nix", "Pipfile", "Pipfile.lock"]
)
def test_what_needs_repo2docker_is_named(tmp_path: Path, name: str):
    files = {f"binder/{name}": "", "binder/requirements.txt": ""}
    with pytest.raises(NoToolError) as caught:
        read_recipe(write(tmp_path, files))
    assert caught.value.text == f"binder/{name}"


@pytest.mark.parametrize(
    "files",
    [
        {"runtime.txt": "python-3.12.4"},
        {"runtime.txt": "r-4.3"},
        {"environment.yml": "- python"},
        {"environment.yml": "a: [b"},
        {"binder/apt.txt": "", ".binder/apt.txt": ""},
    ],
)
def test_what_binder_does_not_build_is_an_error_of_installing(tmp_path: Path, files: dict):
    with pytest.raises(InstallError) as caught:
        read_recipe(write(tmp_path, files))
    assert caught.value.text


def test_what_binder_would_do_besides_is_told(tmp_path: Path):
    files = {"postBuild": "", "start": "", "apt.txt": "gmsh ffmpeg # both\n--option\n"}
    recipe = read_recipe(write(tmp_path, files))
    assert [(one.code, one.detail) for one in recipe.differences] == [
        ("script", "postBuild"),
        ("script", "start"),
    ]
    assert recipe.apt == ("gmsh", "ffmpeg")


@pytest.mark.parametrize(
    ("spec", "requirement"),
    [
        ("numpy", "numpy"),
        ("numpy=1.26", "numpy==1.26.*"),
        ("numpy==1.26.4", "numpy==1.26.4"),
        ("numpy=1.26.4=py311h64a7726_0", "numpy==1.26.4"),
        ("numpy 1.26.*", "numpy==1.26.*"),
        ("numpy >=1.20, <2", "numpy>=1.20,<2"),
        ("conda-forge::pytorch>=2", "torch>=2"),
        ("matplotlib-base", "matplotlib"),
        ("librosa", "librosa"),
    ],
)
def test_packages_of_conda_that_pip_can_install(spec: str, requirement: str):
    conda = read_conda(f"dependencies: ['{spec}']", "environment.yml")
    assert (conda.requirements, conda.left_out) == ((requirement,), ())


@pytest.mark.parametrize(
    "spec", ["ffmpeg", "r-ggplot2=3.5", "libgdal", "our-lab::tools", "nodejs=20"]
)
def test_packages_of_conda_that_pip_must_not_guess(spec: str):
    conda = read_conda(f"dependencies: ['{spec}']", "environment.yml")
    assert conda.requirements == ()
    assert len(conda.left_out) == 1


def test_a_whole_file_of_conda():
    text = """
name: soil
channels: [conda-forge]
dependencies:
  - python=3.12
  - pip
  - pandas=2.2
  - gcc
  - pip:
      - six==1.16.0
      - -r more.txt
"""
    conda = read_conda(text, "binder/environment.yml")
    assert conda.python == "3.12"
    assert conda.requirements == ("pandas==2.2.*", "six==1.16.0", "-r more.txt")
    assert conda.left_out == ("gcc",)


@pytest.mark.parametrize(
    ("requires", "version"), [(">=3.9", "3.14"), (">=3.8,<3.12", "3.11"), (">4", ""), ("?", "")]
)
def test_the_newest_python_that_a_package_allows(requires: str, version: str):
    assert newest_that_satisfies(requires) == version


@pytest.mark.parametrize(
    ("metadata", "language"),
    [
        ({}, "python"),
        (None, "python"),
        ({"kernelspec": 7}, "python"),
        ({"kernelspec": {"name": "ir"}}, "r"),
        ({"kernelspec": {"name": "julia-1.10"}}, "julia"),
        ({"kernelspec": {"name": "my-env", "language": "Python"}}, "python"),
        ({"kernelspec": {"name": "python3"}, "language_info": {"name": "R"}}, "r"),
    ],
)
def test_the_language_of_a_notebook(metadata: object, language: str):
    assert language_of(metadata) == language


def test_the_kernel_of_a_notebook_is_of_its_name_if_it_speaks_its_language():
    kernels = [
        {"name": "bash", "language": "bash"},
        {"name": "xpython", "language": "python"},
        {"name": "python3", "language": "python"},
    ]

    def name(**spec: str) -> str | None:
        found = choose_kernel({"kernelspec": spec}, kernels)
        return found["name"] if found else None

    assert name(name="python3", language="python") == "python3"
    assert name(name="conda-env-soil-py", language="python") == "xpython"
    assert name(name="python3", language="bash") == "bash"
    assert name(name="ir") is None
