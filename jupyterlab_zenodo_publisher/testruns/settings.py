"""The settings of test runs, which are the extension's own."""

from __future__ import annotations

import os

from traitlets import Bool, Enum, Float, HasTraits, Integer, Unicode

from ..project.files import ProjectFiles
from .limits import TestRunLimits
from .registry import TestRuns


class TestRunSettings(HasTraits):
    """A part of `ZenodoPublisher`, by whose name they are configured."""

    __test__ = False

    test_runs_enabled = Bool(
        True,
        help="""Offer to run notebooks in a fresh environment before they are
        published. What they do, the user can do in a kernel, too.""",
    ).tag(config=True)

    max_test_run_bytes = Integer(
        2 * 10**9, min=1, help="Bytes of all files of one test run, at most."
    ).tag(config=True)

    max_test_runs = Integer(
        1, min=1, help="Test runs of this server at one time; others wait."
    ).tag(config=True)

    test_run_cell_seconds = Float(
        600.0, min=1.0, help="Seconds that a cell of a test run may take, at most."
    ).tag(config=True)

    test_run_total_seconds = Float(
        3600.0,
        min=1.0,
        help="Seconds that all notebooks of a test run may take together, at most.",
    ).tag(config=True)

    test_run_install_seconds = Float(
        3600.0, min=1.0, help="Seconds that making the environment may take, at most."
    ).tag(config=True)

    test_run_memory_bytes = Integer(
        2 * 2**30,
        min=1,
        help="Bytes of memory that a test run may take; by default as much as mybinder.org gives.",
    ).tag(config=True)

    test_run_keep_seconds = Float(
        24 * 3600.0,
        min=60.0,
        help="Seconds for which the result of an ended test run is kept, with its notebooks.",
    ).tag(config=True)

    test_run_folder = Unicode(
        help="""Folder in which each test run gets one of its own, which is removed
        with it. By default the system's folder for temporary files.""",
    ).tag(config=True)

    test_run_cache = Unicode(
        help="""Folder in which installers keep the packages that they downloaded for
        test runs. By default `jupyterlab-zenodo-publisher` in the user's caches.""",
    ).tag(config=True)

    test_run_isolation = Enum(
        ["auto", "hidden", "watched"],
        default_value="auto",
        help="""`hidden`: notebooks of a test run see nothing of the rest of the machine,
        by bubblewrap, and are not run where it does not work. `watched`: what Python
        reads elsewhere is noted. `auto`: the first where it works, else the second.""",
    ).tag(config=True)

    test_run_repo2docker = Bool(
        True,
        help="""Where repo2docker and Docker are there, make the environments of test runs
        with them, exactly as Binder does. It takes longer than other ways.""",
    ).tag(config=True)

    def test_runs(self, files: ProjectFiles, inline_bytes: int) -> TestRuns | None:
        """All test runs of this server; None: it has none.

        :param inline_bytes: that a page may send itself, at most
        """
        # Their processes are ended in ways that Windows does not have.
        if not self.test_runs_enabled or not files.are_local or os.name != "posix":
            return None
        limits = TestRunLimits(
            total_bytes=self.max_test_run_bytes,
            inline_bytes=inline_bytes,
            cell_seconds=self.test_run_cell_seconds,
            total_seconds=self.test_run_total_seconds,
            install_seconds=self.test_run_install_seconds,
            memory_bytes=self.test_run_memory_bytes,
            running=self.max_test_runs,
            keep_finished=self.test_run_keep_seconds,
            folder=self.test_run_folder,
            cache=self.test_run_cache,
            isolation=self.test_run_isolation,
            repo2docker=self.test_run_repo2docker,
        )
        return TestRuns(files, limits)
