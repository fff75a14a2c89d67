"""The very environment that Binder would make: an image by repo2docker, where Docker is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..recipe.reading import Recipe
from ..running.container import Container
from ..troubles import InstallError
from .kernels import Kernel
from .shop import Shop, find_program
from .workplace import Workplace

#: What the programs have to be told of where Docker is, and who may load images from where.
_VARIABLES = ("DOCKER_HOST", "DOCKER_CONTEXT", "DOCKER_TLS_VERIFY", "DOCKER_CERT_PATH")

#: Seconds in which Docker has to say that it is there.
_PATIENCE = 10.0

#: Of the user in the image. Source: mybinder.org's repo2docker.
_USER, _USER_ID = "jovyan", 1000

#: Run in the image: what a reader would find there.
_LOOK = """
import json, os, platform, sys
kernels = {}
try:
    from jupyter_client.kernelspec import KernelSpecManager
    manager = KernelSpecManager()
    for name in manager.find_kernel_specs():
        spec = manager.get_kernel_spec(name)
        kernels[name] = dict(language=spec.language, argv=spec.argv, env=spec.env)
except ImportError:
    pass
missing = [path for path in sys.argv[1:] if not os.path.isfile(path)]
print(json.dumps(dict(
    folder=os.getcwd(), python=platform.python_version(), kernels=kernels, missing=missing
)))
"""


@dataclass(frozen=True)
class DockerTools:
    """What makes images and runs them."""

    #: The command of Docker, or of podman where repo2docker would take that.
    docker: str
    repo2docker: str
    variables: Mapping[str, str]


def find_docker(ours: Mapping[str, str] | None = None) -> DockerTools | None:
    """Both programs, and that Docker answers; None: one is missing.

    Only on Linux: elsewhere Docker is a machine of its own, whose sockets are not ours.

    :param ours: the server's own variables
    """
    ours = os.environ if ours is None else ours
    if sys.platform != "linux":
        return None
    # As repo2docker chooses. Source: repo2docker/docker.py.
    name = "podman" if "podman" in ours.get("DOCKER_HOST", "") else "docker"
    docker, repo2docker = find_program(name), find_program("jupyter-repo2docker", "repo2docker")
    if not docker or not repo2docker:
        return None
    variables = {name: ours[name] for name in _VARIABLES if ours.get(name)}
    config = ours.get("DOCKER_CONFIG") or str(Path(ours.get("HOME") or Path.home()) / ".docker")
    variables["DOCKER_CONFIG"] = config
    for question in (("info",), ("buildx", "version")):
        try:
            subprocess.run(  # noqa: S603 - a list, and no shell
                [docker, *question],
                env={**ours, **variables},
                capture_output=True,
                timeout=_PATIENCE,
                check=True,
            )
        except (OSError, subprocess.SubprocessError):
            return None
    return DockerTools(docker, repo2docker, variables)


def make_image(
    tools: DockerTools, recipe: Recipe, notebooks: Sequence[str], shop: Shop, memory_bytes: int
) -> Workplace:
    """Have repo2docker make an image of the bundle, which goes with the run.

    :param notebooks: that have to be in it
    :raises InstallError, OutOfTimeError, StoppedError
    """
    container = Container(
        docker=tools.docker,
        variables=dict(tools.variables),
        image=f"zenodo-{shop.mark}".lower(),
        mark=shop.mark,
        folder=shop.folder,
        memory_bytes=memory_bytes,
    )
    # repo2docker refuses to make an image for root.
    user = os.getuid() or _USER_ID
    shop.on_installing()
    try:
        shop.run(
            tools.repo2docker,
            *("--no-run", "--image-name", container.image),
            *("--user-id", str(user), "--user-name", _USER),
            str(shop.folder.bundle),
            cwd=shop.folder.temporary,
            more=tools.variables,
        )
        found = _look_into(container, notebooks, shop)
        if found["missing"]:
            text = ", ".join(found["missing"])
            raise InstallError("A notebook is not in the image.", f"Not in the image: {text}")
        kernels = [
            Kernel(name, str(spec["language"]), _command(spec))
            for name, spec in found["kernels"].items()
        ]
    except BaseException:
        container.remove()
        raise
    container = container.at(str(found["folder"]))
    used = str(found["python"]) if recipe.language == "python" else ""
    return Workplace("repo2docker", used, [], kernels, container=container)


def _look_into(container: Container, notebooks: Sequence[str], shop: Shop) -> dict:
    said: list[str] = []
    shop.run(
        *container.command("python3", "-c", _LOOK, *notebooks),
        more=container.variables,
        on_text=said.append,
    )
    # What the image's own start says comes before.
    try:
        return json.loads("".join(said).strip().splitlines()[-1])
    except (ValueError, IndexError) as error:
        raise InstallError("The image has no Python.", "".join(said)[-2000:]) from error


def _command(spec: Mapping[str, object]) -> tuple[str, ...]:
    """A kernel's command, with its own variables, as it is typed in the image."""
    env, argv = spec["env"], spec["argv"]
    assert isinstance(env, dict)  # noqa: S101 - as `_LOOK` writes it
    assert isinstance(argv, list)  # noqa: S101
    return ("env", *(f"{name}={value}" for name, value in env.items()), *map(str, argv))
