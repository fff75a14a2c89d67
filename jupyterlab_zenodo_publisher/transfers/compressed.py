"""Files that deflate cannot make smaller, by their names."""

from __future__ import annotations

# The same as in the page's `compressed.ts`, so that both make the same choice.
_PICTURES = {"png", "jpg", "jpeg", "gif", "webp", "avif", "heic", "jp2"}
_SOUNDS = {"mp3", "m4a", "aac", "ogg", "opus", "flac"}
_FILMS = {"mp4", "m4v", "mov", "mkv", "webm", "avi"}
_PACKED = {
    "gz",
    "tgz",
    "bz2",
    "tbz2",
    "xz",
    "txz",
    "zst",
    "lz4",
    "lzma",
    "br",
    "7z",
    "rar",
    "zip",
}
_DATA = {"npz", "parquet", "feather", "orc", "whl", "conda", "jar", "rds", "rdata"}
_OFFICE = {"docx", "xlsx", "pptx", "odt", "ods", "odp", "epub", "kmz", "woff", "woff2"}

#: Endings of names, without their dots, in small letters.
ENDINGS = frozenset(_PICTURES | _SOUNDS | _FILMS | _PACKED | _DATA | _OFFICE)


def is_compressed(path: str) -> bool:
    """Whether a file is better stored than deflated."""
    name = path.rsplit("/", 1)[-1]
    return "." in name and name.rsplit(".", 1)[-1].lower() in ENDINGS
