"""Dossier: what a reader wants to see of what stands, as of a date."""

from newsreel.dossier.changes import changes

__all__ = ["changes"]
