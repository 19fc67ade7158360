"""Where the ledger is, and what the last answer's numbered lines were."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from platformdirs import user_data_path, user_state_path

from newsreel.model.canonical import identity

DEMO = "demo"


def ledger_path(asked: str | None) -> str:
    """The ledger to use: the one asked for ("demo" is the demonstration's), else the user's own."""
    if asked == DEMO:
        return str(user_data_path("newsreel", appauthor=False) / "demo.db")
    if asked:
        return asked
    from newsreel.pipeline import default_ledger

    return default_ledger()


@dataclass(frozen=True, slots=True)
class Shown:
    """A numbered answer that was shown: whose dossier, as of which day (ISO, "" for today), and its lines' fact ids."""

    entity: str
    as_of: str
    facts: tuple[str, ...]


def remember(ledger: str, shown: Shown) -> None:
    """Keep a numbered answer, so that `why 2` knows its second line; that it cannot be kept is no matter.

    The ledger is kept as a hash: its address may hold a password.
    """
    with suppress(OSError):
        path = _shown_file()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"ledger": hashed(ledger), **asdict(shown)}), encoding="utf-8")


def last_shown(ledger: str) -> Shown | None:
    """The last numbered answer from this ledger, or None."""
    try:
        kept = json.loads(_shown_file().read_text(encoding="utf-8"))
        if kept["ledger"] != hashed(ledger):
            return None
        return Shown(kept["entity"], kept["as_of"], tuple(kept["facts"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def hashed(ledger: str) -> str:
    """A ledger's address as a mark that tells ledgers apart and gives no password away."""
    return identity(str(Path(ledger).absolute()))


def _shown_file() -> Path:
    return user_state_path("newsreel", appauthor=False) / "shown.json"
