"""The composition root: the stages put together, and the library's main name.

    sources → reading → resolving → ledger → weighing → dossier

Faces use what is here and nothing behind it.
"""

from newsreel.dossier import Event, Record
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
