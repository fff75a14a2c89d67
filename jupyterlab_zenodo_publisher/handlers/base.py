"""What all handlers share: who asks, in what form, and how a failure is told."""

from __future__ import annotations

import json
from typing import Any

from jupyter_server.auth.identity import (
    IdentityProvider,
    LegacyIdentityProvider,
    PasswordIdentityProvider,
)
from jupyter_server.base.handlers import APIHandler

from ..errors import BadRequestError, PublisherError

#: Those that make up a name for each browser, of one person.
_NAMELESS = (IdentityProvider, LegacyIdentityProvider, PasswordIdentityProvider)


class PublisherHandler(APIHandler):
    """Answers with JSON. Each method of a subclass is authenticated and authorized."""

    #: Whoever may read and write files may send them.
    auth_resource = "contents"

    @property
    def owner(self) -> str:
        """Whose the request is. '' on a server that one person has for themselves."""
        if type(self.identity_provider) in _NAMELESS:
            return ""
        return self.current_user.username

    def setting(self, name: str) -> Any:
        """What the extension made for its handlers."""
        return self.settings[f"jupyterlab-zenodo-publisher:{name}"]

    def body(self) -> dict[str, Any]:
        """The request's body.

        :raises BadRequestError: it is no JSON object
        """
        try:
            body = json.loads(self.request.body)
        except (ValueError, RecursionError) as error:
            raise BadRequestError("The request is no JSON.") from error
        if not isinstance(body, dict):
            raise BadRequestError("The request is no object.")
        return body

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Failures of ours in a form that the page can explain; no tracebacks."""
        error = (kwargs.get("exc_info") or (None, None, None))[1]
        if isinstance(error, PublisherError):
            self.set_status(error.status)
            self.set_header("Content-Type", "application/json")
            self.finish(json.dumps(error.as_json()))
        else:
            super().write_error(status_code, **kwargs)

    def log_exception(self, typ: Any, value: Any, tb: Any) -> None:
        """What is expected is no traceback in the log; a body, with its token, never is."""
        if isinstance(value, PublisherError):
            self.log.debug("zenodo publisher: %s", value.code)
        else:
            super().log_exception(typ, value, tb)
