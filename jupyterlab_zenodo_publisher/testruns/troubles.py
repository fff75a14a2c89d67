"""What keeps a test run from having a result."""

from __future__ import annotations

from ..errors import PublisherError


class TestRunError(PublisherError):
    """A test run without a result.

    :param text: of an installer, or a reason: plain and bounded, for the page to show
    """

    __test__ = False

    def __init__(self, message: str, text: str = "", path: str = "") -> None:
        super().__init__(message, text=text, path=path)
        self.text = text
        self.path = path


class InstallError(TestRunError):
    """The packages cannot be installed."""

    code = "install"


class NoPythonError(TestRunError):
    """There is no Python that could be used."""

    code = "no-python"


class NoToolError(TestRunError):
    """Nothing here makes such an environment; the text names what would."""

    code = "no-tool"


class NoRoomError(TestRunError):
    """The disk is full."""

    code = "no-room"


class OutOfTimeError(TestRunError):
    """The environment was not ready in time."""

    code = "timeout"
