"""Opens the user's files by their paths in the file browser, and no others."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from jupyter_core.paths import is_hidden
from jupyter_server.services.contents.fileio import FileManagerMixin
from jupyter_server.services.contents.manager import ContentsManager
from tornado.web import HTTPError

from ..errors import BadRequestError, FileForbiddenError, FileMissingError, PublisherError
from .hidden import is_known_hidden


@dataclass(frozen=True)
class Link:
    """What a symbolic link is."""

    #: It leads to something inside the server's root.
    inside: bool
    #: Its target: from the server's root, or on this machine where it leads outside.
    target: str


def check_path(path: str) -> str:
    """A path as the file browser has it: relative, `/` between its parts.

    :raises BadRequestError: it is none, as one with `..` in it
    """
    parts = path.split("/")
    if not path or "\0" in path or any(part in ("", ".", "..") for part in parts):
        raise BadRequestError("This is no path of a file.", path=path)
    return path


class ProjectFiles:
    """The files below the server's root.

    Where the contents manager keeps files in folders of this machine, they are
    read from there, by its rules: nothing hidden unless it shows hidden files
    (but for those few that a publication needs), and nothing outside.

    :param allow_outside_links: a link that leads out of the root may be read
        where the request chooses it
    """

    def __init__(self, contents: ContentsManager, allow_outside_links: bool) -> None:
        self._contents = contents
        self._allow_outside_links = allow_outside_links

    @property
    def are_local(self) -> bool:
        """The contents manager keeps its files in folders of this machine."""
        return isinstance(self._contents, FileManagerMixin)

    @property
    def allows_outside_links(self) -> bool:
        """Links that lead outside may be chosen."""
        return self._allow_outside_links

    @property
    def shows_hidden(self) -> bool:
        """The contents manager shows hidden files."""
        return bool(self._contents.allow_hidden)

    def is_listed(self, path: str) -> bool:
        """Whether a path appears in its folder, which is shown: by its name alone."""
        name = path.rsplit("/", 1)[-1]
        if name.startswith(".") and not self.shows_hidden:
            return is_known_hidden(path)
        return self._contents.should_list(name)

    @property
    def root(self) -> str:
        """The server's root folder on this machine, without links in its path."""
        return os.path.realpath(self._contents.root_dir)

    def os_path(self, path: str) -> str:
        """Where a path is on this machine. Whether anything is there is not looked at.

        :param path: from the server's root; '' = the root
        :raises BadRequestError, FileForbiddenError
        """
        if not self.are_local:
            raise FileForbiddenError("The files are not on this server.", path=path)
        if path == "":
            return os.path.abspath(self._contents.root_dir)
        check_path(path)
        try:
            os_path = self._contents._get_os_path(path)
            # As the manager's own `is_hidden`, which may be a coroutine.
            hidden = is_hidden(os_path, self._contents.root_dir)
        except HTTPError as error:
            raise FileForbiddenError("This is outside of the root.", path=path) from error
        except OSError as error:
            raise FileForbiddenError("This cannot be read.", path=path) from error
        if hidden and not self._contents.allow_hidden and not is_known_hidden(path):
            raise FileForbiddenError("This server hides that file.", path=path)
        return os_path

    def allows(self, link: Link) -> bool:
        """What a link leads to may be read, by somebody who chose it."""
        if not link.inside:
            return self._allow_outside_links
        try:
            self.os_path(link.target)
        except PublisherError:
            # What the contents manager hides, a link must not show.
            return False
        return True

    def link_of(self, path: str) -> Link | None:
        """What a path leads to where a symbolic link is on its way; else None.

        :raises as `os_path`
        """
        return self.link_at(self.os_path(path))

    def link_at(self, os_path: str) -> Link | None:
        """The same, of a path on this machine that was made from one of ours."""
        root = os.path.abspath(self._contents.root_dir)
        straight = os.path.join(self.root, os.path.relpath(os_path, root))
        real = os.path.realpath(os_path)
        if real == os.path.normpath(straight):
            return None
        if not _is_within(real, self.root):
            return Link(inside=False, target=real)
        target = os.path.relpath(real, self.root).replace(os.sep, "/")
        return Link(inside=True, target=target)

    @contextmanager
    def open(
        self, path: str, *, outside: bool = False
    ) -> Iterator[tuple[BinaryIO, os.stat_result]]:
        """Open a file for reading, with what the system says of it.

        What was checked is what is opened: the links are resolved first, and
        after opening the file has to lie where it was found.

        :param outside: the user chose this link although it leads outside
        :raises BadRequestError, FileForbiddenError, FileMissingError
        """
        real = self._real(self.os_path(path), path, outside)
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)
        # A pipe would wait for somebody to write.
        flags |= getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        try:
            descriptor = os.open(real, flags)
        except FileNotFoundError as error:
            raise FileMissingError("There is no such file.", path=path) from error
        except OSError as error:
            raise FileForbiddenError("This cannot be read.", path=path) from error
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            os.close(descriptor)
            raise FileForbiddenError("This is no plain file.", path=path)
        with os.fdopen(descriptor, "rb", buffering=0) as file:
            if not _lies_at(status, real):
                raise FileForbiddenError("This moved while it was opened.", path=path)
            yield file, status

    def _real(self, os_path: str, path: str, outside: bool) -> str:
        real = os.path.realpath(os_path)
        may_leave = outside and self._allow_outside_links
        if not _is_within(real, self.root) and not may_leave:
            raise FileForbiddenError(
                "This is a link that leads out of the server's root.", path=path
            )
        # A link to a hidden file would show what the contents manager hides.
        if _is_within(real, self.root) and real != os.path.normpath(os_path):
            self.os_path(os.path.relpath(real, self.root).replace(os.sep, "/"))
        return real


def _lies_at(status: os.stat_result, real: str) -> bool:
    try:
        return os.path.samestat(status, os.stat(real)) and os.path.realpath(real) == real
    except OSError:
        return False


def _is_within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
