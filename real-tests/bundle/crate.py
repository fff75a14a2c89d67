"""Read crates with the package of those who write the specification.

Takes a folder with one folder a crate; prints what it read as JSON.
"""

import json
import sys
from pathlib import Path

from rocrate.rocrate import ROCrate


def values(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def read(folder):
    crate = ROCrate(folder)
    root = crate.root_dataset
    # What was written as a link and led to an entity is an entity, not a dict.
    dangling = [
        (entity.id, name)
        for entity in crate.get_entities()
        for name in entity.properties()
        if not name.startswith("@") and name != "conformsTo"
        for value in values(entity.get(name))
        if isinstance(value, dict)
    ]
    return {
        "version": crate.version,
        "name": crate.name,
        "published": root["datePublished"],
        "doi": root.get("identifier"),
        "dangling": dangling,
        "main": crate.mainEntity.id if crate.mainEntity else None,
        "licenses": [entity.id for entity in values(crate.license)],
        "authors": [
            {
                "id": author.id,
                "type": author.type,
                "name": author["name"],
                "affiliations": [a["name"] for a in values(author.get("affiliation"))],
            }
            for author in values(root.get("author"))
        ],
        "files": [
            {
                # The file on the disk, as the package found it.
                "path": Path(part.source).relative_to(folder).as_posix(),
                "exists": Path(part.source).is_file(),
                "type": part.type,
                "size": part.get("contentSize"),
                "sha256": part.get("sha256"),
                "requirements": [e.id for e in values(part.get("softwareRequirements"))],
            }
            for part in crate.data_entities
        ],
    }


def main():
    top = Path(sys.argv[1])
    print(json.dumps({folder.name: read(folder) for folder in sorted(top.iterdir())}))


main()
