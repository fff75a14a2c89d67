"""Where Docker and repo2docker are, a test run is made of the very image that Binder makes.

What needs Docker runs where `ZENODO_PUBLISHER_TEST_IMAGE` names an image with Python and
ipykernel; see docs/testing.md.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from ..testruns.bundle import FolderBundle
from ..testruns.folder import RunFolder
from ..testruns.limits import TestRunLimits
from ..testruns.making import docker
from ..testruns.making.docker import DockerTools, find_docker
from ..testruns.recipe.reading import read_recipe
from ..testruns.run import Task, TestRun
from ..testruns.running.container import Container
from ..testruns.running.ending import MARK
from ..testruns.state import Phase
from ..testruns.troubles import NoToolError
from .testrunning import notebook, printed, wait_for

_IMAGE = os.environ.get("ZENODO_PUBLISHER_TEST_IMAGE", "")

_DOCKERFILE = f"""
FROM {_IMAGE}
RUN useradd --create-home --uid 1000 jovyan
WORKDIR /home/jovyan
COPY . .
RUN chown -R 1000 .
USER jovyan
"""


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[RunFolder]:
    made = RunFolder(str(tmp_path / "runs"))
    yield made
    made.remove()


def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, **scripts: str) -> None:
    """Let these be all programs that can be found."""
    for name, script in scripts.items():
        path = tmp_path / name
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)
    monkeypatch.setattr(
        docker,
        "find_program",
        lambda *names: next((str(tmp_path / name) for name in names if name in scripts), None),
    )


@pytest.mark.parametrize(
    ("scripts", "host", "found"),
    [
        ({"docker": "true", "repo2docker": "true"}, "", "docker"),
        (
            {"docker": "true", "podman": "true", "repo2docker": "true"},
            "unix:///run/podman",
            "podman",
        ),
        ({"docker": "true"}, "", None),
        ({"repo2docker": "true"}, "", None),
        # Nobody answers; and the part of Docker is missing that repo2docker builds with.
        ({"docker": "false", "repo2docker": "true"}, "", None),
        ({"docker": '[ "$1" = info ]', "repo2docker": "true"}, "", None),
    ],
)
@pytest.mark.skipif(os.uname().sysname != "Linux", reason="Docker is a machine of its own here")
def test_docker_is_used_where_all_of_it_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scripts: dict, host: str, found: str | None
):
    programs(tmp_path, monkeypatch, **scripts)
    tools = find_docker({"HOME": "/home/ada", "DOCKER_HOST": host, "AWS_SECRET_ACCESS_KEY": "s"})
    assert (Path(tools.docker).name if tools else None) == found
    if tools:
        # Its user's own settings, though a run has a home of its own; and nothing else.
        expected = {"DOCKER_CONFIG": "/home/ada/.docker", **({"DOCKER_HOST": host} if host else {})}
        assert tools.variables == expected


@pytest.mark.parametrize(
    "name", ["Dockerfile", "default.nix", "REQUIRE", "Pipfile", "Pipfile.lock"]
)
def test_what_only_repo2docker_makes_is_left_to_it(tmp_path: Path, name: str):
    (tmp_path / name).write_text("", encoding="utf-8")
    with pytest.raises(NoToolError):
        read_recipe(tmp_path)
    recipe = read_recipe(tmp_path, has_repo2docker=True)
    assert recipe.files == (name,)
    assert recipe.language == ("python" if name.startswith("Pipfile") else "")


def test_a_kernel_gets_its_sockets_and_nothing_else_of_the_machine(folder: RunFolder):
    container = Container("docker", {"DOCKER_HOST": "unix:///d"}, "image", "m", folder, 1000)
    (folder.bundle / "sub").mkdir()
    prefix = container.at("/home/jovyan").prefix(folder.bundle / "sub")
    assert prefix[:4] == ["env", "DOCKER_HOST=unix:///d", "docker", "run"]
    volumes = [prefix[at + 1] for at, word in enumerate(prefix) if word == "--volume"]
    assert volumes == [f"{folder.connection}:{folder.connection}"]
    assert prefix[prefix.index("--workdir") + 1] == "/home/jovyan/sub"
    assert prefix[prefix.index("--memory") + 1] == "1250"
    assert "--privileged" not in prefix


def test_it_can_be_switched_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "Dockerfile").write_text("FROM scratch", encoding="utf-8")
    (tmp_path / "a.ipynb").write_text(notebook("1"), encoding="utf-8")
    monkeypatch.setattr(
        "jupyterlab_zenodo_publisher.testruns.run.find_docker",
        lambda: pytest.fail("It was looked for"),
    )
    run = run_of(tmp_path, "a.ipynb", repo2docker=False)
    run.start()
    run.join(20.0)
    assert run.state.failure and run.state.failure.code == "no-tool"


def run_of(bundle: Path, *notebooks: str, **limits: object) -> TestRun:
    task = Task(notebooks, FolderBundle(bundle), cell_seconds=20.0, total_seconds=100.0)
    return TestRun(task, "", TestRunLimits(**limits), threading.Semaphore(1))


def answer(tools: DockerTools, *words: str) -> str:
    env = {**os.environ, **tools.variables}
    done = subprocess.run([tools.docker, *words], env=env, capture_output=True, check=True)
    return done.stdout.decode()


@pytest.fixture
def tools() -> DockerTools:
    found = find_docker()
    if not found or not _IMAGE:
        pytest.skip("Docker, repo2docker or an image is missing")
    return found


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    path = tmp_path / "bundle"
    (path / "data").mkdir(parents=True)
    (path / "Dockerfile").write_text(_DOCKERFILE, encoding="utf-8")
    (path / "data/levels.csv").write_text("day,level\n", encoding="utf-8")
    return path


def nothing_is_left(tools: DockerTools, mark: str) -> bool:
    images = answer(tools, "images", "--format", "{{.Repository}}")
    of_it = f"label={MARK}={mark}"
    containers = answer(tools, "ps", "--all", "--quiet", "--filter", of_it)
    return mark.lower() not in images and not containers


def test_notebooks_run_in_the_image_in_their_folders(
    tools: DockerTools, bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "planted")
    outside = tmp_path / "outside.txt"
    outside.write_text("planted", encoding="utf-8")
    look = "import os; print(os.getcwd(), os.getuid(), open('levels.csv').read(), end='')"
    hidden = f"print(os.path.exists({str(outside)!r}), 'planted' in os.environ.values())"
    (bundle / "data/a.ipynb").write_text(notebook(look, hidden), encoding="utf-8")
    (bundle / "b.ipynb").write_text(notebook("open('gone.csv')"), encoding="utf-8")
    run = run_of(bundle, "data/a.ipynb", "b.ipynb")
    run.start()
    run.join(200.0)
    assert run.state.phase == Phase.DONE, run.log.text()
    environment = run.state.environment
    assert environment and environment.tool == "repo2docker"
    assert environment.files == ("Dockerfile",)
    first, second = run.state.notebooks
    assert (first.outcome, first.done) == ("ran", 2)
    assert first.peak_bytes > 20e6
    assert (
        printed(run.executed("data/a.ipynb")) == "/home/jovyan/data 1000 day,level\nFalse False\n"
    )
    assert second.error and second.error.name == "FileNotFoundError"
    assert nothing_is_left(tools, run.id)
    run.forget()


def test_limits_hold_in_a_container(tools: DockerTools, bundle: Path):
    hungry = "held = []\nwhile True:\n    held.append(bytearray(20_000_000))"
    (bundle / "much.ipynb").write_text(notebook(hungry), encoding="utf-8")
    (bundle / "long.ipynb").write_text(notebook("import time; time.sleep(90)"), encoding="utf-8")
    run = run_of(bundle, "much.ipynb", "long.ipynb", memory_bytes=300_000_000)
    run.start()
    run.join(200.0)
    assert run.state.phase == Phase.DONE, run.log.text()
    assert [one.outcome for one in run.state.notebooks] == ["memory", "cell-timeout"]
    assert nothing_is_left(tools, run.id)
    run.forget()


def test_a_cancelled_run_leaves_no_container_and_no_image(tools: DockerTools, bundle: Path):
    (bundle / "long.ipynb").write_text(notebook("import time; time.sleep(90)"), encoding="utf-8")
    run = run_of(bundle, "long.ipynb")
    run.start()
    wait_for(lambda: run.state.now and run.state.now.cell == 1, 60.0)
    assert answer(tools, "ps", "--quiet")
    run.cancel()
    run.join(20.0)
    assert run.state.phase == Phase.CANCELLED
    assert nothing_is_left(tools, run.id)


def test_a_killed_server_leaves_no_container_and_no_image(
    tools: DockerTools, bundle: Path, tmp_path: Path
):
    (bundle / "long.ipynb").write_text(notebook("import time; time.sleep(90)"), encoding="utf-8")
    command = [sys.executable, "-m", "jupyterlab_zenodo_publisher.testruns", str(bundle)]
    options = ["--notebook", "long.ipynb", "--out", str(tmp_path / "out")]
    server = subprocess.Popen([*command, *options], stdout=subprocess.PIPE)
    assert server.stdout
    for line in server.stdout:
        told = json.loads(line)
        if told["now"] and told["now"]["cell"] == 1:
            break
    mark = told["id"]
    assert not nothing_is_left(tools, mark)
    server.kill()
    server.wait()
    wait_for(lambda: nothing_is_left(tools, mark), 40.0)


@pytest.mark.parametrize(
    ("line", "said"), [("RUN false", "false"), ("RUN rm -r data", "data/a.ipynb")]
)
def test_an_image_that_lacks_something_says_what(
    tools: DockerTools, bundle: Path, line: str, said: str
):
    with (bundle / "Dockerfile").open("a", encoding="utf-8") as file:
        file.write(f"USER root\n{line}\n")
    (bundle / "data/a.ipynb").write_text(notebook("1"), encoding="utf-8")
    run = run_of(bundle, "data/a.ipynb")
    run.start()
    run.join(200.0)
    assert run.state.failure and run.state.failure.code == "install"
    assert said in run.state.failure.text
    assert nothing_is_left(tools, run.id)
    assert json.dumps(run.as_json())
