"""Notebooks run as with a reader: with nothing of the user's, within limits, and nothing stays."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import nbformat
import pytest

from ..testruns.folder import RunFolder
from ..testruns.making.making import make_environment
from ..testruns.recipe.reading import read_recipe
from ..testruns.running import notebook as running
from ..testruns.running.command import StoppedError
from ..testruns.running.isolation import bubblewrap
from .testrunning import (  # noqa: F401
    Workshop,
    any_workshop,
    commands_with,
    made_once,
    notebook,
    shop_in,
    wait_for,
    workshop,
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Looks into /proc")

PLANTED = {
    "AWS_SECRET_ACCESS_KEY": "planted-aws",
    "JUPYTERHUB_API_TOKEN": "planted-hub",
    "JUPYTER_TOKEN": "planted-jupyter",
    "GITHUB_TOKEN": "planted-github",
    "HTTPS_PROXY": "http://planted-proxy:1",
    "SSL_CERT_FILE": "/planted-certificate",
    "PIP_INDEX_URL": "https://planted-name:planted-word@example.org/simple",
    "UV_INDEX": "https://planted-index.example.org",
    "PYTHONPATH": "/planted-path",
    "LD_PRELOAD": "",
}

#: Leaves its parents, its session and, in the second case, its environment behind.
DAEMON = """
import subprocess, sys
code = '''
import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        while True:
            time.sleep(0.1)  # WORD
'''
subprocess.run([sys.executable, "-c", code])
subprocess.run(["env", "-i", sys.executable, "-c", code])
"""


def test_the_user_s_variables_and_files_are_not_there(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    for name, value in PLANTED.items():
        monkeypatch.setenv(name, value)
    secret = tmp_path / "secret.csv"
    secret.write_text("a user's own")
    run = workshop.run(
        "import os; print(dict(os.environ))",
        "print(os.path.expanduser('~'), os.getcwd())",
        f"print(os.path.exists({str(secret)!r}) and open({str(secret)!r}).read())",
        "print([path for path in ('/var/log', '/etc/shadow', '/srv') if os.path.exists(path)])",
        "print(open('/etc/hosts').name, open('own.txt', 'w').name, open('own.txt').name)",
    )
    assert (run.outcome, run.cells, run.done) == ("ran", 5, 5)
    told = workshop.printed
    assert "planted" not in told
    assert str(workshop.folder.home) in told
    assert str(Path.home()) + "\n" not in told
    assert str(workshop.folder.bundle) in told
    if workshop.isolation == "hidden":
        assert "a user's own" not in told
        assert "[]\n" in told
        assert run.outside == ()
    else:
        assert "a user's own" in told
        assert run.outside == (str(secret),)


def test_nothing_that_a_notebook_started_outlives_it(workshop: Workshop):
    word = f"stray-{os.getpid()}-{workshop.isolation}"
    run = workshop.run(DAEMON.replace("WORD", word), "print(1)")
    assert run.outcome == "ran"
    assert commands_with(word) == []


def test_cancelling_ends_all_of_it(workshop: Workshop):
    word = f"cancelled-{os.getpid()}-{workshop.isolation}"
    cancelled = threading.Event()

    def cancel_soon() -> None:
        wait_for(lambda: len(commands_with(word)) >= 2)
        cancelled.set()

    threading.Thread(target=cancel_soon, daemon=True).start()
    with pytest.raises(StoppedError):
        workshop.run(
            DAEMON.replace("WORD", word),
            "import time; time.sleep(600)",
            is_cancelled=cancelled.is_set,
        )
    assert commands_with(word) == []


def test_a_cell_has_its_time(any_workshop: Workshop):
    began = time.monotonic()
    run = any_workshop.run("1", "import time; time.sleep(600)", "2", cell_seconds=2.0)
    assert (run.outcome, run.cell, run.done, run.cells) == ("cell-timeout", 1, 1, 3)
    assert time.monotonic() - began < 30


def test_all_notebooks_have_their_time_together(any_workshop: Workshop):
    run = any_workshop.run("import time; time.sleep(600)", until=time.monotonic() + 3.0)
    assert run.outcome == "timeout"


def test_a_kernel_that_begins_after_the_end_is_ended_at_once(
    any_workshop: Workshop, monkeypatch: pytest.MonkeyPatch
):
    # What is not ended is waited for so long.
    monkeypatch.setattr(running, "_LAST_WORDS", 60.0)
    began = time.monotonic()
    run = any_workshop.run("import time; time.sleep(600)", until=began)
    assert (run.outcome, run.done) == ("timeout", 0)
    assert time.monotonic() - began < 60


def test_too_much_memory_ends_it(any_workshop: Workshop):
    # In a child: what counts is all of it.
    greedy = "x = bytearray(b'x' * 400_000_000); import time; time.sleep(60)"
    run = any_workshop.run(
        "'small'",
        f"import subprocess, sys; subprocess.run([sys.executable, '-c', {greedy!r}])",
        memory_bytes=250_000_000,
    )
    assert (run.outcome, run.cell, run.done) == ("memory", 1, 1)
    assert run.peak_bytes > 250_000_000


def test_a_kernel_that_ends_by_itself_is_told_from_an_error(any_workshop: Workshop):
    run = any_workshop.run("1", "import os; os._exit(3)")
    assert (run.outcome, run.cell, run.done, run.error) == ("died", 1, 1, None)


def test_an_error_is_told_in_plain_text_and_only_what_came_before_is_kept(any_workshop: Workshop):
    tagged = nbformat.v4.new_code_cell(
        "raise ValueError('expected')", metadata={"tags": ["raises-exception"]}
    )
    text = nbformat.v4.new_markdown_cell("# Words")
    # That was run on an earlier day, and is not reached.
    old = nbformat.v4.new_code_cell("print('later')", execution_count=7)
    old.outputs = [nbformat.v4.new_output("stream", text="of an earlier day")]
    run = any_workshop.run(
        content=notebook(text, tagged, "", "print('kept')", "import no_such_module", old)
    )
    assert (run.outcome, run.cells, run.done, run.cell) == ("error", 4, 2, 4)
    assert run.error
    assert run.error.name == "ModuleNotFoundError"
    assert run.error.value == "No module named 'no_such_module'"
    assert "import no_such_module" in run.error.traceback
    assert "\x1b" not in run.error.traceback
    assert any_workshop.printed == "kept\n"


def test_what_is_no_notebook_is_unreadable(any_workshop: Workshop):
    assert any_workshop.run(content='{"cells": 7}').outcome == "unreadable"


def test_a_language_without_a_kernel_is_told(any_workshop: Workshop):
    run = any_workshop.run(content=notebook("1", language="haskell"))
    assert (run.outcome, run.cells, run.done) == ("no-kernel", 1, 0)


def has_r() -> bool:
    program = shutil.which("Rscript")
    command = [program or "", "-e", "library(IRkernel)"]
    return bool(program) and subprocess.run(command, capture_output=True).returncode == 0


@pytest.mark.skipif(not has_r(), reason="There is no R with its kernel")
def test_r_runs_with_a_library_of_its_own(package_cache: Path):
    folder = RunFolder()
    try:
        (folder.bundle / "runtime.txt").write_text("r-1.0-2024-05-01")
        (folder.bundle / "install.R").write_text("cat(.libPaths()[1], getOption('repos'))")
        shop = shop_in(folder, package_cache)
        recipe = read_recipe(folder.bundle)
        made, place = make_environment(recipe, frozenset({"r"}), shop, "watched")
        assert (made.tool, made.language, made.wanted) == ("R", "R", "1.0")
        assert [one.code for one in made.differences] == ["version", "own-library"]
        assert f"{folder.environment}/R" in shop.log.text()
        assert "cran/2024-05-01" in shop.log.text()
        workshop = Workshop(folder, place, made, shop.log, made_isolation())
        run = workshop.run(content=notebook("cat(1 + 1)", "stop('no')", language="R", name="ir"))
        assert (run.outcome, run.cell, run.done) == ("error", 1, 1)
        assert run.error and "no" in run.error.value
        assert workshop.printed == "2"
    finally:
        folder.remove()


def made_isolation() -> str:
    return "hidden" if bubblewrap() else "watched"


def test_a_folder_is_run_from_the_command_line(package_cache: Path, tmp_path: Path):
    project, out = tmp_path / "project", tmp_path / "out"
    (project / "sub").mkdir(parents=True)
    (project / "a.ipynb").write_text(notebook("open('sub/made.txt', 'w').write('by another')"))
    # It runs in its own folder, and finds what another wrote.
    (project / "sub" / "b.ipynb").write_text(notebook("print(open('made.txt').read())"))
    module = "jupyterlab_zenodo_publisher.testruns"
    notebooks = ["--notebook", "a.ipynb", "--notebook", "sub/b.ipynb"]
    where = ["--cache", str(package_cache), "--out", str(out)]
    answer = subprocess.run(
        [sys.executable, "-m", module, str(project), *notebooks, *where],
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert answer.returncode == 0, answer.stderr
    states = [json.loads(line) for line in answer.stdout.splitlines()]
    assert states[-1]["phase"] == "done"
    assert [one["outcome"] for one in states[-1]["notebooks"]] == ["ran", "ran"]
    assert {"notebook": "sub/b.ipynb", "cell": 1, "cells": 1} in [one["now"] for one in states]
    assert "sub/b.ipynb: ran" in (out / "log.txt").read_text("utf-8")
    executed = json.loads((out / "sub" / "b.ipynb").read_text("utf-8"))
    assert executed["cells"][0]["outputs"][0]["text"] == ["by another\n"]
    assert (out / "a.ipynb").is_file()
    found = sorted(path.name for path in project.rglob("*"))
    assert found == ["a.ipynb", "b.ipynb", "sub"]
