"""newsreel: what is known about film and television productions, and on whose word.

    from newsreel import Newsreel, read_paths

    reel = Newsreel("ledger.db")
    for added in reel.add(read_paths(["reports/"])):
        print(added)
    entity = reel.find("Romantics Anonymous")[0]
    print(reel.dossier(entity.id))

The public names are those in `__all__`; they are imported when first used, so that `import newsreel` costs nothing.
Everything that goes wrong on purpose is a NewsreelError (newsreel.model.errors draws the tree).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsreel.model import Report
    from newsreel.model.errors import NewsreelError
    from newsreel.pipeline import Newsreel, read, read_paths

__all__ = ["Newsreel", "NewsreelError", "Report", "__version__", "read", "read_paths"]

__version__ = "0.1.0"

_HOMES = {
    "Newsreel": "newsreel.pipeline",
    "NewsreelError": "newsreel.model.errors",
    "Report": "newsreel.model",
    "read": "newsreel.pipeline",
    "read_paths": "newsreel.pipeline",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
