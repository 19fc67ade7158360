"""Dossier: what a reader wants to see of what stands, as of a date."""

from newsreel.dossier.changes import changes, worded
from newsreel.dossier.edits import Touched, touched
from newsreel.dossier.records import in_order, records
from newsreel.dossier.timeline import Event, timeline

__all__ = ["Event", "Touched", "changes", "in_order", "records", "timeline", "touched", "worded"]
