"""Faces: how a dossier looks in the terminal, in pages, as JSON and as files."""
