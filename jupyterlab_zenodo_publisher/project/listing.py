"""Lists folders: what the contents manager shows, hidden files that matter, and links."""

from __future__ import annotations

import os
import stat
from collections import deque
from datetime import datetime, timezone
from typing import Any

from jupyter_core.paths import is_file_hidden

from ..errors import FileForbiddenError, FileMissingError, PublisherError
from .files import ProjectFiles

#: Entries of one answer; the page asks for the other folders by themselves.
_MOST = 20_000

#: What only folders of installed packages have. The same as in the page's `ignore.ts`.
_ENVIRONMENT = frozenset({"pyvenv.cfg", "conda-meta"})

#: Levels below the folder.
_DEEPEST = 20


def list_folders(files: ProjectFiles, path: str, depth: int) -> dict[str, Any]:
    """A folder and those below it, the nearest first.

    No link to a folder is followed: the page asks for its target where it wants it.

    :param path: from the server's root; '' = the root
    :param depth: levels below the folder; 0 = the folder alone
    :returns: `{"folders": {path: [entry, …]}, "complete": bool}`, each entry as
        `describe` says
    :raises BadRequestError, FileForbiddenError, FileMissingError: of the first folder
    """
    folders: dict[str, list[dict[str, Any]]] = {}
    pending = deque([(path, 0)])
    count = 0
    while pending:
        folder, level = pending.popleft()
        if count >= _MOST:
            return {"folders": folders, "complete": False}
        try:
            entries = _list_folder(files, folder)
        except PublisherError:
            if folder == path:
                raise
            # One that cannot be read stays out: asked for by itself, it says why.
            continue
        folders[folder] = entries
        count += len(entries)
        if level < min(depth, _DEEPEST) and (folder == path or not _is_installed(folder, entries)):
            pending.extend(
                (_join(folder, entry["name"]), level + 1)
                for entry in entries
                if entry["kind"] == "folder" and entry["link"] is None
            )
    return {"folders": folders, "complete": True}


def _is_installed(folder: str, entries: list[dict[str, Any]]) -> bool:
    """Packages that somebody installed: thousands of folders that nobody publishes."""
    names = {entry["name"] for entry in entries}
    return folder.rsplit("/", 1)[-1] == "node_modules" or not names.isdisjoint(_ENVIRONMENT)


def describe(files: ProjectFiles, path: str) -> dict[str, Any]:
    """One file or folder.

    :param path: from the server's root
    :returns: `name`, `kind` (`file`, `folder`), `size` (bytes; None for folders,
        and for what may not be looked at), `lastModified` (ISO 8601), `hidden`
        (only this extension shows it) and, for a link, `link`: {`inside`,
        `target`, `allowed`}; else None
    :raises BadRequestError, FileForbiddenError, FileMissingError
    """
    os_path = files.os_path(path)
    entry = _entry(files, os_path, path.rsplit("/", 1)[-1])
    if entry is None:
        raise FileMissingError("There is no such file.", path=path)
    return entry


def _list_folder(files: ProjectFiles, path: str) -> list[dict[str, Any]]:
    os_path = files.os_path(path)
    link = files.link_at(os_path)
    if link and not link.inside and not files.allows_outside_links:
        raise FileForbiddenError("This leads out of the server's root.", path=path)
    try:
        with os.scandir(os_path) as found:
            names = [one.name for one in found if files.is_listed(_join(path, one.name))]
    except FileNotFoundError as error:
        raise FileMissingError("There is no such folder.", path=path) from error
    except OSError as error:
        raise FileForbiddenError("This folder cannot be read.", path=path) from error
    entries = (_entry(files, os.path.join(os_path, name), name) for name in sorted(names))
    return [one for one in entries if one]


def _entry(files: ProjectFiles, os_path: str, name: str) -> dict[str, Any] | None:
    """None for what is hidden, gone, or neither file nor folder."""
    try:
        status = os.lstat(os_path)
        link = files.link_at(os_path) if stat.S_ISLNK(status.st_mode) else None
        allowed = link is None or files.allows(link)
        # What lies outside is looked at only where it may be chosen.
        if stat.S_ISLNK(status.st_mode) and (link is None or link.inside or allowed):
            status = os.stat(os_path)
        is_hidden = is_file_hidden(os_path, status)
        # A folder that may not be entered counts as hidden, too.
        if is_hidden and not name.startswith(".") and not files.shows_hidden:
            return None
        # A name that is no text cannot be told.
        name.encode()
    except (OSError, UnicodeError):
        return None
    is_link = stat.S_ISLNK(status.st_mode)
    if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode) or is_link):
        return None
    is_folder = stat.S_ISDIR(status.st_mode)
    time = datetime.fromtimestamp(status.st_mtime, timezone.utc)
    return {
        "name": name,
        "kind": "folder" if is_folder else "file",
        "size": None if is_folder or is_link else status.st_size,
        "lastModified": time.isoformat().replace("+00:00", "Z"),
        "hidden": is_hidden and not files.shows_hidden,
        "link": None
        if link is None
        else {"inside": link.inside, "target": link.target, "allowed": allowed},
    }


def _join(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name
