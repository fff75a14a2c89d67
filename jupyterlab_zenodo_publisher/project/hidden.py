"""The hidden files that belong to a publication, though most servers hide them."""

from __future__ import annotations

#: Files: metadata, and what says which files to leave out.
_FILES = frozenset({".zenodo.json", ".gitignore", ".zenodoignore"})

#: Folders: what Binder builds from.
_FOLDERS = frozenset({".binder"})


def is_known_hidden(path: str) -> bool:
    """Whether the only hidden parts of a path are those that a publication needs.

    :param path: from the server's root, `/` between its parts
    """
    *folders, name = path.split("/")
    return all(part in _FOLDERS for part in folders if part.startswith(".")) and (
        not name.startswith(".") or name in _FILES or name in _FOLDERS
    )
