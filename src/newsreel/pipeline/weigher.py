"""Which weigher this is: what it found may be kept as long as it is the same one."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable

from newsreel.sources import outlet_names

_PARTS = (
    "newsreel.weighing",
    "newsreel.dossier",
    "newsreel.model",
    "newsreel.vocabulary",
    "newsreel.resolving",
)


@lru_cache(maxsize=1)
def weigher() -> str:
    """A name for all that weighing follows from beside the ledger: code and tables, names too, and the outlets known.

    SHA-256 of the files, so that another version weighs anew without being told.
    """
    total = hashlib.sha256(repr(sorted(outlet_names().items())).encode())
    for part in _PARTS:
        _take(resources.files(part), total)
    return total.hexdigest()[:20]


def _take(folder: Traversable, total: hashlib._Hash) -> None:
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.is_file() and file.name.endswith((".py", ".yml")):
            total.update(f"{file.name}\n".encode() + file.read_bytes())
        elif file.is_dir() and file.name != "__pycache__":
            _take(file, total)
