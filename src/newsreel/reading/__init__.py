"""Reading: what a report says, how sure it makes it, and where it stands in the text."""

from newsreel.reading.engine import Trace, explain, read

__all__ = ["Trace", "explain", "read"]
