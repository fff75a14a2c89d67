"""Notes which files a Python opens outside of the run's folder.

Python imports it at its start, by its name, as PYTHONPATH leads here. It runs in the
reader's environment, with any Python from 3.8 on: it imports nothing but the standard
library, and never disturbs.
"""


def _begin() -> None:
    import json
    import os
    import sys

    settings_path = os.environ.get("ZENODO_PUBLISHER_WATCH")
    if not settings_path or not hasattr(sys, "addaudithook"):
        return
    with open(settings_path, encoding="utf-8") as file:
        settings = json.load(file)
    allowed = (*settings["allowed"], os.path.realpath(sys.base_prefix) + "/")
    since = settings["since"]
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT
    record = os.open(settings["record"], flags, 0o600)
    known = set()
    # What the hook needs must not be gone at the end of the interpreter.
    write, dumps, stat, realpath = os.write, json.dumps, os.stat, os.path.realpath
    fsdecode, writes, regular = os.fsdecode, os.O_WRONLY | os.O_CREAT, 0o100000

    def note(path: str) -> None:
        if path in known or len(known) > 2000:
            return
        known.add(path)
        real = realpath(path)
        if real.startswith(allowed):
            return
        status = stat(real)
        # Folders, devices, and what the run itself has made do not count.
        if status.st_mode & 0o170000 == regular and status.st_ctime < since:
            write(record, (dumps(real) + "\n").encode())

    def hook(event: str, arguments: tuple) -> None:
        if event == "open":
            path, _, mode = arguments
            if isinstance(mode, int) and mode & writes:
                return
        elif event == "sqlite3.connect":
            path = arguments[0]
        else:
            return
        try:
            if isinstance(path, (str, bytes)):
                note(fsdecode(path))
        except Exception:  # noqa: BLE001, S110 - it must not be felt; most often there is no such file
            pass

    sys.addaudithook(hook)


def _go_on() -> None:
    """What Python would have imported without us."""
    import importlib.util
    import os
    import sys

    here = os.path.dirname(os.path.abspath(__file__))
    sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry) != here]
    ours = sys.modules.pop("sitecustomize", None)
    spec = importlib.util.find_spec("sitecustomize")
    if spec and spec.loader:
        module = importlib.util.module_from_spec(spec)
        sys.modules["sitecustomize"] = module
        spec.loader.exec_module(module)
    elif ours is not None:
        sys.modules["sitecustomize"] = ours


_begin()
_go_on()
