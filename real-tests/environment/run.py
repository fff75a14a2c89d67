"""Runs a notebook to its end with nbclient, in the Python of this process, and prints its text outputs as JSON."""

import json
import os
import sys

import nbformat
from nbclient import NotebookClient

path = sys.argv[1]
notebook = nbformat.read(path, as_version=4)
NotebookClient(
    notebook,
    timeout=120,
    kernel_name="python3",
    resources={"metadata": {"path": os.path.dirname(os.path.abspath(path))}},
).execute()
texts = []
for cell in notebook.cells:
    for output in cell.get("outputs", []):
        text = output.get("text") or output.get("data", {}).get("text/plain")
        if text is not None and output.get("name") != "stderr":
            texts.append(text)
print(json.dumps(texts))
