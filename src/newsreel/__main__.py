"""`python -m newsreel`."""

from newsreel.faces.cli.main import run

run()
