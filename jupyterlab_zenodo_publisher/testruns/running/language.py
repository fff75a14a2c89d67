"""Which kernel a notebook is for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

#: By the names of kernels that everybody uses. Source: IRkernel, IJulia, ipykernel.
_BY_NAME = {"ir": "r", "python": "python", "julia": "julia"}


def language_of(metadata: Any) -> str:
    """The language of a notebook, in small letters; Python where nothing tells.

    What ran it last counts more than the name of a kernel on its author's machine.
    """
    info, spec = _mapping(metadata, "language_info"), _mapping(metadata, "kernelspec")
    told = _text(info, "name") or _text(spec, "language")
    if told:
        # Source: IPython 7 and earlier said so.
        return "python" if told in ("ipython", "python3", "python2") else told
    name = _text(spec, "name")
    return next(
        (language for start, language in _BY_NAME.items() if name.startswith(start)), "python"
    )


def choose_kernel(metadata: Any, kernels: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The kernel of that name, if it speaks the language, or the first that speaks it: names of
    kernels are their author's own, and Binder's is `python3`."""
    language = language_of(metadata)
    name = _text(_mapping(metadata, "kernelspec"), "name")
    speaking = [kernel for kernel in kernels if str(kernel["language"]).lower() == language]
    named = [kernel for kernel in speaking if str(kernel["name"]).lower() == name]
    return next(iter([*named, *speaking]), None)


def _mapping(value: Any, name: str) -> Mapping[str, Any]:
    found = value.get(name) if isinstance(value, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _text(value: Mapping[str, Any], name: str) -> str:
    found = value.get(name)
    return found.strip().lower() if isinstance(found, str) else ""
