"""The user's files, with the hidden ones that a publication needs and what links are."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from jupyter_server.auth.decorator import authorized
from tornado import web
from tornado.ioloop import IOLoop
from tornado.iostream import StreamClosedError

from ..errors import BadRequestError, TooLargeError
from ..project.files import ProjectFiles
from ..project.hidden import is_known_hidden
from ..project.listing import describe, list_folders
from .base import PublisherHandler

#: Bytes: the hidden files that belong to a publication are texts.
_LARGEST = 10 * 10**6

#: Bytes that are read at once.
_CHUNK = 1 << 20


class ListingHandler(PublisherHandler):
    """Folders, many at once."""

    @web.authenticated
    @authorized
    async def get(self) -> None:
        """List a folder with all that is below it, or tell of one file or folder.

        Query: `path` from the server's root, `depth` (levels below it; `entry`
        = not what is in it, but what it is).
        """
        path = self.get_query_argument("path", "")
        if self.get_query_argument("depth", "0") == "entry":
            entry = await self._found(describe, path)
            self.finish(json.dumps({"entry": entry}))
            return
        try:
            depth = int(self.get_query_argument("depth", "0"))
        except ValueError as error:
            raise BadRequestError("The depth is no number.") from error
        self.finish(json.dumps(await self._found(list_folders, path, depth)))

    async def _found(self, look: Callable[..., dict[str, Any]], *args: object) -> dict[str, Any]:
        # Thousands of looks at a disk: not while others wait.
        loop = IOLoop.current()
        return await loop.run_in_executor(None, look, self.setting("files"), *args)


class ProjectFileHandler(PublisherHandler):
    """The content of what the server gives to nobody else: some hidden files, and
    what links that lead outside lead to, where the configuration allows it."""

    @web.authenticated
    @authorized
    async def get(self) -> None:
        """Query: `path` from the server's root; `outside` = `true`: the user chose
        it though it leads outside."""
        path = self.get_query_argument("path", "")
        files = self.setting("files")
        outside = self.get_query_argument("outside", "") == "true" and _leaves(files, path)
        is_ours = outside or (_is_hidden(path) and is_known_hidden(path))
        if not is_ours:
            raise BadRequestError("Jupyter itself gives this file.", path=path)
        with files.open(path, outside=outside) as (file, status):
            if status.st_size > _LARGEST and not outside:
                raise TooLargeError("This is too large.", path=path, most=_LARGEST)
            # Nothing of it is ever shown as a page.
            self.set_header("X-Content-Type-Options", "nosniff")
            name = quote(path.rsplit("/", 1)[-1])
            self.set_header("Content-Disposition", f"attachment; filename*=UTF-8''{name}")
            self.set_header("Content-Type", "application/octet-stream")
            loop = IOLoop.current()
            try:
                while chunk := await loop.run_in_executor(None, file.read, _CHUNK):
                    self.write(chunk)
                    await self.flush()
            except StreamClosedError:
                # The page has enough of it.
                return
        self.finish(set_content_type="application/octet-stream")


def _leaves(files: ProjectFiles, path: str) -> bool:
    link = files.link_of(path)
    return link is not None and not link.inside and files.allows(link)


def _is_hidden(path: str) -> bool:
    return any(part.startswith(".") for part in path.split("/"))
