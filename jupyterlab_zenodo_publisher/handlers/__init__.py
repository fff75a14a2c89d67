"""What the page asks this extension for."""

from __future__ import annotations

from .capabilities import CapabilitiesHandler
from .doi import DoiHandler
from .oauth import CallbackPageHandler, CallbackScriptHandler, TokensHandler
from .project import ListingHandler, ProjectFileHandler
from .testruns import (
    TestRunEventsHandler,
    TestRunHandler,
    TestRunLogHandler,
    TestRunNotebookHandler,
    TestRunsHandler,
)
from .transfers import TransferEventsHandler, TransferHandler, TransfersHandler

_ID = r"(?P<transfer_id>[A-Za-z0-9_-]{1,64})"
_RUN_ID = r"(?P<run_id>[A-Za-z0-9_-]{1,64})"

#: Paths after the extension's prefix, and what answers there.
routes = [
    (r"capabilities", CapabilitiesHandler),
    (r"transfers", TransfersHandler),
    (rf"transfers/{_ID}", TransferHandler),
    (rf"transfers/{_ID}/events", TransferEventsHandler),
    (r"test-runs", TestRunsHandler),
    (rf"test-runs/{_RUN_ID}", TestRunHandler),
    (rf"test-runs/{_RUN_ID}/events", TestRunEventsHandler),
    (rf"test-runs/{_RUN_ID}/log", TestRunLogHandler),
    (rf"test-runs/{_RUN_ID}/notebook", TestRunNotebookHandler),
    (r"listing", ListingHandler),
    (r"file", ProjectFileHandler),
    (r"doi", DoiHandler),
    (r"oauth/tokens", TokensHandler),
    (r"oauth/callback", CallbackPageHandler),
    (r"oauth/callback.js", CallbackScriptHandler),
]
