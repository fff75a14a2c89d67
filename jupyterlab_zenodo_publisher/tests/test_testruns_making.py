"""Environments are made of nothing of the user's, with what this machine has, and say so."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from ..testruns.folder import RunFolder
from ..testruns.log import Log
from ..testruns.making import conda, interpreters, making, python, variables
from ..testruns.making.base import BROUGHT, fits
from ..testruns.making.interpreters import Interpreter, find_python
from ..testruns.making.kernels import kernels_of
from ..testruns.making.shop import Shop
from ..testruns.recipe.reading import read_recipe
from ..testruns.running.isolation import Sandbox, bubblewrap, choose_isolation
from ..testruns.state import Difference
from ..testruns.troubles import NoPythonError, NoToolError
from .testrunning import shop_in


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[RunFolder]:
    made = RunFolder(str(tmp_path / "runs"))
    yield made
    made.remove()


SERVER = {
    "HOME": "/nowhere",
    "PATH": "/servers/own/bin",
    "AWS_SECRET_ACCESS_KEY": "secret",
    "JUPYTERHUB_API_TOKEN": "secret",
    "HTTPS_PROXY": "http://proxy:1",
    "PIP_INDEX_URL": "https://index.example.org/simple",
    "PIP_FIND_LINKS": "/no/such/folder https://wheels.example.org",
    "PIP_CERT": "/certificates.pem",
    "PIP_TARGET": "/elsewhere",
    "UV_CONFIG_FILE": "/uv.toml",
    "PYTHONPATH": "/elsewhere",
}


def test_only_installers_learn_the_way_to_packages(folder: RunFolder):
    run = variables.run_variables(folder, "m")
    install = variables.install_variables(folder, "m", folder.path / "cache", SERVER)
    assert not {"HTTPS_PROXY", "PIP_INDEX_URL", "UV_DEFAULT_INDEX", "SSL_CERT_FILE"} & set(run)
    assert install["HTTPS_PROXY"] == "http://proxy:1"
    # uv and pip get the same.
    assert install["UV_DEFAULT_INDEX"] == install["PIP_INDEX_URL"] == SERVER["PIP_INDEX_URL"]
    assert install["SSL_CERT_FILE"] == "/certificates.pem"
    assert install["UV_FIND_LINKS"] == "https://wheels.example.org"
    assert install["UV_PYTHON_DOWNLOADS"] == "never"
    for made in (run, install):
        assert "secret" not in made.values()
        assert not {"PIP_TARGET", "PYTHONPATH"} & set(made)
        assert made["HOME"] == str(folder.home)
        assert "/servers" not in made["PATH"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [("3.12", "3.12"), ("3.11", "3.12"), ("3.9", "3.8"), ("3.14", "3.13"), ("", "3.12")],
)
def test_the_nearest_python_is_taken(monkeypatch: pytest.MonkeyPatch, wanted: str, found: str):
    there = ["/a/python3.8", "/a/python3.12", "/b/python3.13", "/b/python3.10"]

    def ask(path: str) -> Interpreter | None:
        minor = int(path.rsplit(".", 1)[1])
        # One is there and does not work.
        return None if minor == 10 else Interpreter(path, "/a", (3, minor, 1), True)

    monkeypatch.setattr(interpreters, "_candidates", lambda: there)
    monkeypatch.setattr(interpreters, "ask", ask)
    assert find_python(wanted).minor_version == found


def test_without_any_python_that_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(interpreters, "_candidates", lambda: ["/no/such/python3.12"])
    with pytest.raises(NoPythonError):
        find_python("3.12")


class Said:
    """Notes what would be run, and makes what the programs would."""

    def __init__(self, shop: Shop, folder: RunFolder, monkeypatch: pytest.MonkeyPatch) -> None:
        self.commands: list[list[str]] = []
        self.texts: list[str] = []

        def run(_: Shop, *argv: str, **__: object) -> None:
            self.commands.append(list(argv))
            site = folder.environment / "lib" / "python3.12" / "site-packages"
            site.mkdir(parents=True, exist_ok=True)
            (folder.environment / "bin").mkdir(exist_ok=True)
            for path in folder.bundle.glob("**/.zenodo*"):
                self.texts.append(path.read_text())

        monkeypatch.setattr(Shop, "run", run)
        base = folder.path / "base"
        base.mkdir()
        (base / ".needs.json").write_text("{}")
        monkeypatch.setattr(python, "provide_base", lambda *_: base)
        monkeypatch.setattr(
            python,
            "find_python",
            lambda _: Interpreter("/a/bin/python3.12", "/a", (3, 12, 4), True),
        )


def test_a_file_of_conda_is_installed_by_pip_where_there_is_no_conda(
    folder: RunFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (folder.bundle / "environment.yml").write_text("dependencies: [python=3.11, numpy=2, gcc]")
    shop = shop_in(folder, tmp_path)
    said = Said(shop, folder, monkeypatch)
    monkeypatch.setattr(making, "find_conda", lambda: None)
    monkeypatch.setattr(python, "find_program", lambda name: f"/bin/{name}")
    made, place = making.make_environment(read_recipe(folder.bundle), frozenset(), shop, "watched")
    assert (made.tool, made.wanted, made.used) == ("uv", "3.11", "3.12.4")
    assert made.differences == (Difference("version", "3.11"), Difference("no-conda", "gcc"))
    assert said.texts[-1] == "numpy==2.*\n"
    assert said.commands[0][:2] == ["/bin/uv", "venv"]
    assert said.commands[1][-2] == "-r"
    assert [kernel.language for kernel in place.kernels] == ["python"]


@pytest.mark.parametrize("name", ["micromamba", "conda"])
def test_a_file_of_conda_goes_into_a_base_like_binder_s(
    folder: RunFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
):
    (folder.bundle / "environment.yml").write_text("dependencies: [python=3.12]")
    meta = folder.environment / "conda-meta"
    meta.mkdir(parents=True)
    (meta / "python-3.12.4-0.json").write_text('{"version": "3.12.4"}')
    shop = shop_in(folder, tmp_path)
    said = Said(shop, folder, monkeypatch)
    monkeypatch.setattr(conda, "find_program", lambda one: f"/bin/{one}" if one == name else None)
    made, _ = making.make_environment(read_recipe(folder.bundle), frozenset(), shop, "watched")
    assert (made.tool, made.used, made.differences) == (name, "3.12.4", ())
    create, update = said.commands
    assert create[:2] == [f"/bin/{name}", "create"]
    assert create[-len(BROUGHT) - 1 :] == ["python=3.12", *BROUGHT]
    assert update[-2:] == ["--file", "environment.yml"]
    assert update[1] == ("install" if name == "micromamba" else "env")


@pytest.mark.parametrize(("script", "found"), [("echo '{}'", "mamba"), ("exit 2", "conda")])
def test_a_program_that_is_only_called_mamba_is_none_of_conda_s(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, found: str
):
    mamba = tmp_path / "mamba"
    mamba.write_text(f"#!/bin/sh\n{script}\n")
    mamba.chmod(0o755)
    programs = {"mamba": str(mamba), "conda": "/bin/conda"}
    monkeypatch.setattr(conda, "find_program", programs.get)
    tool = conda.find_conda()
    assert tool and tool.name == found


def test_without_uv_pip_installs(
    folder: RunFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (folder.bundle / "requirements.txt").write_text("six\n")
    shop = shop_in(folder, tmp_path)
    said = Said(shop, folder, monkeypatch)
    monkeypatch.setattr(python, "find_program", lambda _: None)
    made, _ = making.make_environment(read_recipe(folder.bundle), frozenset(), shop, "watched")
    assert made.tool == "venv"
    assert said.commands[0][:3] == ["/a/bin/python3.12", "-m", "venv"]
    assert said.commands[1][-3:] == ["off", "-r", "requirements.txt"]


def test_apt_s_packages_are_looked_for_and_not_installed(
    folder: RunFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (folder.bundle / "apt.txt").write_text("there\nnot-there\n")
    monkeypatch.setattr(making, "_is_installed", lambda name: name == "there")
    shop = shop_in(folder, tmp_path)
    Said(shop, folder, monkeypatch)
    made, _ = making.make_environment(read_recipe(folder.bundle), frozenset(), shop, "watched")
    assert Difference("apt", "not-there") in made.differences


@pytest.mark.parametrize(
    ("version", "works"), [("5.14.3", True), ("4.3.0", False), ("nonsense", False)]
)
def test_a_kernel_is_installed_anew_where_the_packages_do_not_fit_it(
    tmp_path: Path, version: str, works: bool
):
    site = tmp_path / "env" / "lib" / "python3.12" / "site-packages"
    (site / f"traitlets-{version}.dist-info").mkdir(parents=True)
    base = tmp_path / "base"
    base.mkdir()
    needs = {
        "ipykernel": ["traitlets>=5.4.0", "appnope>=0.1; platform_system == 'Darwin'"],
        # Hidden by the bundle's: what it needs does not count.
        "traitlets": ["traitlets==1"],
        "ipython": ["traitlets==1; extra == 'test'"],
    }
    (base / ".needs.json").write_text(json.dumps(needs))
    interpreter = Interpreter("/a", "/a", (3, 12, 1), True)
    assert fits(base, tmp_path / "env", interpreter) is works


def test_kernels_that_packages_bring_are_found_by_their_path(tmp_path: Path):
    for name, content in {
        "bash": '{"argv": ["python", "-m", "bash_kernel"], "language": "bash"}',
        "broken": "{",
        "odd": '{"argv": []}',
    }.items():
        path = tmp_path / "share" / "jupyter" / "kernels" / name
        path.mkdir(parents=True)
        (path / "kernel.json").write_text(content)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python").touch()
    [kernel] = kernels_of(tmp_path)
    assert (kernel.name, kernel.language) == ("bash", "bash")
    assert kernel.argv == (str(tmp_path / "bin" / "python"), "-m", "bash_kernel")


def test_a_sandbox_shows_the_system_the_run_and_nothing_else(folder: RunFolder, tmp_path: Path):
    prefix = tmp_path / "pythons" / "3.12"
    (prefix / "bin").mkdir(parents=True)
    (prefix / "bin" / "python3.12").touch()
    (folder.environment / "bin").mkdir(parents=True)
    program = folder.environment / "bin" / "python"
    program.symlink_to(prefix / "bin" / "python3.12")
    hidden = (Path("/usr/share/server-root"), tmp_path / "home")
    sandbox = Sandbox("/bwrap", folder, (program,), (tmp_path / "base",), hidden)
    words = sandbox.prefix(folder.bundle)
    assert words[0] == "/bwrap"
    assert {"--die-with-parent", "--unshare-pid"} <= set(words)
    assert "--unshare-net" not in words
    mounts = {words[at + 2]: word for at, word in enumerate(words) if "bind" in word}
    writable = {path for path, kind in mounts.items() if not kind.startswith("--ro-")}
    assert writable == {
        "/tmp",
        *map(
            str,
            (
                folder.bundle,
                folder.home,
                folder.temporary,
                folder.environment,
                folder.connection,
            ),
        ),
    }
    assert mounts[str(prefix / "lib")] == mounts[str(tmp_path / "base")] == "--ro-bind-try"
    for path in ("/", "/home", "/root", "/opt", "/srv", "/var", "/etc", str(Path.home())):
        assert path not in mounts
    at = words.index("/usr/share/server-root")
    assert words[at - 1] == "--tmpfs"
    assert str(tmp_path / "home") not in words
    assert words[-3:] == ["--chdir", str(folder.bundle), "--"]


def test_what_is_said_of_isolation_is_what_works_here(monkeypatch: pytest.MonkeyPatch):
    assert choose_isolation("watched") == "watched"
    assert choose_isolation("auto") == ("hidden" if bubblewrap() else "watched")
    # It is there, and the machine forbids what it does.
    broken = Path(__file__).parent / "no-such-bwrap"
    bubblewrap.cache_clear()
    monkeypatch.setattr("shutil.which", lambda _: str(broken))
    try:
        assert choose_isolation("auto") == "watched"
        with pytest.raises(NoToolError):
            choose_isolation("hidden")
    finally:
        bubblewrap.cache_clear()


def test_a_folder_is_its_owner_s_and_goes_whole(folder: RunFolder):
    assert stat.S_IMODE(folder.path.stat().st_mode) == 0o700
    locked = folder.bundle / "locked"
    locked.mkdir()
    (locked / "file").touch()
    locked.chmod(0)
    folder.remove()
    assert not folder.path.exists()


def test_a_log_keeps_its_beginning_and_its_end():
    log = Log()
    log.write("\x1b[31mred\x1b[0m https://name:word@example.org/simple\r\n")
    assert log.text() == "red https://****@example.org/simple\n"
    for number in range(400_000):
        log.line(f"line {number:07}")
    text = log.text()
    assert len(text) <= 1_000_000
    assert text.startswith("red ")
    assert text.endswith("line 0399999\n")
    assert "too much" in text
    assert log.length > 5_000_000
    assert log.text(log.length - 5) == "9999\n"
    assert log.text(log.length) == log.text(log.length + 7) == ""
    # From within what is not kept.
    assert log.text(2_000_000).startswith("\n… what stood here")
    assert log.text(log.length - 20, log.length - 13) == "399998\n"
