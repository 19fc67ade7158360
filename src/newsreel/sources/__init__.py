"""Sources: from files, pages and standard input to reports."""

from newsreel.sources.decode import decode
from newsreel.sources.fetch import fetch
from newsreel.sources.file import report_from_text
from newsreel.sources.language import language_of
from newsreel.sources.outlets import outlet_names, outlets
from newsreel.sources.page import is_page, report_from_page
from newsreel.sources.paths import files_in, read_file, read_paths

__all__ = [
    "decode",
    "fetch",
    "files_in",
    "is_page",
    "language_of",
    "outlet_names",
    "outlets",
    "read_file",
    "read_paths",
    "report_from_page",
    "report_from_text",
]
