"""Says of each CITATION.cff in a folder whether cffconvert takes it, and what it makes of it."""
import json
import pathlib
import sys

from cffconvert import Citation

verdicts = {}
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.cff")):
    try:
        citation = Citation(path.read_text("utf-8"), src=path.name)
        citation.validate()
        verdicts[path.name] = {"error": None, "apa": citation.as_apalike()}
    except Exception as error:  # noqa: BLE001: any refusal is a verdict
        verdicts[path.name] = {"error": f"{type(error).__name__}: {error}"[:2000], "apa": ""}
print(json.dumps(verdicts))
