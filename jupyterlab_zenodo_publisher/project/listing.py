"""Lists folders: what the contents manager shows, hidden files that matter, and links."""

from __future__ import annotations

import os
import stat
from datetime import datetime, timezone
from typing import Any

from ..errors import FileForbiddenError, FileMissingError, PublisherError
from .files import ProjectFiles

#: Entries of one answer; the page asks for the other folders by themselves.
_MOST = 20_000

#: Levels below the folder.
_DEEPEST = 20


def list_folders(files: ProjectFiles, path: str, depth: int) -> dict[str, Any]:
    """A folder and those below it.

    No link to a folder is followed: the page asks for its target where it wants it.

    :param path: from the server's root; '' = the root
    :param depth: levels below the folder; 0 = the folder alone
    :returns: `{"folders": {path: [entry, …]}, "complete": bool}`. An entry has
        `name`, `kind` (`file`, `folder`), `size` (bytes, None for folders),
        `lastModified` (ISO 8601), and for a link `link`: {`inside`, `target`}
    :raises BadRequestError, FileForbiddenError, FileMissingError: of the first folder
    """
    folders: dict[str, list[dict[str, Any]]] = {}
    pending = [(path, 0)]
    count = 0
    while pending:
        folder, level = pending.pop(0)
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
        if level < min(depth, _DEEPEST):
            pending.extend(
                (_join(folder, entry["name"]), level + 1)
                for entry in entries
                if entry["kind"] == "folder" and entry["link"] is None
            )
    return {"folders": folders, "complete": True}


def _list_folder(files: ProjectFiles, path: str) -> list[dict[str, Any]]:
    os_path = files.os_path(path)
    link = files.link_at(os_path)
    if link and not link.inside and not files.allows_outside_links:
        raise FileForbiddenError("This leads out of the server's root.", path=path)
    try:
        with os.scandir(os_path) as found:
            entries = [_entry(files, path, one) for one in found]
    except FileNotFoundError as error:
        raise FileMissingError("There is no such folder.", path=path) from error
    except OSError as error:
        raise FileForbiddenError("This folder cannot be read.", path=path) from error
    return sorted((one for one in entries if one), key=lambda one: one["name"])


def _entry(files: ProjectFiles, folder: str, found: os.DirEntry[str]) -> dict[str, Any] | None:
    """None for what is hidden, gone, or neither file nor folder."""
    path = _join(folder, found.name)
    try:
        os_path = files.os_path(path)
        link = files.link_at(os_path) if found.is_symlink() else None
        # What lies outside is not looked at before somebody chooses it.
        status = os.lstat(os_path) if link and not link.inside else os.stat(os_path)
    except (PublisherError, OSError, UnicodeError):
        return None
    is_link = stat.S_ISLNK(status.st_mode)
    if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode) or is_link):
        return None
    is_folder = stat.S_ISDIR(status.st_mode)
    time = datetime.fromtimestamp(status.st_mtime, timezone.utc)
    return {
        "name": found.name,
        "kind": "folder" if is_folder else "file",
        "size": None if is_folder or is_link else status.st_size,
        "lastModified": time.isoformat().replace("+00:00", "Z"),
        "link": None if link is None else {"inside": link.inside, "target": link.target},
    }


def _join(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name
