"""The one error tree. Every error says what, where and what to do.

NewsreelError
├── InputError          something handed in cannot be used: a file, a text, a page
│   ├── UnreadableInput     binary, empty, unknown encoding, no article in it
│   └── UndatedReport       a report without a date, and none was given
├── VocabularyError     a word or a data file that the vocabulary does not allow
├── LedgerError         the ledger cannot be opened, read or written
│   ├── NotALedger          the file is something else
│   ├── NewerLedger         written by a later version of newsreel
│   └── LedgerUnwritable    read-only, locked or the disk is full
├── Unwritable          a file that was asked for cannot be written
├── CannotServe         nobody can listen at the address that was asked for
└── NotKnown            nothing of that name is in the ledger; carries near names
"""

from __future__ import annotations


class NewsreelError(Exception):
    """Base of all errors that newsreel raises on purpose.

    `where` names the file, report or span concerned; `advice` says what to do about it.
    `exit_code` follows sysexits.h and is what the command line exits with.
    """

    exit_code = 70

    def __init__(self, what: str, *, where: str = "", advice: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.advice = advice

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f" ({self.advice})" if self.advice else ""
        return f"{place}{self.what}{advice}"


class InputError(NewsreelError):
    """Something that was handed in cannot be used."""

    exit_code = 65


class UnreadableInput(InputError):
    """Binary, empty, of unknown encoding, or without an article."""


class UndatedReport(InputError):
    """A report without a date, where none was given."""


class VocabularyError(NewsreelError):
    """A word, or a data file, that the vocabulary does not allow."""

    exit_code = 78


class LedgerError(NewsreelError):
    """The ledger cannot be opened, read or written."""

    exit_code = 74


class NotALedger(LedgerError):
    """The file is no ledger."""


class NewerLedger(LedgerError):
    """The ledger was written by a later version."""


class LedgerUnwritable(LedgerError):
    """The ledger is read-only, locked, or the disk is full."""

    exit_code = 73


class Unwritable(NewsreelError):
    """A file that was asked for cannot be written."""

    exit_code = 73


class CannotServe(NewsreelError):
    """Nobody can listen at the address that was asked for: it is taken, or not this machine's."""

    exit_code = 69


class NotKnown(NewsreelError):
    """Nothing of that name is in the ledger; `near` holds names that are nearly it."""

    exit_code = 1

    def __init__(self, name: str, near: tuple[str, ...] = ()) -> None:
        hint = f"did you mean {', '.join(near)}?" if near else ""
        super().__init__(f"nothing is known of {name!r}", advice=hint)
        self.near = near
