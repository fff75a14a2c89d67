"""The page to which a site sends the user back."""

from __future__ import annotations

from importlib.resources import files

#: It may run its own script, and do nothing else.
POLICY = "default-src 'none'; script-src 'self'; frame-ancestors 'none'; base-uri 'none'"

_STATIC = files(__package__) / "static"


def callback_html() -> str:
    """The page."""
    return (_STATIC / "callback.html").read_text(encoding="utf-8")


def callback_script() -> str:
    """Its script, beside it as `callback.js`."""
    return (_STATIC / "callback.js").read_text(encoding="utf-8")
