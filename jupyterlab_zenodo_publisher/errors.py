"""What can go wrong in the server extension. The page says it in the user's words, by the code."""

from __future__ import annotations


class PublisherError(Exception):
    """A failure that the page can explain.

    :param message: English, for logs and for clients that do not know the code;
        it must hold no token and no text of other servers.
    :param details: what the page needs to explain it, as the path of a file.
    """

    #: Stable name of the failure.
    code = "failed"
    #: Status of the answer to a request that fails with it.
    status = 500

    def __init__(self, message: str, **details: object) -> None:
        super().__init__(message)
        self.details = details

    def as_json(self) -> dict[str, object]:
        """What the page is told."""
        return {"code": self.code, "message": str(self), **self.details}


class BadRequestError(PublisherError):
    """A request that this extension cannot understand, or never allows."""

    code = "bad-request"
    status = 400


class UnknownSiteError(PublisherError):
    """A site that the server's configuration does not name."""

    code = "unknown-site"
    status = 403


class NotFoundError(PublisherError):
    """There is no such thing, or it belongs to somebody else."""

    code = "not-found"
    status = 404


class FileMissingError(PublisherError):
    """A file is not there."""

    code = "file-missing"
    status = 404


class FileForbiddenError(PublisherError):
    """A file that must not be read: hidden, outside of the server's root, not a plain file."""

    code = "file-forbidden"
    status = 403


class FileChangedError(PublisherError):
    """A file is another one than the page has seen."""

    code = "file-changed"
    status = 409


class TooLargeError(PublisherError):
    """More than the server's configuration allows."""

    code = "too-large"
    status = 413


class TooManyError(PublisherError):
    """More transfers than the server's configuration allows."""

    code = "too-many"
    status = 429
