"""The ledger: an append-only memory of reports, claims, judgements and withdrawals, and caches that follow from it."""

from newsreel.ledger.answers import Answers
from newsreel.ledger.entries import Correction, Entry, Withdrawal
from newsreel.ledger.placing import News, Placed
from newsreel.ledger.settling import Settled, Shown
from newsreel.ledger.statements import edition
from newsreel.ledger.store import Ledger
from newsreel.ledger.streaming import Remembered
from newsreel.ledger.writing import Writer

__all__ = [
    "Answers",
    "Correction",
    "Entry",
    "Ledger",
    "News",
    "Placed",
    "Remembered",
    "Settled",
    "Shown",
    "Withdrawal",
    "Writer",
    "edition",
]
