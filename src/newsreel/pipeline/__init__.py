"""The composition root: the stages put together, and the library's main name.

    sources → reading → resolving → ledger → weighing → dossier

Faces use what is here and nothing behind it. Names are imported when first used: reading needs no store.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsreel.dossier import Event
    from newsreel.model import Record
    from newsreel.pipeline.adding import Added, Reader
    from newsreel.pipeline.handing import fetch_page, report_of
    from newsreel.pipeline.reel import Newsreel, default_ledger
    from newsreel.reading import Trace, explain, read
    from newsreel.resolving import Clash, Explanation, Identities, Question
    from newsreel.sources import files_in, outlets, read_paths

__all__ = [
    "Added",
    "Clash",
    "Event",
    "Explanation",
    "Identities",
    "Newsreel",
    "Question",
    "Reader",
    "Record",
    "Trace",
    "default_ledger",
    "explain",
    "fetch_page",
    "files_in",
    "outlets",
    "read",
    "read_paths",
    "report_of",
]

_HOMES = {
    "Added": "newsreel.pipeline.adding",
    "Clash": "newsreel.resolving",
    "Event": "newsreel.dossier",
    "Explanation": "newsreel.resolving",
    "Identities": "newsreel.resolving",
    "Newsreel": "newsreel.pipeline.reel",
    "Question": "newsreel.resolving",
    "Reader": "newsreel.pipeline.adding",
    "Record": "newsreel.model",
    "Trace": "newsreel.reading",
    "default_ledger": "newsreel.pipeline.reel",
    "explain": "newsreel.reading",
    "fetch_page": "newsreel.pipeline.handing",
    "files_in": "newsreel.sources",
    "outlets": "newsreel.sources",
    "read": "newsreel.reading",
    "read_paths": "newsreel.sources",
    "report_of": "newsreel.pipeline.handing",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
