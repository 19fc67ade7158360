"""Dossier: what a reader wants to see of what stands, as of a date."""

from newsreel.dossier.changes import changes
from newsreel.dossier.records import Record, records
from newsreel.dossier.timeline import Event, timeline

__all__ = ["Event", "Record", "changes", "records", "timeline"]
