"""Dossier: what a reader wants to see of what stands, as of a date."""

from newsreel.dossier.changes import changes
from newsreel.dossier.edits import Touched, touched
from newsreel.dossier.records import Record, records
from newsreel.dossier.timeline import Event, timeline

__all__ = ["Event", "Record", "Touched", "changes", "records", "timeline", "touched"]
