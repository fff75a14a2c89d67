"""The archive's length is known before its bytes, and its choices are the page's."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from ..jobs.entries import Entry, parse_time
from ..jobs.source import Source
from ..transfers import zipping
from ..transfers.compressed import ENDINGS, is_compressed
from .conftest import REPOSITORY


def sources(*contents: bytes, name: str = "f{}.csv", time: str = "2026-11-22T10:00:00Z"):
    return [
        Source(Entry(name.format(number), time, None, len(content), content), None)
        for number, content in enumerate(contents)
    ]


def written(all_sources) -> bytes:
    return b"".join(zipping.zip_pieces(all_sources, compresses=False))


@pytest.mark.parametrize("name", ["f{}.csv", "größe 🌱/{}.csv", "a" * 250 + "{}"])
@pytest.mark.parametrize("time", ["", "1970-01-01T00:00:00Z", "2026-11-22T10:00:00Z", "2150-01-01"])
@pytest.mark.parametrize("contents", [[], [b""], [b"x"], [b"abc" * 1000, b"", b"y" * 70_000]])
def test_the_length_is_known_before(name: str, time: str, contents: list[bytes]):
    some = sources(*contents, name=name, time=time)
    assert zipping.stored_size(some) == len(written(some))


@pytest.mark.parametrize("limit", [0, 9, 10, 11, 50, 100, 500, 5000])
def test_the_length_is_right_where_zip64_begins(limit: int, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", limit)
    some = sources(b"0123456789", b"a" * 300, b"", b"c" * 95)
    assert zipping.stored_size(some) == len(written(some))


@pytest.mark.parametrize("limit", [2, 3, 4])
def test_the_length_is_right_where_there_are_many_files(limit, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", limit)
    some = sources(b"1", b"2", b"3")
    assert zipping.stored_size(some) == len(written(some))


def test_what_is_written_can_be_read():
    content = written(sources(b"one", "größe".encode()))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert [archive.read(name) for name in archive.namelist()] == [b"one", "größe".encode()]
        assert archive.infolist()[0].date_time == (2026, 11, 22, 10, 0, 0)


def test_the_same_files_are_the_same_archive():
    assert written(sources(b"one", b"two")) == written(sources(b"one", b"two"))


def test_the_page_has_the_same_list_of_compressed_files():
    source = REPOSITORY / "src/core/bundle/compressed.ts"
    if not source.exists():
        pytest.skip("The page's sources are in a checkout only")
    text = source.read_text(encoding="utf-8").split("];", 1)[0].split("new Set(", 1)[1]
    quoted = re.findall(r"'([a-z0-9 ]+)'", text.split(".join", 1)[0])
    assert frozenset(" ".join(quoted).split()) == ENDINGS


@pytest.mark.parametrize(
    ("path", "expected"),
    [("a/b.PNG", True), ("a.png/b", False), ("png", False), ("x.tar.gz", True), ("a.csv", False)],
)
def test_a_name_tells_what_is_compressed(path: str, expected: bool):
    assert is_compressed(path) is expected


@pytest.mark.parametrize("text", ["yesterday", "2026-13-01", "12"])
def test_what_is_no_time_is_none(text: str):
    assert parse_time(text) is None


def test_a_file_that_grows_while_it_is_read_is_noticed(tmp_path: Path):
    from ..errors import FileChangedError
    from ..project.files import ProjectFiles

    class Contents:
        """Not asked in this test."""

    class Here(ProjectFiles):
        def os_path(self, path: str) -> str:
            return str(tmp_path / path)

        @property
        def root(self) -> str:
            return str(tmp_path)

    file = tmp_path / "a.csv"
    file.write_bytes(b"x" * 3_000_000)
    source = Source(Entry("a.csv", "", "a.csv", 3_000_000), Here(Contents(), False))
    pieces = source.read()
    next(pieces)
    with file.open("ab") as more:
        more.write(b"y")
    with pytest.raises(FileChangedError):
        list(pieces)
