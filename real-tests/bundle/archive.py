"""Read zip files with Python's own module.

Takes a folder with zip files; prints for each, as JSON, the SHA-256 of every
entry by its name.
"""

import hashlib
import json
import sys
import zipfile
from pathlib import Path


def read(path):
    with zipfile.ZipFile(path) as archive:
        spoiled = archive.testzip()
        names = archive.namelist()
        return {
            "spoiled": spoiled,
            "names": names,
            "hashes": {
                # The names are those of the files only after unpacking.
                name: hashlib.sha256(archive.read(name)).hexdigest()
                for name in names
            },
        }


def main():
    top = Path(sys.argv[1])
    print(json.dumps({path.name: read(path) for path in sorted(top.iterdir())}))


main()
